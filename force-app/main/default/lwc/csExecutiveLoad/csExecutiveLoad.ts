import { LightningElement, api } from 'lwc';
import { countOf, formatNumber } from 'c/csFormat';

/** How loaded a CSM is. */
export interface CsmLoad {
  csmId: string;
  name: string;
  accounts: number;
  atRisk: number;
  /** Estimated hours a month. */
  effort: number;
}

const WIDTH = 100;

/**
 * The workload of CSMs beside one another, with the average as a line through all bars.
 *
 * @fires open with `detail.measure` and `detail.csmId` when the accounts of a CSM are wanted
 */
export default class CsExecutiveLoad extends LightningElement {
  /** The CSMs, the most loaded first. */
  @api csms: CsmLoad[] = [];

  get top(): number {
    return Math.max(1, ...this.csms.map(({ effort }) => effort));
  }

  get average(): number {
    return this.csms.reduce((sum, { effort }) => sum + effort, 0) / Math.max(1, this.csms.length);
  }

  get averageX(): number {
    return (this.average / this.top) * WIDTH;
  }

  get summary(): string {
    const efforts = this.csms.map(({ effort }) => effort);
    if (efforts.length === 1) return `${formatNumber(this.average)} hours a month.`;
    const [least, most] = [Math.min(...efforts), Math.max(...efforts)];
    return (
      `${countOf(this.csms.length, 'CSM')}, ${formatNumber(least)} to ${formatNumber(most)} hours a month, ` +
      `${formatNumber(this.average)} on average.`
    );
  }

  get rows(): object[] {
    return this.csms.map((csm) => ({
      ...csm,
      width: (csm.effort / this.top) * WIDTH,
      hours: `${formatNumber(csm.effort)} h`,
      number: countOf(csm.accounts, 'account'),
      risk: `${formatNumber(csm.atRisk)} at risk`,
    }));
  }

  handleClick(event: Event): void {
    const { csm } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { measure: 'accounts', csmId: csm } }));
  }
}
