import type { Org } from '../../org.ts';
import type { UserContext } from '../../security/types.ts';
import { localeOf, regionOf } from '../../ui-model/region.ts';
import { localePatterns } from './locale-patterns.ts';

/** The org has one currency. */
const CURRENCY = 'USD';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi']);

/** What the pages of a user go by, named as the `@salesforce/…` modules that export it: `i18n/timeZone`. */
export function sessionSettings(org: Org, user: UserContext): Record<string, string | number> {
  const { records } = org.queries.soql(
    org.userById(org.adminId),
    `SELECT LanguageLocaleKey FROM User WHERE Id = '${user.userId}'`,
  );
  const { locale, timeZone } = regionOf(org, user.userId);
  const lang = localeOf(records[0]?.['LanguageLocaleKey']);
  const values = {
    ...localePatterns(locale, CURRENCY),
    locale,
    lang,
    dir: RIGHT_TO_LEFT.has(new Intl.Locale(lang).language) ? 'rtl' : 'ltr',
    timeZone,
    currency: CURRENCY,
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`i18n/${name}`, value]));
}
