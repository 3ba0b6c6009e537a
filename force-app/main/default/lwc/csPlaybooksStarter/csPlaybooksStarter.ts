import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { PLAYBOOK_PLAN, readPlan } from './csPlaybooksStarterQuery';
import type { PlanData } from './csPlaybooksStarterQuery';
import { startRun } from './startRun';
import type { Start } from './startRun';

/** Detail of the event `settled`: `errors` is undefined when the playbook was started. */
export interface StartSettled {
  name: string;
  steps: number;
  errors: unknown;
}

/**
 * Starts a playbook: reads it as it is now and makes a run of it. There while that lasts.
 *
 * @fires settled once, with `StartSettled`
 */
export default class CsPlaybooksStarter extends LightningElement {
  /** Id of the playbook. */
  @api playbookId: string | undefined;

  /** For whom it is started, by whom, and why. */
  @api start: Start | undefined;

  #isSettling = false;

  @wire(graphql, { query: PLAYBOOK_PLAN, variables: '$variables' })
  receive({ data, errors }: GraphQlResult): void {
    if (this.#isSettling || (!data && !errors)) return;
    this.#isSettling = true;
    if (errors) this.settle('', 0, errors);
    else this.carryOut(data as PlanData);
  }

  get variables(): { playbookId: string } | undefined {
    return this.playbookId ? { playbookId: this.playbookId } : undefined;
  }

  async carryOut(data: PlanData): Promise<void> {
    const plan = readPlan(data);
    if (!plan || !this.start) {
      this.settle('', 0, 'The playbook is not there any more.');
      return;
    }
    const refusal = await startRun(plan, this.start);
    this.settle(plan.name, plan.steps.length, refusal ?? undefined);
  }

  settle(name: string, steps: number, errors: unknown): void {
    const detail: StartSettled = { name, steps, errors };
    this.dispatchEvent(new CustomEvent('settled', { detail }));
  }
}
