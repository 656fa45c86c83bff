/** What the tests use, so that the bench tries the very same. */
export { CollectorProcess } from '../../test/e2e/log-faults/collector-process.js';
export { FAULTS } from '../../test/e2e/log-faults/faults.js';
export { Front } from '../../test/e2e/log-faults/front.js';
export { runTrials } from '../../test/e2e/log-faults/run-trials.js';
