import { definitionOf } from '../types/source-component.ts';
import { childNamed, childText } from '../xml/xml-element.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName } from './names.ts';
import { problemAt } from './problem.ts';
import { checkNotReferenced } from './references.ts';

const MAX_CHARACTERS = 5 * 1024 * 1024;
const REPLACEMENT_CHARACTER = '\uFFFD';

/** A file that components load by name. The local org keeps text; anything else is refused, not garbled. */
export const staticResource: ComponentHandler = {
  type: 'StaticResource',
  deploy(component) {
    const resource = definitionOf(component);
    const content = component.files[`${component.fullName}.resource`];
    const problems = checkDeveloperName(component.fullName, 'Static Resource Name');
    if (content === undefined) {
      return [...problems, { message: `The static resource ${component.fullName} has no content file` }];
    }
    if (content.length > MAX_CHARACTERS) problems.push({ message: 'A static resource can be 5 MB at most' });
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(childText(resource, 'contentType') ?? '')) {
      problems.push(problemAt(childNamed(resource, 'contentType'), 'contentType must be a MIME type'));
    }
    if (content.includes(REPLACEMENT_CHARACTER)) {
      problems.push({ message: 'The local org does not model static resources that are not text.' });
    }
    return problems;
  },
  remove: (fullName, context) =>
    checkNotReferenced({ type: 'StaticResource', fullName }, [`resourceUrl/${fullName}`], context),
};
