import type { BandGroup } from 'c/csExecutiveMeasures';

interface Value<Type> {
  value: Type | null;
}

interface AccountNode {
  Id: string;
  Name: Value<string>;
  CS_Risk_Band__c: Value<string>;
  CS_ARR__c: Value<number>;
  CS_Health__c: Value<number>;
  CS_Renewal_Date__c: Value<string>;
}

interface SnapshotNode extends Omit<AccountNode, 'Name'> {
  CS_Account__c: Value<string>;
  CS_Account__r: { Name: Value<string>; CS_ARR__c: Value<number>; CS_Status__c: Value<string> } | null;
  CS_ARR_Year_Ago__c: Value<number>;
  CS_Retained_ARR__c: Value<number>;
}

interface GroupNode {
  aggregate: {
    CS_Risk_Band__c: Value<string>;
    Id: { count: Value<number> };
    CS_ARR__c: { sum: Value<number> | null; count: Value<number> };
    CS_Health__c: { sum: Value<number> | null; count: Value<number> };
  };
}

interface Connection<Node> {
  edges: { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

interface DataOf<ObjectName extends string, Node> {
  uiapi: {
    query: Record<ObjectName, Connection<Node>>;
    aggregate: Record<ObjectName, { edges: { node: GroupNode }[] }>;
  };
}

/** The answer to `ACCOUNTS`. */
export type AccountsData = DataOf<'Account', AccountNode>;

/** The answer to `SNAPSHOTS`. */
export type SnapshotsData = DataOf<'CS_Account_Snapshot__c', SnapshotNode>;

/** A customer behind a number; null where a value is not known. */
export interface CustomerRow {
  id: string;
  name: string;
  band: string | null;
  arr: number | null;
  health: number | null;
  renewal: string | null;
  /** What it paid a year before. Known for revenue retention only. */
  arrThen: number | null;
  /** What of that is left, growth not counted. */
  retained: number | null;
}

/** A page of customers, with what all of them come to. */
export interface CustomerPage {
  rows: CustomerRow[];
  nextCursor: string | null;
  total: number;
  groups: BandGroup[];
}

const connectionOf = (data: SnapshotsData) => data.uiapi.query.CS_Account_Snapshot__c;

/** Reads customers as they are. */
export function readAccounts(data: AccountsData): CustomerPage {
  const rows = data.uiapi.query.Account.edges.map(({ node }) => ({
    ...common(node),
    id: node.Id,
    name: node.Name.value ?? '',
    arrThen: null,
    retained: null,
  }));
  return pageOf(rows, data.uiapi.query.Account, data.uiapi.aggregate.Account.edges);
}

/** Reads customers as they were, with what they had paid a year before that day. */
export function readSnapshots(data: SnapshotsData): CustomerPage {
  const rows = connectionOf(data).edges.map(({ node }) => ({
    ...common(node),
    ...nameOf(node),
    arrThen: node.CS_ARR_Year_Ago__c.value,
    retained: node.CS_Retained_ARR__c.value,
  }));
  return pageOf(rows, connectionOf(data), data.uiapi.aggregate.CS_Account_Snapshot__c.edges);
}

/** Reads who were customers a year ago, with what they pay now: a churned one nothing. */
export function readYearAgo(data: SnapshotsData): CustomerPage {
  const rows = connectionOf(data).edges.map(({ node }) => {
    const arrThen = node.CS_ARR__c.value;
    const isChurned = node.CS_Account__r?.CS_Status__c.value === 'Churned';
    const arr = isChurned ? 0 : (node.CS_Account__r?.CS_ARR__c.value ?? null);
    const retained = arr === null || arrThen === null ? null : Math.min(arr, arrThen);
    return { ...common(node), ...nameOf(node), arr, arrThen, retained };
  });
  return pageOf(rows, connectionOf(data), data.uiapi.aggregate.CS_Account_Snapshot__c.edges);
}

function nameOf(node: SnapshotNode): { id: string; name: string } {
  return { id: node.CS_Account__c.value ?? '', name: node.CS_Account__r?.Name.value ?? '' };
}

function common(node: Omit<AccountNode, 'Name'>): Pick<CustomerRow, 'band' | 'arr' | 'health' | 'renewal'> {
  return {
    band: node.CS_Risk_Band__c.value,
    arr: node.CS_ARR__c.value,
    health: node.CS_Health__c.value,
    renewal: node.CS_Renewal_Date__c.value,
  };
}

function pageOf(
  rows: CustomerRow[],
  { pageInfo, totalCount }: Omit<Connection<unknown>, 'edges'>,
  groups: { node: GroupNode }[],
): CustomerPage {
  return {
    rows,
    nextCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    total: totalCount,
    groups: groups.map(({ node: { aggregate } }) => ({
      band: aggregate.CS_Risk_Band__c.value,
      accounts: aggregate.Id.count.value ?? 0,
      withArr: aggregate.CS_ARR__c.count.value ?? 0,
      arr: aggregate.CS_ARR__c.sum?.value ?? 0,
      withHealth: aggregate.CS_Health__c.count.value ?? 0,
      healthSum: aggregate.CS_Health__c.sum?.value ?? 0,
    })),
  };
}
