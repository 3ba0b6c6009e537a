import { LightningElement, api } from 'lwc';
import { SIGNAL_OPTIONS } from 'c/csAccountFilter';

/** How long typing may pause before the search begins. */
const SEARCH_PAUSE_MS = 300;

const CSM_OPTIONS = [
  { label: 'Mine', value: 'mine' },
  { label: 'Everyone', value: 'everyone' },
  { label: 'Someone…', value: 'someone' },
];

/** A value of a combobox. */
export interface Option {
  label: string;
  value: string;
}

/**
 * Narrows the console.
 *
 * @fires criteriachange with the criteria that changed in `detail`
 */
export default class CsTouchpointFilters extends LightningElement {
  /** What is chosen: `csm`, `tier`, `riskBand`, `status`, `signal`, `search`. */
  @api criteria: Record<string, string> = {};

  /** Values of the tier. */
  @api tiers: Option[] = [];

  /** Values of the risk band. */
  @api riskBands: Option[] = [];

  /** Values of the customer status. */
  @api statuses: Option[] = [];

  isChoosingCsm = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  get csmOptions(): Option[] {
    return CSM_OPTIONS;
  }

  get csmChoice(): string {
    const { csm = '' } = this.criteria;
    if (this.isChoosingCsm) return 'someone';
    return csm === 'mine' || csm === 'everyone' ? csm : 'someone';
  }

  get showsPicker(): boolean {
    return this.csmChoice === 'someone';
  }

  get pickedCsm(): string | null {
    const { csm = '' } = this.criteria;
    return csm === 'mine' || csm === 'everyone' ? null : csm;
  }

  get tierOptions(): Option[] {
    return [{ label: 'All tiers', value: '' }, ...this.tiers];
  }

  get riskBandOptions(): Option[] {
    return [{ label: 'All bands', value: '' }, ...this.riskBands];
  }

  get signalOptions(): Option[] {
    return [{ label: 'Any signal', value: '' }, ...SIGNAL_OPTIONS];
  }

  get statusOptions(): Option[] {
    const choices = [
      { label: 'Current customers', value: 'customers' },
      { label: 'All statuses', value: '' },
    ];
    return [...choices, ...this.statuses];
  }

  handleCsmChoice(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.isChoosingCsm = value === 'someone';
    if (!this.isChoosingCsm) this.change({ csm: value });
  }

  handleCsm(event: CustomEvent<{ recordId: string | null }>): void {
    const { recordId } = event.detail;
    if (recordId) this.change({ csm: recordId });
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const { name } = event.currentTarget as HTMLElement & { name: string };
    this.change({ [name]: event.detail.value });
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    const search = event.detail.value;
    clearTimeout(this.#timer);
    // A request for every letter would be one too many.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.#timer = setTimeout(() => this.change({ search }), SEARCH_PAUSE_MS);
  }

  change(criteria: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent('criteriachange', { detail: criteria }));
  }
}
