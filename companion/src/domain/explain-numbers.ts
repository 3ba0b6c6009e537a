import { deriveAccountFields, type FieldValue } from './account-fields.ts';
import { apportionTenths } from './apportion.ts';
import { addDays, type IsoDate } from './dates.ts';
import { findLastTouchpoint } from './engagement.ts';
import type { Explanation } from './explanation.ts';
import { flattenConfig, type ConfigValue } from './flatten-config.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, RecordRef } from './signals.ts';
import { findOpenCases } from './support.ts';
import { readUsageFlags } from './usage-flags.ts';
import { readUsage } from './usage.ts';

/** A part of a number: what it gives, from which records, by which configuration. */
export interface NumberPart {
  label: string;
  value: number;
  detail: string;
  records: RecordRef[];
  configuration: ConfigValue[];
}

/**
 * A number on the account, taken apart. `sum`: the parts add up to the value. `comparison`: the parts are compared with
 * the configuration. `latest`: the value is that of the one part's record.
 */
export interface ExplainedNumber {
  name: string;
  field: string;
  value: FieldValue;
  how: 'sum' | 'comparison' | 'latest';
  parts: NumberPart[];
  configuration: ConfigValue[];
}

/** The factors whose own settings stand under their own name; the others have theirs elsewhere. */
const SETTINGS: Record<string, string[]> = {
  engagement: ['engagement', 'cadenceDays'],
  judgement: ['judgementValidDays'],
};

/** A score with what it was made from. */
export interface ScoreParts {
  signals: AccountSignals;
  config: ScoringConfig;
  explanation: Explanation;
  asOf: IsoDate;
}

/** Every number that the companion writes on an account, taken apart into the records and the configuration behind it. */
export function explainNumbers(score: ScoreParts): ExplainedNumber[] {
  const { signals, config, explanation, asOf } = score;
  const fields = deriveAccountFields(signals, config, explanation, asOf);
  const valueOf = (field: string): FieldValue => fields[field] ?? null;
  return [
    explainRisk(score),
    ...explainHealth(score),
    explainChange(score, valueOf('CS_Health_Change_30d__c'), valueOf('CS_Health_Trend__c')),
    explainTouch(score, valueOf('CS_Last_Touchpoint__c')),
    explainTickets(score),
    ...explainUsage(score, valueOf('CS_Low_Usage__c'), valueOf('CS_Usage_Down__c')),
  ];
}

function explainRisk({ config, explanation }: ScoreParts): ExplainedNumber {
  const parts = explanation.contributions.map(({ factor, label, points, detail, records }) => {
    const paths = [`weights.${factor}`, ...(SETTINGS[factor] ?? [factor])];
    return { label, value: points, detail, records, configuration: flattenConfig(config, ...paths) };
  });
  const configuration = flattenConfig(config, 'shortfall', 'bands');
  const { score } = explanation;
  return { name: 'risk', field: 'CS_Risk_Score__c', value: score, how: 'sum', parts, configuration };
}

function explainHealth({ config, explanation, signals }: ScoreParts): ExplainedNumber[] {
  const { health, contributions } = explanation;
  const measured = contributions.filter(({ factor, measure }) => measure !== null && factor !== 'judgement');
  const shares = apportionTenths(
    measured.map(({ measure, weight }) => (measure ?? 0) * weight),
    10 * (health.calculated ?? 0),
  );
  const parts = measured.map(({ factor, label, measure, weight, detail, records }, index) => ({
    label,
    value: shares[index] ?? 0,
    detail: `${detail}: ${measure} of 100, weight ${weight}`,
    records,
    configuration: flattenConfig(config, `weights.${factor}`),
  }));
  const calculated: ExplainedNumber = {
    name: 'calculatedHealth',
    field: 'CS_Health__c',
    value: health.calculated,
    how: 'sum',
    parts,
    configuration: [],
  };
  if (health.source !== 'Manual') return [{ ...calculated, name: 'health' }];
  const judged = contributions.find(({ factor }) => factor === 'judgement');
  const hand: NumberPart = {
    label: 'Set by hand',
    value: health.value ?? 0,
    detail: `on ${health.setOn ?? signals.enteredHealth?.on ?? 'a day that is not known'}`,
    records: judged?.records ?? [],
    configuration: flattenConfig(config, 'judgementValidDays'),
  };
  const { value } = health;
  const byHand: ExplainedNumber = {
    name: 'health',
    field: 'CS_Health__c',
    value,
    how: 'sum',
    parts: [hand],
    configuration: [],
  };
  return [byHand, calculated];
}

