import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { startProduct, type Product } from '../support/start-product.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe.each(['PGlite', 'PostgreSQL'])('the main job, with the companion on %s', (kind) => {
  let database: TestDatabase | undefined;
  let product: Product;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    database = kind === 'PostgreSQL' ? await createDatabase() : undefined;
    product = await startProduct({ env: { DATABASE_URL: database?.url ?? '' } });
    ({ page, complaints } = await openPage(browser));
  }, 300_000);

  afterAll(async () => {
    await page?.context().close();
    expect(await product?.stop()).toBe(0);
    await database?.drop();
  });

  test('every account is scored and written back before the welcome is printed', () => {
    const [, read, scored, pushed, failed] =
      /(\d+) read, (\d+) scored, (\d+) written back, (\d+) failed/.exec(product.output) ?? [];
    expect(Number(read)).toBeGreaterThan(20);
    expect(Number(scored)).toBeGreaterThan(20);
    expect(Number(pushed)).toBeGreaterThan(20);
    expect(failed).toBe('0');
  });

  test('the link opens an account with its risk, next touchpoint and health trend', async () => {
    await page.goto(product.accountPage);
    await page.locator('c-cs-risk').getByText('At Risk').first().waitFor();
    await page
      .locator('c-cs-touchpoint')
      .getByText(/Overdue by|Today|In \d+|None planned/)
      .first()
      .waitFor();
    await page.locator('c-cs-health-trend svg').first().waitFor();
    expect(await page.title()).toContain('Salesforce');
  });

  test('the page has no accessibility violations and the browser does not complain', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
  });

  test('a new date for the next touchpoint is saved to the org', async () => {
    const touchpoint = page.locator('c-cs-touchpoint');
    await touchpoint.getByRole('button', { name: 'Edit the next touchpoint' }).click();
    await touchpoint.getByLabel('Next touchpoint').fill(inDays(3));
    await touchpoint.getByRole('button', { name: 'Save' }).click();
    await touchpoint.getByText('In 3 days').waitFor();

    await page.reload();
    await page.locator('c-cs-touchpoint').getByText('In 3 days').waitFor();
  });

  test('a date that is over is refused at the field, and nothing is saved', async () => {
    const touchpoint = page.locator('c-cs-touchpoint');
    await touchpoint.getByRole('button', { name: 'Edit the next touchpoint' }).click();
    await touchpoint.getByLabel('Next touchpoint').fill(inDays(-3));
    await touchpoint.getByRole('button', { name: 'Save' }).click();
    await touchpoint.getByText('This day is over').first().waitFor();
    await touchpoint.getByRole('button', { name: 'Cancel' }).click();
    await touchpoint.getByText('In 3 days').waitFor();
  });

  test('a health set by hand and Recalculate bring a new score without a reload', async () => {
    const score = page.locator('c-cs-risk .score span').first();
    const before = await score.textContent();
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));

    const trend = page.locator('c-cs-health-trend');
    await trend.getByRole('button', { name: 'Set Health' }).click();
    await trend.getByRole('spinbutton', { name: 'Health score' }).fill('95');
    await trend.getByRole('button', { name: 'Save' }).click();
    // Not before the health is in the org: a recalculation without it would bring another score.
    await trend.getByRole('button', { name: 'Set Health' }).waitFor();
    await page.locator('c-cs-risk').getByRole('button', { name: 'Recalculate' }).click();
    await score.filter({ hasNotText: before ?? '' }).waitFor();

    await eventually(async () => expect(Number(await score.textContent())).toBeLessThan(Number(before)));
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  });
});

/** A date as the date picker takes it in en-US; the demo users live in GMT. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'GMT' }).format(day);
}
