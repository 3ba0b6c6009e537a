import { randomBytes } from 'node:crypto';

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm */
const LIFETIME_MS = 15 * 60_000;

/** What a user has agreed to by logging in for an app. */
export interface Authorization {
  userId: string;
  consumerKey: string;
  redirectUri: string;
  challenge: string | undefined;
}

/** Codes that an app changes for tokens, once. */
export interface AuthorizationCodes {
  issue(authorization: Authorization): string;
  /** What the code stands for; undefined when it is unknown, over, or was redeemed before. */
  redeem(code: string): Authorization | undefined;
}

/** Creates the codes; they live in memory, as long as a login takes. */
export function createAuthorizationCodes(now: () => Date): AuthorizationCodes {
  const issued = new Map<string, Authorization & { expires: number }>();
  return {
    issue(authorization) {
      const time = now().getTime();
      for (const [code, { expires }] of issued) if (expires < time) issued.delete(code);
      const code = `aPrx${randomBytes(48).toString('base64url')}`;
      issued.set(code, { ...authorization, expires: time + LIFETIME_MS });
      return code;
    },
    redeem(code) {
      const found = issued.get(code);
      issued.delete(code);
      return found && found.expires >= now().getTime() ? found : undefined;
    },
  };
}
