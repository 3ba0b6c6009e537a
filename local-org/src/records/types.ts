import type { Query } from '../soql/ast.ts';
import type { UserContext } from '../security/types.ts';

/** A value as it stands in the REST API's JSON. Dates are `YYYY-MM-DD`; datetimes `YYYY-MM-DDTHH:mm:ss.SSS+0000`. */
export type FieldValue = string | number | boolean | null;

/** A record as SOQL returns it: flat values, nested parents and child query results, and `attributes`. */
export interface SObject {
  attributes: { type: string; url: string };
  [field: string]: FieldValue | SObject | QueryResult | { type: string; url: string };
}

export interface QueryResult {
  totalSize: number;
  done: boolean;
  records: SObject[];
  nextRecordsUrl?: string;
}

/**
 * What a caller sends: flat values by API name, or a parent named by one of its external ids,
 * `{ CS_Account__r: { CS_External_Key__c: 'A-1' } }`.
 */
export type RecordInput = Record<string, FieldValue | Record<string, FieldValue>>;

/** How a record is created, beside its values. */
export interface CreateOptions {
  /** Takes audit fields from those who may set them; so do the inserts of REST and Bulk API, and no other write. */
  auditFields?: boolean;
}

/**
 * The only way to change data. Every method checks object, field and record access of `user`, validates
 * types, lengths, picklists, required and unique values, and throws SalesforceError on the first fault.
 */
export interface RecordService {
  create(user: UserContext, object: string, values: RecordInput, options?: CreateOptions): { id: string };
  update(user: UserContext, object: string, id: string, values: RecordInput): void;
  upsert(
    user: UserContext,
    object: string,
    externalIdField: string,
    externalId: string,
    values: RecordInput,
  ): { id: string; created: boolean };
  delete(user: UserContext, object: string, id: string): void;
  /** Runs `work` so that a throw undoes everything it changed; nests. */
  transaction<T>(work: () => T): T;
}

export interface QueryOptions {
  /** Rows in a page; more are fetched by `nextRecordsUrl`. Default 2,000. */
  batchSize?: number;
}

export interface QueryService {
  /** Parses, checks against schema and permissions, and runs one SOQL string. */
  soql(user: UserContext, text: string, options?: QueryOptions & { allRows?: boolean }): QueryResult;
  /** Runs a tree built by code; every row at once, no server-side cursor. */
  run(user: UserContext, query: Query): QueryResult;
  /** The next page of an earlier `soql`, by the id at the end of its `nextRecordsUrl`. */
  more(user: UserContext, locator: string): QueryResult;
}
