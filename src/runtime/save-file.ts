/** Hands a file to the person in front of the browser. */
export type SaveFile = (name: string, content: Blob) => void;

/** Saves through a link that is pressed at once: the only way in which every browser takes the name. */
export const saveFile: SaveFile = (name, content) => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari reads the address after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
