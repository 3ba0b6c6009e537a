import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

describe('the health trend of an account, as a CSM', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];
  let accountPath: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    product = await startDemo();
    accountPath = decodeURIComponent(new URL(product.accountPage).searchParams.get('retURL') ?? '');
    ({ page, complaints } = await openPage(browser));
    await open(page, 'dana.reyes');
    await chart(page).waitFor();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  const trend = (of = page): Locator => of.locator('c-cs-health-trend');
  const chart = (of = page): Locator => trend(of).getByRole('slider');
  const readout = (): Promise<string | null> => chart().getAttribute('aria-valuetext');

  async function open(tab: Page, user: string): Promise<void> {
    const login = new URLSearchParams({ as: `${user}@demo.tenure.example`, retURL: accountPath });
    await tab.goto(`${product.orgUrl}/login?${login}`);
  }

  async function faults(of = page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: of }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }

  /** The scores that were set by hand on the newest day on which one was. */
  async function newestByHand(): Promise<{ score: number; comment: string | null }[]> {
    const account = accountPath.split('/')[4];
    const soql =
      'SELECT CS_Score__c, CS_Comment__c, CS_Scored_On__c FROM CS_Health_Score__c ' +
      `WHERE CS_Account__c = '${account}' AND CS_Source__c = 'Manual' ORDER BY CS_Scored_On__c DESC`;
    const url = `${product.orgUrl}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
    const { records } = (await (await page.request.get(url)).json()) as {
      records: { CS_Score__c: number; CS_Comment__c: string | null; CS_Scored_On__c: string }[];
    };
    return records
      .filter((record) => record.CS_Scored_On__c === records[0]?.CS_Scored_On__c)
      .map((record) => ({ score: record.CS_Score__c, comment: record.CS_Comment__c }));
  }

  async function fillIn(tab: Page, score: string, comment: string): Promise<void> {
    await trend(tab).getByRole('spinbutton', { name: 'Health score' }).fill(score);
    await trend(tab).getByLabel('Why').fill(comment);
  }

  const save = (tab: Page): Promise<void> => trend(tab).getByRole('button', { name: 'Save' }).click();
  const setHealth = (tab: Page): Promise<void> =>
    trend(tab).getByRole('button', { name: 'Set Health' }).click();

  test('says in words where health is going, how sure that is, and how far it has come', async () => {
    const summary = trend().locator('c-cs-health-trend-summary');
    await summary.getByText('Declining').waitFor();
    expect(await summary.innerText()).toMatch(/\d+% sure; \d+ weeks with a score since/);
    expect(await summary.locator('[data-id="change30"]').innerText()).toMatch(/-\d+/);
    expect(await summary.locator('[data-id="change90"]').innerText()).toMatch(/-\d+/);
  });

  test('marks what happened, tells its shapes in the legend, and has no accessibility violations', async () => {
    await eventually(async () => {
      const legend = await trend().locator('[data-id="legend"]').allInnerTexts();
      expect(legend.map((text) => text.trim())).toEqual([
        'calculated',
        'set by hand',
        'CSM or owner change',
        'renewal',
        'playbook started',
        'escalated case',
      ]);
    });
    expect(await faults()).toEqual([]);
  });

  test('is walked through by keyboard, score by score and with what happened between', async () => {
    await chart().focus();
    await page.keyboard.press('Home');
    await trend().locator('[role="slider"][aria-valuenow="0"]').waitFor();
    const told = [await readout()];
    const isHandover = (text: string | null | undefined): boolean =>
      text?.includes('CSM: Helen Okafor → Dana Reyes') === true;
    const stops = Number(await chart().getAttribute('aria-valuemax'));
    for (let stop = 1; stop <= stops && !isHandover(told.at(-1)); stop += 1) {
      await page.keyboard.press('ArrowRight');
      await trend().locator(`[role="slider"][aria-valuenow="${stop}"]`).waitFor();
      told.push(await readout());
    }
    expect(told.some((text) => /: \d+, calculated$/.test(text ?? ''))).toBe(true);
    expect(isHandover(told.at(-1))).toBe(true);
    expect(new Set(told).size).toBe(told.length);
    await page.keyboard.press('End');
    await trend().locator(`[role="slider"][aria-valuenow="${stops}"]`).waitFor();
    await page.keyboard.press('ArrowLeft');
    await trend()
      .locator(`[role="slider"][aria-valuenow="${stops - 1}"]`)
      .waitFor();
    expect(await readout()).toContain('set by hand');
  });

  test('shows means by month, and the same as a table', async () => {
    await trend().getByText('Month', { exact: true }).click();
    await trend().getByText('calculated, mean').waitFor();
    await trend().getByRole('button', { name: 'Show as table' }).click();
    const table = trend().getByRole('table');
    await table
      .getByText(/mean of \d+ scores/)
      .first()
      .waitFor();
    // Strict: it is there once.
    await table.getByText('CSM: Helen Okafor → Dana Reyes', { exact: false }).waitFor();
    expect(await faults()).toEqual([]);
    await trend().getByRole('button', { name: 'Show as chart' }).click();
    await trend().getByText('Week', { exact: true }).click();
    await chart().waitFor();
  });

  test('two who set the health of one day: the first stands, the second is told and may replace it', async () => {
    const helen = await openPage(browser);
    await open(helen.page, 'helen.okafor');
    await chart(helen.page).waitFor();
    await setHealth(helen.page);
    await fillIn(helen.page, '35', 'Spoke to their CFO');

    await setHealth(page);
    await fillIn(page, '30', 'No answer again');
    await save(page);
    await trend().getByRole('button', { name: 'Set Health' }).waitFor();

    await save(helen.page);
    await trend(helen.page).getByText('Dana Reyes has just set health to 30').waitFor();
    expect(await newestByHand()).toEqual([{ score: 30, comment: 'No answer again' }]);

    await save(helen.page);
    await trend(helen.page).getByRole('button', { name: 'Set Health' }).waitFor();
    expect(await newestByHand()).toEqual([{ score: 35, comment: 'Spoke to their CFO' }]);
    await helen.page.context().close();
  });

  test('a second health on the same day says whose it replaces, and replaces it', async () => {
    await page.reload();
    await chart().waitFor();
    await setHealth(page);
    await trend().getByText('Helen Okafor set health to 35 today').waitFor();
    expect(await faults()).toEqual([]);
    await fillIn(page, '40', 'They answered');
    await save(page);
    await trend().getByRole('button', { name: 'Set Health' }).waitFor();
    expect(await newestByHand()).toEqual([{ score: 40, comment: 'They answered' }]);
    expect(complaints).toEqual([]);
  });
});
