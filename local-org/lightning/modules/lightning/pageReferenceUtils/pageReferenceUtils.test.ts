import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeDefaultFieldValues, encodeDefaultFieldValues } from './pageReferenceUtils.ts';

describe('default field values', () => {
  test('are pairs joined by commas, each value encoded', () => {
    expect(encodeDefaultFieldValues({ Subject: 'Call, then mail', WhatId: '001000000000001AAA' })).toBe(
      'Subject=Call%2C%20then%20mail,WhatId=001000000000001AAA',
    );
  });

  test('come back as they went, whatever they hold', () => {
    const values = fc.dictionary(fc.stringMatching(/^[A-Za-z]\w{0,20}$/), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(values, (given) => {
        expect(decodeDefaultFieldValues(encodeDefaultFieldValues(given))).toEqual({ ...given });
      }),
    );
  });

  test.each(['', 'nonsense'])('%j holds none', (encoded) => {
    expect(decodeDefaultFieldValues(encoded)).toEqual({});
  });
});
