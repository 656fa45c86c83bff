import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { FileFormat } from '../../runtime/collector-reader.js';
import type { Download } from '../../runtime/report-session.js';
import { styles } from './followup-report-downloads.styles.js';
import { ReportElement } from './report-element.js';
import { nameFault } from './report-messages.js';
import { ReportWishEvent } from './report-wishes.js';

/** What most readers want; what programs want lies folded behind them. */
const FORMATS: readonly FileFormat[] = ['xlsx', 'csv'];
const MORE_FORMATS: readonly FileFormat[] = ['jsonl', 'parquet', 'xapi'];

/**
 * Saves the reactions as files, and says how far that has come.
 *
 * @tag followup-report-downloads
 * @csspart download - The button of one format.
 * @csspart more - The formats that lie folded, for programs.
 * @csspart status - What became of the last download.
 */
export class FollowupReportDownloadsElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  @property({ attribute: false }) download: Download = { type: 'none' };

  protected override render(): TemplateResult {
    const { words, download } = this;
    return html`
      <div class="formats">${FORMATS.map((format) => this.#renderFormat(format))}</div>
      <details part="more">
        <summary>${words.moreFormats}</summary>
        <div class="formats">${MORE_FORMATS.map((format) => this.#renderFormat(format))}</div>
      </details>
      <p part="status" role="status" class=${download.type}>${this.#renderStatus(download)}</p>
    `;
  }

  #renderFormat(format: FileFormat): TemplateResult {
    const { label, help } = this.words.formats[format];
    return html`
      <button
        type="button"
        part="download"
        aria-disabled=${this.download.type === 'running'}
        @click=${() => this.#download(format)}
      >
        <span class="label">${label}</span>
        <span class="muted">${help}</span>
      </button>
    `;
  }

  #renderStatus(download: Download): string | typeof nothing {
    const { words } = this;
    switch (download.type) {
      case 'none':
        return nothing;
      case 'running':
        return words.downloading(words.formats[download.format].label);
      case 'finished':
        return words.downloaded(download.file);
      case 'failed': {
        const name = nameFault(download.fault.code);
        return words.downloadFailed(name === 'failed' ? words.forOperator(download.fault.message) : words.fault[name]);
      }
    }
  }

  #download(format: FileFormat): void {
    const { language } = this;
    this.dispatchEvent(new ReportWishEvent((session) => void session.download(format, language)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-downloads': FollowupReportDownloadsElement;
  }
}