function explainChange(
  { signals, config, explanation, asOf }: ScoreParts,
  change: FieldValue,
  trend: FieldValue,
): ExplainedNumber {
  const now = explanation.health.value;
  const base = { name: 'healthChange', field: 'CS_Health_Change_30d__c', value: change, how: 'sum' as const };
  const configuration = flattenConfig(config, 'trend');
  if (now === null || typeof change !== 'number') return { ...base, value: null, parts: [], configuration };
  const then = now - change;
  const records = signals.healthScores
    .filter(({ on, score }) => score === then && on < asOf && on >= addDays(asOf, -45))
    .map(({ id, on }) => ({ object: 'CS_Health_Score__c', id, label: `Health ${then} on ${on}` }));
  return {
    ...base,
    parts: [
      { label: 'Health now', value: now, detail: `trend ${trend}`, records: [], configuration: [] },
      { label: 'Health a month before', value: -then, detail: 'taken off', records, configuration: [] },
    ],
    configuration,
  };
}

function explainTouch({ signals, asOf }: ScoreParts, value: FieldValue): ExplainedNumber {
  const touch = findLastTouchpoint(signals, asOf);
  const parts = touch ? [part(touch.label, 1, touch.on, [touch])] : [];
  const base = { name: 'lastTouchpoint', field: 'CS_Last_Touchpoint__c' };
  return { ...base, value, how: 'latest', parts, configuration: [] };
}

function explainTickets({ signals, asOf }: ScoreParts): ExplainedNumber {
  const parts = findOpenCases(signals, asOf).map((each) =>
    part(`Case ${each.label}`, 1, `open since ${each.openedOn}`, [each]),
  );
  const base = { name: 'openTickets', field: 'CS_Open_Tickets__c', value: parts.length };
  return { ...base, how: 'sum', parts, configuration: [] };
}

function explainUsage(
  { signals, config, asOf }: ScoreParts,
  low: FieldValue,
  down: FieldValue,
): ExplainedNumber[] {
  const usage = readUsage(signals.usage, asOf, config.usage !== undefined);
  const { change } = readUsageFlags(signals, config, asOf);
  const records = usage
    ? [{ object: 'CS_Usage_Snapshot__c', id: usage.newestId, label: `Usage to ${usage.lastDay}` }]
    : [];
  const compare = (
    name: string,
    field: string,
    value: FieldValue,
    label: string,
    measured: number | null,
    paths: string[],
  ): ExplainedNumber => ({
    name,
    field,
    value,
    how: 'comparison',
    parts: measured === null ? [] : [part(label, measured, `usage to ${usage?.lastDay}`, records)],
    configuration: flattenConfig(config, ...paths, 'adoption.staleAfterDays'),
  });
  return [
    compare('lowUsage', 'CS_Low_Usage__c', low, 'Seats in use', usage?.utilisation ?? null, [
      'adoption.lowUtilisation',
    ]),
    compare('usageDown', 'CS_Usage_Down__c', down, 'Against usual', change === null ? null : 1 + change, [
      'adoption.downRatio',
      'usage',
    ]),
  ];
}

const part = (label: string, value: number, detail: string, records: RecordRef[]): NumberPart => ({
  label,
  value,
  detail,
  records: records.map(({ object, id, label: name }) => ({ object, id, label: name })),
  configuration: [],
});
