import type { DoneOperation } from 'c/csBulkPlan';
import { countOf } from 'c/csFormat';

/** What an operation did: `Set tier: Scale (37 accounts)`. */
export function describeOperation({ choice, changes }: DoneOperation): string {
  return `${choice.operation.label}: ${choice.label} (${countOf(changes.length, 'account')})`;
}

/** What is left to undo of an operation after `undone`; undefined once nothing is. */
export function remaining(operation: DoneOperation, undone: DoneOperation): DoneOperation | undefined {
  const ids = new Set(undone.changes.map(({ id }) => id));
  const changes = operation.changes.filter(({ id }) => !ids.has(id));
  return changes.length === 0 ? undefined : { ...operation, changes };
}
