import { describe, expect, test } from '@jest/globals';
import { measureAdoption } from './adoption.ts';
import { addDays } from './dates.ts';
import { findNextTouchpoint, measureEngagement } from './engagement.ts';
import { findManualHealth } from './judgement.ts';
import type { Reading } from './measure.ts';
import { readRenewal } from './renewal.ts';
import { measureSentiment } from './sentiment.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { measureSupport } from './support.ts';
import {
  AS_OF,
  buildAnswer,
  buildCase,
  buildHealthScore,
  buildSignals,
  buildTouch,
  buildUsage,
} from './testing/build-signals.ts';

const ago = (days: number) => addDays(AS_OF, -days);
const valueOf = (reading: Reading) => (reading.known ? reading.value : reading.reason);

describe('adoption', () => {
  const month = (start: string, users: number, seats: number | null = 100) =>
    buildUsage(start, { activeUsers: users, licensedSeats: seats });
  const measure = (...usage: ReturnType<typeof month>[]) =>
    valueOf(measureAdoption(buildSignals({ usage }), STARTER_CONFIG, AS_OF));

  test.each([
    ['all that is needed at 80 % of the seats', [month('2026-10-01', 80)], 100],
    ['half at 40 %', [month('2026-10-01', 40)], 50],
    ['nothing when no seat is used', [month('2026-10-01', 0)], 0],
    ['full seats less a fall to half of the usual', [month('2026-10-01', 80), month('2026-08-01', 160)], 60],
    [
      'the own baseline alone without seats',
      [month('2026-10-01', 75, null), month('2026-08-01', 100, null)],
      50,
    ],
  ])('is %s', (_what, usage, value) => {
    expect(measure(...usage)).toBe(value);
  });

  test('is missing, not zero, without usage, with stale usage, and with one period without seats', () => {
    expect(measure()).toBe('No usage has been recorded');
    expect(measure(month('2026-09-01', 50))).toBe('The last usage is 52 days old');
    expect(measure(month('2026-10-01', 50, null))).toMatch(/neither seats nor earlier periods/);
  });

  test('ignores usage of a future period', () => {
    expect(measure(month('2026-12-01', 50))).toBe('No usage has been recorded');
  });

  test('falls back to logins by day where active users are not counted', () => {
    const usage = [
      buildUsage('2026-11-01', { periodDays: 10, logins: 50 }),
      buildUsage('2026-09-01', { periodDays: 30, logins: 300 }),
    ];
    expect(valueOf(measureAdoption(buildSignals({ usage }), STARTER_CONFIG, AS_OF))).toBe(0);
  });
});

describe('support', () => {
  const measure = (...cases: ReturnType<typeof buildCase>[]) =>
    valueOf(measureSupport(buildSignals({ cases }), STARTER_CONFIG, AS_OF));

  test.each([
    ['a new medium case', [buildCase()], 93],
    ['a new high case', [buildCase({ priority: 'High' })], 88],
    ['a new low case', [buildCase({ priority: 'Low' })], 96],
    ['a case of a priority of the desk’s own, as medium', [buildCase({ priority: 'P2' })], 93],
    ['a medium case after a month, counted twice', [buildCase({ openedOn: ago(30) })], 86],
    ['a medium case after a year, still twice', [buildCase({ openedOn: ago(365) })], 86],
    ['an escalated high case', [buildCase({ priority: 'High', escalated: true })], 73],
    ['only a closed case', [buildCase({ open: false, openedOn: ago(10) })], 100],
    ['silence for a year after a case', [buildCase({ open: false, openedOn: ago(365) })], 80],
  ])('with %s', (_what, cases, value) => {
    expect(measure(...cases)).toBe(value);
  });

  test('stops at 0', () => {
    const cases = Array.from({ length: 20 }, (_, index) =>
      buildCase({ id: `500-${index}`, priority: 'High' }),
    );
    expect(measure(...cases)).toBe(0);
  });

  test('is missing where no case was opened in the last year', () => {
    expect(measure(buildCase({ open: false, openedOn: ago(366) }))).toBe(
      'No case was opened in the last year',
    );
  });

  test('names at most five cases, the oldest first', () => {
    const cases = [1, 2, 3, 4, 5, 6].map((days) => buildCase({ id: `500-${days}`, openedOn: ago(days) }));
    const reading = measureSupport(buildSignals({ cases }), STARTER_CONFIG, AS_OF);
    expect(reading).toMatchObject({ detail: '6 open cases, the oldest 6 days' });
    expect(reading.known && reading.records.map(({ id }) => id)).toEqual([
      '500-6',
      '500-5',
      '500-4',
      '500-3',
      '500-2',
    ]);
  });
});

