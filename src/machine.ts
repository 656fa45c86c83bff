/** An author's graph as an XState machine: for pure transitions, `xstate/graph` and the inspector. */
export { compileGraph, type PlayerContext, type PlayerInput, type PlayerMachine } from './machine/compile-graph.js';
export type { PlayerEvent } from './machine/player-event.js';
