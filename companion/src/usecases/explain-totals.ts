import type { IsoDate } from '../domain/dates.ts';
import { STARTER_EXECUTIVE } from '../domain/executive-config.ts';
import type { ExecutiveMeasure } from '../domain/executive-measures.ts';
import type { ExecutiveRecords } from '../domain/executive-records.ts';
import { customersOf, type ScopedTotals } from '../domain/executive-segments.ts';
import { addUpCustomers, type ExecutiveTotals } from '../domain/executive-totals.ts';
import {
  explainExecutive,
  type ExecutiveExplanation,
  type ExecutivePart,
} from '../domain/explain-executive.ts';
import type { CustomersOfDay } from './find-customers-on.ts';
import type { AccountQueryStore } from './query-ports.ts';

export { EXECUTIVE_MEASURES } from '../domain/executive-measures.ts';
export { SCOPES } from '../domain/executive-segments.ts';

/** The customers of a day with everything that its totals count, and when they were read. */
export interface ExecutiveBook extends CustomersOfDay {
  asOf: IsoDate;
  readAt: string;
  records: ExecutiveRecords;
}

type Segment = Pick<ScopedTotals, 'scope' | 'value'>;

/** The totals of a segment; null where nobody is in it. */
export function totalsOfSegment(book: ExecutiveBook, segment: Segment): ExecutiveTotals | null {
  const members = customersOf(book.customers, segment);
  if (members.length === 0 && segment.scope !== 'All') return null;
  return addUpCustomers(members, STARTER_EXECUTIVE, book.asOf, book.records);
}

/** One number of a segment, taken apart into accounts, with the configuration that it is made with. */
export async function explainTotals(
  book: ExecutiveBook,
  segment: Segment,
  measure: ExecutiveMeasure,
  names: (accountIds: string[]) => ReturnType<AccountQueryStore['namesOf']>,
): Promise<
  | (Omit<ExecutiveExplanation, 'parts'> & {
      parts: (ExecutivePart & { name: string | null })[];
      configuration: { path: string; value: number; reason: string }[];
    })
  | null
> {
  const members = customersOf(book.customers, segment);
  if (members.length === 0 && segment.scope !== 'All') return null;
  const day = { asOf: book.asOf, config: STARTER_EXECUTIVE, records: book.records };
  const explained = explainExecutive(measure, members, day);
  const nameOf = await names(explained.parts.map(({ accountId }) => accountId));
  return {
    ...explained,
    parts: explained.parts.map((part) => ({ ...part, name: nameOf.get(part.accountId) ?? null })),
    configuration: configurationOf(measure),
  };
}

/** The settings that a number goes by. */
function configurationOf(measure: ExecutiveMeasure): { path: string; value: number; reason: string }[] {
  const { renewalDays, expectedToStay } = STARTER_EXECUTIVE;
  const days = { path: 'renewalDays', ...renewalDays };
  const shares = Object.entries(expectedToStay).map(([band, share]) => ({
    path: `expectedToStay.${band}`,
    ...share,
  }));
  if (measure === 'forecast') return [days, ...shares];
  return measure === 'renewals' || measure === 'renewalsArr' ? [days] : [];
}
