import { CompletionContext, type Completion } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';

import { completeGraph } from '../../src/editor/graph-completion.js';
import { graphSchema } from '../../src/editor/graph-schema.js';

const GRAPH = `{
  "language": "en",
  "start": "welcome",
  "scenes": {
    "welcome": {
      "title": "Welcome",
      "question": {
        "type": "single-choice",
        "id": "interest",
        "prompt": "What first?",
        "options": [{ "id": "people", "label": "The people" }, { "id": "work", "label": "The work" }]
      },
      "branches": [«here»]
    },
    "end": { "title": "The end", "ending": {} }
  }
}`;

/** What is offered where the text has a bar. */
function complete(text: string): readonly Completion[] {
  const at = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [json()] });
  const result = completeGraph(graphSchema)(new CompletionContext(state, at, true));
  return result && 'options' in result ? result.options : [];
}

const names = (options: readonly Completion[]) => options.map(({ label }) => label);
const inBranches = (text: string) => complete(GRAPH.replace('«here»', text));

describe('completeGraph', () => {
  it('offers the fields of the document, each with what it means', () => {
    const options = complete('{ "| }');

    expect(names(options)).toContain('scenes');
    expect(options.find(({ label }) => label === 'title')?.info).toBe('What the video is called.');
  });

  it('offers fields in an empty object, before a quote is typed', () => {
    expect(names(complete('{ "notice": { | } }'))).toContain('retentionDays');
  });

  it('leaves out the fields that are there already', () => {
    const options = names(complete('{ "title": "A", | }'));

    expect(options).not.toContain('title');
    expect(options).toContain('version');
  });

  it('knows the field below, which a half-written one swallows', () => {
    const options = names(complete('{ "|"\n "title": "A" }'));

    expect(options).not.toContain('title');
    expect(options).toContain('version');
  });

  it('offers only the fields of the kind of question that was chosen', () => {
    const options = names(complete('{ "scenes": { "a": { "question": { "type": "rating", | } } } }'));

    expect(options).toContain('steps');
    expect(options).not.toContain('options');
  });

  it('offers the values that a field can have', () => {
    const options = names(complete('{ "scenes": { "a": { "question": { "type": "|" } } } }'));

    expect(options).toEqual(['single-choice', 'multiple-choice', 'rating', 'free-text']);
  });

  it('offers whole questions where a question belongs', () => {
    const scene = (text: string) => names(complete(`{ "scenes": { "a": { ${text} } } }`));

    expect(scene('"question": |')).toContain('free-text');
    expect(scene('"question": |, "title": "A"')).toContain('free-text');
    expect(scene('"question":|\n')).toContain('free-text');
    expect(scene('"question": |\n')).toContain('free-text');
  });

  it('offers the scenes that a branch can lead to, with their titles', () => {
    const options = inBranches('{ "to": "|" }');

    expect(options.map(({ label, detail }) => [label, detail])).toEqual([
      ['welcome', 'Welcome'],
      ['end', 'The end'],
    ]);
  });

  it('offers the questions that a condition can name', () => {
    expect(names(inBranches('{ "to": "end", "when": { "type": "answer", "question": "|" } }'))).toEqual(['interest']);
  });

  it('offers the options of the question that stands beside', () => {
    const when = '{ "type": "answer", "question": "interest", "option": "|" }';

    expect(names(inBranches(`{ "to": "end", "when": ${when} }`))).toEqual(['people', 'work']);
  });

  it('reaches conditions inside conditions', () => {
    const when = '{ "type": "all", "of": [{ "type": "not", "of": { "type": "visited", "scene": "|" } }] }';

    expect(names(inBranches(`{ "to": "end", "when": ${when} }`))).toEqual(['welcome', 'end']);
  });

  it('offers the seven topics where a graph lists none', () => {
    expect(names(inBranches('{ "to": "end", "when": { "type": "anxiety", "topic": "|" } }'))).toEqual([
      'relationships',
      'job-content',
      'career',
      'terms',
      'comparison',
      'isolation',
      'preparation',
    ]);
  });

  it('offers nothing behind a closed quote', () => {
    expect(complete('{ "scenes": { "a": { "question": { "type": "rating"| } } } }')).toEqual([]);
  });

  it('offers nothing where the text may be anything', () => {
    expect(complete('{ "title": "|" }')).toEqual([]);
  });
});
