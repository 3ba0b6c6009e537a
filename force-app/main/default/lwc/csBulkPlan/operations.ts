/** How the new value of an operation is asked for. */
export type OperationKind = 'user' | 'picklist' | 'tag' | 'day' | 'score';

/** Something that can be changed in many accounts at once. */
export interface Operation {
  name: string;
  label: string;
  kind: OperationKind;
  /** The field of Account that shows the current value. */
  field: string;
  /** For a tag: whether it is taken away. */
  removes?: boolean;
}

/** What can be changed in many accounts at once, in the order offered. */
export const OPERATIONS: readonly Operation[] = [
  { name: 'csm', label: 'Reassign CSM', kind: 'user', field: 'CS_Manager__c' },
  { name: 'next', label: 'Plan the next touchpoint', kind: 'day', field: 'CS_Next_Scheduled__c' },
  { name: 'health', label: 'Set health', kind: 'score', field: 'CS_Health__c' },
  { name: 'tier', label: 'Set tier', kind: 'picklist', field: 'CS_Tier__c' },
  { name: 'status', label: 'Set status', kind: 'picklist', field: 'CS_Status__c' },
  { name: 'accountManager', label: 'Set account manager', kind: 'user', field: 'CS_Account_Manager__c' },
  {
    name: 'solutionEngineer',
    label: 'Set solution engineer',
    kind: 'user',
    field: 'CS_Solution_Engineer__c',
  },
  { name: 'addTag', label: 'Add a tag', kind: 'tag', field: 'CS_Tags__c' },
  { name: 'removeTag', label: 'Remove a tag', kind: 'tag', field: 'CS_Tags__c', removes: true },
];

/** The operation of this name. */
export function operationOf(name: string): Operation | undefined {
  return OPERATIONS.find((operation) => operation.name === name);
}
