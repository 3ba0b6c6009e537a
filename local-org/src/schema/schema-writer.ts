import type { DatabaseSync } from 'node:sqlite';
import { SalesforceError } from '../errors.ts';
import { toBase62 } from '../ids.ts';
import { checkFormula } from './formula/check-formula.ts';
import type { Sequences } from '../store/sequences.ts';
import type { Statements } from '../store/statements.ts';
import {
  columnDefinition,
  columnName,
  createTableStatements,
  indexName,
  indexStatements,
  tableName,
} from '../store/tables.ts';
import type { Definitions } from './definitions.ts';
import { checkFieldChange, checkNewField } from './field-changes.ts';
import type { SchemaRegistry } from './registry.ts';
import { SYSTEM_FIELD_NAMES, withSystemFields } from './system-fields.ts';
import type { FieldDef, ObjectDef, SchemaWriter } from './types.ts';

interface Parts {
  database: DatabaseSync;
  statements: Statements;
  sequences: Sequences;
  definitions: Definitions;
  registry: SchemaRegistry;
}

/** Creates the writer that keeps schema, definitions and tables in step. */
export function createSchemaWriter(parts: Parts): SchemaWriter {
  const { database, statements, sequences, definitions, registry } = parts;

  function requireObject(name: string): ObjectDef {
    const object = registry.object(name);
    if (object) return object;
    throw new SalesforceError('INVALID_TYPE', `Entity of type '${name}' does not exist`);
  }

  /** Custom objects are a00, a01, … in order of creation; a prefix is never used twice. */
  function nextKeyPrefix(): string {
    return `a${toBase62(sequences.next('custom object', 0), 2)}`;
  }

  function createObject(object: Omit<ObjectDef, 'fields' | 'keyPrefix'>): void {
    const keyPrefix = nextKeyPrefix();
    definitions.writeObject({ ...object, keyPrefix });
    const owned = object.sharingModel !== 'ControlledByParent';
    const fields = withSystemFields([], { owned });
    for (const field of fields) definitions.writeField(object.name, field);
    const table = { ...object, keyPrefix, fields: new Map(fields.map((field) => [field.name, field])) };
    for (const sql of createTableStatements(table)) database.exec(sql);
  }

  function reload(): void {
    registry.replaceAll(definitions.readAll());
  }

  return {
    saveObject(object) {
      const existing = registry.object(object.name);
      if (existing) {
        const { fields: _fields, ...attributes } = { ...existing, ...object, name: existing.name };
        definitions.writeObject(attributes);
      } else {
        createObject(object);
      }
      reload();
    },

    saveField(objectName, field) {
      const object = requireObject(objectName);
      const existing = registry.field(object.name, field.name);
      if (existing && SYSTEM_FIELD_NAMES.has(existing.name)) {
        throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', `${existing.name} is a field of the platform`);
      }
      if (field.formula) checkFormula(object, field);
      if (existing) {
        checkFieldChange(statements, object, existing, field);
        if (!existing.formula) database.exec(`DROP INDEX IF EXISTS ${indexName(object.name, existing.name)}`);
      } else {
        checkNewField(statements, object, field);
        const definition = columnDefinition(field);
        if (definition) database.exec(`ALTER TABLE ${tableName(object.name)} ADD COLUMN ${definition}`);
      }
      const saved = { ...field, name: existing?.name ?? field.name };
      for (const sql of indexStatements(object.name, saved)) database.exec(sql);
      definitions.writeField(object.name, saved);
      reload();
    },

    removeField(objectName, fieldName) {
      const object = requireObject(objectName);
      const field = registry.field(object.name, fieldName);
      if (!field?.custom) {
        throw new SalesforceError('INVALID_FIELD', `No custom field ${fieldName} on ${object.name}`);
      }
      dropColumn(object, field);
      definitions.deleteField(object.name, field.name);
      reload();
    },

    removeObject(objectName) {
      const object = requireObject(objectName);
      if (!object.custom) {
        throw new SalesforceError('INVALID_TYPE', `${object.name} is a standard object and stays`);
      }
      database.exec(`DROP TABLE ${tableName(object.name)}`);
      definitions.deleteObject(object.name);
      reload();
    },

    reload,
  };

  function dropColumn(object: ObjectDef, field: FieldDef): void {
    if (field.formula) return;
    database.exec(`DROP INDEX IF EXISTS ${indexName(object.name, field.name)}`);
    database.exec(`ALTER TABLE ${tableName(object.name)} DROP COLUMN ${columnName(field.name)}`);
  }
}
