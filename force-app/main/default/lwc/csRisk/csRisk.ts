import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, RecordResult } from 'lightning/uiRecordApi';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import RISK_EXPLANATION from '@salesforce/schema/Account.CS_Risk_Explanation__c';
import RISK_REASON from '@salesforce/schema/Account.CS_Risk_Reason__c';
import SCORED_AT from '@salesforce/schema/Account.CS_Risk_Scored_At__c';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStoryData, BandByHand } from 'c/csAccountStory';
import { dayOf } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { FAMILY_FIELDS } from 'c/csRiskFamily';
import type { Calculated } from 'c/csRiskOverride';
import { parseExplanation } from './csRiskExplanation';
import type { ParsedExplanation } from './csRiskExplanation';
import { tellStale, viewRisk } from './csRiskModel';
import type { RiskView } from './csRiskModel';

const OPTIONAL_FIELDS = [RISK_EXPLANATION, RISK_REASON, SCORED_AT, ...FAMILY_FIELDS];

/** The risk of an account: its score, why it is so, what changed, what would help. */
export default class CsRisk extends LightningElement {
  /** Id of the account, given by the record page. */
  @api recordId: string | undefined;

  /** Seconds to wait for the companion after Recalculate. */
  @api timeoutSeconds = 90;

  account: RecordRepresentation | undefined;
  error: unknown;
  parsed: ParsedExplanation = { kind: 'none' };
  view: RiskView | undefined;
  /** The band last set by hand; undefined for who may not read it. */
  override: BandByHand | null | undefined;
  storyError: unknown;
  #refresh: (() => Promise<void>) | undefined;

  // Optional, so that a user without access gets told so instead of an error about a field.
  @wire(getRecord, { recordId: '$recordId', fields: [ACCOUNT_NAME], optionalFields: OPTIONAL_FIELDS })
  loadAccount({ data, error }: RecordResult): void {
    this.error = error;
    if (!data) return;
    this.account = data;
    this.parsed = parseExplanation(getFieldValue(data, RISK_EXPLANATION) as string | null);
    this.view = this.parsed.kind === 'read' ? viewRisk(this.parsed.explanation) : undefined;
  }

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$variables' })
  loadStory({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    // Who may not read bands set by hand has the score all the same.
    this.storyError = lacksAccess(errors) ? undefined : errors;
    if (data && !errors) this.override = readStory(data as AccountStoryData).override;
  }

  get variables(): { accountId: string } | undefined {
    return storyVariables(this.recordId);
  }

  get calculated(): Calculated {
    const explanation = this.parsed.kind === 'read' ? this.parsed.explanation : undefined;
    return {
      band: this.view?.calculatedBand ?? null,
      score: explanation?.score ?? null,
      shownId: explanation?.override?.recordId ?? null,
    };
  }

  get stale(): string | null {
    if (this.parsed.kind !== 'read' || !this.account) return null;
    // Absent for who may not read it.
    const scoredAt = getFieldValue(this.account, SCORED_AT) as string | null | undefined;
    const scoredOn = scoredAt ? dayOf(new Date(scoredAt)) : null;
    return tellStale(this.parsed.explanation, scoredOn, dayOf(new Date()));
  }

  /** The reason of a band set by hand stands in its own banner. */
  get hasReason(): boolean {
    return this.view?.isByHand !== true;
  }

  async handleOverride(): Promise<void> {
    // Both at once: the banner need not wait for the score.
    await Promise.all([this.#refresh?.(), this.recalculation?.start()]);
  }

  get recalculation(): (HTMLElement & { start(): Promise<void> }) | null {
    return this.template?.querySelector('c-cs-recalculate') ?? null;
  }

  get isLoading(): boolean {
    return !this.account && !this.error;
  }

  get hasNoAccess(): boolean {
    return this.account !== undefined && !(RISK_EXPLANATION.fieldApiName in this.account.fields);
  }

  get isNeverScored(): boolean {
    return this.account !== undefined && !this.hasNoAccess && this.parsed.kind === 'none';
  }

  get problem(): string | undefined {
    return this.parsed.kind === 'unreadable' ? this.parsed.problem : undefined;
  }

  get canRecalculate(): boolean {
    return this.account !== undefined && !this.hasNoAccess;
  }

  get reason(): string {
    return (this.account && (getFieldValue(this.account, RISK_REASON) as string | null)) ?? '';
  }

  get hasMissing(): boolean {
    return (this.view?.missing.length ?? 0) > 0;
  }

  get hasChanges(): boolean {
    return (this.view?.changes.length ?? 0) > 0;
  }

  get hasTipping(): boolean {
    return (this.view?.tipping.length ?? 0) > 0;
  }

  get hasNoContributions(): boolean {
    return this.view?.contributions.length === 0 && this.view.band !== null;
  }
}
