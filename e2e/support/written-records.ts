import type { OrgProxy, PassedRequest } from './org-proxy.ts';

/** Records that two companions were writing at the same moment: each would be the work of the other done twice. */
export function findOverlappingWrites(proxies: readonly OrgProxy[]): string[] {
  const writes = proxies.flatMap(({ passed }, replica) =>
    passed.flatMap((request) => recordsOf(request).map((record) => ({ ...request, replica, record }))),
  );
  const byRecord = Map.groupBy(writes, ({ record }) => record);
  return [...byRecord].flatMap(([record, all]) =>
    all.some((one) => all.some((other) => one.replica < other.replica && overlap(one, other)))
      ? [record]
      : [],
  );
}

/** One that never ended was cut off before it reached the org. */
const overlap = (one: PassedRequest, other: PassedRequest) =>
  one.began < (other.ended ?? other.began) && other.began < (one.ended ?? one.began);

/** The records that a request writes: by their Id, else by the key that the companion gave them. */
function recordsOf({ method, path, body }: PassedRequest): string[] {
  if (method === 'GET' || !path.includes('/composite/sobjects')) return [];
  const { records = [] } = JSON.parse(body) as { records?: { id?: string; CS_Key__c?: string }[] };
  return records.flatMap(({ id, CS_Key__c }) => id ?? CS_Key__c ?? []);
}
