import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

describe('changing several accounts at once, as a CSM', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startDemo();
    ({ page, complaints } = await openPage(browser));
    const retURL = encodeURIComponent('/lightning/n/CS_Touchpoints');
    await page.goto(`${product.orgUrl}/login?as=dana.reyes%40demo.tenure.example&retURL=${retURL}`);
    await page.getByText('10 of 10 accounts shown').waitFor();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  const row = (name: string): Locator =>
    page
      .locator('c-cs-touchpoint-table tbody tr')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
  const select = (name: string): Promise<void> => row(name).locator('.slds-checkbox_faux').click();
  const dialog = (): Locator => page.getByRole('dialog');
  const press = (name: string): Promise<void> =>
    dialog().getByRole('button', { name, exact: true }).last().click();

  async function choose(label: string, option: string): Promise<void> {
    await dialog().getByRole('combobox', { name: label }).click();
    await dialog().getByRole('option', { name: option, exact: true }).click();
  }

  /** The page's own session, to look at what is in the org and to be somebody else meanwhile. */
  async function rest(method: string, path: string, body?: object): Promise<unknown> {
    const url = `${product.orgUrl}/services/data/v66.0/${path}`;
    const response = await page.request.fetch(url, { method, ...(body ? { data: body } : {}) });
    return response.status() === 204 ? null : await response.json();
  }

  async function accountsOf(where: string): Promise<Record<string, unknown>[]> {
    const soql = `SELECT Id, Name, CS_Tier__c, CS_Tags__c FROM Account WHERE ${where} ORDER BY Name`;
    return (
      (await rest('GET', `query?q=${encodeURIComponent(soql)}`)) as { records: Record<string, unknown>[] }
    ).records;
  }

  test('the preview shows each account from what to what, without accessibility violations', async () => {
    await select('Kestrel Aerospace');
    await select('Larkspur Retail');
    await select('Meridian Mutual');
    await page.getByRole('button', { name: 'Change 3 accounts…' }).click();
    await choose('What to change', 'Set tier');
    await choose('Value', 'Enterprise');
    await dialog().getByText('3 accounts will change').waitFor();
    expect(await dialog().locator('tbody tr').first().innerText()).toMatch(
      /Kestrel Aerospace\s+Strategic\s+Enterprise/,
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('what was shown is then in the org and in the list', async () => {
    await press('Change 3 accounts');
    await dialog().getByText('3 accounts changed').waitFor();
    await press('Close');
    await row('Kestrel Aerospace').getByText('Enterprise').waitFor();
    expect(await accountsOf("CS_Tier__c = 'Enterprise' AND CS_Manager__r.Name = 'Dana Reyes'")).toHaveLength(
      3,
    );
  });

  test('undo outlives a reload and brings back what was before, but not where somebody changed it since', async () => {
    const [kestrel] = await accountsOf("Name = 'Kestrel Aerospace'");
    await rest('PATCH', `sobjects/Account/${String(kestrel?.['Id'])}`, { CS_Tier__c: 'Growth' });
    await page.reload();
    await page.getByText('Set tier: Enterprise (3 accounts)').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await dialog().getByText('Someone has changed it to Growth since.').waitFor();
    await press('Undo for 2 accounts');
    await dialog().getByText('2 accounts changed').waitFor();
    await press('Close');
    await row('Larkspur Retail').getByText('Strategic').waitFor();
    expect((await accountsOf("Name = 'Kestrel Aerospace'"))[0]?.['CS_Tier__c']).toBe('Growth');
  });

  test('a tag is added to all that match, and each keeps those that it has', async () => {
    const before = await accountsOf("CS_Manager__r.Name = 'Dana Reyes'");
    await select('Orbital Freight');
    await page.getByRole('button', { name: 'Select all 10 that match' }).click();
    await page.getByRole('button', { name: 'Change 10 accounts…' }).click();
    await choose('What to change', 'Add a tag');
    await choose('Value', 'Reference');
    await dialog()
      .getByRole('button', { name: /^Change \d+ accounts?$/ })
      .click();
    await dialog()
      .getByText(/accounts? changed/)
      .waitFor();
    await press('Close');
    const after = await accountsOf("CS_Manager__r.Name = 'Dana Reyes'");
    for (const [i, { CS_Tags__c: tags }] of after.entries()) {
      const had = String(before[i]?.['CS_Tags__c'] ?? '')
        .split(';')
        .filter(Boolean);
      expect(String(tags).split(';').sort()).toEqual([...new Set([...had, 'Reference'])].sort());
    }
  });

  test('a health set by hand is recorded in the history as manual', async () => {
    await select('Vantage Telecom');
    await page.getByRole('button', { name: 'Change 1 account…' }).click();
    await choose('What to change', 'Set health');
    await dialog().getByRole('spinbutton', { name: 'Health score' }).fill('35');
    await press('Change 1 account');
    await dialog().getByText('1 account changed').waitFor();
    await press('Close');
    const soql =
      "SELECT CS_Source__c, CS_Comment__c FROM CS_Health_Score__c WHERE CS_Score__c = 35 AND CS_Source__c = 'Manual' " +
      "AND CS_Account__r.Name = 'Vantage Telecom'";
    const answer = (await rest('GET', `query?q=${encodeURIComponent(soql)}`)) as { records: object[] };
    expect(answer.records).toMatchObject([{ CS_Comment__c: 'Set health: 35' }]);
    expect(complaints).toEqual([]);
  });
});
