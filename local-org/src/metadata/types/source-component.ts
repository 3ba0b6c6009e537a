import type { XmlElement, XmlPosition } from '../xml/xml-element.ts';
import type { ComponentProblem } from './component-problem.ts';

/** One component of a package, before it is deployed. */
export interface SourceComponent {
  type: string;
  /** `CS_Health_Score__c`, `Account.CS_ARR__c`, `csRisk` */
  fullName: string;
  /** Path in the zip of the file that declares it; the folder for a bundle. */
  fileName: string;
  /** What is stored of it: file name inside the component → content. */
  files: Record<string, string>;
  /** Its definition; absent where the file could not be read. */
  root?: XmlElement;
  /** Where a child component stands in its parent's file. */
  position?: XmlPosition;
  /** The component whose file declares this one. */
  parent?: { type: string; fullName: string };
  /** What was found wrong before any rule of its type ran. */
  problems: ComponentProblem[];
}

/** The definition of a component that was read without a fault. */
export function definitionOf(component: SourceComponent): XmlElement {
  if (!component.root) throw new Error(`${component.type} ${component.fullName} was not read`);
  return component.root;
}

/** `Account.CS_ARR__c` → `['Account', 'CS_ARR__c']` */
export function splitChildName(fullName: string): [parent: string, child: string] {
  const dot = fullName.indexOf('.');
  return [fullName.slice(0, dot), fullName.slice(dot + 1)];
}
