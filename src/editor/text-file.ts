/** 20 MB: twenty thousand scenes fit. More is another kind of file. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Reads a text file of the author's. Undefined if it is too large or unreadable. */
export async function readTextFile(file: File): Promise<string | undefined> {
  if (file.size > MOST_BYTES) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    // Not UTF-8, or gone since it was picked: the caller tells the author.
    return undefined;
  }
}

/** Hands the text to the author as a file. */
export function saveTextFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
