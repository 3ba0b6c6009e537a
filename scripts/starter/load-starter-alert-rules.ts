import type { RecordFields } from '../org-client/org-client.ts';
import { createMissing, type StarterOrg } from './create-missing.ts';
import { ALERT_RULE_KEY, ALERT_RULE_OBJECT, readStarterAlertRules } from './starter-alert-rules.ts';

/**
 * Creates the starter alert rules that the org does not have. One that is there stays as it is: thresholds and
 * recipients are an admin's. Who does not want one deactivates it; one that was deleted comes back.
 *
 * @param quietHours false for rules that tell people at any hour
 * @returns how many were created
 * @throws CommandError that names the rule and the org's reason when the org refuses one
 */
export async function loadStarterAlertRules(
  org: StarterOrg,
  { quietHours = true }: { quietHours?: boolean } = {},
): Promise<number> {
  const loud: RecordFields = quietHours ? {} : { CS_Quiet_From__c: null, CS_Quiet_To__c: null };
  return createMissing(org, {
    object: ALERT_RULE_OBJECT,
    key: ALERT_RULE_KEY,
    records: readStarterAlertRules().map((rule) => ({ ...rule, ...loud })),
    noun: 'alert rule',
  });
}
