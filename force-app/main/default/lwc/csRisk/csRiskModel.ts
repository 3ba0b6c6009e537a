import {
  countOf,
  daysBetween,
  formatDay,
  formatMoment,
  formatNumber,
  formatPoints,
  formatShare,
} from 'c/csFormat';
import type { ChangeView } from 'c/csRiskChange';
import type { ContributionView } from 'c/csRiskContribution';
import type { GaugeView } from 'c/csRiskGauge';
import type {
  Explanation,
  ExplainedChange,
  ExplainedContribution,
  ExplainedRecord,
} from './csRiskExplanation';

/** Records linked at one contribution; the rest is counted. */
const MAX_RECORDS = 5;

/** Everything that the card shows about one score, as text. */
export interface RiskView {
  score: string;
  band: string | null;
  /** What the rules say; `band` unless that was set by hand. */
  calculatedBand: string | null;
  isByHand: boolean;
  scoreLabel: string;
  sincePrevious: string | null;
  health: string | null;
  contributions: ContributionView[];
  missing: { key: string; text: string }[];
  /** Null without a score, and for a score of a companion that does not say where the bands begin. */
  gauge: GaugeView | null;
  /** Why the band is not the one that the score alone would have; null when it is. */
  held: string | null;
  changesHeading: string;
  changes: ChangeView[];
  /** Null where nothing needs help. `none` says that no single change is enough. */
  help: { moves: string[]; none: string | null } | null;
  tipping: string[];
  provenance: string;
  config: { label: string; recordId: string | null };
}

/** What the card shows for an explanation that the companion wrote. */
export function viewRisk(explanation: Explanation): RiskView {
  const { score, band, contributions, missing, changes, config } = explanation;
  const largest = Math.max(...contributions.map(({ points }) => Math.abs(points)), 1);
  return {
    score: score === null ? '–' : formatNumber(score),
    band,
    calculatedBand: calculatedBandOf(explanation),
    isByHand: explanation.override !== undefined,
    scoreLabel:
      score === null ? 'No risk score yet' : `Risk score ${formatNumber(score)} of 100, higher is worse`,
    sincePrevious: describePrevious(explanation),
    health: describeHealth(explanation.health),
    contributions: contributions
      .filter(({ points, factor }) => points !== 0 || factor === 'recovery')
      .map((item) => viewContribution(item, largest)),
    missing: missing.map(({ factor, label, weight, reason }) => ({
      key: factor,
      text: `${label} (would weigh ${formatShare(weight)}): ${reason}`,
    })),
    gauge: viewGauge(explanation),
    held: describeHeld(explanation),
    changesHeading: explanation.previous
      ? `What changed since ${formatDay(explanation.previous.scoredAt.slice(0, 10))}`
      : 'What changed',
    changes: viewChanges(changes),
    help: viewHelp(explanation),
    tipping: (explanation.tipping ?? []).map(({ text }) => text),
    provenance: `Calculated ${formatMoment(explanation.scoredAt)} with configuration`,
    config: { label: `${config.version} (${config.hash})`, recordId: config.recordId ?? null },
  };
}

/** For how many days a score counts where the companion has not said: its starter value. */
const VALID_DAYS = 3;

/**
 * What to say of a score that is older than it counts for; null where it is not, or nothing tells.
 *
 * @param scoredOn the day of the account's time of scoring, which the companion moves on before a score runs out
 */
export function tellStale({ config }: Explanation, scoredOn: string | null, today: string): string | null {
  if (scoredOn === null) return null;
  const days = daysBetween(scoredOn, today);
  if (days <= (config.validDays ?? VALID_DAYS)) return null;
  return `Last scored ${countOf(days, 'day')} ago: the companion has not run since ${formatDay(scoredOn)}. Ask an admin to look at its status page.`;
}

function calculatedBandOf({ band, override }: Explanation): string | null {
  return override ? override.calculated : band;
}

