/**
 * What a record page shows of standard objects for which no layout is deployed: the main fields of the layouts
 * that a new org comes with.
 */
export const DEFAULT_LAYOUTS: Readonly<Record<string, readonly string[]>> = {
  Account: [
    ...[
      'OwnerId',
      'Name',
      'ParentId',
      'AccountNumber',
      'Site',
      'Type',
      'Industry',
      'AnnualRevenue',
      'Rating',
    ],
    ...['Phone', 'Fax', 'Website', 'TickerSymbol', 'Ownership', 'NumberOfEmployees', 'Sic'],
    ...['BillingStreet', 'BillingCity', 'BillingState', 'BillingPostalCode', 'BillingCountry', 'Description'],
  ],
  Contact: [
    ...['OwnerId', 'FirstName', 'LastName', 'AccountId', 'Title', 'Department', 'Email', 'Phone'],
    ...['MobilePhone', 'ReportsToId', 'Description'],
  ],
  Case: [
    ...['OwnerId', 'CaseNumber', 'ContactId', 'AccountId', 'Type', 'Reason', 'Status', 'Priority', 'Origin'],
    ...['Subject', 'Description'],
  ],
  Opportunity: [
    ...['OwnerId', 'Name', 'AccountId', 'Type', 'LeadSource', 'Amount', 'CloseDate', 'NextStep', 'StageName'],
    ...['Probability', 'Description'],
  ],
  Task: ['OwnerId', 'Subject', 'ActivityDate', 'WhoId', 'WhatId', 'Status', 'Priority', 'Description'],
  Event: ['OwnerId', 'Subject', 'StartDateTime', 'EndDateTime', 'WhoId', 'WhatId', 'Location', 'Description'],
  User: ['Name', 'Title', 'Email', 'Phone', 'Department', 'UserRoleId'],
};

/** The fields beside a record's name in its highlights. */
export const DEFAULT_COMPACT_LAYOUTS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
  Contact: ['Name', 'Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Case: ['Subject', 'Priority', 'Status', 'CaseNumber'],
  Opportunity: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  Task: ['Subject', 'ActivityDate', 'WhatId', 'Status'],
  Event: ['Subject', 'StartDateTime', 'WhatId', 'Location'],
  User: ['Name', 'Title', 'Email', 'Phone'],
};
