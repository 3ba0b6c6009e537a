import { addDays, daysBetween, type CalendarDay } from '../dates/calendar-day.ts';
import type { Tale } from './types.ts';

const DAYS_A_YEAR = 365;
/** An account in onboarding signed this long ago, and a churned one left then. */
const SIGNED_DAYS_AGO = 75;
const CHURNED_DAYS_AGO = 50;
/** What an account pays more after each renewal, by how its health went over the year. */
const GROWTH = { rising: 1.14, level: 1.05, falling: 0.94 };
/** Points of health over the year that make the difference. */
const NOTABLE_CHANGE = 10;

/** What an account paid on a day of the past, in the org's currency: it changed with each renewal. */
export function arrOn({ today, account, story }: Tale, day: CalendarDay): number {
  const age = daysBetween(day, today);
  if (story.status === 'Onboarding') return age > SIGNED_DAYS_AGO ? 0 : account.arr;
  if (story.status === 'Churned') return age > CHURNED_DAYS_AGO ? account.arr : 0;
  if (account.renewalInDays === null) return account.arr;
  const lastRenewal = addDays(today, account.renewalInDays - DAYS_A_YEAR);
  const renewalsSince = Math.max(0, Math.ceil(daysBetween(day, lastRenewal) / DAYS_A_YEAR));
  const arr = account.arr / growthOf(story.health) ** renewalsSince;
  return Math.round(arr / 1_000) * 1_000;
}

/** When the contract would renew next, as it was known on a day of the past; null where that was never known. */
export function renewalKnownOn({ today, account }: Tale, day: CalendarDay): CalendarDay | null {
  if (account.renewalInDays === null) return null;
  const renewal = addDays(today, account.renewalInDays);
  const yearsEarlier = Math.max(0, Math.floor(daysBetween(day, renewal) / DAYS_A_YEAR));
  return addDays(renewal, -yearsEarlier * DAYS_A_YEAR);
}

function growthOf(health: readonly (number | null)[]): number {
  const known = health.filter((value) => value !== null);
  const change = (known.at(-1) ?? 0) - (known[0] ?? 0);
  if (change > NOTABLE_CHANGE) return GROWTH.rising;
  return change < -NOTABLE_CHANGE ? GROWTH.falling : GROWTH.level;
}
