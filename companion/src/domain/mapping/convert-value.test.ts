import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMapping } from './check-mapping.ts';
import { convertValue } from './convert-value.ts';
import type { FieldMapping, ReadyMapping } from './field-mapping.ts';
import { MAPPING_TARGETS } from './mapping-targets.ts';
import { buildMapping, buildOwnField } from './testing/build-mapping.ts';

function ready(target: FieldMapping['target'], type: string, more: Partial<FieldMapping> = {}): ReadyMapping {
  const field = buildOwnField('Own__c', type);
  const checked = checkMapping(buildMapping(target, 'Own__c', more), field, { hasCurrencies: false }).ready;
  if (!checked) throw new Error(`${target} from ${type} is refused`);
  return checked;
}
const convert = (mapping: ReadyMapping, value: string | number | null) =>
  convertValue({ value, name: null }, mapping);

const arr = ready('ARR', 'currency');
const day = ready('Renewal Date', 'date');
const ofTen = ready('Health', 'double', { highest: 10 });
const health = ready('Health', 'percent');
const light = ready('Health', 'picklist', { values: 'Green = 90\nYellow = 55' });
const tier = ready('Tier', 'picklist', { values: 'Gold = Strategic\nA = B = Scale' });
const csm = ready('CSM', 'reference');

describe('an own value', () => {
  test.each([
    ['an amount', arr, 1200.5, 1200.5],
    ['an amount, to the cent', arr, 10.129, 10.13],
    ['no ARR at all', arr, 0, 0],
    ['a day', day, '2027-03-31', '2027-03-31'],
    ['the day of a time', day, '2027-03-31T22:00:00.000+0000', '2027-03-31'],
    ['the worst of ten', ofTen, 0, 0],
    ['seven and a half of ten', ofTen, 7.5, 75],
    ['the best of ten', ofTen, 10, 100],
    ['a percentage', health, 85.4, 85],
    ['a light', light, 'green', 90],
    ['a word of ours', tier, 'ENTERPRISE', 'Enterprise'],
    ['a word of theirs', tier, ' Gold ', 'Strategic'],
    ['a word with an equals sign', tier, 'a = b', 'Scale'],
    ['a person', csm, '005000000000001AAA', '005000000000001AAA'],
  ] as const)('that is %s is read', (_, mapping, own, value) => {
    expect(convert(mapping, own)).toEqual({ ok: true, value });
  });

  test.each([
    ['ARR below 0', arr, -1, 'Own__c is -1; expected 0 to 10000000000000'],
    ['ARR beyond what a field holds', arr, 1e14, 'expected 0 to'],
    ['a text for a number', arr, '12', 'Own__c is "12", no number'],
    ['a text for a day', day, 'soon', 'Own__c is "soon", no date'],
    ['eleven of ten', ofTen, 11, 'Own__c is 11; expected 0 to 10'],
    ['a health below 0', health, -0.1, 'expected 0 to 100'],
    ['a light that is not mapped', light, 'Red', 'Own__c is "Red", which stands for no Health'],
    ['a word that every object knows', tier, 'constructor', 'stands for no Tier'],
    ['a word that is nobody', tier, '__proto__', 'stands for no Tier'],
  ] as const)('that is %s cannot be read, and says why', (_, mapping, own, problem) => {
    const converted = convert(mapping, own);
    expect(converted.ok ? '' : converted.problem).toContain(problem);
  });

  test.each([arr, day, ofTen, light, tier, csm])('that is empty empties the field: %#', (mapping) => {
    expect(convert(mapping, null)).toEqual({ ok: true, value: null });
    expect(convert(mapping, '')).toEqual({ ok: true, value: null });
  });
});

describe('whatever stands in the org', () => {
  test('a health that is read is a whole number from 0 to 100, and grows with the own value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: -10, max: 200_000 }),
        fc.integer({ min: -10, max: 200_000 }),
        (highest, a, b) => {
          const mapping = ready('Health', 'double', { highest });
          const read = [Math.min(a, b), Math.max(a, b)].map((own) => {
            const converted = convert(mapping, own);
            expect(converted.ok).toBe(own >= 0 && own <= highest);
            return converted.ok ? Number(converted.value) : null;
          });
          const values = read.filter((value) => value !== null);
          expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= 100)).toBe(true);
          expect(values).toEqual(values.toSorted((one, other) => one - other));
        },
      ),
    );
  });

  test('a choice that is read is one of ours', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.dictionary(fc.string(), fc.constantFrom('Scale', 'growth')),
        (word, map) => {
          const values = Object.entries(map)
            .map(([own, ours]) => `${own} = ${ours}`)
            .join('\n');
          const field = buildOwnField('Own__c', 'string');
          const checked = checkMapping(buildMapping('Tier', 'Own__c', { values }), field, {
            hasCurrencies: false,
          });
          if (!checked.ready) return;
          const read = convert(checked.ready, word);
          if (!read.ok || read.value === null) return;
          const { choices } = MAPPING_TARGETS.find(({ name }) => name === 'Tier') ?? { choices: [] };
          expect(choices).toContain(read.value);
        },
      ),
    );
  });

  test('an amount of whole cents comes out as it went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (cents) => {
        expect(convert(arr, cents / 100)).toEqual({ ok: true, value: cents / 100 });
      }),
    );
  });
});
