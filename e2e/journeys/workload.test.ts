import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const WORKLOAD = '/lightning/n/CS_Workload';
const MEASURES = ['Accounts', 'At risk', 'Overdue touches', 'Overdue tasks', 'Renewals in 90 days'];

describe('the workload of CSMs', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    await open(page, 'dana.reyes');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  async function open(as: Page, user: string): Promise<void> {
    const query = new URLSearchParams({ as: `${user}@demo.tenure.example`, retURL: WORKLOAD });
    await as.goto(`${product.orgUrl}/login?${query}`);
  }

  const number = (of: string, measure: string): Locator =>
    page.getByRole('button', { name: new RegExp(`^${measure} of ${of}: `) });

  async function expectNoViolations(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
  }

  test('a CSM sees every CSM, the most loaded first, beside the team and the weeks before', async () => {
    const rows = page.locator('c-cs-workload-table tbody tr');
    await rows.nth(2).waitFor();
    const efforts = await page.locator('c-cs-workload-table [data-id="effort"]').allTextContents();
    const hours = efforts.map((text) => Number.parseFloat(text));
    expect(hours).toEqual(hours.toSorted((a, b) => b - a));
    await page.getByRole('img', { name: /Dana Reyes: from .* over 12 weeks/ }).waitFor();
    await page
      .getByText(/(above|below) the team/)
      .first()
      .waitFor();
    await expectNoViolations();
  });

  test.each(MEASURES)('the list behind "%s" is as long as the number says', async (measure) => {
    const button = number('Marcus Lindqvist', measure);
    const counted = Number(await button.textContent());
    await button.click();
    const list = page.getByRole('region', { name: `${measure}: Marcus Lindqvist` });
    await list.locator('tbody tr').first().waitFor();
    await eventually(async () => expect(await list.locator('tbody tr').count()).toBe(counted));
    expect(await list.locator('[data-id="difference"]').textContent()).toBe('');
    await list.getByRole('button', { name: 'Close the list' }).click();
  });

  test('revenue is the sum of the accounts behind it', async () => {
    const amount = await number('Dana Reyes', 'ARR').getAttribute('title');
    await number('Dana Reyes', 'ARR').click();
    const list = page.getByRole('region', { name: 'ARR: Dana Reyes' });
    await list.getByText(`${amount} ARR together`).waitFor();
    await expectNoViolations();
  });

  test('accounts that are given to another CSM move in the count, without a reload', async () => {
    const before = Number(await number('Priya Nair', 'Accounts').textContent());
    await number('Dana Reyes', 'Accounts').click();
    const list = page.getByRole('region', { name: 'Accounts: Dana Reyes' });
    await list.getByText('Select Northwind Logistics').locator('..').click();
    await list.getByRole('combobox', { name: 'New CSM' }).click();
    await list.getByRole('option', { name: /^Priya Nair/ }).click();
    await list.getByRole('button', { name: 'Reassign' }).click();
    await page.getByText('1 account reassigned').waitFor();
    await page.getByRole('button', { name: `Accounts of Priya Nair: ${before + 1}` }).waitFor();
    await list.getByText('9 accounts').waitFor();
    await expectNoViolations();
    expect(complaints).toEqual([]);
  });

  test('a user without rights reads whom to ask', async () => {
    const other = await openPage(browser);
    await open(other.page, 'nora.winters');
    await other.page.getByText('You have no access to the workload of CSMs').waitFor();
    const { violations } = await new AxeBuilder({ page: other.page }).analyze();
    expect(violations).toEqual([]);
    await other.page.context().close();
  });
});
