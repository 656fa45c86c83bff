import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { forceLinting, linter, lintGutter, lintKeymap, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';

import type { LocatedProblem } from '../authoring/graph-text.js';
import { codeTheme } from './code-theme.js';
import { completeGraph } from './graph-completion.js';
import type { JsonSchema } from './schema-guide.js';

/** How long the author may pause before the text is read, in milliseconds. */
const READ_DELAY_MS = 200;

export interface CodeViewOptions {
  readonly parent: HTMLElement;
  /** The shadow root: the editor's styles are adopted there, so that a strict CSP lets them be. */
  readonly root: ShadowRoot;
  readonly text: string;
  readonly schema: JsonSchema;
  /** Reads the text once the author pauses, and says what is wrong with it. */
  readonly read: (text: string) => readonly LocatedProblem[];
  /** The author changed the text, with the keyboard or with undo. Told with its length, the text itself costs time. */
  readonly edited: (length: number) => void;
}

/** The words around the code: for screen readers, and CodeMirror's own. */
export interface CodeViewWords {
  readonly label: string;
  /** The id of what tells more about the keys. */
  readonly describedBy: string;
  readonly phrases: Readonly<Record<string, string>>;
}

/** The text in a code editor. All that the element knows of CodeMirror. */
export interface CodeView {
  readonly text: string;
  /** `silently`: as another document, which cannot be undone. Else as an edit of the author's. */
  replaceText(text: string, how: 'silently' | 'as-edit'): void;
  speak(words: CodeViewWords): void;
  /** Selects a range, shows it, and goes there. */
  goTo(from: number, to: number): void;
  undo(): void;
  redo(): void;
  /** Reads the text now, without waiting for a pause. */
  readNow(): void;
  destroy(): void;
}

export function openCodeView(options: CodeViewOptions): CodeView {
  const language = new Compartment();
  const open = (text: string) =>
    EditorState.create({ doc: text, extensions: [...extensionsFor(options), language.of([])] });
  const view = new EditorView({ state: open(options.text), parent: options.parent, root: options.root });
  let words: CodeViewWords | undefined;
  const speak = () => view.dispatch({ effects: language.reconfigure(words ? speaking(words) : []) });

  return {
    get text() {
      return textOf(view.state.doc);
    },
    replaceText(text, how) {
      if (how === 'as-edit') return view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      view.setState(open(text));
      speak();
    },
    speak(next) {
      if (words?.phrases === next.phrases) return;
      words = next;
      speak();
    },
    goTo(from, to) {
      const end = view.state.doc.length;
      const selection = { anchor: Math.min(from, end), head: Math.min(to, end) };
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
      view.focus();
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    readNow: () => forceLinting(view),
    destroy: () => view.destroy(),
  };
}

/** Tab is left alone on purpose: it moves on, so the editor is never a keyboard trap. */
function extensionsFor({ schema, read, edited }: CodeViewOptions): Extension[] {
  return [
    lineNumbers(),
    foldGutter(),
    lintGutter(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    json(),
    EditorView.lineWrapping,
    autocompletion({
      override: [completeGraph(schema)],
      activateOnCompletion: ({ type }) => type === 'property',
      icons: false,
    }),
    linter(({ state }) => read(textOf(state.doc)).map(diagnosticOf), { delay: READ_DELAY_MS }),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...foldKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) edited(state.doc.length);
    }),
    codeTheme,
  ];
}

/** Joined once per document: it may be asked for often, and be long. */
const joined = new WeakMap<Text, string>();

function textOf(doc: Text): string {
  const text = joined.get(doc) ?? doc.toString();
  joined.set(doc, text);
  return text;
}

function speaking({ label, describedBy, phrases }: CodeViewWords): Extension {
  const attributes = { 'aria-label': label, 'aria-describedby': describedBy, tabindex: '0' };
  return [EditorState.phrases.of(phrases), EditorView.contentAttributes.of(attributes)];
}

function diagnosticOf({ from, to, severity, message }: LocatedProblem): Diagnostic {
  return { from, to, severity, message };
}
