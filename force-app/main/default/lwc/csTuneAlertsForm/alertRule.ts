/** An alert rule as an admin changes it. */
export interface AlertRule {
  id: string;
  name: string;
  /** ISO 8601; tells whether someone else has changed it meanwhile. */
  modifiedAt: string;
  /** What it watches for. */
  type: string;
  isActive: boolean;
  severity: string;
  recipient: string;
  /** In the unit of the type; null for what Tenure ships with. */
  threshold: number | null;
  delivery: string;
  bell: boolean;
  email: boolean;
  /** Hours, 0 to 23; null for no quiet hours. */
  quietFrom: number | null;
  quietTo: number | null;
  /** Null for never. */
  escalateAfterDays: number | null;
  rationale: string;
}

/** In what the threshold of each type is measured, as docs/alerts.md says; types without one are left out. */
const THRESHOLDS: Readonly<Record<string, string>> = {
  'Risk Rose': 'points in 14 days',
  'Task Overdue': 'days late',
  'Touchpoint Overdue': 'days late',
  Renewal: 'days before',
  Detractor: 'days back',
  'Signals Disagree': '% of ARR less than a year ago',
  'Data Stale': 'days late',
};

/** In what the threshold of a type is measured; undefined for a type that has none. */
export const thresholdUnit = (type: string): string | undefined => THRESHOLDS[type];

const NAMES: readonly [field: keyof AlertRule, api: string, label: string][] = [
  ['isActive', 'CS_Active__c', 'Active'],
  ['severity', 'CS_Severity__c', 'Severity'],
  ['recipient', 'CS_Recipient__c', 'Recipient'],
  ['threshold', 'CS_Threshold__c', 'Threshold'],
  ['delivery', 'CS_Delivery__c', 'Delivery'],
  ['bell', 'CS_Bell__c', 'Bell'],
  ['email', 'CS_Email__c', 'Email'],
  ['quietFrom', 'CS_Quiet_From__c', 'Quiet from'],
  ['quietTo', 'CS_Quiet_To__c', 'Quiet to'],
  ['escalateAfterDays', 'CS_Escalate_After_Days__c', 'Escalate after days'],
  ['rationale', 'CS_Rationale__c', 'Rationale'],
];

/** The fields that differ, by their API names, with their new values. */
export function changedFields(before: AlertRule, after: AlertRule): Record<string, unknown> {
  const differing = NAMES.filter(([field]) => before[field] !== after[field]);
  return Object.fromEntries(
    differing.map(([field, api]) => [api, after[field] === '' ? null : after[field]]),
  );
}

/** What differs, one line each: `Threshold: 60 → 90`. */
export function tellRuleChanges(before: AlertRule, after: AlertRule): string[] {
  const tell = (value: AlertRule[keyof AlertRule]) => {
    if (typeof value === 'boolean') return value ? 'on' : 'off';
    return value === null || value === '' ? 'none' : String(value);
  };
  return NAMES.filter(([field]) => before[field] !== after[field]).map(
    ([field, , label]) => `${label}: ${tell(before[field])} → ${tell(after[field])}`,
  );
}

/** What keeps a rule from being applied, one sentence each, as the companion would refuse it. */
export function ruleProblems(rule: AlertRule): string[] {
  const isHour = (hour: number | null) =>
    hour === null || (Number.isInteger(hour) && hour >= 0 && hour <= 23);
  const isWhole = (value: number | null, least: number) =>
    value === null || (Number.isInteger(value) && value >= least);
  const rules: [holds: boolean, problem: string][] = [
    [isWhole(rule.threshold, 0), `The threshold is ${rule.threshold}; expected a whole number, 0 or more.`],
    [isHour(rule.quietFrom), `Quiet from is ${rule.quietFrom}; expected an hour from 0 to 23.`],
    [isHour(rule.quietTo), `Quiet to is ${rule.quietTo}; expected an hour from 0 to 23.`],
    [
      (rule.quietFrom === null) === (rule.quietTo === null),
      'Quiet hours have a beginning and an end; expected both, or neither.',
    ],
    [
      isWhole(rule.escalateAfterDays, 1),
      `Escalate after is ${rule.escalateAfterDays}; expected 1 day or more, or nothing.`,
    ],
    [rule.bell || rule.email || !rule.isActive, 'Nobody would hear of it; expected the bell, email or both.'],
  ];
  return rules.flatMap(([holds, problem]) => (holds ? [] : [problem]));
}
