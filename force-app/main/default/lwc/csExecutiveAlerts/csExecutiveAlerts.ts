import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { countOf, formatDay, formatNumber } from 'c/csFormat';
import { RIGHT } from 'c/csExecutiveList';
import type { ListRow, ListView } from 'c/csExecutiveList';
import type { Segment } from 'c/csExecutiveMeasures';
import { ALERTS, readAlerts } from './csExecutiveAlertsQuery';
import type { AlertsData, OpenAlert } from './csExecutiveAlertsQuery';
import { alertsOf, byAccount } from './csExecutiveAlertsModel';
import type { AccountAlerts } from './csExecutiveAlertsModel';

const PAGE_SIZE = 2_000;

const COLUMNS = [
  ...['Alerts', 'High', 'Medium', 'Low'].map((label) => ({ label, className: RIGHT })),
  { label: 'Open since', className: '' },
];

const toRow = ({ accountId, accountName, alerts, bySeverity, since }: AccountAlerts): ListRow => ({
  id: accountId,
  name: accountName,
  texts: [
    ...[alerts, bySeverity.High, bySeverity.Medium, bySeverity.Low].map(formatNumber),
    since === null ? '–' : formatDay(since.slice(0, 10)),
  ],
});

/** Which count of alerts was opened. */
interface OpenedAlerts {
  segment: Segment;
  asOf: string;
  isLatest: boolean;
  counted: number | null;
}

/**
 * The open alerts of customers by account, with what they come to beside the number that was opened.
 *
 * @fires close when the user is done with them
 * @fires recalculated when the totals were counted again
 */
export default class CsExecutiveAlerts extends LightningElement {
  alerts: OpenAlert[] = [];
  isLoaded = false;
  loadError: unknown;
  variables: Record<string, unknown> | undefined;
  #selection: OpenedAlerts | undefined;

  /** Which count was opened. */
  @api
  get selection(): OpenedAlerts | undefined {
    return this.#selection;
  }
  set selection(selection: OpenedAlerts | undefined) {
    const isSame = JSON.stringify(selection) === JSON.stringify(this.#selection);
    this.#selection = selection;
    if (isSame || !selection) return;
    this.alerts = [];
    this.isLoaded = false;
    this.ask(selection, null);
  }

  @wire(graphql, { query: ALERTS, variables: '$variables' })
  loadAlerts({ data, errors }: GraphQlResult): void {
    this.loadError = errors;
    if (errors || !data || !this.#selection) return;
    const page = readAlerts(data as AlertsData);
    const known = new Set(page.alerts.map(({ id }) => id));
    this.alerts = [...this.alerts.filter(({ id }) => !known.has(id)), ...page.alerts];
    if (page.nextCursor === null) this.isLoaded = true;
    else this.ask(this.#selection, page.nextCursor);
  }

  get view(): ListView {
    const { isLoaded, loadError, agrees } = this;
    const accounts = isLoaded ? byAccount(this.alerts) : [];
    const isEmpty = isLoaded && this.alerts.length === 0;
    return {
      heading: `Open alerts: ${this.#selection?.segment.label ?? ''}`,
      what: 'alerts',
      summary: isLoaded
        ? `${countOf(this.alerts.length, 'alert')} of ${countOf(accounts.length, 'account')}.`
        : '',
      comparison: isLoaded ? this.comparison : '',
      canCountAgain: isLoaded && !agrees && this.#selection?.isLatest === true,
      isLoading: !isLoaded && !loadError,
      loadError,
      emptyText: isEmpty ? 'No alert that you can see was open at the end of this day.' : '',
      columns: COLUMNS,
      rows: accounts.map(toRow),
    };
  }

  get agrees(): boolean {
    const counted = this.#selection?.counted ?? null;
    return counted === null || counted === this.alerts.length;
  }

  get comparison(): string {
    const { counted, asOf, isLatest } = this.#selection ?? {};
    if (counted == null) return '';
    const day = formatDay(asOf ?? '');
    if (this.agrees) return `The same as the total of ${day}.`;
    const why = isLatest
      ? 'Alerts were raised or resolved since, or are not shared with you.'
      : 'Some customers were others then, or are not shared with you.';
    return `The total of ${day} is ${formatNumber(counted)}. ${why}`;
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleRecalculated(): void {
    this.dispatchEvent(new CustomEvent('recalculated'));
  }

  ask({ segment, asOf, isLatest }: OpenedAlerts, after: string | null): void {
    this.variables = { where: alertsOf(segment, asOf, isLatest), first: PAGE_SIZE, after };
  }
}
