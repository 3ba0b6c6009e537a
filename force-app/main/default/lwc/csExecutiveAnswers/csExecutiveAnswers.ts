import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { countOf, formatChange, formatDay, formatNumber } from 'c/csFormat';
import { RIGHT } from 'c/csExecutiveList';
import type { ListRow, ListView } from 'c/csExecutiveList';
import type { Segment } from 'c/csExecutiveMeasures';
import { promoterScore } from 'c/csPromoterScore';
import { ANSWERS, readAnswers } from './csExecutiveAnswersQuery';
import type { Answer, AnswersData } from './csExecutiveAnswersQuery';
import { addUpAnswers, answersOf, byAccount } from './csExecutiveAnswersModel';
import type { AccountAnswers } from './csExecutiveAnswersModel';

const PAGE_SIZE = 2_000;

const COLUMNS = ['People', 'Promoters', 'Passives', 'Detractors'].map((label) => ({
  label,
  className: RIGHT,
}));

const toRow = (account: AccountAnswers): ListRow => ({
  id: account.accountId,
  name: account.accountName,
  texts: [account.people, account.promoters, account.passives, account.detractors].map(formatNumber),
});

/** Which NPS was opened. */
interface OpenedNps {
  segment: Segment;
  asOf: string;
  isLatest: boolean;
  counted: number | null;
}

/**
 * The NPS answers of customers by account, with what they come to beside the number that was opened.
 *
 * @fires close when the user is done with them
 * @fires recalculated when the totals were counted again
 */
export default class CsExecutiveAnswers extends LightningElement {
  answers: Answer[] = [];
  isLoaded = false;
  loadError: unknown;
  variables: Record<string, unknown> | undefined;
  #selection: OpenedNps | undefined;

  /** Which NPS was opened. */
  @api
  get selection(): OpenedNps | undefined {
    return this.#selection;
  }
  set selection(selection: OpenedNps | undefined) {
    const isSame = JSON.stringify(selection) === JSON.stringify(this.#selection);
    this.#selection = selection;
    if (isSame || !selection) return;
    this.answers = [];
    this.isLoaded = false;
    this.ask(null);
  }

  @wire(graphql, { query: ANSWERS, variables: '$variables' })
  loadAnswers({ data, errors }: GraphQlResult): void {
    this.loadError = errors;
    if (errors || !data) return;
    const page = readAnswers(data as AnswersData);
    const known = new Set(page.answers.map(({ id }) => id));
    this.answers = [...this.answers.filter(({ id }) => !known.has(id)), ...page.answers];
    if (page.nextCursor === null) this.isLoaded = true;
    else this.ask(page.nextCursor);
  }

  get view(): ListView {
    const { isLoaded, loadError } = this;
    const isEmpty = isLoaded && this.answers.length === 0;
    return {
      heading: `NPS: ${this.#selection?.segment.label ?? ''}`,
      what: 'answers',
      summary: this.summary,
      comparison: this.comparison,
      canCountAgain: this.canCountAgain,
      isLoading: !isLoaded && !loadError,
      loadError,
      emptyText: isEmpty ? 'Nobody that you can see answered within the year before this day.' : '',
      columns: COLUMNS,
      rows: isLoaded ? this.accounts.map(toRow) : [],
    };
  }

  get accounts(): AccountAnswers[] {
    return byAccount(this.answers);
  }

  get nps(): number | null {
    const score = promoterScore(addUpAnswers(this.accounts));
    return score === null ? null : Math.round(score.nps * 10) / 10;
  }

  get summary(): string {
    if (!this.isLoaded) return '';
    const { promoters, passives, detractors } = addUpAnswers(this.accounts);
    const people = countOf(promoters + passives + detractors, 'person', 'people');
    const sum = this.nps === null ? '' : ` Together: NPS ${formatChange(this.nps)}.`;
    return (
      `${people} of ${countOf(this.accounts.length, 'account')}: ${countOf(promoters, 'promoter')}, ` +
      `${countOf(passives, 'passive')}, ${countOf(detractors, 'detractor')}.${sum}`
    );
  }

  get agrees(): boolean {
    const counted = this.#selection?.counted ?? null;
    return this.nps === null || counted === null || Math.abs(this.nps - counted) < 0.05;
  }

  get comparison(): string {
    const { counted, asOf, isLatest } = this.#selection ?? {};
    if (!this.isLoaded || counted == null || this.nps === null) return '';
    const day = formatDay(asOf ?? '');
    if (this.agrees) return `The same as the total of ${day}.`;
    const why = isLatest
      ? 'Answers came in since, or are not shared with you.'
      : 'Some customers were others then, or are not shared with you.';
    return `The total of ${day} is ${formatChange(counted)}. ${why}`;
  }

  get canCountAgain(): boolean {
    return this.isLoaded && !this.agrees && this.#selection?.isLatest === true;
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  handleRecalculated(): void {
    this.dispatchEvent(new CustomEvent('recalculated'));
  }

  ask(after: string | null): void {
    const { segment, asOf, isLatest } = this.#selection as OpenedNps;
    this.variables = { where: answersOf(segment, asOf, isLatest), first: PAGE_SIZE, after };
  }
}
