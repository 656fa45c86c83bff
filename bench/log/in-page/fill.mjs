import { openLog } from '/dist/log/open-log.js';

/** Keeps reactions in the player's own log, as a viewer does who is offline. */
globalThis.fill = async (reactions) => {
  const log = await openLog();
  await log.outbox.add(reactions);
  const { durability } = log.outbox;
  log.close();
  return durability;
};
