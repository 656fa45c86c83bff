import { describe, expect, it } from 'vitest';

import { openOtherTabs, type TabNews } from '../../src/log/other-tabs.js';
import { id, viewing } from './reactions.js';
import { ScriptedChannels } from './scripted-channels.js';

/** Two tabs with the same log, and what the second hears. */
function twoTabs() {
  const channels = new ScriptedChannels();
  const [one, other] = [openOtherTabs('log', channels.open), openOtherTabs('log', channels.open)];
  const heard: TabNews[] = [];
  const stop = other.listen((news) => heard.push(news));
  return { channels, one, other, heard, stop };
}

const stopped: TabNews = { type: 'stopped', viewing: viewing(1) };

describe('openOtherTabs', () => {
  it('tells the other tabs, and not the one that tells', () => {
    const { one, heard } = twoTabs();
    const echoes: TabNews[] = [];
    one.listen((news) => echoes.push(news));
    const taken: TabNews = { type: 'taken-back', what: { of: 'reactions', viewing: viewing(1), reactions: [id(7)] } };

    one.tell(stopped);
    one.tell(taken);

    expect(heard).toEqual([stopped, taken]);
    expect(echoes).toEqual([]);
  });

  it('is silent between logs of different names', () => {
    const { channels, heard } = twoTabs();

    openOtherTabs('another', channels.open).tell(stopped);

    expect(heard).toEqual([]);
  });

  it.each([
    undefined,
    'stopped',
    { type: 'greeting' },
    { type: 'stopped', viewing: 7 },
    { type: 'taken-back' },
    { type: 'taken-back', what: { of: 'all', viewing: 'x' } },
    { type: 'taken-back', what: { of: 'reactions', reactions: 'x' } },
    { type: 'taken-back', what: { of: 'reactions', reactions: [7] } },
    { type: 'taken-back', what: { of: 'everything', viewing: {} } },
  ])('does not hear %j, which some other script may say', (data) => {
    const { channels, heard } = twoTabs();

    channels.open('log').postMessage(data);

    expect(heard).toEqual([]);
  });

  it('hears nothing once it was told to stop, or was closed', () => {
    const { one, other, heard, stop } = twoTabs();
    const late: TabNews[] = [];
    other.listen((news) => late.push(news));

    stop();
    one.tell(stopped);
    other.close();
    one.tell(stopped);

    expect(heard).toEqual([]);
    expect(late).toEqual([stopped]);
  });

  it('says nothing after it was closed', () => {
    const { one, heard } = twoTabs();

    one.close();
    one.tell(stopped);

    expect(heard).toEqual([]);
  });

  it('is alone where there are no channels', () => {
    const tabs = openOtherTabs('log', () => {
      throw new ReferenceError('BroadcastChannel is not defined');
    });

    tabs.tell(stopped);
    tabs.listen(() => undefined)();
    tabs.close();
  });
});
