import { childNamed, childrenNamed, childText, type XmlElement } from '../../metadata/xml/xml-element.ts';

/** A field that reports of a type may use. */
export interface ReportTypeColumn {
  table: string;
  /** `CS_ARR__c`, or over lookups `CS_Account__c.CS_Tier__c`; standard lookups go without `Id`: `Owner`. */
  field: string;
  /** What the type calls the field in the place of its own label. */
  label?: string;
}

/** A custom report type over one object and what its lookups reach. */
export interface ReportTypeDef {
  name: string;
  label: string;
  baseObject: string;
  columns: ReportTypeColumn[];
}

/** Reads a deployed ReportType. */
export function readReportType(name: string, root: XmlElement): ReportTypeDef {
  return {
    name,
    label: childText(root, 'label') ?? name,
    baseObject: childText(root, 'baseObject') ?? '',
    columns: childrenNamed(root, 'sections').flatMap((section) =>
      childrenNamed(section, 'columns').map((column) => {
        const label = childText(column, 'displayNameOverride');
        return {
          table: childText(column, 'table') ?? '',
          field: childText(column, 'field') ?? '',
          ...(label === undefined ? {} : { label }),
        };
      }),
    ),
  };
}

/** The name by which reports call a custom report type: its own with `__c`. */
export function reportTypeApiName(name: string): string {
  return `${name}__c`;
}

/** Whether a type joins a second object, which the local org does not model. */
export function joinOf(root: XmlElement): XmlElement | undefined {
  return childNamed(root, 'join');
}
