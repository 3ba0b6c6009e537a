import { changeOf, undoOf } from 'c/csAlertRecord';
import type { Alert, AlertAction, AlertChange, AlertOutcome, AlertSave } from 'c/csAlertRecord';
import { countOf, dayOf, formatDay } from 'c/csFormat';

/** What the page shows of an alert before the org has answered, by its id. */
export type Overlay = Readonly<Record<string, AlertChange & { modifiedAt?: string | null }>>;

/** What was done last, and how it is taken back. */
export interface Done {
  text: string;
  undo: AlertSave[];
}

/** The alert as the page shows it. */
export function withOverlay(alert: Alert, overlay: Overlay): Alert {
  const change = overlay[alert.id];
  return change ? { ...alert, ...change } : alert;
}

/** What is to be written for an action; alerts that are so already are left out. */
export function savesOf(action: AlertAction, alerts: readonly Alert[], now: Date): AlertSave[] {
  return alerts.flatMap((alert) => {
    const change = changeOf(action, alert, now);
    return change ? [{ id: alert.id, change, modifiedAt: alert.modifiedAt }] : [];
  });
}

/** The overlay with what is being written. */
export function overlaid(overlay: Overlay, saves: readonly AlertSave[]): Overlay {
  const entries = saves.map(({ id, change }) => [id, { ...overlay[id], ...change }]);
  return { ...overlay, ...(Object.fromEntries(entries) as Overlay) };
}

/** The overlay once the org has answered: what was refused goes, what was written keeps when. */
export function settled(overlay: Overlay, outcomes: readonly AlertOutcome[]): Overlay {
  const kept = { ...overlay };
  for (const { id, error, modifiedAt } of outcomes) {
    if (error !== null) delete kept[id];
    else if (modifiedAt !== null) kept[id] = { ...kept[id], modifiedAt };
  }
  return kept;
}

/**
 * What of the overlay the org does not show yet: what is being written, and what it answered before the last write.
 *
 * @param writing ids that are being written
 */
export function stillAhead(
  overlay: Overlay,
  alerts: readonly Alert[],
  writing: ReadonlySet<string>,
): Overlay {
  const read = new Map(alerts.map(({ id, modifiedAt }) => [id, modifiedAt]));
  const isAhead = ([id, { modifiedAt }]: [string, Overlay[string]]): boolean => {
    if (writing.has(id)) return true;
    const known = read.get(id);
    return Boolean(known && modifiedAt && Date.parse(known) < Date.parse(modifiedAt));
  };
  return Object.fromEntries(Object.entries(overlay).filter(isAhead));
}

/** What was done, and its way back; undefined where nothing was. */
export function doneOf(
  action: AlertAction,
  before: readonly Alert[],
  saves: readonly AlertSave[],
  outcomes: readonly AlertOutcome[],
): Done | undefined {
  const succeeded = new Map(outcomes.filter(({ error }) => error === null).map((one) => [one.id, one]));
  const undo = saves.flatMap(({ id, change }) => {
    const alert = before.find((candidate) => candidate.id === id);
    const outcome = succeeded.get(id);
    if (!alert || !outcome) return [];
    return [{ id, change: undoOf(change, alert), modifiedAt: outcome.modifiedAt }];
  });
  const first = before.find(({ id }) => id === undo[0]?.id);
  if (!first) return undefined;
  return {
    text: `${verbOf(action)}: ${undo.length === 1 ? first.message : countOf(undo.length, 'alert')}`,
    undo,
  };
}

/** Why alerts were not changed, each named by its message. */
export function refusalsOf(
  outcomes: readonly AlertOutcome[],
  alerts: readonly Alert[],
): { message: string }[] {
  return outcomes.flatMap(({ id, error }) => {
    const alert = alerts.find((candidate) => candidate.id === id);
    return error === null ? [] : [{ message: `${alert?.message ?? id}: ${error}` }];
  });
}

function verbOf(action: AlertAction): string {
  switch (action.name) {
    case 'read':
      return 'Marked as read';
    case 'unread':
      return 'Marked as unread';
    case 'wake':
      return 'Brought back';
    case 'snooze':
      return `Snoozed until ${formatDay(dayOf(new Date(action.until)))}`;
    case 'resolve':
      return 'Resolved';
    default:
      return 'Reopened';
  }
}
