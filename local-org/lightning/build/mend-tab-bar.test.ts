import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { findLightningModule } from './entries.ts';
import { mendTabBar } from './mend-tab-bar.ts';

const file = path.join(path.dirname(findLightningModule('tabBar') ?? ''), 'tabBar.html');

test('the tab bar that is installed calls its "More" button no tab any more, and is the same otherwise', () => {
  const code = readFileSync(file, 'utf8');
  const mended = mendTabBar(code, file) ?? '';
  expect(mended).not.toMatch(/data-overflow[^>]*role="tab"/);
  expect(mended.replace('role="presentation" part="tab-item tab-overflow"', '')).toBe(
    code.replace('role="tab" part="tab-item tab-overflow"', ''),
  );
});

test('other files are left alone, and a tab bar that is not as it was is told', () => {
  expect(mendTabBar('<template></template>', '/lightning/tab/tab.html')).toBeUndefined();
  expect(() => mendTabBar('<template></template>', file)).toThrow('has changed');
});
