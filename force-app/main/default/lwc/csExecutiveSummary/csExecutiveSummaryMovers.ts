import type { Mover } from 'c/csExecutiveMovers';
import type { Totals } from 'c/csExecutiveMeasures';

/** A mover as it was recorded: the name is asked of the org, which shows it to those who may see the account. */
export type RecordedMover = Omit<Mover, 'name'>;

/** Who moved most on a day of the past. */
export interface RecordedMovers {
  risers: RecordedMover[];
  fallers: RecordedMover[];
}

/** The totals of a day with who moved on it; null where that was not recorded. */
export interface DayTotals extends Totals {
  movers: RecordedMovers | null;
}

/** Reads who moved; null where nothing is recorded, or it is of another version. */
export function readRecordedMovers(node: { CS_Movers__c?: { value: string | null } }): RecordedMovers | null {
  const text = node.CS_Movers__c?.value;
  if (!text) return null;
  try {
    const { v, risers, fallers } = JSON.parse(text) as RecordedMovers & { v: number };
    return v === 1 && Array.isArray(risers) && Array.isArray(fallers) ? { risers, fallers } : null;
  } catch {
    // Written by a version that this page does not know: as good as not recorded.
    return null;
  }
}

/** The accounts whose names are wanted. */
export function idsOf(movers: RecordedMovers | null): string[] {
  return movers ? [...movers.risers, ...movers.fallers].map(({ id }) => id) : [];
}

/** Movers with their names; those that the user may not see are left out. */
export function nameMovers(
  { risers, fallers }: RecordedMovers,
  names: ReadonlyMap<string, string>,
): { risers: Mover[]; fallers: Mover[] } {
  const named = (movers: readonly RecordedMover[]) =>
    movers.flatMap((mover) => {
      const name = names.get(mover.id);
      return name === undefined ? [] : [{ ...mover, name }];
    });
  return { risers: named(risers), fallers: named(fallers) };
}
