import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import { grantApp } from './testing/grant-app.ts';
import { openPages, START_TIMEOUT_MS } from './testing/open-pages.ts';
import { putSamplePage } from './testing/sample-page.ts';

// A browser on a busy machine takes its time.
jest.setTimeout(60_000);

/** Up to here a reader does not notice: https://web.dev/articles/cls */
const GOOD_LAYOUT_SHIFT = 0.1;
const MOST_REQUESTS = 60;
const OBSERVE_SHIFTS = `window.layoutShift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.layoutShift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

let org: Org;
let pages: Awaited<ReturnType<typeof openPages>>;
let recordPath: string;

beforeAll(async () => {
  org = createOrg();
  putSamplePage(org);
  grantApp(org, 'Sample_App');
  const fields = { Name: 'Acme', Industry: 'Energy', Phone: '1', Website: 'https://acme.example' };
  const { id } = org.records.create(org.userById(org.adminId), 'Account', fields);
  recordPath = `/lightning/r/Account/${id}/view`;
  pages = await openPages(org);
}, START_TIMEOUT_MS);

afterAll(() => pages.close());

test('a record page comes in few requests and does not move while it fills', async () => {
  const page = await pages.logIn({ path: '/lightning/app/Sample_App' });
  await page.waitForLoadState('networkidle');
  let requests = 0;
  page.on('request', () => requests++);
  await page.addInitScript(OBSERVE_SHIFTS);
  await page.goto(org.baseUrl() + recordPath);
  await page.locator('c-cs-sample [data-name]', { hasText: 'Acme' }).waitFor();
  const shownAfterMs = await page.evaluate<number>('performance.now()');
  await page.waitForLoadState('networkidle');
  const layoutShift = await page.evaluate<number>('window.layoutShift');
  process.stdout.write(
    `Record page: component shown after ${Math.round(shownAfterMs)} ms, ${requests} requests, layout shift ${layoutShift.toFixed(3)}\n`,
  );
  expect(layoutShift).toBeLessThan(GOOD_LAYOUT_SHIFT);
  expect(requests).toBeLessThan(MOST_REQUESTS);
});

test("on a phone everything fits the screen's width, and components know that it is one", async () => {
  const page = await pages.logIn({
    path: '/lightning/app/Sample_App',
    viewport: { width: 400, height: 800 },
  });
  await page.goto(org.baseUrl() + recordPath);
  await page.locator('[data-record-name]', { hasText: 'Acme' }).waitFor();
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(400);
  const factor = "import('@salesforce/client/formFactor').then((module) => module.default)";
  expect(await page.evaluate(factor)).toBe('Small');
  for (const name of ['Notifications', 'App Launcher', 'Edit']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 400).toBe(true);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
