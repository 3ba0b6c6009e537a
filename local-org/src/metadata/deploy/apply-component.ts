import { SalesforceError } from '../../errors.ts';
import { HANDLERS } from '../components/handlers.ts';
import type { ComponentHandler, DeployContext } from '../components/handler.ts';
import type { ComponentProblem } from '../types/component-problem.ts';
import type { SourceComponent } from '../types/source-component.ts';

/** Carries problems out of a transaction, so that what the component wrote is undone. */
class ComponentRefused extends Error {
  readonly problems: ComponentProblem[];

  constructor(problems: ComponentProblem[]) {
    super(problems.map(({ message }) => message).join('; '));
    this.problems = problems;
  }
}

/**
 * Deploys one component and stores its files, or changes nothing and adds to its problems. Answers what
 * happened to it in the org.
 */
export function applyComponent(
  component: SourceComponent,
  context: DeployContext,
): { created: boolean; changed: boolean } {
  const { org } = context;
  const { type, fullName, files } = component;
  const stored = org.metadata.get(type, fullName);
  const isStandardObject = type === 'CustomObject' && !fullName.endsWith('__c');
  const outcome = {
    created: !stored && !isStandardObject,
    changed: !stored || !isSame(stored.files, files),
  };
  if (component.problems.length > 0) return { created: false, changed: false };
  attempt(component, context, (handler) => {
    const problems = handler.deploy(component, context);
    if (problems.length === 0) org.metadata.put({ type, fullName, files });
    return problems;
  });
  return outcome;
}

/** Runs what a component leaves for the end of the deploy. */
export function finishComponent(component: SourceComponent, context: DeployContext): void {
  attempt(component, context, (handler) => handler.finish?.(component, context) ?? []);
}

function attempt(
  component: SourceComponent,
  { org }: DeployContext,
  work: (handler: ComponentHandler) => ComponentProblem[],
): void {
  const handler = HANDLERS.find(({ type }) => type === component.type);
  if (!handler) {
    component.problems.push({ message: `The local org does not model ${component.type}.` });
    return;
  }
  try {
    org.records.transaction(() => {
      const problems = work(handler);
      const errors = problems.filter(({ severity }) => severity !== 'Warning');
      if (errors.length > 0) throw new ComponentRefused(problems);
      component.problems.push(...problems);
    });
  } catch (error) {
    if (error instanceof ComponentRefused) component.problems.push(...error.problems);
    else if (error instanceof SalesforceError) component.problems.push({ message: error.message });
    else throw error;
    org.schemaWriter.reload();
  }
}

function isSame(left: Record<string, string>, right: Record<string, string>): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
