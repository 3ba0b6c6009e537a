import type { Explanation } from '../csRiskExplanation';

/** The explanation of an account at risk, every part filled. */
export const AT_RISK: Explanation = {
  v: 1,
  score: 72,
  band: 'At Risk',
  previous: { score: 65, band: 'Watch', scoredAt: '2026-11-21T20:00:00.000Z' },
  scoredAt: '2026-11-22T20:00:00.000Z',
  asOf: '2026-11-22',
  config: { version: 'starter-1', hash: 'a1b2c3d4e5f6', recordId: 'a0X000000000001AAA' },
  held: false,
  limits: { watchFrom: 40, atRiskFrom: 70, betterBy: 4 },
  health: { value: 41, source: 'Manual', calculated: 44, setOn: '2026-11-03' },
  contributions: [
    {
      factor: 'support',
      label: 'Support',
      points: 50,
      measure: 35,
      weight: 0.2,
      detail: '6 open cases, the oldest 24 days',
      records: [{ object: 'Case', id: '500000000000001AAA', label: '00001234' }],
    },
    {
      factor: 'renewal',
      label: 'Renewal',
      points: 27,
      measure: null,
      weight: 0.1,
      detail: 'Renews in 31 days',
      records: [],
    },
    {
      factor: 'judgement',
      label: 'Judgement',
      points: 0,
      measure: 100,
      weight: 0.1,
      detail: '',
      records: [],
    },
    {
      factor: 'recovery',
      label: 'Recovery',
      points: -5,
      measure: null,
      weight: 0.05,
      detail: '2 of 5 steps of the playbook are done',
      records: [],
    },
  ],
  missing: [{ factor: 'adoption', label: 'Adoption', weight: 0.25, reason: 'No usage has been recorded' }],
  changes: [
    {
      factor: 'support',
      label: 'Support',
      delta: 6.2,
      cause: {
        kind: 'signal',
        text: 'Case 00001234 was opened',
        records: [{ object: 'Case', id: '500000000000001AAA', label: '00001234' }],
      },
    },
    { factor: 'recovery', label: 'Recovery', delta: -1 },
  ],
  counterfactual: {
    factor: 'engagement',
    kind: 'action',
    text: 'A touchpoint today would move the band to Watch (58).',
    score: 58,
    band: 'Watch',
  },
  alternatives: [
    {
      factor: 'support',
      kind: 'action',
      text: 'Closing case 00001234 would move the band to Watch (51).',
      score: 51,
      band: 'Watch',
    },
  ],
  tipping: [],
};
