import { INTEGRATION_PROFILE } from '../sf/integration-license.ts';

/** The people of the demo, by a short key. */
export type PersonaKey = 'dana' | 'marcus' | 'priya' | 'helen' | 'omar' | 'nora' | 'companion';

/** What force-app deploys. */
export type PermissionSet = 'CS_User' | 'CS_Manager' | 'CS_Admin' | 'CS_Companion' | 'CS_Import';

/** A demo user as data. None of them exists; the mail domain is reserved for examples (RFC 2606). */
export interface Persona {
  readonly key: PersonaKey;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly alias: string;
  readonly title: string;
  /** Profiles to choose from, the first that the org has. */
  readonly profiles: readonly string[];
  /** `DeveloperName` of the role. */
  readonly role: 'CS_Manager' | 'CSM' | null;
  /** API name of the permission set; `null` for the user who must not see any of it. */
  readonly permissionSet: PermissionSet | null;
  /** What the user holds beside it. */
  readonly alsoHolds?: readonly PermissionSet[];
  /** What the user is for, as `npm start` prints it. */
  readonly purpose: string;
}

/** Roles by `DeveloperName`, parents before children. */
export const ROLES = [
  { developerName: 'CS_Manager', name: 'CS Manager', parent: null },
  { developerName: 'CSM', name: 'CSM', parent: 'CS_Manager' },
] as const;

const DOMAIN = 'demo.tenure.example';

function person(
  key: PersonaKey,
  [firstName, lastName]: readonly [string, string],
  rest: Pick<Persona, 'title' | 'role' | 'purpose'> & Partial<Persona>,
): Persona {
  return {
    key,
    firstName,
    lastName,
    username: `${firstName}.${lastName}@${DOMAIN}`.toLowerCase(),
    alias: `${firstName[0]}${lastName}`.toLowerCase().slice(0, 8),
    profiles: ['Standard User'],
    permissionSet: 'CS_User',
    ...rest,
  };
}

export const PERSONAS: readonly Persona[] = [
  person('dana', ['Dana', 'Reyes'], {
    title: 'Customer Success Manager',
    role: 'CSM',
    purpose: 'CSM of the strategic accounts',
  }),
  person('marcus', ['Marcus', 'Lindqvist'], {
    title: 'Customer Success Manager',
    role: 'CSM',
    purpose: 'CSM of the enterprise accounts',
  }),
  person('priya', ['Priya', 'Nair'], {
    title: 'Customer Success Manager',
    role: 'CSM',
    purpose: 'CSM of the growing accounts',
  }),
  person('helen', ['Helen', 'Okafor'], {
    title: 'Director of Customer Success',
    role: 'CS_Manager',
    permissionSet: 'CS_Manager',
    purpose: 'manager, sees what her CSMs see, and keeps templates and playbooks',
  }),
  person('omar', ['Omar', 'Haddad'], {
    title: 'Salesforce Administrator',
    profiles: ['System Administrator'],
    role: null,
    permissionSet: 'CS_Admin',
    purpose: 'admin',
  }),
  person('nora', ['Nora', 'Winters'], {
    title: 'Finance Analyst',
    role: null,
    permissionSet: null,
    purpose: 'without rights to customer success',
  }),
  person('companion', ['Tenure', 'Companion'], {
    username: `companion@${DOMAIN}`,
    alias: 'companio',
    title: 'Integration user',
    profiles: [INTEGRATION_PROFILE, 'Minimum Access - Salesforce'],
    role: null,
    permissionSet: 'CS_Companion',
    // So that files can be imported into the demo; elsewhere it is given for as long as an import takes.
    alsoHolds: ['CS_Import'],
    purpose: 'the companion logs in as this user',
  }),
];

/** The CSMs, among whom accounts are shared out. */
export const CSMS: readonly Persona[] = PERSONAS.filter((persona) => persona.role === 'CSM');
