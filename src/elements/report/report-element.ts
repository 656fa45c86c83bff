import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { Language } from '../language.js';
import { messagesFor, type ReportMessages } from './report-messages.js';

/** What every part of the report has: its words, and numbers and times as its language writes them. */
export abstract class ReportElement extends LitElement {
  /** The language of the report's own words. */
  @property() language: Language = 'ja';

  protected get words(): ReportMessages {
    return messagesFor(this.language);
  }

  protected writeNumber(number: number): string {
    return number.toLocaleString(this.language);
  }

  /** In the reader's own time zone. */
  protected writeTime(instant: string): string {
    return new Date(instant).toLocaleString(this.language, { dateStyle: 'medium', timeStyle: 'short' });
  }
}
