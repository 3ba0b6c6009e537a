import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from '../store/statements.ts';
import { STANDARD_OBJECTS } from './standard/standard-objects.ts';
import type { FieldDef, ObjectDef } from './types.ts';

export type ObjectAttributes = Omit<ObjectDef, 'fields'>;

/** What a deploy added to the standard schema, kept in the database beside the data it describes. */
export interface Definitions {
  /** Standard objects with their custom fields, then custom objects. */
  readAll(): ObjectDef[];
  writeObject(object: ObjectAttributes): void;
  writeField(objectName: string, field: FieldDef): void;
  deleteObject(objectName: string): void;
  deleteField(objectName: string, fieldName: string): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS _objects (
    name TEXT PRIMARY KEY COLLATE NOCASE, definition TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS _fields (
    object TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL,
    UNIQUE (object, name)
  ) STRICT;`;

function parse<T>(value: unknown): T {
  return JSON.parse(String(value)) as T;
}

/** Creates the definitions of a database. */
export function createDefinitions(database: DatabaseSync, statements: Statements): Definitions {
  database.exec(TABLES);

  function readAll(): ObjectDef[] {
    const attributes = new Map<string, ObjectAttributes>();
    const fields = new Map<string, Map<string, FieldDef>>();
    for (const { fields: own, ...rest } of STANDARD_OBJECTS) {
      attributes.set(rest.name, rest);
      fields.set(rest.name, new Map(own));
    }
    for (const row of statements('SELECT definition FROM _objects ORDER BY rowid').all()) {
      const object = parse<ObjectAttributes>(row.definition);
      attributes.set(object.name, object);
      if (!fields.has(object.name)) fields.set(object.name, new Map());
    }
    for (const row of statements('SELECT object, definition FROM _fields ORDER BY rowid').all()) {
      const field = parse<FieldDef>(row.definition);
      fields.get(String(row.object))?.set(field.name, field);
    }
    return [...attributes.values()].map((object) => ({
      ...object,
      fields: fields.get(object.name) ?? new Map<string, FieldDef>(),
    }));
  }

  return {
    readAll,
    writeObject: (object) =>
      void statements(
        `INSERT INTO _objects (name, definition) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`,
      ).run(object.name, JSON.stringify(object)),
    writeField: (objectName, field) =>
      void statements(
        `INSERT INTO _fields (object, name, definition) VALUES (?, ?, ?)
         ON CONFLICT (object, name) DO UPDATE SET definition = excluded.definition`,
      ).run(objectName, field.name, JSON.stringify(field)),
    deleteObject(objectName) {
      statements('DELETE FROM _fields WHERE object = ?').run(objectName);
      statements('DELETE FROM _objects WHERE name = ?').run(objectName);
    },
    deleteField: (objectName, fieldName) =>
      void statements('DELETE FROM _fields WHERE object = ? AND name = ?').run(objectName, fieldName),
  };
}
