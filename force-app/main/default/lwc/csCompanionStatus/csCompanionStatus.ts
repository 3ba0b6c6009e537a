import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { formatAgo } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { failureRows, findingRows, isSilent, runRows, tilesOf } from './csCompanionStatusModel';
import type { FailureRow, RunRow, Tile } from './csCompanionStatusModel';
import { COMPANION_STATUS, readReport } from './csCompanionStatusQuery';
import type { CompanionReport, StatusData } from './csCompanionStatusQuery';

const ALL = JSON.stringify({ all: true });

/** How it stands with the companion: its last runs, the age of the data, API calls, and what the org refused. */
export default class CsCompanionStatus extends LightningElement {
  variables = { first: 1 };
  /** Null where the companion has reported nothing yet. */
  report: CompanionReport | null | undefined;
  errors: unknown;
  /** What is asked to be tried again: all, or one. */
  payload = ALL;
  now = new Date();
  isRefreshing = false;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: COMPANION_STATUS, variables: '$variables' })
  receive({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.errors = errors;
    if (!data || errors) return;
    this.now = new Date();
    this.report = readReport(data as StatusData);
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors);
  }

  get loadErrors(): unknown {
    return this.hasNoAccess ? undefined : this.errors;
  }

  get isLoading(): boolean {
    return this.report === undefined && !this.errors;
  }

  get isEmpty(): boolean {
    return this.report === null;
  }

  get shown(): CompanionReport | undefined {
    return this.report ?? undefined;
  }

  get reported(): string {
    return this.shown ? `Reported ${formatAgo(this.shown.reportedOn, this.now)}` : '';
  }

  get isSilent(): boolean {
    return this.shown !== undefined && isSilent(this.shown, this.now);
  }

  get tiles(): Tile[] {
    return this.shown ? tilesOf(this.shown, this.now) : [];
  }

  get runs(): RunRow[] {
    return runRows(this.shown?.runs ?? []);
  }

  get failures(): FailureRow[] {
    return failureRows(this.shown?.failures ?? []);
  }

  get hasFailures(): boolean {
    return this.failures.length > 0;
  }

  get more(): string {
    const { failedRecords = 0, failures = [] } = this.shown ?? {};
    return failedRecords > failures.length
      ? `The newest ${failures.length} of ${failedRecords} are listed.`
      : '';
  }

  get problems(): string[] {
    return this.shown?.problems ?? [];
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get findings(): object[] {
    return findingRows(this.shown?.findings ?? []);
  }

  get hasFindings(): boolean {
    return this.findings.length > 0;
  }

  get waiter(): { start(): Promise<void> } | null {
    return this.template?.querySelector('c-cs-recalculate') as unknown as { start(): Promise<void> } | null;
  }

  async handleRetry(event: Event): Promise<void> {
    const { payload } = (event.currentTarget as HTMLElement).dataset;
    this.payload = payload ?? ALL;
    // It asks with the payload as it is drawn.
    await Promise.resolve();
    await this.waiter?.start();
  }

  async handleRefresh(): Promise<void> {
    this.isRefreshing = true;
    try {
      await this.#refresh?.();
    } finally {
      this.isRefreshing = false;
    }
  }
}
