import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import { openPages, START_TIMEOUT_MS } from './testing/open-pages.ts';

// A browser on a busy machine takes its time.
jest.setTimeout(60_000);

const VIEW = `<ListView><fullName>Energy</fullName><columns>ACCOUNT.NAME</columns><columns>ACCOUNT.INDUSTRY</columns>
<filterScope>Everything</filterScope><filters><field>ACCOUNT.INDUSTRY</field><operation>equals</operation><value>Energy</value></filters>
<label>Energy Accounts</label></ListView>`;
const TOTAL = 120;

let org: Org;
let pages: Awaited<ReturnType<typeof openPages>>;
let page: Page;

beforeAll(async () => {
  org = createOrg();
  org.metadata.put({ type: 'ListView', fullName: 'Account.Energy', files: { 'Account.object': VIEW } });
  const admin = org.userById(org.adminId);
  for (let i = 0; i < TOTAL; i++) {
    const Industry = i < 3 ? 'Energy' : 'Banking';
    org.records.create(admin, 'Account', { Name: `Account ${String(i).padStart(3, '0')}`, Industry });
  }
  pages = await openPages(org);
  page = await pages.logIn({ path: '/lightning/o/Account/list' });
}, START_TIMEOUT_MS);

afterAll(() => pages.close());

const rows = () => page.locator('one-record-table tbody tr');
const names = () => page.locator('one-record-table tbody th').allInnerTexts();
const openPicker = () => page.getByRole('button', { name: 'Select a list view' }).click();

describe('the home of an object', () => {
  test('opens with all records, the first of them, and says how it is sorted', async () => {
    await page.getByRole('heading', { name: 'All Accounts' }).waitFor();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(50);
    await page.getByText('50+ items • Sorted by Account Name').waitFor();
    expect(await page.title()).toBe('All Accounts | Accounts | Salesforce');
  });

  test('reads further pages as one scrolls', async () => {
    await page.getByRole('button', { name: 'Show More' }).scrollIntoViewIfNeeded();
    await rows().nth(99).waitFor();
    await page.getByRole('button', { name: 'Show More' }).scrollIntoViewIfNeeded();
    await page.getByText(`${TOTAL} items`).waitFor();
    expect(await rows().count()).toBe(TOTAL);
    expect(new Set(await names()).size).toBe(TOTAL);
  });

  test('a deployed list view is found by its name, with keys alone', async () => {
    await openPicker();
    await page.keyboard.type('ener');
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Energy Accounts']);
    await page.keyboard.press('Enter');
    await page.getByText('3 items • Sorted by Account Name • Filtered by Industry').waitFor();
    expect(new URL(page.url()).search).toBe('?filterName=Energy');
    const heads = await page.locator('one-record-table thead th').allInnerTexts();
    expect(heads.map((text) => text.replace(/^Sort by:\s*/, '').trim())).toEqual([
      'Account Name',
      'Industry',
    ]);
  });

  test('a column sorts both ways', async () => {
    await page.locator('th button', { hasText: 'Account Name' }).click();
    await page.locator('th[aria-sort="descending"]').waitFor();
    await rows().first().getByText('Account 002').waitFor();
    expect(await names()).toEqual(['Account 002', 'Account 001', 'Account 000']);
  });

  test('has no accessibility violations, with the list of views open too', async () => {
    await openPicker();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a pinned list is what the object opens with', async () => {
    await page.getByRole('button', { name: 'Pin this list' }).click();
    await page.goto(`${org.baseUrl()}/lightning/o/Account/list`);
    await page.getByRole('heading', { name: 'Energy Accounts' }).waitFor();
  });

  test('a name leads to its record, and the heading of the page has the focus', async () => {
    await page.getByRole('link', { name: 'Account 001' }).click();
    await page.locator('h1:focus', { hasText: 'Account 001' }).waitFor();
    expect(await page.title()).toBe('Account 001 | Account | Salesforce');
  });

  test('an empty list says so', async () => {
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByText('There is nothing in this list.').waitFor();
  });

  test('the home page greets the user and leads back to what she opened', async () => {
    await page.getByRole('link', { name: 'Home', exact: true }).last().click();
    await page.getByRole('heading', { name: /^Welcome, / }).waitFor();
    await page.locator('home-welcome').getByRole('link', { name: 'Account 001' }).last().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
