import type { ObjectRight, PermissionSet } from './read-rights.ts';
import { OBJECT_REASONS, SYSTEM_REASONS } from './right-reasons.ts';

/**
 * The permission sets as tables, each right with its reason.
 *
 * @throws {Error} naming the rights that have no reason, and the reasons that no right has
 */
export function renderRights(sets: readonly PermissionSet[]): string {
  const faults = [...missingReasons(sets), ...idleReasons(sets)];
  if (faults.length > 0) throw new Error(`scripts/docs/right-reasons.ts:\n${faults.join('\n')}`);
  return sets.map(renderSet).join('\n\n');
}

function renderSet({ name, label, description, objects, system }: PermissionSet): string {
  const rows = objects.map(
    (right) =>
      `| \`${right.object}\` | ${right.may.join(', ')} | ${fieldsOf(right)} | ${reasonOf(name, right.object)} |`,
  );
  return [
    `### ${name}`,
    `*${label}.* ${description}`,
    ['| Object | May | Fields it writes | Why |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    system.map((right) => `- \`${right}\`: ${SYSTEM_REASONS[name]?.[right] ?? ''}`).join('\n'),
  ].join('\n\n');
}

/** By name where some fields are written and others are not: then it matters which. */
function fieldsOf({ writes, readsBesides }: ObjectRight): string {
  if (writes.length > 0 && readsBesides === 0) return `all ${writes.length}`;
  const others = readsBesides === 0 ? '' : `reads ${readsBesides}${writes.length > 0 ? ' more' : ''}`;
  const written = writes.map((field) => `\`${field.replace(/^CS_|__c$/g, '')}\``).join(' ');
  return [written, others].filter(Boolean).join('; ') || '–';
}

const reasonOf = (set: string, object: string): string => OBJECT_REASONS[set]?.[object] ?? '';

function missingReasons(sets: readonly PermissionSet[]): string[] {
  return sets.flatMap(({ name, objects, system }) => [
    ...objects
      .filter(({ object }) => reasonOf(name, object) === '')
      .map(({ object }) => `${name} has rights on ${object} without a reason`),
    ...system
      .filter((right) => !SYSTEM_REASONS[name]?.[right])
      .map((right) => `${name} has ${right} without a reason`),
  ]);
}

function idleReasons(sets: readonly PermissionSet[]): string[] {
  const granted = (name: string) => sets.find((set) => set.name === name);
  return [
    ...Object.entries(OBJECT_REASONS).flatMap(([name, reasons]) =>
      Object.keys(reasons)
        .filter((object) => !granted(name)?.objects.some((right) => right.object === object))
        .map((object) => `a reason is given for ${object} in ${name}, which has no right on it`),
    ),
    ...Object.entries(SYSTEM_REASONS).flatMap(([name, reasons]) =>
      Object.keys(reasons)
        .filter((right) => !granted(name)?.system.includes(right))
        .map((right) => `a reason is given for ${right} in ${name}, which does not have it`),
    ),
  ];
}
