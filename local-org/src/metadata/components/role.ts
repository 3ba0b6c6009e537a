import { definitionOf } from '../types/source-component.ts';
import { childNamed, childText } from '../xml/xml-element.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { notFound, problemAt } from './problem.ts';

/** A role of the hierarchy: stored and kept in step with its UserRole record. */
export const role: ComponentHandler = {
  type: 'Role',
  deploy(component, { org, user }) {
    const definition = definitionOf(component);
    const parent = childText(definition, 'parentRole');
    const idOf = (name: string): string | undefined => {
      const escaped = name.replaceAll("'", "\\'");
      const found = org.queries.soql(user, `SELECT Id FROM UserRole WHERE DeveloperName = '${escaped}'`);
      return found.records[0]?.['Id'] as string | undefined;
    };
    const problems = [
      ...checkDeveloperName(component.fullName, 'Role Name'),
      ...checkText(definition, 'name', { maxLength: 80, missing: 'Required field is missing: name' }),
    ];
    const parentId = parent === undefined ? undefined : idOf(parent);
    if (parent === component.fullName) {
      problems.push(problemAt(childNamed(definition, 'parentRole'), `${parent} cannot be its own parent`));
    } else if (parent !== undefined && parentId === undefined) {
      problems.push(notFound(childNamed(definition, 'parentRole'), 'parentRole', 'Role', parent));
    }
    if (problems.length > 0) return problems;
    const values = {
      DeveloperName: component.fullName,
      Name: childText(definition, 'name') ?? component.fullName,
      ParentRoleId: parentId ?? null,
    };
    const existing = idOf(component.fullName);
    if (existing === undefined) org.records.create(user, 'UserRole', values);
    else org.records.update(user, 'UserRole', existing, values);
    return [];
  },
};
