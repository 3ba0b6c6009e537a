import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import RULE from '@salesforce/schema/CS_Alert_Rule__c';
import { lacksAccess } from 'c/csLdsErrors';
import { refusalOf, sendMutation } from 'c/csMutation';
import { changedFields, tellRuleChanges } from 'c/csTuneAlertsForm';
import type { AlertRule } from 'c/csTuneAlertsForm';
import { logRows, ruleRows } from './csTuneAlertsModel';
import type { RuleRow } from './csTuneAlertsModel';
import { ALERT_RULES, SAVE_RULE, readChanges, readRules } from './csTuneAlertsQuery';
import type { LoggedChange, RulesData } from './csTuneAlertsQuery';

const CHANGED_MEANWHILE =
  'Someone else has changed this rule since you opened it. Cancel, look at it as it is now, and make your change again.';

/** The alert rules: what is watched for, who is told and how. Changed by an admin, with the reason kept. */
export default class CsTuneAlerts extends LightningElement {
  variables = { area: 'Alerts' };
  rules: AlertRule[] | undefined;
  changes: LoggedChange[] = [];
  readable: typeof RULE | undefined;
  canEdit: boolean | undefined;
  errors: unknown;
  saveErrors: unknown;
  isSaving = false;
  /** The rule that is being changed, as it was when it was opened. */
  opened: AlertRule | undefined;
  #refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: ALERT_RULES, variables: '$variables' })
  receive({ data, errors, refresh }: GraphQlResult): void {
    this.#refresh = refresh;
    this.errors = errors;
    if (!data || errors) return;
    this.readable = RULE;
    this.rules = readRules(data as RulesData);
    this.changes = readChanges(data as RulesData);
  }

  @wire(getObjectInfo, { objectApiName: '$readable' })
  readRights({ data }: { data?: { updateable: boolean } }): void {
    if (data) this.canEdit = data.updateable;
  }

  get hasNoAccess(): boolean {
    return lacksAccess(this.errors) || this.canEdit === false;
  }

  get loadErrors(): unknown {
    return lacksAccess(this.errors) ? undefined : this.errors;
  }

  get isReady(): boolean {
    return this.rules !== undefined && this.canEdit === true && !this.errors;
  }

  get isLoading(): boolean {
    return !this.isReady && !this.hasNoAccess && !this.errors;
  }

  get isEmpty(): boolean {
    return this.isReady && this.rows.length === 0;
  }

  get showsRules(): boolean {
    return this.isReady && !this.opened && this.rows.length > 0;
  }

  get rows(): RuleRow[] {
    return ruleRows(this.rules ?? []);
  }

  get log(): object[] {
    return logRows(this.changes);
  }

  get hasLog(): boolean {
    return this.changes.length > 0;
  }

  handleEdit(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.saveErrors = undefined;
    this.opened = this.find(id);
  }

  handleCancel(): void {
    this.opened = undefined;
    this.saveErrors = undefined;
  }

  async handleSave({
    detail: { rule, reason },
  }: CustomEvent<{ rule: AlertRule; reason: string }>): Promise<void> {
    const before = this.opened;
    if (!before) return;
    this.isSaving = true;
    this.saveErrors = undefined;
    try {
      await this.#refresh?.();
      if (this.find(before.id)?.modifiedAt !== before.modifiedAt) throw new Error(CHANGED_MEANWHILE);
      await this.save(before, rule, reason);
      this.opened = undefined;
      const message = 'The companion applies it with its next run.';
      this.dispatchEvent(
        new ShowToastEvent({ title: `${rule.name} was changed`, message, variant: 'success' }),
      );
    } catch (error) {
      // The form stays open with what was written.
      this.saveErrors = error;
    } finally {
      await this.#refresh?.();
      this.isSaving = false;
    }
  }

  async save(before: AlertRule, after: AlertRule, reason: string): Promise<void> {
    const log = {
      CS_Area__c: 'Alerts',
      CS_Subject__c: after.name,
      CS_What__c: tellRuleChanges(before, after).join('\n'),
      CS_Reason__c: reason,
      CS_Record_Id__c: after.id,
    };
    const answer = await sendMutation(SAVE_RULE, {
      rule: { Id: after.id, CS_Alert_Rule__c: changedFields(before, after) },
      log: { CS_Setup_Change__c: log },
    });
    const refusals = ['rule', 'log'].flatMap((alias) => refusalOf(alias, answer) ?? []);
    const refusal = refusals.find((text) => !text.includes('rolled back')) ?? refusals[0];
    if (refusal) throw new Error(refusal);
  }

  find(id: string | undefined): AlertRule | undefined {
    return this.rules?.find((rule) => rule.id === id);
  }
}
