import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { parseLines, useShell } from './surroundings.js';

describe('followup-player collector token', () => {
  const shell = useShell();
  const token = (...args: string[]) => shell.run(['collector', 'token', ...args, '--data', shell.folder]);
  const readersFile = () => join(shell.folder, 'readers.json');

  it('shows a token once, and keeps its hash where nobody else can read it', async () => {
    expect(await token('add', '--name', '佐藤', '--role', 'names')).toBe(0);

    const [made = ''] = shell.said;
    const kept = readFileSync(readersFile(), 'utf8');
    expect(made).toMatch(/^[\w-]{8}\.[\w-]{32}$/);
    expect(shell.warned).toEqual(['The token of 佐藤 (names). It is not shown again:']);
    expect(kept).toContain('佐藤');
    expect(kept).not.toContain(made.slice(9));
    expect(statSync(readersFile()).mode & 0o777).toBe(0o600);
  });

  it('makes no folder for a token that it does not give', async () => {
    const folder = join(shell.folder, 'none');

    expect(await shell.run(['collector', 'token', 'add', '--name', 'Sato', '--data', folder])).toBe(2);
    expect(existsSync(folder)).toBe(false);
  });

  it('counts at once for a collector that runs, and so does taking it away', async () => {
    const statuses: number[] = [];
    const report = async (secret: string) =>
      statuses.push(
        (await fetch(`${shell.address}/report`, { headers: { authorization: `Bearer ${secret}` } })).status,
      );

    await shell.run(['collector', '--port', '0', '--data', shell.folder], {}, async () => {
      await token('add', '--name', 'Sato', '--role', 'aggregate');
      const made = shell.said.at(-1) ?? '';
      await report(made);
      await token('remove', '--name', 'Sato');
      await report(made);
    });

    expect(statuses).toEqual([200, 401]);
  });

  it('writes into the record of who read what that a token was given, and taken away', async () => {
    await token('add', '--name', '佐藤', '--role', 'names');
    await token('remove', '--name', '佐藤');

    const text = shell.audit();
    expect(parseLines(text)).toMatchObject([
      { action: 'token-added', outcome: 'begun', reader: '(command line)', filter: { name: '佐藤', role: 'names' } },
      { action: 'token-added', outcome: 'done' },
      { action: 'token-removed', outcome: 'begun', filter: { name: '佐藤' } },
      { action: 'token-removed', outcome: 'done' },
    ]);
    expect(text).not.toContain(shell.said[0]?.slice(9));
  });

  it('lists who has one, without the tokens', async () => {
    await token('add', '--name', 'Sato', '--role', 'aggregate');
    await token('add', '--name', 'Kato', '--role', 'admin');
    const made = shell.said.splice(0).map((line) => line.split('.'));

    expect(await token('list')).toBe(0);
    expect(shell.said).toEqual([`aggregate  ${made[0]?.[0]}.…  Sato`, `admin      ${made[1]?.[0]}.…  Kato`]);
  });

  it.each([
    [['add', '--name', 'Sato', '--role', 'names'], /"Sato" has a token already\./],
    [['remove', '--name', 'Kato'], /Nobody called "Kato" has a token\./],
  ])('says why it cannot do %j', async (args, sentence) => {
    await token('add', '--name', 'Sato', '--role', 'names');

    expect(await token(...args)).toBe(1);
    expect(shell.warned.at(-1)).toMatch(sentence);
  });

  it('does not start, and adds nothing, over a list that cannot be read', async () => {
    writeFileSync(readersFile(), '{"format":1,"readers":[{"name":"Sato","role":"boss"}]}');

    expect(await token('add', '--name', 'Kato', '--role', 'names')).toBe(1);
    expect(await shell.run(['collector', '--port', '0', '--data', shell.folder])).toBe(1);
    expect(shell.warned[0]).toMatch(/readers\.json" is no list of readers\./);
    expect(readFileSync(readersFile(), 'utf8')).toContain('boss');
  });

  it('says more with --help', async () => {
    expect(await shell.run(['collector', 'token', '--help'])).toBe(0);
    expect(shell.said.join('\n')).toMatch(/^Usage: followup-player collector token add/);
  });
});
