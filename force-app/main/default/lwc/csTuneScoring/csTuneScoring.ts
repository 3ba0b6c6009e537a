import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import USER_ID from '@salesforce/user/Id';
import CONFIG from '@salesforce/schema/CS_Scoring_Config__c';
import { formatAgo } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { changesBetween, checkValues, settingOf } from 'c/csScoringSettings';
import type { ScoringValues } from 'c/csScoringSettings';
import type { GroupView, ValueEvent } from 'c/csTuneScoringTable';
import type { HistoryRow } from 'c/csTuneScoringHistory';
import { nextVersion, toProposal, withBase, withReason, withReasons, withValue } from './csTuneScoringDraft';
import { ALL_TIERS, groupViews, historyRows, TIER_OPTIONS, tellChanges } from './csTuneScoringModel';
import { SCORING_VALUES, SCORING_VERSIONS, readValues, readVersions } from './csTuneScoringQuery';
import type { ValuesData, Version, VersionsData } from './csTuneScoringQuery';
import { saveVersion } from './saveVersion';

const NONE: ScoringValues = new Map();
const CHANGED_MEANWHILE =
  'Someone else has activated another version since you began. Discard your draft, look at it as it is now, and make your changes again.';

/** The weights and thresholds of scoring: changed by an admin, with the effect shown before it is saved. */
export default class CsTuneScoring extends LightningElement {
  /** `scoring`: weights and thresholds. `cadence`: how often to be in touch, and the renewal window. */
  @api subject = 'scoring';

  versionVariables = { isActive: true };
  valueVariables: { ids: string[] } | undefined;
  versions: Version[] | undefined;
  values = new Map<string, ScoringValues>();
  readable: typeof CONFIG | undefined;
  canEdit: boolean | undefined;
  errors: unknown;
  saveErrors: unknown;
  tierOptions = TIER_OPTIONS;
  tier = '';
  open: ReadonlySet<string> = new Set(['weights', 'bands']);
  /** What is being changed, and the version that it began with; none while nothing is. */
  edited: { baseId: string; draft: ScoringValues } | undefined;
  reason = '';
  isSaving = false;
  /** The draft whose effect was shown last. */
  seen: string | undefined;
  now = new Date();
  #total = 0;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: SCORING_VERSIONS, variables: '$versionVariables' })
  receiveVersions({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    if (errors) this.errors = errors;
    if (!data || errors) return;
    this.readable = CONFIG;
    this.versions = readVersions(data as VersionsData);
    this.#total = (data as VersionsData).uiapi.query.versions.totalCount;
    const ids = this.versions.map(({ id }) => id);
    if (ids.join() !== this.valueVariables?.ids.join()) this.valueVariables = { ids };
  }

  @wire(graphql, { query: SCORING_VALUES, variables: '$valueVariables' })
  receiveValues({ data, errors }: GraphQlResult): void {
    if (errors) this.errors = errors;
    if (data && !errors) this.values = readValues(data as ValuesData);
  }

  @wire(getObjectInfo, { objectApiName: '$readable' })
  readRights({ data }: { data?: { createable: boolean; updateable: boolean } }): void {
    if (data) this.canEdit = data.createable && data.updateable;
  }

  get active(): Version | undefined {
    return this.versions?.find(({ isActive }) => isActive);
  }

  get base(): ScoringValues {
    return this.values.get(this.edited?.baseId ?? this.active?.id ?? '') ?? NONE;
  }

  get draft(): ScoringValues {
    return this.edited?.draft ?? this.base;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors) || this.canEdit === false;
  }

  get loadErrors(): unknown {
    return lacksAccess(this.errors) ? undefined : this.errors;
  }

  get isEmpty(): boolean {
    return this.isReady && this.versions?.length === 0;
  }

  get isReady(): boolean {
    return (
      Boolean(this.versions) &&
      this.canEdit === true &&
      !this.errors &&
      (this.versions?.length === 0 || this.values.size > 0)
    );
  }

  get isLoading(): boolean {
    return !this.isReady && !this.hasNoAccess && !this.errors;
  }

  get showsValues(): boolean {
    return this.isReady && !this.isEmpty;
  }

  get isCadence(): boolean {
    return this.subject === 'cadence';
  }

