import fc from 'fast-check';
import { addDays } from '../src/domain/dates.ts';
import type { AccountSignals } from '../src/domain/signals.ts';
import {
  AS_OF,
  buildAnswer,
  buildCase,
  buildHealthScore,
  buildRun,
  buildSignals,
  buildTouch,
  buildUsage,
} from '../src/domain/testing/build-signals.ts';

/** A day so many days from the one that tests score as of. */
export const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(AS_OF, days));
const id = fc.string({ minLength: 1, maxLength: 4 });
const percent = fc.integer({ min: 0, max: 100 });

/** Any case of the last year and a bit. */
export const aCase = fc
  .record({
    id,
    openedOn: day(-400, 0),
    open: fc.boolean(),
    priority: fc.constantFrom('High', 'Medium', 'Low', null),
    escalated: fc.boolean(),
  })
  .map(buildCase);
const usage = fc
  .record({ start: day(-200, 0), users: fc.nat(500), seats: fc.nat(500), logins: fc.nat(9000) })
  .map(({ start, users, seats, logins }) =>
    buildUsage(start, { id: `${start}-${users}`, activeUsers: users, licensedSeats: seats, logins }),
  );
const healthScore = fc
  .tuple(day(-120, 0), percent, fc.constantFrom('Manual' as const, 'Calculated' as const))
  .map((parts) => buildHealthScore(...parts));

/** Any answer to an NPS question, some of them still to come. */
export const anAnswer = fc
  .record({
    id,
    on: day(-400, 10),
    score: fc.integer({ min: 0, max: 10 }),
    contactId: fc.constantFrom('A', 'B', null),
  })
  .map(({ on, score: given, ...rest }) => buildAnswer(on, given, rest));
const run = fc
  .record({
    id,
    startedOn: day(-90, 0),
    done: fc.array(fc.option(day(-60, 0)), { maxLength: 5 }),
    status: fc.constantFrom('Active' as const, 'Completed' as const),
  })
  .map(({ startedOn, done, ...known }) => buildRun(startedOn, done, known));
const band = fc.constantFrom('Healthy' as const, 'Watch' as const, 'At Risk' as const, null);

const usageDays = fc.record({
  measure: fc.constantFrom('activeUsers' as const, 'logins' as const),
  from: day(-150, -60),
  values: fc.array(fc.option(fc.nat(500), { freq: 9 }), { minLength: 60, maxLength: 150 }),
});

/** Any signals of an account: a few of everything, or nothing. */
export const anySignals: fc.Arbitrary<AccountSignals> = fc
  .record({
    tier: fc.constantFrom('Strategic', 'Enterprise', 'Growth', 'Scale', 'Other', null),
    cadenceDays: fc.option(fc.integer({ min: 0, max: 120 })),
    renewalDate: fc.option(day(-60, 400)),
    nps: fc.option(fc.record({ score: fc.integer({ min: 0, max: 10 }), on: fc.option(day(-400, 0)) })),
    npsAnswers: fc.uniqueArray(anAnswer, { maxLength: 4, selector: (each) => each.id }),
    nextScheduled: fc.option(day(-10, 60)),
    enteredHealth: fc.option(fc.record({ value: percent, on: day(-40, 0) })),
    activities: fc.array(
      day(-300, 60).map((on) => buildTouch(on, { id: on })),
      { maxLength: 4 },
    ),
    cases: fc.uniqueArray(aCase, { maxLength: 6, selector: (each) => each.id }),
    usage: fc.uniqueArray(usage, { maxLength: 6, selector: (each) => each.id }),
    healthScores: fc.uniqueArray(healthScore, { maxLength: 6, selector: (each) => each.id }),
    runs: fc.uniqueArray(run, { maxLength: 3, selector: (each) => each.id }),
    previousBand: band,
  })
  .chain((known) =>
    fc.option(usageDays).map((days) => buildSignals(days ? { ...known, usageDays: days } : known)),
  );
