/**
 * Takes items one after another, in the order they came. An item that needs no waiting is taken at once, within the
 * call that brought it: a viewer's tap keeps its permission to play sound.
 */
export function takeOneByOne<Item>(take: (item: Item) => Promise<void> | undefined): (item: Item) => void {
  const waiting: Item[] = [];
  let busy = false;

  const drain = async (): Promise<void> => {
    busy = true;
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const work = take(item);
      if (work) await work;
    }
    busy = false;
  };

  return (item) => {
    waiting.push(item);
    if (!busy) void drain();
  };
}
