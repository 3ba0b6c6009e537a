import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { EFFECT_ACCOUNTS, readArr } from './csTuneScoringEffectQuery';
import type { AccountsData } from './csTuneScoringEffectQuery';
import { chartRows, detailOf, headlineOf, isEffect, legendItems, listNote, moveRows } from './effectView';
import type { ChartRow, Effect, LegendItem, MoveRow } from './effectView';

/**
 * What a draft of a scoring configuration would do: the companion scores every account under it, from what it last read,
 * and changes nothing.
 *
 * @fires seen with `detail.proposal` when the effect of that draft is shown
 */
export default class CsTuneScoringEffect extends LightningElement {
  /** The draft, as the companion reads it. */
  @api proposal = '';

  /** Whether there is nothing to look at, or it does not hold. */
  @api disabled = false;

  /** A large org takes a while: each account is scored. */
  timeoutSeconds = 300;
  answer: Effect | undefined;
  /** The draft that the answer is about. */
  answered = '';
  asked = '';
  variables: { ids: string[] } | undefined;
  arrById: ReadonlyMap<string, number | null> = new Map();

  @wire(graphql, { query: EFFECT_ACCOUNTS, variables: '$variables' })
  receiveAccounts({ data, errors }: GraphQlResult): void {
    if (data && !errors) this.arrById = readArr(data as AccountsData);
  }

  get current(): Effect | undefined {
    return this.answered === this.proposal ? this.answer : undefined;
  }

  /** What it would do; undefined while that is not known of this very draft. */
  get effect(): Effect | undefined {
    return this.current?.problems ? undefined : this.current;
  }

  get problems(): string[] {
    return this.current?.problems ?? [];
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get isOutdated(): boolean {
    return this.answer !== undefined && this.current === undefined;
  }

  get headline(): string {
    return this.effect ? headlineOf(this.effect) : '';
  }

  get detail(): string {
    return this.effect ? detailOf(this.effect) : '';
  }

  get rows(): ChartRow[] {
    return this.effect ? chartRows(this.effect) : [];
  }

  get legend(): LegendItem[] {
    return this.effect ? legendItems(this.effect) : [];
  }

  get moves(): MoveRow[] {
    return this.effect ? moveRows(this.effect, this.arrById) : [];
  }

  get hasMoves(): boolean {
    return this.moves.length > 0;
  }

  get note(): string {
    return this.effect ? listNote(this.effect, this.arrById) : '';
  }

  /** The draft may change while the companion works: the answer is about the one that was sent. */
  handleAsk(): void {
    this.asked = this.proposal;
  }

  handleAnswer({ detail: { result } }: CustomEvent<{ result: unknown }>): void {
    if (!isEffect(result)) return;
    this.answer = result;
    this.answered = this.asked;
    if (result.problems) return;
    const ids = result.moves.map(({ id }) => id);
    this.variables = ids.length > 0 ? { ids } : undefined;
    this.dispatchEvent(new CustomEvent('seen', { detail: { proposal: this.answered } }));
  }
}
