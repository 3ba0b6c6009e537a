/** A record as it is sent: API names and plain values; `null` empties a field. */
export type RecordFields = Readonly<Record<string, string | number | boolean | null>>;

/** A record with the Id it has in the org. */
export type SavedFields = RecordFields & { readonly Id: string };

/** What became of one record of a collection, in the order sent. */
export type SaveOutcome =
  { readonly success: true; readonly id: string } | { readonly success: false; readonly reason: string };

/** What became of the rows of one Bulk API job. */
export interface BulkOutcome {
  readonly loaded: number;
  readonly failures: readonly BulkFailure[];
}

/** A row that the org refused, as it was sent, and the org's own words. */
export interface BulkFailure {
  readonly row: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** One Bulk API 2.0 ingest job: `csv` with a header line, LF line endings. */
export interface BulkJob {
  readonly object: string;
  readonly operation: 'insert' | 'upsert';
  /** The external Id field; wanted by `upsert` alone. */
  readonly externalIdField?: string;
  readonly csv: string;
}

/** The part of a Salesforce org's API that the loaders use; an in-memory one stands in for it in tests. */
export interface OrgClient {
  /** The Id of the user whose token this is. */
  userId(): Promise<string>;
  /** Every row of a SOQL query, all pages. */
  query(soql: string): Promise<readonly SavedFields[]>;
  /** The fields of an object that may be set when a record is made, as this user's describe says. */
  createableFields(object: string): Promise<ReadonlySet<string>>;
  /** Creates any number of records, 200 a request; one refused record does not stop the others. */
  create(object: string, records: readonly RecordFields[]): Promise<readonly SaveOutcome[]>;
  /** Updates any number of records, 200 a request; one refused record does not stop the others. */
  update(object: string, records: readonly SavedFields[]): Promise<readonly SaveOutcome[]>;
  /** Deletes any number of records, 200 a request. */
  remove(object: string, ids: readonly string[]): Promise<readonly SaveOutcome[]>;
  /** Runs one Bulk API 2.0 ingest job to its end. */
  bulk(job: BulkJob): Promise<BulkOutcome>;
}
