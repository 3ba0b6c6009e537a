import type { Explanation } from '../domain/explanation.ts';
import { tellWho, type ExplainedOverride } from '../domain/override.ts';

/** An explanation as lines for a terminal. */
export function printExplanation(explanation: Explanation): string[] {
  const { override, score, band, asOf, scoredAt, config, health, contributions, missing, counterfactual } =
    explanation;
  const total = contributions.reduce((sum, { points }) => sum + Math.round(points * 10), 0) / 10;
  return [
    score === null ? 'Risk is not known: no measure is.' : `Risk ${score}, ${band}`,
    ...(override ? [`  ${tellOverride(override)}`] : []),
    `as of ${asOf}, scored ${scoredAt} with ${config.version} (${config.hash})`,
    `health ${health.value ?? 'not known'}${health.source ? ` (${health.source.toLowerCase()})` : ''}`,
    ...contributions.map(
      ({ label, points, detail }) => `  ${points.toFixed(1).padStart(5)}  ${label.padEnd(11)} ${detail}`,
    ),
    ...(score === null ? [] : [`  ${total.toFixed(1).padStart(5)}  = ${score}`]),
    ...missing.map(({ label, reason }) => `      –  ${label.padEnd(11)} ${reason}`),
    ...(counterfactual ? [counterfactual.text] : []),
  ];
}

function tellOverride(override: ExplainedOverride): string {
  return `${tellWho(override)}; the rules say ${override.calculated ?? 'nothing'}. ${override.reason}`;
}
