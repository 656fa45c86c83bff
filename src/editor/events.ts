import type { Graph } from '../domain/graph.js';
import type { LocatedProblem } from '../authoring/graph-text.js';

/** The author changed the text, paused, and it was read. */
export class FollowupGraphChangeEvent extends Event {
  static readonly type = 'followup-graph-change';
  readonly text: string;
  /** Only if it can be played. */
  readonly graph: Graph | undefined;
  readonly problems: readonly LocatedProblem[];

  constructor(text: string, graph: Graph | undefined, problems: readonly LocatedProblem[]) {
    super(FollowupGraphChangeEvent.type, { bubbles: true, composed: true });
    this.text = text;
    this.graph = graph;
    this.problems = problems;
  }
}

/** The author wants to see where a problem is. */
export class FollowupProblemPickEvent extends Event {
  static readonly type = 'followup-problem-pick';
  readonly problem: LocatedProblem;

  constructor(problem: LocatedProblem) {
    super(FollowupProblemPickEvent.type, { bubbles: true, composed: false });
    this.problem = problem;
  }
}

declare global {
  interface HTMLElementEventMap {
    'followup-graph-change': FollowupGraphChangeEvent;
    'followup-problem-pick': FollowupProblemPickEvent;
  }
}
