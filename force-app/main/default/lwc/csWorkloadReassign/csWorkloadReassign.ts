import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import MANAGER from '@salesforce/schema/Account.CS_Manager__c';
import { updateAccounts } from 'c/csAccountUpdates';
import { countOf, formatNumber } from 'c/csFormat';

/** The choice that stands for a user who looks after no account yet. */
const SOMEONE_ELSE = 'someone-else';

/** An account that is to be given away. */
interface Account {
  id: string;
  name: string;
}

interface Failure extends Account {
  reason: string;
}

/**
 * Gives accounts to another CSM, and says of each that could not be given why not.
 *
 * @fires reassigned when at least one account has another CSM
 */
export default class CsWorkloadReassign extends LightningElement {
  /** The accounts that are selected. */
  @api accounts: Account[] = [];

  /** CSMs to choose from. */
  @api candidates: { label: string; value: string }[] = [];

  choice: string | null = null;
  pickedId: string | null = null;
  isSaving = false;
  settled = 0;
  failures: Failure[] = [];
  #failedFor = '';

  get options(): { label: string; value: string }[] {
    return [...this.candidates, { label: 'Someone else…', value: SOMEONE_ELSE }];
  }

  get picksSomeoneElse(): boolean {
    return this.choice === SOMEONE_ELSE;
  }

  get csmId(): string | null {
    return this.picksSomeoneElse ? this.pickedId : this.choice;
  }

  get prompt(): string {
    return this.accounts.length === 0
      ? 'Select accounts to give them to another CSM.'
      : `${countOf(this.accounts.length, 'account')} selected.`;
  }

  get isIncomplete(): boolean {
    return this.isSaving || this.accounts.length === 0 || !this.csmId;
  }

  get progress(): string {
    return this.isSaving
      ? `${formatNumber(this.settled)} of ${countOf(this.accounts.length, 'account')} done…`
      : '';
  }

  get hasFailures(): boolean {
    return this.failures.length > 0;
  }

  get failureHeading(): string {
    return `${countOf(this.failures.length, 'account')} could not be given away`;
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.choice = event.detail.value;
  }

  handlePick(event: CustomEvent<{ recordId: string | null }>): void {
    this.pickedId = event.detail.recordId;
  }

  async handleReassign(): Promise<void> {
    if (this.csmId) await this.give([...this.accounts], this.csmId);
  }

  async handleRetry(): Promise<void> {
    await this.give(this.failures, this.#failedFor);
  }

  async give(accounts: readonly Account[], csmId: string): Promise<void> {
    this.isSaving = true;
    this.settled = 0;
    try {
      const updates = accounts.map(({ id }) => ({ id, fields: { [MANAGER.fieldApiName]: csmId } }));
      const outcomes = await updateAccounts(updates, (settled) => {
        this.settled = settled;
      });
      const reasons = new Map(outcomes.map(({ id, error }) => [id, error]));
      this.#failedFor = csmId;
      this.failures = accounts.flatMap(({ id, name }) => {
        const reason = reasons.get(id);
        return reason ? [{ id, name, reason }] : [];
      });
      this.tell(accounts.length - this.failures.length);
    } finally {
      this.isSaving = false;
    }
  }

  tell(given: number): void {
    if (given === 0) return;
    const title = `${countOf(given, 'account')} reassigned`;
    const message = 'The workload is being counted again.';
    this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
    this.dispatchEvent(new CustomEvent('reassigned'));
  }
}
