import { describe, expect, test } from '@jest/globals';
import { deriveFamilyFields, NO_FAMILY_FIELDS, tellFamily, tellTheSame } from './family-fields.ts';
import type { Family, RollUp } from './family.ts';
import { because } from './reasoned.ts';
import { rollUpFamily } from './roll-up-family.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { buildFamily, buildMember } from './testing/build-family.ts';

const roll = (family: Family, rollUp: RollUp) =>
  rollUpFamily(family, { ...STARTER_CONFIG, rollUp: because(rollUp, 'a test') });
const worst = (family: Family) => roll(family, 'Worst Child');
const byArr = (family: Family) => roll(family, 'Weighted by ARR');

const AT_RISK = { score: 71, band: 'At Risk' } as const;
const WATCH = { score: 50, band: 'Watch' } as const;
const UNSCORED = { score: null, band: null };

describe('the worst child', () => {
  test.each([
    ['the highest score', buildFamily({}, AT_RISK, WATCH), 71, 'At Risk', '0011'],
    ['the account itself, where it is the worst', buildFamily(AT_RISK, WATCH), 71, 'At Risk', '0010'],
    ['a child below a child', buildFamily({}, {}, { ...WATCH, level: 2 }), 50, 'Watch', '0012'],
    [
      'a band set by hand before a higher score that nobody worries about',
      buildFamily({ score: 65, band: 'Watch' }, { score: 30, band: 'At Risk' }),
      ...([30, 'At Risk', '0011'] as const),
    ],
    [
      'of two alike the one that pays more',
      buildFamily(WATCH, { ...WATCH, arr: 2_000 }),
      50,
      'Watch',
      '0011',
    ],
    ['not one without a score', buildFamily(WATCH, UNSCORED), 50, 'Watch', '0010'],
    ['not one that has churned', buildFamily({}, { ...AT_RISK, status: 'Churned' }), 10, 'Healthy', '0010'],
    ['a score of 0 like any other', buildFamily({ score: 0 }, UNSCORED), 0, 'Healthy', '0010'],
    ['nobody, where none has a score', buildFamily(UNSCORED, UNSCORED), null, null, undefined],
  ])('is %s', (_what, family, score, band, driver) => {
    const risk = worst(family);
    expect([risk.score, risk.band, risk.driver?.accountId]).toEqual([score, band, driver]);
  });
});

describe('the mean by ARR', () => {
  test.each([
    ['weighs each by what it pays', buildFamily({ score: 20, arr: 3_000 }, { score: 80 }), 35, 'Healthy'],
    ['names its band by the thresholds', buildFamily(AT_RISK, { ...AT_RISK, score: 79 }), 75, 'At Risk'],
    ['leaves out one without ARR', buildFamily({ score: 20 }, { ...AT_RISK, arr: null }), 20, 'Healthy'],
    [
      'leaves out one without a score',
      buildFamily({ score: 20 }, { ...UNSCORED, arr: 9_000 }),
      20,
      'Healthy',
    ],
    ['leaves out churned ones', buildFamily({ score: 20 }, { ...AT_RISK, status: 'Churned' }), 20, 'Healthy'],
    ['lets an ARR of 0 weigh nothing', buildFamily({ score: 20 }, { ...AT_RISK, arr: 0 }), 20, 'Healthy'],
    ['lets a credit weigh nothing', buildFamily({ score: 20 }, { ...AT_RISK, arr: -5_000 }), 20, 'Healthy'],
    ['is not known where nobody has ARR', buildFamily({ arr: null }, { ...AT_RISK, arr: null }), null, null],
  ])('%s', (_what, family, score, band) => {
    expect(byArr(family)).toMatchObject({ score, band });
  });

  test('takes the thresholds of the tier of the account on which the family stands', () => {
    const config = {
      ...STARTER_CONFIG,
      rollUp: because('Weighted by ARR' as const, 'a test'),
      tiers: { Strategic: { 'bands.watchFrom': because(20, 'a test') } },
    };
    const family = buildFamily({ score: 25 }, { score: 25 });
    expect(rollUpFamily(family, config).band).toBe('Healthy');
    expect(rollUpFamily({ ...family, tier: 'Strategic' }, config).band).toBe('Watch');
  });

  test('is made of the points of each account, to the tenth', () => {
    const family = buildFamily({ score: 20, arr: 3_000 }, { score: 80 }, { ...AT_RISK, arr: null }, UNSCORED);
    expect(byArr(family).parts.map(({ name, points, leftOut }) => [name, points, leftOut])).toEqual([
      ['Acme 1', 20, null],
      ['Acme 0', 15, null],
      ['Acme 2', 0, 'no ARR'],
      ['Acme 3', 0, 'no score'],
    ]);
  });
});

