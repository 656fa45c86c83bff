import { expect } from '@open-wc/testing';

import { afterNextFrame } from '../../src/media/after-next-frame.js';

const frames = async (count: number) => {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('afterNextFrame', () => {
  it('calls back after the next frame and not before, once', async () => {
    const heard: string[] = [];

    afterNextFrame(() => heard.push('called'));
    requestAnimationFrame(() => heard.push('drawn'));
    await frames(3);
    await settled();

    expect(heard).to.deep.equal(['drawn', 'called']);
  });

  it('calls back where no frame is drawn', async () => {
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = () => 0;
    let called = false;
    afterNextFrame(() => (called = true));
    window.requestAnimationFrame = original;

    await settled();

    expect(called).to.equal(true);
  });

  it('calls back no more once it is cancelled', async () => {
    let called = false;

    afterNextFrame(() => (called = true))();
    await settled();

    expect(called).to.equal(false);
  });
});
