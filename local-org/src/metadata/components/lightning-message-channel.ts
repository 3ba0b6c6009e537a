import { definitionOf } from '../types/source-component.ts';
import { childrenNamed, childText } from '../xml/xml-element.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { problemAt } from './problem.ts';
import { checkNotReferenced } from './references.ts';

/** A channel on which components of a page talk. */
export const lightningMessageChannel: ComponentHandler = {
  type: 'LightningMessageChannel',
  deploy(component) {
    const channel = definitionOf(component);
    const seen = new Set<string>();
    const fields = childrenNamed(channel, 'lightningMessageFields').flatMap((field) => {
      const name = childText(field, 'fieldName') ?? '';
      if (seen.has(name)) return [problemAt(field, `The message field ${name} stands more than once`)];
      seen.add(name);
      return /^[A-Za-z]\w*$/.test(name)
        ? []
        : [problemAt(field, `${name} is not a valid message field name`)];
    });
    return [
      ...checkDeveloperName(component.fullName, 'Message Channel Name'),
      ...checkText(channel, 'masterLabel', { maxLength: 80 }),
      ...fields,
    ];
  },
  remove: (fullName, context) =>
    checkNotReferenced(
      { type: 'LightningMessageChannel', fullName },
      [`messageChannel/${fullName}__c`],
      context,
    ),
};
