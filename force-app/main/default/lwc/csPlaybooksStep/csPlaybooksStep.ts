import { LightningElement, api } from 'lwc';
import type { PlaybookRunStep } from 'c/csAccountStory';
import { viewStep } from './csPlaybooksStepModel';
import type { StepView } from './csPlaybooksStepModel';

/** What a person wants of a step. */
export type StepWish = 'tick' | 'reopen' | 'skip' | 'edit' | 'link' | 'unlink' | 'act';

/** Detail of the event `stepwish`. */
export interface StepWishDetail {
  stepId: string;
  wish: StepWish;
}

/**
 * One step of a run: ticked, skipped or opened again, with what it is about and what came of it.
 *
 * @fires stepwish with `StepWishDetail`; whoever holds the data carries it out
 */
export default class CsPlaybooksStep extends LightningElement {
  /** The step. */
  @api step: PlaybookRunStep | undefined;

  /** The day that it is for the user, `YYYY-MM-DD`. */
  @api today = '';

  /** Whether the run was stopped: then its steps can only be looked at. */
  @api locked = false;

  /** Whether a change of this step is being saved. */
  @api saving = false;

  isOpened = false;

  get view(): StepView | undefined {
    return this.step ? viewStep(this.step, this.today, !this.locked) : undefined;
  }

  get isDisabled(): boolean {
    return this.saving || this.locked;
  }

  get showsMenu(): boolean {
    return !this.locked;
  }

  get howLabel(): string {
    return this.isOpened ? 'Hide how' : 'Show how';
  }

  get isOpenedText(): string {
    return String(this.isOpened);
  }

  handleTick(event: Event): void {
    // The box shows what is stored, not what was clicked: the answer of the org moves it.
    const box = event.target as HTMLInputElement;
    const wish = box.checked ? 'tick' : 'reopen';
    box.checked = this.view?.isDone ?? false;
    this.ask(wish);
  }

  handleMenu(event: CustomEvent<{ value: StepWish }>): void {
    this.ask(event.detail.value);
  }

  handleAct(): void {
    this.ask('act');
  }

  handleHow(): void {
    this.isOpened = !this.isOpened;
  }

  ask(wish: StepWish): void {
    const detail: StepWishDetail = { stepId: this.step?.id ?? '', wish };
    this.dispatchEvent(new CustomEvent('stepwish', { detail, bubbles: true, composed: true }));
  }
}
