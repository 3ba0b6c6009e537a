import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProduct, type Product } from './start-product.ts';

const PAUSE_MS = 200;

/**
 * Starts the demo as `npm start` does a second time: on a copy of what one first start left, which all suites of a
 * test run share (`config/e2e-demo.mjs`). Each copy begins with the same records under the same Ids.
 *
 * What the first start itself does is the matter of `account-page` and `start-again`.
 */
export async function startDemo(): Promise<Product> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-demo-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(await preparedDemo(), folder, { recursive: true });
    const product = await startProduct({ folder, env: { DATABASE_URL: '' } });
    return { ...product, stop: () => product.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The folder of the first start; whoever comes first makes it, the others wait. */
async function preparedDemo(): Promise<string> {
  const shared = process.env.TENURE_E2E_DEMO;
  if (!shared)
    throw new Error('TENURE_E2E_DEMO is not set: config/e2e-demo.mjs sets it before the first suite.');
  const [folder, ready, broken] = ['instance', 'ready', 'broken'].map((name) => path.join(shared, name)) as [
    string,
    string,
    string,
  ];
  if (isFirst(path.join(shared, 'begun'))) {
    try {
      const product = await startProduct({ folder, env: { DATABASE_URL: '' } });
      await product.stop();
    } catch (error) {
      writeFileSync(broken, String(error));
      throw error;
    }
    writeFileSync(ready, '');
  }
  while (!existsSync(ready)) {
    if (existsSync(broken)) throw new Error(`The demo did not start: ${readFileSync(broken, 'utf8')}`);
    await pause(PAUSE_MS);
  }
  return folder;
}

/** Whether this process made the folder: only one can. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
