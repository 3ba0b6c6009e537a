import type { Org } from '../../org.ts';

interface Settings {
  username: string;
  timeZone: string;
  locale?: string;
}

/** Adds a user with the administrator's rights and settings of her own. */
export function addUser(org: Org, { username, timeZone, locale = 'en_US' }: Settings): string {
  const admin = org.userById(org.adminId);
  const { records } = org.queries.soql(
    admin,
    "SELECT Id FROM Profile WHERE Name = 'System Administrator' LIMIT 1",
  );
  const { id } = org.records.create(admin, 'User', {
    Username: username,
    LastName: username.split('@')[0]!,
    Alias: 'user',
    Email: username,
    TimeZoneSidKey: timeZone,
    LocaleSidKey: locale,
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
    ProfileId: String(records[0]?.Id),
  });
  return id;
}
