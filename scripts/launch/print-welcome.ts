import type { RunningCompanion } from './launch-companion.ts';
import type { RunningOrg } from './launch-org.ts';

/** Someone to log in as. */
export interface DemoUser {
  name: string;
  username: string;
  role: string;
}

export interface LoadedData {
  users: DemoUser[];
  /** The account page the welcome points at. */
  accountId: string;
  accountName: string;
}

/** Says where to click and who to be. */
export function printWelcome(org: RunningOrg, companion: RunningCompanion, data: LoadedData): void {
  const first = data.users[0];
  const login = (user: DemoUser, page: string): string =>
    `${org.instanceUrl}/login?as=${encodeURIComponent(user.username)}&retURL=${encodeURIComponent(page)}`;
  const lines = [
    '',
    'Tenure is running.',
    '',
    ...(first
      ? [
          `  An account at risk   ${login(first, `/lightning/r/Account/${data.accountId}/view`)}`,
          `                       (${data.accountName}, as ${first.name}, ${first.role})`,
        ]
      : []),
    `  Everyone to log in as  ${org.instanceUrl}/login`,
    ...data.users.map((user) => `    ${user.name.padEnd(18)} ${user.role.padEnd(28)} ${user.username}`),
    `  Companion status     ${companion.url}/`,
    '',
    'Press Ctrl-C to stop; the next npm start goes on with the same data.',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}
