import type { ChartRow } from '../csRenewalPipelineChartModel';

/** Three months: one with two bands, one with nothing, one with a sliver. */
export const ROWS: ChartRow[] = [
  {
    key: '2026-12',
    label: 'Dec 2026',
    arr: '$100',
    arrAtRisk: '$60',
    description: 'Dec 2026: all',
    parts: [
      { band: 'At Risk', share: 0.6, description: 'Dec 2026, At Risk' },
      { band: 'Healthy', share: 0.4, description: 'Dec 2026, Healthy' },
    ],
  },
  { key: '2027-01', label: 'Jan 2027', arr: '$0', arrAtRisk: '–', description: 'Jan 2027: none', parts: [] },
  {
    key: '2027-02',
    label: 'Feb 2027',
    arr: '$1',
    arrAtRisk: '–',
    description: 'Feb 2027: little',
    parts: [{ band: 'none', share: 0.001, description: 'Feb 2027, Not scored' }],
  },
];
