import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from the design tokens and `light-dark()`, so that one theme serves both and follows the page. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--_text)', backgroundColor: 'var(--_surface)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--_focus)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK JP", monospace',
    lineHeight: '1.65',
  },
  '.cm-content': { caretColor: 'var(--_text)', paddingBlock: '0.5rem' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--_text)' },
  '.cm-gutters': {
    color: 'var(--_text-muted)',
    backgroundColor: 'var(--_surface-muted)',
    borderRight: '1px solid var(--_border)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--_accent) 6%, transparent)' },
  '.cm-activeLineGutter': { color: 'var(--_text)', backgroundColor: 'transparent' },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--_accent) 18%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--_accent) 26%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'color-mix(in srgb, var(--_accent) 20%, transparent)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'color-mix(in srgb, var(--_danger) 20%, transparent)' },
  '.cm-foldPlaceholder': {
    color: 'var(--_text-muted)',
    backgroundColor: 'var(--_surface-muted)',
    border: '1px solid var(--_border)',
  },
  '.cm-tooltip': {
    color: 'var(--_text)',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_border)',
    borderRadius: '0.5rem',
    boxShadow: '0 6px 24px rgb(0 0 0 / 18%)',
    maxWidth: 'min(30rem, 90vw)',
  },
  '.cm-tooltip.cm-completionInfo': { padding: '0.5rem 0.75rem', whiteSpace: 'pre-wrap', lineHeight: '1.5' },
  // Clipped here and not at the box, in which the explanation beside the list lies too.
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', borderRadius: '0.5rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.75rem', lineHeight: '1.5' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--_on-accent)',
    background: 'var(--_accent)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-diagnostic': { padding: '0.5rem 0.75rem', borderLeftWidth: '4px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--_danger)' },
  // In place of CodeMirror's own pictures, which are `data:` addresses that a strict CSP blocks.
  '.cm-lint-marker': { width: '0.7em', height: '0.7em', margin: '0.45em 0.1em 0' },
  '.cm-lint-marker-error': { content: 'normal', borderRadius: '50%', backgroundColor: 'var(--_danger)' },
  '.cm-lint-marker-warning': {
    content: 'normal',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
    backgroundColor: 'light-dark(#8a5a00, #e6b95c)',
  },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--_danger)' },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    borderBottom: '2px dashed light-dark(#8a5a00, #e6b95c)',
  },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--_danger)' },
});

const words = HighlightStyle.define([
  { tag: tags.propertyName, color: 'light-dark(#0b5a7a, #8fcdec)' },
  { tag: tags.string, color: 'light-dark(#2c6a1f, #a9d79c)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'light-dark(#8a3b12, #f0b48d)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--_text-muted)' },
]);

export const codeTheme: Extension = [look, syntaxHighlighting(words)];
