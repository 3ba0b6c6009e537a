import type { Connection } from 'jsforce';
import { z } from 'zod';
import { ALERT_TYPES, RECIPIENTS, SEVERITIES, type AlertRule } from '../domain/alerts/alert-rule.ts';
import type { AlertReader } from '../usecases/alert-ports.ts';
import { queryRows } from './soql.ts';

export const ruleRow = z.object({
  Id: z.string(),
  Name: z.string(),
  CS_Type__c: z.string(),
  CS_Severity__c: z.string(),
  CS_Recipient__c: z.string(),
  CS_Threshold__c: z.number().nullable(),
  CS_Delivery__c: z.string(),
  CS_Bell__c: z.boolean(),
  CS_Email__c: z.boolean(),
  CS_Quiet_From__c: z.number().nullable(),
  CS_Quiet_To__c: z.number().nullable(),
  CS_Escalate_After_Days__c: z.number().nullable(),
  CS_Rationale__c: z.string().nullable(),
});
type RuleRow = z.infer<typeof ruleRow>;

const hour = z
  .number()
  .int()
  .min(0, 'expected an hour from 0 to 23')
  .max(23, 'expected an hour from 0 to 23')
  .nullable();
/** What a rule has to look like before it is applied; an admin may type anything. */
const sensible = z.object({
  CS_Type__c: z.enum(ALERT_TYPES),
  CS_Severity__c: z.enum(SEVERITIES),
  CS_Recipient__c: z.enum(RECIPIENTS),
  CS_Threshold__c: z.number().min(0, 'expected 0 or more').nullable(),
  CS_Quiet_From__c: hour,
  CS_Quiet_To__c: hour,
  CS_Escalate_After_Days__c: z.number().min(1, 'expected 1 day or more').nullable(),
});

/** The active rules in the order of their ids; one that makes no sense is left out, and it is told what is wrong. */
export async function readAlertRules(connection: Connection): ReturnType<AlertReader['readAlertRules']> {
  const rows = await queryRows(
    connection,
    `SELECT ${Object.keys(ruleRow.shape).join(', ')} FROM CS_Alert_Rule__c WHERE CS_Active__c = true ORDER BY Id`,
    ruleRow,
  );
  const read = rows.map((row) => ({ row, parsed: sensible.safeParse(row) }));
  return {
    rules: read.flatMap(({ row, parsed }) => (parsed.success ? [toRule(row, parsed.data)] : [])),
    problems: read.flatMap(({ row, parsed }) =>
      parsed.success ? [] : parsed.error.issues.map((issue) => describe(row, issue)),
    ),
  };
}

function toRule(row: RuleRow, checked: z.infer<typeof sensible>): AlertRule {
  const { CS_Quiet_From__c: from, CS_Quiet_To__c: to } = checked;
  return {
    ruleId: row.Id,
    name: row.Name,
    type: checked.CS_Type__c,
    severity: checked.CS_Severity__c,
    recipient: checked.CS_Recipient__c,
    threshold: checked.CS_Threshold__c,
    digest: row.CS_Delivery__c === 'Daily Digest',
    bell: row.CS_Bell__c,
    email: row.CS_Email__c,
    quiet: from === null || to === null ? null : { from, to },
    escalateAfterDays: checked.CS_Escalate_After_Days__c,
    rationale: row.CS_Rationale__c,
  };
}

const describe = ({ Name, Id }: RuleRow, { path, message }: z.core.$ZodIssue) =>
  `CS_Alert_Rule__c "${Name}" (${Id}): ${path.join('.')}: ${message}`;
