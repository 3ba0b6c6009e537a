import type { ComponentProblem } from '../types/component-problem.ts';
import { listedType } from '../types/component-type.ts';
import type { SourceComponent } from '../types/source-component.ts';

/**
 * One line of a deploy's result, as the API names its parts.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deployresult.htm
 */
export interface DeployMessage {
  changed: boolean;
  columnNumber?: number;
  componentType: string;
  created: boolean;
  createdDate: string;
  deleted: boolean;
  fileName: string;
  fullName: string;
  lineNumber?: number;
  problem?: string;
  problemType?: 'Error' | 'Warning';
  success: boolean;
  /** Some API versions carry it beside `problemType`; the CLI reads either. */
  warning: boolean;
}

/** What the lines of one deploy have in common. */
export interface MessageFrame {
  createdDate: string;
  /** Whether a warning lets the deploy succeed; else it fails like an error. */
  ignoreWarnings: boolean;
}

type Subject = Pick<SourceComponent, 'type' | 'fullName' | 'fileName' | 'position'>;

/**
 * The line for something wrong.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_deploy.htm for ignoreWarnings
 */
export function problemMessage(
  subject: Subject,
  problem: ComponentProblem,
  frame: MessageFrame,
): DeployMessage {
  // For bundles the platform states the place in the text, and the CLI reads it from there only.
  const isBundle = subject.type === 'LightningComponentBundle';
  const isWarning = problem.severity === 'Warning';
  const line = problem.line ?? subject.position?.line;
  const column = problem.line === undefined ? subject.position?.column : problem.column;
  return {
    changed: false,
    ...(column === undefined ? {} : { columnNumber: column }),
    componentType: listedType(subject.type),
    created: false,
    createdDate: frame.createdDate,
    deleted: false,
    fileName: problem.fileName ?? subject.fileName,
    fullName: subject.fullName,
    ...(line === undefined ? {} : { lineNumber: line }),
    problem:
      isBundle && line !== undefined
        ? `[Line: ${line}, Col: ${column ?? 1}] ${problem.message}`
        : problem.message,
    problemType: isWarning ? 'Warning' : 'Error',
    success: isWarning && frame.ignoreWarnings,
    warning: isWarning,
  };
}

/** The line for a component that went in, or was deleted. */
export function successMessage(
  subject: Subject,
  outcome: { created?: boolean; changed?: boolean; deleted?: boolean },
  frame: MessageFrame,
): DeployMessage {
  return {
    changed: outcome.changed ?? true,
    componentType: listedType(subject.type),
    created: outcome.created ?? false,
    createdDate: frame.createdDate,
    deleted: outcome.deleted ?? false,
    fileName: subject.fileName,
    fullName: subject.fullName,
    success: true,
    warning: false,
  };
}
