/** Fields as GraphQL answers them, each with its value. */
export type Values<Fields> = { [Field in keyof Fields]: { value: Fields[Field] } };

/** Gives each field the shape in which GraphQL answers it. */
export function valuesOf<Fields extends object>(fields: Fields): Values<Fields> {
  const entries = Object.entries(fields).map(([field, value]) => [field, { value }]);
  return Object.fromEntries(entries) as Values<Fields>;
}
