import type { Page } from 'playwright-core';
import { having, showing, type Shot } from './shot.ts';

const HOME = '/lightning/page/home';
const ALERTS = '/lightning/n/CS_Alerts';
const TOUCHPOINTS = '/lightning/n/CS_Touchpoints';
const RENEWALS = '/lightning/n/CS_Renewals';
const WORKLOAD = '/lightning/n/CS_Workload';
const TEMPLATES = '/lightning/n/CS_Templates';
const NPS_INBOX = '/lightning/n/CS_NPS_Inbox';
const ASK_AN_ADMIN = /Ask an admin for the permission set/;

/** The pages of a CSM's day, each with its states. */
export const CONSOLE_SHOTS: readonly Shot[] = [
  { name: 'home', at: HOME, prepare: having('[data-id="asking"] c-cs-focus-row'), fullPage: true },
  {
    name: 'home-phone',
    at: HOME,
    size: 'phone',
    prepare: having('[data-id="asking"] c-cs-focus-row'),
    fullPage: true,
  },
  { name: 'home-loading', at: HOME, graphql: 'hold', prepare: having('c-cs-focus lightning-spinner') },
  { name: 'home-error', at: HOME, graphql: 'refuse', prepare: showing('My Focus could not be loaded') },
  { name: 'home-empty', as: 'helen.okafor', at: HOME, prepare: showing('Nothing is pinned.') },

  { name: 'alerts', at: ALERTS, prepare: openAlert },
  { name: 'alerts-bulk', at: ALERTS, prepare: selectAlerts },
  { name: 'alerts-phone', at: ALERTS, size: 'phone', prepare: having('c-cs-alert-center-row') },
  {
    name: 'alerts-loading',
    at: ALERTS,
    graphql: 'hold',
    prepare: having('c-cs-alert-center lightning-spinner'),
  },
  { name: 'alerts-error', at: ALERTS, graphql: 'refuse', prepare: showing('The alerts could not be loaded') },
  { name: 'alerts-empty', as: 'omar.haddad', at: ALERTS, prepare: showing('Nothing needs you') },
  { name: 'alerts-no-access', as: 'nora.winters', at: ALERTS, prepare: showing(ASK_AN_ADMIN) },

  { name: 'touchpoints', at: TOUCHPOINTS, prepare: showing('accounts shown') },
  { name: 'touchpoints-phone', at: TOUCHPOINTS, size: 'phone', prepare: showing('accounts shown') },
  { name: 'touchpoints-plan', at: TOUCHPOINTS, prepare: planTouchpoint },
  {
    name: 'touchpoints-loading',
    at: TOUCHPOINTS,
    graphql: 'hold',
    prepare: having('c-cs-touchpoint-console lightning-spinner'),
  },
  {
    name: 'touchpoints-error',
    at: TOUCHPOINTS,
    graphql: 'refuse',
    prepare: having('c-cs-error-panel'),
  },
  { name: 'touchpoints-empty', at: TOUCHPOINTS, prepare: searchForNothing },
  { name: 'touchpoints-no-access', as: 'nora.winters', at: TOUCHPOINTS, prepare: showing(ASK_AN_ADMIN) },
  { name: 'bulk-actions', at: TOUCHPOINTS, prepare: previewChange },

  { name: 'renewals', at: RENEWALS, prepare: showing('accounts shown') },
  {
    name: 'renewals-cards',
    at: RENEWALS,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Show as cards' }).click();
      await page.locator('c-cs-renewal-pipeline-cards li').first().waitFor();
    },
  },
  {
    name: 'renewals-phone',
    at: RENEWALS,
    size: 'phone',
    prepare: having('c-cs-renewal-pipeline-cards li'),
    fullPage: true,
  },
  {
    name: 'renewals-loading',
    at: RENEWALS,
    graphql: 'hold',
    prepare: having('c-cs-renewal-pipeline lightning-spinner'),
  },
  {
    name: 'renewals-error',
    at: RENEWALS,
    graphql: 'refuse',
    prepare: showing('The renewals could not be loaded'),
  },
  {
    name: 'renewals-empty',
    at: RENEWALS,
    prepare: async (page) => {
      await page.locator('c-cs-renewal-pipeline-tiles').getByRole('button', { name: 'Overdue' }).click();
      await page.getByText('No renewal is overdue.').waitFor();
    },
  },
  { name: 'renewals-no-access', as: 'nora.winters', at: RENEWALS, prepare: showing(ASK_AN_ADMIN) },

  { name: 'workload', as: 'helen.okafor', at: WORKLOAD, prepare: having('c-cs-workload-table tbody tr') },
  { name: 'workload-accounts', as: 'helen.okafor', at: WORKLOAD, prepare: openAtRisk, fullPage: true },
  {
    name: 'workload-phone',
    as: 'helen.okafor',
    at: WORKLOAD,
    size: 'phone',
    prepare: having('c-cs-workload-table tbody tr'),
    fullPage: true,
  },
  {
    name: 'workload-loading',
    at: WORKLOAD,
    graphql: 'hold',
    prepare: having('c-cs-workload lightning-spinner'),
  },
  {
    name: 'workload-error',
    at: WORKLOAD,
    graphql: 'refuse',
    prepare: showing('The workload could not be loaded'),
  },
  { name: 'workload-no-access', as: 'nora.winters', at: WORKLOAD, prepare: showing(ASK_AN_ADMIN) },

  { name: 'nps-inbox', at: NPS_INBOX, prepare: having('c-cs-nps-inbox-item') },
  { name: 'nps-inbox-phone', at: NPS_INBOX, size: 'phone', prepare: having('c-cs-nps-inbox-item') },
  {
    name: 'nps-inbox-loading',
    at: NPS_INBOX,
    graphql: 'hold',
    prepare: having('c-cs-nps-inbox lightning-spinner'),
  },
  { name: 'nps-inbox-error', at: NPS_INBOX, graphql: 'refuse', prepare: having('c-cs-error-panel') },
  {
    name: 'nps-inbox-empty',
    at: NPS_INBOX,
    prepare: async (page) => {
      await page.getByText('Dismissed', { exact: true }).click();
      await page.getByText('Nothing was dismissed').waitFor();
    },
  },
  { name: 'nps-inbox-no-access', as: 'nora.winters', at: NPS_INBOX, prepare: showing(ASK_AN_ADMIN) },

  { name: 'templates', as: 'omar.haddad', at: TEMPLATES, prepare: previewTemplate },
  {
    name: 'templates-phone',
    at: TEMPLATES,
    size: 'phone',
    prepare: showing('Renewal notice'),
    fullPage: true,
  },
  {
    name: 'templates-loading',
    at: TEMPLATES,
    graphql: 'hold',
    prepare: having('c-cs-template-manager lightning-spinner'),
  },
  { name: 'templates-error', at: TEMPLATES, graphql: 'refuse', prepare: having('c-cs-error-panel') },
  {
    name: 'templates-empty',
    at: TEMPLATES,
    prepare: async (page) => {
      await page.getByRole('searchbox', { name: 'Search by name' }).fill('nothing of that name');
      await page
        .getByText(/no .*template/i)
        .first()
        .waitFor();
    },
  },
  { name: 'templates-no-access', as: 'nora.winters', at: TEMPLATES, prepare: showing(ASK_AN_ADMIN) },
];

