import type { Language } from '../language.js';

/** The reader chose the other language. The page may want to say so in its own `lang`. */
export class FollowupLanguageEvent extends Event {
  readonly language: Language;

  constructor(language: Language) {
    super('followup-language', { bubbles: true, composed: true });
    this.language = language;
  }
}

declare global {
  interface HTMLElementEventMap {
    'followup-language': FollowupLanguageEvent;
  }
}
