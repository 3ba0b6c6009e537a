/** Tabs that every org has, beside `standard-<Object>` for each standard object. */
const STANDARD_TABS: ReadonlySet<string> = new Set([
  ...['home', 'Chatter', 'Dashboard', 'report', 'Report', 'File', 'Task', 'Event', 'Feed', 'Today'],
  ...['ListView', 'RecentlyViewed'],
]);

/** Whether `standard-Account`, `standard-home` … names a tab of the platform. */
export function isStandardTab(name: string, objectExists: (objectName: string) => boolean): boolean {
  const rest = /^standard-(\w+)$/.exec(name)?.[1];
  return rest !== undefined && (STANDARD_TABS.has(rest) || (!rest.endsWith('__c') && objectExists(rest)));
}