async function openAlert(page: Page): Promise<void> {
  const row = page.locator('c-cs-alert-center-row').filter({ hasText: 'At Risk' }).first();
  await row.locator('[data-id="message"]').click();
  await row.locator('[data-id="why"]').waitFor();
}

async function selectAlerts(page: Page): Promise<void> {
  const rows = page.locator('c-cs-alert-center-row');
  await rows.first().waitFor();
  for (const row of [0, 1, 2]) await rows.nth(row).locator('.slds-checkbox_faux').click();
  await page.getByText('3 alerts selected').waitFor();
}

async function planTouchpoint(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Plan the next touchpoint of / })
    .nth(1)
    .click();
  await page.locator('c-cs-touchpoint-form').getByRole('button', { name: 'Save' }).waitFor();
}

async function searchForNothing(page: Page): Promise<void> {
  await page.getByText('accounts shown').waitFor();
  await page.getByRole('searchbox', { name: 'Account name' }).fill('nobody of that name');
  await page.getByText('No account matches.').waitFor();
}

async function previewChange(page: Page): Promise<void> {
  await page.getByText('accounts shown').waitFor();
  for (const row of [0, 1, 2]) await page.locator('tbody .slds-checkbox_faux').nth(row).click();
  await page.getByRole('button', { name: 'Change 3 accounts…' }).click();
  await page.getByRole('combobox', { name: 'What to change' }).click();
  await page.getByRole('option', { name: 'Set tier' }).click();
  await page.getByRole('combobox', { name: 'Value' }).click();
  await page.getByRole('option', { name: 'Enterprise' }).click();
  await page.getByText('3 accounts will change').waitFor();
}

async function openAtRisk(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^At risk of Dana Reyes: / }).click();
  await page.locator('c-cs-workload-accounts tbody tr').first().waitFor();
}

async function previewTemplate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Renewal notice', exact: true }).click();
  const preview = page.locator('c-cs-template-preview');
  await preview.getByText('Hi Alma,').waitFor();
}
