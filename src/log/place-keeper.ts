import type { GraphId } from '../domain/graph.js';
import type { RecordingChoice, ViewingId } from '../domain/reaction.js';
import type { Viewing } from '../domain/viewing.js';

/** Where a recorded viewing stands, so that a reload goes on from there. */
export interface Place {
  readonly graph: GraphId;
  readonly graphVersion: string;
  readonly viewing: ViewingId;
  readonly choice: Exclude<RecordingChoice, 'unrecorded'>;
  /** What the viewer agreed to. */
  readonly noticeVersion: string;
  /** Without attributes: the page passes them in again. */
  readonly progress: Omit<Viewing, 'attributes'>;
  readonly standing: 'watching' | 'asking' | 'ended';
  /** The text version was on. */
  readonly reading: boolean;
  /** Where the clip stood. */
  readonly clipSeconds: number;
}

/** Remembers one place per graph. Only for viewers who agreed to be recorded. */
export interface PlaceKeeper {
  keep(place: Place): Promise<void>;
  recall(graph: GraphId): Promise<Place | undefined>;
  forget(graph: GraphId): Promise<void>;
}
