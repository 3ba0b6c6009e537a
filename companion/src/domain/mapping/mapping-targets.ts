/** What a field of Tenure takes: it decides which fields of the org's own may stand for it. */
export type TargetKind = 'amount' | 'day' | 'health' | 'choice' | 'person';

/** The values of `CS_Field_Mapping__c.CS_Target__c`. */
export type TargetName = 'ARR' | 'Renewal Date' | 'Health' | 'Tier' | 'Status' | 'CSM';

/** A field of Tenure on the account that an org may keep in a field of its own. */
export interface MappingTarget {
  name: TargetName;
  /** The field of Tenure that mirrors the own one. */
  field: string;
  kind: TargetKind;
  /** What a `choice` may be. */
  choices: readonly string[];
}

/** Every field that may be mapped, in the order in which they are shown. */
export const MAPPING_TARGETS: readonly MappingTarget[] = [
  { name: 'ARR', field: 'CS_ARR__c', kind: 'amount', choices: [] },
  { name: 'Renewal Date', field: 'CS_Renewal_Date__c', kind: 'day', choices: [] },
  { name: 'Health', field: 'CS_Health__c', kind: 'health', choices: [] },
  {
    name: 'Tier',
    field: 'CS_Tier__c',
    kind: 'choice',
    choices: ['Strategic', 'Enterprise', 'Growth', 'Scale'],
  },
  {
    name: 'Status',
    field: 'CS_Status__c',
    kind: 'choice',
    choices: ['Onboarding', 'Active', 'Renewing', 'Churned'],
  },
  { name: 'CSM', field: 'CS_Manager__c', kind: 'person', choices: [] },
];

/** The target of that name. Capitals do not matter, and a dash may stand for a blank, as on a command line. */
export function findTarget(name: string): MappingTarget | null {
  const wanted = name.trim().toLowerCase().replaceAll(/[-_]/g, ' ');
  return MAPPING_TARGETS.find((target) => target.name.toLowerCase() === wanted) ?? null;
}

/** @throws {RangeError} when there is no such target: the types rule it out */
export function targetOf(name: TargetName): MappingTarget {
  const target = findTarget(name);
  if (!target) throw new RangeError(`"${name}" is no field that may be mapped.`);
  return target;
}
