import type { EditorMessages } from './messages.js';

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const count = new Intl.NumberFormat('en');
const several = (number: number, one: string) => `${count.format(number)} ${one}${number === 1 ? '' : 's'}`;

export const en: EditorMessages = {
  code: 'The graph, as JSON',
  toolbar: 'Editing',
  format: 'Format',
  undo: 'Undo',
  redo: 'Redo',
  keys: 'Ctrl + Space (Mac: Control + Space) offers what fits at the cursor. Tab leaves the editor.',

  problems: 'Problems',
  noProblems: 'No problems found. This graph can be played.',
  counted: (errors, warnings) =>
    [errors ? several(errors, 'error') : '', warnings ? several(warnings, 'warning') : ''].filter(Boolean).join(', '),
  error: 'Error',
  warning: 'Warning',
  place: (line, column) => `Line ${line}, column ${column}`,
  more: (number) => `and ${several(number, 'more problem')}. Mend those above first.`,

  drafts: 'Drafts that you have not saved',
  draftsLead: 'This browser has kept what you wrote earlier.',
  draftOf: (when, characters) => `${moment.format(when)}, ${several(characters, 'character')}`,
  restore: 'Restore',
  discard: 'Discard',
  draftKept: 'Your draft is kept in this browser.',
  draftRefused: 'This browser keeps no drafts. Save the file before you leave the page.',

  workbench: 'Author a graph',
  examples: 'Example',
  pickExample: 'Start from an example…',
  openFile: 'Open a file…',
  saveFile: 'Save as a file',
  copy: 'Copy',
  copied: 'Copied.',
  copyRefused: 'The browser did not allow copying. Select the text and copy it with the keyboard.',
  fileUnreadable: 'This file could not be read. Choose a JSON file of at most 20 MB.',
  preview: 'As the viewer sees it',
  lastGood: 'This text cannot be played yet. The player goes on with the last version that could.',
  nothingToPlay: 'The player appears here as soon as the graph has no errors.',

  phrases: {},
};
