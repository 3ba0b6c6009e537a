import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startPostgres } from './start-postgres.ts';

test('a server that is named is taken as it is', async () => {
  const url = 'postgresql://somewhere.example/tests';
  expect(await startPostgres({ TEST_DATABASE_URL: url })).toMatchObject({ url, source: 'TEST_DATABASE_URL' });
});

test('without one a server is started, answers, and is gone after stop', async () => {
  const server = await startPostgres({});
  const client = new Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ one: number }>('SELECT 1 AS one');
  await client.end();
  await server.stop();

  expect(rows).toEqual([{ one: 1 }]);
  await expect(new Client({ connectionString: server.url }).connect()).rejects.toThrow('ECONNREFUSED');
});
