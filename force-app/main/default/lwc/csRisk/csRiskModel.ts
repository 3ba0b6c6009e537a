import {
  countOf,
  formatChange,
  formatDay,
  formatMoment,
  formatNumber,
  formatPoints,
  formatShare,
} from 'c/csFormat';
import type { ContributionView } from 'c/csRiskContribution';
import type { Explanation, ExplainedContribution } from './csRiskExplanation';

/** Records linked at one contribution; the rest is counted. */
const MAX_RECORDS = 5;

/** Everything that the card shows about one score, as text. */
export interface RiskView {
  score: string;
  band: string | null;
  scoreLabel: string;
  sincePrevious: string | null;
  health: string | null;
  contributions: ContributionView[];
  missing: { key: string; text: string }[];
  changes: { key: string; label: string; text: string; variant: string }[];
  help: string | null;
  provenance: string;
}

/** What the card shows for an explanation that the companion wrote. */
export function viewRisk(explanation: Explanation): RiskView {
  const { score, band, contributions, missing, changes, counterfactual } = explanation;
  const largest = Math.max(...contributions.map(({ points }) => Math.abs(points)), 1);
  return {
    score: score === null ? '–' : formatNumber(score),
    band,
    scoreLabel:
      score === null ? 'No risk score yet' : `Risk score ${formatNumber(score)} of 100, higher is worse`,
    sincePrevious: describePrevious(explanation),
    health: describeHealth(explanation.health),
    contributions: contributions
      .filter(({ points }) => points !== 0)
      .map((item) => viewContribution(item, largest)),
    missing: missing.map(({ factor, label, weight, reason }) => ({
      key: factor,
      text: `${label} (would weigh ${formatShare(weight)}): ${reason}`,
    })),
    changes: changes.map(({ factor, label, delta }) => ({
      key: factor,
      label,
      text: formatChange(delta),
      variant: delta > 0 ? 'slds-text-color_error' : 'slds-text-color_success',
    })),
    help: counterfactual?.text ?? null,
    provenance: describeProvenance(explanation),
  };
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
    records: item.records
      .slice(0, MAX_RECORDS)
      .map(({ object, id, label }) => ({ objectApiName: object, recordId: id, label })),
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

function describeHealth({ value, source, calculated, setOn }: Explanation['health']): string | null {
  if (value === null) return null;
  if (source !== 'Manual') return `Health ${formatNumber(value)}, calculated`;
  const set = setOn ? `set by hand on ${formatDay(setOn)}` : 'set by hand';
  const beside = calculated === null ? '' : `; calculated it would be ${formatNumber(calculated)}`;
  return `Health ${formatNumber(value)}, ${set}${beside}`;
}

function describeProvenance({ scoredAt, config }: Explanation): string {
  return `Calculated ${formatMoment(scoredAt)} with configuration ${config.version} (${config.hash})`;
}
