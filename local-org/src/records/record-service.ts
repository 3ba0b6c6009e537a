import type { ChangeRecorder } from '../changes/change-log.ts';
import { SalesforceError } from '../errors.ts';
import type { ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { Sequences } from '../store/sequences.ts';
import type { Statements } from '../store/statements.ts';
import type { Transactions } from '../store/transactions.ts';
import { createCheckRow } from './check-row.ts';
import { createDeleteRecord } from './delete-record.ts';
import type { RecordAccessCheck } from './record-access.ts';
import { createResolveInput } from './resolve-input.ts';
import type { Row } from './row.ts';
import type { RowStore } from './row-store.ts';
import { createSaveRecord } from './save-record.ts';
import type { CreateOptions, RecordInput, RecordService } from './types.ts';
import { parseFieldValue } from './values/field-value.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  access: RecordAccessCheck;
  statements: Statements;
  sequences: Sequences;
  transactions: Transactions;
  /** What Change Data Capture is told. */
  changes: ChangeRecorder;
  now: () => Date;
  /** Called after a record of this object was written. */
  onWrite: (objectName: string) => void;
}

/** Creates the record service: the one way in which data changes. */
export function createRecordService(parts: Parts): RecordService {
  const { access, rows, schema, transactions, onWrite } = parts;
  const resolve = createResolveInput(schema, rows);
  const save = createSaveRecord({ ...parts, check: createCheckRow(parts) });
  const remove = createDeleteRecord(parts);

  function create(
    user: UserContext,
    objectName: string,
    values: RecordInput,
    { auditFields = false }: CreateOptions = {},
  ): { id: string } {
    const object = access.object(user, objectName);
    access.require(user, object, 'create');
    const row = resolve(user, object, values, auditFields ? 'insert' : 'create');
    const id = transactions.run(() => save.insert(user, object, row));
    onWrite(object.name);
    return { id };
  }

  function update(user: UserContext, objectName: string, id: string, values: RecordInput): void {
    const object = access.object(user, objectName);
    const before = access.row(user, object, id, 'edit');
    access.require(user, object, 'edit');
    const changes = resolve(user, object, values, 'update');
    transactions.run(() => save.update(user, object, before, changes));
    onWrite(object.name);
  }

  return {
    create,
    update,
    upsert(user, objectName, externalIdField, externalId, values) {
      const object = access.object(user, objectName);
      const existing = findByExternalId(user, object, externalIdField, externalId);
      if (existing) {
        update(user, object.name, String(existing.Id), values);
        return { id: String(existing.Id), created: false };
      }
      if (externalIdField.toLowerCase() === 'id') {
        throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', {
          httpStatus: 404,
        });
      }
      return { ...create(user, object.name, { ...values, [externalIdField]: externalId }), created: true };
    },

    delete(user, objectName, id) {
      const object = access.object(user, objectName);
      const row = access.row(user, object, id, 'delete');
      access.require(user, object, 'delete');
      transactions.run(() => remove(user, object, row));
      onWrite(object.name);
    },

    transaction: (work) => transactions.run(work),
  };

  function findByExternalId(
    user: UserContext,
    object: ObjectDef,
    fieldName: string,
    externalId: string,
  ): Row | undefined {
    const field = schema.field(object.name, fieldName);
    const usable = field && (field.externalId || field.type === 'id');
    if (!usable || !user.canField(object.name, field.name, 'read')) {
      throw new SalesforceError(
        'NOT_FOUND',
        `Provided external ID field does not exist or is not accessible: ${fieldName}`,
        { httpStatus: 404 },
      );
    }
    const value = parseFieldValue(field, externalId);
    if (value === null) {
      throw new SalesforceError('MISSING_ARGUMENT', `${field.name} not specified`, { fields: [field.name] });
    }
    const found = rows.findBy(object, field.name, value);
    if (found.length <= 1) return found[0];
    throw new SalesforceError(
      'DUPLICATE_EXTERNAL_ID',
      `${field.name}: more than one record found for external id field: [${found.map((row) => String(row.Id)).join(', ')}]`,
      { httpStatus: 300, fields: [field.name] },
    );
  }
}
