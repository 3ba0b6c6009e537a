import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { runOnProduct } from '../support/companion-command.ts';
import { deployCompanionRights } from '../support/companion-rights.ts';
import { query } from '../support/rest.ts';
import { accessOf, openAs } from '../support/session.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const SETUP = '/lightning/n/CS_Setup';
const OMAR = 'omar.haddad@demo.tenure.example';
/** Names the configuration, so that another one writes it on every account. */
const EXPLANATION = 'Account.CS_Risk_Explanation__c';

describe('the setup page', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];
  let folder: string;
  /** The band of every account, as the preview of what was saved last said. */
  let expected: Map<string, string | null>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tenure-rights-'));
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    await openAs(page, product.orgUrl, OMAR, SETUP);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(await product?.stop()).toBe(0);
  });

  const scoring = (): Locator => page.locator('c-cs-tune-scoring').filter({ visible: true });
  const value = (name: string): Locator => scoring().getByLabel(name);
  const sync = () => runOnProduct(product, ['sync']);

  async function ask<Row>(soql: string): Promise<Row[]> {
    return query<Row>(await accessOf(page, product.orgUrl), soql);
  }

  async function bands(): Promise<Map<string, string | null>> {
    const rows = await ask<{ Name: string; CS_Risk_Band__c: string | null }>(
      'SELECT Name, CS_Risk_Band__c FROM Account ORDER BY Name',
    );
    return new Map(rows.map(({ Name, CS_Risk_Band__c }) => [Name, CS_Risk_Band__c]));
  }

  async function openTab(name: string, content: string): Promise<void> {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.locator(content).filter({ visible: true }).first().waitFor();
  }

  /** What the preview says of the draft: the accounts that would change band, and to which. */
  async function seeEffect(): Promise<(readonly [name: string, band: string])[]> {
    const before = await bands();
    await scoring().getByRole('button', { name: 'See the effect' }).click();
    await scoring()
      .getByText(/\d+ accounts? would change band$/)
      .waitFor();
    const list = scoring().locator('c-cs-tune-scoring-effect tbody');
    await list.locator('tr').first().waitFor();
    const names = await list.locator('c-cs-record-link a').allInnerTexts();
    const shown = await list.locator('c-cs-risk-band .slds-badge').allInnerTexts();
    const bandsTold = names.map((name, index) => [name.trim(), shown[2 * index + 1]?.trim() ?? ''] as const);
    expected = new Map([...before, ...bandsTold]);
    return bandsTold;
  }

  /** Saves the draft under a reason, and waits until it is the active version. */
  async function save(reason: string, version: string): Promise<void> {
    await scoring().getByLabel('Why do you change it?').fill(reason);
    await scoring().getByRole('button', { name: 'Save as a New Version' }).click();
    await scoring()
      .getByText(new RegExp(`^${version} is active, by Omar Haddad`))
      .waitFor();
  }

  async function expectNoViolations(): Promise<void> {
    for (const width of [1440, 420]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      // Salesforce's own tabset puts a button into the tab that stands for those without room.
      expect(found.filter((each) => !each.includes('slds-tabs_default__overflow-button'))).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  test('an admin sees which version scores are made with; a draft that does not hold is refused', async () => {
    await scoring()
      .getByText(/^starter-1 is active/)
      .waitFor();
    await value('Weights: Support, in %').fill('20');
    await scoring().getByText('The weights add up to 104 %; expected 100 %.').waitFor();
    expect(await scoring().getByRole('button', { name: 'See the effect' }).isDisabled()).toBe(true);
    await expectNoViolations();
    await scoring().getByRole('button', { name: 'Discard' }).click();
    await scoring().getByText('Nothing is changed.').waitFor();
  });

  test('she sees which accounts would change band before anything is saved', async () => {
    const before = await bands();
    await value('Bands: Watch begins at, in points').fill('25');
    await value('Bands: At Risk begins at, in points').fill('45');
    const told = await seeEffect();
    expect(told.length).toBeGreaterThan(0);
    expect(await bands()).toEqual(before);
    await expectNoViolations();
  });

  test('what she saves is a new version, and the scores follow exactly as the preview said', async () => {
    await save('Alarms came too late', 'v2');
    await scoring()
      .getByRole('row', { name: /v2.*Active.*Omar Haddad.*Alarms came too late.*70 points → 45 points/ })
      .waitFor();
    expect((await sync()).code).toBe(0);
    expect(await bands()).toEqual(expected);
    const kept = await ask("SELECT Id FROM CS_Risk_Factor__c WHERE CS_Config__r.CS_Version__c = 'starter-1'");
    expect(kept.length).toBeGreaterThan(40);
  });

  test('she goes back; what the org refuses meanwhile is shown in its own words, and is sent again', async () => {
    await deployCompanionRights(await accessOf(page, product.orgUrl), folder, [EXPLANATION]);
    await scoring().getByRole('button', { name: 'Go back to starter-1' }).click();
    await scoring().getByText('Bands: At Risk begins at: 45 points → 70 points').first().waitFor();
    // Not all bands of before: one is left for a better one only well below where it begins.
    expect(await seeEffect()).not.toEqual([]);
    await save('Too many alarms', 'v3');
    expect((await sync()).code).toBe(1);

    const companion = page.locator('c-cs-companion-status');
    const refused = companion.locator('[data-failure]').filter({ hasText: 'CS_Risk_Explanation__c' });
    await openTab('Companion', 'c-cs-companion-status');
    await companion.getByRole('button', { name: 'Refresh' }).click();
    await refused.first().waitFor();
    await expectNoViolations();
    await refused.first().getByRole('button', { name: /^Try / }).click();
    await companion.getByText(/^Not written: 1 of 1 refused again/).waitFor();
    await deployCompanionRights(await accessOf(page, product.orgUrl), folder);
    await companion.getByRole('button', { name: 'Try All Again' }).click();
    await companion.getByText(/writes? sent again\./).waitFor();
    await companion.getByText('The org took every write.').first().waitFor();
    expect(await bands()).toEqual(expected);
  });

  test('a cadence of a tier holds wherever a touchpoint is due', async () => {
    const org = await accessOf(page, product.orgUrl);
    const [account] = await ask<{ Id: string }>("SELECT Id FROM Account WHERE Name = 'Juniper Foods'");
    const left = await fetch(`${org.url}/services/data/v66.0/sobjects/Account/${account?.Id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      // Without a plan and a cadence of its own it goes by its tier, which is Enterprise.
      body: JSON.stringify({ CS_Cadence_Days__c: null, CS_Next_Scheduled__c: null }),
    });
    expect(left.status).toBe(204);
    await openTab('Cadence & Windows', 'c-cs-tune-scoring');
    await value('Days between touchpoints: Enterprise, in days').fill('20');
    await save('Once a month is not enough', 'v4');
    expect((await sync()).code).toBe(0);
    const [due] = await ask<{
      CS_Tier_Cadence__c: number;
      CS_Last_Touchpoint__c: string;
      CS_Touch_Due__c: string;
    }>(
      'SELECT CS_Tier_Cadence__c, CS_Last_Touchpoint__c, CS_Touch_Due__c FROM Account ' +
        `WHERE Id = '${account?.Id}'`,
    );
    const days =
      (Date.parse(due?.CS_Touch_Due__c ?? '') - Date.parse(due?.CS_Last_Touchpoint__c ?? '')) / 86_400_000;
    expect([due?.CS_Tier_Cadence__c, days]).toEqual([20, 20]);
  });

  test('an alert rule is switched off, and the log says who did it and why', async () => {
    await openTab('Alerts', 'c-cs-tune-alerts');
    const alerts = page.locator('c-cs-tune-alerts');
    await alerts.getByRole('button', { name: 'Change Data gone stale' }).click();
    await alerts.locator('[data-field="isActive"] label').click();
    await alerts.getByLabel('Why do you change it?').fill('Our feed is quarterly');
    await expectNoViolations();
    await alerts.getByRole('button', { name: 'Save the Rule' }).click();
    await alerts
      .getByRole('row', { name: /Omar Haddad.*Data gone stale.*Active: on → off.*quarterly/ })
      .waitFor();
    const [rule] = await ask("SELECT CS_Active__c FROM CS_Alert_Rule__c WHERE Name = 'Data gone stale'");
    expect(rule).toMatchObject({ CS_Active__c: false });
    await expectNoViolations();
    expect(complaints).toEqual([]);
  });

  test('a CSM reads that only admins tune, on every tab', async () => {
    const other = await openPage(browser);
    page = other.page;
    await openAs(page, product.orgUrl, 'dana.reyes@demo.tenure.example', SETUP);
    await scoring().getByText('Only admins tune Tenure.').waitFor();
    await expectNoViolations();
    await openTab('Alerts', 'c-cs-tune-alerts');
    await page.getByText('Only admins change alert rules.').waitFor();
    await openTab('Companion', 'c-cs-companion-status');
    await page.getByText('Only admins see how it stands with the companion.').waitFor();
    await page.context().close();
  });
});
