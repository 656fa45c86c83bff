import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define/followup-record.js';
import type { FollowupRecordElement } from '../../src/elements/followup-record.js';
import type { OwnRecord, RecordDesk } from '../../src/runtime/record-desk.js';
import { aGraph, aSingleChoice } from '../fixtures.js';
import { aDesk } from './fake-session.js';
import { aRecord, aRecordedViewing } from './own-record.js';
import { click, findOne, focusedName, named, isThere, read, settle } from './see.js';
import { wishesOf } from './wishes.js';

const graph = aGraph({
  scenes: {
    welcome: { question: aSingleChoice({ id: 'welcome', prompt: '何が気になりますか。' }, ['people', 'work']) },
    several: {},
    rating: {},
  },
});

async function draw(record: OwnRecord, wish: Partial<RecordDesk> = {}) {
  const calls: unknown[][] = [];
  const call =
    (name: string) =>
    async (...given: unknown[]): Promise<void> =>
      void calls.push([name, ...given]);
  const desk: RecordDesk = {
    ...aDesk(record),
    remove: call('remove'),
    removeAll: call('removeAll'),
    removeByCode: call('removeByCode'),
    change: call('change'),
    ...wish,
  };
  const panel = await fixture<FollowupRecordElement>(html`
    <followup-record
      language="ja"
      .graph=${graph}
      .way=${[{ visit: 3, scene: 'welcome', title: 'Welcome' }]}
      .desk=${desk}
      viewer-name="佐藤 さくら"
    ></followup-record>
  `);
  await settle();
  return { panel, calls };
}

describe('followup-record', () => {
  it('says in the words of the graph what is recorded, and how the company sorts it', async () => {
    const { panel } = await draw(aRecord());

    expect(read(panel)).to.contain('現在、名前を出さずに記録しています。');
    expect(read(panel)).to.contain('何が気になりますか。');
    expect(read(panel)).to.contain('会社での分類：不安 (Relationships)');
    expect(read(panel)).to.contain('「初日は何を持っていけばよいですか。」');
  });

  it('lists every single reaction', async () => {
    const { panel } = await draw(aRecord());

    expect(panel.shadowRoot?.querySelectorAll('details ol li')).to.have.length(10);
    expect(panel.shadowRoot?.querySelector('details ol')?.textContent).to.contain('12秒視聴');
  });

  it('deletes all answers to a question at once, so that none comes back', async () => {
    const viewing = aRecordedViewing();
    const [, , , answer] = viewing.reactions;
    if (answer?.type !== 'answered') throw new Error('The fixture changed.');
    const later = { ...answer, id: '00000000-0000-4000-8000-000000000099', sequence: 11, options: ['work'] };
    const record = aRecord('unnamed', { viewings: [{ ...viewing, reactions: [...viewing.reactions, later] }] });
    const { panel, calls } = await draw(record);

    await click(named(panel, '「何が気になりますか。」の回答を削除する'));
    await settle();

    expect(calls).to.deep.equal([['remove', [answer, later]]]);
    expect(read(panel)).to.contain('削除しました。');
  });

  it('leads back to the question of an answer that is to be changed', async () => {
    const { panel } = await draw(aRecord());
    const wishes = wishesOf(panel);

    await click(named(panel, '「何が気になりますか。」の回答を変更する'));

    expect(wishes).to.deep.equal([['goBack', 3]]);
  });

  it('deletes everything with one press', async () => {
    const { panel, calls } = await draw(aRecord());

    await click(named(panel, 'すべて削除する'));
    await settle();

    expect(calls).to.deep.equal([['removeAll']]);
    expect(focusedName()).to.equal('記録の確認・変更');
  });

  it('says that the company has still to hear of a deletion', async () => {
    const { panel } = await draw(aRecord('unnamed', { waiting: 1 }));

    await click(named(panel, 'すべて削除する'));
    await settle();

    expect(read(panel)).to.contain('通信できしだい自動で削除されます');
  });

  it('does not say that something is gone when it is not', async () => {
    const { panel } = await draw(aRecord(), { removeAll: () => Promise.reject(new Error('disk')) });

    await click(named(panel, 'すべて削除する'));
    await settle();

    expect(read(panel)).to.contain('変更できませんでした');
    expect(read(panel)).to.not.contain('削除しました。');
  });

  it('offers the choices that were not taken', async () => {
    const { panel, calls } = await draw(aRecord('named'));

    expect(isThere(panel, '名前を伝えて記録する')).to.equal(false);
    await click(named(panel, '名前を出さずに記録する'));
    await click(named(panel, '記録をやめる'));

    expect(calls).to.deep.equal([
      ['change', 'unnamed'],
      ['change', 'unrecorded'],
    ]);
  });

  it('shows the code in groups of five', async () => {
    const { panel } = await draw(aRecord());

    expect(findOne(panel, 'code').textContent).to.equal('7K3QF-2M9XA-0C4DW-8RT1E');
  });

  it('takes a code from another device however it is typed', async () => {
    const { panel, calls } = await draw(aRecord());
    await click(findOne(panel, 'details.part summary'));
    const field = findOne<HTMLInputElement>(panel, 'input');
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
    };

    type('7k3qf-2m9x');
    await click(named(panel, 'この記録を削除する'));
    await settle();
    expect(read(findOne(panel, 'form'))).to.contain('削除コードは英数字20文字です');
    expect(field.getAttribute('aria-invalid')).to.equal('true');

    type(' 7k3qf 2m9xa ocadw 8rtie ');
    await click(named(panel, 'この記録を削除する'));
    await settle();
    expect(calls).to.deep.equal([['removeByCode', '7K3QF2M9XA0CADW8RT1E']]);
  });

  it('shows what was changed in another tab', async () => {
    let record = aRecord();
    let tell = (): void => undefined;
    const { panel } = await draw(record, {
      read: async () => record,
      listen: (listener) => {
        tell = listener;
        return () => undefined;
      },
    });

    record = { ...record, choice: 'unrecorded', viewings: [] };
    tell();
    await settle();

    expect(read(panel)).to.contain('現在、記録していません。');
    expect(read(panel)).not.to.contain('何が気になりますか。');
  });

  it('offers no other choice before the notice was answered, and takes a code', async () => {
    const { panel, calls } = await draw({ choice: undefined, viewings: [], waiting: 0, refusals: [] });
    await click(findOne(panel, 'details.part summary'));
    const field = findOne<HTMLInputElement>(panel, 'input');
    field.value = '7K3QF-2M9XA-0C4DW-8RT1E';
    field.dispatchEvent(new Event('input'));
    await click(named(panel, 'この記録を削除する'));
    await settle();

    expect(isThere(panel, '名前を出さずに記録する')).to.equal(false);
    expect(calls).to.deep.equal([['removeByCode', '7K3QF2M9XA0C4DW8RT1E']]);
  });

  it('tells whom to ask where the company refused', async () => {
    const { panel } = await draw(aRecord('unnamed', { refusals: ['No viewing has this code.'] }));

    expect(read(panel)).to.contain('削除できなかったものがあります');
  });

  it('says that there is nothing where there is nothing', async () => {
    const { panel } = await draw({ choice: 'unrecorded', viewings: [], waiting: 0, refusals: [] });

    expect(read(panel)).to.contain('このブラウザーに、ご自身の記録はありません。');
    expect(isThere(panel, 'すべて削除する')).to.equal(false);
  });
});
