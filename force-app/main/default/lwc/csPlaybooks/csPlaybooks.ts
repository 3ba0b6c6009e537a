import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStory, AccountStoryData, PlaybookRun, PlaybookRunStep } from 'c/csAccountStory';
import { countOf, dayOf } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import CsNoteModal from 'c/csNoteModal';
import CsPlaybooksLink from 'c/csPlaybooksLink';
import type { Found } from 'c/csPlaybooksFinder';
import type { RunWishDetail } from 'c/csPlaybooksRun';
import type { StartSettled } from 'c/csPlaybooksStarter';
import type { StepWish, StepWishDetail } from 'c/csPlaybooksStep';
import { quickActionPage } from 'c/csQuickAction';
import { askAboutRun, askToChange, askToSkip } from './csPlaybooksDialogs';
import { ACCOUNT_NAME, FACT_FIELDS, factsOf } from './csPlaybooksFacts';
import {
  FORMS,
  activeRuns,
  endedRuns,
  headline,
  isFinished,
  offerViews,
  whoseTick,
} from './csPlaybooksModel';
import type { OfferView } from './csPlaybooksModel';
import { searchSince, unlinked } from './csPlaybooksSearch';
import type { Search } from './csPlaybooksSearch';
import { suggest } from './csPlaybooksSuggest';
import type { Suggestion } from './csPlaybooksSuggest';
import { closeStep, endRun, isConflict, linkStep, reopenStep } from './csPlaybooksWrites';

/** What could not be done, for the error panel. */
interface Failure {
  heading: string;
  errors: unknown;
}

const NO_FAILURE: Failure = { heading: '', errors: undefined };

/** The playbooks of an account: what runs, what the account calls for, and what was done before. */
export default class CsPlaybooks extends NavigationMixin(LightningElement) {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  /** Whether no playbooks are suggested. */
  @api hideSuggestions = false;

  /** How many ended playbooks are listed. */
  @api endedShown = 3;

  story: AccountStory | undefined;
  account: RecordRepresentation | undefined;
  errors: unknown;
  failure: Failure = NO_FAILURE;
  savingIds: readonly string[] = [];
  /** The playbook that is being started, and why. */
  starting: { playbookId: string; reason: string } | undefined;
  /** For which step activities are looked for. */
  search: Search | undefined;
  #refresh: (() => Promise<void>) | undefined;
  /** The step whose form is open, and since when. */
  #form: { stepId: string; openedAt: Date } | undefined;

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$variables' })
  receive({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.errors = errors;
    if (data && !errors) this.story = readStory(data as AccountStoryData);
  }

  @wire(getRecord, { recordId: '$recordId', fields: [ACCOUNT_NAME], optionalFields: FACT_FIELDS })
  receiveAccount({ data }: RecordResult): void {
    // Without it nothing is suggested; the rest stands.
    if (data) this.account = data;
  }

  get variables(): { accountId: string } | undefined {
    return storyVariables(this.recordId);
  }

  get today(): string {
    return dayOf(new Date());
  }

  get isLoading(): boolean {
    return !this.story && !this.errors;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors);
  }

  get loadErrors(): unknown {
    return this.hasNoAccess ? undefined : this.errors;
  }

  get runs(): PlaybookRun[] {
    return this.story?.runs.items ?? [];
  }

  get active(): PlaybookRun[] {
    return activeRuns(this.runs);
  }

  get ended(): PlaybookRun[] {
    return endedRuns(this.runs).slice(0, this.endedShown);
  }

  get hasEnded(): boolean {
    return this.ended.length > 0;
  }

  get headline(): string {
    return headline(this.runs, this.today);
  }

  get offers(): OfferView[] {
    return offerViews(this.story?.playbooks ?? [], this.runs);
  }

  get hasOffers(): boolean {
    return this.offers.length > 0;
  }

  get suggestions(): (Suggestion & { startLabel: string })[] {
    if (this.hideSuggestions || !this.story || !this.account) return [];
    const facts = factsOf(this.account, this.story.answers.items[0]);
    return suggest(this.story.playbooks, facts, this.runs, this.today).map((suggestion) => ({
      ...suggestion,
      startLabel: `Start ${suggestion.name}`,
    }));
  }

  get isEmpty(): boolean {
    return this.active.length === 0 && this.suggestions.length === 0;
  }

  get emptyText(): string {
    return this.hasOffers
      ? 'Nothing calls for a playbook at the moment. You can start one at any time.'
      : 'There are no active playbooks. A manager sets them up on the page Playbooks.';
  }

  get isStarting(): boolean {
    return this.starting !== undefined;
  }

  get start(): object | undefined {
    const { recordId: accountId = '', today, starting } = this;
    return starting && { accountId, today, assignedToId: USER_ID, reason: starting.reason };
  }

  handleOffer(event: CustomEvent<{ value: string }>): void {
    this.begin(event.detail.value);
  }

  handleSuggestion(event: Event): void {
    this.begin((event.currentTarget as HTMLElement).dataset.playbook ?? '');
  }

