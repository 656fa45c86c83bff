import type { GraphId } from '../domain/graph.js';
import { showDeletionCode } from '../domain/withdrawal.js';
import type { OwnRecord } from './record-desk.js';

/** Writes the viewer's own record as a file that they can keep, and other programs can read. */
export function ownRecordToJson(graph: GraphId, { choice, viewings }: OwnRecord): string {
  const content = {
    graph,
    choice,
    viewings: viewings.map(({ viewing, code, reactions }) => ({
      viewing,
      ...(code && { deletionCode: showDeletionCode(code) }),
      reactions,
    })),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
