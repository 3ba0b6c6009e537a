import { randomBytes } from 'node:crypto';

const LIFETIME_MS = 60_000;

/** Passwords that log a browser in once, so that no session ever stands in a URL. */
export interface OneTimePasswords {
  issue(userId: string): string;
  /** The user of a password that was not used before and is not older than a minute. */
  redeem(password: string): string | undefined;
}

/** Creates the passwords; they live in memory, as long as a login takes. */
export function createOneTimePasswords(now: () => Date): OneTimePasswords {
  const issued = new Map<string, { userId: string; expires: number }>();
  return {
    issue(userId) {
      const time = now().getTime();
      for (const [password, { expires }] of issued) if (expires < time) issued.delete(password);
      const password = randomBytes(24).toString('base64url');
      issued.set(password, { userId, expires: time + LIFETIME_MS });
      return password;
    },
    redeem(password) {
      const found = issued.get(password);
      issued.delete(password);
      return found && found.expires >= now().getTime() ? found.userId : undefined;
    },
  };
}
