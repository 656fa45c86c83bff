import { describe, expect, it } from 'vitest';

import type { Graph } from '../../src/domain/graph.js';
import type { Withdrawal } from '../../src/domain/withdrawal.js';
import { openMemoryLog } from '../../src/log/open-log.js';
import { createRecording } from '../../src/runtime/recording.js';
import { startSession } from '../../src/runtime/session.js';
import { aGraph } from '../fixtures.js';
import { ScriptedMedia } from './scripted-media.js';

const CODES = ['0'.repeat(19) + '1', '0'.repeat(19) + '2', '0'.repeat(19) + '3'];
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const fork = (): Graph => aGraph({ branches: { ask: ['left', 'right'], left: ['end'], right: ['end'], end: [] } });

/** A session that was agreed to, and at its first question. */
async function aSession({ choice = 'unnamed' as 'unnamed' | 'named', earlier = openMemoryLog(), graph = fork() } = {}) {
  let ids = 0;
  let codes = 0;
  const told: Withdrawal[] = [];
  const media = new ScriptedMedia();
  const viewer = { name: '山田 花子' };
  const session = await startSession({
    graph,
    base: 'https://example.test/',
    viewer,
    media,
    recording: createRecording(graph, {
      openLog: async () => earlier,
      openEarlierLog: async () => earlier,
      startCourier: () => ({
        wake: () => undefined,
        open: () => undefined,
        drop: () => undefined,
        leave: () => undefined,
        stop: () => undefined,
        withdraw: (withdrawal) => void told.push(withdrawal),
      }),
      circumstances: {
        now: () => Date.UTC(2026, 10, 21) + ids * 1_000,
        newId: () => `id-${(ids += 1)}`,
        newCode: () => CODES[(codes += 1) - 1] ?? '',
      },
    }),
    onLeaving: () => () => undefined,
    onFault: () => undefined,
  });
  if (session.view.life === 'notice') session.commands.answerNotice(choice);
  await settled();
  media.runToEnd();
  await settled();
  const answer = async (option: string) => {
    session.commands.answer({ type: 'picked', options: [option] });
    await settled();
  };
  return { session, media, log: earlier, told, answer, desk: session.desk };
}

const typesIn = async ({ log }: { readonly log: ReturnType<typeof openMemoryLog> }) =>
  (await log.outbox.readAll()).map(({ type }) => type);

