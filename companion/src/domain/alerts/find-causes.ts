import type { IsoDate } from '../dates.ts';
import type { ScoringConfig } from '../scoring-config.ts';
import type { AlertAccount, FoundCauses } from './alert-account.ts';
import { thresholdOf, type AlertRule, type AlertType } from './alert-rule.ts';
import { findAtRisk, findDisagreement, findRiskRose } from './risk-causes.ts';
import { findStaleData, findUsageDown } from './usage-causes.ts';
import { findDetractors, findEscalatedTickets } from './voice-causes.ts';
import { findBareRenewal, findOverdueTasks, findOverdueTouchpoint } from './work-causes.ts';

/** The day and the cadences by which causes are told. */
export interface CauseContext {
  asOf: IsoDate;
  config: Pick<ScoringConfig, 'cadenceDays'>;
}

type Find = (account: AlertAccount, threshold: number, context: CauseContext) => FoundCauses;

const FINDERS: Record<AlertType, Find> = {
  'At Risk': (account) => findAtRisk(account),
  'Risk Rose': findRiskRose,
  'Task Overdue': (account, days, { asOf }) => findOverdueTasks(account, days, asOf),
  'Touchpoint Overdue': (account, days, { asOf, config }) =>
    findOverdueTouchpoint(account, days, asOf, config),
  Renewal: (account, days, { asOf }) => findBareRenewal(account, days, asOf),
  'Usage Down': (account) => findUsageDown(account),
  Detractor: (account, days, { asOf }) => findDetractors(account, days, asOf),
  'Escalated Ticket': (account, _, { asOf }) => findEscalatedTickets(account, asOf),
  'Signals Disagree': findDisagreement,
  'Data Stale': (account, days, { asOf }) => findStaleData(account, days, asOf),
};

/** What a rule finds on an account as of a day. Nothing is found on a customer who is lost. */
export function findCauses(
  rule: Pick<AlertRule, 'type' | 'threshold'>,
  account: AlertAccount,
  context: CauseContext,
): FoundCauses {
  if (account.churned) return [];
  return FINDERS[rule.type](account, thresholdOf(rule), context);
}
