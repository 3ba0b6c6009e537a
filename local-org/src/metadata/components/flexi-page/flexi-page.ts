import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf } from '../../types/source-component.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { problemAt } from '../problem.ts';
import { checkNotReferenced } from '../references.ts';
import { checkComponentInstance, type PageSurroundings } from './check-component-instance.ts';
import { PAGE_TEMPLATES } from './page-templates.ts';

/** A Lightning page, held against its template and the components it places. */
export const flexiPage: ComponentHandler = {
  type: 'FlexiPage',
  deploy(component, context) {
    const page = definitionOf(component);
    const objectName = childText(page, 'sobjectType');
    const problems = [
      ...checkDeveloperName(component.fullName, 'Developer Name'),
      ...checkText(page, 'masterLabel', { maxLength: 80 }),
      ...checkObject(page, objectName, context),
      ...checkTemplate(page),
    ];
    if (childNamed(page, 'parentFlexiPage')) {
      problems.push(
        problemAt(childNamed(page, 'parentFlexiPage'), 'The local org does not model parent pages.'),
      );
    }
    const regions = childrenNamed(page, 'flexiPageRegions');
    const facets = regions.filter((region) => childText(region, 'type') === 'Facet');
    const surroundings: PageSurroundings = {
      pageType: childText(page, 'type') ?? '',
      objectName,
      facets: new Set(facets.map((facet) => childText(facet, 'name') ?? '')),
      context,
    };
    return [
      ...problems,
      ...checkIdentifiers(regions),
      ...regions.flatMap((region) => checkItems(region, surroundings)),
    ];
  },
  remove: (fullName, context) => checkNotReferenced({ type: 'FlexiPage', fullName }, [fullName], context),
};

function checkObject(
  page: XmlElement,
  objectName: string | undefined,
  { org }: DeployContext,
): ComponentProblem[] {
  const isRecordPage = childText(page, 'type') === 'RecordPage';
  if (objectName === undefined) {
    return isRecordPage ? [problemAt(page, 'Required field is missing: sobjectType')] : [];
  }
  if (org.schema.object(objectName)) return [];
  return [
    problemAt(
      childNamed(page, 'sobjectType'),
      `In field: sobjectType - no CustomObject named ${objectName} found`,
    ),
  ];
}

function checkTemplate(page: XmlElement): ComponentProblem[] {
  const at = childNamed(page, 'template');
  const name = childText(at, 'name') ?? '';
  const type = childText(page, 'type') ?? '';
  const template = PAGE_TEMPLATES[name];
  if (!template) return [problemAt(at, `The local org does not model the page template ${name}.`)];
  if (template.pageType !== type) {
    const message = `The template ${name} can't be used on a page of type ${type}; expected ${template.pageType}`;
    return [problemAt(at, message)];
  }
  const seen = new Set<string>();
  return childrenNamed(page, 'flexiPageRegions').flatMap((region) => {
    const regionName = childText(region, 'name') ?? '';
    const problems: ComponentProblem[] = [];
    if (seen.has(regionName))
      problems.push(problemAt(region, `The region ${regionName} stands more than once on the page`));
    seen.add(regionName);
    if (childText(region, 'type') === 'Region' && !template.regions.includes(regionName)) {
      const expected = template.regions.join(', ');
      const message = `The region ${regionName} is not defined on the template ${name}; expected one of ${expected}`;
      problems.push(problemAt(childNamed(region, 'name'), message));
    }
    return problems;
  });
}

/** From version 53 every item carries an identifier of its own. */
function checkIdentifiers(regions: readonly XmlElement[]): ComponentProblem[] {
  const seen = new Set<string>();
  return itemsOf(regions).flatMap(({ kind, item }) => {
    const identifier = childText(item, 'identifier');
    const what = childText(item, kind === 'componentInstance' ? 'componentName' : 'fieldItem') ?? '';
    if (identifier === undefined) return [problemAt(item, `The ${what} ${kind} needs an identifier`)];
    if (seen.has(identifier)) {
      return [
        problemAt(
          childNamed(item, 'identifier'),
          `The identifier ${identifier} is used more than once on the page`,
        ),
      ];
    }
    seen.add(identifier);
    return [];
  });
}

function checkItems(region: XmlElement, page: PageSurroundings): ComponentProblem[] {
  return itemsOf([region]).flatMap(({ kind, item }) =>
    kind === 'componentInstance' ? checkComponentInstance(item, page) : checkFieldInstance(item, page),
  );
}

function checkFieldInstance(item: XmlElement, { objectName, context }: PageSurroundings): ComponentProblem[] {
  const fieldItem = childText(item, 'fieldItem') ?? '';
  const at = childNamed(item, 'fieldItem');
  const fieldName = /^Record\.(\w+)$/.exec(fieldItem)?.[1];
  if (fieldName === undefined)
    return [problemAt(at, `fieldItem ${fieldItem} is no field of the record; expected Record.<field>`)];
  if (context.org.schema.field(objectName ?? '', fieldName)) return [];
  return [problemAt(at, `In field: fieldItem - no CustomField named ${objectName}.${fieldName} found`)];
}

function itemsOf(regions: readonly XmlElement[]) {
  return regions.flatMap((region) =>
    childrenNamed(region, 'itemInstances').flatMap((instance) =>
      instance.children
        .filter(({ name }) => name === 'componentInstance' || name === 'fieldInstance')
        .map((item) => ({ kind: item.name, item })),
    ),
  );
}
