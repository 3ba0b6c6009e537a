import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { countOf, daysBetween, formatDay, formatNumber } from 'c/csFormat';
import { OVERDUE_TASKS, readPage } from './csWorkloadTasksQuery';
import type { TaskRow, TasksData } from './csWorkloadTasksQuery';

const PAGE_SIZE = 50;

/** Whose tasks they are, with the number that was counted. */
interface CountedCsm {
  csmId: string;
  name: string;
  overdueTasks: number;
}

/**
 * The tasks behind the number of overdue ones.
 *
 * @fires close when the user is done with them
 */
export default class CsWorkloadTasks extends LightningElement {
  /** The day that the numbers are of. */
  @api asOf = '';

  /** By the cursor that they follow: a page that is read again replaces itself. */
  pages = new Map<string, TaskRow[]>();
  total = 0;
  cursor: string | null = null;
  nextCursor: string | null = null;
  isLoaded = false;
  loadError: unknown;
  #csm: CountedCsm | undefined;
  #takesFocus = true;

  /** Whose tasks they are. */
  @api
  get csm(): CountedCsm | undefined {
    return this.#csm;
  }
  set csm(csm: CountedCsm | undefined) {
    if (csm?.csmId !== this.#csm?.csmId) {
      this.cursor = null;
      this.isLoaded = false;
      this.pages = new Map();
      this.#takesFocus = true;
    }
    this.#csm = csm;
  }

  @wire(graphql, { query: OVERDUE_TASKS, variables: '$variables' })
  loadTasks({ data, errors }: GraphQlResult): void {
    this.loadError = errors;
    if (errors || !data) return;
    const page = readPage(data as TasksData);
    this.pages = new Map(this.cursor === null ? [] : this.pages).set(this.cursor ?? '', page.rows);
    this.nextCursor = page.nextCursor;
    this.total = page.total;
    this.isLoaded = true;
  }

  renderedCallback(): void {
    const heading = this.template?.querySelector<HTMLElement>('[data-id="heading"]');
    if (!this.#takesFocus || !heading) return;
    this.#takesFocus = false;
    heading.focus();
  }

  get variables(): Record<string, unknown> | undefined {
    if (!this.csm) return undefined;
    return { csmId: this.csm.csmId, asOf: this.asOf, first: PAGE_SIZE, after: this.cursor };
  }

  get tasks(): TaskRow[] {
    return [...this.pages.values()].flat();
  }

  get rows(): object[] {
    return this.tasks.map((task) => ({
      ...task,
      dueText: formatDay(task.due),
      lateText: countOf(daysBetween(task.due, this.asOf), 'day'),
    }));
  }

  get hasRows(): boolean {
    return this.tasks.length > 0;
  }

  get isLoading(): boolean {
    return !this.isLoaded && !this.loadError;
  }

  get heading(): string {
    return `Overdue tasks: ${this.csm?.name ?? ''}`;
  }

  get summary(): string {
    if (!this.isLoaded) return '';
    const shown = this.tasks.length < this.total ? `${formatNumber(this.tasks.length)} of ` : '';
    return `${shown}${countOf(this.total, 'task')}.`;
  }

  get difference(): string {
    const counted = this.csm?.overdueTasks ?? 0;
    if (!this.isLoaded || this.total === counted) return '';
    const why =
      this.total < counted ? 'The others are done by now, or not shared with you.' : 'Some were added since.';
    return `The count of ${formatDay(this.asOf)} was ${formatNumber(counted)}. ${why}`;
  }

  get canLoadMore(): boolean {
    return this.nextCursor !== null;
  }

  handleMore(): void {
    this.cursor = this.nextCursor;
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
}
