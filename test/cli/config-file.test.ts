import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readCollectorSettings } from '../../src/cli/collector-settings.js';
import { readConfigFile } from '../../src/cli/config-file.js';
import { useShell } from './surroundings.js';

const site = { name: 'recruit', key: 'recruit-key', origins: ['https://recruit.example.jp'] };

describe('readConfigFile', () => {
  const shell = useShell();

  it.each<[string, unknown, RegExp]>([
    ['broken JSON', '{ "port": 80,, }', /The settings ".*collector\.json" are not JSON\. .+/],
    ['a list', [], /the whole has to be one object, in braces\./],
    ['a misspelt name', { prot: 80 }, /"prot" is not known\. Did you mean "port"\? Known there are port, host, /],
    ['a name that nobody could mean', { admin: true }, /"admin" is not known\. Known there are port, /],
    [
      'a misspelt name of a site',
      { sites: [{ ...site, origin: [] }] },
      /"sites\.0\.origin" is not known\. Did you mean "origins"\?/,
    ],
    ['a site without a key', { sites: [{ name: 'a', origins: ['*'] }] }, /"sites\.0\.key" is missing\./],
    [
      'a site without origins',
      { sites: [{ ...site, origins: [] }] },
      /"sites\.0\.origins" is not as it should be\. It may not be empty\./,
    ],
    [
      'a key that no address can carry',
      { sites: [{ ...site, key: 'a key & more' }] },
      /"sites\.0\.key" is not as it should be\. Letters without accents/,
    ],
    [
      'two sites of one key',
      { sites: [site, { ...site, name: 'other' }] },
      /two sites have the same key\. Give each its own\./,
    ],
    ['a port that there is not', { port: 70_000 }, /"port" is not as it should be\. The most is 65535\./],
    ['a number in quotation marks', { port: '80' }, /"port" is not as it should be\. Expected number\./],
    [
      'half a day',
      { retentionDays: 0.5 },
      /"retentionDays" is not as it should be\. (?:Write a whole number|The least is 1)\./,
    ],
    ['pages without a place', { pages: [{ folder: 'dist' }] }, /"pages\.0\.at" is missing\./],
    ['no queue at all', { limits: { queue: 0 } }, /"limits\.queue" is not as it should be\. The least is 1\./],
  ])('says what is wrong with %s', (_name, content, sentence) => {
    const file = shell.write('collector.json', content);

    expect(() => readConfigFile(file)).toThrow(sentence);
  });

  it('says that a file is not there', () => {
    expect(() => readConfigFile(join(shell.folder, 'none.json'))).toThrow(
      /The settings ".*none\.json" cannot be read\. Check the name after --config\./,
    );
  });

  it('takes paths from where the file lies, and addresses as they are', () => {
    const file = shell.write('collector.json', {
      data: 'data',
      graphs: ['graphs'],
      database: 'postgres://db/followup',
      namesDatabase: 'names.db',
      pages: [{ folder: 'hr', at: '/hr/' }],
    });

    expect(readConfigFile(file)).toEqual({
      data: join(shell.folder, 'data'),
      graphs: [join(shell.folder, 'graphs')],
      database: 'postgres://db/followup',
      namesDatabase: join(shell.folder, 'names.db'),
      pages: [{ folder: join(shell.folder, 'hr'), at: '/hr/' }],
    });
  });
});

describe('readCollectorSettings', () => {
  const shell = useShell();

  it('takes the command line before the environment, and that before the file', () => {
    const file = shell.write('collector.json', { port: 1, host: 'from-file', base: 'from-file', retentionDays: 30 });
    const env = { FOLLOWUP_CONFIG: file, FOLLOWUP_PORT: '2', FOLLOWUP_HOST: 'from-env' };

    expect(readCollectorSettings(['--port', '3'], env)).toMatchObject({
      port: 3,
      host: 'from-env',
      base: 'from-file',
      retentionDays: 30,
    });
  });

  it('needs no file at all', () => {
    expect(readCollectorSettings([], { FOLLOWUP_DATA: '/var/lib/followup' })).toEqual({
      data: '/var/lib/followup',
      database: '/var/lib/followup/followup.db',
      namesDatabase: undefined,
      port: 4180,
      host: '127.0.0.1',
      base: '',
      graphs: [],
      origins: [],
      sites: [],
      tokenFile: undefined,
      pages: [],
      timeZone: undefined,
      log: 'warn',
    });
  });

  it('checks the origins of sites as it does all others', () => {
    const file = shell.write('collector.json', { sites: [{ ...site, origins: ['https://recruit.example.jp/jobs'] }] });

    expect(() => readCollectorSettings(['--config', file], {})).toThrow(/is no origin\. Write scheme and host alone/);
  });
});

describe('followup-player collector --config', () => {
  const shell = useShell();

  it('runs as the file says', async () => {
    mkdirSync(join(shell.folder, 'hr'));
    shell.write('hr/index.html', '<h1>HR</h1>');
    const file = shell.write('collector.json', {
      port: 0,
      data: 'data',
      base: '/collector',
      sites: [site],
      pages: [{ folder: 'hr', at: '/hr/' }],
    });
    const statuses: number[] = [];
    const send = (key: string) =>
      fetch(`${shell.address}/reactions?key=${key}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', origin: 'https://recruit.example.jp' },
        body: '{"format":1,"reactions":[]}',
      });

    const code = await shell.run(['collector', '--config', file], {}, async () => {
      statuses.push((await send('recruit-key')).status, (await send('wrong')).status);
      statuses.push((await fetch(`${new URL(shell.address).origin}/hr/`)).status);
    });

    expect(code).toBe(0);
    expect(statuses).toEqual([200, 403, 200]);
    expect(readFileSync(join(shell.folder, 'data', 'followup.db')).length).toBeGreaterThan(0);
  });

  it('does not start on settings that are wrong', async () => {
    const file = shell.write('collector.json', { prot: 0 });

    expect(await shell.run(['collector', '--config', file])).toBe(1);
    expect(shell.warned.join('\n')).toMatch(/"prot" is not known\. Did you mean "port"\?/);
  });

  it('does not trust a proxy that is no address', async () => {
    const args = ['collector', '--port', '0', '--data', shell.folder, '--trust-proxy', 'nginx'];

    expect(await shell.run(args)).toBe(1);
    expect(shell.warned.join('\n')).toMatch(/"nginx" is no proxy that can be trusted\. Write loopback, or addresses/);
  });
});
