/** The constant that a `defaultValue` formula stands for, or why it cannot be told. */
export type DefaultValue = { value: string | number | boolean } | { problem: string };

/**
 * Reads the default of a field. It is a formula in the platform's language; the local org takes constants:
 * `"text"`, `5`, `true`.
 */
export function readDefaultValue(fieldType: string, formula: string): DefaultValue {
  if (fieldType === 'Checkbox') {
    if (formula === 'true' || formula === 'false') return { value: formula === 'true' };
    return { problem: `defaultValue: '${formula}' is not valid for a Checkbox; expected true or false` };
  }
  const quoted = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^'\\]|\\.)*)'$/.exec(formula);
  if (quoted) return { value: (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1') };
  if (/^-?\d+(?:\.\d+)?$/.test(formula)) return { value: Number(formula) };
  return {
    problem: `The local org does not model the default value ${formula}; expected a constant ("text" in quotes, or a number).`,
  };
}
