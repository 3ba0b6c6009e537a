import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const HOME = '/lightning/page/home';

describe('My Focus', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  async function open(as: Page, user: string, retURL = HOME): Promise<void> {
    const query = new URLSearchParams({ as: `${user}@demo.tenure.example`, retURL });
    await as.goto(`${product.orgUrl}/login?${query}`);
  }

  const list = (of: Page, id: 'pinned' | 'asking'): Locator => of.locator(`c-cs-focus [data-id="${id}"]`);
  const rowIn = (id: 'pinned' | 'asking', name: string): Locator =>
    list(page, id).locator('c-cs-focus-row').filter({ hasText: name });
  const headingOf = (account: string): Locator => page.getByRole('heading', { name: account, level: 1 });
  const expectPinned = (...accounts: string[]): Promise<void> =>
    eventually(async () => {
      const links = list(page, 'pinned').locator('c-cs-record-link');
      expect(await links.allInnerTexts()).toEqual(accounts);
    });

  async function expectNoViolations(): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }

  test('a CSM sees who asks for her attention, ranked, each with the reasons, after three requests', async () => {
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/graphql')) requests.push(request.url());
    });
    await open(page, 'dana.reyes');
    await rowIn('asking', 'Meridian Mutual')
      .getByText(/^Renews in 2\d days and nothing is planned$/)
      .waitFor();
    const ranked = await list(page, 'asking').locator('c-cs-record-link').allInnerTexts();
    expect(ranked.slice(0, 3)).toEqual(['Larkspur Retail', 'Meridian Mutual', 'Northwind Logistics']);
    // It can be pressed once the pins are read, which is the last of what the page asks.
    await rowIn('asking', 'Northwind Logistics')
      .getByRole('button', { name: /^Pin /, disabled: false })
      .waitFor();
    // Her pins and who asks, what each row pins with, and the alerts beside them.
    expect(requests).toHaveLength(3);
  });

  test('she pins from the list, and from the page of an account that asks for nothing', async () => {
    await rowIn('asking', 'Northwind Logistics').getByRole('button', { name: /^Pin / }).click();
    await rowIn('pinned', 'Northwind Logistics').getByText('At risk: ').waitFor();

    await rowIn('pinned', 'Northwind Logistics').getByRole('link').click();
    await headingOf('Northwind Logistics').waitFor();
    await page.locator('c-cs-pin').getByRole('button', { name: 'In My Focus' }).waitFor();
    await page
      .getByRole('combobox', { name: /Search/ })
      .or(page.getByPlaceholder('Search accounts…'))
      .first()
      .fill('Castellan');
    await page.getByText('Castellan Bank').first().click();
    // The page of Northwind has such a button too, and stays until the next one is read.
    await headingOf('Castellan Bank').waitFor();
    await page.locator('c-cs-pin').getByRole('button', { name: 'Pin to My Focus' }).click();
    // Under the mouse the button says what a click would do; away from it, how things are.
    await headingOf('Castellan Bank').hover();
    await page.locator('c-cs-pin').getByRole('button', { name: 'In My Focus' }).waitFor();

    await page.goto(product.orgUrl + HOME);
    await expectPinned('Northwind Logistics', 'Castellan Bank');
  });

  test('neither wide nor narrow does the page have accessibility violations', async () => {
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoViolations();
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(complaints).toEqual([]);
  });

  test('the order is hers: by the keyboard, which stays on the row, and by dragging', async () => {
    await rowIn('pinned', 'Castellan Bank')
      .getByRole('button', { name: /^Move Castellan Bank up/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText('Castellan Bank is now 1 of 2').waitFor();
    await rowIn('pinned', 'Castellan Bank').locator('button:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Castellan Bank is now 2 of 2').waitFor();

    const items = list(page, 'pinned').locator('li.movable');
    await items.nth(1).getByRole('link', { name: 'Castellan Bank' }).waitFor();
    await items.nth(1).dragTo(items.nth(0));
    await page.getByText('Castellan Bank is now 1 of 2').waitFor();
    await page.reload();
    await expectPinned('Castellan Bank', 'Northwind Logistics');
  });

  test('what is put aside is gone until its day, can be looked at and brought back', async () => {
    await rowIn('asking', 'Meridian Mutual')
      .getByRole('button', { name: 'Put Meridian Mutual aside' })
      .click();
    await page.getByRole('menuitem', { name: /For a week/ }).click();
    await rowIn('asking', 'Meridian Mutual').waitFor({ state: 'detached' });

    await page.reload();
    await page.getByRole('button', { name: 'Show 1 account put aside' }).click();
    const aside = page.locator('c-cs-focus [data-id="aside"]');
    await aside.getByText(/until /).waitFor();
    await expectNoViolations();
    await aside.getByRole('button', { name: 'Bring back' }).click();
    await rowIn('asking', 'Meridian Mutual').waitFor();
  });

  test('her pins are hers alone', async () => {
    const marcus = await openPage(browser);
    await open(marcus.page, 'marcus.lindqvist');
    await marcus.page.getByText('Nothing is pinned.').waitFor();
    const query = `${product.orgUrl}/services/data/v66.0/query?q=SELECT+Id+FROM+CS_Pinned_Account__c`;
    expect(await (await marcus.page.request.get(query)).json()).toMatchObject({ totalSize: 0 });

    await open(marcus.page, 'helen.okafor');
    await marcus.page.getByText('Nothing is pinned.').waitFor();
    await marcus.page.context().close();
  });

  test('an unpinned account leaves the list', async () => {
    await rowIn('pinned', 'Castellan Bank').getByRole('button', { name: /^Pin / }).click();
    await expectPinned('Northwind Logistics');
  });
});
