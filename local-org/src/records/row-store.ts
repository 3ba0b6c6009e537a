import type { ObjectDef } from '../schema/types.ts';
import type { Statements } from '../store/statements.ts';
import { columnName, tableName } from '../store/tables.ts';
import type { Row, SqlValue } from './row.ts';

/** Reads and writes whole rows, without a check: the checks come before. */
export interface RowStore {
  /** The row of an Id, deleted or not. */
  get(object: ObjectDef, id: string): Row | undefined;
  /** Live rows whose column equals the value; text compares without case unless its field says otherwise. */
  findBy(object: ObjectDef, fieldName: string, value: SqlValue, limit?: number): Row[];
  insert(object: ObjectDef, row: Row): void;
  update(object: ObjectDef, id: string, changes: Row): void;
  /** Takes a row away for good. */
  erase(object: ObjectDef, id: string): void;
}

/** Creates the row store. */
export function createRowStore(statements: Statements): RowStore {
  return {
    get: (object, id) =>
      statements(`SELECT * FROM ${tableName(object.name)} WHERE "Id" = ?`).get(id) as Row | undefined,
    findBy(object, fieldName, value, limit = -1) {
      const collation = object.fields.get(fieldName)?.caseSensitive ? ' COLLATE BINARY' : '';
      return statements(
        `SELECT * FROM ${tableName(object.name)}
          WHERE ${columnName(fieldName)} = ?${collation} AND "IsDeleted" = 0 LIMIT ?`,
      ).all(value, limit) as Row[];
    },
    insert(object, row) {
      const names = Object.keys(row);
      statements(
        `INSERT INTO ${tableName(object.name)} (${names.map(columnName).join(', ')})
         VALUES (${names.map(() => '?').join(', ')})`,
      ).run(...Object.values(row));
    },
    update(object, id, changes) {
      const names = Object.keys(changes);
      if (names.length === 0) return;
      statements(
        `UPDATE ${tableName(object.name)} SET ${names.map((name) => `${columnName(name)} = ?`).join(', ')}
          WHERE "Id" = ?`,
      ).run(...Object.values(changes), id);
    },
    erase: (object, id) => void statements(`DELETE FROM ${tableName(object.name)} WHERE "Id" = ?`).run(id),
  };
}
