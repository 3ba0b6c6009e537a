import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from '../store/statements.ts';
import type { PermissionSetDef } from './types.ts';

/** Definitions of permission sets; their records and assignments are ordinary sObjects. */
export interface PermissionSetStore {
  put(definition: PermissionSetDef): void;
  remove(name: string): void;
  /** The definitions assigned to a user. */
  assignedTo(userId: string): PermissionSetDef[];
}

/** Creates the store in the org's database. */
export function createPermissionSetStore(database: DatabaseSync, statements: Statements): PermissionSetStore {
  database.exec(
    `CREATE TABLE IF NOT EXISTS _permission_sets (
       name TEXT PRIMARY KEY COLLATE NOCASE, definition TEXT NOT NULL
     ) STRICT`,
  );
  return {
    put: (definition) =>
      void statements(
        `INSERT INTO _permission_sets (name, definition) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`,
      ).run(definition.name, JSON.stringify(definition)),
    remove: (name) => void statements('DELETE FROM _permission_sets WHERE name = ?').run(name),
    assignedTo: (userId) =>
      statements(
        `SELECT d.definition FROM "PermissionSetAssignment" a
           JOIN "PermissionSet" s ON s."Id" = a."PermissionSetId" AND s."IsDeleted" = 0
           JOIN _permission_sets d ON d.name = s."Name"
          WHERE a."AssigneeId" = ? AND a."IsDeleted" = 0`,
      )
        .all(userId)
        .map((row) => JSON.parse(String(row.definition)) as PermissionSetDef),
  };
}
