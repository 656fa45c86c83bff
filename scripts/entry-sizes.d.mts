/** Bytes of one entry. `lazy`: fetched by itself later. `viewing`: all that a viewing over mp4 and WebM can need. */
export interface EntrySize {
  readonly entry: string;
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly viewingBrotli: number;
  readonly lazyBrotli: number;
}

export function measureEntries(): Promise<readonly EntrySize[]>;

/** The names of the files that are counted for a viewing with `followup-player.min.js`. */
export function countedFiles(): readonly string[];
