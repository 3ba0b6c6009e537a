import type { OrgClient, RecordFields } from '../org-client/org-client.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { CommandError } from '../process/command-error.ts';
import { CONFIG_KEY, CONFIG_OBJECT, FACTOR_OBJECT, readStarterConfig } from './starter-config.ts';

/** The part of an org that the loader needs. */
export type ConfigOrg = Pick<OrgClient, 'query' | 'create'>;

/**
 * Creates the starter scoring configuration in an org that does not have it, and the values of it that are missing. What
 * is there stays as it is: an admin's numbers are hers. In an org with another active configuration it comes inactive.
 *
 * @returns how many records were created
 * @throws CommandError that names the record and the org's reason when the org refuses one
 */
export async function loadStarterConfig(org: ConfigOrg, now: Date): Promise<number> {
  const { config, factors } = readStarterConfig();
  const key = String(config[CONFIG_KEY]);
  const [present] = await find(org, CONFIG_OBJECT, [key]);
  const made = present ? 0 : 1;
  const id = present?.Id ?? (await createConfig(org, config, now));
  const known = await find(org, FACTOR_OBJECT, factors.map(keyOf));
  const keys = new Set(known.map(keyOf));
  const missing = factors
    .filter((factor) => !keys.has(keyOf(factor)))
    .map((factor) => ({ ...factor, CS_Config__c: id }));
  if (missing.length > 0) await create(org, FACTOR_OBJECT, missing);
  return made + missing.length;
}

const keyOf = (record: RecordFields): string => String(record[CONFIG_KEY]);

async function find(org: ConfigOrg, object: string, keys: readonly string[]) {
  const list = keys.map(soqlLiteral).join(', ');
  return org.query(`SELECT Id, ${CONFIG_KEY} FROM ${object} WHERE ${CONFIG_KEY} IN (${list})`);
}

async function createConfig(org: ConfigOrg, config: RecordFields, now: Date): Promise<string> {
  const active = await org.query(`SELECT Id, ${CONFIG_KEY} FROM ${CONFIG_OBJECT} WHERE CS_Active__c = true`);
  const state: RecordFields =
    active.length > 0 ? { CS_Active__c: false } : { CS_Activated_On__c: now.toISOString() };
  const [id] = await create(org, CONFIG_OBJECT, [{ ...config, ...state }]);
  return id!;
}

async function create(org: ConfigOrg, object: string, records: RecordFields[]): Promise<string[]> {
  const outcomes = await org.create(object, records);
  return outcomes.map((outcome, index) => {
    if (outcome.success) return outcome.id;
    throw new CommandError(`The org refused ${object} "${keyOf(records[index] ?? {})}": ${outcome.reason}`);
  });
}
