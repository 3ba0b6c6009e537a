import { formatDay } from 'c/csFormat';
import type { Operation } from './operations';

export { OPERATIONS, operationOf } from './operations';
export type { Operation, OperationKind } from './operations';

/** A value of a field; null where it holds nothing. */
export type FieldValue = string | number | null;

/** An account that may be changed, as it stands in the org. */
export interface Target {
  id: string;
  name: string;
  /** Values by the API name of the field. */
  values: Record<string, FieldValue>;
  /** Names of the users that the lookups point to, by the API name of the field. */
  names: Record<string, string>;
  /** The health score that was last set by hand; null where none was. */
  manualScore: { id: string; day: string; score: number } | null;
}

/** What is to be done to every account. */
export interface Choice {
  operation: Operation;
  value: FieldValue;
  /** The value as a person reads it. */
  label: string;
}

/** What is done to one account. */
export interface Change {
  id: string;
  name: string;
  from: FieldValue;
  to: FieldValue;
  fromLabel: string;
  toLabel: string;
}

/** An account that is left alone, and why. */
export interface Skipped {
  id: string;
  name: string;
  reason: string;
}

/** What an operation does to the accounts that it was asked for. */
export interface Plan {
  changes: Change[];
  skipped: Skipped[];
  /** Accounts that already are as they would be. */
  unchanged: number;
}

/** A change that is in the org, with the Id of the record where it made one. */
export interface DoneChange extends Change {
  recordId: string | null;
}

/** An operation that was carried out. */
export interface DoneOperation {
  choice: Choice;
  changes: DoneChange[];
}

/** How nothing reads. */
const NOTHING = 'None';

/** What `choice` changes in each of the accounts. */
export function planChanges(choice: Choice, targets: readonly Target[]): Plan {
  const changes = targets.map((target) => changeOf(choice, target));
  const isScore = choice.operation.kind === 'score';
  // A score that is set by hand is worth recording even where it repeats the calculated one.
  const effective = changes.filter(({ from, to }) => isScore || from !== to);
  return { changes: effective, skipped: [], unchanged: changes.length - effective.length };
}

/**
 * What brings back the accounts as they were before an operation. What others changed since is left alone: an
 * account counts only while it still holds what the operation wrote.
 */
export function planUndo(done: DoneOperation, targets: readonly Target[]): Plan {
  const plan: Plan = { changes: [], skipped: [], unchanged: 0 };
  const byId = new Map(targets.map((target) => [target.id, target]));
  for (const change of done.changes) {
    const target = byId.get(change.id);
    const reason = target
      ? reasonToLeave(done.choice, change, target)
      : 'It is gone, or you no longer see it.';
    if (!target || reason !== '') plan.skipped.push({ id: change.id, name: change.name, reason });
    else plan.changes.push(undoOf(done.choice, change, target));
  }
  return plan;
}

/** The accounts of `plan` that no longer are as the user saw them in `seen`. */
export function changedSince(seen: Plan, plan: Plan): Skipped[] {
  const before = new Map(seen.changes.map(({ id, from }) => [id, from]));
  return plan.changes
    .filter(({ id, from }) => before.has(id) && before.get(id) !== from)
    .map(({ id, name, fromLabel }) => ({ id, name, reason: `Changed to ${fromLabel} since the preview.` }));
}

function changeOf({ operation, value, label }: Choice, target: Target): Change {
  const from = target.values[operation.field] ?? null;
  const to = operation.kind === 'tag' ? withTag(from, String(value), !operation.removes) : value;
  const toLabel = operation.kind === 'tag' ? labelOf(operation, to, '') : label;
  const fromLabel = labelOf(operation, from, target.names[operation.field] ?? '');
  return { id: target.id, name: target.name, from, to, fromLabel, toLabel };
}

function reasonToLeave({ operation, value }: Choice, change: DoneChange, target: Target): string {
  const now = target.values[operation.field] ?? null;
  if (operation.kind === 'score') {
    if (change.from === null) return 'It had no health before, and a score on record cannot be taken back.';
    const { manualScore } = target;
    const isOurs = manualScore?.id === change.recordId && manualScore?.score === Number(change.to);
    return isOurs ? '' : 'Someone has set its health since.';
  }
  if (operation.kind === 'tag') {
    const isThere = tagsOf(now).includes(String(value));
    return isThere === !operation.removes ? '' : 'Someone has changed this tag since.';
  }
  if (now === change.to) return '';
  return `Someone has changed it to ${labelOf(operation, now, target.names[operation.field] ?? '')} since.`;
}

function undoOf({ operation, value }: Choice, change: DoneChange, target: Target): Change {
  const { id, name } = target;
  const from = target.values[operation.field] ?? null;
  // Of tags only the one that was added or removed: others may have come meanwhile.
  const to =
    operation.kind === 'tag' ? withTag(from, String(value), operation.removes ?? false) : change.from;
  const fromLabel = labelOf(operation, from, change.toLabel);
  const toLabel = operation.kind === 'tag' ? labelOf(operation, to, '') : change.fromLabel;
  return { id, name, from, to, fromLabel, toLabel };
}

function labelOf({ kind }: Operation, value: FieldValue, userName: string): string {
  if (value === null || value === '') return NOTHING;
  if (kind === 'user') return userName || 'Someone you cannot see';
  if (kind === 'day') return formatDay(String(value));
  return kind === 'tag' ? tagsOf(value).join(', ') : String(value);
}

function withTag(tags: FieldValue, tag: string, isWanted: boolean): FieldValue {
  const others = tagsOf(tags);
  if (others.includes(tag) === isWanted) return tags;
  const next = isWanted ? [...others, tag] : others.filter((other) => other !== tag);
  return next.length === 0 ? null : next.join(';');
}

function tagsOf(tags: FieldValue): string[] {
  return tags === null || tags === '' ? [] : String(tags).split(';');
}
