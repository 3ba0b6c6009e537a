import { LightningElement, api } from 'lwc';
import { countOf, formatChange, formatDay, formatNumber } from 'c/csFormat';

/** How loaded a CSM is. */
export interface CsmLoad {
  csmId: string;
  name: string;
  accounts: number;
  atRisk: number;
  /** Estimated hours a month. */
  effort: number;
  /** The same a quarter before; null where it was not counted. */
  effortBefore: number | null;
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

  /** The day that effort is compared with; empty without one. */
  @api before = '';

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

  get beforeText(): string {
    return this.before === '' ? '' : formatDay(this.before);
  }

  get rows(): object[] {
    return this.csms.map((csm) => ({
      ...csm,
      width: (csm.effort / this.top) * WIDTH,
      hours: `${formatNumber(csm.effort)} h`,
      change: this.changeOf(csm),
      number: countOf(csm.accounts, 'account'),
      risk: `${formatNumber(csm.atRisk)} at risk`,
    }));
  }

  /** How the spread moved since the quarter before; empty where fewer than two CSMs had a workload then. */
  get comparison(): string {
    const then = this.csms.flatMap(({ effortBefore }) => effortBefore ?? []);
    if (this.before === '' || then.length === 0) return 'No workload of a quarter before to compare with.';
    const average = then.reduce((sum, effort) => sum + effort, 0) / then.length;
    const range = `${formatNumber(Math.min(...then))} to ${formatNumber(Math.max(...then))} hours`;
    const spread = then.length === 1 ? '' : `${range}, `;
    return `On ${formatDay(this.before)}: ${spread}${formatNumber(average)} on average.`;
  }

  changeOf({ effort, effortBefore }: CsmLoad): string {
    if (effortBefore === null) return '';
    const change = Math.round((effort - effortBefore) * 10) / 10;
    return change === 0 ? 'no change' : `${formatChange(change)} h`;
  }

  handleClick(event: Event): void {
    const { csm } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('open', { detail: { measure: 'accounts', csmId: csm } }));
  }
}
