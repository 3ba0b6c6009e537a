import type { IsoDate } from './dates.ts';
import type { Factor } from './factors.ts';
import type { RiskBand, RiskScore } from './score-risk.ts';
import type { AccountSignals } from './signals.ts';
import { findOpenCases } from './support.ts';

/** The smallest single thing that would bring the account into a better band. */
export interface Counterfactual {
  factor: Factor;
  text: string;
  score: number;
  band: RiskBand;
}

type Plain = Omit<RiskScore, 'counterfactual'>;

/** What a CSM can do today, the easier first; each as the signals would be afterwards. */
function actions(
  signals: AccountSignals,
  asOf: IsoDate,
): { factor: Factor; what: string; after: AccountSignals }[] {
  const touch = { object: 'Task', id: '', label: '', kind: 'done' as const, on: asOf };
  const open = findOpenCases(signals, asOf);
  const closed = { ...signals, cases: signals.cases.map((each) => ({ ...each, open: false })) };
  const closing = open.length === 1 ? 'Closing the open case' : `Closing the ${open.length} open cases`;
  return [
    {
      factor: 'engagement',
      what: 'A touchpoint today',
      after: { ...signals, activities: [...signals.activities, touch] },
    },
    ...(open.length > 0 ? [{ factor: 'support' as const, what: closing, after: closed }] : []),
  ];
}

/** The first action that betters the band, or null: already healthy, or no single action is enough. */
export function findCounterfactual(
  signals: AccountSignals,
  now: Plain,
  asOf: IsoDate,
  rescore: (signals: AccountSignals) => Plain,
): Counterfactual | null {
  if (now.score === null || now.band === 'Healthy') return null;
  for (const { factor, what, after } of actions(signals, asOf)) {
    const then = rescore(after);
    if (then.score === null || then.band === null || then.band === now.band || then.score >= now.score)
      continue;
    const text = `${what} would move the band to ${then.band} (${then.score}).`;
    return { factor, text, score: then.score, band: then.band };
  }
  return null;
}