function viewGauge(explanation: Explanation): GaugeView | null {
  const { score, limits } = explanation;
  const band = calculatedBandOf(explanation);
  if (score === null || band === null || !limits) return null;
  return { score, band, watchFrom: limits.watchFrom, atRiskFrom: limits.atRiskFrom };
}

function describeHeld(explanation: Explanation): string | null {
  const { held, limits } = explanation;
  const band = calculatedBandOf(explanation);
  if (!held || !limits || band === null) return null;
  const from = band === 'At Risk' ? limits.atRiskFrom : limits.watchFrom;
  return `${band} is left below ${formatNumber(from - limits.betterBy)}, so that the band does not change with every point.`;
}

function linkOf({ object, id, label }: ExplainedRecord): ContributionView['records'][number] {
  return { objectApiName: object, recordId: id, label };
}

/** What moved, and in one line what only rounding moved, so that the lines add up. */
function viewChanges(changes: readonly ExplainedChange[]): ChangeView[] {
  const isRounding = ({ cause }: ExplainedChange) => cause?.kind === 'rounding';
  const rounded = changes.filter(isRounding).reduce((sum, { delta }) => sum + Math.round(delta * 10), 0) / 10;
  const views = changes.filter((change) => !isRounding(change)).map(viewChange);
  if (rounded === 0) return views;
  return [...views, viewChange({ factor: 'rounding', label: 'Rounding', delta: rounded })];
}

function viewChange({ factor, label, delta, cause }: ExplainedChange): ChangeView {
  return {
    key: factor,
    label,
    points: formatPoints(delta),
    raises: delta > 0,
    cause: cause?.text ?? '',
    records: (cause?.records ?? []).map(linkOf),
  };
}

function viewHelp(explanation: Explanation): RiskView['help'] {
  const { score, counterfactual, alternatives = [], easing } = explanation;
  const band = calculatedBandOf(explanation);
  if (score === null || band === 'Healthy') return null;
  const moves = [...(counterfactual ? [counterfactual] : []), ...alternatives].map(({ text }) => text);
  if (moves.length > 0) return { moves, none: null };
  const most = easing ? `This would ease it most: ${easing.text}` : 'Start with what adds most.';
  return { moves, none: `No single change would move the band. ${most}` };
}

function viewContribution(item: ExplainedContribution, largest: number): ContributionView {
  return {
    key: item.factor,
    label: item.label,
    points: formatPoints(item.points),
    lowers: item.points < 0,
    share: Math.round((Math.abs(item.points) / largest) * 100),
    detail: item.detail,
    measure: item.measure === null ? null : `${formatNumber(item.measure)} of 100`,
    records: item.records.slice(0, MAX_RECORDS).map(linkOf),
    more:
      item.records.length > MAX_RECORDS ? `and ${formatNumber(item.records.length - MAX_RECORDS)} more` : '',
  };
}

function describePrevious({ score, previous }: Explanation): string | null {
  if (score === null || !previous || previous.score === null) return null;
  const since = formatDay(previous.scoredAt.slice(0, 10));
  const change = score - previous.score;
  if (change === 0) return `Unchanged since ${since}`;
  const moved = `${countOf(Math.abs(change), 'point')} ${change > 0 ? 'higher' : 'lower'} than on ${since}`;
  return previous.band ? `${moved} (${formatNumber(previous.score)}, ${previous.band})` : moved;
}

function describeHealth(health: Explanation['health']): string | null {
  const { value, source, calculated, setOn, field } = health;
  if (value === null) return null;
  if (source !== 'Manual') return `Health ${formatNumber(value)}, calculated`;
  const by = field ? `from ${field} since` : 'set by hand on';
  const set = setOn ? `${by} ${formatDay(setOn)}` : 'set by hand';
  const beside = calculated === null ? '' : `; calculated it would be ${formatNumber(calculated)}`;
  return `Health ${formatNumber(value)}, ${set}${beside}`;
}
