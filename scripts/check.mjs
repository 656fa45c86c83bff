import { ensureModules } from './ensure-modules.mjs';
import { DOMAIN_TYPES, FORMAT, LINT, runSteps, TYPES, UNIT } from './steps.mjs';

/** `npm run check`: what is worth knowing every few minutes. Import arrows are among the unit tests. */
await ensureModules();
const passed = await runSteps([FORMAT, TYPES, DOMAIN_TYPES, LINT, UNIT]);
process.exitCode = passed ? 0 : 1;
