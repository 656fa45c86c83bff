import { describe, expect, it } from 'vitest';

import { isInstalled } from '../../scripts/ensure-modules.mjs';

const lit = { version: '3.3.3', integrity: 'sha512-a' };

describe('isInstalled', () => {
  it('holds when every package is there as the lockfile says', () => {
    expect(isInstalled({ '': {}, 'node_modules/lit': lit }, { 'node_modules/lit': lit })).toBe(true);
  });

  it('fails without node_modules', () => {
    expect(isInstalled({ 'node_modules/lit': lit }, undefined)).toBe(false);
  });

  it('fails when a package is missing, of another version or of other content', () => {
    const wanted = { 'node_modules/lit': lit };

    expect(isInstalled(wanted, {})).toBe(false);
    expect(isInstalled(wanted, { 'node_modules/lit': { ...lit, version: '3.3.2' } })).toBe(false);
    expect(isInstalled(wanted, { 'node_modules/lit': { ...lit, integrity: 'sha512-b' } })).toBe(false);
  });

  it('does not ask for what is made for other platforms', () => {
    const wanted = { 'node_modules/@rolldown/binding-win32': { version: '1.0.0', optional: true } };

    expect(isInstalled(wanted, {})).toBe(true);
  });
});
