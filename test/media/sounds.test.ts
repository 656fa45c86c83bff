import { describe, expect, it } from 'vitest';

import { chooseSound, listSounds, soundThatIsOn } from '../../src/media/sounds.js';

const sounds = (on: string, ...languages: readonly string[]) =>
  languages.map((language) => ({ language, label: `in ${language}`, enabled: language === on }));
const isOn = (tracks: ReturnType<typeof sounds>) =>
  tracks.filter(({ enabled }) => enabled).map(({ language }) => language);

describe('chooseSound', () => {
  it('turns on the sound in that language, and off the one before', () => {
    const tracks = sounds('ja', 'ja', 'en');

    chooseSound(tracks, 'en');

    expect(isOn(tracks)).toEqual(['en']);
  });

  it('takes a kin where the very language is not there', () => {
    const tracks = sounds('ja', 'ja', 'en-GB');

    chooseSound(tracks, 'en-US');

    expect(isOn(tracks)).toEqual(['en-GB']);
  });

  it('leaves all as it is where the language is not there, or none was asked for', () => {
    const tracks = sounds('ja', 'ja', 'en');

    chooseSound(tracks, 'fr');
    chooseSound(tracks, undefined);
    chooseSound([], 'en');

    expect(isOn(tracks)).toEqual(['ja']);
  });
});

describe('listSounds', () => {
  it('lists them as the stream names them', () => {
    expect(listSounds(sounds('ja', 'ja', 'en'))).toEqual([
      { language: 'ja', label: 'in ja' },
      { language: 'en', label: 'in en' },
    ]);
  });

  it('lists nothing where there is nothing to choose, or nobody says which is which', () => {
    expect(listSounds(sounds('ja', 'ja'))).toEqual([]);
    expect(listSounds(sounds('', '', 'en'))).toEqual([]);
    expect(soundThatIsOn(sounds('ja', 'ja'))).toBe(undefined);
  });
});

describe('soundThatIsOn', () => {
  it('tells the language that sounds', () => {
    expect(soundThatIsOn(sounds('en', 'ja', 'en'))).toBe('en');
  });
});
