import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
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
    await page.locator('c-cs-touchpoint').getByText(/Overdue by|Today|In \d+|None planned/).first().waitFor();
    await page.locator('c-cs-health-trend svg').first().waitFor();
    expect(await page.title()).toContain('Salesforce');
  });

  test('the page has no accessibility violations and the browser does not complain', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a new date for the next touchpoint is saved to the org', async () => {
    const touchpoint = page.locator('c-cs-touchpoint');
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && /ui-api\/records\//.test(response.url()),
    );
    await touchpoint.getByRole('button', { name: /edit|reschedule|plan/i }).first().click();
    await touchpoint.getByRole('combobox').or(touchpoint.locator('input')).first().fill(inDays(3));
    await touchpoint.getByRole('button', { name: /save/i }).click();
    expect((await saved).ok()).toBe(true);
    await touchpoint.getByText('In 3 days').waitFor();

    await page.reload();
    await page.locator('c-cs-touchpoint').getByText('In 3 days').waitFor();
  });

  test('Recalculate brings a new score without a reload', async () => {
    const risk = page.locator('c-cs-risk');
    await risk.getByText('At Risk').first().waitFor();
    const before = await risk.getByText(/Calculated|Scored|Updated/i).first().textContent();
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await risk.getByRole('button', { name: 'Recalculate' }).click();
    await expect_(risk.getByText(/recalculated|up to date|new score/i).first());
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    expect(before).not.toBeNull();
  });
});

/** A date as the platform's date picker takes it in en-US. */
function inDays(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).format(date);
}

async function expect_(locator: ReturnType<Page['locator']>): Promise<void> {
  await locator.waitFor({ timeout: 30_000 });
}
