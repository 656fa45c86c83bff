import validate from '@learninglocker/xapi-validation';

/**
 * What is wrong with a statement, by the rules of xAPI 2.0. The public validator knows them as 1.0.3 had them; what 2.0
 * changed for the fields that we write is checked here: the version's number, ids in canonical form, and times
 * in RFC 3339.
 */
export function findStatementFaults(statement: unknown): readonly string[] {
  const { id, version, timestamp, context } = statement as Record<string, unknown> & {
    context?: { registration?: string };
  };
  const older = { ...(statement as object), version: '1.0.3' };
  return [
    ...validate(older).map((warning) => JSON.stringify(warning)),
    ...(typeof version === 'string' && /^2\.0\.\d+$/.test(version) ? [] : ['version is not 2.0.x']),
    ...(isCanonicalUuid(id) ? [] : ['id is not a UUID of RFC 4122']),
    ...(isCanonicalUuid(context?.registration) ? [] : ['registration is not a UUID of RFC 4122']),
    ...(typeof timestamp === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp)
      ? []
      : ['timestamp is not a time of RFC 3339']),
    // JSON can carry these, and stores that keep text as UTF-8 cannot.
    ...(/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(statement)) ? ['has a NUL or half a pair'] : []),
  ];
}

function isCanonicalUuid(id: unknown): boolean {
  return typeof id === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
}

const VIDEO = 'https://w3id.org/xapi/video';

interface Told {
  readonly verb: { readonly id: string };
  readonly object: { readonly definition?: { readonly type: string } };
  readonly result?: { readonly extensions?: Record<string, unknown> };
  readonly context: {
    readonly contextActivities?: { readonly category?: readonly { readonly id: string }[] };
    readonly extensions: Record<string, unknown>;
  };
}

/** What is wrong with a statement that says it keeps to the video profile, for the verbs that we say it of. */
export function findProfileFaults(statement: Told & { readonly id: string }): readonly string[] {
  const { verb, object, result, context, id } = statement;
  if (!context.contextActivities?.category?.some((one) => one.id === VIDEO)) return [];
  const faults = object.definition?.type === `${VIDEO}/activity-type/video` ? [] : ['the object is no video'];
  if (verb.id.endsWith('/initialized')) {
    if (typeof context.extensions[`${VIDEO}/extensions/length`] !== 'number') faults.push('there is no length');
    if (context.extensions[`${VIDEO}/extensions/session-id`] !== id) faults.push('the session is not this statement');
  } else if (verb.id.endsWith('/played')) {
    if (typeof result?.extensions?.[`${VIDEO}/extensions/time`] !== 'number') faults.push('there is no time');
  } else {
    faults.push(`${verb.id} is not one that the log can keep to the profile with`);
  }
  return faults;
}
