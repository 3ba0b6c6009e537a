import type { AlertState } from 'c/csAlertRecord';

/** Whose alerts are listed: of the user, of those who report to her, or all that she may see. */
export type Scope = 'mine' | 'team' | 'everyone';

/** What the list is narrowed to; an empty text asks for nothing. */
export interface Criteria {
  scope: Scope;
  type: string;
  severity: string;
  search: string;
  grouping: string;
}

/** What is shown at first. */
export const STARTING_CRITERIA: Criteria = {
  scope: 'mine',
  type: '',
  severity: '',
  search: '',
  grouping: 'severity',
};

type AlertFilter = Readonly<Record<string, unknown>>;

/** Everything that depends on the criteria, as variables of `ALERT_CENTER`; `now` as ISO 8601. */
export function variablesOf(
  criteria: Criteria,
  view: AlertState,
  userId: string,
  now: string,
): Record<string, unknown> {
  const narrowed = narrowing(criteria, userId);
  const inState = (state: AlertState): AlertFilter => allOf([...stateFilter(state, now), ...narrowed]);
  return {
    where: inState(view),
    orderBy: orderBy(criteria.grouping, view),
    open: inState('open'),
    unread: inState('unread'),
    snoozed: inState('snoozed'),
    mine: allOf([...stateFilter('unread', now), ...scopeFilter('mine', userId)]),
    userId,
  };
}

function narrowing({ scope, type, severity, search }: Criteria, userId: string): AlertFilter[] {
  const name = search.trim();
  return [
    ...scopeFilter(scope, userId),
    ...(type ? [{ CS_Type__c: { eq: type } }] : []),
    ...(severity ? [{ CS_Severity__c: { eq: severity } }] : []),
    ...(name ? [{ CS_Account__r: { Name: { like: `%${name}%` } } }] : []),
  ];
}

function scopeFilter(scope: Scope, userId: string): AlertFilter[] {
  const user = { eq: userId };
  if (scope === 'mine') return [{ or: [{ CS_Recipient__c: user }, { CS_Escalated_To__c: user }] }];
  return scope === 'team' ? [{ CS_Recipient__r: { ManagerId: user } }] : [];
}

function stateFilter(state: AlertState, now: string): AlertFilter[] {
  if (state === 'resolved') return [{ CS_Resolved_On__c: { ne: null } }];
  const isOpen = { CS_Resolved_On__c: { eq: null } };
  if (state === 'snoozed') return [isOpen, { CS_Snoozed_Until__c: { gt: { value: now } } }];
  const isAwake = {
    or: [{ CS_Snoozed_Until__c: { eq: null } }, { CS_Snoozed_Until__c: { lte: { value: now } } }],
  };
  return state === 'unread' ? [isOpen, isAwake, { CS_Read_On__c: { eq: null } }] : [isOpen, isAwake];
}

/** The same order in which `groupsOf` shows them. A picklist sorts by the order of its values: High first. */
function orderBy(grouping: string, view: AlertState): object {
  const moment = view === 'resolved' ? 'CS_Resolved_On__c' : 'CS_Raised_On__c';
  const newest = { [moment]: { order: 'DESC' }, Id: { order: 'DESC' } };
  return grouping === 'severity' ? { CS_Severity__c: { order: 'ASC' }, ...newest } : newest;
}

function allOf(filters: AlertFilter[]): AlertFilter {
  return { and: filters };
}
