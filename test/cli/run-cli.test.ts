import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { runCli } from '../../src/cli/run-cli.js';
import { aGraph } from '../fixtures.js';

describe('runCli', () => {
  let folder: string;
  let said: string[];
  let warned: string[];

  const run = (args: readonly string[], env: Record<string, string> = {}, untilStopped = () => Promise.resolve()) =>
    runCli(args, { env, say: (line) => said.push(line), warn: (line) => warned.push(line), untilStopped });
  const write = (name: string, content: unknown) => {
    const file = join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    return file;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'followup-cli-'));
    said = [];
    warned = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lists its commands', async () => {
    expect(await run(['--help'])).toBe(0);
    expect(said.join('\n')).toMatch(/collector {2}Take what players send.*\n {2}export {5}Write what.*\n {2}check/);
  });

  it.each([
    [[], 2],
    [['help', 'check'], 0],
    [['collector', '--help'], 0],
    [['check', '-h'], 0],
  ])('answers %j with help and %i', async (args, code) => {
    expect(await run(args)).toBe(code);
    expect(said.join('\n')).toMatch(/^Usage: followup-player/);
  });

  it.each([
    [['colector'], /There is no command "colector"\. Known are: collector, export, check\./],
    [['collector', '--prot', '80'], /There is no option --prot\. Did you mean --port\?/],
    [['collector', '--por', '80'], /There is no option --por\. Did you mean --port\?/],
    [['collector', '--port'], /The option --port needs a value\./],
    [['collector', '--port', '80a'], /"80a" is no port\./],
    [['collector', 'now'], /"now" is not expected here\./],
    [['collector', '--origin', 'recruit.example.jp'], /"recruit\.example\.jp" is no origin\./],
    [['collector', '--origin', 'https://example.jp/jobs'], /is no origin\./],
    [['collector', '--pages', 'dist'], /does not say where the folder stands/],
    [['collector', '--log', 'loud'], /"loud" is no log level/],
    [['collector', '--retention-days', '0'], /"0" is no number of days\. Write a number from 1 to 3650\./],
    [['collector', '--trust-prox', 'loopback'], /There is no option --trust-prox\. Did you mean --trust-proxy\?/],
    [['collector', 'token'], /Say what to do: token add, token list or token remove\./],
    [['collector', 'token', 'add', '--role', 'names'], /Whose token is it\?/],
    [['collector', 'token', 'add', '--name', 'Sato'], /A token needs a role\. Choose one of aggregate, names, admin/],
    [['collector', 'token', 'add', '--name', 'Sato', '--role', 'boss'], /"boss" is no role\./],
    [['check'], /There is nothing to check\./],
    [['check', '--strict=yes', 'a.json'], /The option --strict takes no value\./],
  ])('says what is wrong with %j', async (args, sentence) => {
    expect(await run(args)).toBe(2);
    expect(warned.join('\n')).toMatch(sentence);
    expect(said).toEqual([]);
  });

  describe('check', () => {
    it('is content with a good graph', async () => {
      const file = write('good.json', aGraph());

      expect(await run(['check', file])).toBe(0);
      expect(said).toEqual([`${file}: nothing is wrong.`]);
    });

    it('tells each mistake with line and column, and fails', async () => {
      const file = write('broken.json', aGraph({ branches: { welcome: ['nowhere'], end: [] } }));
      const lines = readFileSync(file, 'utf8').split('\n');
      const line = lines.findIndex((text) => text.includes('"nowhere"')) + 1;
      const column = (lines[line - 1] ?? '').indexOf('"nowhere"') + 1;

      expect(await run(['check', file])).toBe(1);
      expect(said.join('\n')).toContain(`${file}:${line}:${column} error unknown-scene: `);
      expect(said.at(-1)).toMatch(/errors?, \d+ warnings?\. It cannot be played like this\.$/);
    });

    it('lets warnings pass, but not strictly', async () => {
      const file = write('warned.json', aGraph({ scenes: { end: { text: undefined, ending: {} } } }));

      expect(await run(['check', file])).toBe(0);
      expect(said.join('\n')).toMatch(/warning missing-text: /);
      expect(await run(['check', '--strict', file])).toBe(1);
    });

    it('reads every graph of a folder, and files that are not JSON too', async () => {
      write('a.json', aGraph());
      write('b.json', '{ "format": 1,, }');
      write('notes.txt', 'not a graph');

      expect(await run(['check', folder])).toBe(1);
      expect(said.filter((line) => line.includes('a.json'))).toEqual([`${join(folder, 'a.json')}: nothing is wrong.`]);
      expect(said.join('\n')).toMatch(/b\.json:1:15 error not-json: /);
      expect(said.join('\n')).not.toContain('notes.txt');
    });

    it('says that a file is not there', async () => {
      expect(await run(['check', join(folder, 'none.json')])).toBe(1);
      expect(warned.join('\n')).toMatch(/There is no file or folder ".*none\.json"\./);
    });
  });

  describe('collector', () => {
    const addressIn = (lines: readonly string[]) => /listens at (\S+)/.exec(lines.join('\n'))?.[1] ?? '';

    it('makes a token that nobody else can read, takes it for reading, and keeps it', async () => {
      const data = join(folder, 'data');
      let status = 0;
      let wrong = 0;
      const whileRunning = async () => {
        const token = readFileSync(join(data, 'reader-token'), 'utf8').trim();
        const report = `${addressIn(said)}/report`;
        status = (await fetch(report, { headers: { authorization: `Bearer ${token}` } })).status;
        wrong = (await fetch(report)).status;
      };

      expect(await run(['collector', '--port', '0', '--data', data, '--base', 'collector/'], {}, whileRunning)).toBe(0);
      const token = readFileSync(join(data, 'reader-token'), 'utf8');
      expect(await run(['collector', '--port', '0', '--data', data])).toBe(0);

      expect([status, wrong]).toEqual([200, 401]);
      expect(token).toMatch(/^[\w-]{32}\n$/);
      expect(readFileSync(join(data, 'reader-token'), 'utf8')).toBe(token);
      expect(statSync(join(data, 'reader-token')).mode & 0o777).toBe(0o600);
      expect(statSync(data).mode & 0o777).toBe(0o700);
      expect(said.join('\n')).toContain(`The reading token is in ${join(data, 'reader-token')}`);
      expect(said.join('\n')).not.toContain(token.trim());
    });

    it('takes its settings from the environment too', async () => {
      const graphs = join(folder, 'graphs');
      mkdirSync(graphs);
      writeFileSync(join(graphs, 'graph.json'), JSON.stringify(aGraph({ title: 'From a folder' })));
      writeFileSync(join(graphs, 'other.json'), '{}');
      const env = {
        FOLLOWUP_PORT: '0',
        FOLLOWUP_DATA: join(folder, 'data'),
        FOLLOWUP_GRAPHS: graphs,
        FOLLOWUP_ORIGINS: 'https://a.example, https://b.example/',
        FOLLOWUP_TOKEN_FILE: write('token', 'a-token-of-our-own\n'),
      };
      let listed: unknown;
      let origin: string | null = null;
      const whileRunning = async () => {
        const headers = { authorization: 'Bearer a-token-of-our-own', origin: 'https://b.example' };
        const response = await fetch(`${addressIn(said)}/graphs`, { headers });
        listed = await response.json();
        origin = response.headers.get('access-control-allow-origin');
      };

      expect(await run(['collector'], env, whileRunning)).toBe(0);
      expect(listed).toMatchObject({ graphs: [{ id: 'graph', title: 'From a folder' }] });
      expect(origin).toBe('https://b.example');
      expect(warned.join('\n')).toMatch(/other\.json" is no graph that can be played/);
    });

    it('does not start with a token that could be guessed', async () => {
      const file = write('token', 'short');

      expect(await run(['collector', '--port', '0', '--data', folder, '--token-file', file])).toBe(1);
      expect(warned.join('\n')).toMatch(/is not usable\. Write one line of at least 16 characters/);
    });

    it('does not start on a time zone that there is not, or to serve a folder that there is not', async () => {
      expect(await run(['collector', '--port', '0', '--data', folder, '--time-zone', 'Mars/North'])).toBe(1);
      expect(await run(['collector', '--port', '0', '--data', folder, '--pages', `${folder}/none=/`])).toBe(1);
      expect(warned[0]).toMatch(/"Mars\/North" is no time zone/);
      expect(warned[1]).toMatch(/There is no folder ".*none" to serve pages from/);
    });
  });
});
