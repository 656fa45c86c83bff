import { ensureModules } from './ensure-modules.mjs';

/** `npm test`: sets itself up, then runs everything, the quick steps first. */
await ensureModules();
const { ensureBrowser } = await import('./ensure-browser.mjs');
await ensureBrowser();
const { ensurePostgres } = await import('./ensure-postgres.mjs');
const postgres = await ensurePostgres();

const steps = await import('./steps.mjs');
const passed = await steps.runSteps([
  steps.FORMAT,
  steps.TYPES,
  steps.DOMAIN_TYPES,
  steps.LINT,
  steps.UNIT,
  steps.BUILD,
  steps.PACKAGE,
  steps.ELEMENTS,
  steps.END_TO_END,
  steps.STORYBOOK,
  steps.STORIES,
]);
await postgres.stop();
if (postgres.missing) console.log(postgres.missing);
process.exitCode = passed ? 0 : 1;
