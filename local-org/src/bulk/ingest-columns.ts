import type { RecordInput } from '../records/types.ts';
import type { FieldDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { CsvRow, IngestJob } from './ingest-job.ts';
import { UploadFault } from './read-csv.ts';

/** In a cell: set the field to null. An empty cell leaves it as it is. */
const NULL_CELL = '#N/A';
/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/datafiles_date_format.htm */
const TRUE_WORDS: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'on', '1']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['no', 'n', 'false', 'off', '0']);

/** A column of the upload: a field, or a parent named by one of its external ids. */
interface Column {
  name: string;
  field: FieldDef;
  /** `['CS_Account__r', 'CS_External_Key__c']` */
  parent?: { relationshipName: string; keyName: string };
}

/** The header of an upload, understood. */
export interface IngestColumns {
  /** The text in the column that names the record: Id, or the external id of an upsert. */
  keyOf(row: CsvRow): string;
  /** The values of a row, without the key column. */
  valuesOf(row: CsvRow): RecordInput;
}

/**
 * Matches the header with the object's fields.
 *
 * @throws UploadFault in the platform's words when a column is no field, or the key column is missing
 */
export function readHeader(schema: Schema, user: UserContext, job: IngestJob, header: CsvRow): IngestColumns {
  const columns = header.map((name) => readColumn(schema, user, job.object, name.trim()));
  const repeated = columns.find(
    ({ name }, index) => columns.findIndex((column) => column.name === name) < index,
  );
  if (repeated) throw new UploadFault(`InvalidBatch : Field name is duplicated : ${repeated.name}`);
  const keyName =
    job.operation === 'upsert' ? job.externalIdFieldName : job.operation === 'insert' ? undefined : 'Id';
  const key = columns.findIndex(({ name }) => name === keyName);
  if (keyName !== undefined && key < 0) throw fieldNotFound(keyName);
  const extra = columns.find((_column, index) => job.operation === 'delete' && index !== key);
  if (extra) throw new UploadFault(`InvalidBatch : A delete takes the Id column alone, not : ${extra.name}`);
  return {
    keyOf: (row) => (key < 0 ? '' : (row[key] ?? '')),
    valuesOf: (row) => {
      const values: RecordInput = {};
      columns.forEach((column, index) => {
        const cell = row[index] ?? '';
        if (index !== key && cell !== '') putValue(values, column, cell);
      });
      return values;
    },
  };
}

function readColumn(schema: Schema, user: UserContext, objectName: string, name: string): Column {
  const [relationshipName = '', keyName, ...rest] = name.split('.');
  if (keyName === undefined) {
    const field = schema.field(objectName, name);
    if (!field || !user.canField(objectName, field.name, 'read')) throw fieldNotFound(name);
    return { name: field.name, field };
  }
  const lookup = schema.parentRelationship(objectName, relationshipName);
  const parentName = lookup?.reference?.to[0];
  const key = parentName === undefined ? undefined : schema.field(parentName, keyName);
  const isReadable = lookup && user.canField(objectName, lookup.name, 'read');
  if (!lookup?.reference || !key || !isReadable || rest.length > 0) throw fieldNotFound(name);
  const declared = { relationshipName: lookup.reference.relationshipName, keyName: key.name };
  return { name: `${declared.relationshipName}.${declared.keyName}`, field: key, parent: declared };
}

function putValue(values: RecordInput, { name, field, parent }: Column, cell: string): void {
  const value = cell === NULL_CELL ? null : field.type === 'boolean' ? readBoolean(cell) : cell;
  if (!parent) values[name] = value;
  // The record service takes null for a parent, but no object that names it by null.
  else values[parent.relationshipName] = value === null ? null : { [parent.keyName]: value };
}

/** Text that is neither is passed on, so that the record's error says so. */
function readBoolean(cell: string): boolean | string {
  const word = cell.trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : cell;
}

function fieldNotFound(name: string): UploadFault {
  return new UploadFault(`InvalidBatch : Field name not found : ${name}`);
}
