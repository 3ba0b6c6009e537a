import { LightningElement, api } from 'lwc';
import type { Draft } from 'c/csPlaybookBuilderDraft';
import { countOf } from 'c/csFormat';
import { actionOf, describeTrigger } from 'c/csPlaybookRules';

/** A step as it is read. */
interface StepView {
  key: string;
  title: string;
  facts: string;
  instructions: string;
}

/**
 * Shows a playbook and its steps to those who may not change it.
 *
 * @fires cancel when it is no longer wanted
 */
export default class CsPlaybookBuilderView extends LightningElement {
  /** The playbook. */
  @api playbook: Draft | undefined;

  get facts(): string {
    if (!this.playbook) return '';
    return `${describeTrigger(this.playbook)} · version ${this.playbook.version}`;
  }

  get steps(): StepView[] {
    return (this.playbook?.steps ?? []).map(({ key, name, action, dueInDays, instructions }, index) => {
      const { verb } = actionOf(action);
      const due = dueInDays === 0 ? 'Due on the first day' : `Due after ${countOf(dueInDays, 'day')}`;
      return { key, title: `${index + 1}. ${name}`, facts: verb ? `${due} · ${verb}` : due, instructions };
    });
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
