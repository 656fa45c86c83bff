import type { ChildProcess } from 'node:child_process';

export interface StartedPostgres {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export function findPostgres(): string | undefined;
export function startPostgres(options?: {
  readonly durable?: boolean;
  readonly settings?: readonly string[];
}): Promise<StartedPostgres>;
