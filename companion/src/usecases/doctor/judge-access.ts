import { fail, listSome, ok, type Finding } from './finding.ts';
import type { NeededObject, ObjectAccess } from './ports.ts';

const DEPLOY = 'Run: npm run deploy -- --target-org ALIAS.';
const ASSIGN =
  'Run: npm run connect -- --target-org ALIAS (or in Setup > Users > the integration user > Permission Set ' +
  'Assignments > Edit Assignments, add CS_Companion). If it is assigned, deploy again.';

/** Objects and fields as `describe` shows them to the companion's own user; null for an object it does not find. */
export type SeenObjects = ReadonlyMap<string, ObjectAccess | null>;

/**
 * Whether the companion's user can read and write all that it has to, object by object and field by field. With
 * read-only access it is not asked whether it may write.
 */
export function judgeAccess(
  needs: readonly NeededObject[],
  seen: SeenObjects,
  access: 'read-only' | 'write-back',
): Finding[] {
  const missing = needs.filter(({ object }) => !seen.get(object));
  const isOurs = (object: string) => object.startsWith('CS_');
  if (missing.length > 0 && needs.every(({ object }) => !isOurs(object) || !seen.get(object))) {
    return [
      fail(
        'rights',
        'objects',
        'None of the objects of Tenure is there for the companion’s user',
        `${DEPLOY} ${ASSIGN}`,
      ),
    ];
  }
  const perObject = needs.flatMap((need) => {
    const found = seen.get(need.object);
    return found ? judgeObject(need, found, access) : [absent(need)];
  });
  const fields = needs.reduce((sum, { reads }) => sum + reads.length, 0);
  const writes = access === 'read-only' ? '; read-only, so rights to write are not asked for' : '';
  return perObject.length > 0
    ? perObject
    : [
        ok(
          'rights',
          'objects and fields',
          `${needs.length} objects and ${fields} fields can be used${writes}`,
        ),
      ];
}

const absent = ({ object }: NeededObject) =>
  fail(
    'rights',
    object,
    'is not there for the companion’s user',
    object.startsWith('CS_') ? `${DEPLOY} ${ASSIGN}` : ASSIGN,
  );

function judgeObject(need: NeededObject, found: ObjectAccess, access: 'read-only' | 'write-back'): Finding[] {
  const { object } = need;
  const hidden = need.reads.filter((field) => !found.fields.has(field));
  const findings =
    hidden.length === 0
      ? []
      : [fail('rights', object, `cannot read ${listSome(hidden)}`, readRemedy(object, hidden))];
  if (access === 'read-only') return findings;
  const verbs = [need.creates && !found.creates && 'create', need.edits && !found.edits && 'edit'].filter(
    isText,
  );
  if (verbs.length > 0) {
    return [...findings, fail('rights', object, `may not ${verbs.join(' or ')} records`, setupPath(object))];
  }
  const fixed = need.writes.filter((field) => {
    const right = found.fields.get(field);
    return right && !right.edits && !(need.creates && right.creates);
  });
  if (fixed.length === 0) return findings;
  const remedy = `${DEPLOY} Or: ${setupPath(object)}`;
  return [...findings, fail('rights', object, `cannot write ${listSome(fixed)}`, remedy)];
}

function readRemedy(object: string, hidden: readonly string[]): string {
  const isAnyStandard = hidden.some((field) => !field.endsWith('__c'));
  return isAnyStandard
    ? `Give the user read access: ${setupPath(object)}`
    : `${DEPLOY} It brings fields and CS_Companion’s rights. Or: ${setupPath(object)}`;
}

const setupPath = (object: string) =>
  `Setup > Permission Sets > CS_Companion > Object Settings > ${object} > Edit.`;

const isText = (entry: string | false): entry is string => entry !== false;
