import { countOf, formatMoment } from 'c/csFormat';
import { thresholdUnit } from 'c/csTuneAlertsForm';
import type { AlertRule } from 'c/csTuneAlertsForm';
import type { LoggedChange } from './csTuneAlertsQuery';

/** A rule in the list. */
export interface RuleRow {
  id: string;
  name: string;
  type: string;
  threshold: string;
  severity: string;
  told: string;
  quiet: string;
  escalation: string;
  status: string;
  statusClass: string;
  rationale: string;
  editLabel: string;
}

/** The rules in the list: those in force first. */
export function ruleRows(rules: readonly AlertRule[]): RuleRow[] {
  return rules.toSorted((a, b) => Number(b.isActive) - Number(a.isActive)).map(toRow);
}

function toRow(rule: AlertRule): RuleRow {
  const unit = thresholdUnit(rule.type);
  const ways = [...(rule.bell ? ['bell'] : []), ...(rule.email ? ['email'] : [])].join(' and ');
  return {
    ...{ id: rule.id, name: rule.name, type: rule.type, severity: rule.severity, rationale: rule.rationale },
    threshold: unit ? `${rule.threshold ?? 'As shipped,'} ${unit}` : '–',
    told: `${rule.recipient}, ${rule.delivery.toLowerCase()}${ways ? `, by ${ways}` : ''}`,
    quiet:
      rule.quietFrom === null || rule.quietTo === null
        ? 'None'
        : `${tellHour(rule.quietFrom)}–${tellHour(rule.quietTo)}`,
    escalation: rule.escalateAfterDays === null ? 'Never' : `After ${countOf(rule.escalateAfterDays, 'day')}`,
    status: rule.isActive ? 'On' : 'Off',
    statusClass: `slds-badge ${rule.isActive ? 'slds-theme_success' : 'slds-badge_lightest'}`,
    editLabel: `Change ${rule.name}`,
  };
}

function tellHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** The log, with its moments as the user reads them. */
export function logRows(changes: readonly LoggedChange[]): (LoggedChange & { when: string })[] {
  return changes.map((change) => ({ ...change, when: formatMoment(change.at) }));
}