describe('createRecordDesk', () => {
  it('reads what is kept, with the code that deletes it', async () => {
    const { desk, session, answer } = await aSession();
    await answer('left');

    const record = await desk.read();

    expect(record).to.deep.include({ choice: 'unnamed', waiting: 0, refusals: [] });
    expect(record.viewings.map(({ code, current }) => [code, current])).to.deep.equal([[CODES[0], true]]);
    expect(record.viewings[0]?.reactions.map(({ type }) => type)).to.deep.equal([
      'notice-answered',
      'scene-entered',
      'question-shown',
      'answered',
      'scene-left',
      'scene-entered',
    ]);
    expect(session.view.choice).to.equal('unnamed');
  });

  it('deletes an answer with the step that it led to, here and at the collector', async () => {
    const own = await aSession();
    await own.answer('left');
    const [viewing] = (await own.desk.read()).viewings;
    const answered = viewing?.reactions.filter(({ type }) => type === 'answered') ?? [];

    await own.desk.remove(answered);

    expect(await typesIn(own)).to.deep.equal(['notice-answered', 'scene-entered', 'question-shown']);
    expect(own.told).to.have.length(1);
    expect(own.told[0]).to.deep.include({ viewing: viewing?.viewing, code: CODES[0], of: 'reactions' });
    expect(own.told[0]?.reactions).to.have.length(3);
  });

  it('lets an answer that was taken back decide nothing any more', async () => {
    const own = await aSession();
    await own.answer('left');
    await own.desk.remove((await own.log.outbox.readAll()).filter(({ type }) => type === 'answered'));

    own.session.commands.goBack();
    await settled();

    expect(own.session.view.given).to.equal(undefined);
  });

  it('deletes everything and goes on unrecorded', async () => {
    const own = await aSession();
    const { viewing } = (await own.log.outbox.readAll())[0] ?? {};

    await own.desk.removeAll();
    await own.answer('left');

    expect(await typesIn(own)).to.deep.equal([]);
    expect(own.told).to.deep.equal([{ id: own.told[0]?.id, viewing, code: CODES[0], of: 'everything' }]);
    expect(own.session.view).to.include({ choice: 'unrecorded', sceneId: 'left' });
    expect((await own.desk.read()).waiting).to.equal(1);
    expect(await own.log.places.recall('graph')).to.equal(undefined);
  });

  it('stops, and keeps what was recorded so far', async () => {
    const own = await aSession();

    await own.desk.change('unrecorded');
    await own.answer('left');

    expect(await typesIn(own)).to.deep.equal(['notice-answered', 'scene-entered', 'question-shown']);
    expect(own.told).to.deep.equal([]);
  });

  it('begins another viewing where recording begins again', async () => {
    const own = await aSession();
    await own.desk.change('unrecorded');

    await own.desk.change('unnamed');
    await own.answer('left');

    const { viewings } = await own.desk.read();
    expect(viewings.map(({ reactions }) => reactions.map(({ type }) => type))).to.deep.equal([
      ['notice-answered', 'scene-entered', 'question-shown'],
      ['notice-answered', 'scene-entered', 'answered', 'scene-left', 'scene-entered'],
    ]);
    expect(viewings.map(({ code, current }) => [code, current])).to.deep.equal([
      [CODES[0], false],
      [CODES[1], true],
    ]);
  });

  it('takes the name off what was recorded, and joins nothing to what comes after', async () => {
    const own = await aSession({ choice: 'named' });

    await own.desk.change('unnamed');

    expect(await own.log.outbox.peekIdentities(9)).to.deep.equal([]);
    expect(own.told.map(({ of, code }) => [of, code])).to.deep.equal([['name', CODES[0]]]);
    expect((await own.desk.read()).viewings).to.have.length(2);
  });

  it('puts the name to what comes after alone', async () => {
    const own = await aSession();

    await own.desk.change('named');

    const { viewings } = await own.desk.read();
    const named = await own.log.outbox.peekIdentities(9);
    expect(named.map(({ viewing }) => viewing)).to.deep.equal([viewings[1]?.viewing]);
  });

  it('asks the collector to delete the viewing of another device', async () => {
    const own = await aSession();
    const code = '7K3QF2M9XA0C4DW8RT1E';

    await own.desk.removeByCode(code);

    expect(own.told).to.deep.equal([{ id: own.told[0]?.id, code, of: 'everything' }]);
    expect(own.session.view.choice).to.equal('unnamed');
    expect(await typesIn(own)).to.have.length(3);
  });

  it('knows its own code, and then deletes here as well', async () => {
    const own = await aSession();

    await own.desk.removeByCode(CODES[0] ?? '');

    expect(await typesIn(own)).to.deep.equal([]);
    expect(own.session.view.choice).to.equal('unrecorded');
  });

  it('asks again where the notice says something else than what was agreed to', async () => {
    const { log } = await aSession();
    const changed = fork();

    const same = await aSession({ earlier: log });
    expect(same.session.view.life).to.equal('asking');
    same.session.close();
    const graph = { ...changed, notice: { ...changed.notice, purpose: 'To choose whom to place where.' } };
    const other = await startAsking(graph, log);

    expect(other).to.equal('notice');
  });
});

async function startAsking(graph: Graph, log: ReturnType<typeof openMemoryLog>): Promise<string> {
  const session = await startSession({
    graph,
    base: 'https://example.test/',
    viewer: {},
    media: new ScriptedMedia(),
    recording: createRecording(graph, {
      openLog: async () => log,
      openEarlierLog: async () => log,
      startCourier: () => undefined,
      circumstances: { now: () => 0, newId: () => 'id', newCode: () => '' },
    }),
    onLeaving: () => () => undefined,
    onFault: () => undefined,
  });
  return session.view.life;
}
