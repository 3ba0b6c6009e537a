import type { RecordFields } from '../org-client/org-client.ts';
import type { Tale } from './types.ts';

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

/** Two people at the customer: one who decides and one who runs it. Their addresses lead nowhere (RFC 2606). */
export function buildContacts({ account, vary }: Tale): RecordFields[] {
  return TITLES.map((title, index) => {
    const first = pick(FIRST_NAMES, vary.random());
    const last = pick(LAST_NAMES, vary.random());
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
