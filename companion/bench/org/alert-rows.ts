/** Two rules of the starter set, without their messages: what is looked for at every account that was read. */
export const RULES = [
  { Name: 'At risk', CS_Type__c: 'At Risk', CS_Severity__c: 'High', CS_Threshold__c: null },
  { Name: 'Task overdue', CS_Type__c: 'Task Overdue', CS_Severity__c: 'Medium', CS_Threshold__c: 3 },
].map((rule, index) => ({
  Id: `a0R${String(index).padStart(12, '0')}AAA`,
  ...rule,
  CS_Recipient__c: 'CSM',
  CS_Delivery__c: 'Immediate',
  ...{ CS_Bell__c: false, CS_Email__c: false, CS_Escalate_After_Days__c: null },
  ...{ CS_Quiet_From__c: null, CS_Quiet_To__c: null, CS_Rationale__c: null },
}));

/** The users of a list of ids. */
export const usersOf = (soql: string) =>
  [...soql.matchAll(/'(005\w+)'/g)].map(([, Id]) => ({
    Id,
    Name: `User ${Id}`,
    ...{ Email: null, ManagerId: null, TimeZoneSidKey: 'UTC', IsActive: true },
  }));
