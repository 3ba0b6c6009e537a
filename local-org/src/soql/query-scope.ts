import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { columnName, tableName } from '../store/tables.ts';
import type { FieldPath } from './ast.ts';
import type { CompileContext } from './compile-context.ts';
import { malformed, noSuchColumn, noSuchParent } from './query-faults.ts';
import { join, sql, type Sql } from './sql.ts';

/** Parents above the root: `Contact.Account.Owner.FirstName` is three. */
const MAX_PARENT_LEVELS = 5;

/** One object of a select, as a table of its statement. */
interface Source {
  object: ObjectDef;
  alias: string;
}

/** The root of a select, or a parent reached from it: several objects when the lookup may point to several. */
export interface Table {
  sources: Source[];
  /** Relationship names from the root, in declared case; empty for the root. */
  relationships: string[];
  /** SQL of the record's Id. */
  id: string;
}

export interface ResolvedField {
  table: Table;
  field: FieldDef;
  /** Relationship names and the field's own, in declared case. */
  path: string[];
  /** SQL of the value. */
  value: string;
}

/** The names a query's paths start from, and the joins they ask for. */
export class QueryScope {
  readonly root: Table;
  readonly object: ObjectDef;
  readonly alias: string;
  readonly #context: CompileContext;
  readonly #prefixes: Set<string>;
  readonly #tables = new Map<string, Table>();
  readonly #joins: Sql[] = [];

  constructor(context: CompileContext, object: ObjectDef, prefix?: string) {
    this.#context = context;
    this.object = object;
    this.alias = context.nextAlias();
    this.#prefixes = new Set([object.name.toLowerCase(), ...(prefix ? [prefix.toLowerCase()] : [])]);
    this.root = {
      sources: [{ object, alias: this.alias }],
      relationships: [],
      id: `${this.alias}.${columnName('Id')}`,
    };
  }

  /** `FROM "Account" t0 LEFT JOIN …`, with every join that was resolved so far. */
  from(): Sql {
    return this.#joins.reduce(
      (from, next) => sql`${from} ${next}`,
      sql`FROM ${tableName(this.object.name)} ${this.alias}`,
    );
  }

  /** Finds a field the user may read, joining the parents on the way. */
  resolve(path: FieldPath): ResolvedField {
    const names = path.length > 1 && this.#prefixes.has((path[0] ?? '').toLowerCase()) ? path.slice(1) : path;
    const name = names.at(-1) ?? '';
    if (names.length - 1 > MAX_PARENT_LEVELS) {
      throw malformed(
        this.#context,
        path,
        `The path '${path.join('.')}' goes up ${names.length - 1} levels; SOQL allows ${MAX_PARENT_LEVELS}.`,
      );
    }
    const table = names.slice(0, -1).reduce((child, step) => this.#parent(child, step, path), this.root);
    return this.#field(table, name, path);
  }

  /** The joined parent at the end of these relationship names, in declared case. */
  table(relationships: readonly string[]): Table | undefined {
    return this.#tables.get(relationships.join('.'));
  }

  #field(table: Table, name: string, path: FieldPath): ResolvedField {
    const isPolymorphic = table.sources.length > 1;
    if (isPolymorphic && name.toLowerCase() === 'type') return this.#typeOf(table);
    // What a lookup to several objects points to is a Name, whose Name is the number of a case:
    // https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_name.htm
    const isName = isPolymorphic && name.toLowerCase() === 'name';
    const found = table.sources.flatMap(({ object, alias }) => {
      const field = this.#readable(object, isName ? object.nameField : name);
      return field ? [{ field, value: this.#context.fieldSql(object, field, alias) }] : [];
    });
    const [first] = found;
    if (!first) throw noSuchColumn(this.#context, path, name, this.#nameOf(table));
    const field = isName ? { ...first.field, name: 'Name' } : first.field;
    return {
      table,
      field,
      path: [...table.relationships, field.name],
      // COALESCE would lose the column's own collation.
      value:
        found.length > 1
          ? `COALESCE(${found.map(({ value }) => value).join(', ')}) COLLATE NOCASE`
          : first.value,
    };
  }

  /** `What.Type`: the object a lookup to several objects points to. */
  #typeOf(table: Table): ResolvedField {
    const cases = table.sources.map(
      ({ object, alias }) => `WHEN ${alias}.${columnName('Id')} IS NOT NULL THEN '${object.name}'`,
    );
    const field: FieldDef = {
      name: 'Type',
      label: 'Type',
      type: 'string',
      custom: false,
      nillable: true,
      createable: false,
      updateable: false,
    };
    return { table, field, path: [...table.relationships, 'Type'], value: `(CASE ${cases.join(' ')} END)` };
  }

  #parent(child: Table, name: string, path: FieldPath): Table {
    const lookups = child.sources.flatMap(({ object, alias }) => {
      const field = this.#context.schema.parentRelationship(object.name, name);
      return field?.reference && this.#readable(object, field.name)
        ? [{ reference: field.reference, value: this.#context.fieldSql(object, field, alias) }]
        : [];
    });
    const first = lookups[0];
    if (!first) throw noSuchParent(this.#context, path, name);
    const relationships = [...child.relationships, first.reference.relationshipName];
    const known = this.#tables.get(relationships.join('.'));
    if (known) return known;

    const targets = [...new Set(lookups.flatMap(({ reference }) => reference.to))]
      .map((target) => this.#context.schema.object(target))
      .filter((object) => object !== undefined && this.#context.user.canObject(object.name, 'read'));
    const sources = targets.flatMap((object) =>
      object ? [{ object, alias: this.#context.nextAlias() }] : [],
    );
    if (sources.length === 0) throw noSuchParent(this.#context, path, name);
    const foreignKey =
      lookups.length > 1 ? `COALESCE(${lookups.map(({ value }) => value).join(', ')})` : first.value;
    for (const source of sources) this.#joins.push(this.#join(source, foreignKey));
    const ids = sources.map(({ alias }) => `${alias}.${columnName('Id')}`);
    const table: Table = {
      sources,
      relationships,
      id: ids.length > 1 ? `COALESCE(${ids.join(', ')})` : (ids[0] ?? 'NULL'),
    };
    this.#tables.set(relationships.join('.'), table);
    return table;
  }

  /** A parent that the user may not see joins as if there were none. */
  #join({ object, alias }: Source, foreignKey: string): Sql {
    const key = sql`${alias}.${columnName('Id')} = ${foreignKey}`;
    const visible = this.#context.sharing(object, alias);
    return sql`LEFT JOIN ${tableName(object.name)} ${alias} ON ${join(visible ? [key, visible] : [key], ' AND ') ?? key}`;
  }

  #readable(object: ObjectDef, name: string): FieldDef | undefined {
    const field = this.#context.schema.field(object.name, name);
    return field && this.#context.user.canField(object.name, field.name, 'read') ? field : undefined;
  }

  /** The platform calls what a lookup to several objects points to `Name`. */
  #nameOf(table: Table): string {
    return table.sources.length > 1 ? 'Name' : (table.sources[0]?.object.name ?? '');
  }
}
