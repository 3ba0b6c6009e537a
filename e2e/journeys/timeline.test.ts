import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { BUSY_EVENTS, makeBusyAccount } from '../support/busy-account.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { makeNotesReader, NOTES_READER } from '../support/limited-user.ts';
import { accessOf, openAs } from '../support/session.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

/** Rows that may be in the page at once, whatever the length of the history. */
const MOST_ROWS = 200;

const DANA = 'dana.reyes@demo.tenure.example';
const ADMIN = 'omar.haddad@demo.tenure.example';

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];
let requests: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  product = await startDemo();
  ({ page, complaints } = await openPage(browser));
  page.on('request', (request) => {
    const name = /query (\w+)/.exec(request.postData() ?? '')?.[1];
    if (request.url().endsWith('/graphql') && name) requests.push(name);
  });
}, 300_000);

afterAll(async () => {
  await page?.context().close();
  await browser?.close();
  expect(await product?.stop()).toBe(0);
});

const timeline = (): Locator => page.locator('c-cs-timeline');
const events = (): Locator => timeline().locator('c-cs-timeline-item');
const event = (title: string | RegExp): Locator => events().filter({ hasText: title });
const summary = (): Locator => timeline().locator('[data-id="summary"]');
const more = (): Locator => timeline().locator('[data-id="more"] button');
const button = (name: string | RegExp): Locator => timeline().getByRole('button', { name });

describe('as the CSM of the account', () => {
  test('what happened in 90 days is there, newest first, under its months, after one request of each kind', async () => {
    requests = [];
    await page.goto(product.accountPage);
    await summary()
      .getByText(/events since/)
      .waitFor();
    await event('Case opened: Export of all projects').waitFor();
    await event('Introduction to the new project lead?').waitFor();
    await eventually(async () => {
      const months = await timeline().locator('h3').allInnerTexts();
      expect(months[0]).toContain('Upcoming');
      expect(months.length).toBeGreaterThan(3);
    });
    expect(requests.filter((name) => /^(accountStory|timeline)/.test(name)).sort()).toEqual([
      'accountStory',
      'timelineActivities',
      'timelineRecords',
    ]);
  });

  test('neither wide nor narrow does it have accessibility violations', async () => {
    await button('Filter the timeline').click();
    await button(/^Details of/)
      .first()
      .click();
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible();
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(complaints).toEqual([]);
  });

  test('a filter by kind leaves the others out, and words narrow it further', async () => {
    await button(/^Cases \d/).click();
    await summary()
      .getByText(/^2 of \d+ loaded events match, back to/)
      .waitFor();
    await eventually(async () => expect(await events().count()).toBe(2));
    await timeline().getByRole('searchbox', { name: 'Search the loaded events' }).fill('export');
    await summary().getByText(/^1 of/).waitFor();
    await button('Clear the filter').click();
    await summary()
      .getByText(/events since/)
      .waitFor();
  });

  test('earlier events come on request', async () => {
    await more().getByText('Show earlier than').click();
    await event('Farewell call with the champion').first().waitFor();
  });

  test('a call that is logged from here is there without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await timeline().getByRole('button', { name: 'Actions', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Log Call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: 'Subject' })
      .or(dialog.getByLabel('Subject'))
      .first()
      .fill('Call by journey');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await event('Call by journey').getByText('Today').waitFor();
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });

  test('the next touchpoint is planned from here', async () => {
    await button('Plan touchpoint').click();
    await button('Tomorrow').click();
    await button('Save').click();
    await button('Plan touchpoint').waitFor();
    await page.locator('c-cs-touchpoint').getByText('In 1 day').waitFor();
  });

  test('when activities fail, the rest stands, and trying again brings them', async () => {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query timelineActivities')
        ? route.fulfill({ status: 503, contentType: 'application/json', body: '[{"message":"Too busy"}]' })
        : route.continue(),
    );
    await page.reload();
    await timeline().getByText('Calls, meetings, emails and tasks could not be loaded').waitFor();
    await event('Case opened: Export of all projects').waitFor();
    expect(await event('Call by journey').count()).toBe(0);
    await page.unroute('**/graphql');
    await button('Try again').click();
    await event('Call by journey').waitFor();
  });
});

describe('as someone who may read notes and activities only', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-metadata-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('what may not be read is named, and the rest is there', async () => {
    await openAs(page, product.orgUrl, ADMIN, '/lightning/o/Account/list');
    await makeNotesReader(await accessOf(page, product.orgUrl), folder);
    const account = new URL(product.accountPage).searchParams.get('retURL') ?? '';
    await openAs(page, product.orgUrl, NOTES_READER, account);
    await timeline().getByText('Cases are not shown: you have no access.').waitFor();
    await timeline()
      .getByText('Health changes, NPS answers, playbooks and account changes are not shown')
      .waitFor();
    await event('Internal note').first().waitFor();
    expect(await event(/^Case opened/).count()).toBe(0);
    await expectAccessible();
  });
});

describe('on an account with thousands of events', () => {
  test('all of them can be scrolled through, with a bounded number of rows in the page', async () => {
    complaints.length = 0;
    await openAs(page, product.orgUrl, ADMIN, '/lightning/o/Account/list');
    const account = await makeBusyAccount(await accessOf(page, product.orgUrl));
    await openAs(page, product.orgUrl, DANA, `/lightning/r/Account/${account}/view`);
    await summary()
      .getByText(/^The latest 30 events/)
      .waitFor();
    while ((await timeline().locator('[data-id="end"]').innerText()) === '') {
      await more().click();
      await page
        .locator(
          'c-cs-timeline [data-id="more"] button:not([disabled]), c-cs-timeline [data-id="end"]:not(:empty)',
        )
        .first()
        .waitFor();
      expect(await events().count()).toBeLessThanOrEqual(MOST_ROWS);
    }
    await eventually(async () =>
      expect(Number((await summary().innerText()).replace(/\D/g, ''))).toBe(BUSY_EVENTS),
    );

    const { rows, slowest } = await scrollThrough();
    process.stderr.write(
      `${BUSY_EVENTS} events: at most ${rows} rows in the page, slowest frame ${slowest} ms\n`,
    );
    expect(rows).toBeLessThanOrEqual(MOST_ROWS);
    expect(rows).toBeGreaterThan(0);
    await eventually(async () => {
      await events().last().scrollIntoViewIfNeeded();
      expect(await events().last().isVisible()).toBe(true);
    });
    expect(complaints).toEqual([]);
  }, 180_000);
});

/** Scrolls like a wheel for a while, then in leaps to the end; answers the most rows at once, and the slowest frame. */
function scrollThrough(): Promise<{ rows: number; slowest: number }> {
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // Rows lie inside shadow roots, which a search from the document does not enter.
    const countRows = (root: Document | ShadowRoot): number =>
      Array.from(root.querySelectorAll('*')).reduce(
        (count, { localName, shadowRoot }) =>
          count + Number(localName === 'c-cs-timeline-item') + (shadowRoot ? countRows(shadowRoot) : 0),
        0,
      );
    let [rows, slowest, before] = [0, 0, await frame()];
    for (let y = 0; y < 30_000; y += 300) {
      window.scrollTo(0, y);
      const now = await frame();
      slowest = Math.max(slowest, Math.round(now - before));
      before = now;
    }
    const end = document.documentElement.scrollHeight;
    for (let leap = 1; leap <= 20; leap += 1) {
      window.scrollTo(0, (end * leap) / 20);
      await frame();
      await frame();
      rows = Math.max(rows, countRows(document));
    }
    return { rows, slowest };
  });
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}
