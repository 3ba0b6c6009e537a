import type { ComponentProblem } from '../../types/component-problem.ts';
import { childFlag, childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { DeployContext } from '../handler.ts';
import { checkDeveloperName } from '../names.ts';
import { problemAt } from '../problem.ts';

const MAX_CHILD_RELATIONSHIP_NAME = 40;

/** Checks a lookup or master-detail against the schema: parent, child relationship name, sharing, deletion. */
export function checkReference(
  objectName: string,
  fieldName: string,
  field: XmlElement,
  { org }: DeployContext,
): ComponentProblem[] {
  const type = childText(field, 'type');
  if (type !== 'Lookup' && type !== 'MasterDetail') return [];
  const parentName = childText(field, 'referenceTo') ?? '';
  const parent = org.schema.object(parentName);
  if (!parent) {
    const message = `In field: referenceTo - no CustomObject named ${parentName} found`;
    return [problemAt(childNamed(field, 'referenceTo'), message)];
  }
  const problems: ComponentProblem[] = [];
  const name = childText(field, 'relationshipName') ?? '';
  const at = childNamed(field, 'relationshipName');
  for (const { message } of checkDeveloperName(
    name,
    'Child Relationship Name',
    MAX_CHILD_RELATIONSHIP_NAME,
  )) {
    problems.push(problemAt(at, message));
  }
  const taken = org.schema
    .childRelationships(parent.name)
    .some(
      (other) =>
        other.name.toLowerCase() === `${name}__r`.toLowerCase() &&
        !(other.childObject === objectName && other.field === fieldName),
    );
  if (taken)
    problems.push(problemAt(at, `There is already a Child Relationship named ${name} on ${parent.name}.`));
  if (childFlag(field, 'required') && childText(field, 'deleteConstraint') === 'SetNull') {
    const message = `A required lookup cannot be cleared: deleteConstraint is SetNull; expected Restrict`;
    problems.push(problemAt(childNamed(field, 'deleteConstraint'), message));
  }
  if (childText(field, 'deleteConstraint') === 'Cascade') {
    const message =
      'Cascade delete on a lookup needs a feature that most orgs lack; expected Restrict or SetNull';
    problems.push(problemAt(childNamed(field, 'deleteConstraint'), message));
  }
  if (childNamed(field, 'lookupFilter')) {
    problems.push(
      problemAt(childNamed(field, 'lookupFilter'), 'The local org does not model lookup filters.'),
    );
  }
  if (type === 'MasterDetail')
    problems.push(...checkMaster(objectName, parent.name, field, org.schema.object));
  return problems;
}

/** A master may itself be a detail, three levels deep; users and details of the object cannot be masters. */
function checkMaster(
  objectName: string,
  parentName: string,
  field: XmlElement,
  object: DeployContext['org']['schema']['object'],
): ComponentProblem[] {
  const at = childNamed(field, 'referenceTo');
  if (parentName === 'User')
    return [problemAt(at, 'User cannot be the master of a Master-Detail relationship')];
  if (!object(objectName)?.custom) {
    return [problemAt(at, `Cannot create a Master-Detail relationship on the standard object ${objectName}`)];
  }
  const mastersOf = (name: string): string[] =>
    [...(object(name)?.fields.values() ?? [])]
      .filter(({ reference }) => reference?.masterDetail)
      .flatMap(({ reference }) => reference!.to);
  let level = [parentName];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (level.includes(objectName)) return [problemAt(at, `${objectName} cannot be its own master`)];
    if (depth > 3) return [problemAt(at, 'A Master-Detail relationship can be three levels deep at most')];
    level = level.flatMap(mastersOf);
  }
  return [];
}
