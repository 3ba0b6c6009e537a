import { centsOf, type CustomerOnDay } from './customer-on-day.ts';
import { daysBetween, type IsoDate } from './dates.ts';
import type { ExecutiveConfig } from './executive-config.ts';

/** Whether a customer renews on the day, or within the days of the configuration after it. */
export function isRenewing(
  { renewalDate }: Pick<CustomerOnDay, 'renewalDate'>,
  { renewalDays }: Pick<ExecutiveConfig, 'renewalDays'>,
  asOf: IsoDate,
): boolean {
  if (renewalDate === null) return false;
  const days = daysBetween(asOf, renewalDate);
  return days >= 0 && days <= renewalDays.value;
}

/** What of a customer's ARR is expected to stay, in whole cents; null when its ARR is not known. */
export function expectedCents(customer: CustomerOnDay, { expectedToStay }: ExecutiveConfig): number | null {
  const cents = centsOf(customer);
  return cents === null ? null : Math.round(cents * expectedToStay[customer.riskBand ?? 'unscored'].value);
}
