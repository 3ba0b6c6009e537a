import type { RenewalSection } from 'c/csRenewalPipelineTable';

const ROW = {
  id: 'acc1',
  name: 'Acme',
  csm: 'Dana Reyes',
  tier: 'Growth',
  arr: '$100',
  health: '72',
  trend: 'Steady',
  band: 'Healthy',
  renewal: 'Dec 12, 2026',
  left: 'in 20 days',
  leftClass: 'slds-text-title_bold',
  last: 'Nov 2, 2026',
  planned: 'Nothing planned',
  opportunityId: '',
  opportunityName: '',
};

/** One month with two accounts, the second with an opportunity. */
export const SECTIONS: RenewalSection[] = [
  {
    key: '2026-12',
    heading: 'Dec 2026',
    totals: '2 accounts · ARR $200 · $0 at risk',
    rows: [ROW, { ...ROW, id: 'acc2', name: 'Brio', opportunityId: 'opp1', opportunityName: 'Renewal 2027' }],
  },
];
