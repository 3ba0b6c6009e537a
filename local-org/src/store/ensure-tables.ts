import type { DatabaseSync } from 'node:sqlite';
import type { ObjectDef } from '../schema/types.ts';
import { columnDefinition, createTableStatements, tableName } from './tables.ts';

/**
 * Creates the tables that are not there yet, and adds the columns that a newer version of the standard
 * schema has beyond what a kept org knows.
 */
export function ensureTables(database: DatabaseSync, objects: readonly ObjectDef[]): void {
  for (const object of objects) {
    const known = new Set(
      database
        .prepare('SELECT name FROM pragma_table_info(?)')
        .all(object.name)
        .map((row) => String(row.name).toLowerCase()),
    );
    const missing = [...object.fields.values()].filter((field) => !known.has(field.name.toLowerCase()));
    const definitions =
      known.size === 0 ? [] : missing.map(columnDefinition).filter((one) => one !== undefined);
    for (const definition of definitions) {
      database.exec(`ALTER TABLE ${tableName(object.name)} ADD COLUMN ${definition}`);
    }
    for (const sql of createTableStatements(object)) database.exec(sql);
  }
}
