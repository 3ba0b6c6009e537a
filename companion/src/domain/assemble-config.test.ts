import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assembleConfig, type ConfigValue } from './assemble-config.ts';
import { scoreRisk } from './score-risk.ts';
import { SETTINGS } from './scoring-settings.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, WORKED_EXAMPLE } from './testing/build-signals.ts';
import { configOfTier, settingAt } from './tier-config.ts';

const value = (factor: string, setting: string, to: number, tier: string | null = null): ConfigValue => ({
  record: `RF-${factor}-${setting}`,
  factor,
  setting,
  tier,
  value: to,
  reason: 'ours',
});
const problemsOf = (...values: ConfigValue[]) => {
  const assembled = assembleConfig('ours-1', values);
  return assembled.ok ? [] : assembled.problems;
};
const configOf = (...values: ConfigValue[]) => {
  const assembled = assembleConfig('ours-1', values);
  if (!assembled.ok) throw new Error(assembled.problems.join('; '));
  return assembled.config;
};

/** The records that an org is given to start with, as they are read back from it. */
function readStarterRecords(): { version: string; values: ConfigValue[] } {
  const file = path.join(import.meta.dirname, '..', '..', '..', 'config', 'data', 'scoring-config.json');
  const [root] = (JSON.parse(readFileSync(file, 'utf8')) as { records: [Record<string, never>] }).records;
  const { records } = root['CS_Risk_Factors__r'] as unknown as { records: Record<string, never>[] };
  const values = records.map((record) => ({
    record: record['CS_Key__c'] ?? '',
    factor: record['CS_Factor__c'] ?? '',
    setting: record['CS_Setting__c'] ?? '',
    tier: record['CS_Tier__c'] ?? null,
    value: record['CS_Value__c'] ?? Number.NaN,
    reason: record['CS_Rationale__c'] ?? '',
  }));
  return { version: root['CS_Version__c'] ?? '', values };
}

describe('the records that an org starts with', () => {
  test('say exactly what the starter configuration says, each value once', () => {
    const { version, values } = readStarterRecords();
    expect(assembleConfig(version, values)).toEqual({ ok: true, config: STARTER_CONFIG });
    const ofTiers = Object.values(STARTER_CONFIG.tiers ?? {}).flatMap((own) => Object.keys(own));
    const cadences = Object.keys(STARTER_CONFIG.cadenceDays.byTier);
    expect(values).toHaveLength(SETTINGS.length + cadences.length + ofTiers.length);
  });

  test('cover every value of the configuration', () => {
    const paths = (node: object, prefix = ''): string[] =>
      Object.entries(node).flatMap(([key, inner]) => {
        if (typeof inner !== 'object') return [];
        return 'value' in inner ? [`${prefix}${key}`] : paths(inner as object, `${prefix}${key}.`);
      });
    const settable = SETTINGS.map((setting) => setting.path);
    expect(
      paths(STARTER_CONFIG)
        .filter((each) => !each.startsWith('cadenceDays.byTier') && !each.startsWith('tiers.'))
        .sort(),
    ).toEqual(settable.toSorted());
  });
});