  get title(): string {
    return this.isCadence ? 'Cadence and renewal window' : 'Scoring';
  }

  get headline(): string {
    if (!this.active) return 'No version is active: the companion goes on with the last that held.';
    const { version, by, at } = this.active;
    if (!by) return `${version} is active: it came with Tenure`;
    return `${version} is active, by ${by}, ${formatAgo(at, this.now)}`;
  }

  get tierValue(): string {
    return this.tier || ALL_TIERS;
  }

  get groups(): GroupView[] {
    return groupViews(this.subject, { draft: this.draft, base: this.base, tier: this.tier, open: this.open });
  }

  get changes(): string[] {
    return tellChanges(changesBetween(this.base, this.draft));
  }

  get problems(): string[] {
    return this.hasChanges ? checkValues(this.draft) : [];
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get hasChanges(): boolean {
    return this.changes.length > 0;
  }

  get proposal(): string {
    return toProposal(this.draft);
  }

  get cannotPreview(): boolean {
    return !this.hasChanges || this.hasProblems || this.isSaving;
  }

  get cannotSave(): boolean {
    return this.cannotPreview || this.reason.trim() === '';
  }

  get unseenNote(): string {
    return this.seen === this.proposal ? '' : 'You have not looked at the effect of this draft yet.';
  }

  get history(): HistoryRow[] {
    return historyRows(this.versions ?? [], this.values);
  }

  handleTier(event: CustomEvent<{ value: string }>): void {
    this.tier = event.detail.value === ALL_TIERS ? '' : event.detail.value;
  }

  handleToggle({ detail: { group } }: CustomEvent<{ group: string }>): void {
    const open = new Set(this.open);
    if (!open.delete(group)) open.add(group);
    this.open = open;
  }

  handleValue({ detail: { factor, setting: name, tier, shown } }: CustomEvent<ValueEvent>): void {
    const setting = settingOf(factor, name);
    if (setting) this.edit(withValue(this.draft, this.base, setting, tier, shown));
  }

  handleReason({ detail: { key, reason } }: CustomEvent<{ key: string; reason: string }>): void {
    this.edit(withReason(this.draft, key, reason));
  }

  handleReset({ detail: { key } }: CustomEvent<{ key: string }>): void {
    this.edit(withBase(this.draft, this.base, key));
  }

  handleDiscard(): void {
    this.edited = undefined;
    this.reason = '';
    this.saveErrors = undefined;
  }

  handleSeen({ detail: { proposal } }: CustomEvent<{ proposal: string }>): void {
    this.seen = proposal;
  }

  handleWhy(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleGoBack({ detail: { id } }: CustomEvent<{ id: string }>): void {
    const version = this.versions?.find((each) => each.id === id);
    const values = this.values.get(id);
    if (!version || !values || !this.active) return;
    this.edited = { baseId: this.active.id, draft: values };
    this.reason = `Back to ${version.version}`;
    this.saveErrors = undefined;
    this.template?.querySelector<HTMLElement>('[data-id="draft"]')?.focus();
  }

  async handleSave(): Promise<void> {
    this.isSaving = true;
    this.saveErrors = undefined;
    const baseId = this.edited?.baseId;
    try {
      await this.#refresh?.();
      if (this.active?.id !== baseId) throw new Error(CHANGED_MEANWHILE);
      const reason = this.reason.trim();
      const version = nextVersion(
        (this.versions ?? []).map((each) => each.version),
        this.#total,
      );
      await saveVersion({
        ...{ version, reason, userId: USER_ID, now: new Date() },
        values: withReasons(this.draft, this.base, reason),
        active: this.active && { version: this.active, values: this.base },
      });
      this.handleDiscard();
      const message = 'The companion scores every account with it on its next run.';
      this.dispatchEvent(new ShowToastEvent({ title: `${version} is active`, message, variant: 'success' }));
    } catch (error) {
      // The draft stays as it was written.
      this.saveErrors = error;
    } finally {
      await this.#refresh?.();
      this.isSaving = false;
    }
  }

  edit(draft: ScoringValues): void {
    const baseId = this.edited?.baseId ?? this.active?.id;
    if (!baseId) return;
    const isAsBefore = changesBetween(this.base, draft).length === 0;
    this.edited = isAsBefore ? undefined : { baseId, draft };
  }
}
