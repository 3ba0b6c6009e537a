import { definitionOf } from '../types/source-component.ts';
import { childFlag, childNamed, childText } from '../xml/xml-element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { notFound, problemAt } from './problem.ts';
import { checkNotReferenced } from './references.ts';

const CONTENTS = ['customObject', 'flexiPage', 'lwcComponent', 'auraComponent', 'page', 'scontrol', 'url'];

/** A tab of a custom object, a Lightning app page, a component or a URL. */
export const customTab: ComponentHandler = {
  type: 'CustomTab',
  deploy(component, { org, isDeployed }) {
    const tab = definitionOf(component);
    const { fullName } = component;
    const contents = CONTENTS.filter((name) =>
      name === 'customObject' ? childFlag(tab, name) : childNamed(tab, name),
    );
    if (contents.length !== 1) {
      const found = contents.join(', ') || 'none';
      return [problemAt(tab, `A tab needs exactly one of ${CONTENTS.join(', ')}; found ${found}`)];
    }
    const problems =
      childText(tab, 'motif') === undefined ? [problemAt(tab, 'Required field is missing: motif')] : [];
    const [content] = contents as [string];
    if (content === 'customObject') {
      if (!org.schema.object(fullName)?.custom)
        problems.push(notFound(tab, 'fullName', 'CustomObject', fullName));
      return problems;
    }
    problems.push(...checkDeveloperName(fullName, 'Tab Name'));
    problems.push(...checkText(tab, 'label', { maxLength: 40, missing: 'Required field is missing: label' }));
    const at = childNamed(tab, content);
    const name = childText(tab, content) ?? '';
    if (content === 'flexiPage') {
      const page = org.metadata.get('FlexiPage', name);
      const type = page && childText(parseXml(Object.values(page.files)[0] ?? ''), 'type');
      if (!page) problems.push(notFound(at, 'flexiPage', 'FlexiPage', name));
      else if (type !== 'AppPage')
        problems.push(problemAt(at, `A tab shows a page of type AppPage; ${name} is a ${type}`));
    } else if (content === 'lwcComponent') {
      if (!isDeployed('LightningComponentBundle', name)) {
        problems.push(notFound(at, 'lwcComponent', 'LightningComponentBundle', name));
      }
    } else if (content !== 'url') {
      problems.push(problemAt(at, `The local org does not model tabs of ${content}.`));
    }
    return problems;
  },
  remove: (fullName, context) => checkNotReferenced({ type: 'CustomTab', fullName }, [fullName], context),
};
