import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf, splitChildName } from '../../types/source-component.ts';
import { childNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler } from '../handler.ts';
import { checkCustomName, checkText } from '../names.ts';
import { problemAt } from '../problem.ts';
import { checkNotReferenced } from '../references.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkRanges } from './check-ranges.ts';
import { checkReference } from './check-reference.ts';
import { checkValueSet } from './check-value-set.ts';
import { readDefaultValue } from './read-default-value.ts';
import { readFieldDef } from './read-field-def.ts';

const MAX_LABEL = 40;
const MAX_HELP_TEXT = 510;
const MAX_DESCRIPTION = 1000;

/** A field of a standard or custom object. */
export const customField: ComponentHandler = {
  type: 'CustomField',
  deploy(component, context) {
    const field = definitionOf(component);
    const [objectName, fieldName] = splitChildName(component.fullName);
    const object = context.org.schema.object(objectName);
    if (!object)
      return [problemAt(field, `Entity of type 'CustomObject' named '${objectName}' cannot be found`)];
    if (!fieldName.endsWith('__c')) {
      return [
        problemAt(field, `The local org does not model changes to the standard field ${component.fullName}.`),
      ];
    }
    const shape = [...checkCustomName(fieldName, 'Field Name'), ...checkAttributes(field)];
    if (shape.length > 0) return shape;
    const problems = [
      ...checkTexts(field),
      ...checkRanges(field),
      ...checkValueSet(field),
      ...checkDefault(field),
      ...checkReference(object.name, fieldName, field, context),
      ...checkSharing(object.sharingModel, field),
    ];
    if (problems.length === 0)
      context.org.schemaWriter.saveField(object.name, readFieldDef(fieldName, field));
    return problems;
  },
  remove(fullName, context) {
    const [objectName, fieldName] = splitChildName(fullName);
    const problems = checkNotReferenced({ type: 'CustomField', fullName }, [fieldName], context);
    if (problems.length === 0) context.org.schemaWriter.removeField(objectName, fieldName);
    return problems;
  },
};

function checkTexts(field: XmlElement): ComponentProblem[] {
  return [
    ...checkText(field, 'label', {
      maxLength: MAX_LABEL,
      missing: 'Must specify a non-empty label for the CustomField',
    }),
    ...checkText(field, 'inlineHelpText', { maxLength: MAX_HELP_TEXT }),
    ...checkText(field, 'description', { maxLength: MAX_DESCRIPTION }),
  ];
}

function checkDefault(field: XmlElement): ComponentProblem[] {
  const text = childText(field, 'defaultValue');
  if (text === undefined) return [];
  const read = readDefaultValue(childText(field, 'type') ?? '', text);
  return 'problem' in read ? [problemAt(childNamed(field, 'defaultValue'), read.problem)] : [];
}

/** An object whose sharing follows its parent, and a parent to follow, come together. */
function checkSharing(sharingModel: string, field: XmlElement): ComponentProblem[] {
  const isMaster = childText(field, 'type') === 'MasterDetail';
  if (!isMaster || sharingModel === 'ControlledByParent') return [];
  const message = `A detail object must have sharingModel ControlledByParent; found ${sharingModel}`;
  return [problemAt(childNamed(field, 'type'), message)];
}
