import { openLibsqlStore, openMemoryStore, openPostgresStore, startCollector } from '../../dist/collector/index.js';

/** A collector in a process of its own: `serve.mjs none|file|postgres PLACE [SCHEMA]`. Says its address in one line. */
const [engine, place, schema] = process.argv.slice(2);

/** Everything of a collector but the keeping. */
function keepNothing() {
  const kept = ({ reactions }) => ({ stored: reactions.map(({ id }) => id), known: [], identities: [], codes: [] });
  return { ...openMemoryStore(), keep: (incoming) => Promise.resolve(kept(incoming)) };
}

const store =
  engine === 'none'
    ? keepNothing()
    : engine === 'file'
      ? openLibsqlStore(place)
      : await openPostgresStore(place, { schema });

const much = 1_000_000_000;
const collector = await startCollector({
  store,
  port: 0,
  limits: { perAddressPerMinute: much, perSitePerMinute: much },
});
process.once('SIGTERM', () => void collector.close().then(() => process.exit(0)));
process.on('message', () => process.send(process.cpuUsage()));
process.stdout.write(`${collector.address}\n`);
