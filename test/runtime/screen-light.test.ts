import { describe, expect, it } from 'vitest';

import { WakeLockLight } from '../../src/runtime/screen-light.js';

/** What a request for a lock waits for settles in here. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

class FakeLock {
  released = false;
  async release(): Promise<void> {
    this.released = true;
  }
}

function aPage({ refuses = false } = {}) {
  const listeners = new Set<() => void>();
  const locks: FakeLock[] = [];
  let asked = 0;
  const page = {
    visibilityState: 'visible' as DocumentVisibilityState,
    addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
  };
  const light = new WakeLockLight(
    {
      request: async () => {
        asked += 1;
        if (refuses) throw new DOMException('Battery saver.', 'NotAllowedError');
        locks.push(new FakeLock());
        return locks.at(-1) ?? new FakeLock();
      },
    },
    page as unknown as Document,
  );
  return {
    light,
    asked: () => asked,
    listening: () => listeners.size,
    held: () => locks.filter(({ released }) => !released).length,
    turn(visibility: DocumentVisibilityState) {
      page.visibilityState = visibility;
      // As browsers do: a hidden page loses its locks.
      if (visibility === 'hidden') locks.forEach((lock) => void lock.release());
      listeners.forEach((listener) => listener());
    },
  };
}

describe('WakeLockLight', () => {
  it('holds one lock, however often it is told to keep the screen on', async () => {
    const { light, held, asked } = aPage();

    light.keepOn();
    light.keepOn();
    await settled();
    light.keepOn();

    expect([held(), asked()]).toEqual([1, 1]);
  });

  it('lets the screen go dark again, and hears the page no longer', async () => {
    const { light, held, listening } = aPage();
    light.keepOn();
    await settled();

    light.letGo();
    await settled();

    expect([held(), listening()]).toEqual([0, 0]);
  });

  it('keeps no lock that comes after it was let go', async () => {
    const { light, held } = aPage();

    light.keepOn();
    light.letGo();
    await settled();

    expect(held()).toBe(0);
  });

  it('holds one lock after a pause so short that the first was not there yet', async () => {
    const { light, held } = aPage();

    light.keepOn();
    light.letGo();
    light.keepOn();
    await settled();

    expect(held()).toBe(1);
  });

  it('takes a new lock when a hidden page is seen again', async () => {
    const { light, held, turn } = aPage();
    light.keepOn();
    await settled();

    turn('hidden');
    expect(held()).toBe(0);
    turn('visible');
    await settled();

    expect(held()).toBe(1);
  });

  it('asks for nothing while the page is hidden', async () => {
    const { light, asked, turn } = aPage();
    turn('hidden');

    light.keepOn();
    await settled();

    expect(asked()).toBe(0);
  });

  it('takes a refusal in silence, and asks again when the page is back', async () => {
    const { light, asked, turn } = aPage({ refuses: true });
    light.keepOn();
    await settled();

    turn('hidden');
    turn('visible');
    await settled();

    expect(asked()).toBe(2);
  });
});
