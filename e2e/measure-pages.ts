import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, openPage } from './support/browser.ts';

// How long the first rows of each list take, and how many GraphQL requests: against a product that runs, such as
// `npm start -- --dataset generated --accounts 10000`, then `npm run measure -- --url http://localhost:4600`.

const ROWS: Record<string, string> = {
  CS_Touchpoints: 'c-cs-touchpoint-table tbody tr[data-row]',
  CS_Renewals: 'c-cs-renewal-pipeline-table tbody tr, c-cs-renewal-pipeline-cards li',
  CS_Workload: 'c-cs-workload-table tbody tr',
};
const TRIES = 5;
/** After the first rows, so that a late request is counted as well. */
const SETTLE_MS = 1_000;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4600' },
    user: { type: 'string', default: 'dana.reyes@demo.tenure.example' },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const browser = await launchBrowser();
try {
  const { page } = await openPage(browser);
  let asked = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/graphql')) asked += 1;
  });
  const login = new URLSearchParams({ as: values.user, retURL: '/lightning/o/Contact/list' });
  await page.goto(`${values.url}/login?${login}`);
  say('page            first visit   again (median)   requests');
  for (const [tab, rows] of Object.entries(ROWS)) {
    const times: number[] = [];
    let requests = 0;
    for (let tried = 0; tried <= TRIES; tried += 1) {
      await openContacts(page, values.url);
      asked = 0;
      times.push(await openTab(page, tab, rows));
      await page.waitForTimeout(SETTLE_MS);
      requests = Math.max(requests, asked);
    }
    const [first = 0, ...again] = times;
    const median = again.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
    say(
      `${tab.padEnd(15)} ${`${first} ms`.padStart(11)} ${`${median} ms`.padStart(16)} ${String(requests).padStart(10)}`,
    );
  }
} finally {
  await browser.close();
}

async function openContacts(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/lightning/o/Contact/list`);
  await page.waitForLoadState('networkidle');
}

/** From the click on a tab of the app to the first row. */
async function openTab(page: Page, tab: string, rows: string): Promise<number> {
  const started = performance.now();
  await page.locator(`a[href*="${tab}"]`).first().click();
  await page.locator(rows).first().waitFor();
  return Math.round(performance.now() - started);
}
