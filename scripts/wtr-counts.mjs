import { writeFileSync } from 'node:fs';

/** Writes how many tests passed and failed to the file named by FOLLOWUP_COUNTS, for the sum at the end of `npm test`. */
export function countsReporter(path = process.env.FOLLOWUP_COUNTS) {
  return {
    onTestRunFinished({ sessions }) {
      if (!path) return;
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const before = counts.failed;
        if (session.testResults) addSuite(counts, session.testResults);
        // A file that did not load, or broke outside a test, has no failed test to show for it.
        if (!session.passed && counts.failed === before) counts.failed += 1;
      }
      writeFileSync(path, JSON.stringify(counts));
    },
  };
}

function addSuite(counts, suite) {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const inner of suite.suites) addSuite(counts, inner);
}