describe('sentiment', () => {
  test.each([
    [10, 0, 100],
    [10, 90, 100],
    [0, 90, 0],
    [10, 365, 50],
    [0, 365, 50],
  ])('is for NPS %i of %i days ago %i', (score, age, value) => {
    const nps = { score, on: ago(age) };
    expect(valueOf(measureSentiment(buildSignals({ nps }), STARTER_CONFIG, AS_OF))).toBe(value);
  });

  test('is missing without an answer, without its date, and when it is over a year old', () => {
    const reason = (nps: { score: number; on: string | null } | null) =>
      valueOf(measureSentiment(buildSignals({ nps }), STARTER_CONFIG, AS_OF));
    expect(reason(null)).toBe('No NPS answer has been recorded');
    expect(reason({ score: 9, on: null })).toBe('The NPS answer has no date');
    expect(reason({ score: 9, on: ago(366) })).toBe('The last NPS answer is 366 days old');
  });

  const measure = (...npsAnswers: ReturnType<typeof buildAnswer>[]) =>
    measureSentiment(buildSignals({ npsAnswers, nps: { score: 10, on: AS_OF } }), STARTER_CONFIG, AS_OF);

  test('is of several people the mean, each answer faded by its own age, and names the lowest first', () => {
    const answers = [buildAnswer(ago(10), 9), buildAnswer(ago(365), 0), buildAnswer(ago(30), 4)];
    const reading = measure(...answers);
    expect(reading).toMatchObject({
      value: 60,
      detail: 'Mean NPS 4.3 of 3 people, the last 10 days ago',
    });
    expect(reading.known && reading.records.map(({ label }) => label)).toEqual([
      'NPS: 0',
      'NPS: 4',
      'NPS: 9',
    ]);
  });

  test('takes of each person the latest answer, and answers before the NPS of the account', () => {
    const reading = measure(
      buildAnswer(ago(80), 10, { contactId: '003A' }),
      buildAnswer(ago(20), 3, { contactId: '003A' }),
    );
    expect(reading).toMatchObject({ value: 30, detail: 'NPS 3, 20 days ago' });
  });

  test('is missing when every answer expired, or was given after the day in question', () => {
    expect(valueOf(measure(buildAnswer(ago(400), 9)))).toBe('The last NPS answer is 400 days old');
    expect(valueOf(measure(buildAnswer(addDays(AS_OF, 1), 9)))).toBe('No NPS answer has been recorded');
  });
});

describe('engagement', () => {
  const measure = (signals: Parameters<typeof buildSignals>[0]) =>
    valueOf(measureEngagement(buildSignals(signals), STARTER_CONFIG, AS_OF));

  test.each([
    [0, 100],
    [15, 85],
    [30, 70],
    [60, 35],
    [90, 0],
    [200, 0],
  ])('is after %i days, with 30 allowed, %i', (age, value) => {
    expect(measure({ activities: [buildTouch(ago(age))] })).toBe(value);
  });

  test('takes the cadence of the account before that of its tier', () => {
    const activities = [buildTouch(ago(14))];
    expect(measure({ activities, tier: 'Strategic' })).toBe(70);
    expect(measure({ activities, tier: 'Strategic', cadenceDays: 28 })).toBe(85);
  });

  test('counts a next touchpoint within the cadence, and neither a later one nor an open task', () => {
    const activities = [buildTouch(ago(30))];
    expect(measure({ activities, nextScheduled: addDays(AS_OF, 30) })).toBe(80);
    expect(measure({ activities, nextScheduled: addDays(AS_OF, 31) })).toBe(70);
    expect(measure({ activities: [...activities, buildTouch(ago(1), { kind: 'open' })] })).toBe(70);
  });

  test('is missing where nothing was ever recorded', () => {
    expect(measure({})).toBe('No touchpoint has been recorded');
  });

  test('finds the next touchpoint among the plan, the events and the open tasks', () => {
    const signals = buildSignals({
      nextScheduled: addDays(AS_OF, 9),
      activities: [buildTouch(addDays(AS_OF, 5), { kind: 'event' }), buildTouch(addDays(AS_OF, 1))],
    });
    expect(findNextTouchpoint(signals, AS_OF)).toBe(addDays(AS_OF, 5));
  });
});

describe('judgement', () => {
  test.each([
    [30, 45],
    [31, undefined],
  ])('is valid for 30 days: %i days later it is %s', (age, value) => {
    const healthScores = [buildHealthScore(ago(age), 45, 'Manual')];
    expect(findManualHealth(buildSignals({ healthScores }), STARTER_CONFIG, AS_OF)?.value).toBe(value);
  });

  test('takes the latest of what was recorded and what was typed into the account', () => {
    const healthScores = [buildHealthScore(ago(5), 45, 'Manual'), buildHealthScore(ago(1), 90, 'Calculated')];
    const find = (on: string) =>
      findManualHealth(
        buildSignals({ healthScores, enteredHealth: { value: 70, on } }),
        STARTER_CONFIG,
        AS_OF,
      );
    expect(find(ago(4))?.value).toBe(70);
    expect(find(ago(6))?.value).toBe(45);
  });
});

describe('renewal', () => {
  test.each([
    [181, 0],
    [180, 0],
    [105, 50],
    [30, 100],
    [-20, 100],
  ])('weighs %i days ahead %i', (days, value) => {
    const renewalDate = addDays(AS_OF, days);
    expect(valueOf(readRenewal(buildSignals({ renewalDate }), STARTER_CONFIG, AS_OF))).toBe(value);
  });
});
