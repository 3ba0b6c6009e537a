import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { aCase, anAnswer, anySignals as signals, day } from '../../testing/any-signals.ts';
import { isWorse } from './band.ts';
import { addDays } from './dates.ts';
import { scoreRisk } from './score-risk.ts';
import type { AccountSignals } from './signals.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import {
  AS_OF,
  buildCase,
  buildHealthScore,
  buildRun,
  buildSignals,
  buildTouch,
} from './testing/build-signals.ts';

const score = (each: AccountSignals) => scoreRisk(each, STARTER_CONFIG, AS_OF);
/** Risk as a number to compare; both sides of a comparison are known or neither is. */
const riskOf = (each: AccountSignals) => score(each).score ?? -1;

describe('scoreRisk, for any signals,', () => {
  test('stays within 0 and 100', () => {
    fc.assert(fc.property(signals, (each) => riskOf(each) >= -1 && riskOf(each) <= 100));
  });

  test('is made up exactly of its contributions, in tenths, the largest first, and only recovery takes off', () => {
    fc.assert(
      fc.property(signals, (each) => {
        const { score: total, contributions } = score(each);
        const tenths = contributions.map(({ points }) => points * 10);
        const isWhole = tenths.every((value) => Math.abs(value - Math.round(value)) < 1e-9);
        const lowers = contributions.filter(({ points }) => points < 0).map(({ factor }) => factor);
        const isSorted = tenths.every((value, index) => index === 0 || value <= (tenths[index - 1] ?? 0));
        const sum = tenths.reduce((a, b) => a + Math.round(b), 0);
        return (
          isWhole && isSorted && sum === (total ?? 0) * 10 && lowers.every((factor) => factor === 'recovery')
        );
      }),
    );
  });

  test('names every factor once, as a contribution or as missing', () => {
    fc.assert(
      fc.property(signals, (each) => {
        const { score: total, contributions, missing } = score(each);
        const names = [...contributions, ...missing].map(({ factor }) => factor);
        const others = names.filter((name) => name !== 'recovery');
        return new Set(names).size === names.length && (total === null || others.length === 7);
      }),
    );
  });

  test('is the same whatever the order of the records, and each time', () => {
    fc.assert(
      fc.property(signals, (each) => {
        const turned = {
          ...each,
          activities: each.activities.toReversed(),
          cases: each.cases.toReversed(),
          usage: each.usage.toReversed(),
          healthScores: each.healthScores.toReversed(),
          npsAnswers: each.npsAnswers?.toReversed() ?? [],
          runs: (each.runs ?? []).toReversed().map((one) => ({ ...one, steps: one.steps.toReversed() })),
        };
        const first = JSON.stringify(score(each));
        return (
          first === JSON.stringify(score(turned)) && first === JSON.stringify(score(structuredClone(each)))
        );
      }),
    );
  });

  test('never falls when an open case is added where support is known', () => {
    fc.assert(
      fc.property(signals, aCase, (each, extra) => {
        const known = { ...each, cases: [...each.cases, buildCase({ id: 'known', priority: 'Low' })] };
        const worse = { ...known, cases: [...known.cases, { ...extra, open: true }] };
        return riskOf(worse) >= riskOf(known);
      }),
    );
  });

  test('never falls when the NPS that was entered is lower', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: 1, max: 10 }), day(-400, 0), (each, entered, on) => {
        const better = { ...each, npsAnswers: [], nps: { score: entered, on } };
        return riskOf({ ...better, nps: { score: entered - 1, on } }) >= riskOf(better);
      }),
    );
  });

  test('never falls when one of several NPS answers is lower', () => {
    fc.assert(
      fc.property(signals, anAnswer, (each, first) => {
        const rest = each.npsAnswers ?? [];
        const better = { ...each, npsAnswers: [{ ...first, id: 'first', score: 10 }, ...rest] };
        const worse = { ...each, npsAnswers: [{ ...first, id: 'first' }, ...rest] };
        return riskOf(worse) >= riskOf(better);
      }),
    );
  });

  test('never falls when the last touchpoint lies further back', () => {
    fc.assert(
      fc.property(signals, day(-200, 0), fc.integer({ min: 1, max: 90 }), (each, on, days) => {
        const recent = { ...each, activities: [buildTouch(on)] };
        return riskOf({ ...each, activities: [buildTouch(addDays(on, -days))] }) >= riskOf(recent);
      }),
    );
  });

  test('never falls when a judgement is lower', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: 1, max: 100 }), (each, value) => {
        const better = { ...each, healthScores: [], enteredHealth: { value, on: AS_OF } };
        return riskOf({ ...better, enteredHealth: { value: value - 1, on: AS_OF } }) >= riskOf(better);
      }),
    );
  });

  test('never falls when a known renewal comes nearer', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: -60, max: 400 }), fc.nat(60), (each, days, nearer) => {
        const far = { ...each, renewalDate: addDays(AS_OF, days) };
        return riskOf({ ...each, renewalDate: addDays(AS_OF, days - nearer) }) >= riskOf(far);
      }),
    );
  });

  test('never rises when a step of a playbook is done, nor when that was the last one', () => {
    fc.assert(
      fc.property(
        signals,
        day(-30, 0),
        fc.array(fc.option(day(-30, 0)), { maxLength: 4 }),
        (each, from, done) => {
          const before = { ...each, runs: [buildRun(from, [...done, null])] };
          const steps = buildRun(from, [...done, AS_OF]);
          const status = done.includes(null) ? ('Active' as const) : ('Completed' as const);
          return riskOf({ ...each, runs: [{ ...steps, status }] }) <= riskOf(before);
        },
      ),
    );
  });

  test('does not take a measure that is missing for zero: it scores as the others alone do', () => {
    fc.assert(
      fc.property(signals, fc.integer({ min: 0, max: 10 }), (each, answer) => {
        const alone = {
          ...each,
          activities: [],
          cases: [],
          usage: [],
          healthScores: [],
          npsAnswers: [],
          enteredHealth: null,
        };
        const { contributions, missing } = score({
          ...alone,
          renewalDate: null,
          runs: [],
          nps: { score: answer, on: AS_OF },
        });
        const lost = Math.min(1, Math.max(0, (85 - answer * 10) / 55));
        return (
          missing.length === 6 &&
          missing.every(({ weight }) => weight > 0) &&
          contributions.length === 1 &&
          contributions[0]?.points === Math.round(100 * lost)
        );
      }),
    );
  });

  test('weighs a fall more than a low level: points lost in a month against as many points fewer all along', () => {
    const level = fc.integer({ min: 0, max: 85 });
    const fall = fc.integer({ min: 1, max: STARTER_CONFIG.momentum.fullFall.value });
    fc.assert(
      fc.property(level, fall, fc.option(day(-30, 400)), (now, lost, renewalDate) => {
        const weeks = [28, 21, 14, 7];
        const account = (health: number, before: (daysAgo: number) => number) =>
          buildSignals({
            renewalDate,
            enteredHealth: { value: health, on: AS_OF },
            healthScores: weeks.map((days) =>
              buildHealthScore(addDays(AS_OF, -days), before(days), 'Calculated'),
            ),
          });
        const fallen = account(now, (days) => now + (lost * days) / 30);
        const steady = account(now, () => now);
        const lower = account(Math.max(0, now - lost), () => Math.max(0, now - lost));
        return riskOf(fallen) >= riskOf(lower) && riskOf(fallen) > riskOf(steady);
      }),
    );
  });

  test('has a better band for a counterfactual, and a worse one for what would tip it', () => {
    fc.assert(
      fc.property(signals, (each) => {
        const { score: total, band: now, counterfactual, alternatives, tipping } = score(each);
        const helping = [...(counterfactual ? [counterfactual] : []), ...alternatives];
        return (
          helping.every((move) => move.score < (total ?? -1) && now !== null && isWorse(now, move.band)) &&
          tipping.every((move) => now !== null && isWorse(move.band, now))
        );
      }),
    );
  });
});
