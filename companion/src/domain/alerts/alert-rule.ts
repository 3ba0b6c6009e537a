/** The values of `CS_Alert__c.CS_Type__c`, and of the rules' own type. */
export const ALERT_TYPES = [
  'At Risk',
  'Risk Rose',
  'Task Overdue',
  'Touchpoint Overdue',
  'Renewal',
  'Usage Down',
  'Detractor',
  'Escalated Ticket',
  'Signals Disagree',
  'Data Stale',
] as const;
export type AlertType = (typeof ALERT_TYPES)[number];

export const SEVERITIES = ['High', 'Medium', 'Low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who is told. Owner: of the record behind the alert where a user owns it, else of the account. */
export const RECIPIENTS = ['CSM', 'Manager', 'Owner'] as const;

/** An active rule as an admin set it. */
export interface AlertRule {
  ruleId: string;
  name: string;
  type: AlertType;
  severity: Severity;
  recipient: (typeof RECIPIENTS)[number];
  /** Points, days or percent, as the type says; null for what the product ships with. */
  threshold: number | null;
  /** Together with the others in one message a day, instead of at once. */
  digest: boolean;
  bell: boolean;
  email: boolean;
  /** Hours of the recipient's own day, 0–23, from the first to before the second; null for no quiet hours. */
  quiet: { from: number; to: number } | null;
  /** Days unread after which the manager hears of it; null for never. */
  escalateAfterDays: number | null;
  rationale: string | null;
}

/** What holds where a rule names no threshold; types that need none are not in here. */
const DEFAULT_THRESHOLDS: Partial<Record<AlertType, number>> = {
  'Risk Rose': 15,
  'Task Overdue': 3,
  'Touchpoint Overdue': 7,
  Renewal: 60,
  Detractor: 14,
  'Signals Disagree': 10,
  'Data Stale': 14,
};

/** The threshold that a rule works with; 0 for types that need none. */
export function thresholdOf({ type, threshold }: Pick<AlertRule, 'type' | 'threshold'>): number {
  return threshold ?? DEFAULT_THRESHOLDS[type] ?? 0;
}

/** What the threshold of a type counts; null for types that need none. */
export function unitOf(type: AlertType): 'points' | 'days' | 'percent' | null {
  if (type === 'Risk Rose') return 'points';
  if (type === 'Signals Disagree') return 'percent';
  return type in DEFAULT_THRESHOLDS ? 'days' : null;
}

/**
 * How many days a cause must stay away before its alert counts as resolved, so that a value that swings around its
 * threshold raises one alert and not one a day. What a person does or undoes on purpose resolves at once.
 */
const SETTLE_DAYS: Partial<Record<AlertType, number>> = {
  'At Risk': 2,
  'Risk Rose': 2,
  'Usage Down': 2,
  'Signals Disagree': 7,
};

/** Days a cause must stay away before its alert is resolved. */
export function settleDaysOf(type: AlertType): number {
  return SETTLE_DAYS[type] ?? 0;
}

/** What makes a rule look for something else: an edit of it starts anew, as a rule that was just made. */
export function fingerprintOf(rule: AlertRule): string {
  return `${rule.type}:${thresholdOf(rule)}`;
}
