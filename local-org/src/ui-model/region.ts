import type { Org } from '../org.ts';

/** How a user reads numbers, days and times. */
export interface Region {
  /** As browsers write it: `en-US`. */
  readonly locale: string;
  /** As browsers write it: `Europe/Berlin`. */
  readonly timeZone: string;
}

const DEFAULT_LOCALE = 'en-US';
const DEFAULT_TIME_ZONE = 'UTC';

/** The region that a user has chosen. Every user may know her own, whatever she may read. */
export function regionOf(org: Org, userId: string): Region {
  const { records } = org.queries.soql(
    org.userById(org.adminId),
    `SELECT TimeZoneSidKey, LocaleSidKey FROM User WHERE Id = '${userId}'`,
  );
  return {
    locale: localeOf(records[0]?.['LocaleSidKey']),
    timeZone: timeZoneOf(records[0]?.['TimeZoneSidKey']),
  };
}

/** `en_US` as browsers write it. A key that is no language tag falls back, so that no page breaks over it. */
export function localeOf(key: unknown): string {
  const [language, region] = String(key ?? '').split('_');
  try {
    return new Intl.Locale(region?.length === 2 ? `${language}-${region}` : String(language)).toString();
  } catch {
    return DEFAULT_LOCALE;
  }
}

function timeZoneOf(key: unknown): string {
  try {
    return new Intl.DateTimeFormat(DEFAULT_LOCALE, { timeZone: String(key) }).resolvedOptions().timeZone;
  } catch {
    return DEFAULT_TIME_ZONE;
  }
}