  async handleStarted({ detail }: CustomEvent<StartSettled>): Promise<void> {
    const heading = 'The playbook was not started';
    if (detail.errors) this.failure = { heading, errors: detail.errors };
    await this.#refresh?.();
    // Not before the run is on the page: until then the button must not start it once more.
    this.starting = undefined;
    if (!detail.errors) this.tell(`${detail.name} started, ${countOf(detail.steps, 'step')}`);
  }

  async handleRunWish({ detail }: CustomEvent<RunWishDetail>): Promise<void> {
    const run = this.runs.find(({ id }) => id === detail.runId);
    if (run) await this.decide(run, await askAboutRun(run, detail.wish, this.today));
  }

  async handleStepWish({ detail }: CustomEvent<StepWishDetail>): Promise<void> {
    const step = this.stepOf(detail.stepId);
    const run = this.runs.find(({ id }) => id === step?.runId);
    if (!step || !run || this.savingIds.includes(step.id)) return;
    const carryOut: Record<StepWish, () => Promise<unknown> | void> = {
      tick: () => this.change(step, () => closeStep(step, 'Done', new Date().toISOString())),
      reopen: () => this.change(step, () => reopenStep(step, run)),
      skip: async () => this.decide(step, await askToSkip(step)),
      edit: async () => this.decide(step, await askToChange(step)),
      link: () => this.look({ stepId: step.id, since: searchSince(), asks: true }),
      unlink: () => this.change(step, () => linkStep(step, null)),
      act: () => this.act(step),
    };
    await carryOut[detail.wish]();
  }

  /** The platform does not tell when its form closes, but focus comes back to where it was opened from. */
  async handleFocusIn(): Promise<void> {
    const form = this.#form;
    this.#form = undefined;
    if (!form) return;
    await this.announce();
    this.look({ stepId: form.stepId, since: searchSince(form.openedAt), asks: false });
  }

  async handleFound({ detail }: CustomEvent<Found>): Promise<void> {
    const { search } = this;
    this.search = undefined;
    const step = this.stepOf(search?.stepId);
    if (!search || !step) return;
    if (detail.errors) this.failure = { heading: 'Your activities could not be read', errors: detail.errors };
    const candidates = unlinked(detail.activities, this.runs);
    if (detail.errors || (candidates.length === 0 && !search.asks)) return;
    const isSure = candidates.length === 1 && !search.asks;
    const label = `What Came of “${step.name}”`;
    const id = isSure ? candidates[0]?.id : await CsPlaybooksLink.open({ label, size: 'small', candidates });
    if (id) await this.link(step, id);
  }

  begin(playbookId: string): void {
    if (this.starting || !playbookId) return;
    this.failure = NO_FAILURE;
    const suggestion = this.suggestions.find((one) => one.playbookId === playbookId);
    this.starting = { playbookId, reason: suggestion?.reason ?? '' };
  }

  async act(step: PlaybookRunStep): Promise<void> {
    const accountId = this.recordId;
    if (step.action === 'Note') {
      const noteId = await CsNoteModal.open({ label: step.name, size: 'medium', accountId });
      if (!noteId) return;
      await this.link(step, noteId);
      await this.announce();
      return;
    }
    const form = FORMS[step.action];
    if (!form) return;
    this[NavigationMixin.Navigate](quickActionPage(form, { accountId }, { Subject: step.name }));
    this.#form = { stepId: step.id, openedAt: new Date() };
  }

  look(search: Search): void {
    this.failure = NO_FAILURE;
    this.search = search;
  }

  async link(step: PlaybookRunStep, relatedId: string): Promise<void> {
    const current = this.stepOf(step.id) ?? step;
    if (await this.change(current, () => linkStep(current, relatedId))) this.tell(`Linked to “${step.name}”`);
  }

  async decide(target: { id: string }, write: (() => Promise<void>) | undefined): Promise<void> {
    if (write) await this.change(target, write);
  }

  /** Carries out a change, reads again whatever came of it, and ends a run of which nothing is left to do. */
  async change({ id }: { id: string }, write: () => Promise<void>): Promise<boolean> {
    this.failure = NO_FAILURE;
    this.savingIds = [...this.savingIds, id];
    try {
      await write();
      await this.#refresh?.();
      await this.endFinished();
      return true;
    } catch (error) {
      await this.#refresh?.();
      if (isConflict(error)) this.tell('Someone was faster', whoseTick(this.stepOf(id)), 'warning');
      else this.failure = { heading: 'The change was not saved', errors: error };
      return false;
    } finally {
      this.savingIds = this.savingIds.filter((saving) => saving !== id);
    }
  }

  async endFinished(): Promise<void> {
    const finished = this.active.filter(isFinished);
    if (finished.length === 0) return;
    await Promise.all(finished.map(({ id }) => endRun(id, 'Completed', this.today)));
    await this.#refresh?.();
    finished.forEach(({ name }) => this.tell(`${name} is completed`));
  }

  /** What a quick action made shows elsewhere on the page too. */
  async announce(): Promise<void> {
    if (this.recordId) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    this.dispatchEvent(new RefreshEvent());
  }

  stepOf(stepId: string | undefined): PlaybookRunStep | undefined {
    return this.runs.flatMap(({ steps }) => steps).find(({ id }) => id === stepId);
  }

  tell(title: string, message = '', variant: 'success' | 'warning' = 'success'): void {
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
  }
}
