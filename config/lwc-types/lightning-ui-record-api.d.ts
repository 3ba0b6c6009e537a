/** `lightning/uiRecordApi`, https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-record.html */
declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { FieldReference } from '@salesforce/schema/*';

  export interface FieldValue {
    value: unknown;
    displayValue: string | null;
  }

  export interface RecordRepresentation {
    id: string;
    apiName: string;
    fields: Record<string, FieldValue>;
    lastModifiedDate?: string;
  }

  /** The shape of every record wire: neither is set until the first answer. */
  export interface RecordResult {
    data?: RecordRepresentation;
    error?: unknown;
  }

  export interface GetRecordConfig {
    recordId: string | undefined;
    fields?: readonly FieldReference[];
    /** Left out of the answer where the user may not read them, instead of failing it. */
    optionalFields?: readonly FieldReference[];
  }

  export interface RecordInput {
    apiName?: string;
    fields: Record<string, unknown>;
  }

  /** Several records at once; one that cannot be read is reported in its place. */
  export interface RecordsResult {
    data?: { results: { statusCode: number; result: unknown }[] };
    error?: unknown;
  }

  export interface GetRecordsConfig {
    records: readonly { recordIds: string[]; fields: readonly string[] }[] | undefined;
  }

  export const getRecords: WireAdapterConstructor<GetRecordsConfig, RecordsResult>;
  export const getRecord: WireAdapterConstructor<GetRecordConfig, RecordResult>;
  export function getFieldValue(record: RecordRepresentation, field: FieldReference): unknown;
  /** A field's value as the user reads it: her locale, the org's currency; undefined where it was not read. */
  export function getFieldDisplayValue(
    record: RecordRepresentation,
    field: FieldReference,
  ): string | null | undefined;
  export function createRecord(input: RecordInput): Promise<RecordRepresentation>;
  export function updateRecord(
    input: RecordInput,
    options?: { ifUnmodifiedSince: string },
  ): Promise<RecordRepresentation>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
}
