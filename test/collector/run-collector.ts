import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect } from 'vitest';

import { openLibsqlStore, startCollector, type Collector, type CollectorOptions } from '../../src/collector/index.js';
import type { LogEntry } from '../../src/collector/log-entry.js';
import type { ReactionStore } from '../../src/collector/reaction-store.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { aFreeText, aGraph, aSingleChoice } from '../fixtures.js';

export const TOKEN = 'a-token-for-readers';
export const ORIGIN = 'https://recruit.example.jp';

/** The graph whose words the collector knows. */
export const graph = aGraph({
  language: 'ja',
  title: '会社紹介',
  branches: { hub: ['team', 'end'], team: ['hub'], words: ['end'], end: [] },
  scenes: {
    hub: {
      hub: true,
      question: aSingleChoice({
        id: 'about-hub',
        prompt: '知りたいことは？',
        options: [
          { id: 'team', label: '先輩のこと' },
          { id: 'end', label: 'もう十分' },
        ],
      }),
    },
    words: { question: aFreeText({ id: 'words', topic: 'career' }) },
  },
});

export interface Refused {
  readonly status: number;
  readonly error: string;
  readonly message: string;
  readonly retryAfter: string | null;
}

/** Opens what the collector keeps things in, given the file that is its own. */
type OpenStore = (file: string) => ReactionStore | Promise<ReactionStore>;

/** A collector on a database in a folder of its own, started before each test and closed after it. */
export class RunningCollector {
  folder = '';
  log: LogEntry[] = [];
  collector!: Collector;
  readonly #options: Partial<CollectorOptions>;
  readonly #openStore: OpenStore;

  constructor(options: Partial<CollectorOptions>, openStore: OpenStore) {
    this.#options = options;
    this.#openStore = openStore;
  }

  /** Where the routes stand. */
  get base(): string {
    return `${this.collector.address}/collector`;
  }

  get database(): string {
    return join(this.folder, 'followup.db');
  }

  async start(options: Partial<CollectorOptions> = {}): Promise<void> {
    this.collector = await startCollector({
      store: options.store ?? (await this.#openStore(this.database)),
      port: 0,
      base: '/collector',
      origins: [ORIGIN],
      readerToken: TOKEN,
      graphs: [graph],
      log: (entry) => this.log.push(entry),
      ...this.#options,
      ...options,
    });
  }

  async restart(options: Partial<CollectorOptions> = {}): Promise<void> {
    await this.collector.close();
    await this.start(options);
  }

  post(
    body: BodyInit,
    headers: Record<string, string> = { 'content-type': 'application/json' },
    path = '/reactions',
  ): Promise<Response> {
    return fetch(this.base + path, { method: 'POST', body, headers });
  }

  send(reactions: readonly unknown[], more: object = {}, path = '/reactions'): Promise<Response> {
    return this.post(JSON.stringify({ format: 1, reactions, ...more }), undefined, path);
  }

  read(path: string, token = TOKEN): Promise<Response> {
    return fetch(this.base + path, { headers: { authorization: `Bearer ${token}` } });
  }

  /** Everything that is kept, as the file says it. */
  async lines(query = ''): Promise<Reaction[]> {
    const text = await (await this.read(`/reactions.jsonl${query}`)).text();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Reaction);
  }

  async expectAlive(): Promise<void> {
    expect((await fetch(`${this.base}/health`)).status).toBe(200);
  }
}

/** Runs a collector around each test of this `describe`. */
export function useCollector(
  options: Partial<CollectorOptions> = {},
  openStore: OpenStore = (file) => openLibsqlStore(file),
): RunningCollector {
  const running = new RunningCollector(options, openStore);
  beforeEach(async () => {
    running.folder = mkdtempSync(join(tmpdir(), 'followup-collector-'));
    running.log = [];
    await running.start();
  });
  afterEach(async () => {
    await running.collector.close();
    rmSync(running.folder, { recursive: true, force: true });
  });
  return running;
}

/** What is in an answer that says no. */
export async function refusal(answer: Response | Promise<Response>): Promise<Refused> {
  const response = await answer;
  const { error, message } = (await response.json()) as { error: string; message: string };
  return { status: response.status, error, message, retryAfter: response.headers.get('retry-after') };
}
