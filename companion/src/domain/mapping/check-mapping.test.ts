import { describe, expect, test } from '@jest/globals';
import { checkMapping, FITTING_TYPES } from './check-mapping.ts';
import { MAPPING_TARGETS, type TargetName } from './mapping-targets.ts';
import type { OwnField } from './own-field.ts';
import { buildMapping, buildOwnField } from './testing/build-mapping.ts';

const ONE_CURRENCY = { hasCurrencies: false };
const TYPES =
  'currency double int long percent date datetime picklist string combobox textarea boolean multipicklist ' +
  'encryptedstring address location reference id url email phone time base64 anyType';

const check = (target: TargetName, field: OwnField | undefined, more = {}, org = ONE_CURRENCY) =>
  checkMapping(buildMapping(target, field?.name ?? 'Gone__c', more), field, org);

describe('the type of the own field', () => {
  const pairs = MAPPING_TARGETS.flatMap(({ name, kind }) =>
    TYPES.split(' ').map((type) => ({ name, type, fits: FITTING_TYPES[kind].includes(type) })),
  );
  const checkType = ({ name, type }: { name: TargetName; type: string }) =>
    check(name, buildOwnField('Own__c', type), { values: name === 'Health' ? 'Green = 90' : null });

  test.each(pairs.filter(({ fits }) => fits))('$name is read from a field of type $type', (pair) => {
    const { ready, refusals } = checkType(pair);
    expect({ refusals, source: ready?.source }).toEqual({ refusals: [], source: 'Own__c' });
  });

  test.each(pairs.filter(({ fits }) => !fits))('$name is not read from a field of type $type', (pair) => {
    const { ready, refusals } = checkType(pair);
    expect(ready).toBeNull();
    expect(refusals[0]).toContain(`Own__c is of type ${pair.type}; ${pair.name} takes `);
  });

  test.each([
    ['ARR', 'string', 'make a formula field of the right type and map that'],
    ['ARR', 'percent', 'A percentage is no amount'],
    ['Renewal Date', 'textarea', 'make a formula field'],
    ['ARR', 'encryptedstring', 'cannot be read by the companion'],
    ['Tier', 'multipicklist', 'Several values at once'],
    ['ARR', 'address', 'map one of its parts'],
  ] as const)('%s from a %s says what to do instead', (target, type, hint) => {
    expect(check(target, buildOwnField('Own__c', type)).refusals[0]).toContain(hint);
  });

  test('a lookup must lead to users, and to nobody else', () => {
    expect(check('CSM', buildOwnField('OwnerId', 'reference')).ready?.column).toEqual({
      target: 'CSM',
      field: 'OwnerId',
      type: 'text',
      nameThrough: 'OwnerId',
    });
    const contact = buildOwnField('Own__c', 'reference', { referenceTo: ['Contact'] });
    expect(check('CSM', contact).refusals).toEqual(['Own__c leads to Contact; CSM takes a lookup to User.']);
    const either = buildOwnField('Own__c', 'reference', { referenceTo: ['Group', 'User'] });
    expect(check('CSM', either).refusals[0]).toContain('leads to Group or User');
  });
});

describe('a mapping is refused', () => {
  test('when the companion does not see the field, with what to do', () => {
    expect(check('ARR', undefined).refusals[0]).toMatch(/sees no field Gone__c.*read access.*permission set/);
  });

  test.each(['CS_ARR__c', 'CS_Risk_Score__c', 'CS_NPS_Score__c'])("when %s is Tenure's own", (name) => {
    const { refusals } = check('ARR', buildOwnField(name, 'currency'));
    expect(refusals).toEqual([`${name} is a field of Tenure's own; expected one of the org's.`]);
  });

  test.each([0, -1, Number.NaN])('when the highest value is %d', (highest) => {
    expect(check('Health', buildOwnField('Own__c', 'double'), { highest }).refusals[0]).toContain('above 0');
  });

  test('when no value of a picklist stands for one of ours', () => {
    const field = buildOwnField('Segment__c', 'picklist', { values: ['Gold', 'Silver'] });
    expect(check('Tier', field).refusals).toEqual([
      'None of the values of Segment__c stands for one of ours: "Gold", "Silver". Say what each stands for.',
    ]);
  });

  test.each([
    ['Gold', 'The line "Gold" cannot be read; expected a line such as Gold = Strategic.'],
    ['= Scale', 'The line "= Scale" cannot be read'],
    ['Gold = Scale\ngold = Growth', 'The value "gold" stands in two lines; expected one.'],
    [
      'Gold = Platinum',
      '"Gold" stands for "Platinum"; expected one of Strategic, Enterprise, Growth, Scale.',
    ],
  ])('when its values say %j', (values, refusal) => {
    const field = buildOwnField('Segment__c', 'picklist', { values: ['Gold', 'Scale'] });
    expect(check('Tier', field, { values }).refusals[0]).toContain(refusal);
  });

  test('when a word stands for a health beyond 0 to 100, or for none', () => {
    const field = buildOwnField('RAG__c', 'picklist', { values: ['Green'] });
    expect(check('Health', field, { values: 'Green = 101' }).refusals[0]).toContain(
      '"Green" stands for "101"; expected a whole number from 0 to 100.',
    );
    expect(check('Health', field).refusals[0]).toContain('say what each stands for, such as Green = 90');
  });
});

describe('a mapping is read with a warning', () => {
  test('when some values of a picklist stand for nothing', () => {
    const field = buildOwnField('Segment__c', 'picklist', { values: ['Gold', 'strategic', 'None'] });
    const { ready, warnings } = check('Tier', field, { values: 'Gold = Enterprise' });
    expect(warnings).toEqual(['Not mapped: "None". Accounts with them keep the Tier they have.']);
    expect(ready?.values).toMatchObject({ gold: 'Enterprise', strategic: 'Strategic' });
  });

  test('when the field is a formula, whose changes do not touch the account', () => {
    const field = buildOwnField('Own__c', 'currency', { calculated: true });
    const { ready, warnings } = check('ARR', field);
    expect(ready?.seesChanges).toBe(false);
    expect(warnings[0]).toContain('is seen the next day, when every account is read');
  });

  test('when its numbers end far below 100 and no highest value is given', () => {
    const short = buildOwnField('Score__c', 'double', { precision: 3, scale: 1 });
    expect(check('Health', short).warnings[0]).toContain('holds numbers below 100 only');
    expect(check('Health', short, { highest: 10 }).warnings).toEqual([]);
    expect(check('Health', buildOwnField('Own__c', 'percent', { precision: 2 })).warnings).toEqual([]);
    expect(check('Health', buildOwnField('Own__c', 'double', { precision: 3 })).warnings).toEqual([]);
  });

  test('when the org has several currencies', () => {
    const several = { hasCurrencies: true };
    expect(check('ARR', buildOwnField('Own__c', 'currency'), {}, several).warnings[0]).toContain(
      'totals do not convert',
    );
    expect(check('ARR', buildOwnField('Own__c', 'double'), {}, several).warnings[0]).toContain(
      'has no currency of its own',
    );
  });

  test('when it holds a time, or lines of values that say nothing for it', () => {
    expect(check('Renewal Date', buildOwnField('Own__c', 'datetime')).warnings[0]).toContain('day in UTC');
    const lines = check('ARR', buildOwnField('Own__c', 'currency'), { values: 'a = b' });
    expect(lines.warnings[0]).toContain('are not used');
  });
});
