import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { leaveOutSurface } from '../../scripts/lean-videojs.mjs';

const core = readFileSync('node_modules/video.js/core.es.js', 'utf8');

describe('leaveOutSurface', () => {
  it('keeps what drives the video element, and no button', () => {
    const lean = leaveOutSurface(core);

    const registered = [...lean.matchAll(/^Component\.registerComponent\('(\w+)'/gm)].map(([, name]) => name);
    expect(registered).toEqual(['Component', 'Tech', 'MediaLoader', 'Player']);
  });

  it('has no icons, and calls nothing that it left out', () => {
    const lean = leaveOutSurface(core);

    expect(lean).not.toContain('<symbol');
    expect(lean).not.toMatch(/\.(?:createModal|getIsAvailableToBeFocused|getPositions|loadMedia|getMedia)\(/);
  });

  it('needs no other file, and knows no other origin to fetch from', () => {
    const lean = leaveOutSurface(core);

    expect(lean).not.toMatch(/^import /m);
    expect(lean).not.toContain('zencdn');
  });

  it('keeps the licence, and says that it was changed', () => {
    const [banner = ''] = leaveOutSurface(core).split('*/');

    expect(banner).toContain('Apache License Version 2.0');
    expect(banner).toContain('Changed for followup-player');
  });

  it('stops at a version in which something is not where it was', () => {
    const other = core.replace('class SpatialNavigation extends EventTarget', 'class Remote extends EventTarget');

    expect(() => leaveOutSurface(other)).toThrow('class SpatialNavigation extends');
  });
});
