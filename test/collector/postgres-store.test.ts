import { afterAll, describe, it } from 'vitest';

import { openPostgresStore } from '../../src/collector/postgres-store.js';
import { findTestPostgres } from '../shared/postgres.js';
import { erasureContract } from './erasure-contract.js';
import { storeContract } from './store-contract.js';

const server = await findTestPostgres();

afterAll(() => server?.stop());

if (server) {
  storeContract('openPostgresStore', () => openPostgresStore(server.url, { schema: server.newSchema() }));
  erasureContract('openPostgresStore', (now) => openPostgresStore(server.url, { schema: server.newSchema(), now }));
} else {
  describe('openPostgresStore', () => {
    it.skip('needs a PostgreSQL: set DATABASE_URL, or install Debian’s postgresql', () => undefined);
  });
}
