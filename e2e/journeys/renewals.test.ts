import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const NOTHING_RENEWS = /Nothing renews here|No renewal is overdue/;
const API = '/services/data/v66.0';

describe('the renewal pipeline', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    await openOpportunity('Driftwood Ferries');
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  async function open(as: Page, user: string): Promise<void> {
    const query = new URLSearchParams({
      as: `${user}@demo.tenure.example`,
      retURL: '/lightning/n/CS_Renewals',
    });
    await as.goto(`${product.orgUrl}/login?${query}`);
  }

  /** Gives an account an open opportunity, as an admin. */
  async function openOpportunity(name: string): Promise<void> {
    const admin = await openPage(browser);
    await open(admin.page, 'omar.haddad');
    const { request } = admin.page;
    const soql = encodeURIComponent(`SELECT Id FROM Account WHERE Name = '${name}'`);
    const found = await request.get(`${product.orgUrl}${API}/query?q=${soql}`);
    const [account] = ((await found.json()) as { records: { Id: string }[] }).records;
    const created = await request.post(`${product.orgUrl}${API}/sobjects/Opportunity`, {
      headers: { 'x-requested-with': 'lightning' },
      data: {
        Name: `${name} renewal`,
        AccountId: account?.Id,
        StageName: 'Prospecting',
        CloseDate: day(30),
      },
    });
    expect(created.status()).toBe(201);
    await admin.page.context().close();
  }

  const tile = (name: string): Locator =>
    page.locator('c-cs-renewal-pipeline-tiles').getByRole('button', { name });
  const chart = (): Locator => page.locator('c-cs-renewal-pipeline-chart');
  const heading = (): Locator => page.locator('c-cs-renewal-pipeline [data-id="heading"]');
  const totals = (): Promise<string> => page.locator('c-cs-renewal-pipeline [data-id="totals"]').innerText();
  const rows = (): Locator => page.locator('c-cs-renewal-pipeline-table tbody th[scope="row"]');

  async function expectNoViolations(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }

  test('a CSM sees her next 90 days with totals and accounts, after three requests', async () => {
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/graphql')) requests.push(request.url());
    });
    await open(page, 'dana.reyes');
    await rows().first().waitFor();
    await page.getByRole('button', { name: 'Pin Meridian Mutual to My Focus', disabled: false }).waitFor();
    expect(requests).toHaveLength(3);
    expect(await totals()).toBe('4 accounts · ARR $2,950,000 · $1,120,000 at risk');
    expect(await tile('Next 90 days').innerText()).toContain('4 accounts, $1.1M at risk');
    await expectRows(4);
    await page.getByText(/^in 2\d days$/).waitFor();
  });

  test('neither as a list nor as cards, wide or narrow, does the page have accessibility violations', async () => {
    await expectNoViolations();
    await page.getByRole('button', { name: 'Show as cards' }).click();
    await page
      .locator('c-cs-renewal-pipeline-cards')
      .getByRole('link', { name: 'Meridian Mutual' })
      .waitFor();
    await expectNoViolations();
    await page.setViewportSize({ width: 420, height: 900 });
    await expectNoViolations();
    await page.getByRole('button', { name: 'Show as list' }).click();
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(complaints).toEqual([]);
  });

  test('a part of a bar, clicked or reached by the keyboard, shows the accounts behind it', async () => {
    const part = chart()
      .getByRole('button', { name: /, At Risk: / })
      .first();
    const label = (await part.getAttribute('aria-label')) ?? '';
    const [, month = '', count = ''] = /^(.+), At Risk: (\d+) account/.exec(label) ?? [];
    await part.click();
    await heading().getByText(`${month}, At Risk`, { exact: true }).waitFor();
    await expectRows(Number(count));
    await eventually(async () => expect(Number.parseInt(await totals(), 10)).toBe(Number(count)));

    await part.press('Enter');
    await heading().getByText(month, { exact: true }).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const first = await chart().locator('button').first().innerText();
    await heading().getByText(first, { exact: true }).waitFor();
  });

  test('what is overdue or has no date is not lost', async () => {
    await page.getByText('Anyone', { exact: true }).click();
    await tile('Overdue').getByText('1 account').waitFor();
    await tile('Overdue').click();
    await page.getByText(/^[5-7] days overdue$/).waitFor();
    await page.getByRole('link', { name: 'Driftwood Ferries', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Driftwood Ferries renewal' }).waitFor();
    await tile('No renewal date').click();
    await page.getByRole('link', { name: 'Emberline Ceramics', exact: true }).waitFor();
    await expectRows(1);
  });

  test('totals and list agree for every tile and month', async () => {
    const buttons = [
      ...(await page.locator('c-cs-renewal-pipeline-tiles button').all()),
      ...(await chart().locator('button').all()),
    ];
    for (const button of buttons) {
      await button.click();
      await eventually(async () => {
        const counted = Number.parseInt(await totals(), 10);
        const told = counted === 0 ? NOTHING_RENEWS : `${counted} of ${counted} accounts shown`;
        expect(await page.getByText(told).count()).toBe(1);
      });
    }
  });

  test('filters narrow totals and list alike', async () => {
    await tile('Next 90 days').click();
    await page.getByRole('combobox', { name: 'Tier' }).click();
    await page.getByRole('option', { name: 'Enterprise' }).click();
    await page.getByRole('combobox', { name: 'Risk band' }).click();
    await page.getByRole('option', { name: 'At Risk' }).click();
    await heading().getByText('Next 90 days, At Risk').waitFor();
    const counted = await countAccounts(
      `CS_Tier__c = 'Enterprise' AND CS_Risk_Band__c = 'At Risk' AND CS_Status__c != 'Churned' ` +
        `AND CS_Renewal_Date__c >= ${day(0)} AND CS_Renewal_Date__c <= ${day(90)}`,
    );
    expect(counted).toBeGreaterThan(0);
    // Until both are read anew they show what was there before the filter.
    await page
      .locator('c-cs-renewal-pipeline [data-id="totals"]')
      .getByText(new RegExp(`^${counted} accounts? `))
      .waitFor();
    await expectRows(counted);
  });

  test('an account opens from its row', async () => {
    const link = rows().first().getByRole('link').first();
    const name = await link.innerText();
    await link.click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.locator('c-cs-risk').getByText('At Risk').first().waitFor();
  });

  test('a user without rights is told whom to ask', async () => {
    const nora = await openPage(browser);
    await open(nora.page, 'nora.winters');
    await nora.page.getByText('Ask an admin for the permission set Customer Success User.').waitFor();
    const { violations } = await new AxeBuilder({ page: nora.page }).analyze();
    expect(violations).toEqual([]);
    await nora.page.context().close();
  });

  /** What the org itself counts, asked as the user of the page. */
  async function countAccounts(where: string): Promise<number> {
    const soql = encodeURIComponent(`SELECT COUNT() FROM Account WHERE ${where}`);
    const answer = await page.request.get(`${product.orgUrl}${API}/query?q=${soql}`);
    return ((await answer.json()) as { totalSize: number }).totalSize;
  }

  async function expectRows(count: number): Promise<void> {
    await page.getByText(`${count} of ${count} accounts shown`).waitFor();
    await eventually(async () => expect(await rows().count()).toBe(count));
  }
});

/** A day as the API takes it; the demo users live in GMT. */
function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
