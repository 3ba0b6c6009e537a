import type { RecordRepresentation } from 'platform/recordStore';

export interface VisibilityRule {
  criteria: { left: string; operator: string; right: string }[];
  filter?: string;
}

const RECORD_FIELD = /^Record\.(.+)$/;

/** The fields of the record that a rule looks at. */
export function recordFieldsOf(rule: VisibilityRule | undefined): string[] {
  return (rule?.criteria ?? []).flatMap(({ left }) => RECORD_FIELD.exec(left)?.[1] ?? []);
}

/** Whether a rule lets its component show. A criterion that cannot be judged hides it, as in an org. */
export function isVisible(
  rule: VisibilityRule | undefined,
  record: RecordRepresentation | undefined,
  formFactor = 'Large',
): boolean {
  if (!rule) return true;
  const results = rule.criteria.map(({ left, operator, right }) =>
    compare(read(left, record, formFactor), operator, right),
  );
  if (!rule.filter) return results.every(Boolean);
  return evaluate(rule.filter, results);
}

function read(
  left: string,
  record: RecordRepresentation | undefined,
  formFactor: string,
): string | undefined {
  if (left === '$Client.formFactor') return formFactor;
  let value: unknown = record;
  for (const name of RECORD_FIELD.exec(left)?.[1]?.split('.') ?? []) {
    value = (value as RecordRepresentation | null | undefined)?.fields?.[name]?.value;
  }
  return RECORD_FIELD.test(left) && record ? String(value ?? '') : undefined;
}

function compare(value: string | undefined, operator: string, right: string): boolean {
  if (value === undefined) return false;
  const numbers = [Number(value), Number(right)] as const;
  switch (operator) {
    case 'EQUAL':
      return value.toLowerCase() === right.toLowerCase();
    case 'NE':
      return value.toLowerCase() !== right.toLowerCase();
    case 'CONTAINS':
      return value.toLowerCase().includes(right.toLowerCase());
    case 'GT':
      return numbers[0] > numbers[1];
    case 'GE':
      return numbers[0] >= numbers[1];
    case 'LT':
      return numbers[0] < numbers[1];
    case 'LE':
      return numbers[0] <= numbers[1];
    default:
      return false;
  }
}

/** `1 AND (2 OR NOT 3)`, left to right with AND before OR. */
function evaluate(filter: string, results: boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const term = (): boolean => {
    const token = tokens[at++];
    if (token === 'NOT') return !term();
    if (token !== '(') return results[Number(token) - 1] ?? false;
    const value = either();
    at++;
    return value;
  };
  const both = (): boolean => {
    let value = term();
    while (tokens[at] === 'AND') {
      at++;
      value = term() && value;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (tokens[at] === 'OR') {
      at++;
      value = both() || value;
    }
    return value;
  };
  return either();
}