describe('the example of docs/metrics.md', () => {
  const family = buildFamily(
    { score: 20, arr: 300_000 },
    { ...AT_RISK, arr: 120_000 },
    { ...WATCH, arr: null },
    { score: 90, band: 'At Risk', status: 'Churned', arr: 0 },
  );
  test('comes out as it is told', () => {
    expect(worst(family)).toMatchObject({ score: 71, band: 'At Risk' });
    const mean = byArr(family);
    expect(mean).toMatchObject({ score: 35, band: 'Healthy' });
    expect(mean.parts.slice(0, 2).map(({ points }) => points)).toEqual([20.5, 14.5]);
  });
});

describe('what is said of a family', () => {
  test('counts its customers and their ARR, and beside them what is not known', () => {
    const family = buildFamily(
      {},
      UNSCORED,
      { arr: null },
      { status: 'Churned', arr: 500 },
      { arr: 0.1 },
      { arr: 0.2 },
    );
    expect(worst(family)).toMatchObject({
      accounts: 5,
      churned: 1,
      withoutScore: 1,
      withoutArr: 1,
      arr: 2_000.3,
    });
    expect(worst(buildFamily({ arr: null }, { arr: null })).arr).toBeNull();
  });

  test.each([
    ['Acme 1 is the worst of 2 accounts, at 71.', worst(buildFamily({}, AT_RISK))],
    ['This account itself is the worst of 2 accounts, at 71.', worst(buildFamily(AT_RISK, {}))],
    [
      'Acme 1 is the worst of 3 accounts, at 71. Left out: 1 account without a score, 2 churned customers.',
      worst(buildFamily({}, AT_RISK, UNSCORED, { status: 'Churned' }, { status: 'Churned' })),
    ],
    ['No customer of this family has a score.', worst(buildFamily(UNSCORED, UNSCORED)), true],
    [
      'Acme 1 adds most, 40 of 45 points, in the mean of 3 accounts by ARR. Left out: 1 account without ARR.',
      byArr(buildFamily({}, { score: 80 }, { arr: null })),
    ],
    [
      'No customer of this family has both a score and ARR.',
      byArr(buildFamily({ arr: null }, UNSCORED)),
      true,
    ],
    [
      'Acme 1 is the worst of 2 accounts, at 71. Left out: what lies deeper than 10 levels.',
      worst({ ...buildFamily({}, AT_RISK), isCut: true }),
    ],
    [
      'More than 2000 accounts are below this one: no family is told of so many.',
      worst({ ...buildFamily(), isTooLarge: true }),
    ],
  ])('reads "%s"', (text, risk, goesOn = false) => {
    expect(goesOn ? tellFamily(risk).slice(0, text.length) : tellFamily(risk)).toBe(text);
  });

  test('fits the field, whatever the length of a name', () => {
    const risk = worst(
      buildFamily({}, { ...AT_RISK, name: 'A'.repeat(255) }, UNSCORED, { status: 'Churned' }),
    );
    expect(tellFamily(risk)).toHaveLength(
      `${'A'.repeat(79)}…`.length +
        tellFamily(worst(buildFamily({}, AT_RISK, UNSCORED, { status: 'Churned' }))).length -
        'Acme 1'.length,
    );
    expect(tellFamily(risk).length).toBeLessThanOrEqual(255);
  });

  test('is no news on another day, nor where there is none', () => {
    const risk = worst(buildFamily({}, AT_RISK));
    const fields = deriveFamilyFields(risk, '2026-11-22');
    expect(fields).toMatchObject({
      CS_Family_Risk__c: 71,
      CS_Family_Accounts__c: 2,
      CS_Family_Driver__c: '0011',
    });
    expect(tellTheSame(fields, deriveFamilyFields(risk, '2026-11-23'))).toBe(true);
    expect(tellTheSame(fields, deriveFamilyFields(worst(buildFamily({}, WATCH)), '2026-11-22'))).toBe(false);
    expect(tellTheSame(NO_FAMILY_FIELDS, {})).toBe(true);
  });

  test('names the account that decides first, even where it has no points to show', () => {
    const family = buildFamily({ score: 0, band: 'At Risk' }, { score: 30 });
    expect(worst(family)).toMatchObject({ score: 0, driver: { accountId: '0010' } });
    expect(worst({ ...family, members: [buildMember({ score: 3 })] }).driver?.name).toBe('Acme');
  });
});
