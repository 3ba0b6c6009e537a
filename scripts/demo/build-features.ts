/** A feature of the demo product: how much of all use is its, and from which share of active seats on it is used. */
interface Feature {
  readonly name: string;
  readonly part: number;
  readonly from: number;
}

/** What everybody opens first, and what only teams use that have settled in. */
const FEATURES: readonly Feature[] = [
  { name: 'Dashboards', part: 0.28, from: 0 },
  { name: 'Search', part: 0.2, from: 0 },
  { name: 'Shipments', part: 0.17, from: 0.05 },
  { name: 'Alerts', part: 0.11, from: 0.15 },
  { name: 'Reports', part: 0.09, from: 0.25 },
  { name: 'Exports', part: 0.06, from: 0.35 },
  { name: 'Automations', part: 0.05, from: 0.5 },
  { name: 'Shared views', part: 0.03, from: 0.6 },
  { name: 'API keys', part: 0.01, from: 0.7 },
];
const USES_PER_LOGIN = 6;

/** Uses by feature in a period: those a team of that activity has adopted, each account with one it never took up. */
export function buildFeatures(share: number, logins: number, accountKey: string): Record<string, number> {
  const never = 3 + (accountKey.length % (FEATURES.length - 3));
  const adopted = FEATURES.filter(({ from }, index) => share >= from && index !== never);
  const uses = adopted.map(({ name, part }) => [name, Math.round(logins * USES_PER_LOGIN * part)] as const);
  return Object.fromEntries(uses.filter(([, count]) => count > 0));
}
