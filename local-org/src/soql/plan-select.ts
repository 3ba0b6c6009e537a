import { notImplemented } from '../errors.ts';
import { keyPrefixOf } from '../ids.ts';
import type { FieldPath, Query, SelectItem } from './ast.ts';
import type { ColumnList } from './column-list.ts';
import type { CompileContext } from './compile-context.ts';
import { invalidField, malformed } from './query-faults.ts';
import type { QueryScope, ResolvedField, Table } from './query-scope.ts';
import { readLabel, readValue, type ChildPlan, type PlanEntry, type RecordPlan } from './record-plan.ts';

/** FIELDS(ALL) and FIELDS(CUSTOM) need a LIMIT no greater. */
const FIELDS_LIMIT = 200;

export type CompileChildren = (context: CompileContext, parent: QueryScope, query: Query) => ChildPlan;

/** Works out the columns of a SELECT list and the shape of its records. */
export function planSelect(
  context: CompileContext,
  scope: QueryScope,
  query: Query,
  columns: ColumnList,
  compileChildren: CompileChildren,
): RecordPlan {
  const planner = new SelectPlanner(context, scope, columns);
  for (const item of expandFields(context, scope, query)) {
    if (item.kind === 'subquery') {
      const relationship = item.query.from;
      const children = compileChildren(context, scope, item.query);
      planner.put(
        planner.plan,
        childName(context, scope, relationship),
        { kind: 'children', children },
        undefined,
      );
      continue;
    }
    if (item.kind !== 'aggregate') {
      if (item.alias !== undefined)
        throw malformed(context, item.path, 'only aggregate expressions use field aliasing');
      planner.field(item.path, (resolved) => readValue(resolved.field.type));
      continue;
    }
    const { name, arg } = item.call;
    if (name !== 'TOLABEL' || !arg) throw notImplemented(`${name} in the SELECT list of records`);
    planner.field(arg, (resolved) => readLabel(resolved.field), item.alias);
  }
  return planner.plan;
}

class SelectPlanner {
  readonly plan: RecordPlan;
  readonly #context: CompileContext;
  readonly #scope: QueryScope;
  readonly #columns: ColumnList;

  constructor(context: CompileContext, scope: QueryScope, columns: ColumnList) {
    this.#context = context;
    this.#scope = scope;
    this.#columns = columns;
    this.plan = this.#planOf(scope.root);
  }

  field(
    path: FieldPath,
    reader: (resolved: ResolvedField) => (raw: unknown) => ReturnType<ReturnType<typeof readValue>>,
    alias?: string,
  ): void {
    const resolved = this.#scope.resolve(path);
    let plan = this.plan;
    for (const relationship of resolved.table.relationships)
      plan = this.#parentPlan(plan, relationship, resolved);
    const column = this.#columns.add(resolved.value);
    this.put(plan, alias ?? resolved.field.name, { kind: 'value', column, read: reader(resolved) }, path);
  }

  put(plan: RecordPlan, name: string, entry: PlanEntry, place: FieldPath | undefined): void {
    if (plan.entries.has(name)) throw invalidField(this.#context, place, `duplicate field selected: ${name}`);
    plan.entries.set(name, entry);
  }

  #parentPlan(plan: RecordPlan, relationship: string, resolved: ResolvedField): RecordPlan {
    const known = plan.entries.get(relationship);
    if (known?.kind === 'parent') return known.plan;
    const depth = resolved.table.relationships.indexOf(relationship) + 1;
    const table = this.#scope.table(resolved.table.relationships.slice(0, depth)) ?? resolved.table;
    const entry: PlanEntry = { kind: 'parent', plan: this.#planOf(table) };
    plan.entries.set(relationship, entry);
    return entry.plan;
  }

  #planOf(table: Table): RecordPlan {
    const single = table.sources.length === 1 ? table.sources[0]?.object.name : undefined;
    return {
      idColumn: this.#columns.add(table.id),
      typeOf: (id) => single ?? this.#context.schema.objectByKeyPrefix(keyPrefixOf(id))?.name ?? 'Name',
      entries: new Map(),
    };
  }
}

function childName(context: CompileContext, scope: QueryScope, name: string): string {
  const known = context.schema
    .childRelationships(scope.object.name)
    .find((child) => child.name.toLowerCase() === name.toLowerCase());
  return known?.name ?? name;
}

type PlainItem = Exclude<SelectItem, { kind: 'fields' }>;

/** Puts the readable fields in the place of FIELDS(…). */
function expandFields(context: CompileContext, scope: QueryScope, query: Query): PlainItem[] {
  return query.select.flatMap((item): PlainItem[] => {
    if (item.kind !== 'fields') return [item];
    if (item.group !== 'STANDARD' && (query.limit === undefined || query.limit > FIELDS_LIMIT)) {
      throw malformed(
        context,
        query,
        `The SOQL FIELDS function must have a LIMIT of at most ${FIELDS_LIMIT}`,
      );
    }
    const { object } = scope;
    return [...object.fields.values()]
      .filter((field) => item.group === 'ALL' || field.custom === (item.group === 'CUSTOM'))
      .filter((field) => context.user.canField(object.name, field.name, 'read'))
      .map((field) => ({ kind: 'field', path: [field.name] }));
  });
}
