import type { IsoDate } from '../domain/dates.ts';
import { explainWorkload, type WorkloadPart } from '../domain/explain-workload.ts';
import { deriveWorkloads, type Books, type Workload } from '../domain/workload.ts';
import { STARTER_WORKLOAD } from '../domain/workload-config.ts';
import type { AccountQueryStore } from './query-ports.ts';

/** A page of workloads in the order of the CSMs' ids; `lastId` is null when nothing comes after. */
export function listWorkload(
  books: Books,
  asOf: IsoDate,
  { afterId, limit }: { afterId: string; limit: number },
): { items: Workload[]; lastId: string | null } {
  const rest = deriveWorkloads(books, STARTER_WORKLOAD, asOf).filter(({ csmId }) => csmId > afterId);
  const items = rest.slice(0, limit);
  return { items, lastId: rest.length > limit ? (items.at(-1)?.csmId ?? null) : null };
}

/** One workload taken apart, with the weights that the effort is made of; null when nobody has that id. */
export async function readWorkload(
  books: Books,
  csmId: string,
  asOf: IsoDate,
  names: (accountIds: string[]) => ReturnType<AccountQueryStore['namesOf']>,
): Promise<{
  total: Workload;
  parts: (WorkloadPart & { name: string | null })[];
  configuration: { path: string; value: number; reason: string }[];
} | null> {
  const { total, parts } = explainWorkload(books, csmId, STARTER_WORKLOAD, asOf);
  if (total.accounts === 0) return null;
  const nameOf = await names(parts.flatMap(({ accountId }) => accountId ?? []));
  const { cadenceDays, ...weights } = STARTER_WORKLOAD;
  const cadences = { ...cadenceDays.byTier, otherwise: cadenceDays.otherwise };
  const configuration = [
    ...Object.entries(weights).map(([path, { value, reason }]) => ({ path, value, reason })),
    ...Object.entries(cadences).map(([tier, { value, reason }]) => ({
      path: `cadenceDays.${tier}`,
      value,
      reason,
    })),
  ];
  return {
    total,
    parts: parts.map((part) => ({ ...part, name: part.accountId && (nameOf.get(part.accountId) ?? null) })),
    configuration,
  };
}
