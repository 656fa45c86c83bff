/** What a page holds on to: all that could grow with every switch of clips. */
export interface Holdings {
  readonly nodes: number;
  /** That were ever made: one that was let go of lives on until its memory is collected. */
  readonly videos: number;
  readonly objectUrls: number;
  /** Of what stays: the window, the document, the videos and their tracks. Those of other things go with them. */
  readonly listeners: Readonly<Record<string, number>>;
  readonly timers: number;
}

type Method = (this: unknown, ...input: unknown[]) => unknown;

/** Counts what is taken and not given back, from when it is made until it is ended. */
export class HoldingsCount {
  readonly #undo: (() => void)[] = [];
  /** By key, what each listens for. */
  readonly #listeners = new Map<string, string>();
  readonly #timers = new Set<unknown>();
  readonly #objectUrls = new Set<unknown>();
  readonly #numbers = new Map<unknown, number>();
  readonly #listen = EventTarget.prototype.addEventListener;
  #videos = 0;

  constructor() {
    this.#watchVideos();
    this.#watchObjectUrls();
    this.#watchTimers();
    this.#watchListeners();
  }

  read(): Holdings {
    return {
      nodes: document.querySelectorAll('*').length,
      videos: this.#videos,
      objectUrls: this.#objectUrls.size,
      listeners: countEach([...this.#listeners.values()]),
      timers: this.#timers.size,
    };
  }

  end(): void {
    for (const undo of this.#undo) undo();
  }

  #watchVideos(): void {
    this.#after(document, 'createElement', ([name]) => {
      if (name === 'video') this.#videos += 1;
    });
  }

  #watchObjectUrls(): void {
    this.#after(URL, 'createObjectURL', (_, url) => this.#objectUrls.add(url));
    this.#after(URL, 'revokeObjectURL', ([url]) => this.#objectUrls.delete(url));
  }

  #watchTimers(): void {
    this.#after(window, 'setInterval', (_, id) => this.#timers.add(id));
    for (const name of ['clearTimeout', 'clearInterval']) {
      this.#after(window, name, ([id]) => this.#timers.delete(id));
    }
    const timers = this.#timers;
    this.#replace(window, 'setTimeout', (own) => (work, ...others) => {
      const id = own.call(
        window,
        (...input: unknown[]) => {
          timers.delete(id);
          (work as Method)(...input);
        },
        ...others,
      );
      timers.add(id);
      return id;
    });
  }

  #watchListeners(): void {
    const listeners = this.#listeners;
    this.#after(EventTarget.prototype, 'addEventListener', ([type, listener, options], _, target) => {
      const { signal, once } = Object(options) as AddEventListenerOptions;
      if (!stays(target) || !listener || signal?.aborted) return;
      const key = this.#keyOf(target, type, listener, options);
      listeners.set(key, `${target.constructor.name} ${String(type)}`);
      const forget = () => listeners.delete(key);
      if (signal) this.#listen.call(signal, 'abort', forget);
      if (once) this.#listen.call(target, String(type), forget, { once: true });
    });
    this.#after(EventTarget.prototype, 'removeEventListener', ([type, listener, options], _, target) => {
      listeners.delete(this.#keyOf(target, type, listener, options));
    });
  }

  #keyOf(target: unknown, type: unknown, listener: unknown, options: unknown): string {
    const capture = options === true || Boolean((Object(options) as AddEventListenerOptions).capture);
    return [this.#numberOf(target), type, this.#numberOf(listener), capture].join(' ');
  }

  #numberOf(thing: unknown): number {
    const number = this.#numbers.get(thing) ?? this.#numbers.size;
    this.#numbers.set(thing, number);
    return number;
  }

  /** Looks at every call once it is done. */
  #after(
    owner: object,
    name: string,
    look: (input: readonly unknown[], result: unknown, target: unknown) => void,
  ): void {
    this.#replace(owner, name, (own) => {
      return function (...input) {
        const target = this ?? window;
        const result = own.apply(target, input);
        look(input, result, target);
        return result;
      };
    });
  }

  #replace(owner: object, name: string, make: (own: Method) => Method): void {
    const own = Reflect.get(owner, name) as Method;
    const isOwn = Object.hasOwn(owner, name);
    Reflect.set(owner, name, make(own));
    this.#undo.push(() => (isOwn ? Reflect.set(owner, name, own) : Reflect.deleteProperty(owner, name)));
  }
}

function countEach(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function stays(target: unknown): target is EventTarget {
  return (
    target === window ||
    target === document ||
    target instanceof HTMLMediaElement ||
    target instanceof TextTrackList ||
    target instanceof HTMLDivElement
  );
}
