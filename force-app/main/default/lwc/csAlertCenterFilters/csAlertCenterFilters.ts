import { LightningElement, api } from 'lwc';
import { SEVERITIES, TYPES } from 'c/csAlertRecord';

/** How long typing may pause before the search begins. */
const SEARCH_PAUSE_MS = 300;

interface Option {
  label: string;
  value: string;
}

const TYPE_OPTIONS: Option[] = [
  { label: 'All types', value: '' },
  ...TYPES.map(({ value }) => ({ label: value, value })),
];

const SEVERITY_OPTIONS: Option[] = [
  { label: 'All severities', value: '' },
  ...SEVERITIES.map(({ value }) => ({ label: value, value })),
];

const GROUPING_OPTIONS: Option[] = [
  { label: 'Severity', value: 'severity' },
  { label: 'Day', value: 'day' },
];

/**
 * Narrows the alerts, and says how they are grouped.
 *
 * @fires criteriachange with the criteria that changed in `detail`
 */
export default class CsAlertCenterFilters extends LightningElement {
  /** What is chosen: `type`, `severity`, `search`, `grouping`. */
  @api criteria: Record<string, string> = {};

  #timer: ReturnType<typeof setTimeout> | undefined;

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  get typeOptions(): Option[] {
    return TYPE_OPTIONS;
  }

  get severityOptions(): Option[] {
    return SEVERITY_OPTIONS;
  }

  get groupingOptions(): Option[] {
    return GROUPING_OPTIONS;
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
