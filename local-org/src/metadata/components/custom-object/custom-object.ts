import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf, splitChildName, type SourceComponent } from '../../types/source-component.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { checkActionOverride } from '../action-overrides.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { checkCustomName, checkText } from '../names.ts';
import { problemAt } from '../problem.ts';
import { checkNotReferenced } from '../references.ts';
import { checkNameField, readNameField } from './name-field.ts';
import { readObjectDef } from './read-object-def.ts';

const MAX_LABEL = 40;
const MAX_DESCRIPTION = 1000;
const SHARING_MODELS = ['Private', 'Read', 'ReadWrite', 'ControlledByParent'];

/** A custom object's own attributes, or what a package adds to a standard object. */
export const customObject: ComponentHandler = {
  type: 'CustomObject',
  deploy(component, context) {
    const object = definitionOf(component);
    const { schema, schemaWriter } = context.org;
    if (!component.fullName.endsWith('__c')) return checkStandardObject(component, object, context);
    const problems = [...checkCustomName(component.fullName, 'Object Name'), ...checkCustomObject(object)];
    problems.push(...checkParent(component, object, context));
    if (problems.length > 0) return problems;
    const name = schema.object(component.fullName)?.name ?? component.fullName;
    schemaWriter.saveObject(readObjectDef(name, object));
    schemaWriter.saveField(name, readNameField(object));
    return [];
  },
  finish(component, context) {
    const object = definitionOf(component);
    const overrides = childrenNamed(object, 'actionOverrides').flatMap((override) =>
      checkActionOverride(override, component.fullName, context),
    );
    const compact = childText(object, 'compactLayoutAssignment');
    if (compact === undefined || compact === 'SYSTEM') return overrides;
    const fullName = `${component.fullName}.${compact}`;
    if (context.isDeployed('CompactLayout', fullName)) return overrides;
    const at = childNamed(object, 'compactLayoutAssignment');
    return [
      ...overrides,
      problemAt(at, `In field: compactLayoutAssignment - no CompactLayout named ${fullName} found`),
    ];
  },
  remove(fullName, context) {
    const { org } = context;
    const children = org.schema
      .childRelationships(fullName)
      .filter(({ childObject }) => childObject !== fullName && org.schema.object(childObject)?.custom);
    if (children.length > 0) {
      const names = children.map(({ childObject, field }) => `${childObject}.${field}`).join(', ');
      return [{ message: `${fullName} is referenced elsewhere in salesforce.com: ${names}` }];
    }
    const problems = checkNotReferenced({ type: 'CustomObject', fullName }, [fullName], context);
    if (problems.length > 0) return problems;
    org.schemaWriter.removeObject(fullName);
    org.metadata.remove('CustomTab', fullName);
    for (const type of ['CustomField', 'ListView', 'CompactLayout']) {
      for (const child of org.metadata.list(type)) {
        if (splitChildName(child.fullName)[0] === fullName) org.metadata.remove(type, child.fullName);
      }
    }
    return [];
  },
};

function checkStandardObject(
  { fullName }: SourceComponent,
  object: XmlElement,
  { org }: DeployContext,
): ComponentProblem[] {
  if (!org.schema.object(fullName)) {
    return [problemAt(object, `Entity of type 'CustomObject' named '${fullName}' cannot be found`)];
  }
  const sharing = childText(object, 'sharingModel');
  if (sharing === undefined || sharing === org.schema.object(fullName)?.sharingModel) return [];
  const message = `The local org does not model a change of sharing for the standard object ${fullName}.`;
  return [problemAt(childNamed(object, 'sharingModel'), message)];
}

function checkCustomObject(object: XmlElement): ComponentProblem[] {
  const missing = (what: string): string => `Must specify a non-empty ${what} for the CustomObject`;
  const sharing = childText(object, 'sharingModel');
  const problems = [
    ...checkText(object, 'label', { maxLength: MAX_LABEL, missing: missing('label') }),
    ...checkText(object, 'pluralLabel', { maxLength: MAX_LABEL, missing: missing('pluralLabel') }),
    ...checkText(object, 'description', { maxLength: MAX_DESCRIPTION }),
    ...checkText(object, 'deploymentStatus', { maxLength: 40, missing: missing('deploymentStatus') }),
    ...checkNameField(object),
  ];
  const at = childNamed(object, 'sharingModel');
  if (sharing === undefined) problems.push(problemAt(object, missing('sharingModel')));
  else if (!SHARING_MODELS.includes(sharing)) {
    const expected = SHARING_MODELS.join(', ');
    problems.push(
      problemAt(at, `sharingModel ${sharing} is not valid for a custom object; expected one of ${expected}`),
    );
  }
  // The three stand and fall together. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm
  const enterprise = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'].filter((name) =>
    childNamed(object, name),
  );
  const flags = new Set(enterprise.map((name) => childFlag(object, name)));
  if (flags.size > 1) {
    const message = 'enableBulkApi, enableSharing and enableStreamingApi must all be true or all be false';
    problems.push(problemAt(childNamed(object, enterprise[0]!), message));
  }
  return problems;
}

/** Sharing that follows a parent needs a master-detail field, in the org or in this package. */
function checkParent(
  { fullName }: SourceComponent,
  object: XmlElement,
  { org, components }: DeployContext,
): ComponentProblem[] {
  if (childText(object, 'sharingModel') !== 'ControlledByParent') return [];
  const inOrg = [...(org.schema.object(fullName)?.fields.values() ?? [])].some(
    ({ reference }) => reference?.masterDetail,
  );
  const inPackage = components.some(
    ({ type, parent, root }) =>
      type === 'CustomField' && parent?.fullName === fullName && childText(root, 'type') === 'MasterDetail',
  );
  if (inOrg || inPackage) return [];
  const message = `sharingModel ControlledByParent needs a Master-Detail field on ${fullName}; there is none`;
  return [problemAt(childNamed(object, 'sharingModel'), message)];
}
