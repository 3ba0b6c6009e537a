import { describe, expect, test } from '@jest/globals';
import {
  carryAlarms,
  findAccountChanges,
  findBandChange,
  findConfigChange,
  type AccountFacts,
} from './account-changes.ts';
import type { Change } from './find-changes.ts';

const FACTS: AccountFacts = {
  owner: { id: '005A', name: 'Ana' },
  csm: { id: '005B', name: 'Ben' },
  tier: 'Growth',
  status: 'Active',
  renewalDate: '2027-02-04',
  lowUsage: false,
  usageDown: false,
};

describe('findAccountChanges', () => {
  test.each([
    [{ owner: { id: '005C', name: 'Cleo' } }, 'Owner', 'Ana', 'Cleo'],
    [{ csm: null }, 'CSM', 'Ben', null],
    [{ tier: 'Enterprise' }, 'Tier', 'Growth', 'Enterprise'],
    [{ status: 'Renewing' }, 'Status', 'Active', 'Renewing'],
    [{ renewalDate: '2028-02-04' }, 'Renewal Date', '2027-02-04', '2028-02-04'],
    [{ usageDown: true }, 'Usage Alarm', null, 'Usage down'],
    [{ usageDown: true, lowUsage: true }, 'Usage Alarm', null, 'Usage low and down'],
  ] as const)('tells %j', (changed, type, from, to) => {
    expect(findAccountChanges(FACTS, { ...FACTS, ...changed })).toEqual([{ type, from, to, reason: null }]);
  });

  test('tells the end of an alarm', () => {
    expect(findAccountChanges({ ...FACTS, lowUsage: true }, FACTS)).toMatchObject([
      { from: 'Usage low', to: null },
    ]);
  });

  test('tells nothing of a first reading, of the same facts, and of a person who changed her name', () => {
    expect(findAccountChanges(null, FACTS)).toEqual([]);
    expect(findAccountChanges(FACTS, structuredClone(FACTS))).toEqual([]);
    expect(findAccountChanges(FACTS, { ...FACTS, owner: { id: '005A', name: 'Ana B.' } })).toEqual([]);
  });

  test('a feed that stops neither raises nor ends an alarm', () => {
    const before = { ...FACTS, usageDown: true };
    const carried = carryAlarms(before, { ...FACTS, lowUsage: null, usageDown: null });
    expect(carried).toEqual(before);
    expect(findAccountChanges(before, carried)).toEqual([]);
  });
});

describe('a change of the band', () => {
  const moved: Change = {
    factor: 'support',
    label: 'Support',
    delta: 6.2,
    cause: { kind: 'signal', text: 'Case 0009 was opened', records: [] },
  };

  test('says from where to where, and what moved the score most', () => {
    const change = findBandChange(
      { score: 65, band: 'Watch' },
      { score: 72, band: 'At Risk', changes: [moved] },
    );
    expect(change).toEqual({
      type: 'Risk Band',
      from: 'Watch',
      to: 'At Risk',
      reason: 'Risk went from 65 to 72: Support +6.2. Case 0009 was opened.',
    });
  });

  test('is none while the band stays, and where there was none', () => {
    const now = { score: 72, band: 'At Risk' as const, changes: [moved] };
    expect(findBandChange({ score: 71, band: 'At Risk' }, now)).toBeNull();
    expect(findBandChange({ score: null, band: null }, now)).toBeNull();
  });

  test('keeps within the length of the field', () => {
    const cause = { ...moved.cause, text: 'x'.repeat(400) };
    const now = { score: 72, band: 'At Risk' as const, changes: [{ ...moved, cause }] };
    expect(findBandChange({ score: 65, band: 'Watch' }, now)?.reason).toHaveLength(255);
  });
});

test('a change of configuration is told only where it moved the account', () => {
  const versions = { from: 'ours-1', to: 'ours-2' };
  const before = { score: 65, band: 'Watch' as const };
  expect(findConfigChange(versions, before, before)).toBeNull();
  expect(findConfigChange(versions, before, { score: 58, band: 'Watch' })).toMatchObject({
    type: 'Scoring Configuration',
    reason: 'Under the other configuration the risk is 58 (Watch) instead of 65 (Watch).',
  });
});
