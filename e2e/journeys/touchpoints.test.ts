import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

describe('the list of touchpoints, as a CSM', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startDemo();
    ({ page, complaints } = await openPage(browser));
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  const rows = (): Locator => page.locator('c-cs-touchpoint-table tbody tr');
  const row = (name: string): Locator =>
    rows().filter({ has: page.getByRole('link', { name, exact: true }) });
  const view = (name: string): Locator => page.locator('c-cs-touchpoint-views').getByRole('button', { name });
  const openAs = (user: string): Promise<unknown> =>
    page.goto(
      `${product.orgUrl}/login?as=${user}%40demo.tenure.example&retURL=%2Flightning%2Fn%2FCS_Touchpoints`,
    );

  test('her own accounts are there, soonest first, after at most three requests', async () => {
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/graphql')) requests.push(request.url());
    });
    await openAs('dana.reyes');
    await view('10 All').waitFor();
    await page.getByText('10 of 10 accounts shown').waitFor();
    await rows().first().getByText('Overdue by').waitFor();
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  test('neither wide nor narrow does the page have accessibility violations', async () => {
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(complaints).toEqual([]);
  });

  test('a view holds as many accounts as it says', async () => {
    const count = Number.parseInt(await view('Overdue').innerText(), 10);
    await view('Overdue').click();
    await page.getByText(`${count} of ${count} accounts shown`).waitFor();
    await eventually(async () => expect(await rows().count()).toBe(count));
    await row('Meridian Mutual').getByText('None planned, past its cadence').waitFor();
  });

  test('a new date is saved under the row, which then leaves the overdue ones', async () => {
    await row('Meridian Mutual').getByRole('button', { name: 'Plan the next touchpoint' }).click();
    const form = page.locator('c-cs-touchpoint-form');
    await form.getByRole('button', { name: 'In a week' }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await row('Meridian Mutual').waitFor({ state: 'detached' });
    await view('Next 7 days').click();
    await row('Meridian Mutual').getByText('In 7 days').waitFor();
  });

  test('a logged call asks for the next touchpoint, and the cadence proposes it', async () => {
    await view('All').click();
    await page.getByText('10 of 10 accounts shown').waitFor();
    await row('Larkspur Retail').getByRole('button', { name: 'Actions for Larkspur Retail' }).click();
    await page.getByRole('menuitem', { name: 'Log Call' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('When will you be in touch with Larkspur Retail next?').waitFor();
    await page.locator('c-cs-touchpoint-form').getByRole('button', { name: 'Save' }).click();
    await row('Larkspur Retail').getByText('In 14 days').waitFor();
  });

  test('the accounts of everyone can be searched by name and sorted', async () => {
    await page.getByRole('combobox', { name: 'CSM' }).click();
    await page.getByRole('option', { name: 'Everyone' }).click();
    await page.getByText('25 of 41 accounts shown').waitFor();
    await page.getByRole('button', { name: 'ARR', exact: true }).click();
    await rows().first().getByRole('link', { name: 'Amberline Charity' }).waitFor();
    await page.getByRole('searchbox', { name: 'Account name' }).fill('steel');
    await page.getByText('1 of 1 accounts shown').waitFor();
    await row('Ironbridge Steel').getByText('Marcus Lindqvist').waitFor();
  });

  test('a user without rights is told whom to ask', async () => {
    await openAs('nora.winters');
    await page.getByText('Ask an admin for the permission set Customer Success User.').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });
});
