import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { openDatabase } from './database.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';

describe('the embedded database', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tenure-test-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps what was written when it is opened again, and does not migrate twice', async () => {
    const first = await openDatabase({ folder });
    await first.prisma.org.create({
      data: { id: '00D', instanceUrl: 'x', name: 'Kept', lastLoginAt: new Date() },
    });
    await first.close();
    const second = await openDatabase({ folder });
    expect(await second.prisma.org.findMany()).toMatchObject([{ name: 'Kept' }]);
    await second.close();
  });

  test('leaves the process free for everything else while it carries out a statement', async () => {
    const { pool, close } = await openDatabase({ memory: true });
    let turns = 0;
    let isDone = false;
    const sleeping = pool.query('SELECT pg_sleep(0.5)').then(() => (isDone = true));
    while (!isDone) {
      await turn();
      turns += 1;
    }
    await sleeping;
    await close();
    expect(turns).toBeGreaterThan(1_000);
  });

  test('refuses a folder that another companion holds, and lets it go when that one closes', async () => {
    const first = await openEmbeddedDatabase(folder);
    await expect(openEmbeddedDatabase(folder)).rejects.toThrow(
      `Another companion (process ${process.pid}) is running on ${folder}. Stop it first`,
    );
    await first.close();
    const second = await openEmbeddedDatabase(folder);
    await second.close();
  });

  test.each([
    ['has other files in it', 'notes.txt', 'it holds no PG_VERSION'],
    ['was cut short', 'PG_VERSION', 'the embedded PostgreSQL cannot read it'],
  ])(
    'names a folder that %s, says what to do, and leaves it as it is',
    async (_what, file, why) => {
      mkdirSync(path.join(folder, 'postgres'));
      writeFileSync(path.join(folder, 'postgres', file), 'damaged');
      await expect(openEmbeddedDatabase(folder)).rejects.toThrow(
        `The database folder ${path.join(folder, 'postgres')} cannot be opened: ${why}.`,
      );
      expect(readFileSync(path.join(folder, 'postgres', file), 'utf8')).toBe('damaged');
    },
    60_000,
  );
});

describe('a database server', () => {
  test('that does not answer is named without its password', async () => {
    const opening = openDatabase({ url: 'postgresql://tenure:hunter2@127.0.0.1:1/tenure' });
    const error = await opening.then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error?.message).toMatch(/^No PostgreSQL answers at 127\.0\.0\.1:1\/tenure: .*ECONNREFUSED/);
    expect(error?.message).not.toContain('hunter2');
  });
});
