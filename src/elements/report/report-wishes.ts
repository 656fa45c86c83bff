import type { ReportSession } from '../../runtime/report-session.js';

/**
 * What the reader wants done, said by the part they used. It crosses the shadow roots of parts within parts,
 * and ends at the report, so a page never hears it.
 */
export class ReportWishEvent extends Event {
  readonly carryOut: (session: ReportSession) => void;

  constructor(carryOut: (session: ReportSession) => void) {
    super('followup-report-wish', { bubbles: true, composed: true });
    this.carryOut = carryOut;
  }
}

declare global {
  interface HTMLElementEventMap {
    'followup-report-wish': ReportWishEvent;
  }
}
