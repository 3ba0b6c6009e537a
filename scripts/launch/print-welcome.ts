import type { Persona } from '../demo/personas.ts';
import type { Showcase } from './find-showcase.ts';
import type { RunningCompanion } from './launch-companion.ts';
import type { RunningOrg } from './launch-org.ts';

/** Says where to click and who to be. */
export function printWelcome(
  org: RunningOrg,
  companion: RunningCompanion,
  users: readonly Persona[],
  showcase: Showcase | undefined,
): void {
  const people = users.filter((user) => user.permissionSet !== 'CS_Companion');
  const width = Math.max(...people.map((user) => fullName(user).length));
  const lines = [
    '',
    'Tenure is running.',
    '',
    ...(showcase
      ? [`  Look at ${showcase.accountName}, as the one who looks after it:`, `  ${link(org, showcase)}`, '']
      : []),
    `  Log in as anyone: ${org.instanceUrl}/login`,
    ...people.map(
      (user) => `    ${fullName(user).padEnd(width)}  ${user.username.padEnd(40)}  ${user.purpose}`,
    ),
    '',
    `  Companion: ${companion.url}/`,
    `  Sent mail (as an administrator): ${org.instanceUrl}/local-org/mail`,
    '',
    'Press Ctrl-C to stop; the next npm start goes on with the same data.',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

function link(org: RunningOrg, { username, accountId }: Showcase): string {
  const query = new URLSearchParams({ as: username, retURL: `/lightning/r/Account/${accountId}/view` });
  return `${org.instanceUrl}/login?${query}`;
}

function fullName(user: Persona): string {
  return `${user.firstName} ${user.lastName}`;
}
