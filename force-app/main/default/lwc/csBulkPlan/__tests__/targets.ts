import { operationOf } from 'c/csBulkPlan';
import type { Choice, FieldValue, Target } from 'c/csBulkPlan';

/** An account with these values; users are called by their Ids. */
export function targetOf(
  id: string,
  values: Record<string, FieldValue>,
  manualScore: Target['manualScore'] = null,
): Target {
  const names = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, `User ${value}`]));
  return { id, name: `Account ${id}`, values, names, manualScore };
}

/** The choice to do this operation with this value. */
export function choiceOf(name: string, value: FieldValue, label = String(value)): Choice {
  const operation = operationOf(name);
  if (!operation) throw new Error(`No operation ${name}`);
  return { operation, value, label };
}
