import { addDays, formatNumber } from 'c/csFormat';
import type { CsmWorkload, EffortPoint } from './csWorkloadQuery';

/** How far back the trend goes. */
export const TREND_WEEKS = 12;
const DAYS_A_WEEK = 7;

/** By what the CSMs are ordered, and which way. */
export interface WorkloadSorting {
  field: string;
  isDescending: boolean;
}

/** The most loaded first. */
export const STARTING_SORTING: WorkloadSorting = { field: 'CS_Effort__c', isDescending: true };

/** The days of the trend: `asOf` and the same weekday of the weeks before, oldest first. */
export function trendDays(asOf: string): string[] {
  return Array.from({ length: TREND_WEEKS }, (_, index) =>
    addDays(asOf, -DAYS_A_WEEK * (TREND_WEEKS - 1 - index)),
  );
}

/** Days as a variable of type `[DateInput]`. */
export function dateInputs(days: readonly string[]): { value: string }[] {
  return days.map((value) => ({ value }));
}

/** The order as a variable; names break ties, so that pages neither repeat nor skip anyone. */
export function orderOf({ field, isDescending }: WorkloadSorting): Record<string, unknown> {
  const order = isDescending ? 'DESC' : 'ASC';
  if (field === 'CS_CSM__r') return { CS_CSM__r: { Name: { order } } };
  return { [field]: { order, nulls: 'LAST' }, CS_CSM__r: { Name: { order: 'ASC' } } };
}

/** The order after a click on a column: numbers begin with the largest, names with A, a second click turns it. */
export function sortedBy(field: string, before: WorkloadSorting): WorkloadSorting {
  if (field === before.field) return { field, isDescending: !before.isDescending };
  return { field, isDescending: field !== 'CS_CSM__r' };
}

/** The average effort of the team on a day; null where nobody was counted. */
export function teamEffort(team: readonly EffortPoint[], day: string): number | null {
  return team.find((point) => point.day === day)?.effort ?? null;
}

/** A choice of someone to give accounts to. */
export interface Candidate {
  label: string;
  value: string;
}

/** Who else could look after an account, the least loaded first. */
export function candidates(csms: readonly CsmWorkload[], except: string): Candidate[] {
  return csms
    .filter(({ csmId }) => csmId !== except)
    .toSorted((a, b) => a.effort - b.effort || a.name.localeCompare(b.name))
    .map(({ csmId, name, effort }) => ({ value: csmId, label: `${name} (${formatNumber(effort)} h)` }));
}
