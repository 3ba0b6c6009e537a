import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

// What happens at work is shown by a whole product in e2e/system/durability.test.ts.
test('a service that is asked to stop while it waits for the org at its start ends at once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-stop-'));
  // It takes the login, and never answers.
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'main.ts')],
    {
      env: {
        SALESFORCE_LOGIN_URL: `http://127.0.0.1:${port}`,
        SALESFORCE_CLIENT_ID: 'id',
        SALESFORCE_CLIENT_SECRET: 'secret',
        COMPANION_DATA_DIR: folder,
      },
    },
  );
  try {
    await once(silent, 'request');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    // 128 and the number of the signal, as a shell tells it.
    expect(code).toBe(143);
  } finally {
    child.kill('SIGKILL');
    silent.close();
    silent.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
});
