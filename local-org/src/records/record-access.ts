import { SalesforceError } from '../errors.ts';
import { keyPrefixOf, requireId } from '../ids.ts';
import type { ObjectDef, Schema } from '../schema/types.ts';
import { recordAccessPredicate, type RecordAccess } from '../security/sharing.ts';
import type { ObjectPermission, UserContext } from '../security/types.ts';
import type { Statements } from '../store/statements.ts';
import { tableName } from '../store/tables.ts';
import type { Row } from './row.ts';
import type { RowStore } from './row-store.ts';

/** Answers whether a user may work with an object or a record, and throws what an org throws. */
export interface RecordAccessCheck {
  /** The object, or INVALID_TYPE where it does not exist or the user does not see it. */
  object(user: UserContext, name: string): ObjectDef;
  require(user: UserContext, object: ObjectDef, permission: ObjectPermission): void;
  /** The live row of an Id that the user may see and, as `access` says, change. */
  row(user: UserContext, object: ObjectDef, id: string, access: RecordAccess): Row;
  can(user: UserContext, object: ObjectDef, id: string, access: RecordAccess): boolean;
}

/** Creates the access checks over schema and rows. */
export function createRecordAccess(
  schema: Schema,
  rows: RowStore,
  statements: Statements,
): RecordAccessCheck {
  function can(user: UserContext, object: ObjectDef, id: string, access: RecordAccess): boolean {
    if (!user.canObject(object.name, access)) return false;
    const predicate = recordAccessPredicate(user, object.name, 'r', access);
    if (predicate === null) return true;
    const sql = `SELECT 1 FROM ${tableName(object.name)} r WHERE r."Id" = ? AND ${predicate.sql}`;
    return statements(sql).get(id, ...predicate.params) !== undefined;
  }

  return {
    can,
    object(user, name) {
      const object = schema.object(name);
      if (object && user.canObject(object.name, 'read')) return object;
      throw new SalesforceError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
    },

    require(user, object, permission) {
      if (!object.readOnly && user.canObject(object.name, permission)) return;
      if (permission === 'create') {
        throw new SalesforceError(
          'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          `entity type cannot be inserted: ${object.label}`,
        );
      }
      throw insufficientAccess();
    },

    row(user, object, id, access) {
      const id18 = requireId(id, 'Record ID');
      const row = keyPrefixOf(id18) === object.keyPrefix ? rows.get(object, id18) : undefined;
      if (!row || !can(user, object, id18, 'read')) {
        throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', {
          httpStatus: 404,
        });
      }
      if (row.IsDeleted === 1) {
        throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', { httpStatus: 404 });
      }
      if (access !== 'read' && !can(user, object, id18, access)) throw insufficientAccess();
      return row;
    },
  };
}

function insufficientAccess(): SalesforceError {
  return new SalesforceError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', {
    httpStatus: 403,
  });
}
