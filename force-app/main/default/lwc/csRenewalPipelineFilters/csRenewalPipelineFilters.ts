import { LightningElement, api } from 'lwc';

interface Option {
  label: string;
  value: string;
}

const CSM_OPTIONS: Option[] = [
  { label: 'Mine', value: 'mine' },
  { label: 'Anyone', value: 'anyone' },
];

/**
 * Narrows the renewals.
 *
 * @fires criteriachange with the criteria that changed in `detail`
 */
export default class CsRenewalPipelineFilters extends LightningElement {
  /** What is chosen: `csm`, `tier`, `band`. */
  @api criteria: Record<string, string> = {};

  /** Values of the tier. */
  @api tiers: Option[] = [];

  /** Values of the risk band. */
  @api bands: Option[] = [];

  get csmOptions(): Option[] {
    return CSM_OPTIONS;
  }

  get tierOptions(): Option[] {
    return [{ label: 'All tiers', value: '' }, ...this.tiers];
  }

  get bandOptions(): Option[] {
    const all = { label: 'All bands', value: '' };
    return [all, ...this.bands, { label: 'Not scored', value: 'none' }];
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('criteriachange', { detail: { [name ?? '']: event.detail.value } }));
  }
}
