import { countOf } from 'c/csFormat';
import type { Alert } from './csAlertNode';

/** How a severity is told: by its word and icon, not only by its colour. */
export interface Severity {
  value: string;
  iconName: string;
  iconVariant: string | undefined;
  badgeClass: string;
}

/** The severities, the most pressing first, as in the picklist. */
export const SEVERITIES: readonly Severity[] = [
  {
    value: 'High',
    iconName: 'utility:error',
    iconVariant: 'inverse',
    badgeClass: 'slds-badge slds-theme_error',
  },
  {
    value: 'Medium',
    iconName: 'utility:warning',
    iconVariant: undefined,
    badgeClass: 'slds-badge slds-theme_warning',
  },
  {
    value: 'Low',
    iconName: 'utility:info',
    iconVariant: undefined,
    badgeClass: 'slds-badge slds-badge_lightest',
  },
];

const OTHER: Severity = {
  value: '',
  iconName: 'utility:notification',
  iconVariant: undefined,
  badgeClass: 'slds-badge slds-badge_lightest',
};

/** How a severity is told; one that an admin added is told by its own name. */
export function severityOf(value: string): Severity {
  return SEVERITIES.find((severity) => severity.value === value) ?? { ...OTHER, value };
}

interface Behind {
  objectApiName: string;
  label: string;
}

const TASK: Behind = { objectApiName: 'Task', label: 'Open the task' };
const CASE: Behind = { objectApiName: 'Case', label: 'Open the case' };
const ANSWER: Behind = { objectApiName: 'CS_NPS_Response__c', label: 'Open the answer' };

interface AlertType {
  value: string;
  /** When the rule raises it; the threshold is the rule's, where it states one. */
  when: (threshold: number | null) => string;
  behind?: Behind;
}

/** The types of alert, with the sentence of docs/alerts.md that says when each is raised. */
export const TYPES: readonly AlertType[] = [
  { value: 'At Risk', when: () => 'an account comes into the band At Risk' },
  {
    value: 'Risk Rose',
    when: (points) =>
      `the risk score rises by ${points === null ? 'many points' : `${points} points or more`}`,
  },
  {
    value: 'Task Overdue',
    when: (days) => `a task is overdue${byDays(days)}`,
    behind: TASK,
  },
  {
    value: 'Touchpoint Overdue',
    when: (days) => `a touchpoint is overdue${byDays(days)} and nothing is planned`,
  },
  {
    value: 'Renewal',
    when: (days) =>
      `a renewal is ${days === null ? 'near' : `within ${countOf(days, 'day')}`} and has no next step`,
  },
  { value: 'Usage Down', when: () => 'usage falls against what is usual for the account' },
  {
    value: 'Detractor',
    when: (days) =>
      `somebody answers 0 to 6 to the NPS question${days === null ? '' : `, within ${countOf(days, 'day')}`}`,
    behind: ANSWER,
  },
  { value: 'Escalated Ticket', when: () => 'a support ticket is escalated', behind: CASE },
  {
    value: 'Signals Disagree',
    when: (percent) =>
      `an account reads as healthy while its ARR shrinks${percent === null ? '' : ` by ${percent} % or more`}`,
  },
  {
    value: 'Data Stale',
    when: (days) => `no new data come in${days === null ? '' : ` for ${countOf(days, 'day')}`}`,
  },
];

/** What is known of a type; undefined for one that an admin added. */
export function typeOf(value: string): AlertType | undefined {
  return TYPES.find((type) => type.value === value);
}

/** Why an alert was raised: `Rule “Task overdue”: a task is overdue by 3 days or more.` */
export function whyRaised({ type, rule }: Alert): string {
  const when = typeOf(type)?.when(rule?.threshold ?? null);
  if (!rule) return when ? `Raised when ${when}.` : 'The rule that raised it is no longer there.';
  return when ? `Rule “${rule.name}”: raised when ${when}.` : `Rule “${rule.name}”.`;
}

/** The record behind an alert, where it is one of its own and not the account. */
export function recordBehind(alert: Alert): (Behind & { recordId: string }) | undefined {
  const behind = typeOf(alert.type)?.behind;
  const { recordId } = alert;
  if (!behind || !recordId || recordId === alert.accountId) return undefined;
  return { ...behind, recordId };
}

function byDays(days: number | null): string {
  return days === null ? '' : ` by ${countOf(days, 'day')} or more`;
}
