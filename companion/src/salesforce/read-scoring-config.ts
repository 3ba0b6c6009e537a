import type { Connection } from 'jsforce';
import { z } from 'zod';
import { assembleConfig } from '../domain/assemble-config.ts';
import type { ConfigReading } from '../usecases/ports.ts';
import { literal, queryRows } from './soql.ts';

export const configRow = z.object({
  Id: z.string(),
  Name: z.string(),
  CS_Version__c: z.string(),
  CS_Roll_Up__c: z.string().nullable(),
});
export const factorRow = z.object({
  Name: z.string(),
  CS_Factor__c: z.string(),
  CS_Setting__c: z.string(),
  CS_Tier__c: z.string().nullable(),
  CS_Value__c: z.number(),
  CS_Rationale__c: z.string().nullable(),
});

/** More than this many faults are one fault: the wrong list was loaded. */
const TOLD_PROBLEMS = 3;

/** Reads the active scoring configuration in two calls; of several active ones the one activated last. */
export async function readScoringConfig(connection: Connection): Promise<ConfigReading> {
  const [active] = await queryRows(
    connection,
    `SELECT ${Object.keys(configRow.shape).join(', ')} FROM CS_Scoring_Config__c WHERE CS_Active__c = true ` +
      `ORDER BY CS_Activated_On__c DESC NULLS LAST, Id DESC LIMIT 1`,
    configRow,
  );
  if (!active) return { kind: 'none' };
  const factors = await queryRows(
    connection,
    `SELECT ${Object.keys(factorRow.shape).join(', ')} FROM CS_Risk_Factor__c ` +
      `WHERE CS_Config__c = ${literal(active.Id)} ORDER BY Name`,
    factorRow,
  );
  const assembled = assembleConfig(
    active.CS_Version__c,
    factors.map((row) => ({
      record: `CS_Risk_Factor__c ${row.Name}`,
      factor: row.CS_Factor__c,
      setting: row.CS_Setting__c,
      tier: row.CS_Tier__c,
      value: row.CS_Value__c,
      reason: row.CS_Rationale__c ?? '',
    })),
    active.CS_Roll_Up__c,
  );
  if (assembled.ok) return { kind: 'read', config: assembled.config, recordId: active.Id };
  const told = assembled.problems.slice(0, TOLD_PROBLEMS).join('; ');
  const more = assembled.problems.length - TOLD_PROBLEMS;
  const problem = `CS_Scoring_Config__c "${active.Name}" (${active.Id}): ${told}`;
  return { kind: 'invalid', problem: more > 0 ? `${problem}; and ${more} more` : problem };
}
