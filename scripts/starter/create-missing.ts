import type { OrgClient, RecordFields } from '../org-client/org-client.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { CommandError } from '../process/command-error.ts';

/** The part of an org that a loader of starter records needs. */
export type StarterOrg = Pick<OrgClient, 'query' | 'create'>;

/** Records that the product comes with, and how one is told from another for good. */
export interface StarterRecords {
  object: string;
  /** The field whose value stays, whatever an admin renames a record to. */
  key: string;
  records: readonly RecordFields[];
  /** What one is called in a message: 'template'. */
  noun: string;
}

/**
 * Creates those records that the org does not have. One that is there stays as it is, whatever was changed in it.
 *
 * @returns how many were created
 * @throws CommandError that names the record and the org's reason when the org refuses one
 */
export async function createMissing(org: StarterOrg, starter: StarterRecords): Promise<number> {
  const { object, key, records, noun } = starter;
  const keys = records.map((record) => soqlLiteral(String(record[key]))).join(', ');
  const rows = await org.query(`SELECT Id, ${key} FROM ${object} WHERE ${key} IN (${keys})`);
  const present = new Set(rows.map((row) => row[key]));
  const missing = records.filter((record) => !present.has(record[key] ?? null));
  const outcomes = missing.length > 0 ? await org.create(object, [...missing]) : [];
  outcomes.forEach((outcome, index) => {
    if (outcome.success) return;
    throw new CommandError(
      `The org refused the ${noun} "${String(missing[index]?.Name)}": ${outcome.reason}`,
    );
  });
  return missing.length;
}
