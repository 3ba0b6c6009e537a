/** An account as GraphQL answers it. */
export function accountNode(id: string, fields: Record<string, unknown> = {}): object {
  const value = (name: string) => ({ value: fields[name] ?? null });
  return {
    Id: id,
    Name: { value: `Account ${id}` },
    CS_Touch_Due__c: value('due'),
    CS_Next_Scheduled__c: value('next'),
    CS_Last_Touchpoint__c: value('last'),
    CS_Cadence_Days__c: value('cadenceDays'),
    CS_Tier__c: value('tier'),
    CS_Risk_Band__c: value('riskBand'),
    CS_Risk_Score__c: value('riskScore'),
    CS_Health__c: value('health'),
    CS_ARR__c: value('arr'),
    CS_Manager__r: fields.manager ? { Name: { value: fields.manager } } : null,
    Owner: { Name: { value: 'Olive Owner' } },
  };
}

/** One page of accounts as GraphQL answers it; `nextCursor` where there are more. */
export function pageOf(nodes: object[], nextCursor: string | null = null, totalCount = nodes.length): object {
  return {
    uiapi: {
      query: {
        Account: {
          edges: nodes.map((node) => ({ node })),
          pageInfo: { hasNextPage: nextCursor !== null, endCursor: nextCursor },
          totalCount,
        },
      },
    },
  };
}
