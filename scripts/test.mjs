import { ensureModules } from './ensure-modules.mjs';

/** `npm test`: sets itself up, then runs everything, the quick steps first. */
await ensureModules();
const { ensureBrowser } = await import('./ensure-browser.mjs');
await ensureBrowser();

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
process.exitCode = passed ? 0 : 1;
