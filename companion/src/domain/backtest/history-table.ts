import type { IsoDate } from '../dates.ts';
import { MEASURES } from '../factors.ts';
import { share } from '../measure.ts';
import { scoreRisk } from '../score-risk.ts';
import type { ScoringConfig } from '../scoring-config.ts';
import type { AccountSignals } from '../signals.ts';
import type { Cell, Column, LabelTable } from './label-table.ts';

/** What was known of an account some time before its decision. */
export interface PastAccount {
  accountId: string;
  lost: boolean;
  decidedOn: IsoDate;
  signals: AccountSignals;
  asOf: IsoDate;
}

/** The renewal is left out: everyone is looked at equally long before it, so that it tells nothing. */
const COLUMNS: Column[] = [...MEASURES, 'momentum'].map((name) => ({ name, kind: 'number' }));

/** The shortfall of each factor, 0–100, of accounts of the past, with the risk that the rules give them. */
export function buildHistoryTable(
  accounts: readonly PastAccount[],
  config: ScoringConfig,
): { table: LabelTable; unknown: number } {
  const examples = accounts.flatMap(({ accountId, lost, decidedOn, signals, asOf }) => {
    const { score, contributions } = scoreRisk(signals, config, asOf);
    if (score === null) return [];
    const cells = COLUMNS.map(({ name }): Cell => {
      const found = contributions.find(({ factor }) => factor === name);
      if (!found) return null;
      if (found.measure !== null) return shortfall(found.measure, config);
      return found.weight === 0 ? null : Math.min(100, found.points / found.weight);
    });
    return [{ id: accountId, lost, on: decidedOn, cells, score }];
  });
  return { table: { columns: COLUMNS, examples }, unknown: accounts.length - examples.length };
}

const shortfall = (measure: number, { shortfall: ends }: ScoringConfig) =>
  100 * share(measure, ends.noneFrom.value, ends.fullAt.value);
