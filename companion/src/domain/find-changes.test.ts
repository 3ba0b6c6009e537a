import { describe, expect, test } from '@jest/globals';
import { addDays } from './dates.ts';
import { findChanges } from './find-changes.ts';
import { scoreRisk } from './score-risk.ts';
import type { AccountSignals } from './signals.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import {
  AS_OF,
  buildAnswer,
  buildCase,
  buildHealthScore,
  buildRun,
  buildTouch,
  WORKED_EXAMPLE,
} from './testing/build-signals.ts';

const TOMORROW = addDays(AS_OF, 1);

function changesTo(
  changed: Partial<AccountSignals>,
  { from = WORKED_EXAMPLE, asOf = AS_OF, config = STARTER_CONFIG } = {},
) {
  const now = { ...from, ...changed };
  const before = { risk: scoreRisk(from, STARTER_CONFIG, AS_OF), signals: from };
  const after = { risk: scoreRisk(now, config, asOf), signals: now };
  const byOldConfig = config === STARTER_CONFIG ? null : scoreRisk(now, STARTER_CONFIG, asOf);
  return findChanges(before, after, asOf, byOldConfig);
}
const causeOf = (factor: string, changes: ReturnType<typeof changesTo>) =>
  changes.find((each) => each.factor === factor)?.cause;

const [escalated, medium] = WORKED_EXAMPLE.cases as [
  ReturnType<typeof buildCase>,
  ReturnType<typeof buildCase>,
];

describe('what moved a score', () => {
  test.each([
    [
      'a new case',
      'support',
      { cases: [...WORKED_EXAMPLE.cases, buildCase({ id: '500N', label: '0009' })] },
      'Case 0009 was opened',
    ],
    [
      'a closed case',
      'support',
      { cases: [escalated, { ...medium, open: false }] },
      'Case 00001001 was closed',
    ],
    [
      'an escalation',
      'support',
      { cases: [escalated, { ...medium, escalated: true }] },
      'Case 00001001 was escalated',
    ],
    ['a deleted case', 'support', { cases: [escalated] }, 'Case 00001001 was deleted or moved'],
    ['an NPS answer', 'sentiment', { nps: { score: 9, on: AS_OF } }, 'NPS answer 9 came in'],
    [
      'a touchpoint',
      'engagement',
      { activities: [buildTouch(AS_OF, { id: '00TN', label: 'Call with Ana' })] },
      'Call with Ana on 2026-11-22 was a touchpoint',
    ],
    ['a plan', 'engagement', { nextScheduled: TOMORROW }, 'The next touchpoint was planned for 2026-11-23'],
    [
      'a renewal',
      'renewal',
      { renewalDate: '2027-11-22' },
      'The renewal moved from 2027-02-04 to 2027-11-22',
    ],
    [
      'a judgement',
      'judgement',
      { healthScores: [...WORKED_EXAMPLE.healthScores, buildHealthScore(AS_OF, 70, 'Manual')] },
      'Health was set to 70 by hand',
    ],
    [
      'a typed health',
      'judgement',
      { enteredHealth: { value: 70, on: AS_OF } },
      'Health was set to 70 by hand',
    ],
    [
      'a step of a playbook',
      'recovery',
      { runs: [buildRun('2026-11-20', [AS_OF, null])] },
      'Rescue was started',
    ],
    [
      'deleted usage',
      'adoption',
      { usage: WORKED_EXAMPLE.usage.slice(1) },
      'Usage from 2026-10-01 was deleted',
    ],
  ] as [string, string, Partial<AccountSignals>, string][])('names %s', (_what, factor, changed, text) => {
    expect(causeOf(factor, changesTo(changed))).toMatchObject({ kind: 'signal', text });
  });

  test('names the NPS answer that came in, not what the account makes of it', () => {
    const answer = buildAnswer(AS_OF, 9);
    const changes = changesTo({ npsAnswers: [answer], nps: { score: 9, on: AS_OF } });
    expect(causeOf('sentiment', changes)).toMatchObject({
      text: 'NPS answer 9 came in',
      records: [{ object: 'CS_NPS_Response__c', id: answer.id }],
    });
    const from = { ...WORKED_EXAMPLE, npsAnswers: [answer] };
    expect(causeOf('sentiment', changesTo({ npsAnswers: [] }, { from }))?.text).toBe(
      'NPS answer 9 was deleted',
    );
  });

  test('links the record that it came from', () => {
    const added = buildCase({ id: '500N', label: '0009' });
    const changes = changesTo({ cases: [...WORKED_EXAMPLE.cases, added] });
    expect(causeOf('support', changes)?.records).toEqual([{ object: 'Case', id: '500N', label: '0009' }]);
  });

  test('tells a step that was done from the start of the playbook', () => {
    const from = { ...WORKED_EXAMPLE, runs: [buildRun('2026-11-20', [null, null])] };
    const changes = changesTo({ runs: [buildRun('2026-11-20', [AS_OF, null])] }, { from });
    expect(causeOf('recovery', changes)?.text).toBe('Rescue moved on: Step 1');
  });

  test('counts what happened beside the first of it', () => {
    const more = ['A', 'B', 'C'].map((id) => buildCase({ id, label: id, escalated: true }));
    expect(causeOf('support', changesTo({ cases: more }))?.text).toBe(
      'Case A was opened and escalated, and 4 more',
    );
  });

  test('puts it down to time where nothing happened', () => {
    const changes = changesTo({}, { asOf: addDays(AS_OF, 9) });
    expect(changes.length).toBeGreaterThan(2);
    expect(causeOf('engagement', changes)).toEqual({
      kind: 'time',
      text: 'Time passed: Last touchpoint 54 days ago, due every 30',
      records: [],
    });
  });

  test('explains momentum by the health that moved', () => {
    const changes = changesTo({ enteredHealth: { value: 70, on: AS_OF } });
    expect(causeOf('momentum', changes)).toMatchObject({ kind: 'signal', text: 'Health went from 45 to 70' });
  });

  test('tells a weight that changed because another factor did', () => {
    const changes = changesTo({ nps: null });
    expect(causeOf('sentiment', changes)?.text).toBe('The NPS answer was removed');
    expect(causeOf('adoption', changes)).toMatchObject({
      kind: 'weights',
      text: 'Its weight changed: Sentiment cannot be told any more',
    });
  });

  test('puts what another configuration did down to it, and what happened to what happened', () => {
    const config = {
      ...STARTER_CONFIG,
      weights: {
        ...STARTER_CONFIG.weights,
        adoption: { value: 0.02, reason: 'ours' },
        support: { value: 0.36, reason: 'ours' },
      },
    };
    const changes = changesTo({ nps: { score: 10, on: AS_OF } }, { config });
    expect(causeOf('adoption', changes)?.kind).toBe('configuration');
    expect(causeOf('support', changes)?.kind).toBe('configuration');
    expect(causeOf('sentiment', changes)?.text).toBe('NPS answer 10 came in');
  });
});
