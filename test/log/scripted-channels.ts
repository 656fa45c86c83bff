import type { Channel } from '../../src/log/other-tabs.js';

/** What a browser does for the tabs of one site: each hears the others, and not itself. */
export class ScriptedChannels {
  readonly #open = new Set<{ readonly name: string; readonly hear: Set<(event: { data: unknown }) => void> }>();

  readonly open = (name: string): Channel => {
    const own = { name, hear: new Set<(event: { data: unknown }) => void>() };
    this.#open.add(own);
    return {
      addEventListener: (_type, listener) => void own.hear.add(listener),
      postMessage: (data: unknown) => {
        for (const other of this.#open)
          if (other !== own && other.name === name) other.hear.forEach((listener) => listener({ data }));
      },
      close: () => void this.#open.delete(own),
    };
  };
}
