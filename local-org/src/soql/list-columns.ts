import type { FieldDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { FieldPath, FunctionCall, Query } from './ast.ts';

/** What one item of a SELECT list answers, names in declared case. */
export type SelectedColumn =
  | { kind: 'field'; path: string[]; field: FieldDef }
  | { kind: 'call'; name: string; call: FunctionCall }
  | { kind: 'children'; name: string; columns: SelectedColumn[] };

/**
 * The columns of a query that has run, or would: names that lead nowhere are left out, since running the
 * query reports them.
 */
export function listColumns(schema: Schema, user: UserContext, query: Query): SelectedColumn[] {
  let expressions = 0;
  return query.select.flatMap((item): SelectedColumn[] => {
    switch (item.kind) {
      case 'field':
        return fieldColumn(schema, query, item.path);
      case 'aggregate':
        return [{ kind: 'call', name: item.alias ?? `expr${expressions++}`, call: item.call }];
      case 'fields': {
        const fields = [...(schema.object(query.from)?.fields.values() ?? [])];
        return fields
          .filter((field) => item.group === 'ALL' || field.custom === (item.group === 'CUSTOM'))
          .filter((field) => user.canField(query.from, field.name, 'read'))
          .map((field) => ({ kind: 'field', path: [field.name], field }));
      }
      case 'subquery': {
        const child = schema
          .childRelationships(query.from)
          .find(({ name }) => name.toLowerCase() === item.query.from.toLowerCase());
        if (!child) return [];
        const columns = listColumns(schema, user, {
          ...item.query,
          from: child.childObject,
          alias: item.query.from,
        });
        return [{ kind: 'children', name: child.name, columns }];
      }
    }
  });
}

function fieldColumn(schema: Schema, { from, alias }: Query, path: FieldPath): SelectedColumn[] {
  const prefix = path[0]?.toLowerCase();
  const isPrefixed = path.length > 1 && (prefix === from.toLowerCase() || prefix === alias?.toLowerCase());
  const names = isPrefixed ? path.slice(1) : path;
  const declared: string[] = [];
  let objects = [from];
  for (const name of names.slice(0, -1)) {
    const lookups = objects.flatMap((object) => schema.parentRelationship(object, name)?.reference ?? []);
    declared.push(lookups[0]?.relationshipName ?? name);
    objects = lookups.flatMap(({ to }) => to);
  }
  const last = names.at(-1) ?? '';
  const field = objects.map((object) => schema.field(object, last)).find((found) => found !== undefined);
  return field ? [{ kind: 'field', path: [...declared, field.name], field }] : [];
}
