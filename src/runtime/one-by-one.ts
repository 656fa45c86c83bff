/** Hands over an item, to be taken when those before it were. */
export interface Turns<Item> {
  (item: Item): void;
  /** Resolves once the item was taken. */
  andWait(item: Item): Promise<void>;
}

/**
 * Takes items one after another, in the order they came. An item that needs no waiting is taken at once, within the
 * call that brought it: a viewer's tap keeps its permission to play sound.
 */
export function takeOneByOne<Item>(take: (item: Item) => Promise<void> | undefined): Turns<Item> {
  const waiting: { readonly item: Item; readonly taken?: () => void }[] = [];
  let busy = false;

  const drain = async (): Promise<void> => {
    busy = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const work = take(next.item);
      if (work) await work;
      next.taken?.();
    }
    busy = false;
  };
  const start = (): void => {
    if (!busy) void drain();
  };

  const turns = (item: Item): void => {
    waiting.push({ item });
    start();
  };
  const andWait = (item: Item): Promise<void> =>
    new Promise((taken) => {
      waiting.push({ item, taken });
      start();
    });
  return Object.assign(turns, { andWait });
}
