import { countDays } from '../dates.ts';
import { RISE_WINDOW_DAYS, type AlertAccount, type FoundCauses } from './alert-account.ts';
import { accountCause } from './account-cause.ts';

/** The account is in the At Risk band. */
export function findAtRisk(account: AlertAccount): FoundCauses {
  if (account.band === null) return null;
  if (account.band !== 'At Risk') return [];
  const why = account.riskReason ? ` ${account.riskReason}` : '';
  return accountCause(account, `Now At Risk, with a risk of ${account.score}.${why}`);
}

/** Risk is higher by at least so many points than it was two weeks ago. */
export function findRiskRose(account: AlertAccount, points: number): FoundCauses {
  const { score, scoreBefore } = account;
  if (score === null || scoreBefore === null) return null;
  if (score - scoreBefore < points) return [];
  const span = countDays(RISE_WINDOW_DAYS);
  const why = account.riskReason ? ` ${account.riskReason}` : '';
  return accountCause(account, `Risk rose from ${scoreBefore} to ${score} within ${span}.${why}`);
}

/** The score says healthy while the account pays at least so many percent less than a year ago. */
export function findDisagreement(account: AlertAccount, percent: number): FoundCauses {
  const { band, score, arr, arrYearAgo } = account;
  if (band === null || arr === null || arrYearAgo === null) return null;
  if (band !== 'Healthy' || arrYearAgo <= 0) return [];
  const shrunk = ((arrYearAgo - arr) / arrYearAgo) * 100;
  if (shrunk < percent) return [];
  const text = `Reads as Healthy (risk ${score}), yet its ARR is ${Math.round(shrunk)} % lower than a year ago.`;
  return accountCause(account, text);
}
