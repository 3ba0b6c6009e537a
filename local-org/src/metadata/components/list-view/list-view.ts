import type { Schema } from '../../../schema/types.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf, splitChildName } from '../../types/source-component.ts';
import { childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { problemAt } from '../problem.ts';
import { CUSTOM_OBJECT_FIELDS, LIST_VIEW_FIELDS } from './list-view-fields.ts';

const MAX_COLUMNS = 15;
const MAX_FILTERS = 10;
const SCOPES = ['Everything', 'Mine', 'MineAndMyGroups', 'Team'];

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
    ];
    const scope = childText(view, 'filterScope') ?? '';
    if (!SCOPES.includes(scope)) {
      const message = `The local org does not model list views of scope ${scope}.`;
      problems.push(problemAt(childNamed(view, 'filterScope'), message));
    }
    if (columns.length > MAX_COLUMNS)
      problems.push(problemAt(view, `A list view has ${MAX_COLUMNS} columns at most`));
    if (filters.length > MAX_FILTERS)
      problems.push(problemAt(view, `A list view has ${MAX_FILTERS} filters at most`));
    return problems;
  },
};

/** The path of the field that a list view names, or undefined where there is none. */
export function listViewFieldPath(name: string, objectName: string, schema: Schema): string | undefined {
  if (/__c$/i.test(name)) return schema.field(objectName, name)?.name;
  const standard = objectName.endsWith('__c') ? CUSTOM_OBJECT_FIELDS : LIST_VIEW_FIELDS[objectName];
  return standard?.[name];
}

function checkField(
  at: XmlElement | undefined,
  name: string,
  objectName: string,
  schema: Schema,
): ComponentProblem[] {
  if (listViewFieldPath(name, objectName, schema) !== undefined) return [];
  const known = objectName.endsWith('__c') || objectName in LIST_VIEW_FIELDS || name.endsWith('__c');
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
  const path = listViewFieldPath(name, objectName, schema)!;
  if (schema.field(objectName, path)?.longText) {
    return [problemAt(at, `The field ${name} is long text and cannot be filtered`)];
  }
  return [];
}

/** `1 AND (2 OR 3)`: only the numbers of filters that exist. */
function checkLogic(view: XmlElement, filters: number): ComponentProblem[] {
  const logic = childText(view, 'booleanFilter');
  if (logic === undefined) return [];
  const at = childNamed(view, 'booleanFilter');
  if (!/^(?:\d+|AND|OR|NOT|[()\s])+$/i.test(logic)) return [problemAt(at, `Invalid filter logic: ${logic}`)];
  const numbers = (logic.match(/\d+/g) ?? []).map(Number);
  const unknown = numbers.filter((number) => number < 1 || number > filters);
  return unknown.map((number) =>
    problemAt(at, `The filter logic names filter ${number}, which does not exist`),
  );
}
