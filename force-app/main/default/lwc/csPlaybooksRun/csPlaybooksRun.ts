import { LightningElement, api } from 'lwc';
import type { PlaybookRun, PlaybookRunStep } from 'c/csAccountStory';
import { viewRun } from './csPlaybooksRunModel';
import type { RunView } from './csPlaybooksRunModel';

/** What a person wants of a run. */
export type RunWish = 'stop' | 'assign';

/** Detail of the event `runwish`. */
export interface RunWishDetail {
  runId: string;
  wish: RunWish;
}

/**
 * A playbook that was started: its progress, and its steps when it is opened.
 *
 * @fires runwish with `RunWishDetail`; the wishes of its steps pass through
 */
export default class CsPlaybooksRun extends LightningElement {
  /** The run with its steps in order. */
  @api run: PlaybookRun | undefined;

  /** The day that it is for the user, `YYYY-MM-DD`. */
  @api today = '';

  /** Ids of the steps and runs whose change is being saved. */
  @api savingIds: readonly string[] = [];

  /** Whether the steps are shown at first. */
  @api opened = false;

  chosen: boolean | undefined;

  get view(): RunView | undefined {
    return this.run ? viewRun(this.run, this.today) : undefined;
  }

  get isOpen(): boolean {
    return this.chosen ?? this.opened;
  }

  get isOpenText(): string {
    return String(this.isOpen);
  }

  get chevron(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get barStyle(): string {
    return `width: ${this.view?.percent ?? 0}%`;
  }

  get isSaving(): boolean {
    return this.savingIds.includes(this.run?.id ?? '');
  }

  get steps(): { id: string; step: PlaybookRunStep; isSaving: boolean }[] {
    const steps = this.run?.steps ?? [];
    return steps.map((step) => ({ id: step.id, step, isSaving: this.savingIds.includes(step.id) }));
  }

  handleToggle(): void {
    this.chosen = !this.isOpen;
  }

  handleMenu(event: CustomEvent<{ value: RunWish }>): void {
    const detail: RunWishDetail = { runId: this.run?.id ?? '', wish: event.detail.value };
    this.dispatchEvent(new CustomEvent('runwish', { detail }));
  }
}
