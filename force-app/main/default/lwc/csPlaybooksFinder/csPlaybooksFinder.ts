import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import USER_ID from '@salesforce/user/Id';
import { NEW_ACTIVITIES, readActivities } from './csPlaybooksFinderQuery';
import type { ActivitiesData, Activity } from './csPlaybooksFinderQuery';

/** Detail of the event `found`: the activities, newest first, or why they could not be read. */
export interface Found {
  activities: Activity[];
  errors: unknown;
}

/**
 * Finds what the user has logged about an account since a moment. There while that lasts.
 *
 * @fires found once, with `Found`
 */
export default class CsPlaybooksFinder extends LightningElement {
  /** Id of the account. */
  @api accountId: string | undefined;

  /** From when on, ISO 8601. */
  @api since: string | undefined;

  #isFound = false;

  @wire(graphql, { query: NEW_ACTIVITIES, variables: '$variables' })
  receive({ data, errors }: GraphQlResult): void {
    if (this.#isFound || (!data && !errors)) return;
    this.#isFound = true;
    const activities = errors ? [] : readActivities(data as ActivitiesData);
    const detail: Found = { activities, errors };
    this.dispatchEvent(new CustomEvent('found', { detail }));
  }

  get variables(): Record<string, unknown> | undefined {
    const { accountId, since } = this;
    return accountId && since ? { accountId, since, userId: USER_ID } : undefined;
  }
}
