import { because } from './reasoned.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import type { Reasoned, ScoringConfig } from './scoring-config.ts';

/** What each kind of work is thought to cost, in hours a month, and how far ahead a renewal is work. */
export interface WorkloadConfig {
  touchHours: Reasoned<number>;
  atRiskHours: Reasoned<number>;
  renewalHours: Reasoned<number>;
  overdueTouchHours: Reasoned<number>;
  overdueTaskHours: Reasoned<number>;
  renewalDays: Reasoned<number>;
  /** Days between touchpoints: the same as in scoring, so that both speak of one rhythm. */
  cadenceDays: ScoringConfig['cadenceDays'];
}

/**
 * The weights that a new org starts with. They are estimates to compare CSMs by, not measured time: what matters is
 * how much more one kind of work costs than another.
 */
export const STARTER_WORKLOAD: WorkloadConfig = {
  touchHours: because(1, 'A call of half an hour, with what it takes before and after.'),
  atRiskHours: because(4, 'A weekly hour of escalation, internal and with the customer, until it is mended.'),
  renewalHours: because(3, 'Value review, proposal and negotiation, spread over the last quarter.'),
  overdueTouchHours: because(0.5, 'Finding a date after one was missed takes more than keeping it.'),
  overdueTaskHours: because(0.5, 'What is overdue is still to be done, on top of what comes.'),
  renewalDays: because(90, 'A renewal is worked on in its last quarter.'),
  cadenceDays: STARTER_CONFIG.cadenceDays,
};
