import '../../src/editor/define-workbench.js';

import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { FollowupWorkbenchElement } from '../../src/editor/followup-workbench.js';
import type { FollowupPlayerElement } from '../../src/elements/followup-player.js';
import { aGraph } from '../fixtures.js';

/** Told in text alone, so that no clip has to be loaded. */
const GRAPH = aGraph({
  branches: { welcome: ['people', 'end'], people: ['end'], end: [] },
  scenes: { welcome: { clip: undefined }, people: { clip: undefined }, end: { clip: undefined } },
});
const TEXT = `${JSON.stringify(GRAPH, undefined, 2)}\n`;

type Bench = FollowupWorkbenchElement;

const bench = (text = TEXT) =>
  fixture<Bench>(html`<followup-workbench lang="en" .text=${text} base="/nowhere/"></followup-workbench>`);
const inside = (element: Bench) => element.renderRoot;
const player = (element: Bench) => inside(element).querySelector<FollowupPlayerElement>('followup-player');
const editor = (element: Bench) => inside(element).querySelector('followup-graph-editor');
const behind = (element: Bench) => inside(element).querySelector('.behind')?.textContent?.trim();
const example = (element: Bench) => inside(element).querySelector('select');

/** Puts the text in with the keyboard, in place of all that is there. */
async function write(element: Bench, text: string): Promise<void> {
  const code = editor(element)?.renderRoot.querySelector<HTMLElement>('.cm-content');
  const changed = oneEvent(element, 'followup-graph-change');
  code?.focus();
  await sendKeys({ press: 'Control+a' });
  // Pasted, because brackets that are typed close themselves.
  const data = new DataTransfer();
  data.setData('text/plain', text);
  code?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  await changed;
  await element.updateComplete;
}

describe('followup-workbench', () => {
  it('plays the graph that it begins with', async () => {
    const element = await bench();

    expect(player(element)?.graph?.title).to.equal('A look at the company');
    expect(behind(element)).to.equal('');
  });

  it('plays every edit that can be played', async () => {
    const element = await bench();

    await write(element, TEXT.replace('A look at the company', 'Changed'));

    expect(player(element)?.graph?.title).to.equal('Changed');
  });

  it('goes on with the last good graph while the text is broken, and says so', async () => {
    const element = await bench();

    await write(element, TEXT.replace('"format": 1,', ''));

    expect(player(element)?.graph?.title).to.equal('A look at the company');
    expect(behind(element)).to.contain('cannot be played yet');
  });

  it('catches up once the text is mended', async () => {
    const element = await bench();
    await write(element, '{');

    await write(element, TEXT.replace('A look at the company', 'Mended'));

    expect(player(element)?.graph?.title).to.equal('Mended');
    expect(behind(element)).to.equal('');
  });

  it('shows where the player will be while nothing can be played yet', async () => {
    const element = await bench('not a graph');

    expect(player(element)).to.equal(null);
    expect(inside(element).querySelector('.empty')?.textContent).to.contain('The player appears here');
  });

  it('opens an example', async () => {
    const element = await bench();
    const select = example(element);

    select?.focus();
    await sendKeys({ type: 'Three' });
    await waitUntil(() => player(element)?.graph?.id === 'three-scenes');

    expect(editor(element)?.text).to.contain('Before your first day');
  });

  it('opens the first text again after it was changed', async () => {
    const element = await fixture<Bench>(html`
      <followup-workbench lang="en" .text=${TEXT} .examples=${[{ name: 'First', text: TEXT }]}></followup-workbench>
    `);
    await write(element, TEXT.replace('A look at the company', 'Changed'));

    example(element)?.focus();
    await sendKeys({ type: 'First' });
    await waitUntil(() => editor(element)?.text === TEXT);

    expect(player(element)?.graph?.title).to.equal('A look at the company');
  });

  it('opens a file from the disk, and refuses one that is no text', async () => {
    const element = await bench();
    const input = inside(element).querySelector<HTMLInputElement>('input[type=file]');
    const pick = (file: File) => {
      const files = new DataTransfer();
      files.items.add(file);
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event('change'));
    };

    pick(new File([TEXT.replace('A look at the company', 'From a file')], 'graph.json'));
    await waitUntil(() => player(element)?.graph?.title === 'From a file');
    pick(new File([new Uint8Array([0xff, 0xfe, 0x00])], 'picture.json'));
    await waitUntil(() => inside(element).querySelector('.told')?.textContent);

    expect(inside(element).querySelector('.told')?.textContent).to.contain('could not be read');
    expect(player(element)?.graph?.title).to.equal('From a file');
  });

  it('keeps the place of a running viewing through an edit', async () => {
    const element = await bench();
    await press(element, 'Watch without being recorded');
    await press(element, 'people');
    await waitUntil(() => findDeep(inside(element), (one) => one.textContent === 'Title of people'));
    await nextFrame();
    let entered = 0;
    element.addEventListener('followup-scene', () => (entered += 1));

    await write(element, TEXT.replace('Title of people', 'Everybody'));
    await waitUntil(() => findDeep(inside(element), (one) => one.textContent === 'Everybody'));

    expect(entered).to.equal(0);
  });

  it('is accessible beside a player', async () => {
    await expect(await bench()).to.be.accessible();
  });
});

/** Presses a button of the player's. */
async function press(element: Bench, name: string): Promise<void> {
  const find = () =>
    findDeep(inside(element), ({ localName, textContent }) => localName === 'button' && textContent?.includes(name));
  await waitUntil(find, `a button "${name}"`);
  find()?.click();
}

/** Looks through shadow roots as a viewer's eyes do. */
function findDeep(root: ParentNode, fits: (element: HTMLElement) => boolean | undefined): HTMLElement | undefined {
  for (const one of root.querySelectorAll<HTMLElement>('*')) {
    if (fits(one)) return one;
    const found = one.shadowRoot && findDeep(one.shadowRoot, fits);
    if (found) return found;
  }
  return undefined;
}
