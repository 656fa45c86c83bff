import { questionOf, topicsOfReaction } from '../domain/reaction-facts.js';
import type { Identity, Reaction, ViewingId } from '../domain/reaction.js';
import type { ArrivedReaction } from '../domain/viewing-facts.js';
import type { Withdrawal } from '../domain/withdrawal.js';
import { instantOf } from '../domain/zoned-time.js';
import { hashCode, judgeWithdrawal } from './deletion-codes.js';
import { countRowWays } from './memory-ways.js';
import {
  DEFAULT_SITE,
  NOTHING_ERASED,
  addErased,
  latestOf,
  type Cursor,
  type Erased,
  type Expiry,
  type Page,
  type ReactionStore,
  type SiteId,
  type StoreFilter,
} from './reaction-store.js';
import type { StoredRecord } from './stored-record.js';

interface Row extends Cursor {
  readonly reaction: Reaction;
  readonly site: SiteId;
  readonly received: string;
}

type RecordOf<Type extends StoredRecord['type']> = Extract<StoredRecord, { type: Type }>;

/** Keeps reactions until the process ends. For tests, and for trying a graph out. */
export function openMemoryStore(now: () => number = Date.now): ReactionStore {
  let rows: Row[] = [];
  let arrivals = 0;
  const ids = new Set<string>();
  const numbers = new Map<string, number>();
  const names = new Map<ViewingId, RecordOf<'name'>>();
  const codes = new Map<ViewingId, RecordOf<'code'>>();
  const gone = new Map<string, RecordOf<'gone'>>();

  const isGone = (viewing: ViewingId, item: string) => gone.has(`${viewing} viewing`) || gone.has(`${viewing} ${item}`);
  const markGone = (record: RecordOf<'gone'>) => gone.set(`${record.viewing} ${record.item}`, record);
  const isKept = (viewing: ViewingId) => rows.some(({ reaction }) => reaction.viewing === viewing);

  const keepReaction = (reaction: Reaction, site: SiteId, received: string): boolean => {
    if (ids.has(reaction.id) || isGone(reaction.viewing, reaction.id)) return false;
    ids.add(reaction.id);
    const key = `${reaction.viewing} ${reaction.graph}`;
    const viewing = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, viewing);
    // A viewing belongs to the site that it came from first.
    const first = rows.find((row) => row.viewing === viewing)?.site ?? site;
    rows.push({ reaction, viewing, sequence: reaction.sequence, arrival: (arrivals += 1), site: first, received });
    return true;
  };
  const keepName = (identity: Identity, received: string) => {
    if (names.has(identity.viewing) || isGone(identity.viewing, 'name')) return;
    names.set(identity.viewing, { type: 'name', identity, received });
  };
  const keepCode = (viewing: ViewingId, hash: string, received: string) => {
    if (!codes.has(viewing)) codes.set(viewing, { type: 'code', viewing, hash, received });
  };

  const remove = (isMeant: (row: Row) => boolean): Erased => {
    const removed = rows.filter(isMeant);
    rows = rows.filter((row) => !isMeant(row));
    for (const { reaction } of removed) ids.delete(reaction.id);
    const emptied = [...new Set(removed.map(({ reaction }) => reaction.viewing))].filter((one) => !isKept(one));
    return { viewings: emptied.length, reactions: removed.length, names: 0 };
  };
  const erase = (viewing: ViewingId): Erased => {
    markGone({ type: 'gone', viewing, item: 'viewing' });
    const named = names.delete(viewing) ? 1 : 0;
    return { ...remove(({ reaction }) => reaction.viewing === viewing), names: named };
  };
  const expire = (expiries: readonly Expiry[]): Erased => {
    const before = latestOf(expiries);
    const removed = remove(({ reaction, received }) =>
      expiries.some((one) => reaction.graph === one.graph && received < one.before),
    );
    const isOver = (viewing: ViewingId, received: string) => received < before && !isKept(viewing);
    for (const [viewing, { received }] of codes) if (isOver(viewing, received)) codes.delete(viewing);
    const over = [...names].filter(([viewing, { received }]) => isOver(viewing, received));
    for (const [viewing] of over) names.delete(viewing);
    return { ...removed, names: over.length };
  };
  const namedRow = ({ viewing }: Row) =>
    rows.some(
      ({ viewing: number, reaction }) =>
        number === viewing && reaction.type === 'notice-answered' && reaction.choice === 'named',
    );

  const withdraw = (withdrawal: Withdrawal): string | undefined => {
    const hash = hashCode(withdrawal.code);
    const judged = judgeWithdrawal(withdrawal, {
      holders: [...codes.values()].filter((one) => one.hash === hash).map(({ viewing }) => viewing),
      hasCode: withdrawal.viewing !== undefined && codes.has(withdrawal.viewing),
      isKept: withdrawal.viewing !== undefined && isKept(withdrawal.viewing),
    });
    if ('reason' in judged) return judged.reason;
    for (const viewing of judged.viewings) {
      keepCode(viewing, hash, instantOf(now()));
      if (withdrawal.of === 'everything') erase(viewing);
      if (withdrawal.of === 'name') {
        markGone({ type: 'gone', viewing, item: 'name' });
        names.delete(viewing);
      }
      if (withdrawal.of === 'reactions') {
        for (const item of withdrawal.reactions ?? []) markGone({ type: 'gone', viewing, item });
        remove(({ reaction }) => reaction.viewing === viewing && isGone(viewing, reaction.id));
      }
    }
    return undefined;
  };

  const records = (): readonly StoredRecord[] => [
    ...gone.values(),
    ...codes.values(),
    ...names.values(),
    ...rows.map(({ reaction, site, received }): StoredRecord => ({ type: 'reaction', reaction, site, received })),
  ];

  return {
    keep({ reactions, identities = [], codes: sent = [] }, site = DEFAULT_SITE) {
      const received = instantOf(now());
      const stored = reactions.filter((one) => keepReaction(one, site, received)).map(({ id }) => id);
      for (const identity of identities) keepName(identity, received);
      for (const { viewing, code } of sent) keepCode(viewing, hashCode(code), received);
      return Promise.resolve({
        stored,
        known: reactions.map(({ id }) => id).filter((id) => !stored.includes(id)),
        identities: identities.map(({ viewing }) => viewing),
        codes: sent.map(({ viewing }) => viewing),
      });
    },
    withdraw(withdrawals) {
      const answers = withdrawals.map((withdrawal) => ({ id: withdrawal.id, reason: withdraw(withdrawal) }));
      return Promise.resolve({
        done: answers.flatMap(({ id, reason }) => (reason === undefined ? [id] : [])),
        refused: answers.flatMap(({ id, reason }) => (reason === undefined ? [] : [{ id, reason }])),
      });
    },
    expire: (expiries) => Promise.resolve(expire(expiries)),
    eraseViewing: (viewing) => Promise.resolve(erase(viewing)),
    eraseViewer(viewer) {
      const isMeant = ({ identity }: RecordOf<'name'>) =>
        'reference' in viewer ? identity.reference === viewer.reference : identity.name === viewer.name;
      const erased = [...names.values()].filter(isMeant).map(({ identity }) => erase(identity.viewing));
      return Promise.resolve(erased.reduce(addErased, NOTHING_ERASED));
    },
    readPage(filter, after, limit): Promise<Page> {
      const ahead = rows.toSorted(inOrder).filter((row) => !after || inOrder(row, after) > 0);
      const looked = ahead.slice(0, limit);
      const fitting = looked.filter((row) => fits(row, filter));
      const arrived = (row: Row): ArrivedReaction => ({
        reaction: row.reaction,
        arrival: row.arrival,
        identity: filter.names && namedRow(row) ? names.get(row.reaction.viewing)?.identity : undefined,
      });
      const last = ahead.length > limit ? looked.at(-1) : undefined;
      return Promise.resolve({ rows: fitting.map(arrived), next: last && cursorOf(last) });
    },
    listGraphs(site) {
      const there = rows.filter((row) => site === undefined || row.site === site);
      return Promise.resolve([...new Set(there.map(({ reaction }) => reaction.graph))].toSorted());
    },
    countWays: (graph, site) => Promise.resolve(countRowWays(rows.filter((row) => fits(row, { graph, site })))),
    readRecords(after = '0', limit) {
      const start = Number(after);
      const all = records();
      const next = start + limit < all.length ? String(start + limit) : undefined;
      return Promise.resolve({ records: all.slice(start, start + limit), next });
    },
    loadRecords(loaded) {
      for (const record of loaded) {
        if (record.type === 'gone') markGone(record);
        if (record.type === 'code') keepCode(record.viewing, record.hash, record.received);
        if (record.type === 'name') keepName(record.identity, record.received);
        if (record.type === 'reaction') keepReaction(record.reaction, record.site, record.received);
      }
      return Promise.resolve();
    },
    checkHealth: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function cursorOf({ viewing, sequence, arrival }: Row): Cursor {
  return { viewing, sequence, arrival };
}

function inOrder(a: Cursor, b: Cursor): number {
  return a.viewing - b.viewing || a.sequence - b.sequence || a.arrival - b.arrival;
}

function fits({ reaction, site }: Row, filter: StoreFilter): boolean {
  const { graph, since, until, topic, topicQuestions = [] } = filter;
  if (filter.site !== undefined && site !== filter.site) return false;
  if (graph !== undefined && reaction.graph !== graph) return false;
  if (since !== undefined && reaction.at < since) return false;
  if (until !== undefined && reaction.at >= until) return false;
  if (topic === undefined || topicsOfReaction(reaction).includes(topic)) return true;
  const question = questionOf(reaction);
  return topicQuestions.some((one) => one.graph === reaction.graph && one.question === question);
}
