import {
  TARGETS,
  checkRule,
  convertOwn,
  fittingFields,
  isReady,
  linesOf,
  textOfLines,
} from '../csFieldMappingRules';
import type { FieldInfo, OwnField, Rule, Target } from '../csFieldMappingRules';

const targetOf = (name: string) => TARGETS.find((target) => target.name === name) as Target;
const field = (dataType: string, more: Partial<OwnField> = {}): OwnField => ({
  apiName: 'Own__c',
  label: 'Own',
  dataType,
  calculated: false,
  precision: 18,
  scale: 0,
  relationshipName: null,
  ...more,
});
const rule = (target: string, own: OwnField, lines = '', highest: number | null = null): Rule => ({
  target: targetOf(target),
  field: own,
  lines: linesOf(lines),
  highest,
});

describe('the fields that fit', () => {
  const info = (apiName: string, dataType: string, to: string[] = []): FieldInfo => ({
    apiName,
    label: apiName.replace('__c', ''),
    dataType,
    referenceToInfos: to.map((object) => ({ apiName: object })),
  });
  const fields = Object.fromEntries(
    [
      info('Zeal__c', 'Currency'),
      info('Annual__c', 'Double'),
      info('Share__c', 'Percent'),
      info('Segment__c', 'Picklist'),
      info('Tags__c', 'MultiPicklist'),
      info('Ends__c', 'Date'),
      info('CreatedDate', 'DateTime'),
      info('CreatedById', 'Reference', ['User']),
      info('OwnerId', 'Reference', ['User']),
      info('ParentId', 'Reference', ['Account']),
      info('CS_ARR__c', 'Currency'),
      info('CS_Tier__c', 'Picklist'),
    ].map((each) => [each.apiName, each]),
  );

  test.each([
    ['ARR', ['Annual__c', 'Zeal__c']],
    ['Renewal Date', ['Ends__c']],
    ['Health', ['Annual__c', 'Segment__c', 'Share__c']],
    ['Tier', ['Segment__c']],
    ['CSM', ['OwnerId']],
  ])("%s takes those of the org's own, by their labels", (name, expected) => {
    expect(fittingFields(targetOf(name), fields).map(({ apiName }) => apiName)).toEqual(expected);
  });
});

describe('the check of a mapping', () => {
  const say = (checked: Rule, values: string[] = []) => checkRule(checked, values).map(({ text }) => text);

  test('says nothing of what fits', () => {
    expect(say(rule('ARR', field('Currency')))).toEqual([]);
    expect(say(rule('Tier', field('Picklist'), 'Gold = Scale'), ['Gold', 'growth'])).toEqual([]);
  });

  test.each([
    [rule('ARR', field('Currency', { calculated: true })), 'is seen the next day'],
    [rule('Renewal Date', field('DateTime')), 'its day in UTC counts'],
    [rule('Health', field('Double', { precision: 2 })), 'holds numbers below 100 only'],
    [rule('Tier', field('Picklist'), 'Gold = Scale'), 'Accounts with “Tin” keep the Tier they have'],
  ])('warns, and lets it be saved: %#', (checked, text) => {
    expect(say(checked, ['Gold', 'Tin'])[0]).toContain(text);
    expect(isReady(checkRule(checked, ['Gold', 'Tin']))).toBe(true);
  });

  test.each([
    [rule('Tier', field('Picklist')), 'none of them is one of ours'],
    [
      rule('Tier', field('Picklist'), 'Gold = Best'),
      'one of Strategic, Enterprise, Growth, Scale is expected',
    ],
    [rule('Health', field('Picklist')), 'Say what each value stands for'],
    [rule('Health', field('Picklist'), 'Gold = 101'), 'a whole number from 0 to 100 is expected'],
    [rule('Health', field('Double'), '', 0), 'has to be above 0'],
  ])('refuses what could not be read: %#', (checked, text) => {
    expect(say(checked, ['Gold', 'Tin']).join()).toContain(text);
    expect(isReady(checkRule(checked, ['Gold', 'Tin']))).toBe(false);
  });
});

describe('an own value', () => {
  test.each([
    ['ARR', 'Currency', '', null, 1200.129, 1200.13],
    ['Renewal Date', 'DateTime', '', null, '2027-03-31T22:00:00.000Z', '2027-03-31'],
    ['Health', 'Double', '', 10, 7.5, 75],
    ['Health', 'Picklist', 'Green = 90', null, 'green', 90],
    ['Tier', 'Picklist', 'Gold = Strategic', null, 'Gold', 'Strategic'],
    ['Tier', 'Picklist', '', null, 'SCALE', 'Scale'],
    ['CSM', 'Reference', '', null, '005A', '005A'],
    ['ARR', 'Currency', '', null, null, null],
  ] as const)('of %s is read from a %s', (target, type, lines, highest, own, value) => {
    expect(convertOwn(own, rule(target, field(type), lines, highest))).toEqual({ value, isKept: false });
  });

  test.each([
    ['ARR', 'Currency', '', -1],
    ['Health', 'Double', '', 101],
    ['Tier', 'Picklist', 'Gold = Strategic', 'Tin'],
  ] as const)('of %s that stands for nothing leaves the account as it is', (target, type, lines, own) => {
    expect(convertOwn(own, rule(target, field(type), lines))).toEqual({ value: null, isKept: true });
  });
});

describe('the lines of values', () => {
  test('are kept as they are read, without those that say nothing', () => {
    const lines = linesOf('Gold = Strategic\n\nA = B = Scale\nTin =\nnonsense');
    expect(lines).toEqual([
      { own: 'Gold', ours: 'Strategic' },
      { own: 'A = B', ours: 'Scale' },
      { own: 'Tin', ours: '' },
    ]);
    expect(textOfLines(lines)).toBe('Gold = Strategic\nA = B = Scale');
    expect(textOfLines([])).toBeNull();
  });
});
