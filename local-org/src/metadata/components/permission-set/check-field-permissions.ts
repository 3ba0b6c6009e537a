import type { FieldDef, ObjectDef } from '../../../schema/types.ts';
import { isGovernedStandardField } from '../../../security/standard-fields.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { splitChildName } from '../../types/source-component.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { DeployContext } from '../handler.ts';
import { notFound, problemAt } from '../problem.ts';

/** Checks the field permissions of a permission set: fields that exist, that may have permissions, each once. */
export function checkFieldPermissions(set: XmlElement, { org }: DeployContext): ComponentProblem[] {
  const seen = new Set<string>();
  return childrenNamed(set, 'fieldPermissions').flatMap((entry) => {
    const fullName = childText(entry, 'field') ?? '';
    const at = childNamed(entry, 'field');
    const [objectName, fieldName] = splitChildName(fullName);
    const object = org.schema.object(objectName);
    const field = org.schema.field(objectName, fieldName);
    const isStandard = isGovernedStandardField(objectName, fieldName);
    if (!isStandard && (!object || field?.name !== fieldName || object.name !== objectName)) {
      return [notFound(at, 'field', 'CustomField', fullName)];
    }
    if (seen.has(fullName)) return [problemAt(entry, `The field ${fullName} has permissions more than once`)];
    seen.add(fullName);
    if (!isStandard && !(object && field && mayHavePermissions(object, field))) {
      return [problemAt(at, `You cannot deploy to a required field: ${fullName}`)];
    }
    if (childFlag(entry, 'editable') && !childFlag(entry, 'readable')) {
      return [problemAt(entry, `Field ${fullName} cannot be editable without being readable`)];
    }
    if (childFlag(entry, 'editable') && field && isComputed(field)) {
      return [problemAt(at, `Field ${fullName} is not editable`)];
    }
    return [];
  });
}

function isComputed(field: FieldDef): boolean {
  return Boolean(field.formula ?? field.autoNumber) || (!field.createable && !field.updateable);
}

/** Required custom fields and masters are always visible with the object. A checkbox is never null and yet not required. */
function mayHavePermissions(object: ObjectDef, field: FieldDef): boolean {
  if (!field.custom || field.reference?.masterDetail || field.name === object.nameField) return false;
  return field.nillable || field.type === 'boolean';
}
