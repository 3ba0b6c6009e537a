import type { RecordFields } from '../org-client/org-client.ts';
import { seededRandom } from './seeded-random.ts';
import type { Tale, Tier } from './types.ts';

const FIRST_NAMES = [
  'Alma',
  'Bruno',
  'Chidi',
  'Dalia',
  'Elin',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Keiko',
  'Liam',
];
const LAST_NAMES = [
  'Abara',
  'Berg',
  'Castro',
  'Duval',
  'Eriksen',
  'Farrow',
  'Ghosh',
  'Hollis',
  'Ito',
  'Jansen',
  'Keller',
];
const TITLES = ['Head of Operations', 'IT Director'];
/** Those who work with the product; the larger the customer, the more of them are known. */
const USER_TITLES = ['Finance Manager', 'Project Lead', 'Data Analyst', 'Team Manager', 'Key User'];
const KNOWN_USERS: Readonly<Record<Tier, number>> = { Strategic: 5, Enterprise: 3, Growth: 0, Scale: 0 };

/**
 * People at the customer: one who decides, one who runs it, and those who use it. Their addresses lead nowhere
 * (RFC 2606).
 */
export function buildContacts({ account, vary }: Tale): RecordFields[] {
  const random = seededRandom(`${account.key}:users`);
  const titles = [...TITLES, ...USER_TITLES.slice(0, KNOWN_USERS[account.tier])];
  return titles.map((title, index) => {
    const draw = index < TITLES.length ? vary.random : random;
    const first = pick(FIRST_NAMES, draw());
    const last = pick(LAST_NAMES, draw());
    return {
      FirstName: first,
      LastName: last,
      Title: title,
      Email: `${first}.${last}.${index + 1}@${account.key}.example`.toLowerCase(),
    };
  });
}

function pick(names: readonly string[], random: number): string {
  return names[Math.floor(random * names.length)]!;
}
