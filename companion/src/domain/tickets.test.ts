import { describe, expect, test } from '@jest/globals';
import type { CaseSignal } from './signals.ts';
import { buildSignals } from './testing/build-signals.ts';
import { summariseTickets } from './tickets.ts';

const AS_OF = '2026-11-22';
let made = 0;
const ticket = (openedOn: string, more: Partial<CaseSignal> = {}): CaseSignal => ({
  object: 'Case',
  id: `500${(made += 1)}`,
  label: '00001',
  openedOn,
  open: false,
  priority: 'Medium',
  escalated: false,
  ...more,
});
const sum = (...cases: CaseSignal[]) => summariseTickets(buildSignals({ cases }), AS_OF);

describe('the tickets of an account', () => {
  test('are counted, the escalated only while they are open, with the oldest and the mean age', () => {
    expect(
      sum(
        ticket('2026-11-22', { open: true }),
        ticket('2026-11-12', { open: true, escalated: true }),
        ticket('2026-10-01', { escalated: true }),
      ),
    ).toEqual({ open: 2, escalated: 1, oldestOn: '2026-11-12', averageAgeDays: 5, satisfaction: null });
  });

  test('say nothing of age where none is open, and leave out what is opened later', () => {
    expect(sum(ticket('2026-11-23', { open: true, escalated: true, satisfaction: 'Bad' }))).toEqual({
      ...{ open: 0, escalated: 0, oldestOn: null, averageAgeDays: null, satisfaction: null },
    });
  });

  test.each([
    [['Good'], 100],
    [['Bad'], 0],
    [['Good', 'Good', 'Bad'], 66.7],
    [[], null],
  ] as const)('rated %j, %s percent were good', (ratings, expected) => {
    const rated = ratings.map((satisfaction) => ticket('2026-11-01', { satisfaction }));
    expect(sum(ticket('2026-11-01'), ...rated).satisfaction).toBe(expected);
  });

  test('are rated by those of the last 180 days, the first of them included', () => {
    const rated = (day: string) => sum(ticket(day, { satisfaction: 'Good' })).satisfaction;
    expect([rated('2026-05-26'), rated('2026-05-25')]).toEqual([100, null]);
  });
});
