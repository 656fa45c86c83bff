import { describe, expect, it } from 'vitest';

import { FollowupError } from '../../src/domain/error.js';
import type { Report } from '../../src/domain/report.js';
import { aReport, knownGraph, otherGraph } from '../elements/report/a-report.js';
import { scriptSession } from '../elements/report/scripted-reader.js';

const wrongToken = new FollowupError('wrong-token', 'Another token is needed.');
const unreachable = new FollowupError('collector-unreachable', 'No answer.');

describe('openReportSession', () => {
  it('asks for a token before anything else', async () => {
    const { session, asked } = scriptSession();

    await session.resume();

    expect(session.view.stage).toBe('signed-out');
    expect(asked.tokens).toEqual([]);
  });

  it('opens with a token that the page brings', async () => {
    const { session, asked } = scriptSession();

    await session.resume('from-the-address');

    expect(asked.tokens).toEqual(['from-the-address']);
    expect(session.view).toMatchObject({ stage: 'signed-in', loading: false, choice: { graph: 'welcome' } });
    expect(session.view.shown?.report.viewings).toBe(23);
  });

  it('opens by the session that the browser still holds', async () => {
    const { session, asked } = scriptSession({}, { isOpen: true });

    await session.resume();

    expect(asked.tokens).toEqual([]);
    expect(session.view.stage).toBe('signed-in');
  });

  it('says what hinders when the collector cannot be reached', async () => {
    const { session } = scriptSession({ graphs: unreachable }, { isOpen: true });

    await session.resume();

    expect(session.view).toMatchObject({ stage: 'signed-in', fault: { code: 'collector-unreachable' } });
  });

  it('opens with a token that the reader enters, without the spaces around it', async () => {
    const { session, asked } = scriptSession();

    await session.signIn(' secret ');

    expect(asked.tokens).toEqual(['secret']);
    expect(session.view).toMatchObject({ stage: 'signed-in', loading: false, files: true });
  });

  it('stays outside with a token that does not open', async () => {
    const { session, door } = scriptSession({ graphs: wrongToken });

    await session.signIn('guess');

    expect(session.view).toMatchObject({ stage: 'signed-out', loading: false, fault: { code: 'wrong-token' } });
    expect(door.isOpen).toBe(false);
  });

  it('knows whether the reader may save files', async () => {
    const { session } = scriptSession({}, { isOpen: true, files: false });

    await session.resume();

    expect(session.view.files).toBe(false);
  });

  it('says so if nothing was entered, without asking the collector', async () => {
    const { session, asked } = scriptSession();

    await session.signIn('  ');

    expect(session.view.fault?.code).toBe('token-missing');
    expect(asked.tokens).toEqual([]);
  });

  it('asks for the last 30 days of the first graph, and for every topic', async () => {
    const { session, asked } = scriptSession({ graphs: [knownGraph, otherGraph] });

    await session.resume('secret');

    expect(asked.filters).toEqual([{ graph: 'welcome', since: new Date(2026, 9, 22) }]);
  });

  it('asks again with what the reader chooses', async () => {
    const { session, asked } = scriptSession();
    await session.resume('secret');

    await session.choose({ period: { type: 'all' }, topic: 'career' });

    expect(asked.filters[1]).toEqual({ graph: 'welcome', topic: 'career' });
    expect(session.view.shown?.topic).toBe('career');
  });

  it('drops the topic with the graph that it belongs to', async () => {
    const { session } = scriptSession({ graphs: [knownGraph, otherGraph] });
    await session.resume('secret');
    await session.choose({ topic: 'career' });

    await session.choose({ graph: 'first-week' });

    expect(session.view.choice).toMatchObject({ graph: 'first-week', topic: undefined });
  });

  it('does not ask for days that run backwards', async () => {
    const { session, asked } = scriptSession();
    await session.resume('secret');

    await session.choose({ period: { type: 'between', from: '2026-11-02', to: '2026-11-01' } });

    expect(asked.filters).toHaveLength(1);
    expect(session.view.shown?.report.viewings).toBe(23);
  });

  it('shows the answer to the last choice, whichever comes first', async () => {
    const { session, script, asked } = scriptSession();
    await session.resume('secret');
    let answerLate: (report: Report) => void = () => undefined;
    script.report = new Promise((resolve) => (answerLate = resolve));
    const first = session.choose({ topic: 'career' });
    while (asked.filters.length < 2) await Promise.resolve();
    script.report = aReport({ viewings: 7 });

    await session.choose({ topic: 'job-content' });
    answerLate(aReport({ viewings: 99 }));
    await first;

    expect(session.view).toMatchObject({ loading: false, choice: { topic: 'job-content' } });
    expect(session.view.shown?.report.viewings).toBe(7);
  });

  it('keeps the last report beside a fault, and mends it on another try', async () => {
    const { session, script } = scriptSession();
    await session.resume('secret');
    script.report = unreachable;

    await session.refresh();

    expect(session.view.fault?.code).toBe('collector-unreachable');
    expect(session.view.shown?.report.viewings).toBe(23);

    script.report = aReport({ viewings: 24 });
    await session.refresh();

    expect(session.view.fault).toBeUndefined();
    expect(session.view.shown?.report.viewings).toBe(24);
  });

  it('forgets everything when the session ends', async () => {
    const { session, script } = scriptSession({}, { isOpen: true });
    await session.resume();
    script.graphs = wrongToken;

    await session.refresh();

    expect(session.view).toMatchObject({ stage: 'signed-out', shown: undefined, fault: { code: 'token-ended' } });
  });

  it('forgets everything when the reader closes the report, and ends the session', async () => {
    const { session, door } = scriptSession({}, { isOpen: true });
    await session.resume();

    await session.signOut();

    expect(session.view).toMatchObject({ stage: 'signed-out', shown: undefined, graphs: undefined, fault: undefined });
    expect(door.isOpen).toBe(false);
  });

  it('says so when the collector could not be told that the reader left', async () => {
    const { session } = scriptSession({ leaving: unreachable }, { isOpen: true });
    await session.resume();

    await session.signOut();

    expect(session.view).toMatchObject({ stage: 'signed-out', shown: undefined, fault: { code: 'still-open' } });
  });

  it('has nothing to show while the collector knows no graph', async () => {
    const { session, asked } = scriptSession({ graphs: [] });

    await session.resume('secret');

    expect(session.view).toMatchObject({ stage: 'signed-in', loading: false, graphs: [], shown: undefined });
    expect(asked.filters).toEqual([]);
  });

  it('saves a file of what is shown, named after graph and day', async () => {
    const { session, asked } = scriptSession();
    await session.resume('secret');
    await session.choose({ topic: 'career' });

    await session.download('csv', 'ja');

    const filter = { graph: 'welcome', since: new Date(2026, 9, 22), topic: 'career' };
    expect(asked.files).toEqual([{ format: 'csv', filter, language: 'ja' }]);
    expect(asked.saved.map(({ name }) => name)).toEqual(['welcome-2026-11-20.csv']);
    expect(session.view.download).toEqual({ type: 'finished', format: 'csv', file: 'welcome-2026-11-20.csv' });
  });

  it('says why a file did not come', async () => {
    const { session, asked } = scriptSession({ file: unreachable });
    await session.resume('secret');

    await session.download('jsonl', 'ja');

    expect(session.view.download).toMatchObject({ type: 'failed', fault: { code: 'collector-unreachable' } });
    expect(asked.saved).toEqual([]);
  });
});
