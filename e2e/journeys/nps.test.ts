import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const LIST = '/lightning/o/Account/list?filterName=';

describe('NPS', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];
  let northwind: string;

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  const card = (): Locator => page.locator('c-cs-nps');
  const answers = (): Locator => card().locator('[data-id="answer"]');
  const expectAnswers = (count: number): Promise<void> =>
    eventually(async () => expect(await answers().count()).toBe(count));

  async function open(user: string, retURL: string): Promise<void> {
    const query = new URLSearchParams({ as: `${user}@demo.tenure.example`, retURL });
    await page.goto(`${product.orgUrl}/login?${query}`);
  }

  /** Opens an account from a list view, as a person does, and the tab with its NPS. */
  async function openFrom(user: string, view: string, account: string): Promise<void> {
    await open(user, LIST + view);
    await page.getByRole('link', { name: account, exact: true }).click();
    await page.getByRole('heading', { name: account }).first().waitFor();
    await page.getByRole('tab', { name: 'NPS' }).click();
    await card().getByRole('button', { name: 'Record Answer' }).waitFor();
  }

  /** What the org itself counts among Dana's customers, asked as the user of the page. */
  async function countMine(where: string): Promise<number> {
    const soql = `SELECT COUNT() FROM Account WHERE Owner.Name = 'Dana Reyes' AND CS_Status__c != 'Churned' AND ${where}`;
    const query = new URLSearchParams({ q: soql });
    const answer = await page.request.get(`${product.orgUrl}/services/data/v66.0/query?${query}`);
    return ((await answer.json()) as { totalSize: number }).totalSize;
  }

  async function expectNoViolations(): Promise<void> {
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  test('a CSM sees the score with its range, the split, and who said what', async () => {
    const requests: string[] = [];
    await openFrom('dana.reyes', 'CS_NPS_Below_7', 'Northwind Logistics');
    northwind = page.url();
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/graphql')) requests.push(request.url());
    });
    await page.reload();
    await page.getByRole('tab', { name: 'NPS' }).click();
    await card()
      .getByText(/^Between -\d+ and [+-]?\d+ with 95% confidence, from 7 people/)
      .waitFor();
    expect(requests.length).toBeLessThanOrEqual(4);
    await card()
      .getByRole('img', { name: /Detractors 5 \(71%\), Passives 1/ })
      .waitFor();
    await card()
      .getByText(/^Last answer 3\d days ago$/)
      .waitFor();
    await expectAnswers(8);
    await card()
      .getByRole('button', { name: /^Show all \d+/ })
      .click();
    await answers().nth(8).waitFor();
    await card().getByText('Latest of each person').click();
    await expectAnswers(7);
    await expectNoViolations();
  });

  test('a long comment unfolds in place', async () => {
    await card().getByRole('button', { name: 'Show more' }).click();
    await card().getByText('whom to ask on your side').waitFor();
  });

  test('the form is complete by keyboard, and takes neither a missing step nor a day ahead', async () => {
    await card().getByRole('button', { name: 'Record Answer' }).click();
    const form = card().getByRole('group', { name: 'Record an NPS answer' });
    await form.getByRole('combobox', { name: 'Who answered' }).waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Choose the answer, 0 to 10.').waitFor();
    await expectNoViolations();

    await form.getByRole('radio', { name: '0', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await form.getByRole('radio', { name: '1', exact: true, checked: true }).waitFor();
    await form.getByLabel('Answered on').fill(inDays(3));
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('This day lies ahead').first().waitFor();
    await page.keyboard.press('Escape');
    await card().getByRole('button', { name: 'Record Answer' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('a detractor is recorded, asks for a follow-up, and moves the account among those below 7', async () => {
    await openFrom('priya.nair', 'CS_My_Customers', 'Xenial Software');
    await card().getByText('Too few to tell').waitFor();
    const before = await answers().count();
    await card().getByRole('button', { name: 'Record Answer' }).click();
    const form = card().getByRole('group', { name: 'Record an NPS answer' });
    await form.getByText('0', { exact: true }).click();
    await form.getByLabel('Comment').fill('The export lost half of our orders.');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('NPS answer recorded: 0, a detractor').waitFor();
    await answers().filter({ hasText: 'The export lost half of our orders.' }).waitFor();
    await expectAnswers(before + 1);
    await card().getByText('Last answer today').waitFor();
    await card()
      .getByText(/^Someone answered 0 on/)
      .waitFor();
    await card()
      .getByText(/^Risk is/)
      .waitFor();

    await page.goto(`${product.orgUrl}${LIST}CS_NPS_Below_7`);
    await page.getByRole('link', { name: 'Xenial Software', exact: true }).waitFor();
  });

  test('an account that nobody answered for says how to begin, and is listed as such until someone did', async () => {
    await openFrom('priya.nair', 'CS_No_NPS_Answer_180_Days', 'Umbra Security');
    await card().getByText('Nobody has answered yet').waitFor();
    await expectNoViolations();
    await card().getByRole('button', { name: 'Record Answer' }).click();
    const form = card().getByRole('group', { name: 'Record an NPS answer' });
    await form.getByText('9', { exact: true }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await card().getByText('1 answer of 1 person').waitFor();
    await card()
      .getByText(/^Risk is/)
      .waitFor();

    await page.goto(`${product.orgUrl}${LIST}CS_No_NPS_Answer_180_Days`);
    await page.getByRole('link', { name: 'Willowbrook Clinics', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: 'Umbra Security', exact: true }).count()).toBe(0);
  });

  test('the console narrows to each signal, to as many accounts as the org counts', async () => {
    const pane = page.locator('c-cs-touchpoint-console');
    await open('dana.reyes', '/lightning/n/CS_Touchpoints');
    await pane.getByText('10 of 10 accounts shown').waitFor();
    for (const [signal, where] of [
      ['NPS below 7', 'CS_NPS_Score__c < 7'],
      ['No answer in 180 days', '(CS_NPS_Date__c < LAST_N_DAYS:180 OR CS_NPS_Date__c = null)'],
      ['Low usage', 'CS_Low_Usage__c = true'],
      ['Usage down', 'CS_Usage_Down__c = true'],
    ] as const) {
      const count = await countMine(where);
      expect(count).toBeLessThan(10);
      await pane.getByRole('combobox', { name: 'Signal' }).click();
      await pane.getByRole('option', { name: signal }).click();
      await pane
        .getByText(count === 0 ? 'No account matches.' : `${count} of ${count} accounts shown`)
        .waitFor();
    }
    await expectNoViolations();
  });

  test('the risk links the answers behind it', async () => {
    await open('dana.reyes', new URL(northwind).pathname);
    const answer = page.locator('c-cs-risk').getByRole('link', { name: /^NPS-\d+: 1$/ });
    const [name = ''] = (await answer.innerText()).split(':');
    await answer.click();
    await page.getByRole('heading', { name }).first().waitFor();
    await page.getByText('My team went back to spreadsheets.').first().waitFor();
  });

  test('a user without rights to customer success finds the standard page, without a trace of NPS', async () => {
    await open('nora.winters', new URL(northwind).pathname);
    await page.getByRole('heading', { name: 'Northwind Logistics' }).first().waitFor();
    await page.getByText('Account Number').first().waitFor();
    expect(await page.getByText('NPS').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

/** A date as the date picker takes it in en-US; the demo users live in GMT. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'GMT' }).format(day);
}
