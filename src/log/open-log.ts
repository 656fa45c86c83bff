import type { FollowupError } from '../domain/error.js';
import type { Outbox } from './outbox.js';
import type { PlaceKeeper } from './place-keeper.js';

/** The outbox and the places, on one connection. */
export interface Log {
  readonly outbox: Outbox;
  readonly places: PlaceKeeper;
  close(): void;
}

export interface LogOptions {
  /** Told once, when the browser refuses storage and memory has to do. */
  readonly onFallback?: (error: FollowupError) => void;
}