describe('assembleConfig', () => {
  test('takes what records set, and the starter value for the rest', () => {
    const config = configOf(value('Bands', 'atRiskFrom', 65));
    expect(config).toEqual({
      ...STARTER_CONFIG,
      version: 'ours-1',
      bands: { ...STARTER_CONFIG.bands, atRiskFrom: { value: 65, reason: 'ours' } },
    });
  });

  test('sets a value for one tier only, and scores its accounts with it', () => {
    const config = configOf(value('Momentum', 'fullFall', 30, 'Enterprise'));
    expect(configOfTier(config, 'Enterprise').momentum.fullFall.value).toBe(30);
    expect(configOfTier(config, 'Growth').momentum.fullFall.value).toBe(15);
    expect(configOfTier(config, null)).toBe(config);
    const risk = (tier: string) => scoreRisk({ ...WORKED_EXAMPLE, tier }, config, AS_OF).score;
    expect(risk('Enterprise')).toBeLessThan(
      scoreRisk(WORKED_EXAMPLE, STARTER_CONFIG, AS_OF).score ?? Number.NaN,
    );
    expect(risk('Other')).toBe(scoreRisk({ ...WORKED_EXAMPLE, tier: 'Other' }, STARTER_CONFIG, AS_OF).score);
  });

  test('lets a value for all take the place of what the starter configuration has for single tiers', () => {
    const config = configOf(value('Adoption', 'lowUtilisation', 0.35));
    expect(configOfTier(config, 'Strategic').adoption.lowUtilisation.value).toBe(0.35);
    const own = configOf(value('Adoption', 'lowUtilisation', 0.45, 'Enterprise'));
    const least = (tier: string) => configOfTier(own, tier).adoption.lowUtilisation.value;
    expect(['Strategic', 'Enterprise', 'Growth', 'Scale'].map(least)).toEqual([0.5, 0.45, 0.4, 0.3]);
  });

  test('keeps the cadence of a tier beside the general one', () => {
    const config = configOf(
      value('Engagement', 'cadenceDays', 7, 'Strategic'),
      value('Engagement', 'cadenceDays', 60),
    );
    expect(config.cadenceDays.otherwise.value).toBe(60);
    expect(config.cadenceDays.byTier['Strategic']?.value).toBe(7);
    expect(config.cadenceDays.byTier['Growth']?.value).toBe(45);
  });

  test.each([
    [
      [value('Support', 'wieght', 0.2)],
      /^RF-Support-wieght sets "wieght" of Support; expected one of weight, highCasePoints, /,
    ],
    [[value('Luck', 'weight', 0.2)], /"weight" of "Luck"; there is no such factor/],
    [
      [value('Adoption', 'weight', 25)],
      /^RF-Adoption-weight sets Adoption weight to 25; expected a number from 0 to 1$/,
    ],
    [[value('Adoption', 'weight', Number.NaN)], /to NaN; expected a number from 0 to 1/],
    [
      [value('Bands', 'margin', 1), value('Bands', 'margin', 2)],
      /sets Bands margin again, which RF-Bands-margin sets; expected it once/,
    ],
    [
      [value('Adoption', 'weight', 0.5)],
      /^the weights add up to 1.28; expected 1 over all factors but Recovery$/,
    ],
    [[value('Adoption', 'weight', 0.5, 'Scale')], /^for Scale: the weights add up to 1.28/],
    [[value('Bands', 'watchFrom', 67)], /atRiskFrom 70 is too near to watchFrom 67.*twice the margin \(2\)/],
    [[value('Shortfall', 'fullAt', 90)], /Shortfall fullAt is 90; expected less than noneFrom, which is 85/],
    [
      [value('Renewal', 'nearDays', 180)],
      /Renewal nearDays is 180; expected less than farDays, which is 180/,
    ],
    [[value('Sentiment', 'freshDays', 400)], /freshDays is 400; expected less than expiresAfterDays/],
    [[value('Momentum', 'minSpanDays', 90)], /minSpanDays is 90; expected less than windowDays/],
  ])('refuses %j and says what was found and what expected', (values, message) => {
    expect(problemsOf(...values)).toEqual([expect.stringMatching(message)]);
  });

  test('says everything that is wrong at once', () => {
    expect(problemsOf(value('Luck', 'weight', 1), value('Bands', 'margin', 21))).toHaveLength(2);
  });

  test('does not mind the order of the records', () => {
    const { values } = readStarterRecords();
    fc.assert(
      fc.property(fc.shuffledSubarray(values, { minLength: values.length }), (shuffled) => {
        expect(assembleConfig('starter-1', shuffled)).toEqual({ ok: true, config: STARTER_CONFIG });
      }),
      { numRuns: 10 },
    );
  });

  test('accepts the starter value of every setting, so that its limits are not too narrow', () => {
    const own = SETTINGS.map(({ factor, setting, path: at }) =>
      value(factor, setting, settingAt(STARTER_CONFIG, at)?.value ?? Number.NaN),
    );
    expect(problemsOf(...own)).toEqual([]);
  });

  test('tells how accounts roll up, and leaves a configuration that does not as it always was', () => {
    const off = { ok: true, config: { ...STARTER_CONFIG, version: 'v2' } };
    expect(assembleConfig('v2', [], null)).toEqual(off);
    expect(assembleConfig('v2', [], 'Off')).toEqual(off);
    expect(assembleConfig('v2', [], 'Worst Child')).toMatchObject({
      ok: true,
      config: { rollUp: { value: 'Worst Child' } },
    });
    expect(assembleConfig('v2', [], 'Best Child')).toEqual({
      ok: false,
      problems: ['Roll Up is "Best Child"; expected Off, Worst Child, Weighted by ARR'],
    });
  });
});
