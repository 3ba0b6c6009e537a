import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** The exit code of the script, and what it asked, when whoever listens answers with a status; null for nobody there. */
async function checkWith(status: number | null): Promise<{ code: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status ?? 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  if (status === null) await close();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'check-health.ts')], {
    env: { COMPANION_PORT: String(port) },
  });
  const [code] = (await once(child, 'exit')) as [number];
  if (status !== null) await close();
  return { code, asked };
}

test.each([
  [200, 0, ['/healthz']],
  [503, 1, ['/healthz']],
  [null, 1, []],
])(
  'a container is healthy by the answer of its companion: %s ends with %s',
  async (status, code, asked) => {
    expect(await checkWith(status)).toEqual({ code, asked });
  },
  20_000,
);
