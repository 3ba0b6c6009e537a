import { SalesforceError } from '../../errors.ts';

/** Bodies of the subrequests that have been answered, by reference id. */
export type Answers = ReadonlyMap<string, unknown>;

const REFERENCE = /@\{([A-Za-z0-9_]+)([^}]*)\}/g;

function valueAt(answers: Answers, referenceId: string, path: string): unknown {
  const steps = path.match(/[A-Za-z0-9_]+/g) ?? [];
  let value = answers.get(referenceId);
  for (const step of steps) value = (value as Record<string, unknown> | null | undefined)?.[step];
  if (value !== null && value !== undefined && typeof value !== 'object') return value;
  throw new SalesforceError(
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${referenceId}${path} found in ${referenceId}`,
  );
}

/** Puts what earlier subrequests answered in place of `@{reference.path}`, wherever text stands. */
export function resolveReferences<T>(value: T, answers: Answers): T {
  if (typeof value === 'string') {
    return value.replace(REFERENCE, (_whole, referenceId: string, path: string) =>
      String(valueAt(answers, referenceId, path)),
    ) as T;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => resolveReferences(item, answers)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, resolveReferences(item as unknown, answers)]),
  ) as T;
}
