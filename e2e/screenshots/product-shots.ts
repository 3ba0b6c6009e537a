import type { Page } from 'playwright-core';
import { having, showing, type Shot } from './shot.ts';

const EXECUTIVE = '/lightning/n/CS_Executive';
const HOME = '/lightning/page/home';
const PLAYBOOKS = '/lightning/n/CS_Playbooks';
const REPORTS = '/lightning/o/Report/home';
const DASHBOARDS = '/lightning/o/Dashboard/home';

/** The account page at its address, part by part and in its states. */
export function accountShots(at: string): readonly Shot[] {
  return [
    { name: 'account-page', at, prepare: wholePage, fullPage: true },
    { name: 'account-page-narrow', at, size: 'phone', prepare: wholePage },
    {
      name: 'touchpoint-edit',
      at,
      part: 'c-cs-touchpoint',
      prepare: async (page) => {
        await page.getByRole('button', { name: 'Edit the next touchpoint' }).click();
        await page.getByLabel('Next touchpoint').waitFor();
      },
    },
    { name: 'account-loading', at, graphql: 'hold', prepare: having('c-cs-timeline lightning-spinner') },
    { name: 'account-error', at, graphql: 'refuse', prepare: having('c-cs-timeline c-cs-error-panel') },
    { name: 'risk', at, part: 'c-cs-risk', prepare: wholePage },
    { name: 'risk-override', at: HOME, part: 'c-cs-risk', prepare: openDoubtedAccount },
    {
      name: 'risk-override-form',
      at,
      part: 'c-cs-risk-override',
      prepare: async (page) => {
        await page.getByRole('button', { name: 'Set Band by Hand' }).click();
        await page.locator('c-cs-risk-override-form').getByRole('button', { name: 'Set Band' }).waitFor();
      },
    },
    { name: 'health-trend', at, part: 'c-cs-health-trend', prepare: wholePage },
    {
      name: 'health-trend-table',
      at,
      part: 'c-cs-health-trend',
      prepare: async (page) => {
        await page.getByRole('button', { name: 'Show as table' }).click();
        await page.locator('c-cs-health-trend table').waitFor();
      },
    },
    { name: 'timeline', at, part: 'c-cs-timeline', prepare: wholePage },
    { name: 'playbooks', at, part: 'c-cs-playbooks', prepare: having('c-cs-playbooks-run') },
    { name: 'usage', at, part: 'c-cs-usage', prepare: openUsage },
    { name: 'usage-phone', at, size: 'phone', part: 'c-cs-usage', prepare: openUsage },
    {
      name: 'usage-table',
      at,
      part: 'c-cs-usage',
      prepare: async (page) => {
        await openUsage(page);
        await page.getByRole('button', { name: 'Show usage as table' }).click();
        await page.locator('c-cs-usage-table tbody tr').first().waitFor();
      },
    },
    { name: 'nps', at, part: 'c-cs-nps', prepare: openNps },
    { name: 'nps-phone', at, size: 'phone', part: 'c-cs-nps', prepare: openNps },
    { name: 'support', at, part: 'c-cs-support', prepare: openSupport },
  ];
}

/** What managers read, and playbooks as they build them. */
export const MANAGER_SHOTS: readonly Shot[] = [
  { name: 'executive', as: 'helen.okafor', at: EXECUTIVE, prepare: wholeExecutive, fullPage: true },
  { name: 'executive-accounts', as: 'helen.okafor', at: EXECUTIVE, prepare: openArrAtRisk, fullPage: true },
  { name: 'executive-phone', as: 'helen.okafor', at: EXECUTIVE, size: 'phone', prepare: wholeExecutive },
  { name: 'executive-own-book', at: EXECUTIVE, prepare: having('c-cs-executive-summary [data-tile="arr"]') },
  {
    name: 'executive-error',
    as: 'helen.okafor',
    at: EXECUTIVE,
    graphql: 'refuse',
    prepare: having('c-cs-executive-summary c-cs-error-panel'),
  },
  {
    name: 'executive-past',
    as: 'helen.okafor',
    at: EXECUTIVE,
    prepare: async (page) => {
      await wholeExecutive(page);
      await page.getByRole('combobox', { name: 'As of', exact: true }).click();
      await page.getByRole('option').nth(1).click();
      await page.locator('c-cs-executive-movers').waitFor();
    },
    fullPage: true,
  },
  {
    name: 'executive-loading',
    as: 'helen.okafor',
    at: EXECUTIVE,
    graphql: 'hold',
    prepare: having('c-cs-executive-summary lightning-spinner'),
  },
  {
    name: 'executive-no-access',
    as: 'nora.winters',
    at: EXECUTIVE,
    prepare: showing('You have no access to the customers of this page'),
  },
  { name: 'reports', as: 'helen.okafor', at: REPORTS, prepare: showing('At-Risk Customers by ARR') },
  {
    name: 'report',
    as: 'helen.okafor',
    at: REPORTS,
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Renewals by Month and Band' }).click();
      await page.getByRole('button', { name: 'Show filters' }).click();
      await page.getByRole('region', { name: 'Filters' }).waitFor();
    },
  },
  { name: 'playbook-builder', as: 'helen.okafor', at: PLAYBOOKS, prepare: showing('At-risk rescue') },
  {
    name: 'playbook-builder-edit',
    as: 'helen.okafor',
    at: PLAYBOOKS,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'At-risk rescue', exact: true }).click();
      await page.getByLabel('Step').first().waitFor();
    },
    fullPage: true,
  },
  dashboardShot('dashboard-executive', 'Customer Success: Executive'),
  dashboardShot('dashboard-team', 'Customer Success: CSM Team'),
];

async function wholePage(page: Page): Promise<void> {
  await showing('What adds up to the score')(page);
  await having('c-cs-health-trend svg')(page);
  await having('c-cs-playbooks-run')(page);
  await having('c-cs-timeline-item')(page);
}

/** The account of the demo whose band a CSM has set by hand. */
async function openDoubtedAccount(page: Page): Promise<void> {
  await having('c-cs-focus-row')(page);
  await page.getByPlaceholder(/^Search accounts/).fill('Castellan');
  await page.getByText('Castellan Bank').first().click();
  await having('c-cs-risk-override section')(page);
  await showing('What adds up to the score')(page);
}

async function wholeExecutive(page: Page): Promise<void> {
  await having('c-cs-executive-summary [data-tile="arr"]')(page);
  await having('c-cs-executive-load li')(page);
}

async function openArrAtRisk(page: Page): Promise<void> {
  await wholeExecutive(page);
  await page.locator('[data-tile="arrAtRisk"]').getByRole('button').click();
  await page.getByText(/^The same as the total of /).waitFor();
}

async function openUsage(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Usage & Support' }).click();
  await page.locator('c-cs-usage svg.drawing').waitFor();
}

async function openNps(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'NPS' }).click();
  await page.locator('c-cs-nps [data-id="answer"]').first().waitFor();
}

async function openSupport(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Usage & Support' }).click();
  await page.locator('c-cs-support [data-id="ticket"]').first().waitFor();
}

function dashboardShot(name: string, title: string): Shot {
  return {
    name,
    as: 'helen.okafor',
    at: DASHBOARDS,
    fullPage: true,
    prepare: async (page) => {
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await page.locator('analytics-dashboard-component').last().waitFor();
    },
  };
}
