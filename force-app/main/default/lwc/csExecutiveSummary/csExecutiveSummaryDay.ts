import type { CsmLoad } from 'c/csExecutiveLoad';
import type { Mover } from 'c/csExecutiveMovers';

interface Value<Type> {
  value: Type | null;
}

interface Edges<Node> {
  edges: { node: Node }[];
}

interface MoverNode {
  Id: string;
  Name: Value<string>;
  CS_Health__c: Value<number>;
  CS_Health_Change_30d__c: Value<number>;
  CS_ARR__c: Value<number>;
}

interface LoadNode {
  CS_CSM__c: Value<string>;
  CS_CSM__r: { Name: Value<string> } | null;
  CS_Accounts__c: Value<number>;
  CS_At_Risk__c: Value<number>;
  CS_Effort__c: Value<number>;
}

/** The stretches of health that accounts are counted by, and the bounds of each. */
export const HEALTH_STRETCHES = [
  { key: 'upTo39', label: 'Below 40', from: 0, to: 40 },
  { key: 'upTo59', label: '40 to 59', from: 40, to: 60 },
  { key: 'upTo79', label: '60 to 79', from: 60, to: 80 },
  { key: 'upTo100', label: '80 and more', from: 80, to: null },
] as const;

/** How many accounts have a health in each stretch. */
export type HealthCounts = Readonly<Record<(typeof HEALTH_STRETCHES)[number]['key'], number>>;

type CountsQuery = Record<keyof HealthCounts, { totalCount: number }>;
type MoversQuery = Record<'risers' | 'fallers', Edges<MoverNode>>;

/** The part of an answer that tells who moved, and how health is spread. */
export interface PulseData {
  uiapi: { query: MoversQuery & CountsQuery };
}

/** The answer to `DAY`. */
export interface DayData extends PulseData {
  uiapi: {
    query: MoversQuery &
      CountsQuery & {
        CS_Workload__c: Edges<LoadNode>;
        loadBefore: Edges<Pick<LoadNode, 'CS_CSM__c' | 'CS_Effort__c'>>;
        User: Edges<{ Id: string; Name: Value<string> }>;
      };
    aggregate: { CS_Account_Snapshot__c: Edges<{ aggregate: { CS_As_Of__c: Value<string> } }> };
  };
}

/** The answer to `PAST`. */
export interface PastData {
  uiapi: { query: CountsQuery & { Account: Edges<{ Id: string; Name: Value<string> }> } };
}

/** What stands beside the totals of a day. */
export interface Day {
  csms: CsmLoad[];
  names: Map<string, string>;
  /** The days of which accounts are kept, the newest first. */
  keptDays: string[];
}

/** Who moved, and how health is spread, as of now. */
export interface Pulse {
  risers: Mover[];
  fallers: Mover[];
  health: HealthCounts;
}

/** Reads what stands beside the totals; a workload whose CSM is no more is nobody's. */
export function readDay(data: DayData): Day {
  const { CS_Workload__c, loadBefore, User } = data.uiapi.query;
  const effortsBefore = new Map(
    loadBefore.edges.map(({ node }) => [node.CS_CSM__c.value, node.CS_Effort__c.value]),
  );
  return {
    csms: CS_Workload__c.edges.flatMap(({ node }) => readLoad(node, effortsBefore)),
    names: namesOf(User),
    keptDays: data.uiapi.aggregate.CS_Account_Snapshot__c.edges
      .flatMap(({ node }) => node.aggregate.CS_As_Of__c.value ?? [])
      .sort()
      .reverse(),
  };
}

/** Reads who moved and how health is spread. */
export function readPulse(data: PulseData): Pulse {
  const { risers, fallers } = data.uiapi.query;
  return {
    risers: risers.edges.map(readMover),
    fallers: fallers.edges.map(readMover),
    health: readHealth(data),
  };
}

/** Reads what accounts are called; those that the user may not see have no name. */
export const readNames = ({ uiapi }: PastData): Map<string, string> => namesOf(uiapi.query.Account);

function namesOf({ edges }: Edges<{ Id: string; Name: Value<string> }>): Map<string, string> {
  return new Map(edges.map(({ node }) => [node.Id, node.Name.value ?? '']));
}

/** Reads how health is spread. */
export function readHealth({ uiapi: { query } }: { uiapi: { query: CountsQuery } }): HealthCounts {
  return {
    upTo39: query.upTo39.totalCount,
    upTo59: query.upTo59.totalCount,
    upTo79: query.upTo79.totalCount,
    upTo100: query.upTo100.totalCount,
  };
}

function readMover({ node }: { node: MoverNode }): Mover {
  return {
    id: node.Id,
    name: node.Name.value ?? '',
    change: node.CS_Health_Change_30d__c.value ?? 0,
    health: node.CS_Health__c.value,
    arr: node.CS_ARR__c.value,
  };
}

function readLoad(node: LoadNode, before: ReadonlyMap<string | null, number | null>): CsmLoad[] {
  const csmId = node.CS_CSM__c.value;
  if (csmId === null) return [];
  return [
    {
      csmId,
      name: node.CS_CSM__r?.Name.value ?? 'A user you cannot see',
      accounts: node.CS_Accounts__c.value ?? 0,
      atRisk: node.CS_At_Risk__c.value ?? 0,
      effort: node.CS_Effort__c.value ?? 0,
      effortBefore: before.get(csmId) ?? null,
    },
  ];
}
