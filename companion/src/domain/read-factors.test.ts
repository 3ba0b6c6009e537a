import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anySignals, day } from '../../testing/any-signals.ts';
import { readFactors } from './read-factors.ts';
import type { AccountSignals } from './signals.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, WORKED_EXAMPLE } from './testing/build-signals.ts';

const read = (signals: AccountSignals, asOf = AS_OF) => readFactors(signals, STARTER_CONFIG, asOf);

describe('reading an account again', () => {
  test('says what reading it anew says, whichever of its signals have changed', () => {
    fc.assert(
      fc.property(anySignals, anySignals, fc.nat(), (account, other, which) => {
        const names = Object.keys({ ...account, ...other }) as (keyof AccountSignals)[];
        const name = names[which % names.length]!;
        const changed = { ...account, [name]: other[name] };
        expect(readFactors(changed, STARTER_CONFIG, AS_OF, read(account))).toEqual(read(changed));
      }),
      { numRuns: 1000 },
    );
  });

  test('says on another day what that day says', () => {
    fc.assert(
      fc.property(anySignals, day(1, 200), (account, later) => {
        expect(readFactors(account, STARTER_CONFIG, later, read(account))).toEqual(read(account, later));
      }),
    );
  });

  test('takes over what a change leaves alone', () => {
    const before = read(WORKED_EXAMPLE);
    const { factors } = readFactors({ ...WORKED_EXAMPLE, cases: [] }, STARTER_CONFIG, AS_OF, before);
    expect(factors.support).not.toEqual(before.factors.support);
    expect(factors.adoption).toBe(before.factors.adoption);
    expect(factors.engagement).toBe(before.factors.engagement);
  });
});
