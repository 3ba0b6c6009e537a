import { definitionOf } from '../types/source-component.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { checkNotReferenced } from './references.ts';

/** The file that carries custom labels; it has nothing of its own. */
export const customLabels: ComponentHandler = {
  type: 'CustomLabels',
  deploy: ({ fullName }) =>
    fullName === 'CustomLabels'
      ? []
      : [{ message: `CustomLabels can only be named CustomLabels; found ${fullName}` }],
};

/** One text that components refer to by name. */
export const customLabel: ComponentHandler = {
  type: 'CustomLabel',
  deploy(component) {
    const label = definitionOf(component);
    return [
      ...checkDeveloperName(component.fullName, 'Label Name'),
      ...checkText(label, 'shortDescription', { maxLength: 80 }),
      ...checkText(label, 'value', { maxLength: 1000, missing: 'Required field is missing: value' }),
      ...checkText(label, 'categories', { maxLength: 255 }),
    ];
  },
  remove: (fullName, context) =>
    checkNotReferenced({ type: 'CustomLabel', fullName }, [`label/c\\.${fullName}`], context),
};
