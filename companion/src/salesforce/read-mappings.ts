import type { Connection } from 'jsforce';
import { z } from 'zod';
import { findTarget } from '../domain/mapping/mapping-targets.ts';
import type { MappingRecord } from '../usecases/ports.ts';
import { queryRows } from './soql.ts';

export const mappingRow = z.object({
  Id: z.string(),
  CS_Target__c: z.string(),
  CS_Source__c: z.string(),
  CS_Values__c: z.string().nullable(),
  CS_Highest__c: z.number().nullable(),
  CS_State__c: z.string().nullable(),
  CS_Message__c: z.string().nullable(),
});

/** Reads the active mappings, the oldest first. One of a target that is not known here belongs to another version. */
export async function readMappings(connection: Connection): Promise<MappingRecord[]> {
  const fields = Object.keys(mappingRow.shape).join(', ');
  const rows = await queryRows(
    connection,
    `SELECT ${fields} FROM CS_Field_Mapping__c WHERE CS_Active__c = true ORDER BY CreatedDate, Id`,
    mappingRow,
  );
  return rows.flatMap((row) => {
    const target = findTarget(row.CS_Target__c)?.name;
    if (!target) return [];
    const { CS_Source__c: source, CS_Values__c: values, CS_Highest__c: highest } = row;
    const mapping = { target, source, values, highest };
    return [{ recordId: row.Id, mapping, state: row.CS_State__c, message: row.CS_Message__c }];
  });
}

/** Accounts that hold a value in a field of Tenure, and none in the own field. Both names come from a describe. */
export async function countEmptied(connection: Connection, ownField: string, field: string): Promise<number> {
  const soql = `SELECT COUNT() FROM Account WHERE ${ownField} = null AND ${field} != null`;
  return (await connection.query(soql)).totalSize;
}
