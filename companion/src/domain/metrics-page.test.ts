import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { STARTER_EXECUTIVE } from './executive-config.ts';
import { MAX_OVERRIDE_DAYS } from './override.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { settingAt } from './tier-config.ts';
import { STARTER_WORKLOAD } from './workload-config.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const page = readFileSync(path.join(ROOT, 'docs/metrics.md'), 'utf8').replace(/\s+/g, ' ');
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What docs/metrics.md says of a setting; `{}` stands for its value. */
const PHRASES: [path: string, phrase: string, worded?: (value: number) => string][] = [
  ['adoption.utilisationShare', '_{}_ seats', percent],
  ['adoption.utilisationShare', '_{}_ own baseline', (value) => percent(1 - value)],
  ['adoption.fullUtilisation', '0 → 0 up to _{}_ → 100', percent],
  ['adoption.staleAfterDays', 'the newest is over _{} days_ old'],
  ['support.casePoints.high', 'high _{}_'],
  ['support.casePoints.medium', 'medium _{}_'],
  ['support.casePoints.low', 'low _{}_'],
  ['support.escalatedPoints', 'escalated _{}_ more'],
  ['support.agedAfterDays', 'up to 2 after _{} days_'],
  ['support.quietPoints', 'up to _{}_ less for silence'],
  ['support.quietAfterDays', 'from _{} days_ to a year after the last case'],
  ['sentiment.freshDays', 'after _{} days_ it fades to 50'],
  ['sentiment.expiresAfterDays', 'until it expires after _{}_'],
  ['engagement.atCadence', '_{}_ when the cadence is used up'],
  ['engagement.lostAfterCadences', '0 after _{}_ cadences'],
  ['engagement.scheduledBonus', '_{}_ more when the next touchpoint is planned'],
  ['cadenceDays.otherwise', ', else _{} days_'],
  ['judgementValidDays', 'that a person set last, for _{} days_'],
  ['weights.adoption', 'Adoption | _{}_ |'],
  ['weights.support', 'Support | _{}_ |'],
  ['weights.engagement', 'Engagement | _{}_ |'],
  ['weights.sentiment', 'Sentiment | _{}_ |'],
  ['weights.judgement', 'Judgement | _{}_ |'],
  ['weights.momentum', 'Momentum | _{}_ |'],
  ['weights.renewal', 'Renewal | _{}_ |'],
  ['momentum.windowDays', 'through the scores of _{} days_'],
  ['momentum.fullFall', '_{}_ points are 100, rising is 0'],
  ['renewal.farDays', '0 at _{} days_ or more'],
  ['renewal.nearDays', '100 at _{} days_, and when it is past'],
  ['recovery.maxPoints', 'takes off up to _{}_ points'],
  ['recovery.stallsAfterDays', 'until nothing was done for _{} days_'],
  ['shortfall.noneFrom', 'while the measure is _{}_ or better'],
  ['shortfall.fullAt', '100 when it is _{}_ or worse'],
  ['bands.watchFrom', 'Below _{}_ Healthy'],
  ['bands.atRiskFrom', 'below _{}_ Watch, else At Risk'],
  ['bands.margin', 'twice the margin of _{}_ points'],
  ['bands.validDays', '_{} days_ (`validDays` of Bands)'],
  ['trend.steadyWithin', 'the slope is _{}_ points or more'],
];

const normal = (text: string) => text.replace(/ *\| */g, ' | ').trim();

describe('docs/metrics.md', () => {
  test.each(PHRASES)('says what %s is: %s', (setting, phrase, worded = String) => {
    const value = settingAt(STARTER_CONFIG, setting)?.value;
    expect(value).toBeDefined();
    expect(normal(page)).toContain(normal(phrase.replace('{}', worded(Number(value)))));
  });

  test('says the cadence of each tier', () => {
    const days = Object.values(STARTER_CONFIG.cadenceDays.byTier).map(({ value }) => value);
    expect(page).toContain(`else by tier (_${days.join(', ')}_)`);
  });

  test('says at what score an account at the margin gets better again', () => {
    const { watchFrom, atRiskFrom, margin } = STARTER_CONFIG.bands;
    const left = (from: number) => from - 2 * margin.value;
    expect(page).toContain(
      `At Risk is left below ${left(atRiskFrom.value)}, Watch below ${left(watchFrom.value)}.`,
    );
  });

  test('says how much of each band is expected to renew', () => {
    const { Healthy, Watch, 'At Risk': atRisk, unscored } = STARTER_EXECUTIVE.expectedToStay;
    const [healthy, watch, risky, unknown] = [Healthy, Watch, atRisk, unscored].map(({ value }) =>
      percent(value),
    );
    expect(page).toContain(
      `Healthy _${healthy}_, Watch _${watch}_, At Risk _${risky}_, unscored _${unknown}_`,
    );
  });

  test('says the hours of each kind of work', () => {
    const { touchHours, atRiskHours, renewalHours, overdueTouchHours, overdueTaskHours } = STARTER_WORKLOAD;
    expect(page).toContain(`_${touchHours.value} h_ for every touch`);
    expect(page).toContain(`_${atRiskHours.value} h_ more at risk`);
    expect(page).toContain(`_${renewalHours.value} h_ more when it renews`);
    expect(page).toContain(`_${overdueTouchHours.value} h_ more when its touch is overdue`);
    expect(page).toContain(`_${overdueTaskHours.value} h_ for each overdue task`);
  });

  test('says the longest time that a band set by hand may hold', () => {
    expect(page).toContain(`never more than ${MAX_OVERRIDE_DAYS}.`);
  });

  test('names only tests that are there', () => {
    const named = [...page.matchAll(/`([\w.-]+\.test\.ts)`/g)].map((match) => match[1]);
    const files = globSync(['companion/src/**/*.test.ts', 'e2e/**/*.test.ts', 'force-app/**/*.test.ts'], {
      cwd: ROOT,
      exclude: (name) => name === 'node_modules',
    }).map((file) => path.basename(file));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !files.includes(String(name)))).toEqual([]);
  });
});
