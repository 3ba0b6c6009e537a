import type { FieldDef, Schema } from '../../schema/types.ts';
import type { FieldPath } from '../../soql/ast.ts';

/** Where a field of a report type leads. */
export interface ResolvedReportField {
  /** What is shown and filtered: of a lookup, the name of the record it points to. */
  path: FieldPath;
  /** The field at the end of the path. */
  field: FieldDef;
  /** The record that the shown text is the name of. */
  idPath: FieldPath | undefined;
  label: string;
}

/**
 * Finds a field as report types name it: `CS_ARR__c`, `Owner` (standard lookups go without `Id`), or over
 * lookups `CS_Account__c.CS_Tier__c`. Undefined when it leads nowhere.
 */
export function resolveReportField(
  schema: Schema,
  objectName: string,
  name: string,
): ResolvedReportField | undefined {
  const steps = name.split('.');
  const last = steps.pop() ?? '';
  let object = objectName;
  const path: FieldPath = [];
  for (const step of steps) {
    const reference = lookupField(schema, object, step)?.reference;
    if (!reference || reference.to.length !== 1) return undefined;
    path.push(reference.relationshipName);
    object = reference.to[0]!;
  }
  const lookup = lookupField(schema, object, last);
  if (lookup?.reference) return throughLookup(schema, path, lookup);
  const field = schema.field(object, last);
  if (!field || field.type === 'reference') return undefined;
  const isName = field.name === schema.object(object)?.nameField;
  return {
    path: [...path, field.name],
    field,
    idPath: isName ? [...path, 'Id'] : undefined,
    label: field.label,
  };
}

function throughLookup(schema: Schema, path: FieldPath, lookup: FieldDef): ResolvedReportField | undefined {
  const { to, relationshipName } = lookup.reference!;
  const target = schema.object(to[0] ?? '');
  const field = target && schema.field(target.name, target.nameField);
  if (!field || to.length !== 1) return undefined;
  return {
    path: [...path, relationshipName, field.name],
    field,
    idPath: [...path, lookup.name],
    label: lookup.label.replace(/ ID$/, ''),
  };
}

/** A lookup by the name that report types give it. */
function lookupField(schema: Schema, objectName: string, name: string): FieldDef | undefined {
  const field = schema.field(objectName, name.endsWith('__c') ? name : `${name}Id`);
  return field?.type === 'reference' ? field : undefined;
}
