/** Runs one export in a process of its own, and tells the most memory that the process ever held. */
const [dist, ...args] = process.argv.slice(2);
const { runCli } = await import(`${dist}/cli/run-cli.js`);
const began = performance.now();
const code = await runCli(args, {
  env: {},
  say: () => undefined,
  warn: (line) => console.error(line),
  untilStopped: () => Promise.resolve(),
});
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, peakBytes: process.resourceUsage().maxRSS * 1_024 }));
process.exitCode = code;
