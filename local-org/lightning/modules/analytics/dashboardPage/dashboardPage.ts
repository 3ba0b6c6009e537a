import { api, LightningElement } from 'lwc';
import { runDashboard, type DashboardResults, type ReportFilter } from 'platform/analytics';
import { messageOf } from 'platform/shellData';

const GRID_COLUMNS = 12;

/** A dashboard: its components on their grid, and filters over all of them. */
export default class DashboardPage extends LightningElement {
  results: DashboardResults | undefined;
  error: string | undefined;
  loading = false;
  options: string[] = [];
  #recordId = '';
  #question = 0;

  @api
  get recordId(): string {
    return this.#recordId;
  }
  set recordId(id: string) {
    if (id === this.#recordId) return;
    this.#recordId = id;
    this.results = undefined;
    this.options = [];
    void this.load();
  }

  get filters() {
    return (this.results?.dashboardMetadata.filters ?? []).map(({ name, options }, index) => ({
      name,
      index,
      value: this.options[index] ?? '',
      options: [
        { label: 'All', value: '' },
        ...options.map(({ id, value }) => ({ label: value, value: id })),
      ],
    }));
  }

  get viewedAs(): string {
    const at = this.results?.componentData.find(({ status }) => status.refreshDate)?.status.refreshDate;
    const viewer = `Viewing as ${this.results?.dashboardMetadata.runningUser.displayName ?? ''}`;
    return at ? `As of ${new Date(at).toLocaleTimeString()} • ${viewer}` : viewer;
  }

  get cells() {
    const { dashboardMetadata, componentData } = this.results!;
    const { numColumns, components: places } = dashboardMetadata.layout;
    const scale = GRID_COLUMNS / numColumns;
    return dashboardMetadata.components.map((component, index) => {
      const { column, row, colspan, rowspan } = places[index]!;
      return {
        key: component.id,
        component,
        data: componentData[index],
        filters: this.chosen(component.properties.filterColumns.map(({ name }) => name)),
        style: [
          `--column: ${column * scale + 1} / span ${colspan * scale}`,
          `--row: ${row + 1} / span ${rowspan}`,
        ].join('; '),
      };
    });
  }

  get gridStyle(): string {
    return `--row-height: ${this.results!.dashboardMetadata.layout.rowHeight}px`;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const index = Number((event.target as HTMLElement).dataset.index);
    const options = this.filters.map(({ value }) => value);
    options[index] = event.detail.value;
    this.options = options;
    void this.load();
  }

  handleRefresh(): void {
    void this.load();
  }

  /** The chosen options as filters of a component's report. */
  private chosen(columns: readonly string[]): ReportFilter[] {
    return this.results!.dashboardMetadata.filters.flatMap(({ options }, index) => {
      const option = options.find(({ id }) => id === this.options[index]);
      const column = columns[index];
      return option && column ? [{ column, operator: option.operation, value: option.value }] : [];
    });
  }

  private async load(): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    try {
      const results = await runDashboard(this.#recordId, this.options);
      if (question !== this.#question) return;
      const isNew = !this.results;
      this.results = results;
      this.error = undefined;
      if (isNew) this.name(results.dashboardMetadata.name);
    } catch (error) {
      if (question === this.#question) this.error = messageOf(error);
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }

  private name(title: string): void {
    const detail = { title: `${title} | Dashboard`, objectApiName: 'Dashboard' };
    this.dispatchEvent(new CustomEvent('pagenamed', { detail, bubbles: true, composed: true }));
  }
}
