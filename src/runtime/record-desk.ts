import type { Graph } from '../domain/graph.js';
import type { Reaction, ReactionId, RecordingChoice, ViewingId } from '../domain/reaction.js';
import { WITHDRAWAL_REACTIONS, type DeletionCode, type Withdrawal } from '../domain/withdrawal.js';
import type { Recording, Wish } from './recording.js';

/** One recorded viewing, as the person it is about may see it. */
export interface RecordedViewing {
  readonly viewing: ViewingId;
  /** By which it can be deleted from any other device. Viewings of before there were codes have none. */
  readonly code: DeletionCode | undefined;
  /** It is being recorded now. */
  readonly current: boolean;
  readonly reactions: readonly Reaction[];
}

/** All that this browser keeps of a viewer. */
export interface OwnRecord {
  readonly choice: RecordingChoice | undefined;
  /** In the order in which they began. */
  readonly viewings: readonly RecordedViewing[];
  /** Wishes to delete that the collector has not carried out yet. */
  readonly waiting: number;
  /** Why it refused others, in its own words. */
  readonly refusals: readonly string[];
}

/** What a viewer can do about their own record. Each wish is on disk when its promise resolves, and reaches the collector in the end. */
export interface RecordDesk {
  read(): Promise<OwnRecord>;
  /** Deletes single reactions, and the steps that an answer led to. */
  remove(reactions: readonly Reaction[]): Promise<void>;
  /** Deletes everything that this browser keeps of this graph, here and at the collector, and records no longer. */
  removeAll(): Promise<void>;
  /** Deletes a viewing of another device. */
  removeByCode(code: DeletionCode): Promise<void>;
  /** Goes on unrecorded, without a name, or by name. Taking the name back takes it off what was recorded before. */
  change(choice: RecordingChoice): Promise<void>;
  /** Calls back when the collector answered a wish, or another tab had one, until the returned function is called. */
  listen(listener: () => void): () => void;
}

export interface RecordDeskSetup {
  readonly graph: Pick<Graph, 'id'>;
  readonly recording: Pick<Recording, 'viewing' | 'findLog' | 'withdraw' | 'readAll'>;
  readonly choice: () => RecordingChoice | undefined;
  /** Resolves once the viewing goes on as chosen. */
  changeChoice(choice: RecordingChoice): Promise<void>;
  /** What was answered counts no longer in this viewing. */
  forgetAnswer(question: string): void;
  listen(listener: () => void): () => void;
}

export function createRecordDesk(setup: RecordDeskSetup): RecordDesk {
  const { graph, recording } = setup;

  async function readViewings(): Promise<readonly RecordedViewing[]> {
    const found = await recording.findLog();
    if (!found) return [];
    const codes = (await found.log.outbox.readViewings()).filter((own) => own.graph === graph.id);
    const reactions = await recording.readAll();
    const ids = [...new Set([...codes.map(({ viewing }) => viewing), ...reactions.map(({ viewing }) => viewing)])];
    const viewings = ids.map((viewing) => ({
      viewing,
      code: codes.find((own) => own.viewing === viewing)?.code,
      current: viewing === recording.viewing,
      reactions: reactions.filter((reaction) => reaction.viewing === viewing),
    }));
    return viewings.sort((a, b) => beganAt(a).localeCompare(beganAt(b)));
  }

  /** What was refused was shown. Another try is a fresh start. */
  async function forgetRefusals(): Promise<void> {
    const found = await recording.findLog();
    const refused = (await found?.log.withdrawals.readAll())?.filter(({ refusal }) => refusal !== undefined) ?? [];
    if (refused.length > 0) await found?.log.withdrawals.markDone(refused.map(({ withdrawal }) => withdrawal.id));
  }

  /** What has no code never reached a collector that takes one, and is deleted here alone. */
  const opening = (viewings: readonly RecordedViewing[], of: Withdrawal['of']): readonly Wish[] =>
    viewings.map(({ viewing, code = NO_CODE }) => ({ viewing, code, of }));

  return {
    async read() {
      const found = await recording.findLog();
      const wishes = found ? await found.log.withdrawals.readAll() : [];
      return {
        choice: setup.choice(),
        viewings: await readViewings(),
        waiting: wishes.filter(({ refusal }) => refusal === undefined).length,
        refusals: wishes.flatMap(({ refusal }) => refusal ?? []),
      };
    },

    async remove(reactions) {
      const viewings = await readViewings();
      await recording.withdraw(
        viewings.flatMap(({ viewing, code = NO_CODE, reactions: kept }) => {
          const ids = withSteps(
            reactions.filter((one) => one.viewing === viewing),
            kept,
          );
          return inPieces(ids).map((piece) => ({ viewing, code, of: 'reactions' as const, reactions: [...piece] }));
        }),
      );
      for (const reaction of reactions) if ('question' in reaction) setup.forgetAnswer(reaction.question);
    },

    async removeAll() {
      await setup.changeChoice('unrecorded');
      await recording.withdraw(opening(await readViewings(), 'everything'));
    },

    async removeByCode(code) {
      await forgetRefusals();
      const own = (await readViewings()).find((viewing) => viewing.code === code);
      if (own?.current) await setup.changeChoice('unrecorded');
      await recording.withdraw([{ ...(own && { viewing: own.viewing }), code, of: 'everything' }]);
    },

    async change(choice) {
      const named = (await readViewings()).filter(isNamed);
      await setup.changeChoice(choice);
      if (choice === 'unnamed') await recording.withdraw(opening(named, 'name'));
    },

    listen: setup.listen,
  };
}

/** Opens nothing at any collector: too few bits of chance to be one that a browser made. */
const NO_CODE = '0'.repeat(20);

const beganAt = ({ reactions: [first] }: RecordedViewing): string => first?.at ?? '';

const isNamed = ({ reactions }: RecordedViewing): boolean =>
  reactions.some((reaction) => reaction.type === 'notice-answered' && reaction.choice === 'named');

/** Where an answer led tells what it was: the step goes with it. */
function withSteps(chosen: readonly Reaction[], kept: readonly Reaction[]): readonly ReactionId[] {
  const ids = new Set(chosen.map(({ id }) => id));
  for (const reaction of chosen) {
    if (reaction.type !== 'answered' && reaction.type !== 'answer-changed' && reaction.type !== 'skipped') continue;
    for (const step of stepAfter(reaction, kept)) ids.add(step.id);
  }
  return [...ids];
}

function stepAfter(answer: Reaction & { readonly scene: string; readonly to: string }, kept: readonly Reaction[]) {
  const next = kept.filter(({ sequence }) => sequence > answer.sequence).slice(0, 2);
  return next.filter(
    (one) =>
      (one.type === 'scene-left' && one.scene === answer.scene && one.to === answer.to) ||
      (one.type === 'scene-entered' && one.scene === answer.to && one.from === answer.scene),
  );
}

function inPieces(ids: readonly ReactionId[]): readonly (readonly ReactionId[])[] {
  const count = Math.ceil(ids.length / WITHDRAWAL_REACTIONS);
  return Array.from({ length: count }, (_, index) =>
    ids.slice(index * WITHDRAWAL_REACTIONS, (index + 1) * WITHDRAWAL_REACTIONS),
  );
}
