import { changedSince } from 'c/csBulkPlan';
import type { Change, Choice, Plan, Skipped, Target } from 'c/csBulkPlan';
import type { BulkOutcome } from 'c/csBulkRun';

/**
 * Accounts that are no longer as the user saw them, which a second look decides. Tags are merged and health is a
 * history: neither overwrites what others wrote, so neither can be in conflict with it.
 */
export function conflictsOf(
  { operation }: Choice,
  seen: Plan,
  now: Plan,
  targets: readonly Target[],
): Skipped[] {
  const there = new Set(targets.map(({ id }) => id));
  const gone = seen.changes
    .filter(({ id }) => !there.has(id))
    .map(({ id, name }) => ({ id, name, reason: 'It is gone, or you no longer see it.' }));
  const isMerged = operation.kind === 'tag' || operation.kind === 'score';
  return [...gone, ...(isMerged ? [] : changedSince(seen, now))];
}

/** What the user saw, as it stands `now`, without those in conflict. */
export function without(conflicts: readonly Skipped[], seen: Plan, now: Plan): Change[] {
  const wanted = new Set(seen.changes.map(({ id }) => id));
  for (const { id } of conflicts) wanted.delete(id);
  return now.changes.filter(({ id }) => wanted.has(id));
}

/** Those that were refused, with the reason. */
export function failuresOf(changes: readonly Change[], outcomes: readonly BulkOutcome[]): Skipped[] {
  const reasons = new Map(outcomes.map(({ id, error }) => [id, error]));
  return changes.flatMap(({ id, name }) => {
    const reason = reasons.get(id);
    return reason ? [{ id, name, reason }] : [];
  });
}

/** An operation as a sentence: `Set tier: Scale`. */
export function describe({ operation, label }: Choice, isUndo: boolean): string {
  return `${isUndo ? 'Undo: ' : ''}${operation.label}: ${label}`;
}

/** Ids of the health scores that were set by hand on a day, by account. */
export function scoresOf(day: string, targets: readonly Target[]): Map<string, string> {
  return new Map(
    targets.flatMap(({ id, manualScore }) => (manualScore?.day === day ? [[id, manualScore.id]] : [])),
  );
}
