import type { FollowupWishEvent } from '../../src/elements/wishes.js';
import type { PlayerCommands } from '../../src/runtime/player-view.js';

/** Keeps what a part of the player wants done: the command's name and what it is given. */
export function wishesOf(part: EventTarget): [name: string, ...given: unknown[]][] {
  const wishes: [string, ...unknown[]][] = [];
  const commands = new Proxy({} as PlayerCommands, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        void wishes.push([String(name), ...given]),
  });
  part.addEventListener('followup-wish', (event) => (event as FollowupWishEvent).carryOut(commands));
  return wishes;
}
