import { describe, expect, it } from 'vitest';

import { labelGraphs } from '../../src/domain/labels.js';
import type { LoggedReaction, TableOptions } from '../../src/domain/reaction-columns.js';
import { csvHeader, reactionsToCsv } from '../../src/domain/reaction-csv.js';
import { reactionToJsonLine } from '../../src/domain/reaction-json.js';
import { aReaction, aUuid } from '../collector/reactions.js';
import { aHubGraph } from '../fixtures.js';
import { parseCsv } from './parse-csv.js';

const graph = aHubGraph({ wayOut: '=もう十分' });
const labels = labelGraphs([graph]);
const japanese = { language: 'ja', labels } as const;

/** The row as header word → cell, empty cells left out. */
function cellsOf(row: LoggedReaction, options: TableOptions = japanese): Record<string, string> {
  const [words = [], cells = []] = parseCsv(reactionsToCsv([row], options).slice(1));
  return Object.fromEntries(words.map((word, index) => [word, cells[index] ?? '']).filter(([, cell]) => cell));
}

describe('csvHeader', () => {
  it('begins with the mark that makes Excel read UTF-8, and says which zone the time is in', () => {
    expect(csvHeader(japanese)).toMatch(/^\uFEFF日時（日本時間）,動画,視聴番号,氏名,/);
    expect(csvHeader({ language: 'en', labels, timeZone: 'UTC' })).toMatch(/^\uFEFFTime \(UTC\),Video,Viewing,Name,/);
  });
});

describe('reactionToCsv', () => {
  it('tells an answer in the author’s words, with where it came from and where it led', () => {
    const reaction = aReaction({
      type: 'answered',
      scene: 'hub',
      question: 'about-hub',
      options: ['team'],
      to: 'team',
      signals: [
        { kind: 'interest', topic: 'relationships', weight: 2 },
        { kind: 'anxiety', topic: 'career' },
      ],
    });

    expect(cellsOf({ reaction })).toEqual({
      '日時（日本時間）': '2026-11-20 14:03:05',
      動画: '会社紹介',
      視聴番号: 'aaaaaaaa',
      順番: '1',
      できごと: '回答',
      シーン: '何から見ますか',
      質問: '知りたいことは？',
      回答: '先輩のこと',
      移動元のシーン: '何から見ますか',
      移動先のシーン: '先輩の話',
      関心のトピック: '人間関係・社風',
      関心の強さ: '2',
      不安のトピック: 'キャリア',
      不安の強さ: '1',
      '日時（UTC）': '2026-11-20T05:03:05Z',
      種別: 'answered',
      反応ID: aUuid(1001),
      視聴ID: aUuid(1, 'viewing'),
      動画ID: 'graph',
      動画の版: '1',
      シーンID: 'hub',
      質問ID: 'about-hub',
      選択肢ID: 'team',
      移動元ID: 'hub',
      移動先ID: 'team',
      トピックID: 'relationships career',
    });
  });

  it('names the viewer only where an identity is handed in', () => {
    const reaction = aReaction({ type: 'notice-answered', choice: 'named' });
    const identity = { viewing: reaction.viewing, name: '田中 花子', reference: 'A-7' };

    expect(cellsOf({ reaction, identity })).toMatchObject({
      氏名: '田中 花子',
      社内管理番号: 'A-7',
      できごと: '記録に同意（名前あり）',
    });
    expect(cellsOf({ reaction })).not.toHaveProperty('氏名');
  });

  it('writes ids where the graph is not known', () => {
    const reaction = aReaction(
      { type: 'answered', scene: 'a', question: 'q', options: ['x', 'y'], to: 'b', signals: [] },
      { graph: 'other' },
    );

    expect(cellsOf({ reaction }, { language: 'en', labels })).toMatchObject({
      Video: 'other',
      Scene: 'a',
      Question: 'q',
      Answer: 'x / y',
      'To scene': 'b',
    });
  });

  it('tells a declined question, a changed answer and words apart', () => {
    const at = { scene: 'hub', question: 'about-hub', to: 'team' };

    expect(cellsOf({ reaction: aReaction({ type: 'skipped', ...at }) })).toMatchObject({ 回答: '答えたくない' });
    expect(
      cellsOf({
        reaction: aReaction({ type: 'answer-changed', ...at, options: ['team'], optionsBefore: ['end'], signals: [] }),
      }),
    ).toMatchObject({ 回答: '先輩のこと', 変更前の回答: "'=もう十分" });
    expect(
      cellsOf({ reaction: aReaction({ type: 'asked', scene: 'hub', text: '=残業は？', signals: [] }) }),
    ).toMatchObject({ 自由記述: "'=残業は？", できごと: '会社への質問' });
    expect(cellsOf({ reaction: aReaction({ type: 'answered', ...at, options: [], signals: [] }) })).toMatchObject({
      回答: '該当なし',
    });
  });

  it('tells how long a clip was played and where the viewer came from', () => {
    expect(
      cellsOf({ reaction: aReaction({ type: 'scene-left', scene: 'hub', to: 'team', watchedSeconds: 9.5 }) }),
    ).toMatchObject({ 再生秒数: '9.5', 移動元ID: 'hub', 移動先ID: 'team' });
    expect(cellsOf({ reaction: aReaction({ type: 'scene-entered', scene: 'team', from: 'hub' }) })).toMatchObject({
      シーン: '先輩の話',
      移動元ID: 'hub',
      移動先ID: 'team',
    });
  });
});

describe('reactionToJsonLine', () => {
  it('is the reaction itself on one line', () => {
    const reaction = aReaction({ type: 'asked', scene: 'hub', text: 'one\ntwo \uD800', signals: [] });

    const line = reactionToJsonLine({ reaction });

    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toEqual(reaction);
  });

  it('says who it was only where an identity is handed in', () => {
    const reaction = aReaction({ type: 'notice-answered', choice: 'named' });

    const line = reactionToJsonLine({ reaction, identity: { viewing: reaction.viewing, name: '田中' } });

    expect(JSON.parse(line)).toEqual({ ...reaction, viewer: { name: '田中' } });
  });
});
