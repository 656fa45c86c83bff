import '../define/followup-report.js';
import { takeTokenFromAddress } from '../runtime/reading-token.js';

/** The page around the report: the reader's language, and a token that came with the address. */
const TITLES = { ja: '反応レポート', en: 'Viewer reactions' } as const;

function speak(language: 'ja' | 'en'): void {
  document.documentElement.lang = language;
  document.title = TITLES[language];
}

const report = document.querySelector('followup-report');

speak(navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en');
if (report) {
  const bringToken = (): void => {
    report.token = takeTokenFromAddress() ?? report.token;
  };
  report.lang = document.documentElement.lang;
  report.addEventListener('followup-language', ({ language }) => speak(language));
  // A link that is pasted into an open tab changes the fragment only.
  window.addEventListener('hashchange', bringToken);
  bringToken();
}
