import { api, LightningElement } from 'lwc';
import { listAnalytics, type AnalyticsItem } from 'platform/analytics';
import { messageOf } from 'platform/shellData';

const LABELS: Readonly<Record<string, string>> = { Report: 'Reports', Dashboard: 'Dashboards' };
const DAY_MS = 86_400_000;

/** The reports, or the dashboards, that the user may see; a word narrows them. */
export default class AnalyticsHome extends LightningElement {
  items: AnalyticsItem[] | undefined;
  error: string | undefined;
  word = '';
  #objectApiName = '';

  @api
  get objectApiName(): string {
    return this.#objectApiName;
  }
  set objectApiName(name: string) {
    if (name === this.#objectApiName) return;
    this.#objectApiName = name;
    this.word = '';
    void this.load();
  }

  get label(): string {
    return LABELS[this.#objectApiName] ?? '';
  }

  get icon(): string {
    return `standard:${this.#objectApiName.toLowerCase()}`;
  }

  get isReports(): boolean {
    return this.#objectApiName === 'Report';
  }

  get searchLabel(): string {
    return `Search all ${this.label.toLowerCase()}`;
  }

  get summary(): string {
    const count = this.rows.length;
    return this.items ? `${count} ${count === 1 ? 'item' : 'items'}` : '';
  }

  get rows() {
    const word = this.word.trim().toLowerCase();
    const matches = ({ name, description, folder }: AnalyticsItem) =>
      [name, description, folder].some((text) => text?.toLowerCase().includes(word));
    return (this.items ?? []).filter(matches).map((item) => ({
      ...item,
      url: `/lightning/r/${this.#objectApiName}/${item.id}/view`,
      day: new Date(
        Math.floor(Date.parse(item.changed.replace('+0000', 'Z')) / DAY_MS) * DAY_MS,
      ).toLocaleDateString(undefined, { timeZone: 'UTC' }),
    }));
  }

  get isEmpty(): boolean {
    return this.items !== undefined && this.rows.length === 0;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.word = event.detail.value;
  }

  private async load(): Promise<void> {
    const name = this.#objectApiName;
    this.items = this.error = undefined;
    try {
      const items = await listAnalytics(name);
      if (name !== this.#objectApiName) return;
      this.items = items;
      const detail = { title: this.label, objectApiName: name };
      this.dispatchEvent(new CustomEvent('pagenamed', { detail, bubbles: true, composed: true }));
    } catch (error) {
      if (name === this.#objectApiName) this.error = messageOf(error);
    }
  }
}
