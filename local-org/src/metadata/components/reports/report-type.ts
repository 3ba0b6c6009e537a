import { parseXml } from '../../xml/parse-xml.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf } from '../../types/source-component.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { joinOf, readReportType, reportTypeApiName } from '../../../reports/model/report-type.ts';
import { resolveReportField } from '../../../reports/model/resolve-field.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { notFound, problemAt } from '../problem.ts';
import { checkNotReferenced } from '../references.ts';

/** Objects of the platform that are no base of a custom report type, or that reports reach in ways of their own. */
const NO_BASE: ReadonlySet<string> = new Set(['Task', 'Event', 'Report', 'Dashboard', 'Folder']);
const MAX_LABEL = 50;

/** A custom report type: one object, and the fields of it and of its lookups that reports may use. */
export const reportType: ComponentHandler = {
  type: 'ReportType',
  deploy(component, context) {
    const root = definitionOf(component);
    const join = joinOf(root);
    return [
      ...checkDeveloperName(component.fullName, 'Report Type Name'),
      ...checkText(root, 'label', { maxLength: MAX_LABEL, missing: 'Required field is missing: label' }),
      ...checkText(root, 'description', { maxLength: 255 }),
      ...(join
        ? [
            problemAt(
              join,
              'The local org does not model report types that join objects; it follows lookups.',
            ),
          ]
        : []),
      ...checkBase(root, context),
    ];
  },
  remove: (fullName, context) =>
    // Reports alone speak of report types; a field of the same name is another thing.
    checkNotReferenced({ type: 'ReportType', fullName }, [reportTypeApiName(fullName)], context, ['Report']),
};

function checkBase(root: XmlElement, context: DeployContext): ComponentProblem[] {
  const { baseObject } = readReportType('', root);
  const at = childNamed(root, 'baseObject');
  const object = context.org.schema.object(baseObject);
  if (!object) return [notFound(at, 'baseObject', 'CustomObject', baseObject)];
  if (NO_BASE.has(object.name)) {
    return [problemAt(at, `The local org does not model custom report types of ${object.name}.`)];
  }
  if (object.custom && !enablesReports(object.name, context)) {
    return [problemAt(at, `${baseObject} does not allow reports: set enableReports on the object`)];
  }
  const sections = childrenNamed(root, 'sections');
  if (sections.length === 0) return [problemAt(root, 'A report type needs at least one section of columns')];
  return sections.flatMap((section) => checkColumns(section, object.name, context));
}

function enablesReports(objectName: string, { org }: DeployContext): boolean {
  const text = Object.values(org.metadata.get('CustomObject', objectName)?.files ?? {})[0];
  return text === undefined || childFlag(parseXml(text), 'enableReports');
}

function checkColumns(section: XmlElement, baseObject: string, { org }: DeployContext): ComponentProblem[] {
  const seen = new Set<string>();
  return childrenNamed(section, 'columns').flatMap((column) => {
    const table = childText(column, 'table') ?? '';
    const field = childText(column, 'field') ?? '';
    if (table !== baseObject) {
      return [problemAt(childNamed(column, 'table'), `Invalid table '${table}'; expected ${baseObject}`)];
    }
    if (!resolveReportField(org.schema, baseObject, field)) {
      const message = `Invalid field '${field}' for ${baseObject}; lookups go by their own name (Owner, CS_Account__c), and on to a field after a dot`;
      return [problemAt(childNamed(column, 'field'), message)];
    }
    if (seen.has(field))
      return [problemAt(column, `The field ${field} stands more than once in its section`)];
    seen.add(field);
    return [];
  });
}
