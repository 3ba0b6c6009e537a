import type { Persona } from '../demo/personas.ts';

/** How many CSMs share generated accounts, the demo's own three aside: 10,000 accounts are some 370 each. */
export const GENERATED_CSMS = 24;

/** CSMs without a face, so that a team is large enough to be looked at. */
export function generatedCsms(): Omit<Persona, 'key'>[] {
  return Array.from({ length: GENERATED_CSMS }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    return {
      username: `csm.${number}@demo.tenure.example`,
      firstName: 'CSM',
      lastName: number,
      alias: `csm${number}`,
      title: 'Customer Success Manager',
      profiles: ['Standard User'],
      role: 'CSM',
      permissionSet: 'CS_User',
      purpose: 'one CSM of many',
    };
  });
}
