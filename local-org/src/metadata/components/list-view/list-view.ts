import { filterNumbers, parseFilterLogic } from '../../../schema/filter-logic.ts';
import { knowsListViewFields, listViewFieldPath } from '../../../schema/list-view-fields.ts';
import type { Schema } from '../../../schema/types.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf, splitChildName } from '../../types/source-component.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { problemAt } from '../problem.ts';

const MAX_COLUMNS = 15;
const MAX_FILTERS = 10;
/** Queues, teams and territories are not modelled, and neither are the scopes that mean them. */
const SCOPES = ['Everything', 'Mine'];

/** A list of an object's records: columns and filters by field. */
export const listView: ComponentHandler = {
  type: 'ListView',
  deploy(component, { org }) {
    const view = definitionOf(component);
    const [objectName, name] = splitChildName(component.fullName);
    if (!org.schema.object(objectName)) {
      return [problemAt(view, `Entity of type 'CustomObject' named '${objectName}' cannot be found`)];
    }
    const columns = childrenNamed(view, 'columns');
    const filters = childrenNamed(view, 'filters');
    const problems = [
      ...checkDeveloperName(name, 'View Unique Name', 40),
      ...checkText(view, 'label', { maxLength: 40 }),
      ...columns.flatMap((column) => checkField(column, column.text.trim(), objectName, org.schema)),
      ...filters.flatMap((filter) => checkFilter(filter, objectName, org.schema)),
      ...checkLogic(view, filters.length),
      ...checkScope(view, objectName, org.schema),
    ];
    if (columns.length > MAX_COLUMNS)
      problems.push(problemAt(view, `A list view has ${MAX_COLUMNS} columns at most`));
    if (filters.length > MAX_FILTERS)
      problems.push(problemAt(view, `A list view has ${MAX_FILTERS} filters at most`));
    return problems;
  },
};

function checkField(
  at: XmlElement | undefined,
  name: string,
  objectName: string,
  schema: Schema,
): ComponentProblem[] {
  if (listViewFieldPath(schema, objectName, name) !== undefined) return [];
  const known = knowsListViewFields(objectName) || name.endsWith('__c');
  return [
    problemAt(
      at,
      known
        ? `Could not resolve list view column: ${name}`
        : `The local org does not model the standard list view columns of ${objectName}.`,
    ),
  ];
}

function checkFilter(filter: XmlElement, objectName: string, schema: Schema): ComponentProblem[] {
  const name = childText(filter, 'field') ?? '';
  const at = childNamed(filter, 'field');
  const problems = checkField(at, name, objectName, schema);
  if (problems.length > 0) return problems;
  const path = listViewFieldPath(schema, objectName, name)!;
  if (schema.field(objectName, path)?.longText) {
    return [problemAt(at, `The field ${name} is long text and cannot be filtered`)];
  }
  return [];
}

function checkScope(view: XmlElement, objectName: string, schema: Schema): ComponentProblem[] {
  const scope = childText(view, 'filterScope') ?? '';
  const at = childNamed(view, 'filterScope');
  if (!SCOPES.includes(scope)) {
    return [problemAt(at, `The local org does not model list views of scope ${scope}.`)];
  }
  const hasOwner = schema.field(objectName, 'OwnerId') !== undefined;
  if (scope === 'Everything' || hasOwner) return [];
  return [problemAt(at, `Records of ${objectName} have no owner: its list views have the scope Everything`)];
}

/** `1 AND (2 OR 3)`: every filter that there is, and no other. */
function checkLogic(view: XmlElement, filters: number): ComponentProblem[] {
  const logic = childText(view, 'booleanFilter');
  if (logic === undefined) return [];
  const at = childNamed(view, 'booleanFilter');
  const parsed = parseFilterLogic(logic);
  if (!parsed) return [problemAt(at, `Invalid filter logic: ${logic}`)];
  const named = new Set(filterNumbers(parsed));
  const unknown = [...named].filter((number) => number < 1 || number > filters);
  const left = Array.from({ length: filters }, (_, index) => index + 1).filter(
    (number) => !named.has(number),
  );
  return [
    ...unknown.map((number) => `The filter logic names filter ${number}, which does not exist`),
    ...left.map((number) => `The filter logic leaves out filter ${number}`),
  ].map((text) => problemAt(at, text));
}
