import { describe, expect, it } from 'vitest';

import { noticeVersionOf } from '../../src/domain/notice-version.js';
import { aGraph } from '../fixtures.js';

describe('noticeVersionOf', () => {
  const { version: _, ...notice } = aGraph().notice;

  it("is the author's own, whatever else changes", () => {
    expect(noticeVersionOf({ ...notice, version: '2026-11' })).to.equal('2026-11');
    expect(noticeVersionOf({ ...notice, version: '2026-11', purpose: 'Another.' })).to.equal('2026-11');
  });

  it('changes with each of the terms', () => {
    const versions = [
      notice,
      { ...notice, purpose: 'Another.' },
      { ...notice, readers: 'Others.' },
      { ...notice, collector: 'Another company' },
      { ...notice, retentionDays: notice.retentionDays + 1 },
    ].map(noticeVersionOf);

    expect(new Set(versions).size).to.equal(versions.length);
  });

  it('stays the same where only the way to ask about it changes', () => {
    const other = { ...notice, contact: 'saiyo@example.com', policy: 'https://example.com/privacy' };

    expect(noticeVersionOf(other)).to.equal(noticeVersionOf(notice));
  });
});
