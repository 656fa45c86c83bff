import type { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';
import type { ReactionDraft } from '../domain/reaction.js';
import type { Media } from '../media/media.js';
import type { RecordDesk } from './record-desk.js';
import type { PlayerCommands, PlayerView } from './player-view.js';

/** What the page says of the viewer. The name is sent only if the viewer chooses to be recorded by name. */
export interface PageViewer {
  readonly name?: string;
  /** The company's own number for the person. */
  readonly reference?: string;
  /** For conditions, such as `{ jobType: 'engineer' }`. Stays in the browser. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export type Happening =
  /** `view` or the media's facts are other than before. */
  | { readonly type: 'changed' }
  /** The viewer did something. `recorded` is false where they chose not to be recorded. */
  | { readonly type: 'reacted'; readonly reaction: ReactionDraft; readonly recorded: boolean }
  /** Something went wrong that the page should hear of. The viewing goes on. */
  | { readonly type: 'faulted'; readonly error: FollowupError; readonly problems: readonly Problem[] };

/** One player at work: machine, log and media joined. The only thing that elements talk to. */
export interface PlayerSession {
  readonly view: PlayerView;
  readonly commands: PlayerCommands;
  /** Its `element` is placed by the view, its `facts()` feed the controls. */
  readonly media: Media;
  subscribe(listener: (happening: Happening) => void): () => void;
  /** Takes another version of the graph; the viewing keeps its place where that still exists. */
  changeGraph(graph: Graph): void;
  /** What the viewer can do about their own record. */
  readonly desk: RecordDesk;
  /** The viewer's own log: every reaction kept in this browser for this graph. */
  exportLog(format: 'csv' | 'jsonl'): Promise<string>;
  /** Sends what can still be sent and lets go of everything. */
  close(): void;
}
