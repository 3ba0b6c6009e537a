import { checkConfig } from './check-config.ts';
import { NO_ROLL_UP, ROLL_UPS, type RollUp } from './family.ts';
import { because } from './reasoned.ts';
import type { Reasoned, ScoringConfig } from './scoring-config.ts';
import { CADENCE_PATH, SETTINGS, type Setting } from './scoring-settings.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { withSetting } from './tier-config.ts';

/** One value of a configuration as a record tells it. `record` names the record in messages. */
export interface ConfigValue {
  record: string;
  factor: string;
  setting: string;
  /** Null for every tier without a value of its own. */
  tier: string | null;
  value: number;
  reason: string;
}

/** A configuration, or all that is wrong with it: each problem names the record, what was found and what expected. */
export type AssembledConfig = { ok: true; config: ScoringConfig } | { ok: false; problems: string[] };

/**
 * Makes a configuration of its records. What no record sets is as in the starter configuration, so that records made
 * before a setting existed still hold, and a new version needs only what it changes. The order does not matter.
 *
 * @param rollUp a value of `CS_Scoring_Config__c.CS_Roll_Up__c`; none is the same as Off
 */
export function assembleConfig(
  version: string,
  values: readonly ConfigValue[],
  rollUp: string | null = null,
): AssembledConfig {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  let config: ScoringConfig = { ...withoutTiersOf(values), version };
  for (const each of values) {
    const setting = SETTINGS.find(
      ({ factor, setting: name }) => factor === each.factor && name === each.setting,
    );
    const problem = setting ? checkValue(each, setting, seen) : unknownSetting(each);
    if (problem) problems.push(problem);
    else if (setting) config = place(config, setting.path, each);
  }
  const wanted = ROLL_UPS.find((each) => each === rollUp);
  if (wanted) config = { ...config, rollUp: because(wanted, ROLL_UP_REASONS[wanted]) };
  else if (rollUp !== null && rollUp !== NO_ROLL_UP)
    problems.push(`Roll Up is "${rollUp}"; expected ${[NO_ROLL_UP, ...ROLL_UPS].join(', ')}`);
  problems.push(...(problems.length === 0 ? checkConfig(config) : []));
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

const ROLL_UP_REASONS: Record<RollUp, string> = {
  'Worst Child': 'A group leaves where it is unhappiest: its worst account is the first to be asked about.',
  'Weighted by ARR': 'A small subsidiary in trouble weighs little beside a large one that is well.',
};

function checkValue(each: ConfigValue, { min, max }: Setting, seen: Map<string, string>): string | null {
  const name = nameOf(each);
  const first = seen.get(name);
  if (first !== undefined) return `${each.record} sets ${name} again, which ${first} sets; expected it once`;
  seen.set(name, each.record);
  if (each.value >= min && each.value <= max) return null;
  return `${each.record} sets ${name} to ${each.value}; expected a number from ${min} to ${max}`;
}

function unknownSetting({ record, factor, setting }: ConfigValue): string {
  const known = SETTINGS.filter((each) => each.factor === factor).map((each) => each.setting);
  if (known.length === 0) return `${record} sets "${setting}" of "${factor}"; there is no such factor`;
  return `${record} sets "${setting}" of ${factor}; expected one of ${known.join(', ')}`;
}

/** The starter configuration; what it has for single tiers gives way to records that set it for all. */
function withoutTiersOf(values: readonly ConfigValue[]): ScoringConfig {
  const isSet = (path: string) =>
    SETTINGS.some(
      (each) =>
        each.path === path &&
        values.some(
          ({ factor, setting, tier }) => tier === null && factor === each.factor && setting === each.setting,
        ),
    );
  const tiers = Object.entries(STARTER_CONFIG.tiers ?? {}).map(([tier, own]) => {
    const kept = Object.entries(own).filter(([path]) => !isSet(path));
    return [tier, Object.fromEntries(kept)] as const;
  });
  const left = tiers.filter(([, own]) => Object.keys(own).length > 0);
  const { tiers: _, ...general } = STARTER_CONFIG;
  return left.length === 0 ? general : { ...general, tiers: Object.fromEntries(left) };
}

const nameOf = ({ factor, setting, tier }: ConfigValue) =>
  `${factor} ${setting}${tier === null ? '' : ` for ${tier}`}`;

function place(config: ScoringConfig, path: string, { tier, value, reason }: ConfigValue): ScoringConfig {
  const reasoned: Reasoned<number> = { value, reason };
  if (tier === null) return withSetting(config, path, reasoned);
  if (path === CADENCE_PATH) return withSetting(config, `cadenceDays.byTier.${tier}`, reasoned);
  const tiers = { ...config.tiers, [tier]: { ...config.tiers?.[tier], [path]: reasoned } };
  return { ...config, tiers };
}
