import { LightningElement, api } from 'lwc';
import type { TimelineKind } from 'c/csTimelineEvents';

/** What the timeline is narrowed to. */
interface Filter {
  kinds: readonly TimelineKind[];
  person: string;
  text: string;
}

/** A kind with how many events of it are loaded. */
interface KindCount {
  kind: TimelineKind;
  label: string;
  count: number;
}

/**
 * Narrows the timeline to kinds, a person and words.
 *
 * @fires filterchange with the whole filter, after every change of it
 */
export default class CsTimelineFilters extends LightningElement {
  /** The kinds that occur. */
  @api kinds: KindCount[] = [];

  /** Names of those who occur. */
  @api people: string[] = [];

  /** The filter as it is. */
  @api filter: Filter = { kinds: [], person: '', text: '' };

  get kindViews(): object[] {
    return this.kinds.map(({ kind, label, count }) => {
      const isPressed = this.filter.kinds.includes(kind);
      return {
        kind,
        label: `${label} ${count}`,
        pressed: String(isPressed),
        className: `slds-button slds-button_${isPressed ? 'brand' : 'neutral'}`,
      };
    });
  }

  get personOptions(): { label: string; value: string }[] {
    return [
      { label: 'Everybody', value: '' },
      ...this.people.map((person) => ({ label: person, value: person })),
    ];
  }

  get hasFilter(): boolean {
    const { kinds, person, text } = this.filter;
    return kinds.length > 0 || person !== '' || text !== '';
  }

  handleKind(event: Event): void {
    const kind = (event.currentTarget as HTMLElement).dataset.kind as TimelineKind;
    const { kinds } = this.filter;
    this.change({ kinds: kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind] });
  }

  handlePerson(event: CustomEvent<{ value: string }>): void {
    this.change({ person: event.detail.value });
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.change({ text: event.detail.value });
  }

  handleClear(): void {
    this.change({ kinds: [], person: '', text: '' });
  }

  change(part: Partial<Filter>): void {
    this.dispatchEvent(new CustomEvent('filterchange', { detail: { ...this.filter, ...part } }));
  }
}
