import type { FastifyInstance } from 'fastify';

import {
  BATCH_REACTIONS,
  batchSchema,
  identitySchema,
  reactionSchema,
  type BatchReceipt,
  type Identity,
  type Reaction,
} from '../domain/reaction.js';
import { viewingCodeSchema, type ViewingCode } from '../domain/withdrawal.js';
import type { SendingSite } from './access/site.js';
import { BODY_BYTES } from './collector-options.js';
import { HttpError } from './http-error.js';
import type { Metrics } from './metrics.js';
import { readEnvelope, sift, type Sifted } from './read-batch.js';
import type { ReactionStore } from './reaction-store.js';
import { siteOf, type Senders } from './senders.js';

const BATCH = {
  kind: 'a batch',
  shape: `A batch is { "format": 1, "reactions": [...] } with at most ${BATCH_REACTIONS} reactions.`,
};

/** `POST /reactions`: takes a batch, and answers once what is good of it is durable. */
export function addReceiveRoute(
  server: FastifyInstance,
  path: string,
  { sending }: Senders,
  store: Pick<ReactionStore, 'keep'>,
  metrics: Metrics,
): void {
  server.post(path, { ...sending, bodyLimit: BODY_BYTES }, async (request): Promise<BatchReceipt> => {
    const site = siteOf(request);
    const batch = readEnvelope(request.body, batchSchema, BATCH);
    const reactions = keepOwnGraphs(sift<Reaction>(batch.reactions, reactionSchema, 'reaction', 'id'), site);
    const identities = sift<Identity>(batch.identities ?? [], identitySchema, 'identity', 'viewing');
    const codes = sift<ViewingCode>(batch.codes ?? [], viewingCodeSchema, 'code', 'viewing');
    const incoming = { reactions: reactions.good, identities: identities.good, codes: codes.good };
    const kept = await store.keep(incoming, site.name);
    const receipt = { ...kept, refused: [...reactions.refused, ...identities.refused, ...codes.refused] };
    metrics.countBatch(receipt);
    return receipt;
  });
}

/** Takes JSON in both wrappings: a beacon of plain text needs no preflight while its page goes away. */
export function parseBodiesAsJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(body.toString()));
    } catch {
      // What the parser says would repeat what was sent. The sentence is enough.
      done(new HttpError(400, 'not-json', 'The body is not JSON. Send a batch as JSON.'));
    }
  });
}

/** A site that lists its graphs sends of no other. */
function keepOwnGraphs({ good, refused }: Sifted<Reaction>, { name, graphs }: SendingSite): Sifted<Reaction> {
  if (!graphs) return { good, refused };
  const strange = good.filter(({ graph }) => !graphs.includes(graph));
  return {
    good: good.filter(({ graph }) => graphs.includes(graph)),
    refused: [
      ...refused,
      ...strange.map(({ id, graph }) => ({ id, reason: `The site "${name}" does not play the graph "${graph}".` })),
    ],
  };
}
