import type { Family, FamilyMember } from '../family.ts';

/** A healthy child account of 1,000, with what a test says of it. */
export function buildMember(given: Partial<FamilyMember> = {}): FamilyMember {
  return {
    accountId: '001A',
    name: 'Acme',
    level: 1,
    status: 'Active',
    arr: 1_000,
    score: 10,
    band: 'Healthy',
    ...given,
  };
}

/** A family of these accounts, the first of them the parent. */
export function buildFamily(...given: Partial<FamilyMember>[]): Family {
  const members = given.map((each, index) =>
    buildMember({ accountId: `001${index}`, name: `Acme ${index}`, level: index === 0 ? 0 : 1, ...each }),
  );
  return { accountId: members[0]?.accountId ?? '', tier: null, members, isCut: false, isTooLarge: false };
}
