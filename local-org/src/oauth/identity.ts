import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';

/** The identity URL of a user, which tokens and userinfo carry. */
export function identityUrl(org: Org, user: UserContext): string {
  return `${org.baseUrl()}/id/${org.id}/${user.userId}`;
}

function profileOf(org: Org, user: UserContext) {
  const row = org.database.prepare('SELECT * FROM "User" WHERE "Id" = ?').get(user.userId) ?? {};
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]));
  return {
    name: text('Name'),
    givenName: text('FirstName'),
    familyName: text('LastName'),
    nickname: text('CommunityNickname'),
    email: text('Email'),
    zone: text('TimeZoneSidKey'),
    locale: text('LocaleSidKey'),
    language: text('LanguageLocaleKey'),
    modified: text('SystemModstamp'),
  };
}

function apiUrls(org: Org): Record<string, string> {
  const data = `${org.baseUrl()}/services/data/v{version}/`;
  return {
    metadata: `${org.baseUrl()}/services/Soap/m/{version}/${org.id}`,
    rest: data,
    sobjects: `${data}sobjects/`,
    query: `${data}query/`,
    profile: `${org.baseUrl()}/{user_id}`,
    custom_domain: org.baseUrl(),
  };
}

/** The claims of `/services/oauth2/userinfo`. */
export function userInfo(org: Org, user: UserContext): Record<string, unknown> {
  const profile = profileOf(org, user);
  return {
    sub: identityUrl(org, user),
    user_id: user.userId,
    organization_id: org.id,
    preferred_username: user.username,
    nickname: profile.nickname,
    name: profile.name,
    email: profile.email,
    email_verified: true,
    given_name: profile.givenName,
    family_name: profile.familyName,
    zoneinfo: profile.zone,
    urls: apiUrls(org),
    active: true,
    user_type: 'STANDARD',
    language: profile.language,
    locale: profile.locale,
    updated_at: profile.modified,
  };
}

/** The answer of the identity URL. */
export function identity(org: Org, user: UserContext): Record<string, unknown> {
  const profile = profileOf(org, user);
  return {
    id: identityUrl(org, user),
    asserted_user: true,
    user_id: user.userId,
    organization_id: org.id,
    username: user.username,
    nick_name: profile.nickname,
    display_name: profile.name,
    email: profile.email,
    email_verified: true,
    first_name: profile.givenName,
    last_name: profile.familyName,
    timezone: profile.zone,
    active: true,
    user_type: 'STANDARD',
    language: profile.language,
    locale: profile.locale,
    urls: apiUrls(org),
  };
}
