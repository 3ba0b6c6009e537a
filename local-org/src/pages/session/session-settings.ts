import type { Org } from '../../org.ts';
import type { UserContext } from '../../security/types.ts';
import { localePatterns } from './locale-patterns.ts';

/** The org has one currency. */
const CURRENCY = 'USD';
const DEFAULT_LOCALE = 'en-US';
const DEFAULT_TIME_ZONE = 'UTC';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi']);

/** What the pages of a user go by, named as the `@salesforce/…` modules that export it: `i18n/timeZone`. */
export function sessionSettings(org: Org, user: UserContext): Record<string, string | number> {
  const { records } = org.queries.soql(
    org.userById(org.adminId),
    `SELECT TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey FROM User WHERE Id = '${user.userId}'`,
  );
  const locale = localeOf(records[0]?.['LocaleSidKey']);
  const lang = localeOf(records[0]?.['LanguageLocaleKey']);
  const values = {
    ...localePatterns(locale, CURRENCY),
    locale,
    lang,
    dir: RIGHT_TO_LEFT.has(new Intl.Locale(lang).language) ? 'rtl' : 'ltr',
    timeZone: timeZoneOf(records[0]?.['TimeZoneSidKey']),
    currency: CURRENCY,
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`i18n/${name}`, value]));
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
