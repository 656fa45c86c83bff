import { FollowupError } from '../../../src/domain/error.js';

/** All that a story or a test of the report needs, from one place. */
export * from './a-report.js';
export * from './scripted-reader.js';

export const wrongToken = new FollowupError('wrong-token', 'Another token is needed.');
export const unreachable = new FollowupError('collector-unreachable', 'No answer.');
export const refused = new FollowupError('collector-refused', 'The disk is full.');
export const tooManyTries = new FollowupError('too-many-tries', 'There were too many wrong tokens.');
