import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { Condition, FieldPath, OrderBy } from '../../soql/ast.ts';
import { regionOf } from '../../ui-model/region.ts';
import { basePaths, recordRepresentation } from './record-representation.ts';
import type { RecordRepresentation } from './record-representation.ts';

export interface RecordsQuery {
  where?: Condition;
  orderBy?: OrderBy[];
  limit?: number;
  offset?: number;
}

/** Reads records of one object with the given fields, as UI API represents them. */
export function readRecords(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  paths: readonly FieldPath[],
  query: RecordsQuery,
): RecordRepresentation[] {
  const select = new Map<string, FieldPath>();
  for (const path of [...basePaths(object), ...paths.flatMap((one) => withParents(org, object, one))]) {
    select.set(path.join('.'), path);
  }
  const { records } = org.queries.run(user, {
    from: object.name,
    select: [...select.values()].map((path) => ({ kind: 'field', path })),
    ...query,
  });
  const region = regionOf(org, user.userId);
  return records.map((row) => recordRepresentation(org, object, row, paths, region));
}

/** A path, with what the records along it need: their own base fields, and the references that lead to them. */
function withParents(org: Org, object: ObjectDef, path: FieldPath, prefix: FieldPath = []): FieldPath[] {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return [[...prefix, first]];
  const reference = org.schema.parentRelationship(object.name, first);
  const [only, ...others] = reference?.reference?.to ?? [];
  const target = org.schema.object(only ?? '');
  const down = [...prefix, first];
  const own = reference ? [[...prefix, reference.name]] : [];
  // Of a polymorphic parent only its Id and name can be read.
  const base =
    target && others.length === 0
      ? basePaths(target, down)
      : [
          [...down, 'Id'],
          [...down, 'Name'],
        ];
  return [...own, ...base, ...(target ? withParents(org, target, rest, down) : [])];
}
