const HEADINGS = {
  topic: [
    'Topic',
    'One entry of `topics`. Without the list, these seven are there: relationships, job-content, career, terms, comparison, isolation, preparation.',
  ],
  scene: [
    'Scene',
    'One entry of `scenes`. It plays its clip, asks its question if it has one, and takes the first branch that is open.',
  ],
  clip: ['Clip', 'The `clip` of a scene.'],
  source: ['Source', 'One entry of the `sources` of a clip.'],
  captions: ['Captions', 'One entry of the `captions` of a clip.'],
  question: [
    'Question',
    'The `question` of a scene. Its `type` says which of these it is. Every question can be left with 答えたくない, and none runs out of time.',
  ],
  option: ['Option', 'One entry of `options`, or of the `steps` of a rating.'],
  signal: [
    'Signal',
    'One entry of `signals`: what picking an option says about a topic. Only ever what the viewer said.',
  ],
  branch: ['Branch', 'One entry of `branches`: a way out of a scene.'],
  condition: [
    'Condition',
    'The `when` of a branch. Its `type` says which of these it is. All of them look at the whole viewing so far.',
  ],
  ending: ['Ending', 'The `ending` of a scene. An empty one, `{}`, is an ending too.'],
  link: ['Link', 'One entry of the `links` of an ending.'],
};

/** Writes the format down field by field, in the order in which an author meets the parts. */
export function makeFormatDoc(schema) {
  const nested = [
    [
      'Notice',
      'The `notice` of the graph. Nothing is recorded before the viewer has read it and chosen.',
      schema.properties.notice,
    ],
    ['Ask', 'The `ask` of the graph.', schema.properties.ask],
  ];
  const sections = [
    '# The graph, field by field',
    '<!-- Made by scripts/make-schema.mjs from src/domain. Change the descriptions there. -->',
    'A graph is one JSON document. [Writing a graph](author.md) shows how to make one; this page lists all that it can hold. Editors that know JSON Schema complete and explain the fields if the document begins with `"$schema"` and the address of `graph.schema.json`, which is in the package.',
    '## Graph',
    describeObject(schema, schema),
    ...nested.flatMap(([title, intro, part]) => [`## ${title}`, intro, describeObject(part, schema)]),
    ...Object.entries(HEADINGS).flatMap(([name, [title, intro]]) => [
      `## ${title}`,
      intro,
      ...describePart(schema.$defs[name], schema),
    ]),
    '## Limits of length',
    'Lengths are counted in UTF-16 code units: most letters are one, most emoji two. A document nests 48 levels deep at most, and holds 20,000 scenes at most.',
  ];
  return `${sections.join('\n\n')}\n`;
}

function describePart(part, schema) {
  if (!part.oneOf) return [describeObject(part, schema)];
  return part.oneOf.flatMap((one) => [`### \`${one.properties.type.const}\``, describeObject(one, schema)]);
}

function describeObject({ properties, required = [] }, schema) {
  const rows = Object.entries(properties).map(([name, field]) => {
    const need = required.includes(name) ? 'required' : '';
    return `| \`${name}\` | ${describeType(field, schema)} | ${need} | ${escapeCell(describe(field))} |`;
  });
  return ['| Field | What it holds | | What for |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function describe(field) {
  return field.description ?? ('const' in field ? 'Says which type this is.' : '');
}

function describeType(field, schema) {
  if (field.$ref) return linkTo(field.$ref);
  if ('const' in field) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((one) => `\`${JSON.stringify(one)}\``).join(' or ');
  switch (field.type) {
    case 'array':
      return `list of ${describeType(field.items, schema)}${describeRange(field.minItems, field.maxItems)}`;
    case 'object':
      return describeNested(field, schema);
    case 'string':
      return `${field.pattern ? describePattern(field.pattern) : 'text'}${describeRange(undefined, field.maxLength, ' characters')}`;
    case 'integer':
      return `whole number${describeRange(field.minimum, field.maximum)}`;
    case 'number':
      return `number${describeRange(field.minimum, field.maximum)}`;
    default:
      return field.type === 'boolean' ? '`true` or `false`' : '';
  }
}

/** The only objects without a name of their own are the two in the head, and the scenes by their ids. */
function describeNested(field, schema) {
  if (field === schema.properties.notice) return '[notice](#notice)';
  if (field === schema.properties.ask) return '[ask](#ask)';
  return `object of ${describeType(field.additionalProperties, schema)} by id`;
}

function describePattern(pattern) {
  if (pattern.startsWith('^[A-Za-z]{2,3}')) return 'language tag';
  return pattern.startsWith('^[\\p{L}\\p{N}]') ? 'id, or digits' : 'id';
}

function describeRange(min, max, unit = '') {
  const most = max === undefined ? undefined : max.toLocaleString('en');
  if (min !== undefined && most !== undefined) return `, ${min} to ${most}${unit}`;
  if (most !== undefined) return `, at most ${most}${unit}`;
  return min === undefined ? '' : `, at least ${min}${unit}`;
}

function linkTo(ref) {
  const name = ref.split('/').at(-1);
  return `[${name}](#${name})`;
}

function escapeCell(text) {
  return text.replaceAll('|', '\\|');
}
