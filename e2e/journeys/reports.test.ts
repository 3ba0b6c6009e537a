import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { runReport, soql } from '../support/analytics.ts';
import { launchBrowser, openPage } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

const LIVE = "CS_Status__c != 'Churned'";
const ARR = 's!Account$CS_ARR__c';
const COUNT = 'RowCount';

describe('reports and dashboards', () => {
  let browser: Browser;
  let product: Product;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    product = await startDemo();
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser));
    await open(page, 'helen.okafor', '/lightning/o/Report/home');
    await page.getByRole('table', { name: 'Reports' }).waitFor();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    expect(await product?.stop()).toBe(0);
  });

  async function open(as: Page, user: string, retURL: string): Promise<void> {
    const query = new URLSearchParams({ as: `${user}@demo.tenure.example`, retURL });
    await as.goto(`${product.orgUrl}/login?${query}`);
  }

  async function openDashboard(as: Page, name: string): Promise<void> {
    await as.getByRole('link', { name: 'Dashboards', exact: true }).click();
    await as.getByRole('table', { name: 'Dashboards' }).getByRole('link', { name }).click();
    await as.getByRole('heading', { name, level: 1 }).waitFor();
    await as.locator('analytics-dashboard-component').last().waitFor();
  }

  async function expectNoViolations(of: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page: of }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
      [],
    );
  }

  describe('each number is the one that a query counts', () => {
    const accounts = (where: string) =>
      `SELECT SUM(CS_ARR__c) a, COUNT(Id) b FROM Account WHERE ${LIVE}${where}`;

    test.each<[string, Record<string, string>, string]>([
      ['CS_ARR_By_Tier_And_Band', { [ARR]: 'a', [COUNT]: 'b' }, accounts('')],
      ['CS_At_Risk_By_ARR', { [ARR]: 'a', [COUNT]: 'b' }, accounts(" AND CS_Risk_Band__c = 'At Risk'")],
      [
        'CS_Renewals_90_Days',
        { [ARR]: 'a', [COUNT]: 'b' },
        accounts(' AND CS_Renewal_Date__c >= TODAY AND CS_Renewal_Date__c <= NEXT_N_DAYS:90'),
      ],
      ['CS_Overdue_Touchpoints', { [ARR]: 'a', [COUNT]: 'b' }, accounts(' AND CS_Touch_Due__c < TODAY')],
      [
        'CS_Usage_Alarms',
        { [ARR]: 'a', [COUNT]: 'b' },
        accounts(' AND (CS_Low_Usage__c = true OR CS_Usage_Down__c = true)'),
      ],
      [
        'CS_Silent_At_Risk_Or_Watch',
        { [ARR]: 'a', [COUNT]: 'b' },
        accounts(
          " AND CS_Risk_Band__c IN ('At Risk', 'Watch') AND Id NOT IN (SELECT AccountId FROM Case WHERE Status != 'Closed')",
        ),
      ],
      [
        'CS_CSM_Workload',
        { 's!CS_Workload__c$CS_Effort__c': 'a', [COUNT]: 'b' },
        'SELECT SUM(CS_Effort__c) a, COUNT(Id) b FROM CS_Workload__c WHERE CS_As_Of__c = TODAY',
      ],
      [
        'CS_Open_Tickets_At_Risk',
        { [COUNT]: 'b' },
        "SELECT COUNT(Id) b FROM Case WHERE IsClosed = false AND Account.CS_Risk_Band__c = 'At Risk'",
      ],
      [
        'CS_Escalated_Tickets',
        { [COUNT]: 'b' },
        'SELECT COUNT(Id) b FROM Case WHERE IsClosed = false AND IsEscalated = true',
      ],
      [
        'CS_Health_Trend',
        { 'm!CS_Health_Score__c$CS_Score__c': 'a', [COUNT]: 'b' },
        "SELECT MIN(CS_Score__c) a, COUNT(Id) b FROM CS_Health_Score__c WHERE CS_Scored_On__c = LAST_N_DAYS:365 AND CS_Source__c = 'Calculated'",
      ],
    ])('in %s', async (report, names, query) => {
      const { total } = await runReport(page, report);
      const [counted] = await soql(page, query);
      expect(counted).toBeDefined();
      for (const [name, alias] of Object.entries(names)) {
        expect({ [name]: total[name] }).toEqual({ [name]: counted![alias] ?? 0 });
      }
    });

    test('in each group of the revenue at risk, to the cent', async () => {
      const { groups } = await runReport(page, 'CS_At_Risk_By_ARR');
      const counted = await soql(
        page,
        `SELECT CS_Manager__c csm, SUM(CS_ARR__c) arr FROM Account WHERE ${LIVE} AND CS_Risk_Band__c = 'At Risk' GROUP BY CS_Manager__c ORDER BY SUM(CS_ARR__c) DESC`,
      );
      expect(groups.map(({ value, total }) => ({ csm: value, arr: total[ARR] }))).toEqual(
        counted.map(({ csm, arr }) => ({ csm, arr })),
      );
    });
  });

  test('a manager finds a report, reads it by CSM, and looks at it with another filter', async () => {
    await expectNoViolations(page);
    await page.getByRole('searchbox', { name: 'Search all reports' }).fill('at-risk customers');
    await page.getByRole('link', { name: 'At-Risk Customers by ARR' }).click();
    await page.getByRole('heading', { name: 'At-Risk Customers by ARR', level: 1 }).waitFor();
    const { total, groups } = await runReport(page, 'CS_At_Risk_By_ARR');
    const table = page.locator('analytics-report-table');
    await table.getByRole('rowheader', { name: `Total (${total[COUNT]})` }).waitFor();
    await eventually(async () => {
      expect(await table.locator('tr[data-kind="group"]').count()).toBe(groups.length);
      expect(await table.locator('tr[data-kind="detail"]').count()).toBe(total[COUNT]);
    });
    await expectNoViolations(page);

    await page.getByRole('button', { name: 'Show filters' }).click();
    const filters = page.getByRole('region', { name: 'Filters' });
    await filters.getByRole('textbox', { name: 'Risk Band equals' }).fill('At Risk,Watch');
    await filters.getByRole('button', { name: 'Apply' }).click();
    const [both] = await soql(
      page,
      `SELECT COUNT(Id) b FROM Account WHERE ${LIVE} AND CS_Risk_Band__c IN ('At Risk', 'Watch')`,
    );
    await table.getByRole('rowheader', { name: `Total (${String(both!.b)})` }).waitFor();
    await filters.getByRole('button', { name: 'Reset' }).click();
    await table.getByRole('rowheader', { name: `Total (${total[COUNT]})` }).waitFor();
    await expectNoViolations(page);
  });

  test('a manager looks at another range of days, and goes back', async () => {
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page.getByRole('table', { name: 'Reports' }).waitFor();
    await page.getByRole('link', { name: 'Renewals by Month and Band' }).click();
    await page.getByRole('heading', { name: 'Renewals by Month and Band', level: 1 }).waitFor();
    const { total } = await runReport(page, 'CS_Renewals_By_Month_And_Band');
    const totals = page.getByRole('region', { name: 'Totals' });
    await totals.getByText(String(total[COUNT]), { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show filters' }).click();
    const filters = page.getByRole('region', { name: 'Filters' });
    await filters.getByRole('combobox', { name: /Renewal Date$/ }).click();
    await page.getByRole('option', { name: 'Custom', exact: true }).click();
    await filters.getByRole('textbox', { name: 'From', exact: true }).fill('Jan 1, 2000');
    await filters.getByRole('textbox', { name: 'To', exact: true }).fill('Dec 31, 1999');
    await filters.getByRole('textbox', { name: 'To', exact: true }).press('Tab');
    await filters.getByText('The last day lies before the first.').waitFor();
    expect(await filters.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await filters.getByRole('combobox', { name: /Renewal Date$/ }).click();
    await page.getByRole('option', { name: 'Next year', exact: true }).click();
    await filters.getByRole('button', { name: 'Apply' }).click();
    const [next] = await soql(
      page,
      `SELECT COUNT(Id) b FROM Account WHERE ${LIVE} AND CS_Renewal_Date__c = NEXT_YEAR`,
    );
    await totals.getByText(String(next!.b), { exact: true }).waitFor();
    await expectNoViolations(page);
    await filters.getByRole('button', { name: 'Reset' }).click();
    await totals.getByText(String(total[COUNT]), { exact: true }).waitFor();
  });

  test('the executive dashboard goes by its filters and leads to the report behind a number', async () => {
    await openDashboard(page, 'Customer Success: Executive');
    await expectNoViolations(page);
    const [counted] = await soql(
      page,
      `SELECT SUM(CS_ARR__c) a FROM Account WHERE ${LIVE} AND CS_Tier__c = 'Enterprise'`,
    );
    const amount = Number(counted!.a).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    await page.getByRole('combobox', { name: 'Customer Tier' }).click();
    await page.getByRole('option', { name: 'Enterprise' }).click();
    const metric = page
      .locator('analytics-metric')
      .filter({ hasText: 'Total ARR' })
      .getByTitle(`Total ARR: ${amount}`);
    await metric.click();
    await page.getByRole('heading', { name: 'ARR by Tier and Band', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Totals' }).getByText(amount).waitFor();
    await expectNoViolations(page);
  });

  test('a bar of the team dashboard leads to the customers it counts', async () => {
    await openDashboard(page, 'Customer Success: CSM Team');
    await expectNoViolations(page);
    const [counted] = await soql(
      page,
      `SELECT COUNT(Id) b FROM Account WHERE ${LIVE} AND CS_Touch_Due__c < TODAY AND CS_Manager__r.Name = 'Marcus Lindqvist'`,
    );
    const chart = page.getByRole('group', { name: 'Overdue Touchpoints by CSM' });
    await chart.getByRole('link', { name: /^Marcus Lindqvist/ }).click();
    await page.getByRole('heading', { name: 'Overdue Touchpoints by CSM', level: 1 }).waitFor();
    const total = page
      .locator('analytics-report-table')
      .getByRole('rowheader', { name: `Total (${String(counted!.b)})` });
    await total.waitFor();
    const shown = page.locator('analytics-report-table tr[data-kind="group"]');
    await eventually(async () => expect(await shown.count()).toBe(1));
  });

  test('a CSM sees what she looks after, whoever owns it', async () => {
    const other = await openPage(browser);
    await open(other.page, 'dana.reyes', '/lightning/o/Dashboard/home');
    await other.page.getByRole('table', { name: 'Dashboards' }).waitFor();
    await openDashboard(other.page, 'Customer Success: My Book');
    await other.page.getByText('Viewing as Dana Reyes').waitFor();
    const [counted] = await soql(
      other.page,
      `SELECT SUM(CS_ARR__c) a FROM Account WHERE ${LIVE} AND (CS_Manager__r.Name = 'Dana Reyes' OR (CS_Manager__c = null AND Owner.Name = 'Dana Reyes'))`,
    );
    const amount = Number(counted!.a).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    await other.page.getByTitle(`My ARR: ${amount}`).waitFor();
    await expectNoViolations(other.page);
    expect(other.complaints).toEqual([]);
    await other.page.context().close();
  });

  test('a user without rights reads what she has no access to', async () => {
    const other = await openPage(browser);
    await open(other.page, 'nora.winters', '/lightning/o/Dashboard/home');
    await other.page.getByRole('link', { name: 'Customer Success: Executive' }).click();
    await other.page.getByText(/^You have no access to Health Scores/).waitFor();
    await expectNoViolations(other.page);
    await other.page.context().close();
    expect(complaints).toEqual([]);
  });
});
