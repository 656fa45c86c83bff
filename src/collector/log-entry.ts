/** One line of the collector's own log. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: 'started' | 'stopped' | 'request' | 'expired' | 'fault';
  readonly method?: string;
  /** The route's pattern, never the address that was asked for: a filter or a slip of the pen may hold a name. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly code?: string;
  readonly message?: string;
}
