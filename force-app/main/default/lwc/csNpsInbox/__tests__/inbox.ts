const values = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));

/** An answer of the inbox as GraphQL gives it. */
export function inboxNode(id: string, more: Record<string, unknown> = {}): object {
  return {
    Id: id,
    ...values({
      CS_Key__c: `typeform:${id}`,
      CS_Score__c: 4,
      CS_Responded_On__c: '2026-11-20',
      CS_Comment__c: 'Too slow',
      CS_Email__c: 'bob@north.example',
      CS_Name__c: 'Bob North',
      CS_Company__c: 'Northwind',
      CS_Survey__c: 'Q4',
      CS_Source__c: 'Typeform',
      CS_Suggestions__c: JSON.stringify([
        { accountId: '001A', name: 'Northwind', why: '2 contacts have an address at north.example.' },
      ]),
      CS_Account__c: null,
      ...more,
    }),
    CS_Account__r: more.CS_Account__c ? values({ Name: 'Northwind' }) : null,
  };
}

/** A page of the inbox. */
export function inboxData(nodes: object[], total = nodes.length, next: string | null = null): object {
  const edges = nodes.map((node) => ({ node }));
  const pageInfo = { hasNextPage: next !== null, endCursor: next };
  return { uiapi: { query: { CS_NPS_Inbox__c: { edges, totalCount: total, pageInfo } } } };
}
