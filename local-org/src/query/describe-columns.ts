import type { Org } from '../org.ts';
import type { FieldDef, FieldType } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import { AGGREGATE_FUNCTIONS } from '../soql/functions.ts';
import { listColumns, type SelectedColumn } from '../soql/list-columns.ts';
import { parseSoql } from '../soql/parse-soql.ts';

const NUMBER_TYPES: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);

interface ColumnMetadata {
  aggregate: boolean;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

/** What `?columns=true` answers: the columns of a query instead of its records. The query is run, so that its faults show. */
export function describeColumns(org: Org, user: UserContext, text: string): object {
  const { query } = parseSoql(text);
  org.queries.soql(user, text);
  const object = org.schema.object(query.from);
  const columns = listColumns(org.schema, user, query);
  return {
    columnMetadata: columns.map(toMetadata),
    entityName: object?.name ?? query.from,
    groupBy: query.groupBy !== undefined,
    idSelected: columns.some((column) => column.kind === 'field' && column.path.join('.') === 'Id'),
    keyPrefix: object?.keyPrefix ?? null,
  };
}

function toMetadata(column: SelectedColumn): ColumnMetadata {
  switch (column.kind) {
    case 'field':
      return fieldMetadata(column.path, column.field);
    case 'call': {
      const { name, arg } = column.call;
      const displayName = `${name}(${arg?.join('.') ?? ''})`;
      return {
        ...metadata(column.name),
        displayName,
        aggregate: true,
        numberType: AGGREGATE_FUNCTIONS.has(name),
      };
    }
    case 'children':
      return { ...metadata(column.name), aggregate: true, joinColumns: column.columns.map(toMetadata) };
  }
}

function fieldMetadata([name = '', ...rest]: string[], field: FieldDef): ColumnMetadata {
  if (rest.length > 0) return { ...metadata(name), joinColumns: [fieldMetadata(rest, field)] };
  return {
    ...metadata(name),
    booleanType: field.type === 'boolean',
    custom: field.custom,
    foreignKeyName: field.reference?.relationshipName ?? null,
    insertable: field.createable,
    numberType: NUMBER_TYPES.has(field.type),
    textType: field.type !== 'boolean' && !NUMBER_TYPES.has(field.type),
    updatable: field.updateable,
  };
}

function metadata(columnName: string): ColumnMetadata {
  return {
    aggregate: false,
    booleanType: false,
    columnName,
    custom: false,
    displayName: columnName,
    foreignKeyName: null,
    insertable: false,
    joinColumns: [],
    numberType: false,
    textType: false,
    updatable: false,
  };
}
