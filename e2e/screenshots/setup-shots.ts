import type { Page } from 'playwright-core';
import { having, showing, type Shot } from './shot.ts';

const SETUP = '/lightning/n/CS_Setup';
const as = 'omar.haddad';

/** What admins tune. */
export const SETUP_SHOTS: readonly Shot[] = [
  { name: 'setup', as, at: SETUP, prepare: having('c-cs-tune-scoring-history'), fullPage: true },
  { name: 'setup-effect', as, at: SETUP, part: 'c-cs-tune-scoring', prepare: seeEffect },
  { name: 'setup-phone', as, at: SETUP, size: 'phone', prepare: having('c-cs-tune-scoring-history') },
  { name: 'setup-alerts', as, at: SETUP, prepare: onTab('Alerts', 'Became at risk'), fullPage: true },
  { name: 'setup-cadence', as, at: SETUP, prepare: onTab('Cadence & Windows', 'Days between touchpoints') },
  { name: 'setup-companion', as, at: SETUP, prepare: onTab('Companion', 'Last runs'), fullPage: true },
  {
    name: 'setup-loading',
    as,
    at: SETUP,
    graphql: 'hold',
    prepare: having('c-cs-tune-scoring lightning-spinner'),
  },
  {
    name: 'setup-error',
    as,
    at: SETUP,
    graphql: 'refuse',
    prepare: having('c-cs-tune-scoring c-cs-error-panel'),
  },
  { name: 'setup-no-access', at: SETUP, prepare: showing('Only admins tune Tenure') },
];

async function seeEffect(page: Page): Promise<void> {
  await page.getByLabel('Bands: Watch begins at, in points').fill('25');
  await page.getByLabel('Bands: At Risk begins at, in points').fill('45');
  await page.getByRole('button', { name: 'See the effect' }).click();
  await page.locator('c-cs-tune-scoring-effect tbody tr').first().waitFor();
}

function onTab(name: string, text: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByText(text).filter({ visible: true }).first().waitFor();
  };
}
