import type { Language } from './language.js';

/** What the player says before it is there. */
export interface FirstWords {
  readonly preparing: string;
  readonly brokenTitle: string;
  readonly brokenText: string;
  readonly retry: string;
}

export const FIRST_WORDS: Readonly<Record<Language, FirstWords>> = {
  ja: {
    preparing: '動画を準備しています',
    brokenTitle: '動画を表示できませんでした',
    brokenText:
      '少し時間をおいて、もう一度お試しください。続くようでしたら、お手数ですが採用担当までお知らせください。',
    retry: 'もう一度試す',
  },
  en: {
    preparing: 'Preparing the video',
    brokenTitle: 'The video could not be shown',
    brokenText: 'Please try again in a little while. If it keeps happening, let your recruiter know.',
    retry: 'Try again',
  },
};
