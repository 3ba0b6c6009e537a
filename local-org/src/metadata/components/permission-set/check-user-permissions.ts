import { SYSTEM_PERMISSIONS } from './system-permissions.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { DeployContext } from '../handler.ts';
import { problemAt } from '../problem.ts';
import { allowsAuditFields } from '../settings/security-settings.ts';

/** System permission → those it needs beside it. */
const DEPENDENCIES: Readonly<Record<string, readonly string[]>> = {
  CustomizeApplication: ['ViewSetup'],
  ManageUsers: ['ViewSetup'],
  ModifyAllData: ['ViewAllData'],
};

/** Checks the system permissions of a permission set: each known, once, and with those it depends on. */
export function checkUserPermissions(set: XmlElement, { org }: DeployContext): ComponentProblem[] {
  const entries = childrenNamed(set, 'userPermissions');
  const granted = new Set(
    entries.filter((entry) => childFlag(entry, 'enabled')).map((entry) => childText(entry, 'name')),
  );
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const name = childText(entry, 'name') ?? '';
    const at = childNamed(entry, 'name');
    if (!SYSTEM_PERMISSIONS.has(name)) {
      return [
        problemAt(at, `Unknown user permission: ${name}. The local org refuses what it does not enforce.`),
      ];
    }
    if (name === 'CreateAuditFields' && !allowsAuditFields(org.metadata)) {
      const message = `Unknown user permission: ${name}. Settings:Security opens it with enableAuditFieldsInactiveOwner, in a deploy before this one.`;
      return [problemAt(at, message)];
    }
    if (seen.has(name)) return [problemAt(entry, `The user permission ${name} stands more than once`)];
    seen.add(name);
    const missing = (DEPENDENCIES[name] ?? []).filter((needed) => !granted.has(needed));
    if (!granted.has(name) || missing.length === 0) return [];
    return [problemAt(entry, `Permission ${name} depends on permission(s): ${missing.join(', ')}`)];
  });
}
