import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { runDashboard, runReport, soql } from '../support/analytics.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { runOnProduct } from '../support/companion-command.ts';
import { companionAccess } from '../support/companion-access.ts';
import { bigDataset } from '../support/dataset.ts';
import { addDays, cents, countByQuery, type Numbers } from '../support/executive-truth.ts';
import { insertAll, query } from '../support/rest.ts';
import { startProduct, type Product } from '../support/start-product.ts';

const SNAPSHOT = 'CS_Executive_Snapshot__c';
/** Each number of the page: its tile or band, the field that it is recorded in, and how it is written. */
const NUMBERS: [measure: string, shown: string, field: string, kind: 'money' | 'percent' | 'number'][] = [
  ['arr', '[data-tile="arr"] [data-id="value"]', 'CS_ARR__c', 'money'],
  ['arrAtRisk', '[data-tile="arrAtRisk"] [data-id="value"]', 'CS_ARR_At_Risk__c', 'money'],
  ['renewalsArr', '[data-tile="renewals"] [data-id="value"]', 'CS_Renewals_90d_ARR__c', 'money'],
  ['forecast', '[data-tile="forecast"] [data-id="value"]', 'CS_Forecast_90d__c', 'money'],
  ['accounts', '[data-tile="accounts"] [data-id="value"]', 'CS_Accounts__c', 'number'],
  ['grr', '[data-tile="grr"] [data-id="value"]', 'CS_GRR__c', 'percent'],
  ['nrr', '[data-tile="nrr"] [data-id="value"]', 'CS_NRR__c', 'percent'],
  ['health', '[data-tile="health"] [data-id="value"]', 'CS_Health__c', 'number'],
  ['nps', '[data-tile="nps"] [data-id="value"]', 'CS_NPS__c', 'number'],
  ['openAlerts', '[data-tile="openAlerts"] [data-id="value"]', 'CS_Open_Alerts__c', 'number'],
];
const BANDS: [measure: string, part: string, field: string][] = [
  ['healthy', 'Healthy', 'CS_Healthy__c'],
  ['watch', 'Watch', 'CS_Watch__c'],
  ['atRisk', 'At Risk', 'CS_At_Risk__c'],
];
const AVERAGED = new Set(['grr', 'nrr', 'health', 'nps']);
const ARR = 's!Account$CS_ARR__c';
const COUNT = 'RowCount';

const written = (value: number | null, kind: 'money' | 'percent' | 'number'): string => {
  if (value === null) return '–';
  const money = { style: 'currency', currency: 'USD', maximumFractionDigits: 0 } as const;
  const text = new Intl.NumberFormat('en-US', kind === 'money' ? money : {}).format(value);
  return kind === 'percent' ? `${text}%` : text;
};

interface Explained {
  value: number | null;
  how: 'sum' | 'share';
  times: number | null;
  sum: { amount: number; of: number | null };
  parts: { amount: number | null; of: number | null }[];
  configuration: { path: string; value: number }[];
}

