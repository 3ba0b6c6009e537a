import { definitionOf } from '../../types/source-component.ts';
import { childNamed, childText } from '../../xml/xml-element.ts';
import type { ComponentHandler } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { problemAt } from '../problem.ts';

/** An external client app: what other systems log in as. Its OAuth parts are components of their own. */
export const externalClientApplication: ComponentHandler = {
  type: 'ExternalClientApplication',
  deploy(component) {
    const app = definitionOf(component);
    const problems = [
      ...checkDeveloperName(component.fullName, 'External Client App Name'),
      ...checkText(app, 'label', { maxLength: 80, missing: 'Required field is missing: label' }),
      ...checkText(app, 'description', { maxLength: 255 }),
    ];
    const email = childText(app, 'contactEmail');
    if (email === undefined || !/^[^@\s]+@[^@\s]+$/.test(email)) {
      const found = email ?? 'none';
      problems.push(
        problemAt(
          childNamed(app, 'contactEmail') ?? app,
          `contactEmail must be an email address; found ${found}`,
        ),
      );
    }
    const state = childText(app, 'distributionState');
    if (state !== undefined && state !== 'Local') {
      const message = `The local org does not model external client apps of distributionState ${state}.`;
      problems.push(problemAt(childNamed(app, 'distributionState'), message));
    }
    return problems;
  },
};
