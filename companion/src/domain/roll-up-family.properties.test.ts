import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import { BANDS } from './band.ts';
import { ROLL_UPS, type Family, type FamilyMember } from './family.ts';
import { because } from './reasoned.ts';
import { rollUpFamily, type FamilyRisk } from './roll-up-family.ts';
import { STARTER_CONFIG } from './starter-config.ts';

const scored = fc.record({ score: fc.integer({ min: 0, max: 100 }), band: fc.constantFrom(...BANDS) });
const anyMember = fc
  .tuple(
    fc.oneof(scored, fc.constant({ score: null, band: null })),
    fc.record({
      name: fc.string({ maxLength: 20 }),
      level: fc.nat({ max: 3 }),
      status: fc.constantFrom('Active', 'Renewing', 'Churned', null),
      // In cents, as an org keeps it.
      arr: fc.oneof(
        fc.integer({ min: -1_000, max: 1e11 }).map((cents) => cents / 100),
        fc.constant(null),
      ),
    }),
  )
  .map(([risk, about]) => ({ ...about, ...risk }));
const anyFamily = fc.array(anyMember, { minLength: 1, maxLength: 12 }).map((all): Family => ({
  accountId: '001A',
  tier: null,
  members: all.map((each, index): FamilyMember => ({
    ...each,
    accountId: `001${String.fromCharCode(65 + index)}`,
  })),
  isCut: false,
  isTooLarge: false,
}));
const anyRollUp = fc.constantFrom(...ROLL_UPS);

const roll = (family: Family, rollUp: (typeof ROLL_UPS)[number]) =>
  rollUpFamily(family, { ...STARTER_CONFIG, rollUp: because(rollUp, 'a test') });
const outcome = ({ score, band, arr, driver }: FamilyRisk) => JSON.stringify([score, band, arr, driver]);
const counting = ({ parts }: FamilyRisk) => parts.filter(({ leftOut }) => leftOut === null);

describe('rollUpFamily, for any family,', () => {
  test('lies within the lowest and the highest score of those that count', () => {
    fc.assert(
      fc.property(anyFamily, anyRollUp, (family, rollUp) => {
        const risk = roll(family, rollUp);
        const scores = counting(risk).map(({ score }) => score ?? Number.NaN);
        return (
          risk.score === null || (risk.score >= Math.min(...scores) && risk.score <= Math.max(...scores))
        );
      }),
    );
  });

  test('is made up exactly of the points of its accounts, in tenths', () => {
    fc.assert(
      fc.property(anyFamily, anyRollUp, (family, rollUp) => {
        const { score, parts } = roll(family, rollUp);
        const tenths = parts.map(({ points }) => points * 10);
        const isWhole = tenths.every((value) => value >= 0 && Math.abs(value - Math.round(value)) < 1e-9);
        return isWhole && tenths.reduce((sum, each) => sum + Math.round(each), 0) === (score ?? 0) * 10;
      }),
    );
  });

  test('is the same whatever the order of its accounts', () => {
    fc.assert(
      fc.property(anyFamily, anyRollUp, fc.infiniteStream(fc.nat()), (family, rollUp, chance) => {
        const shuffled = family.members
          .map((member) => ({ member, at: Number(chance.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ member }) => member);
        return (
          JSON.stringify(roll({ ...family, members: shuffled }, rollUp)) ===
          JSON.stringify(roll(family, rollUp))
        );
      }),
    );
  });

  test('never takes what is not known for zero: leaving such accounts out changes nothing but the counts', () => {
    fc.assert(
      fc.property(anyFamily, anyRollUp, (family, rollUp) => {
        const risk = roll(family, rollUp);
        const left = new Set(counting(risk).map(({ accountId }) => accountId));
        const known = { ...family, members: family.members.filter(({ accountId }) => left.has(accountId)) };
        const { score, band, driver } = roll(known, rollUp);
        return JSON.stringify([score, band, driver]) === JSON.stringify([risk.score, risk.band, risk.driver]);
      }),
    );
  });

  test('leaves churned customers out of everything but their own count', () => {
    fc.assert(
      fc.property(anyFamily, anyRollUp, (family, rollUp) => {
        const staying = { ...family, members: family.members.filter(({ status }) => status !== 'Churned') };
        const [all, without] = [roll(family, rollUp), roll(staying, rollUp)];
        return outcome(all) === outcome(without) && all.accounts + all.churned === family.members.length;
      }),
    );
  });

  test('weighted by ARR, never falls when the score of an account rises', () => {
    fc.assert(
      fc.property(anyFamily, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 100 }), (family, which, by) => {
        const members = family.members.map((member, index) =>
          index === which && member.score !== null
            ? { ...member, score: Math.min(100, member.score + by) }
            : member,
        );
        const [before, after] = [
          roll(family, 'Weighted by ARR').score,
          roll({ ...family, members }, 'Weighted by ARR').score,
        ];
        return (after ?? -1) >= (before ?? -1);
      }),
    );
  });

  test('takes the worst band of those that count, where the worst child counts', () => {
    fc.assert(
      fc.property(anyFamily, (family) => {
        const risk = roll(family, 'Worst Child');
        const ranks = counting(risk).map(({ band }) => (band ? BANDS.indexOf(band) : -1));
        return risk.band === null ? ranks.length === 0 : BANDS.indexOf(risk.band) === Math.max(...ranks);
      }),
    );
  });
});
