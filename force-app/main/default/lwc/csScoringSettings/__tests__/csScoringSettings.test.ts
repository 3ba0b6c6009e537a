import { readFileSync } from 'node:fs';
import {
  changesBetween,
  checkValues,
  formatValue,
  fromShown,
  keyOf,
  labelOf,
  SETTING_GROUPS,
  sumOfWeights,
  toShown,
  toValues,
  valueFor,
} from 'c/csScoringSettings';
import type { ScoringValue } from 'c/csScoringSettings';

/** The values that an org starts with. */
function starter(): ScoringValue[] {
  const [root] = JSON.parse(readFileSync('config/data/scoring-config.json', 'utf8')).records;
  const { records } = root.CS_Risk_Factors__r as { records: Record<string, unknown>[] };
  return records.map((record) => ({
    factor: String(record.CS_Factor__c),
    setting: String(record.CS_Setting__c),
    tier: (record.CS_Tier__c as string | undefined) ?? null,
    value: Number(record.CS_Value__c),
    reason: String(record.CS_Rationale__c),
  }));
}
const value = (factor: string, setting: string, to: number, tier: string | null = null): ScoringValue => ({
  ...{ factor, setting, tier, value: to, reason: '' },
});
const starterWith = (...more: ScoringValue[]) => toValues([...starter(), ...more]);

test('every value that an org starts with is on the page, each once, and none besides', () => {
  const onPage = SETTING_GROUPS.flatMap(({ settings }) =>
    settings.map(({ factor, setting }) => keyOf(factor, setting, null)),
  );
  const inOrg = starter()
    .filter(({ tier }) => tier === null)
    .map(({ factor, setting }) => keyOf(factor, setting, null));
  expect([...onPage].sort()).toEqual([...inOrg].sort());
  expect(new Set(onPage).size).toBe(onPage.length);
});

test('what an org starts with holds, and its weights add up', () => {
  expect(checkValues(starterWith())).toEqual([]);
  expect(sumOfWeights(starterWith(), null)).toBe(1);
});

test.each([
  [value('Support', 'weight', 0.2), /^The weights add up to 104 %; expected 100 %\.$/],
  [value('Support', 'weight', 0.2, 'Scale'), /^For Scale: The weights add up to 104 %; expected 100 %\.$/],
  [
    value('Adoption', 'spread', 11),
    /^Adoption: Noise allowed is 11 spreads; expected 0 spreads to 10 spreads\.$/,
  ],
  [
    value('Bands', 'watchFrom', 66),
    /^At Risk begins at 70, too near to Watch at 66; expected more than twice/,
  ],
  [value('Renewal', 'nearDays', 180), /^Renewal: Counts in full.* is 180; expected less than 180, which is/],
])('a configuration with %j says what is wrong and what was expected', (changed, message) => {
  const [problem, ...others] = checkValues(starterWith(changed));
  expect(others).toEqual([]);
  expect(problem).toMatch(message);
});

test('a sum of weights is not judged while one of them is as Tenure ships it', () => {
  const values = toValues([value('Support', 'weight', 0.9)]);
  expect(sumOfWeights(values, null)).toBeUndefined();
  expect(checkValues(values)).toEqual([]);
});

test('a tier goes by its own value, else by that for all', () => {
  const values = toValues([value('Bands', 'watchFrom', 40), value('Bands', 'watchFrom', 30, 'Scale')]);
  const watch = { factor: 'Bands', setting: 'watchFrom' };
  expect(valueFor(values, watch, 'Scale')?.value).toBe(30);
  expect(valueFor(values, watch, 'Growth')?.value).toBe(40);
  expect(valueFor(values, { factor: 'Bands', setting: 'margin' }, null)).toBeUndefined();
});

test('two configurations differ in values, not in the reasons for them', () => {
  const before = toValues([value('Bands', 'watchFrom', 40), value('Bands', 'margin', 2)]);
  const after = toValues([
    { ...value('Bands', 'watchFrom', 40), reason: 'Other' },
    value('Bands', 'margin', 3, 'Scale'),
  ]);
  expect(changesBetween(before, after).map(({ label, from, to }) => [label, from?.value, to?.value])).toEqual(
    [
      ['Bands: Margin of a band', 2, undefined],
      ['Bands: Margin of a band, Scale', undefined, 3],
    ],
  );
});

test('values are read in their unit, and typed in it', () => {
  expect(formatValue({ factor: 'Support', setting: 'weight' }, 0.22)).toBe('22 %');
  expect(formatValue({ factor: 'Judgement', setting: 'validDays' }, 1)).toBe('1 day');
  expect(labelOf(value('Support', 'weight', 1, 'Scale'))).toBe('Weight of Support, Scale');
  expect(toShown(0.07, 'share')).toBe(7);
  expect(fromShown(12.5, 'share')).toBe(0.125);
  expect(fromShown(12.5, 'days')).toBe(12.5);
});
