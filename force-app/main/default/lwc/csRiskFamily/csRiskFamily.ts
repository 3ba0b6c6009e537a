import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { readFamilyAccounts, viewFamily } from './csRiskFamilyModel';
import type { FamilyAccount, FamilyAccountsData, FamilyView } from './csRiskFamilyModel';
import { FAMILY_ACCOUNTS } from './csRiskFamilyQuery';

export { FAMILY_FIELDS } from './csRiskFamilyModel';

/** The risk of an account together with the accounts below it: nothing where there are none. */
export default class CsRiskFamily extends LightningElement {
  /** The account, read with `FAMILY_FIELDS`. */
  @api account: RecordRepresentation | undefined;

  isOpen = false;
  data: FamilyAccountsData | undefined;
  error: unknown;

  @wire(graphql, { query: FAMILY_ACCOUNTS, variables: '$variables' })
  loadAccounts({ data, errors }: GraphQlResult): void {
    this.error = errors;
    if (data && !errors) this.data = data as FamilyAccountsData;
  }

  /** Undefined until somebody asks for the list: a page that nobody opens it on asks nothing. */
  get variables(): { accountId: string } | undefined {
    return this.isOpen && this.account ? { accountId: this.account.id } : undefined;
  }

  get family(): FamilyView | undefined {
    return this.account && viewFamily(this.account);
  }

  get list(): { accounts: FamilyAccount[]; missing: string } | undefined {
    return this.data && this.account && this.family
      ? readFamilyAccounts(this.data, this.account.id, this.family)
      : undefined;
  }

  get isLoading(): boolean {
    return !this.data && !this.error;
  }

  get toggleLabel(): string {
    return this.isOpen ? 'Hide the accounts' : 'Show the accounts';
  }

  get toggleIcon(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  /** As an attribute wants it. */
  get expanded(): string {
    return String(this.isOpen);
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
