import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startDemo()]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  expect(await product?.stop()).toBe(0);
});

describe('a CSM reads why an account is at risk', () => {
  let page: Page;
  let complaints: string[];
  let risk: Locator;

  beforeAll(async () => {
    ({ page, complaints } = await openPage(browser));
    risk = page.locator('c-cs-risk');
    await page.goto(product.accountPage);
    await risk.getByRole('img', { name: /^Risk \d+ on a scale from 0 to 100: At Risk\./ }).waitFor();
  });

  afterAll(() => page?.context().close());

  test('the contributions on the page add up to the score', async () => {
    await eventually(async () => {
      const score = Number(await risk.locator('.score span').first().textContent());
      const points = await risk.locator('c-cs-risk-contribution .points').allTextContents();
      const sum = points.map((text) => Math.round(Number.parseFloat(text.replace('−', '-')) * 10));
      expect(sum.reduce((a, b) => a + b, 0)).toBe(score * 10);
    });
  });

  test('the page has no accessibility violations and the browser does not complain', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
  });

  test('a call with the customer brings a new score that says what moved it, with the call one click away', async () => {
    await page.locator('c-cs-quick-actions').getByRole('button', { name: 'Log Call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await risk.getByRole('button', { name: 'Recalculate' }).click();

    await risk.getByRole('heading', { name: /^What changed since/ }).waitFor();
    const engagement = risk.locator('c-cs-risk-change').filter({ hasText: 'Engagement' });
    await engagement.filter({ hasText: /was a touchpoint/ }).waitFor();
    await engagement.getByRole('link').first().click();
    await page.waitForURL(/\/Task\/|\/00T/);
    await page.goBack();
    await risk.getByRole('heading', { name: 'What adds up to the score' }).waitFor();
  });

  test('she sets the band by hand; a recalculation leaves it; she ends it and the calculated band returns', async () => {
    const calculated = await risk.locator('.gauge').getAttribute('aria-label');
    await risk.getByRole('button', { name: 'Set Band by Hand' }).click();
    const form = risk.getByRole('group', { name: 'Set the band by hand' });
    await form.getByRole('combobox', { name: 'Band' }).click();
    await form.getByRole('option', { name: 'Healthy' }).click();
    await form.getByRole('textbox', { name: 'Reason' }).fill('The renewal is signed');
    await form.getByRole('button', { name: 'Set Band' }).click();

    const banner = risk.getByRole('region', { name: 'Band set by hand' });
    await banner.getByText('The renewal is signed').waitFor();
    await banner.getByText(/^Set by /).waitFor();
    const band = risk.locator('c-cs-risk-band');
    await band.filter({ hasText: 'Healthy' }).waitFor();
    await banner.getByText(/^The rules say (Watch|At Risk) \(\d+\)/).waitFor();

    await risk.getByRole('button', { name: 'Recalculate' }).click();
    await risk.getByText(/^Risk is unchanged at \d+ \(Healthy, set by hand\)/).waitFor();
    expect(await band.textContent()).toContain('Healthy');

    await banner.getByRole('button', { name: 'End Now' }).click();
    await banner.waitFor({ state: 'detached' });
    await risk.getByRole('button', { name: 'Undo' }).waitFor();
    await band.filter({ hasText: /Watch|At Risk/ }).waitFor();
    expect(await risk.locator('.gauge').getAttribute('aria-label')).toBe(calculated);
  });

  test('the configuration that it was calculated with is one click away', async () => {
    await risk.getByRole('link', { name: /^starter-1 \(/ }).click();
    await page.getByText('Starter configuration').first().waitFor();
  });
});
