import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { runOnProduct } from '../support/companion-command.ts';
import { query } from '../support/rest.ts';
import { accessOf, openAs } from '../support/session.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const UMBRA = 'demo:umbra-security';
const PRIYA = 'priya.nair@demo.tenure.example';
const NORA = 'nora.winters@demo.tenure.example';
const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

interface Answer {
  status: number;
  body: { accepted: number; rejected: number; errors: { index: number; code: string }[] };
}

describe('usage, from the product to the page', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];
  let key: string;
  let umbra: string;

  beforeAll(async () => {
    product = await startDemo();
    const made = await runOnProduct(product, [
      'api-key',
      'create',
      '--name',
      'the product',
      '--scopes',
      'usage:write',
    ]);
    key = /tenure_[\w-]{43}/.exec(made.stdout)?.[0] ?? '';
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  const card = (): Locator => page.locator('c-cs-usage');

  async function post(path: string, body: object, idempotencyKey = 'none'): Promise<Answer> {
    const response = await fetch(`${product.companionUrl}/v1/usage/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  async function openUsage(): Promise<void> {
    await openAs(page, product.orgUrl, PRIYA, umbra);
    await page.getByRole('heading', { name: 'Umbra Security' }).first().waitFor();
    await page.getByRole('tab', { name: 'Usage & Support' }).click();
  }

  async function expectNoViolations(): Promise<void> {
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  test('a customer without usage is shown as that, and is found by a list view', async () => {
    await openAs(page, product.orgUrl, PRIYA, '/lightning/o/Account/list?filterName=CS_No_Usage_Recorded');
    await page.getByRole('link', { name: 'Umbra Security', exact: true }).click();
    await page.getByRole('heading', { name: 'Umbra Security' }).first().waitFor();
    umbra = new URL(page.url()).pathname;
    await page.getByRole('tab', { name: 'Usage & Support' }).click();
    await card().getByText('No usage has been recorded for this account.').waitFor();
    await expectNoViolations();
  });

  test('totals and events come in over HTTP; what is not valid is named, and a repetition counts once', async () => {
    const days = Array.from({ length: 69 }, (_, index) => index + 2);
    const snapshots = days.map((ago) => ({
      account: UMBRA,
      start: daysAgo(ago),
      activeUsers: ago > 15 ? 60 : 12,
      licensedSeats: 150,
      features: ago > 40 ? { Dashboards: 90, Exports: 5 } : { Dashboards: 80 },
    }));
    expect(await post('snapshots', { snapshots })).toMatchObject({
      status: 200,
      body: { accepted: 69, rejected: 0 },
    });

    const event = { account: UMBRA, event: 'Dashboards', at: `${daysAgo(1)}T09:00:00Z` };
    const events = [
      { ...event, user: 'ann' },
      { ...event, user: 'bob' },
      { ...event, user: 'ann', count: -3 },
      { ...event, user: 'ann', account: 'nobody' },
      { ...event, user: 'ann', at: `${daysAgo(-2)}T09:00:00Z` },
      { ...event, user: 'ann', at: `${daysAgo(90)}T09:00:00Z` },
    ];
    const first = await post('events', { events }, 'batch-1');
    expect(first).toMatchObject({ status: 207, body: { accepted: 2, rejected: 4 } });
    expect(first.body.errors.map(({ index, code }) => `${index} ${code}`)).toEqual([
      '2 invalid',
      '3 unknown_account',
      '4 in_future',
      '5 too_old',
    ]);
    expect(await post('events', { events }, 'batch-1')).toEqual(first);
    expect((await post('events', { events: [event] }, 'batch-1')).status).toBe(422);
  });

  test('the next run writes weeks into the org, and flags the account with its reason', async () => {
    expect((await runOnProduct(product, ['sync'])).code).toBe(0);
    const org = await accessOf(page, product.orgUrl);
    const weeks = await query<{ CS_Period_Days__c: number; CS_Active_Users__c: number }>(
      org,
      'SELECT CS_Period_Start__c, CS_Period_Days__c, CS_Active_Users__c, CS_Features__c FROM CS_Usage_Snapshot__c ' +
        "WHERE CS_Account__r.Name = 'Umbra Security' ORDER BY CS_Period_Start__c",
    );
    expect(weeks.length).toBeGreaterThanOrEqual(10);
    expect(weeks.every((week) => week.CS_Period_Days__c === 7)).toBe(true);
    expect(weeks[2]).toMatchObject({
      CS_Active_Users__c: 60,
      CS_Features__c: '{"Dashboards":630,"Exports":35}',
    });

    const [account] = await query(
      org,
      'SELECT CS_Low_Usage__c, CS_Usage_Down__c, CS_Usage_Change__c, CS_Usage_Reason__c FROM Account ' +
        "WHERE Name = 'Umbra Security'",
    );
    expect(account).toMatchObject({ CS_Low_Usage__c: true, CS_Usage_Down__c: true, CS_Usage_Change__c: -80 });
    expect(account?.['CS_Usage_Reason__c']).toMatch(
      /^Low: .* below 40% for Growth\. Down: usage is 80% below usual/,
    );
  });

  test('the page shows the flags with their reason, the trend, the seats and each feature', async () => {
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/graphql')) requests.push(request.url());
    });
    await openUsage();
    await card().getByText('Usage down', { exact: true }).waitFor();
    await card().getByText('Low usage', { exact: true }).waitFor();
    await card().getByText('Down: usage is 80% below usual').waitFor();
    await card().locator('svg.drawing').waitFor();
    await card()
      .locator('[data-feature="Exports"]')
      .getByText(/^not any more, last /)
      .waitFor();
    expect(requests.length).toBeLessThanOrEqual(4);
    await expectNoViolations();

    await card().getByRole('slider').focus();
    await page.keyboard.press('Home');
    await card()
      .getByText(/60 active users, 150 licensed seats/)
      .waitFor();
    await card().getByRole('button', { name: 'Show usage as table' }).click();
    await card().getByRole('region', { name: 'Usage by period' }).waitFor();
    await expectNoViolations();
  });

  test('list views find it by its flags, and the risk tells of the alarm', async () => {
    for (const view of ['CS_Low_Usage', 'CS_Usage_Down']) {
      await openAs(page, product.orgUrl, PRIYA, `/lightning/o/Account/list?filterName=${view}`);
      await page.getByRole('link', { name: 'Umbra Security', exact: true }).waitFor();
    }
    await openAs(page, product.orgUrl, PRIYA, umbra);
    await page
      .locator('c-cs-risk')
      .getByText(/low usage: under 40% for Growth; usage down/)
      .first()
      .waitFor();
  });

  test('a user without rights to customer success finds no trace of usage', async () => {
    await openAs(page, product.orgUrl, NORA, umbra);
    await page.getByText('Account Number').first().waitFor();
    expect(await card().count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
