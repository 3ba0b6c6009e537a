import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const EXECUTIVE = '/lightning/n/CS_Executive';
const A4 = { width: 794, height: 1123 };
const OPENED = [
  ['Total ARR', 'arr'],
  ['ARR at risk', 'arrAtRisk'],
  ['Renewals in 90 days', 'renewals'],
  ['Renewal forecast', 'forecast'],
  ['Customers', 'accounts'],
  ['Gross revenue retention', 'grr'],
  ['Net revenue retention', 'nrr'],
  ['Average health', 'health'],
  ['NPS', 'nps'],
];

const money = (value: number): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(
    value,
  );
const dayText = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));

describe('the executive page', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];
  const asked: string[] = [];

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    page.on('request', (request) => {
      const document = /query executive\w+/.exec(request.postData() ?? '');
      if (document) asked.push(document[0]);
    });
    await open(page, 'helen.okafor');
    await tile('arr').waitFor();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  async function open(as: Page, user: string): Promise<void> {
    const query = new URLSearchParams({ as: `${user}@demo.tenure.example`, retURL: EXECUTIVE });
    await as.goto(`${product.orgUrl}/login?${query}`);
  }

  const tile = (key: string): Locator => page.locator(`c-cs-executive-summary [data-tile="${key}"]`);
  const valueOf = (key: string): Promise<string | null> =>
    tile(key).locator('[data-id="value"]').textContent();
  const expectValue = (key: string, value: string): Promise<void> =>
    eventually(async () => expect(await valueOf(key)).toBe(value));
  const list = (heading: string): Locator => page.getByRole('region', { name: heading, exact: true });

  /** What the org itself answers the user of the page. */
  async function ask(soql: string): Promise<Record<string, number | string>[]> {
    const query = new URLSearchParams({ q: soql });
    const answer = await page.request.get(`${product.orgUrl}/services/data/v66.0/query?${query}`);
    return ((await answer.json()) as { records: Record<string, number | string>[] }).records;
  }

  async function sumOf(what: string, where: string): Promise<number> {
    return Number((await ask(`SELECT ${what} total FROM Account WHERE ${where}`))[0]?.total);
  }

  async function choose(combobox: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: combobox, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  }

  async function expectNoViolations(on: Page = page): Promise<void> {
    for (const width of [420, 1440]) {
      await on.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page: on }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }

  test('a manager sees the totals of today after at most three requests, as the org counts them', async () => {
    await page.locator('c-cs-executive-load li').first().waitFor();
    expect(asked.length).toBeLessThanOrEqual(3);
    const customers = `CS_Status__c != 'Churned'`;
    await expectValue('arr', money(await sumOf('SUM(CS_ARR__c)', customers)));
    const atRisk = `${customers} AND CS_Risk_Band__c = 'At Risk'`;
    await expectValue('arrAtRisk', money(await sumOf('SUM(CS_ARR__c)', atRisk)));
    await expectValue('accounts', String(await sumOf('COUNT(Id)', customers)));
    expect(Number(await valueOf('health'))).toBeCloseTo(await sumOf('AVG(CS_Health__c)', customers), 0);
    await tile('arr')
      .getByText(/ since .*(better|worse)/)
      .waitFor();
    await expectNoViolations();
  });

  test.each(OPENED)('the accounts behind "%s" come to its number', async (label, key) => {
    await tile(key).getByRole('button').click();
    const opened = list(`${label}: All customers`);
    await opened.getByText(/^The same as the total of /).waitFor();
    await opened.locator('tbody tr').first().waitFor();
    await opened.getByRole('button', { name: 'Close the list' }).click();
    await opened.waitFor({ state: 'detached' });
  });

  test('every sentence leads to the records that it speaks of', async () => {
    const story = page.locator('c-cs-executive-story');
    const links = story.locator('[data-id="sentence"]:has(button, a[href])');
    // Sentences of what moved lately come after those of the totals.
    await eventually(async () =>
      expect(await links.count()).toBe(await story.locator('[data-id="sentence"]').count()),
    );
    await story.getByRole('button', { name: /customers at risk$/ }).click();
    await list('ARR at risk: All customers').getByRole('link', { name: 'Northwind Logistics' }).waitFor();
    await expectNoViolations();
  });

  test('a tier has totals of its own', async () => {
    await choose('Customers', 'By tier');
    await choose('Tier', 'Strategic');
    await page.getByText(/: Strategic, compared with /).waitFor();
    const where = `CS_Status__c != 'Churned' AND CS_Tier__c = 'Strategic'`;
    await expectValue('arr', money(await sumOf('SUM(CS_ARR__c)', where)));
  });

  test('what changed since the totals were taken is told, and counted again when asked', async () => {
    const [account] = await ask(`SELECT Id FROM Account WHERE Name = 'Northwind Logistics'`);
    const changed = await page.request.patch(
      `${product.orgUrl}/services/data/v66.0/sobjects/Account/${account?.Id}`,
      { data: { CS_Tier__c: 'Scale' } },
    );
    expect(changed.status()).toBe(204);
    await tile('accounts').getByRole('button').click();
    const opened = list('Customers: Strategic');
    await opened.getByText(/Accounts have changed since it was taken/).waitFor();
    await opened.getByRole('button', { name: 'Count again' }).click();
    await opened.getByText(/^The same as the total of /).waitFor();
    await choose('Customers', 'All customers');
    await page.getByText(/: All customers, compared with /).waitFor();
  });

  test('a month of the past has its totals, and the accounts as they were', async () => {
    const days = await ask(
      'SELECT CS_As_Of__c FROM CS_Account_Snapshot__c GROUP BY CS_As_Of__c ORDER BY CS_As_Of__c DESC',
    );
    const day = String(days[1]?.CS_As_Of__c);
    await choose('As of', dayText(day));
    await page.getByText(`${dayText(day)}: All customers`).waitFor();
    const [then] = await ask(
      `SELECT SUM(CS_ARR__c) total FROM CS_Account_Snapshot__c WHERE CS_As_Of__c = ${day} AND CS_Status__c != 'Churned'`,
    );
    await expectValue('arr', money(Number(then?.total)));
    for (const [label, key] of OPENED.slice(0, 8) as [string, string][]) {
      await tile(key).getByRole('button').click();
      await list(`${label}: All customers`)
        .getByText(`The same as the total of ${dayText(day)}.`)
        .waitFor();
    }
    await expectNoViolations();
  });

  test('prints on one page, without the shell around it', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(A4);
    expect(await page.getByRole('navigation', { name: 'Global' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await eventually(async () => {
      const parts = await page.locator('c-cs-executive-load').boundingBox();
      expect((parts?.y ?? Infinity) + (parts?.height ?? 0)).toBeLessThan(A4.height);
    });
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'screen' });
    expect(complaints).toEqual([]);
  });

  test('a CSM sees what she looks after, and is told so', async () => {
    const other = await openPage(browser);
    await open(other.page, 'dana.reyes');
    await other.page.getByText('These are the accounts that you look after').waitFor();
    await other.page.locator('[data-tile="arr"]').getByRole('button').click();
    const opened = other.page.getByRole('region', { name: 'Total ARR: my customers' });
    await opened.getByText(/^The same as the total of /).waitFor();
    expect(await other.page.locator('[data-tile="nps"]').count()).toBe(0);
    await expectNoViolations(other.page);
    await other.page.context().close();
  });

  test('a user without rights reads whom to ask', async () => {
    const other = await openPage(browser);
    await open(other.page, 'nora.winters');
    await other.page.getByText('You have no access to the customers of this page').waitFor();
    await expectNoViolations(other.page);
    await other.page.context().close();
  });
});
