import { notImplemented } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { FieldPath } from '../../soql/ast.ts';
import { badParameter, invalidField } from '../errors.ts';

/** Relationships that a field name may follow: `Account.Parent.Owner.Name` follows two. */
const MAX_LEVELS = 5;

/**
 * The paths that qualified names (`Account.Owner.Name`) stand for, from the record on. A name in `fields` that
 * the user cannot read is an error; one in `optionalFields` is left out.
 */
export function fieldSelection(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  { fields, optionalFields }: { fields: readonly string[]; optionalFields: readonly string[] },
): FieldPath[] {
  const required = fields.map((name) => {
    const path = resolve(org, user, object, name, 'fields');
    if (Array.isArray(path)) return path;
    throw invalidField(path.object, path.missing);
  });
  const optional = optionalFields
    .map((name) => resolve(org, user, object, name, 'optionalFields'))
    .filter((path) => Array.isArray(path));
  return [...required, ...optional];
}

interface Missing {
  object: string;
  missing: string;
}

function resolve(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  name: string,
  parameter: string,
): FieldPath | Missing {
  const [first, ...steps] = name.split('.');
  if (steps.length === 0) throw badParameter(parameter, `expected ObjectApiName.FieldName, not ${name}`);
  if (steps.length > MAX_LEVELS + 1)
    throw badParameter(parameter, `${name} follows more than ${MAX_LEVELS} relationships`);
  if (first?.toLowerCase() !== object.name.toLowerCase()) return { object: object.name, missing: name };
  return follow(org, user, object, steps);
}

function follow(
  org: Org,
  user: UserContext,
  object: ObjectDef,
  steps: readonly string[],
): FieldPath | Missing {
  const [step = '', ...rest] = steps;
  const missing = { object: object.name, missing: step };
  if (rest.length === 0) {
    const field = org.schema.field(object.name, step);
    const readable = field && (field.name === 'Id' || user.canField(object.name, field.name, 'read'));
    return readable ? [field.name] : missing;
  }
  const relationship = org.schema.parentRelationship(object.name, step);
  if (!relationship) {
    if (org.schema.childRelationships(object.name).some(({ name }) => name === step)) {
      throw notImplemented(`child relationships in record requests (${object.name}.${steps.join('.')})`);
    }
    return missing;
  }
  const target = relationship.reference?.to.map((name) => org.schema.object(name))[0];
  if (
    !target ||
    !user.canField(object.name, relationship.name, 'read') ||
    !user.canObject(target.name, 'read')
  ) {
    return missing;
  }
  const deeper = follow(org, user, target, rest);
  return Array.isArray(deeper) ? [relationship.reference?.relationshipName ?? step, ...deeper] : deeper;
}
