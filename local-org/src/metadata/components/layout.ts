import type { ComponentProblem } from '../types/component-problem.ts';
import { definitionOf } from '../types/source-component.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from './handler.ts';
import { notFound, problemAt } from './problem.ts';

/** Fields that a page layout shows as one, where the schema holds their parts. */
const COMPOUND_FIELDS = ['BillingAddress', 'ShippingAddress', 'MailingAddress', 'OtherAddress', 'Name'];

/** A page layout, `Account-Account Layout`: every field and related list it names exists. */
export const layout: ComponentHandler = {
  type: 'Layout',
  deploy(component, context) {
    const definition = definitionOf(component);
    const dash = component.fullName.indexOf('-');
    const objectName = component.fullName.slice(0, Math.max(dash, 0));
    const object = context.org.schema.object(objectName);
    if (!object) {
      const message = `The layout ${component.fullName} is for no object; expected the name <Object>-<Label>`;
      return [problemAt(definition, message)];
    }
    return [
      ...checkItems(definition, objectName, context),
      ...checkRelatedLists(definition, objectName, context),
      ...checkRequired(
        definition,
        [...object.fields.values()].filter(isRequired).map(({ name }) => name),
      ),
    ];
  },
};

function itemsOf(layoutElement: XmlElement): XmlElement[] {
  return childrenNamed(layoutElement, 'layoutSections').flatMap((section) =>
    childrenNamed(section, 'layoutColumns').flatMap((column) => childrenNamed(column, 'layoutItems')),
  );
}

function checkItems(definition: XmlElement, objectName: string, { org }: DeployContext): ComponentProblem[] {
  const seen = new Set<string>();
  return itemsOf(definition).flatMap((item) => {
    const name = childText(item, 'field');
    const at = childNamed(item, 'field');
    if (name === undefined) return [];
    if (seen.has(name)) return [problemAt(at, `The field ${name} stands more than once on the layout`)];
    seen.add(name);
    if (org.schema.field(objectName, name) || COMPOUND_FIELDS.includes(name)) return [];
    return [notFound(at, 'field', 'CustomField', `${objectName}.${name}`)];
  });
}

/** Custom related lists go by `Child__c.Lookup__c`; standard ones by names of their own, which are taken as they are. */
function checkRelatedLists(
  definition: XmlElement,
  objectName: string,
  { org }: DeployContext,
): ComponentProblem[] {
  return childrenNamed(definition, 'relatedLists').flatMap((list) => {
    const name = childText(list, 'relatedList') ?? '';
    const [child, field] = name.split('.');
    if (!name.endsWith('__c') || !child || !field) return [];
    if (org.schema.field(child, field)?.reference?.to.includes(objectName)) return [];
    return [problemAt(childNamed(list, 'relatedList'), `Cannot find related list:${name}`)];
  });
}

function isRequired(field: {
  custom: boolean;
  nillable: boolean;
  type: string;
  createable: boolean;
}): boolean {
  return field.custom && !field.nillable && field.createable && field.type !== 'boolean';
}

/** A field that must be filled cannot be left off the layout. */
function checkRequired(definition: XmlElement, required: readonly string[]): ComponentProblem[] {
  const shown = new Set(itemsOf(definition).map((item) => childText(item, 'field')));
  return required
    .filter((name) => !shown.has(name))
    .map((name) => problemAt(definition, `Layout must contain an item for required layout field: ${name}`));
}
