import { checkMapping, type MappingCheck } from '../domain/mapping/check-mapping.ts';
import type { FieldMapping, OwnColumn, ReadyMapping } from '../domain/mapping/field-mapping.ts';
import { shortHash } from './hash.ts';
import type { AccountDescription, MappingRecord, OrgReader } from './ports.ts';

/** Which fields of the org's own a run reads, and how. */
export interface FieldPlan {
  mappings: ReadyMapping[];
  columns: OwnColumn[];
  /** Changes when what is read or how changes; null when nothing is mapped. */
  fingerprint: string | null;
  /** Whether health is mapped to a field that cannot be read now: then the one that was read last goes on counting. */
  holdsHealth: boolean;
}

/** A mapping of the org with what its check found. */
export interface CheckedMapping {
  record: MappingRecord;
  check: MappingCheck;
}

/** A plan by which nothing but Tenure's own fields is read. */
export const NO_MAPPINGS: FieldPlan = { mappings: [], columns: [], fingerprint: null, holdsHealth: false };

/** Reads the mappings of the org and checks them against its fields. One call where nothing is mapped, else two. */
export async function loadFieldPlan(
  reader: Pick<OrgReader, 'readMappings' | 'describeAccount'>,
): Promise<{ plan: FieldPlan; records: CheckedMapping[] }> {
  const records = await reader.readMappings();
  if (records.length === 0) return { plan: NO_MAPPINGS, records: [] };
  const description = await reader.describeAccount();
  const checked = records.map((record, index) => {
    const isSecond = records.findIndex(({ mapping }) => mapping.target === record.mapping.target) < index;
    const check = checkAgainst(record.mapping, description);
    return { record, check: isSecond ? refuseSecond(check) : check };
  });
  return { plan: planOf(checked.map(({ check }) => check)), records: checked };
}

/** Checks a mapping against the fields that the companion sees. API names are compared as an org does: without case. */
export function checkAgainst(
  mapping: FieldMapping,
  { fields, hasCurrencies }: AccountDescription,
): MappingCheck {
  const source = mapping.source.trim().toLowerCase();
  const field = fields.find(({ name }) => name.toLowerCase() === source);
  return checkMapping(mapping, field, { hasCurrencies });
}

/** Of two mappings of one target the older counts. */
const refuseSecond = ({ mapping }: MappingCheck): MappingCheck => {
  const refusal = `Another active mapping stands for ${mapping.target}; expected one. Switch one of them off.`;
  return { mapping, refusals: [refusal], warnings: [], ready: null };
};

/** What is to be read by the mappings that passed. */
export function planOf(checks: MappingCheck[]): FieldPlan {
  const mappings = checks.flatMap(({ ready }) => ready ?? []);
  const holdsHealth = checks.some(({ mapping, ready }) => mapping.target === 'Health' && ready === null);
  if (mappings.length === 0) return { ...NO_MAPPINGS, holdsHealth };
  const columns = mappings.map(({ column }) => column);
  return { mappings, columns, fingerprint: shortHash(mappings), holdsHealth };
}

/**
 * Whether every account has to be read: the first time, when other fields are mapped than at the last full read, and
 * once a day where a change of an own field does not touch its account.
 */
export function mustReadAll(
  last: { fullReadAt: string | null; mappings: string | null },
  plan: FieldPlan,
  today: string,
): boolean {
  if (last.fullReadAt === null || last.mappings !== plan.fingerprint) return true;
  return last.fullReadAt.slice(0, 10) < today && plan.mappings.some(({ seesChanges }) => !seesChanges);
}
