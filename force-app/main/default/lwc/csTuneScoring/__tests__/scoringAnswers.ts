/** One value of a version, as GraphQL answers it. */
export const factorNode = (
  config: string,
  factor: string,
  setting: string,
  value: number,
  tier: string | null = null,
) => ({
  node: {
    Id: `${config}-${factor}-${setting}-${tier}`,
    CS_Config__c: { value: config },
    CS_Factor__c: { value: factor },
    CS_Setting__c: { value: setting },
    CS_Tier__c: { value: tier },
    CS_Value__c: { value },
    CS_Rationale__c: { value: `Why ${setting}` },
  },
});

/** A version, as GraphQL answers it. */
export const versionNode = (
  id: string,
  version: string,
  at: string | null,
  by: string | null,
  reason: string,
) => ({
  node: {
    Id: id,
    Name: { value: `Version ${version}` },
    CS_Version__c: { value: version },
    CS_Activated_On__c: { value: at },
    CS_Activated_By__r: by === null ? null : { Name: { value: by } },
    CS_Reason__c: { value: reason },
    CreatedDate: { value: '2026-11-01T08:00:00.000Z' },
  },
});

const WEIGHTS: [string, number][] = [
  ['Adoption', 0.22],
  ['Support', 0.16],
  ['Sentiment', 0.08],
  ['Engagement', 0.12],
  ['Judgement', 0.08],
  ['Momentum', 0.22],
  ['Renewal', 0.12],
];

/** The values of a version: weights, bands and cadences. */
export const valuesOf = (config: string, atRiskFrom = 70) => [
  ...WEIGHTS.map(([factor, value]) => factorNode(config, factor, 'weight', value)),
  factorNode(config, 'Bands', 'watchFrom', 40),
  factorNode(config, 'Bands', 'atRiskFrom', atRiskFrom),
  factorNode(config, 'Bands', 'margin', 2),
  factorNode(config, 'Engagement', 'cadenceDays', 30),
  factorNode(config, 'Engagement', 'cadenceDays', 14, 'Strategic'),
  factorNode(config, 'Renewal', 'farDays', 180),
  factorNode(config, 'Renewal', 'nearDays', 30),
];

export const V1 = versionNode('a0C1', 'starter-1', null, null, 'What Tenure comes with');
export const V2 = versionNode('a0C2', 'v2', '2026-11-20T10:00:00.000Z', 'Omar Haddad', 'Too many alarms');

/** The answer to the versions: v2 is active, the one it came with is not. */
export const VERSIONS = {
  uiapi: { query: { active: { edges: [V2] }, versions: { edges: [V2, V1], totalCount: 2 } } },
};

/** The answer to their values. */
export const VALUES = {
  uiapi: { query: { factors: { edges: [...valuesOf('a0C1'), ...valuesOf('a0C2', 75)] } } },
};
