import type { Notice } from './graph.js';

/**
 * Names the terms that a viewer agrees to. The author's own version counts; without one the terms themselves do, so
 * that a changed purpose, reader or time of keeping asks again. Whom to ask, and where the policy lies, may change.
 */
export function noticeVersionOf({ version, collector, purpose, readers, retentionDays }: Notice): string {
  return version ?? `terms-${fingerprint(JSON.stringify([collector, purpose, readers, retentionDays]))}`;
}

/** 53 bits (cyrb53): enough to tell one text from its next version. Nobody gains by making two that are alike. */
function fingerprint(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
}
