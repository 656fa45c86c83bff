import '../../src/editor/define-graph-editor.js';

import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { FollowupGraphChangeEvent } from '../../src/editor/events.js';
import type { FollowupGraphEditorElement } from '../../src/editor/followup-graph-editor.js';
import { memoryDraftKeeper } from '../../src/editor/memory-draft-keeper.js';
import { aGraph } from '../fixtures.js';

const TEXT = `${JSON.stringify(aGraph(), undefined, 2)}\n`;
const BROKEN = TEXT.replace('"to": "end"', '"to": "nowhere"');

type Editor = FollowupGraphEditorElement;

const edit = (text: string) =>
  fixture<Editor>(html`<followup-graph-editor lang="en" .text=${text}></followup-graph-editor>`);
const inside = (editor: Editor) => editor.renderRoot;
const code = (editor: Editor) => inside(editor).querySelector<HTMLElement>('.cm-content');
const list = (editor: Editor) => inside(editor).querySelector('followup-problem-list')?.renderRoot;
const problems = (editor: Editor) =>
  [...(list(editor)?.querySelectorAll('.message') ?? [])].map(({ textContent }) => textContent);
const status = (editor: Editor) => list(editor)?.querySelector('[role=status]')?.textContent?.trim();
const button = (editor: Editor, name: string) =>
  [...inside(editor).querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
const changed = (editor: Editor) => oneEvent(editor, 'followup-graph-change') as Promise<FollowupGraphChangeEvent>;

/** Writes over the first place where these words stand, with the keyboard. */
async function typeOver(editor: Editor, words: string, other: string): Promise<void> {
  selectText(editor, words);
  await sendKeys({ type: other });
}

function selectText(editor: Editor, words: string): void {
  const walker = document.createTreeWalker(code(editor) ?? document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1;
    if (at < 0) continue;
    code(editor)?.focus();
    getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    return;
  }
  throw new Error(`"${words}" is not on the screen.`);
}

describe('followup-graph-editor', () => {
  it('says that a good graph can be played', async () => {
    const editor = await edit(TEXT);

    expect(status(editor)).to.equal('No problems found. This graph can be played.');
    expect(editor.reading.graph?.id).to.equal('graph');
  });

  it('tells the page of an edit, with the graph that it makes', async () => {
    const editor = await edit(TEXT);
    const titles: (string | undefined)[] = [];
    editor.addEventListener('followup-graph-change', ({ graph }) => titles.push(graph?.title));

    await typeOver(editor, 'A look at the company', 'Another title');

    // A slow typist is told of half a title first.
    await waitUntil(() => titles.at(-1) === 'Another title', 'The last edit was not told.', { timeout: 10_000 });
    expect(editor.text).to.contain('Another title');
  });

  it('tells nothing when the page itself sets the text', async () => {
    const editor = await edit(TEXT);
    let told = 0;
    editor.addEventListener('followup-graph-change', () => (told += 1));

    editor.text = BROKEN;
    await editor.updateComplete;
    await aTimeout(400);

    expect(told).to.equal(0);
    expect(problems(editor).length).to.be.greaterThan(0);
  });

  it('lists what an edit broke, and counts it aloud', async () => {
    const editor = await edit(TEXT);
    const event = changed(editor);

    await typeOver(editor, '"welcome"', '"nowhere"');
    await event;
    await editor.updateComplete;

    expect(problems(editor).join('\n')).to.contain('"nowhere"');
    expect(status(editor)).to.match(/^\d+ errors?/);
  });

  it('leads from a problem to its place', async () => {
    const editor = await edit(BROKEN);
    const problem = [...(list(editor)?.querySelectorAll('button') ?? [])].find((one) =>
      one.textContent?.includes('nowhere'),
    );

    problem?.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: '"end"' });
    const event = changed(editor);

    expect((await event).problems.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
  });

  it('keeps what is not JSON, and says where it breaks', async () => {
    const editor = await edit(`{\n  "format": 1,\n  oops\n}`);

    expect(editor.reading.graph).to.equal(undefined);
    expect(list(editor)?.querySelector('.place')?.textContent).to.contain('Line 3');
  });

  it('offers what fits while the author types', async () => {
    const editor = await edit('{  }');
    const content = code(editor);
    content?.focus();
    await sendKeys({ press: 'ArrowRight' });

    await sendKeys({ type: '"sce' });
    await waitUntil(() => inside(editor).querySelector('.cm-tooltip-autocomplete li'));

    const first = inside(editor).querySelector('.cm-tooltip-autocomplete li .cm-completionLabel')?.textContent;
    expect(first).to.equal('scenes');
  });

  it('writes a whole question when its kind is picked', async () => {
    const editor = await edit('{ "scenes": { "a": {\n\n} } }');
    const first = () => inside(editor).querySelector('.cm-tooltip-autocomplete li[aria-selected] .cm-completionLabel');
    const offered = (label: string) => waitUntil(() => first()?.textContent === label, label);
    code(editor)?.focus();
    await sendKeys({ press: 'ArrowDown' });

    await sendKeys({ type: '"que' });
    await offered('question');
    await aTimeout(100); // CodeMirror takes no key so soon after it offered something, lest it was meant for the text.
    await sendKeys({ press: 'Enter' });
    await offered('single-choice');
    await aTimeout(100);
    await sendKeys({ press: 'Enter' });

    const { scenes } = JSON.parse(editor.text) as { scenes: { a: { question: unknown } } };
    expect(scenes.a.question).to.deep.equal({
      type: 'single-choice',
      id: '',
      prompt: '',
      options: [{ id: '', label: '' }],
    });
  });

  it('undoes formatting like any other edit', async () => {
    const tight = JSON.stringify(aGraph());
    const editor = await edit(tight);

    button(editor, 'Format')?.click();
    const formatted = editor.text;
    button(editor, 'Undo')?.click();

    expect(formatted.split('\n').length).to.be.greaterThan(20);
    expect(editor.text).to.equal(tight);
  });

  it('keeps what was written when it is moved in the page', async () => {
    const editor = await edit(TEXT);
    await typeOver(editor, 'A look at the company', 'Moved');

    const place = document.createElement('div');
    editor.after(place);
    place.append(editor);
    await editor.updateComplete;

    expect(editor.text).to.contain('Moved');
    expect(code(editor)?.textContent).to.contain('Moved');
  });

  it('lets Tab out of the code', async () => {
    const editor = await edit(TEXT);
    code(editor)?.focus();

    await sendKeys({ press: 'Shift+Tab' });

    expect(editor.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Redo');
    expect(editor.text).to.equal(TEXT);
  });

  it('adopts its styles, so that a strict CSP lets them be', async () => {
    const editor = await edit(TEXT);

    expect(inside(editor).querySelectorAll('style').length).to.equal(0);
    expect(document.head.querySelectorAll('style:not([data-vite-dev-id])').length).to.equal(0);
  });

  it('is accessible with and without problems', async () => {
    const good = await edit(TEXT);
    const broken = await edit(BROKEN);

    await expect(good).to.be.accessible();
    await expect(broken).to.be.accessible();
  });

  it('is accessible in the dark and in Japanese', async () => {
    const editor = await fixture<Editor>(
      html`<followup-graph-editor lang="ja" appearance="dark" .text=${BROKEN}></followup-graph-editor>`,
    );

    await expect(editor).to.be.accessible();
  });
});

describe('drafts of followup-graph-editor', () => {
  const drafts = () => memoryDraftKeeper(() => new Date('2026-11-21T09:30:00Z'));
  const withDrafts = (keeper: ReturnType<typeof drafts>) =>
    fixture<Editor>(html`
      <followup-graph-editor lang="en" draft-key="demo" .drafts=${keeper} .text=${TEXT}></followup-graph-editor>
    `);

  it('are offered when the page is opened again', async () => {
    const keeper = drafts();
    const before = await withDrafts(keeper);
    await typeOver(before, 'A look at the company', 'My own title');
    before.remove();

    const after = await withDrafts(keeper);
    button(after, 'Restore')?.click();
    await after.updateComplete;

    expect(after.text).to.contain('My own title');
    expect(button(after, 'Restore')).to.equal(undefined);
  });

  it('stay until that is decided, whatever is written meanwhile', async () => {
    const keeper = drafts();
    keeper.keep('demo', 'yesterday', '{ "title": "Yesterday" }');

    const editor = await withDrafts(keeper);
    await typeOver(editor, 'A look at the company', 'Today');

    expect(keeper.recall('demo').map(({ sitting }) => sitting)).to.include('yesterday');
    expect(keeper.recall('demo').length).to.equal(2);
  });

  it('are gone once they are discarded', async () => {
    const keeper = drafts();
    keeper.keep('demo', 'yesterday', '{}');

    const editor = await withDrafts(keeper);
    button(editor, 'Discard')?.click();
    await editor.updateComplete;

    expect(keeper.recall('demo')).to.deep.equal([]);
    expect(inside(editor).querySelector('.drafts')).to.equal(null);
  });

  it('are not kept of a text that was put back as it was', async () => {
    const keeper = drafts();
    const editor = await withDrafts(keeper);

    await typeOver(editor, 'A look at the company', 'Another');
    button(editor, 'Undo')?.click();

    expect(editor.text).to.equal(TEXT);
    expect(keeper.recall('demo')).to.deep.equal([]);
  });

  it('are accessible where they are offered', async () => {
    const keeper = drafts();
    keeper.keep('demo', 'yesterday', '{}');

    await expect(await withDrafts(keeper)).to.be.accessible();
  });
});
