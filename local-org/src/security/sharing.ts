import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { columnName, tableName } from '../store/tables.ts';
import type { UserContext } from './types.ts';

/** A condition on the rows of one table, to be joined with AND. */
export interface SqlPredicate {
  sql: string;
  params: string[];
}

export type RecordAccess = 'read' | 'edit' | 'delete';

const NEVER: SqlPredicate = { sql: '0', params: [] };
/** Objects of the platform itself: who may read the object may read its records. */
const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event']);

/**
 * The rows of `objectName` that the user may read, as a condition on the table alias; null when every row is
 * visible. Org-wide default, ownership, role hierarchy, View All and the parent of a detail record count;
 * sharing rules and manual shares are not modelled.
 */
export function sharingPredicate(user: UserContext, objectName: string, alias: string): SqlPredicate | null {
  return recordAccessPredicate(user, objectName, alias, 'read');
}

/** As `sharingPredicate`, for reading, editing or deleting. */
export function recordAccessPredicate(
  user: UserContext,
  objectName: string,
  alias: string,
  access: RecordAccess,
): SqlPredicate | null {
  const object = user.schema.object(objectName);
  if (!object) return NEVER;
  if (hasAll(user, object, access)) return null;
  if (object.sharingModel === 'ControlledByParent') return throughParent(user, object, alias, access);
  if (isOpenToAll(object, access)) return null;
  if (!user.schema.field(object.name, 'OwnerId')) return access === 'read' ? NEVER : null;
  const own = ownedOrBelow(user, alias);
  return access === 'read' && ACTIVITIES.has(object.name)
    ? or([own, ...throughActivityRelations(user, object, alias)])
    : own;
}

function hasAll(user: UserContext, object: ObjectDef, access: RecordAccess): boolean {
  if (user.modifyAllData || user.canObject(object.name, 'modifyAll')) return true;
  return access === 'read' && (user.viewAllData || user.canObject(object.name, 'viewAll'));
}

function isOpenToAll(object: ObjectDef, access: RecordAccess): boolean {
  if (access === 'read') return object.sharingModel === 'Read' || object.sharingModel === 'ReadWrite';
  return access === 'edit' && object.sharingModel === 'ReadWrite';
}

/** Records of the user, and of everyone in a role below the user's. */
function ownedOrBelow(user: UserContext, alias: string): SqlPredicate {
  const owner = `${alias}."OwnerId"`;
  if (user.userRoleId === null) return { sql: `${owner} = ?`, params: [user.userId] };
  const below = `WITH RECURSIVE below(id) AS (
      SELECT "Id" FROM "UserRole" WHERE "ParentRoleId" = ?
      UNION SELECT r."Id" FROM "UserRole" r JOIN below ON r."ParentRoleId" = below.id
    ) SELECT u."Id" FROM "User" u JOIN below ON u."UserRoleId" = below.id`;
  return { sql: `(${owner} = ? OR ${owner} IN (${below}))`, params: [user.userId, user.userRoleId] };
}

/** A detail record, and a contact, goes with its parent: reading with reading, every change with editing. */
function throughParent(
  user: UserContext,
  object: ObjectDef,
  alias: string,
  access: RecordAccess,
): SqlPredicate | null {
  const parents = [...object.fields.values()].filter((field) => field.reference?.masterDetail);
  const fallback = object.name === 'Contact' ? user.schema.field('Contact', 'AccountId') : undefined;
  const fields = parents.length > 0 ? parents : fallback ? [fallback] : [];
  if (fields.length === 0) return NEVER;
  const conditions = fields
    .map((field) => parentCondition(user, field, alias, access === 'read' ? 'read' : 'edit'))
    .filter((condition) => condition !== null);
  if (conditions.length === 0) return null;
  const combined = and(conditions);
  // A contact without an account is private to its owner.
  return fallback
    ? or([combined, and([{ sql: `${alias}."AccountId" IS NULL`, params: [] }, ownedOrBelow(user, alias)])])
    : combined;
}

function parentCondition(
  user: UserContext,
  field: FieldDef,
  alias: string,
  access: 'read' | 'edit',
): SqlPredicate | null {
  const parent = user.schema.object(field.reference?.to[0] ?? '');
  if (!parent) return NEVER;
  // Nested parents get names of their own, so that no level hides another.
  const parentAlias = `${alias.replaceAll('"', '')}_${field.name}`;
  const inner = recordAccessPredicate(user, parent.name, parentAlias, access);
  if (inner === null) return null;
  return {
    sql: `EXISTS (SELECT 1 FROM ${tableName(parent.name)} ${parentAlias}
            WHERE ${parentAlias}."Id" = ${alias}.${columnName(field.name)} AND ${inner.sql})`,
    params: inner.params,
  };
}

/** Who reads the record that an activity is about may read the activity. */
function throughActivityRelations(user: UserContext, object: ObjectDef, alias: string): SqlPredicate[] {
  return ['WhatId', 'WhoId'].flatMap((fieldName) =>
    (user.schema.field(object.name, fieldName)?.reference?.to ?? []).flatMap((parentName) => {
      const parent = user.schema.object(parentName);
      if (!parent || !user.canObject(parentName, 'read')) return [];
      const parentAlias = `${alias.replaceAll('"', '')}_${fieldName}_${parentName}`;
      const inner = recordAccessPredicate(user, parentName, parentAlias, 'read');
      const column = `${alias}.${columnName(fieldName)}`;
      if (inner === null) {
        return [{ sql: `substr(${column}, 1, 3) = '${parent.keyPrefix}'`, params: [] }];
      }
      return [
        {
          sql: `EXISTS (SELECT 1 FROM ${tableName(parentName)} ${parentAlias}
                  WHERE ${parentAlias}."Id" = ${column} AND ${inner.sql})`,
          params: inner.params,
        },
      ];
    }),
  );
}

function join(operator: 'AND' | 'OR', predicates: readonly SqlPredicate[]): SqlPredicate {
  return {
    sql: `(${predicates.map(({ sql }) => sql).join(` ${operator} `)})`,
    params: predicates.flatMap(({ params }) => params),
  };
}

const and = (predicates: readonly SqlPredicate[]) => join('AND', predicates);
const or = (predicates: readonly SqlPredicate[]) => join('OR', predicates);
