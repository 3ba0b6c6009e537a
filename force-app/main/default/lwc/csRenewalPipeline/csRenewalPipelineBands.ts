import type { AccountFilter } from 'c/csAccountFilter';

/** Stands for accounts that have no risk band yet, among the names of the bands. */
export const NOT_SCORED = 'none';

/** The bands from the worst to the best. A band that an admin added stands after them. */
const ORDER: readonly string[] = ['At Risk', 'Watch', 'Healthy'];

/** A band to choose. */
export interface BandOption {
  label: string;
  value: string;
}

/** The band of an account, or `NOT_SCORED`. */
export function bandOf({ band }: { band: string | null }): string {
  return band ?? NOT_SCORED;
}

/** What a person reads. */
export function bandLabel(band: string): string {
  return band === NOT_SCORED ? 'Not scored' : band;
}

/** The bands that occur, the worst first, those without one last. */
export function bandsIn(groups: readonly { band: string | null }[]): string[] {
  const found = [...new Set(groups.map(bandOf))];
  return found.sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b));
}

/** The accounts of a band; empty asks for nothing. */
export function bandIs(band: string): AccountFilter | undefined {
  if (band === '') return undefined;
  return { CS_Risk_Band__c: { eq: band === NOT_SCORED ? null : band } };
}

function rankOf(band: string): number {
  if (band === NOT_SCORED) return ORDER.length + 1;
  const place = ORDER.indexOf(band);
  return place === -1 ? ORDER.length : place;
}
