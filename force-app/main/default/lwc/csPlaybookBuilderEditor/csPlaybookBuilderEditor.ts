import { LightningElement, api } from 'lwc';
import { DEFAULT_TRIGGER_DAYS, MAX_STEPS, TRIGGERS } from 'c/csPlaybookRules';
import type { StepChangeDetail, StepMoveDetail } from 'c/csPlaybookBuilderStep';
import { moveStep, needsDays, problemsOf, versionStatement } from 'c/csPlaybookBuilderDraft';
import type { Draft, DraftStep } from 'c/csPlaybookBuilderDraft';

interface StepEditor extends HTMLElement {
  focusHandle(): void;
}

const BANDS = ['Watch', 'At Risk'].map((value) => ({ label: value, value }));

/**
 * Changes a playbook and its steps.
 *
 * @fires save with the `Draft`, which has no faults
 * @fires cancel when it is to stay as it was
 */
export default class CsPlaybookBuilderEditor extends LightningElement {
  /** Runs under way that the user can see. */
  @api running = 0;

  /** Whether it is being saved. */
  @api saving = false;

  /** Why it was not saved. */
  @api errors: unknown;

  draft: Draft | undefined;
  problems: string[] = [];
  announcement = '';
  triggers = TRIGGERS.map((value) => ({ label: value, value }));
  bands = BANDS;
  #original: Draft | undefined;
  #made = 0;
  #dragged: string | undefined;
  #focused: string | undefined;

  /** The playbook as it is now. */
  @api get playbook(): Draft | undefined {
    return this.#original;
  }
  set playbook(playbook: Draft | undefined) {
    this.#original = playbook;
    this.draft = playbook && { ...playbook, steps: [...playbook.steps] };
    this.problems = [];
  }

  renderedCallback(): void {
    const key = this.#focused;
    this.#focused = undefined;
    if (key) this.editorOf(key)?.focusHandle();
  }

  get heading(): string {
    return this.#original?.id ? `Edit ${this.#original.name}` : 'New Playbook';
  }

  get steps(): { key: string; step: DraftStep; place: number }[] {
    return (this.draft?.steps ?? []).map((step, index) => ({ key: step.key, step, place: index + 1 }));
  }

  get isRiskBand(): boolean {
    return this.draft?.trigger === 'Risk Band';
  }

  get needsDays(): boolean {
    return needsDays(this.draft?.trigger ?? '');
  }

  get daysLabel(): string {
    return this.draft?.trigger === 'Renewal' ? 'Days before the renewal' : 'Days after the answer';
  }

  get isFull(): boolean {
    return (this.draft?.steps.length ?? 0) >= MAX_STEPS;
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get statement(): string {
    return this.draft && this.#original ? versionStatement(this.#original, this.draft, this.running) : '';
  }

  handleField(event: CustomEvent<{ value: string }>): void {
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    this.edit({ [field]: event.detail.value });
  }

  handleFlag(event: CustomEvent<{ checked: boolean }>): void {
    const { field = '' } = (event.currentTarget as HTMLElement).dataset;
    this.edit({ [field]: event.detail.checked });
  }

  handleDays(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.edit({ triggerDays: value === '' ? null : Number(value) });
  }

  handleTrigger(event: CustomEvent<{ value: string }>): void {
    const trigger = event.detail.value;
    const triggerBand = trigger === 'Risk Band' ? 'At Risk' : null;
    this.edit({ trigger, triggerBand, triggerDays: DEFAULT_TRIGGER_DAYS[trigger] ?? null });
  }

  handleStepChange({ detail }: CustomEvent<StepChangeDetail>): void {
    const { key, change } = detail;
    const changed = (step: DraftStep): DraftStep => ({ ...step, ...(step.key === key ? change : {}) });
    this.edit({ steps: (this.draft?.steps ?? []).map(changed) });
  }

  handleStepRemove({ detail }: CustomEvent<{ key: string }>): void {
    const steps = this.draft?.steps ?? [];
    const place = steps.findIndex(({ key }) => key === detail.key);
    this.edit({ steps: steps.filter(({ key }) => key !== detail.key) });
    this.announcement = `Step ${place + 1} removed.`;
    this.#focused = (steps[place + 1] ?? steps[place - 1])?.key;
  }

  handleAdd(): void {
    const steps = this.draft?.steps ?? [];
    this.#made += 1;
    const dueInDays = steps.at(-1)?.dueInDays ?? 0;
    const added: DraftStep = {
      key: `new-${this.#made}`,
      id: null,
      name: '',
      instructions: '',
      action: 'None',
      dueInDays: Number.isFinite(dueInDays) ? dueInDays : 0,
    };
    this.edit({ steps: [...steps, added] });
    this.announcement = `Step ${steps.length + 1} added.`;
    this.#focused = added.key;
  }

  handleStepMove({ detail }: CustomEvent<StepMoveDetail>): void {
    const place = this.draft?.steps.findIndex(({ key }) => key === detail.key) ?? -1;
    this.move(detail.key, place + detail.by);
    this.#focused = detail.key;
  }

  handleDragStart(event: DragEvent): void {
    this.#dragged = (event.currentTarget as HTMLElement).dataset.key;
    // Without data Firefox drags nothing.
    event.dataTransfer?.setData('text/plain', this.#dragged ?? '');
  }

  handleDragOver(event: DragEvent): void {
    if (this.#dragged) event.preventDefault();
  }

  handleDrop(event: DragEvent): void {
    event.preventDefault();
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const place = this.draft?.steps.findIndex((step) => step.key === key) ?? -1;
    if (this.#dragged && place >= 0) this.move(this.#dragged, place);
    this.#dragged = undefined;
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSave(): void {
    if (!this.draft || this.saving) return;
    this.problems = problemsOf(this.draft);
    if (!this.hasProblems) this.dispatchEvent(new CustomEvent('save', { detail: this.draft }));
  }

  move(key: string, to: number): void {
    const steps = moveStep(this.draft?.steps ?? [], key, to);
    const place = steps.findIndex((step) => step.key === key) + 1;
    this.edit({ steps });
    const { name } = steps[place - 1] ?? { name: '' };
    this.announcement = `${name || 'The step'} is now step ${place} of ${steps.length}.`;
  }

  edit(change: Partial<Draft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    // Once told, faults are checked again with every change.
    if (this.hasProblems) this.problems = problemsOf(this.draft);
  }

  editorOf(key: string): StepEditor | undefined {
    const editors = this.template?.querySelectorAll<StepEditor>('c-cs-playbook-builder-step') ?? [];
    return [...editors].find(({ dataset }) => dataset.key === key);
  }
}
