import { LightningElement, api } from 'lwc';
import type { Skipped } from 'c/csBulkPlan';
import { countOf } from 'c/csFormat';

/**
 * What became of each account, with the reason where it was not changed.
 *
 * @fires retry to try those that failed again
 */
export default class CsBulkResult extends LightningElement {
  /** How many accounts were changed. */
  @api changed = 0;

  /** Those that were not, and why. */
  @api failures: Skipped[] = [];

  get summary(): string {
    return `${countOf(this.changed, 'account')} changed`;
  }

  get hasFailures(): boolean {
    return this.failures.length > 0;
  }

  get failureSummary(): string {
    return `${countOf(this.failures.length, 'account')} not changed`;
  }

  get retryLabel(): string {
    return this.failures.length === 1 ? 'Try it again' : `Try these ${this.failures.length} again`;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
