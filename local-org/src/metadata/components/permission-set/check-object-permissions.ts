import type { ComponentProblem } from '../../types/component-problem.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { DeployContext } from '../handler.ts';
import { notFound, problemAt } from '../problem.ts';

/** Right → what the platform calls it in a message, and the rights it needs beside it. */
const DEPENDENCIES: Readonly<Record<string, { label: string; needs: readonly string[] }>> = {
  allowRead: { label: 'Read', needs: [] },
  allowCreate: { label: 'Create', needs: ['allowRead'] },
  allowEdit: { label: 'Edit', needs: ['allowRead'] },
  allowDelete: { label: 'Delete', needs: ['allowEdit', 'allowRead'] },
  viewAllRecords: { label: 'View All', needs: ['allowRead'] },
  modifyAllRecords: {
    label: 'Modify All',
    needs: ['allowDelete', 'allowEdit', 'allowRead', 'viewAllRecords'],
  },
};

/** Checks the object permissions of a permission set: each object once, every right with those it depends on. */
export function checkObjectPermissions(set: XmlElement, { org }: DeployContext): ComponentProblem[] {
  const entries = childrenNamed(set, 'objectPermissions');
  const readable = new Set(
    entries.filter((entry) => childFlag(entry, 'allowRead')).map((entry) => childText(entry, 'object')),
  );
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const name = childText(entry, 'object') ?? '';
    const at = childNamed(entry, 'object');
    const object = org.schema.object(name);
    if (object?.name !== name) return [notFound(at, 'object', 'CustomObject', name)];
    if (seen.has(name)) return [problemAt(entry, `The object ${name} has permissions more than once`)];
    seen.add(name);
    const problems = checkDependencies(entry, name);
    const masters = [...object.fields.values()].filter(({ reference }) => reference?.masterDetail);
    for (const master of masters.flatMap(({ reference }) => reference!.to)) {
      if (childFlag(entry, 'allowRead') && !readable.has(master)) {
        problems.push(problemAt(entry, `Permission Read ${name} depends on permission(s): Read ${master}`));
      }
    }
    return problems;
  });
}

function checkDependencies(entry: XmlElement, object: string): ComponentProblem[] {
  return Object.entries(DEPENDENCIES).flatMap(([right, { label, needs }]) => {
    if (!childFlag(entry, right)) return [];
    const missing = needs
      .filter((needed) => !childFlag(entry, needed))
      .map((needed) => `${DEPENDENCIES[needed]!.label} ${object}`);
    if (missing.length === 0) return [];
    return [
      problemAt(
        entry,
        `Permission ${label} ${object} depends on permission(s): ${missing.sort().join(', ')}`,
      ),
    ];
  });
}
