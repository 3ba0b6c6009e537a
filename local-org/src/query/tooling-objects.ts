import { notImplemented, SalesforceError } from '../errors.ts';
import { parseSoql } from '../soql/parse-soql.ts';

/** Objects that the Tooling API shares with the data API. */
const SHARED = new Set([
  'customnotificationtype',
  'organization',
  'permissionset',
  'permissionsetassignment',
  'profile',
  'user',
]);
/** Objects of the Tooling API that describe what this org does have, in another form. */
const UNMODELLED = new Set([
  'customfield',
  'customobject',
  'entitydefinition',
  'fielddefinition',
  'flexipage',
  'lightningcomponentbundle',
]);

/**
 * Lets a Tooling query through when its object is one the local org can answer for. The rest of the Tooling
 * API (ApexClass, ApexTestResult, …) is unknown here, as in an org without Apex.
 */
export function requireToolingObject(text: string): void {
  const { from } = parseSoql(text).query;
  if (SHARED.has(from.toLowerCase())) return;
  if (UNMODELLED.has(from.toLowerCase())) throw notImplemented(`Tooling queries on ${from}`);
  throw new SalesforceError('INVALID_TYPE', `sObject type '${from}' is not supported.`);
}
