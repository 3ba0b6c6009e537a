import { LightningElement, api } from 'lwc';

/** An account that renews, as text. */
export interface RenewalRow {
  id: string;
  name: string;
  csm: string;
  tier: string;
  arr: string;
  health: string;
  trend: string;
  band: string | null;
  renewal: string;
  /** Days left, or by how many the renewal is overdue. */
  left: string;
  leftClass: string;
  last: string;
  planned: string;
  /** Empty without an open opportunity. */
  opportunityId: string;
  opportunityName: string;
}

/** The renewals of a month, with the totals of all of them. */
export interface RenewalSection {
  key: string;
  heading: string;
  totals: string;
  rows: RenewalRow[];
}

/** Renewals as a table, month by month. */
export default class CsRenewalPipelineTable extends LightningElement {
  /** What to show. */
  @api sections: RenewalSection[] = [];
}
