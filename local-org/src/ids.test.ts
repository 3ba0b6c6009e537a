import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyPrefixOf, makeId, normalizeId, requireId } from './ids.ts';

describe('an Id', () => {
  // https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/field_types.htm
  test.each([
    ['001A0000006Vm9r', '001A0000006Vm9rIAC'],
    ['00D000000000001', '00D000000000001EAA'],
    ['aaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaAAA'],
    ['AAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAA555'],
  ])('of 15 characters %s gets its checksum %s', (short, long) => {
    expect(normalizeId(short)).toBe(long);
  });

  test('whose case was lost gets it back from the checksum', () => {
    expect(normalizeId('001A0000006VM9RIAC')).toBe('001A0000006Vm9rIAC');
    expect(normalizeId('001a0000006vm9riac')).toBe('001A0000006Vm9rIAC');
  });

  test('made for a counter is 18 characters long, keeps its prefix and is nobody else’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (one, two) => {
        const id = makeId('a0B', one);
        expect([id.length, keyPrefixOf(id), normalizeId(id.slice(0, 15))]).toEqual([18, 'a0B', id]);
        expect(makeId('a0B', two) === id).toBe(one === two);
      }),
    );
  });

  test.each(['', 'short', '001A0000006Vm9', '001A0000006Vm9rIA', '001A0000006Vm9r!!!', '001A0000006Vm9rI?C'])(
    'is not %p',
    (text) => {
      expect(normalizeId(text)).toBeUndefined();
      expect(() => requireId(text, 'Account ID')).toThrow(`Account ID: id value of incorrect type: ${text}`);
    },
  );
});
