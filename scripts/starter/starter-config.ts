import { readFileSync } from 'node:fs';
import type { RecordFields } from '../org-client/org-client.ts';
import { inRoot } from '../process/root.ts';

/** A file that `sf data import tree --files` takes too. */
const FILE = inRoot('config', 'data', 'scoring-config.json');

export const CONFIG_OBJECT = 'CS_Scoring_Config__c';
export const FACTOR_OBJECT = 'CS_Risk_Factor__c';

/** The field that tells one record from another for good, whatever an admin changes in it. */
export const CONFIG_KEY = 'CS_Key__c';

interface ConfigTree {
  records: [{ attributes: object; CS_Risk_Factors__r: { records: FactorNode[] } } & RecordFields];
}
type FactorNode = { attributes: object } & RecordFields;

/** The scoring configuration that Tenure comes with: the version, and the values below it. */
export function readStarterConfig(): { config: RecordFields; factors: RecordFields[] } {
  const [root] = (JSON.parse(readFileSync(FILE, 'utf8')) as ConfigTree).records;
  const { attributes: _, CS_Risk_Factors__r: children, ...config } = root;
  return {
    config: config as RecordFields,
    factors: children.records.map(({ attributes: __, ...fields }) => fields as RecordFields),
  };
}
