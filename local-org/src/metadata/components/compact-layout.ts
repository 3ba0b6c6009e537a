import { definitionOf, splitChildName } from '../types/source-component.ts';
import { childrenNamed } from '../xml/xml-element.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { notFound, problemAt } from './problem.ts';

const MAX_FIELDS = 10;

/** The fields of a record's highlights. */
export const compactLayout: ComponentHandler = {
  type: 'CompactLayout',
  deploy(component, { org }) {
    const layout = definitionOf(component);
    const [objectName, name] = splitChildName(component.fullName);
    const fields = childrenNamed(layout, 'fields');
    const problems = [
      ...checkDeveloperName(name, 'Compact Layout Name'),
      ...checkText(layout, 'label', { maxLength: 80 }),
    ];
    if (fields.length === 0) problems.push(problemAt(layout, 'A compact layout needs at least one field'));
    if (fields.length > MAX_FIELDS)
      problems.push(problemAt(layout, `A compact layout has ${MAX_FIELDS} fields at most`));
    for (const element of fields) {
      const fieldName = element.text.trim();
      const field = org.schema.field(objectName, fieldName);
      if (!field) problems.push(notFound(element, 'fields', 'CustomField', `${objectName}.${fieldName}`));
      else if (field.longText || field.type === 'multipicklist') {
        problems.push(problemAt(element, `The field ${fieldName} cannot stand in a compact layout`));
      }
    }
    return problems;
  },
};
