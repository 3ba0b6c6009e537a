import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { findFreePort } from './free-port.ts';

test('a port that is taken is passed over', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const found = await findFreePort(port);

  await new Promise((resolve) => server.close(resolve));
  expect(found).toBeGreaterThan(port);
});

test('a port promised to another service is passed over', async () => {
  const first = await findFreePort(20_600);
  expect(await findFreePort(first, new Set([first]))).not.toBe(first);
});
