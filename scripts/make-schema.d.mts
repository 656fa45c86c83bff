/** One file made from the graph's definition. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

export function makeFiles(domain: Readonly<Record<string, unknown>>): Promise<readonly MadeFile[]>;
