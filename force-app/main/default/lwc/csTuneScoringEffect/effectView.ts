import { formatMoneyShort, formatNumber } from 'c/csFormat';

/** The bands in the order of the chart, with what stands in for none. */
const BANDS = ['Healthy', 'Watch', 'At Risk', 'Unscored'] as const;
type Band = (typeof BANDS)[number];
const TONES: Record<Band, string> = {
  Healthy: 'bar bar_success',
  Watch: 'bar bar_warning',
  'At Risk': 'bar bar_error',
  Unscored: 'bar bar_neutral',
};

/** An account that would change band, as the companion tells it. */
export interface Move {
  id: string;
  name: string;
  from: string | null;
  to: string | null;
  scoreFrom: number | null;
  scoreTo: number | null;
  reason: string;
}

/** What the companion answers: what a draft would do, or what is wrong with it. */
export interface Effect {
  v: 1;
  problems?: string[];
  accounts: number;
  before: Record<Band, number>;
  after: Record<Band, number>;
  changed: number;
  worse: number;
  better: number;
  rescored: number;
  moves: Move[];
}

/** Whether an answer is one that this page reads: the companion may be newer than it. */
export function isEffect(answer: unknown): answer is Effect {
  return typeof answer === 'object' && answer !== null && 'v' in answer && answer.v === 1;
}

/** `12 accounts would change band`. */
export function headlineOf({ changed }: Effect): string {
  if (changed === 0) return 'No account would change band.';
  return `${formatNumber(changed)} ${changed === 1 ? 'account' : 'accounts'} would change band`;
}

/** What stands below it. */
export function detailOf({ worse, better, rescored, accounts }: Effect): string {
  const parts = [
    ...(worse > 0 ? [`${formatNumber(worse)} for the worse`] : []),
    ...(better > 0 ? [`${formatNumber(better)} for the better`] : []),
    `${formatNumber(rescored)} of ${formatNumber(accounts)} scores would be others`,
  ];
  return `${parts.join(', ')}.`;
}

/** A row of the chart: all accounts, split by band. */
export interface ChartRow {
  key: string;
  label: string;
  described: string;
  bars: { key: string; x: number; width: number; barClass: string }[];
}

/** The accounts by band, as they are and as they would be. */
export function chartRows(effect: Effect): ChartRow[] {
  return [chartRow('Now', effect.before), chartRow('Then', effect.after)];
}

function chartRow(label: string, counts: Record<Band, number>): ChartRow {
  const total = Math.max(
    1,
    BANDS.reduce((sum, band) => sum + counts[band], 0),
  );
  let x = 0;
  const bars = BANDS.map((band) => {
    const width = (counts[band] / total) * 100;
    const bar = { key: band, x, width, barClass: TONES[band] };
    x += width;
    return bar;
  });
  const described = `${label}: ${BANDS.map((band) => `${formatNumber(counts[band])} ${band}`).join(', ')}`;
  return { key: label, label, described, bars };
}

/** A band in the legend. */
export interface LegendItem {
  key: string;
  label: string;
  counts: string;
  swatchClass: string;
}

/** The counts of each band; those of no account are left out. */
export function legendItems({ before, after }: Effect): LegendItem[] {
  return BANDS.filter((band) => before[band] + after[band] > 0).map((band) => ({
    key: band,
    label: band,
    counts:
      before[band] === after[band]
        ? formatNumber(after[band])
        : `${formatNumber(before[band])} → ${formatNumber(after[band])}`,
    swatchClass: TONES[band],
  }));
}

/** An account in the list. */
export interface MoveRow extends Move {
  arr: string;
  fromLabel: string;
  toLabel: string;
  score: string;
}

/** The accounts in the list, with their revenue where the user may see it. */
export function moveRows({ moves }: Effect, arrById: ReadonlyMap<string, number | null>): MoveRow[] {
  const tell = (score: number | null) => (score === null ? '–' : formatNumber(score));
  return moves.map((move) => {
    const arr = arrById.get(move.id);
    return {
      ...move,
      arr: arr === null || arr === undefined ? '–' : formatMoneyShort(arr),
      fromLabel: move.from ?? 'Unscored',
      toLabel: move.to ?? 'Unscored',
      score: `${tell(move.scoreFrom)} → ${tell(move.scoreTo)}`,
    };
  });
}

/** How many are listed, where that is not all. */
export function listNote({ changed, moves }: Effect, arrById: ReadonlyMap<string, number | null>): string {
  const known = moves.flatMap(({ id }) => arrById.get(id) ?? []);
  const sum =
    known.length > 0 ? `${formatMoneyShort(known.reduce((total, arr) => total + arr, 0))} ARR together` : '';
  const listed =
    changed > moves.length
      ? `The first ${formatNumber(moves.length)} of ${formatNumber(changed)} are listed`
      : '';
  return [sum, listed].filter(Boolean).join('. ');
}
