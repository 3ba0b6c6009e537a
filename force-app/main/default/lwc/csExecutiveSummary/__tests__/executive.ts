import type { Totals } from 'c/csExecutiveMeasures';

/** The totals of a day of a small company, with what a test says of them. */
export function totals(given: Partial<Totals> = {}): Totals {
  return {
    asOf: '2026-11-22',
    accounts: 39,
    arr: 11_900_000,
    withoutArr: 1,
    arrAtRisk: 1_700_000,
    renewals: 13,
    renewalsArr: 4_400_000,
    forecast: 3_200_000,
    grr: 97.8,
    nrr: 102.7,
    arrYearAgo: 10_600_000,
    retainedArr: 10_400_000,
    arrOfYearAgoCustomers: 10_900_000,
    withoutHistory: 0,
    health: 72.7,
    withoutHealth: 2,
    healthy: 28,
    watch: 5,
    atRisk: 5,
    unscored: 1,
    nps: 30,
    promoters: 5,
    passives: 3,
    detractors: 2,
    openAlerts: null,
    shares: null,
    ...given,
  };
}

const FIELDS: Record<string, keyof Totals> = {
  CS_As_Of__c: 'asOf',
  CS_Accounts__c: 'accounts',
  CS_ARR__c: 'arr',
  CS_Without_ARR__c: 'withoutArr',
  CS_ARR_At_Risk__c: 'arrAtRisk',
  CS_Renewals_90d__c: 'renewals',
  CS_Renewals_90d_ARR__c: 'renewalsArr',
  CS_Forecast_90d__c: 'forecast',
  CS_GRR__c: 'grr',
  CS_NRR__c: 'nrr',
  CS_ARR_Year_Ago__c: 'arrYearAgo',
  CS_Retained_ARR__c: 'retainedArr',
  CS_ARR_Of_Year_Ago_Customers__c: 'arrOfYearAgoCustomers',
  CS_Without_History__c: 'withoutHistory',
  CS_Health__c: 'health',
  CS_Without_Health__c: 'withoutHealth',
  CS_Healthy__c: 'healthy',
  CS_Watch__c: 'watch',
  CS_At_Risk__c: 'atRisk',
  CS_Unscored__c: 'unscored',
  CS_NPS__c: 'nps',
  CS_Promoters__c: 'promoters',
  CS_Passives__c: 'passives',
  CS_Detractors__c: 'detractors',
  CS_Open_Alerts__c: 'openAlerts',
};

const edges = (nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const values = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value }]));

/** Totals, the newest first, and segments as GraphQL answers them. */
export function totalsAnswer(
  all: (Totals & { movers?: string })[],
  segments: [scope: string, value: string][] = [],
): object {
  const nodes = all.map((each) => ({
    Id: `a0E${each.asOf}`,
    CS_Movers__c: { value: each.movers ?? null },
    ...values(Object.fromEntries(Object.entries(FIELDS).map(([field, key]) => [field, each[key]]))),
  }));
  const keys = segments.map(([CS_Scope__c, CS_Scope_Value__c]) => ({
    Id: `a0E${CS_Scope__c}${CS_Scope_Value__c}`,
    ...values({ CS_As_Of__c: '2026-11-22', CS_Scope__c, CS_Scope_Value__c }),
  }));
  return { uiapi: { query: { totals: edges(nodes), segments: edges(keys) } } };
}

/** An account whose health moved, as GraphQL answers it. */
export function moverNode(Id: string, Name: string, change: number): object {
  return { Id, ...values({ Name, CS_Health__c: 50, CS_Health_Change_30d__c: change, CS_ARR__c: 640_000 }) };
}

const HEALTH = {
  upTo39: { ...edges([]), totalCount: 5 },
  upTo59: { ...edges([]), totalCount: 6 },
  upTo79: { ...edges([]), totalCount: 9 },
  upTo100: { ...edges([]), totalCount: 17 },
};

const PULSE = {
  risers: edges([moverNode('001Y', 'Yarrow Consulting', 21)]),
  fallers: edges([moverNode('001N', 'Northwind Logistics', -15)]),
  ...HEALTH,
};

/** What was kept of a day of the past, as GraphQL answers it: how health was spread, and the names of movers. */
export function pastAnswer(names: [id: string, name: string][] = []): object {
  const Account = edges(names.map(([Id, Name]) => ({ Id, ...values({ Name }) })));
  return { uiapi: { query: { ...HEALTH, Account } } };
}

/** What stands beside the totals, as GraphQL answers it. */
export function dayAnswer(keptDays: string[] = ['2026-11-01', '2026-09-01', '2025-11-01']): object {
  const load = (id: string, Name: string, CS_Accounts__c: number, CS_Effort__c: number) => ({
    Id: `a06${id}`,
    CS_CSM__r: values({ Name }),
    ...values({ CS_CSM__c: id, CS_Accounts__c, CS_At_Risk__c: 2, CS_Effort__c }),
  });
  const days = keptDays.map((day) => ({ aggregate: values({ CS_As_Of__c: day }) }));
  return {
    uiapi: {
      query: {
        ...PULSE,
        loadBefore: edges([{ Id: 'a06B', ...values({ CS_CSM__c: '005D', CS_Effort__c: 50 }) }]),
        CS_Workload__c: edges([load('005D', 'Dana Reyes', 10, 44), load('005P', 'Priya Nair', 15, 26)]),
        User: edges([{ Id: '005D', ...values({ Name: 'Dana Reyes' }) }]),
      },
      aggregate: { CS_Account_Snapshot__c: edges(days) },
    },
  };
}

/** A book as GraphQL answers it: one risk band a row of band, accounts, ARR, accounts with ARR and the sum of health. */
export function bookAnswer(
  customers: [band: string | null, accounts: number, arr: number, healthSum: number][],
  renewing: typeof customers = [],
): object {
  const group = ([band, accounts, arr, healthSum]: (typeof customers)[number]) => ({
    aggregate: {
      CS_Risk_Band__c: { value: band },
      Id: { count: { value: accounts } },
      CS_ARR__c: { sum: { value: arr }, count: { value: accounts } },
      CS_Health__c: { sum: { value: healthSum }, count: { value: accounts } },
    },
  });
  return {
    uiapi: {
      query: PULSE,
      aggregate: { customers: edges(customers.map(group)), renewing: edges(renewing.map(group)) },
    },
  };
}
