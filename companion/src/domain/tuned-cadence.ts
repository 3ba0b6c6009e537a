import { findCadence } from './engagement.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { STARTER_CONFIG } from './starter-config.ts';

/**
 * Days between touchpoints of a tier where an admin tuned them; null while they are as Tenure ships them. The formula of
 * `Account.CS_Touch_Due__c` cannot read the configuration, so the account carries what differs from the formula's own.
 */
export function tunedCadence(tier: string | null, config: Pick<ScoringConfig, 'cadenceDays'>): number | null {
  const ofTier = { cadenceDays: null, tier };
  const days = findCadence(ofTier, config);
  return days === findCadence(ofTier, STARTER_CONFIG) ? null : days;
}
