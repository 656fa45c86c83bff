import '../../src/editor/define-workbench.js';

import type { Meta, StoryObj } from '@storybook/web-components-vite';

import type { FollowupWorkbenchElement } from '../../src/editor/followup-workbench.js';
import { demoExamples, empty, fresh, notJson, small, withProblems } from './texts.js';

type Args = Pick<FollowupWorkbenchElement, 'text' | 'base' | 'examples' | 'draftKey'>;

const meta: Meta<Args> = {
  title: 'Author a graph',
  component: 'followup-workbench',
  tags: ['!autodocs'],
  args: { examples: demoExamples },
};
export default meta;

/** Met when the page is opened: the demo's graph, to be played and changed. */
export const Fresh: StoryObj<Args> = { args: { text: fresh.text, base: fresh.base, draftKey: 'storybook' } };

/** Met after the small example was chosen: a welcome, one branch, an ending, and no video at all. */
export const ThreeScenes: StoryObj<Args> = { args: { text: small } };

/** Met when beginning from nothing: the least that can be played. */
export const Empty: StoryObj<Args> = { args: { text: empty } };

/** Met while a graph is being changed: each mistake is listed with its place and what to do about it. */
export const WithProblems: StoryObj<Args> = { args: { text: withProblems } };

/** Met in the middle of writing: the text is no JSON yet, and the first broken place is shown. */
export const NotJson: StoryObj<Args> = { args: { text: notJson } };
