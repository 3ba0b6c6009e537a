import { api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import type { OpenModal } from 'lightning/modal';
import { planChanges, planUndo } from 'c/csBulkPlan';
import type { Choice, DoneChange, DoneOperation, Plan, Skipped, Target } from 'c/csBulkPlan';
import { runChanges } from 'c/csBulkRun';
import { countOf, formatNumber } from 'c/csFormat';
import { conflictsOf, describe, failuresOf, scoresOf, without } from './csBulkActionsModel';
import { BULK_TARGETS, readTargets } from './csBulkActionsQuery';
import type { BulkTargetsData } from './csBulkActionsQuery';

/** The most accounts that one operation changes, which is what one query may read. */
const MAX_ACCOUNTS = 2_000;

interface Properties {
  where: object;
  today: string;
  picklists?: Record<string, { label: string; value: string }[]>;
  undo?: DoneOperation | undefined;
  onchanged: (event: CustomEvent<DoneOperation>) => void;
}

/**
 * Changes many accounts at once: what to change, a preview of each, progress, and a result for each. Given an
 * operation to undo it brings back what was before, except where others have changed it since.
 *
 * @fires changed with the `DoneOperation` after each run, whether the dialog is then closed or not
 */
export default class CsBulkActions extends LightningModal {
  declare static open: OpenModal<Properties, void>;

  /** Which accounts, as a variable of type `Account_Filter`. */
  @api where: object | undefined;

  /** Today in the user's time zone, `YYYY-MM-DD`. */
  @api today = '';

  /** Values of the picklists by the API name of the field. */
  @api picklists: Record<string, { label: string; value: string }[]> = {};

  /** The operation to undo; without one the user says what to change. */
  @api undo: DoneOperation | undefined;

  phase: 'choosing' | 'running' | 'done' = 'choosing';
  isChecking = false;
  targets: Target[] | undefined;
  loadError: unknown;
  chosen: Choice | undefined;
  settled = 0;
  toDo = 0;
  done: DoneChange[] = [];
  failures: Skipped[] = [];
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: BULK_TARGETS, variables: '$variables' })
  loadTargets({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.loadError = errors;
    if (data && !errors) this.targets = readTargets(data as BulkTargetsData);
  }

  /** While it writes nothing is read: every batch would have all the accounts read again. */
  get variables(): Record<string, unknown> | undefined {
    return this.phase === 'running' ? undefined : { where: this.where, first: MAX_ACCOUNTS };
  }

  get choice(): Choice | undefined {
    return this.undo?.choice ?? this.chosen;
  }

  get plan(): Plan | undefined {
    if (!this.targets) return undefined;
    if (this.undo) return planUndo(this.undo, this.targets);
    return this.chosen && planChanges(this.chosen, this.targets);
  }

  get isLoading(): boolean {
    return this.phase === 'choosing' && !this.targets && !this.loadError;
  }

  get isChoosing(): boolean {
    return this.phase === 'choosing';
  }

  get isRunning(): boolean {
    return this.phase === 'running';
  }

  get isDone(): boolean {
    return this.phase === 'done';
  }

  get asksWhat(): boolean {
    return this.isChoosing && !this.undo;
  }

  get showsPreview(): boolean {
    return this.isChoosing && this.plan !== undefined;
  }

  get progress(): number {
    return this.toDo === 0 ? 0 : Math.round((100 * this.settled) / this.toDo);
  }

  get progressText(): string {
    return `${formatNumber(this.settled)} of ${countOf(this.toDo, 'account')} done…`;
  }

  get changedCount(): number {
    return this.done.length;
  }

  get cannotApply(): boolean {
    return this.isChecking || !this.plan || this.plan.changes.length === 0;
  }

  get applyLabel(): string {
    const count = this.plan?.changes.length ?? 0;
    const verb = this.undo ? 'Undo for' : 'Change';
    return count === 0 ? 'Change' : `${verb} ${countOf(count, 'account')}`;
  }

  get closeLabel(): string {
    return this.isDone ? 'Close' : 'Cancel';
  }

  handleChoose(event: CustomEvent<{ choice: Choice | undefined }>): void {
    this.chosen = event.detail.choice;
  }

  async handleApply(): Promise<void> {
    if (!this.cannotApply && this.plan) await this.carryOut(this.plan);
  }

  async handleRetry(): Promise<void> {
    if (this.isChecking) return;
    const failed = new Set(this.failures.map(({ id }) => id));
    const changes = this.plan?.changes.filter(({ id }) => failed.has(id)) ?? [];
    await this.carryOut({ changes, skipped: [], unchanged: 0 });
  }

  handleClose(): void {
    this.close(undefined);
  }

  /** Carries out what the user saw; an account that others have changed since she saw it is left to a second look. */
  async carryOut(seen: Plan): Promise<void> {
    this.isChecking = true;
    await this.#refresh?.();
    this.isChecking = false;
    // Whoever closed the dialog meanwhile wants nothing changed.
    if (!this.isConnected) return;
    const { choice, plan, targets } = this;
    if (!choice || !plan || !targets) return;
    const conflicts = conflictsOf(choice, seen, plan, targets);
    const changes = without(conflicts, seen, plan);
    this.settled = 0;
    this.toDo = changes.length;
    this.phase = 'running';
    this.disableClose = true;
    const outcomes = await runChanges(choice, changes, {
      today: this.today,
      comment: describe(choice, this.undo !== undefined),
      scoresOfToday: scoresOf(this.today, targets),
      onProgress: (settled) => {
        this.settled = settled;
      },
    });
    const recordIds = new Map(
      outcomes.filter(({ error }) => error === null).map((one) => [one.id, one.recordId]),
    );
    const succeeded = changes.filter(({ id }) => recordIds.has(id));
    this.done = [
      ...this.done,
      ...succeeded.map((one) => ({ ...one, recordId: recordIds.get(one.id) ?? null })),
    ];
    this.failures = [...conflicts, ...failuresOf(changes, outcomes)];
    this.phase = 'done';
    this.disableClose = false;
    if (succeeded.length > 0)
      this.dispatchEvent(new CustomEvent('changed', { detail: { choice, changes: this.done } }));
  }
}
