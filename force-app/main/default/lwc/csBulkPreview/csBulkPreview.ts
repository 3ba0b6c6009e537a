import { LightningElement, api } from 'lwc';
import type { Plan } from 'c/csBulkPlan';
import { countOf } from 'c/csFormat';

/** Rows shown until all are asked for. */
const FIRST_ROWS = 50;

/** What a change of many accounts changes from what to what, and which it leaves alone. */
export default class CsBulkPreview extends LightningElement {
  /** What is about to be done. */
  @api plan: Plan | undefined;

  showsAll = false;

  get summary(): string {
    const { changes = [], unchanged = 0, skipped = [] } = this.plan ?? {};
    return [
      `${countOf(changes.length, 'account')} will change`,
      ...(unchanged > 0 ? [`${countOf(unchanged, 'account')} already so`] : []),
      ...(skipped.length > 0 ? [`${countOf(skipped.length, 'account')} left alone`] : []),
    ].join(', ');
  }

  get rows(): { id: string; name: string; from: string; to: string }[] {
    const changes = (this.plan?.changes ?? []).map(({ id, name, fromLabel, toLabel }) => {
      return { id, name, from: fromLabel, to: toLabel };
    });
    const skipped = (this.plan?.skipped ?? []).map(({ id, name, reason }) => ({
      id,
      name,
      from: '',
      to: reason,
    }));
    return [...skipped, ...changes];
  }

  get shownRows(): { id: string; name: string; from: string; to: string }[] {
    return this.showsAll ? this.rows : this.rows.slice(0, FIRST_ROWS);
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  get hidesRows(): boolean {
    return this.shownRows.length < this.rows.length;
  }

  get allLabel(): string {
    return `Show all ${this.rows.length}`;
  }

  handleAll(): void {
    this.showsAll = true;
  }
}
