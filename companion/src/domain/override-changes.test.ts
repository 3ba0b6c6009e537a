import { describe, expect, test } from '@jest/globals';
import type { RiskBand } from './band.ts';
import { findOverrideChange } from './override-changes.ts';
import { buildOverride } from './testing/build-signals.ts';

const CALCULATED: RiskBand = 'At Risk';
const plain = (asOf: string) => ({ score: 77, band: CALCULATED, asOf });
const byHand = (asOf: string, band: RiskBand = 'Watch', recordId = 'a1') => ({
  ...plain(asOf),
  band,
  override: {
    band,
    calculated: CALCULATED,
    by: 'Dana Reyes',
    reason: 'The renewal is signed',
    setOn: '2026-11-22',
    expiresOn: '2026-12-22',
    recordId,
  },
});

describe('findOverrideChange', () => {
  test('records that a band was set by hand, by whom, until when, against which rules and why', () => {
    expect(findOverrideChange(plain('2026-11-22'), byHand('2026-11-22'), undefined)).toEqual({
      type: 'Risk Band',
      from: 'At Risk',
      to: 'Watch',
      reason: 'Set by hand by Dana Reyes until 2026-12-22; the rules say At Risk (77). The renewal is signed',
    });
  });

  test('records the return of the calculated band when it has expired', () => {
    expect(
      findOverrideChange(byHand('2026-12-22'), plain('2026-12-23'), buildOverride({ id: 'a1' })),
    ).toEqual({
      type: 'Risk Band',
      from: 'Watch',
      to: 'At Risk',
      reason: 'The band set by hand expired on 2026-12-22; the rules say At Risk (77).',
    });
  });

  test('says who ended it before its day, or that its record is gone', () => {
    const ended = buildOverride({ id: 'a1', endedOn: '2026-11-24', endedBy: 'Helen Okafor' });
    const [before, now] = [byHand('2026-11-23'), plain('2026-11-24')];
    expect(findOverrideChange(before, now, ended)?.reason).toMatch(/was ended by Helen Okafor; the rules/);
    expect(findOverrideChange(before, now, undefined)?.reason).toMatch(/was deleted; the rules/);
  });

  test('records both ends of one that says what the rules say as a change of its own, which no band is', () => {
    const held = byHand('2026-11-22', 'At Risk');
    expect(findOverrideChange(plain('2026-11-22'), held, undefined)).toMatchObject({
      type: 'Risk Override',
      from: 'At Risk, calculated',
      to: 'At Risk, by hand',
    });
    expect(findOverrideChange(held, plain('2026-12-23'), undefined)).toMatchObject({
      type: 'Risk Override',
      from: 'At Risk, by hand',
      to: 'At Risk, calculated',
    });
  });

  test('records one that takes the place of another', () => {
    const change = findOverrideChange(byHand('2026-11-22'), byHand('2026-11-23', 'Healthy', 'a2'), undefined);
    expect(change).toMatchObject({ type: 'Risk Band', from: 'Watch', to: 'Healthy' });
  });

  test('has nothing to record while the same one holds, or none does', () => {
    expect(findOverrideChange(byHand('2026-11-22'), byHand('2026-11-23'), undefined)).toBeNull();
    expect(findOverrideChange(plain('2026-11-22'), plain('2026-11-23'), undefined)).toBeNull();
  });
});
