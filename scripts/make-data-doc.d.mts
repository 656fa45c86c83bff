export function makeDataDoc(domain: Readonly<Record<string, unknown>>): Promise<string>;
