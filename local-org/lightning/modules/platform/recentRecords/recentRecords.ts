import userId from '@salesforce/user/Id';

export interface RecentRecord {
  id: string;
  objectApiName: string;
  name: string;
}

const KEPT = 10;
const KEY = `recentRecords:${userId}`;

/** The records that this user opened on this machine, the last first. */
export function recentRecords(): RecentRecord[] {
  return JSON.parse(localStorage.getItem(KEY) ?? '[]') as RecentRecord[];
}

/** Remembers that a record was opened. */
export function rememberRecord(record: RecentRecord): void {
  const others = recentRecords().filter(({ id }) => id !== record.id);
  localStorage.setItem(KEY, JSON.stringify([record, ...others].slice(0, KEPT)));
}
