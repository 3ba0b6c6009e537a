import type { JsonSchema } from './openapi.ts';

/** A field of an answer or a body. */
export interface FieldDescription {
  /** With what it stands in: `items[].risk.score`. */
  path: string;
  type: string;
  description: string;
}

/** The fields of a shape, those of objects and lists inside it after them. */
export function listFields({ properties = {} }: JsonSchema, above = ''): FieldDescription[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${above}${name}`;
    const inside = [schema.items, schema, ...(schema.anyOf ?? [])].find((each) => each?.properties) ?? {};
    const isList = schema.items !== undefined;
    return [
      { path, type: typeOf(schema), description: schema.description ?? '' },
      ...listFields(inside, `${path}${isList ? '[]' : ''}.`),
    ];
  });
}

/** What a value is, in words: `date`, `"At Risk", "Watch"`, `list of string`. */
export function typeOf({ type, format, enum: values, anyOf, items }: JsonSchema): string {
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  if (values) return values.map((value) => JSON.stringify(value)).join(', ');
  if (items) return `list of ${typeOf(items)}`;
  return format ?? [type ?? 'anything'].flat().join(' or ');
}
