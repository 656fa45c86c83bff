/** The value below which a share of the values lies, by the nearest rank. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values) => quantile(values, 0.5);
export const p95 = (values) => quantile(values, 0.95);

/** To a tenth of a millisecond: finer is noise. */
export const rounded = (value) => Math.round(value * 10) / 10;

/** What a line of the bench says of a list of measured milliseconds. */
export const summary = (values) => ({
  trials: values.length,
  medianMs: rounded(median(values)),
  p95Ms: rounded(p95(values)),
});
