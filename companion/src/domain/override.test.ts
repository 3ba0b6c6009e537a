import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BANDS } from './band.ts';
import { explain } from './explanation.ts';
import { readHealthTrend } from './health-trend.ts';
import { calculatedBandOf, findOverride } from './override.ts';
import { giveReason } from './reason.ts';
import { scoreRisk } from './score-risk.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, buildOverride, buildSignals, WORKED_EXAMPLE } from './testing/build-signals.ts';
import type { AccountSignals } from './signals.ts';

const CONFIG = { version: 'starter-1', hash: 'abc', recordId: null };

function explained(signals: AccountSignals, asOf = AS_OF) {
  const risk = scoreRisk(signals, STARTER_CONFIG, asOf);
  const trend = readHealthTrend(signals, risk.health, STARTER_CONFIG, asOf);
  return explain(risk, trend, signals, { scoredAt: `${asOf}T09:00:00.000Z`, asOf }, CONFIG, null);
}

describe('findOverride', () => {
  test.each([
    ['the day before it was set', '2026-11-21', {}, false],
    ['the day it was set', '2026-11-22', {}, true],
    ['its last day', '2026-12-22', {}, true],
    ['the day after its last', '2026-12-23', {}, false],
    ['any day after it was ended', '2026-12-01', { endedOn: '2026-11-30' }, false],
    ['the day it was ended', '2026-11-30', { endedOn: '2026-11-30' }, false],
    ['a day it was set for and ends on', '2026-11-22', { expiresOn: '2026-11-22' }, true],
    ['its 180th day, set for years', '2027-05-21', { expiresOn: '2030-01-01' }, true],
    ['its 181st day, set for years', '2027-05-22', { expiresOn: '2030-01-01' }, false],
  ])('on %s', (_when, day, known, holds) => {
    const signals = buildSignals({ override: buildOverride(known) });
    expect(findOverride(signals, day) !== null).toBe(holds);
  });
});

describe('a band set by hand', () => {
  test('is shown in place of the calculated one, which stands beside it with who set it, why and until when', () => {
    const { score, band, override } = explained({ ...WORKED_EXAMPLE, override: buildOverride() });
    expect([score, band]).toEqual([77, 'Watch']);
    expect(override).toEqual({
      band: 'Watch',
      calculated: 'At Risk',
      by: 'Dana Reyes',
      reason: 'The renewal is signed',
      setOn: '2026-11-22',
      expiresOn: '2026-12-22',
      recordId: 'a12000000000001AAA',
    });
  });

  test('is the reason that lists show', () => {
    const signals = { ...WORKED_EXAMPLE, override: buildOverride() };
    expect(giveReason(explained(signals))).toBe(
      'Set by hand by Dana Reyes until 2026-12-22: The renewal is signed',
    );
    const long = { ...WORKED_EXAMPLE, override: buildOverride({ reason: 'x'.repeat(255) }) };
    expect(giveReason(explained(long))).toHaveLength(255);
  });

  test('leaves no trace in an explanation on which it does not hold', () => {
    const over = { ...WORKED_EXAMPLE, override: buildOverride({ endedOn: '2026-11-22' }) };
    expect(JSON.stringify(explained(over))).toBe(JSON.stringify(explained(WORKED_EXAMPLE)));
  });

  test('is shown of an account that nothing else is known of', () => {
    const { score, band, override } = explained(buildSignals({ override: buildOverride() }));
    expect([score, band, override?.calculated]).toEqual([null, 'Watch', null]);
  });

  test('never changes the score, what it is made of, or the band that the rules go on with', () => {
    const overrides = fc.record({
      band: fc.constantFrom(...BANDS),
      setOn: fc.constantFrom('2026-08-01', AS_OF, '2026-12-01'),
      expiresOn: fc.constantFrom('2026-11-21', AS_OF, '2027-03-01'),
      endedOn: fc.constantFrom(null, AS_OF),
    });
    fc.assert(
      fc.property(overrides, fc.constantFrom(...BANDS, null), (known, previousBand) => {
        const plain = explained({ ...WORKED_EXAMPLE, previousBand });
        const shown = explained({ ...WORKED_EXAMPLE, previousBand, override: buildOverride(known) });
        const { band: _band, override: _override, ...rest } = shown;
        const { band, ...same } = plain;
        expect(rest).toEqual(same);
        expect(calculatedBandOf(shown)).toBe(band);
      }),
    );
  });
});
