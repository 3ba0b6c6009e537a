import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { STARTER_CONFIG } from './starter-config.ts';
import { withSetting } from './tier-config.ts';
import { tunedCadence } from './tuned-cadence.ts';

const because = (value: number) => ({ value, reason: 'ours' });
const CONFIG = withSetting(STARTER_CONFIG, 'cadenceDays.byTier.Scale', because(60));

test.each([
  ['Scale', 60],
  ['Strategic', null],
  ['Other', null],
  [null, null],
])('an account of tier %s carries the cadence %s: only what differs from what Tenure ships', (tier, days) => {
  expect(tunedCadence(tier, CONFIG)).toBe(days);
});

test('an account without a tier carries the cadence for all others', () => {
  const config = withSetting(STARTER_CONFIG, 'cadenceDays.otherwise', because(21));
  expect([tunedCadence(null, config), tunedCadence('Other', config), tunedCadence('Scale', config)]).toEqual([
    ...[21, 21, null],
  ]);
});

test('the formula of Touch Due goes by what an account carries, else by what Tenure ships', () => {
  const folder = path.join(import.meta.dirname, '../../../force-app/main/default/objects/Account/fields');
  const formula = readFileSync(path.join(folder, 'CS_Touch_Due__c.field-meta.xml'), 'utf8');
  const { byTier, otherwise } = STARTER_CONFIG.cadenceDays;
  const shipped = Object.entries(byTier).map(([tier, { value }]) => `'${tier}', ${value}`);
  const fallback = `CASE(CS_Tier__c, ${shipped.join(', ')}, ${otherwise.value})`;
  expect(formula).toContain(`BLANKVALUE(CS_Cadence_Days__c, BLANKVALUE(CS_Tier_Cadence__c, ${fallback}))`);
});