describe.each([{ title: 'the demo', args: [] as string[] }, bigDataset()])(
  'one truth on $title',
  (dataset) => {
    let browser: Browser;
    let product: Product;
    let page: Page;
    let key: string;
    let asOf: string;
    let counted: Numbers;

    beforeAll(async () => {
      product = await startProduct({ args: dataset.args, env: { DATABASE_URL: '' } });
      const made = await runOnProduct(product, ['api-key', 'create', '--name', 'one truth']);
      key = /tenure_[\w-]{43}/.exec(made.stdout)?.[0] ?? '';
      browser = await launchBrowser();
      await raiseAlerts();
      ({ page } = await openPage(browser));
      await logIn(page, 'helen.okafor');
      await countAgain();
      const [newest] = await soql<{ CS_As_Of__c: string }>(
        page,
        `SELECT CS_As_Of__c FROM ${SNAPSHOT} WHERE CS_Scope__c = 'All' ORDER BY CS_As_Of__c DESC LIMIT 1`,
      );
      asOf = newest?.CS_As_Of__c ?? '';
      counted = await countByQuery(page, asOf, await sharesOf());
    }, 600_000);

    afterAll(async () => {
      await browser?.close();
      expect(await product?.stop()).toBe(0);
    });

    async function logIn(as: Page, user: string): Promise<void> {
      const query = new URLSearchParams({
        as: `${user}@demo.tenure.example`,
        retURL: '/lightning/n/CS_Executive',
      });
      await as.goto(`${product.orgUrl}/login?${query}`);
      await as.locator('[data-tile="arr"]').waitFor();
    }

    /** Two alerts on one customer and one that is resolved on another, raised as the companion raises them. */
    async function raiseAlerts(): Promise<void> {
      const org = await companionAccess(product);
      const accounts = await query<{ Id: string }>(
        org,
        "SELECT Id FROM Account WHERE CS_Status__c != 'Churned' ORDER BY Name LIMIT 2",
      );
      const raised = new Date(Date.now() - 60_000).toISOString();
      const alert = (account: number, more: object = {}) => ({
        CS_Account__c: accounts[account]?.Id,
        CS_Type__c: 'At Risk',
        CS_Severity__c: 'High',
        CS_Message__c: 'Raised to be counted.',
        CS_Raised_On__c: raised,
        ...more,
      });
      await insertAll(org, 'CS_Alert__c', [alert(0), alert(0), alert(1, { CS_Resolved_On__c: raised })]);
    }

    /** Lets the companion count what was raised since, as a manager would who sees that the list says more. */
    async function countAgain(): Promise<void> {
      await page.locator('[data-tile="openAlerts"]').getByRole('button').click();
      const opened = page.getByRole('region', { name: 'Open alerts: All customers' });
      await opened.getByText(/Alerts were raised or resolved since/).waitFor();
      await opened.getByRole('button', { name: 'Count again' }).click();
      await opened.getByText(/^The same as the total of /).waitFor({ timeout: 120_000 });
    }

    async function ask<T>(path: string): Promise<T> {
      const answer = await fetch(`${product.companionUrl}/v1${path}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T;
    }

    const explain = (measure: string, day = asOf): Promise<Explained> =>
      ask(`/executive/explain?measure=${measure}&asOf=${day}`);

    /** The shares that the forecast goes by, as the companion tells them. */
    async function sharesOf(): Promise<Record<string, number>> {
      const { configuration } = await explain('forecast');
      return Object.fromEntries(
        configuration.map(({ path, value }) => [path.replace('expectedToStay.', ''), value]),
      );
    }

    /** The report of the totals, of one day. */
    async function reportedOn(day: string): Promise<Record<string, number | null>> {
      const { groups } = await runReport(page, 'CS_Executive_Totals');
      return groups.find(({ value }) => value === day)?.total ?? {};
    }

    test('each tile, the record behind it, the report, a plain query and the explanation agree to the cent', async () => {
      const reported = await reportedOn(asOf);
      const [recorded] = await soql<Record<string, number | null>>(
        page,
        `SELECT ${NUMBERS.map(([, , field]) => field).join(', ')} FROM ${SNAPSHOT} WHERE CS_Scope__c = 'All' AND CS_As_Of__c = ${asOf}`,
      );
      for (const [measure, shown, field, kind] of NUMBERS) {
        const truth = counted[measure] ?? null;
        const isTooFew = measure === 'nps' && (await explain('nps')).sum.of! < 5;
        const text = written(isTooFew ? null : truth, kind);
        expect({
          measure,
          page: (await page.locator(shown).textContent())?.replace('+', ''),
          recorded: cents(recorded?.[field]),
          report: cents(reported[`${AVERAGED.has(measure) ? 'a' : 's'}!${SNAPSHOT}$${field}`]),
          explained: cents((await explain(measure)).value),
        }).toEqual({ measure, page: text, recorded: truth, report: truth, explained: truth });
      }
    });

    test('each risk band agrees the same way', async () => {
      const reported = await reportedOn(asOf);
      for (const [measure, label, field] of BANDS) {
        const truth = counted[measure];
        const part = page
          .locator('c-cs-executive-split')
          .getByRole('button', { name: new RegExp(`^${label}`) });
        const shown = /\d[\d,]*/.exec((await part.textContent()) ?? '')?.[0];
        expect({
          measure,
          page: Number(shown?.replaceAll(',', '')),
          report: reported[`s!${SNAPSHOT}$${field}`],
          explained: (await explain(measure)).value,
        }).toEqual({ measure, page: truth, report: truth, explained: truth });
      }
      const { unscored = 0, healthy = 0, watch = 0, atRisk = 0 } = counted;
      expect([unscored, healthy, watch, atRisk].reduce((sum, each) => sum! + each!, 0)).toBe(
        counted.accounts,
      );
    });

    test('the reports that list accounts and alerts come to the same', async () => {
      const { total: all } = await runReport(page, 'CS_ARR_By_Tier_And_Band');
      const { total: atRisk } = await runReport(page, 'CS_At_Risk_By_ARR');
      const { total: renewals } = await runReport(page, 'CS_Renewals_90_Days');
      const { total: health } = await runReport(page, 'CS_Health_Distribution');
      const { total: alerts } = await runReport(page, 'CS_Alerts_Unresolved');
      expect({
        accounts: all[COUNT],
        arr: cents(all[ARR] ?? 0),
        atRisk: atRisk[COUNT],
        arrAtRisk: cents(atRisk[ARR] ?? 0),
        renewals: renewals[COUNT],
        renewalsArr: cents(renewals[ARR] ?? 0),
        health: Math.round(10 * (health['a!Account$CS_Health__c'] ?? 0)) / 10,
        openAlerts: alerts[COUNT],
      }).toEqual({
        accounts: counted.accounts,
        arr: counted.arr,
        atRisk: counted.atRisk,
        arrAtRisk: counted.arrAtRisk,
        renewals: counted.renewals,
        renewalsArr: counted.renewalsArr,
        health: counted.health,
        openAlerts: counted.openAlerts,
      });
    });

    test('the executive dashboard shows the same', async () => {
      const shown = await runDashboard(page, 'CS_Executive');
      expect({
        arr: cents(shown['Total ARR']?.[ARR]),
        arrAtRisk: cents(shown['ARR at Risk']?.[ARR] ?? 0),
        renewalsArr: cents(shown['Renewals in 90 Days']?.[ARR] ?? 0),
        health: Math.round(10 * (shown['Average Health']?.['a!Account$CS_Health__c'] ?? 0)) / 10,
        openAlerts: shown['Unresolved Alerts']?.[COUNT],
      }).toEqual({
        arr: counted.arr,
        arrAtRisk: counted.arrAtRisk,
        renewalsArr: counted.renewalsArr,
        health: counted.health,
        openAlerts: counted.openAlerts,
      });
    });

    test('every explanation is the sum of its accounts', async () => {
      for (const measure of [...NUMBERS.map(([each]) => each), ...BANDS.map(([each]) => each), 'unscored']) {
        const { value, how, times, sum, parts } = await explain(measure);
        const add = (of: 'amount' | 'of') =>
          parts.reduce((total, part) => total + Math.round(100 * (part[of] ?? 0)), 0) / 100;
        const share = sum.of ? Math.round((10 * (times ?? 0) * sum.amount) / sum.of) / 10 : null;
        expect({ measure, amount: add('amount'), of: how === 'sum' ? null : add('of'), value }).toEqual({
          measure,
          ...sum,
          value: how === 'sum' ? sum.amount : share,
        });
      }
    });

    test('each day of the past that has totals is explained by the accounts of that day', async () => {
      const days = await soql<{ CS_As_Of__c: string; CS_ARR__c: number; CS_Forecast_90d__c: number }>(
        page,
        `SELECT CS_As_Of__c, CS_ARR__c, CS_Forecast_90d__c FROM ${SNAPSHOT} WHERE CS_Scope__c = 'All' ` +
          `AND CS_As_Of__c < ${asOf} AND CS_As_Of__c >= ${addDays(asOf, -100)} ORDER BY CS_As_Of__c DESC`,
      );
      for (const { CS_As_Of__c: day, CS_ARR__c: arr, CS_Forecast_90d__c: forecast } of days) {
        const [kept] = await soql<{ n: number }>(
          page,
          `SELECT SUM(CS_ARR__c) n FROM CS_Account_Snapshot__c WHERE CS_As_Of__c = ${day} AND CS_Status__c != 'Churned'`,
        );
        expect({
          day,
          kept: cents(kept?.n),
          arr: (await explain('arr', day)).value,
          forecast: (await explain('forecast', day)).value,
        }).toEqual({ day, kept: cents(arr), arr: cents(arr), forecast: cents(forecast) });
      }
    });
  },
);
