import type { Schema } from '../../schema/types.ts';
import type { FieldPath } from '../../soql/ast.ts';

/** The fields that a path reads on its way, lookups first: what a reader needs access to. */
export function fieldsAlong(
  schema: Schema,
  objectName: string,
  path: FieldPath,
): { object: string; field: string }[] {
  let object = objectName;
  return path.map((step, index) => {
    if (index === path.length - 1) return { object, field: step };
    const lookup = schema.parentRelationship(object, step);
    const here = { object, field: lookup?.name ?? step };
    object = lookup?.reference?.to[0] ?? '';
    return here;
  });
}
