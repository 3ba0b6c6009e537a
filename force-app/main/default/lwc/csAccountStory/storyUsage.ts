import type { UsageNode } from './csAccountStoryNodes';

/** What the account used in one period; null where the source does not count it. */
export interface UsagePeriod {
  id: string;
  /** The first day, `YYYY-MM-DD`. */
  start: string;
  days: number;
  activeUsers: number | null;
  seats: number | null;
  logins: number | null;
  apiCalls: number | null;
  featuresUsed: number | null;
  /** Uses by the name of the feature. */
  features: Readonly<Record<string, number>> | null;
}

/** Reads one period of usage. */
export function readUsagePeriod(node: UsageNode): UsagePeriod[] {
  const start = node.CS_Period_Start__c.value;
  if (start === null) return [];
  return [
    {
      id: node.Id,
      start,
      days: Math.max(1, node.CS_Period_Days__c.value ?? 1),
      activeUsers: node.CS_Active_Users__c?.value ?? null,
      seats: node.CS_Licensed_Seats__c?.value ?? null,
      logins: node.CS_Logins__c?.value ?? null,
      apiCalls: node.CS_API_Calls__c?.value ?? null,
      featuresUsed: node.CS_Features_Used__c?.value ?? null,
      features: readFeatures(node.CS_Features__c?.value ?? null),
    },
  ];
}

/** Text that is no list of features, such as what someone typed, tells of none. */
function readFeatures(json: string | null): Record<string, number> | null {
  if (json === null) return null;
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
    const counts = Object.entries(read).filter(([, uses]) => typeof uses === 'number' && uses > 0);
    return Object.fromEntries(counts) as Record<string, number>;
  } catch {
    return null;
  }
}
