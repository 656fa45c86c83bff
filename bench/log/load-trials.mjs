import { runnerImport } from 'vite';

const FILE = new URL('fault-trials.ts', import.meta.url).pathname;

/** The trials of the tests, which are TypeScript. */
export const loadTrials = async () => (await runnerImport(FILE, { configFile: false, logLevel: 'silent' })).module;
