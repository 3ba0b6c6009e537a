import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { CustomerReader } from './ports.ts';

/** How long before a day the snapshot lies that health is compared with: about a month, as snapshots are monthly. */
const BEFORE_DAYS = { from: 25, to: 45 };

/** Customers of a day of the past with how their health moved since the snapshot about a month before; as they are without one. */
export async function addHealthChanges(
  customers: CustomerOnDay[],
  day: IsoDate,
  snapshotDays: readonly IsoDate[],
  reader: Pick<CustomerReader, 'readSnapshots'>,
): Promise<CustomerOnDay[]> {
  const before = snapshotDays.find((kept) => kept <= addDays(day, -BEFORE_DAYS.from));
  if (before === undefined || before < addDays(day, -BEFORE_DAYS.to)) return customers;
  const healthOf = new Map(
    (await reader.readSnapshots(before)).map(({ accountId, health }) => [accountId, health]),
  );
  return customers.map((customer) => {
    const then = healthOf.get(customer.accountId) ?? null;
    const healthChange = customer.health === null || then === null ? null : customer.health - then;
    return { ...customer, healthChange };
  });
}
