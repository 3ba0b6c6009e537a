import { backTest, type BackTest } from '../domain/backtest/back-test.ts';
import { buildHistoryTable, type PastAccount } from '../domain/backtest/history-table.ts';
import { proposeFactorWeights } from '../domain/backtest/propose-weights.ts';
import { rewindSignals } from '../domain/backtest/rewind-signals.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { OutcomeReader, ScoreHistoryStore } from './query-ports.ts';

/** Accounts a batch: bounds memory, and keeps the queries for their records within the length of a URL. */
const BATCH_SIZE = 200;
/** As far as any measure looks back. */
const SIGNAL_DAYS = 366;
/** A kept score at most this much older than the day that is looked at stands for that day. */
const KEPT_SCORE_DAYS = 31;

export interface HistoryOptions {
  today: IsoDate;
  /** How long before its decision an account is looked at. */
  daysBefore: number;
  seed: number;
  onStep(step: string): void;
}

/** A back-test with where its accounts came from. */
export interface HistoryBackTest {
  result: BackTest;
  /** What a reader has to know of the data, in sentences. */
  notes: string[];
}

/**
 * Back-tests the scoring on the org's own churned and renewed accounts, each looked at the same time before its
 * decision. What the companion knew at the time is taken where it kept a score; else the records of today are rewound.
 */
export async function backTestHistory(
  orgId: string,
  config: ScoringConfig,
  { reader, store }: { reader: OutcomeReader; store: Pick<ScoreHistoryStore, 'findScoresBetween'> },
  { today, daysBefore, seed, onStep }: HistoryOptions,
): Promise<HistoryBackTest> {
  onStep('reading who left and who renewed');
  const { outcomes, undated } = await reader.readOutcomes(today);
  const past: PastAccount[] = [];
  let kept = 0;
  for (let start = 0; start < outcomes.length; start += BATCH_SIZE) {
    const batch = outcomes.slice(start, start + BATCH_SIZE);
    onStep(`reading what was known of ${start + batch.length} of ${outcomes.length} accounts`);
    const asked = batch.map(({ accountId, on }) => {
      const to = addDays(on, -daysBefore);
      return { accountId, from: addDays(to, -KEPT_SCORE_DAYS), to };
    });
    const scores = await store.findScoresBetween(orgId, asked);
    const others = batch.filter(({ accountId }) => !scores.has(accountId));
    const earliest = others.map(({ on }) => on).sort()[0] ?? today;
    const histories =
      others.length === 0
        ? new Map()
        : await reader.readHistories(
            others.map(({ accountId }) => accountId),
            addDays(earliest, -daysBefore - SIGNAL_DAYS),
          );
    for (const { accountId, lost, on } of batch) {
      const asOf = addDays(on, -daysBefore);
      const score = scores.get(accountId);
      const history = histories.get(accountId);
      if (score) kept += 1;
      const signals = score?.inputs ?? (history && rewindSignals(history, asOf));
      if (signals) past.push({ accountId, lost, decidedOn: on, asOf, signals });
    }
  }
  const { table, unknown } = buildHistoryTable(past, config);
  const result = backTest(table, {
    seed,
    onStep,
    nonNegative: true,
    bands: { watchFrom: config.bands.watchFrom.value, atRiskFrom: config.bands.atRiskFrom.value },
    propose: (model, _odds, powers) => proposeFactorWeights(model, powers, config.weights),
  });
  return { result, notes: describe({ undated, unknown, kept, rewound: past.length - kept, daysBefore }) };
}

function describe(counts: {
  undated: number;
  unknown: number;
  kept: number;
  rewound: number;
  daysBefore: number;
}): string[] {
  const { undated, unknown, kept, rewound, daysBefore } = counts;
  return [
    `Each account is looked at ${daysBefore} days before its decision. A churned account was decided on its renewal ` +
      `date; any other one a year before its coming renewal, taking contracts to run for a year.`,
    `${kept} accounts as the companion knew them at the time; ${rewound} from the records of today, rewound to that ` +
      `day, of which priorities and escalations of cases are as they are now.`,
    ...(undated > 0 ? [`${undated} accounts have no decision that is over, and were left out.`] : []),
    ...(unknown > 0
      ? [`Of ${unknown} accounts nothing was known that long before; they were left out.`]
      : []),
    'Renewal keeps its weight: everyone is looked at equally long before it, so that it tells nothing here.',
  ];
}
