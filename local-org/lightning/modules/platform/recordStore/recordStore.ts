import { callApi } from 'platform/http';
import { announceRecordChange, onRecordChange } from 'platform/recordEvents';

export interface FieldValueRepresentation {
  value: unknown;
  displayValue: string | null;
}

/** A record as UI API represents it. */
export interface RecordRepresentation {
  apiName: string;
  id: string;
  fields: Record<string, FieldValueRepresentation>;
  [attribute: string]: unknown;
}

export interface FieldSelection {
  /** Qualified names: `Account.Name`. */
  fields: readonly string[];
  optionalFields: readonly string[];
  /** `Compact` or `Full`: the fields of these layouts besides. */
  layoutTypes?: readonly string[];
}

const inFlight = new Map<string, Promise<RecordRepresentation>>();

// An answer that is on its way when something changes may show what it was: whoever asks from now on asks anew.
onRecordChange(() => inFlight.clear());

/** Asks for one record; the same question asked again while it is under way is asked once. */
export function fetchRecord(recordId: string, selection: FieldSelection): Promise<RecordRepresentation> {
  const query = new URLSearchParams();
  if (selection.fields.length) query.set('fields', [...selection.fields].sort().join(','));
  if (selection.optionalFields.length) {
    query.set('optionalFields', [...selection.optionalFields].sort().join(','));
  }
  if (selection.layoutTypes?.length) query.set('layoutTypes', [...selection.layoutTypes].sort().join(','));
  const path = `/ui-api/records/${encodeURIComponent(recordId)}?${query}`;
  const running = inFlight.get(path);
  if (running) return running;
  const request = callApi<RecordRepresentation>('GET', path).finally(() => {
    if (inFlight.get(path) === request) inFlight.delete(path);
  });
  inFlight.set(path, request);
  return request;
}

/**
 * Saves, then lets every wire that shows the record read it again: formulas and defaults may have changed too.
 *
 * @param unmodifiedSince refuse it where the record was changed after that time
 */
export async function saveRecord(
  recordId: string,
  fields: Record<string, unknown>,
  unmodifiedSince?: string,
): Promise<RecordRepresentation> {
  const path = `/ui-api/records/${encodeURIComponent(recordId)}`;
  const saved = await callApi<RecordRepresentation>(
    'PATCH',
    path,
    { fields },
    unmodifiedSince ? { 'if-unmodified-since': unmodifiedSince } : {},
  );
  announceRecordChange([recordId]);
  return saved;
}

/** Creates a record. Lists that could hold it hear of it through its parents. */
export async function insertRecord(
  apiName: string,
  fields: Record<string, unknown>,
): Promise<RecordRepresentation> {
  const created = await callApi<RecordRepresentation>('POST', '/ui-api/records', { apiName, fields });
  const parents = Object.values(fields).filter((value): value is string => isRecordId(value));
  announceRecordChange([created.id, ...parents]);
  return created;
}

/**
 * Creates a task or an event as the platform's own quick actions do, which is not through UI API: components
 * cannot write activities that way.
 */
export async function insertActivity(
  apiName: string,
  fields: Record<string, unknown>,
): Promise<{ id: string }> {
  const created = await callApi<{ id: string }>('POST', `/sobjects/${encodeURIComponent(apiName)}`, fields);
  announceRecordChange([
    created.id,
    ...Object.values(fields).filter((value) => isRecordId(value)),
  ] as string[]);
  return created;
}

/** Deletes a record. */
export async function removeRecord(recordId: string): Promise<void> {
  await callApi('DELETE', `/ui-api/records/${encodeURIComponent(recordId)}`);
  announceRecordChange([recordId]);
}

/** The field at the end of a path: `Parent.Industry`. */
export function fieldAt(record: RecordRepresentation, path: string): FieldValueRepresentation | undefined {
  const [first = '', ...deeper] = path.split('.');
  const field = record.fields[first];
  if (deeper.length === 0) return field;
  const parent = field?.value as RecordRepresentation | null | undefined;
  return parent ? fieldAt(parent, deeper.join('.')) : undefined;
}

/** Whether two Ids name the same record: the first 15 characters do. */
export function sameRecord(a: string, b: string): boolean {
  return a.slice(0, 15) === b.slice(0, 15);
}

function isRecordId(value: unknown): boolean {
  return typeof value === 'string' && /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(value) && /\d/.test(value);
}
