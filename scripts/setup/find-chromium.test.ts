import { expect, test } from '@jest/globals';
import { findChromium } from './find-chromium.ts';

test('CHROME_PATH comes before everything else', async () => {
  const found = await findChromium({ CHROME_PATH: process.execPath }, () => undefined);
  expect(found).toEqual({ executable: process.execPath, source: 'CHROME_PATH' });
});

test('a CHROME_PATH without a file is an error, not a reason to take another browser', async () => {
  await expect(findChromium({ CHROME_PATH: '/no/such/browser' }, () => undefined)).rejects.toThrow(
    'CHROME_PATH is "/no/such/browser", where there is no file.',
  );
});
