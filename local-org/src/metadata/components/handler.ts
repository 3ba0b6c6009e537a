import type { Org } from '../../org.ts';
import type { Schema } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { ComponentProblem } from '../types/component-problem.ts';
import type { SourceComponent } from '../types/source-component.ts';

/** What a handler works with. During `prepare` nothing of the package is in the org yet. */
export interface DeployContext {
  org: Org;
  /** Who deploys. */
  user: UserContext;
  /** Every component of the package, for references that the org will be able to resolve only later. */
  components: readonly SourceComponent[];
  /** The org's schema with the package's objects and fields laid over it. */
  plannedSchema: Schema;
  /** Whether the org or the package holds a component. */
  isPlanned: (type: string, fullName: string) => boolean;
  /** Whether the org holds a component, those of this package that came earlier included. */
  isDeployed: (type: string, fullName: string) => boolean;
  /** Whether the destructive manifest at work deletes a component too: then its references are no hindrance. */
  isLeaving: (type: string, fullName: string) => boolean;
}

/**
 * What deploying one metadata type means. A handler validates first and writes to the org only where it found
 * nothing wrong; the component's files are stored for it.
 */
export interface ComponentHandler {
  readonly type: string;
  /** Work that cannot be done inside the database transaction. */
  prepare?(component: SourceComponent, context: DeployContext): Promise<ComponentProblem[]>;
  deploy(component: SourceComponent, context: DeployContext): ComponentProblem[];
  /** What refers to types that are deployed later; runs after all components are in. */
  finish?(component: SourceComponent, context: DeployContext): ComponentProblem[];
  /** What deleting undoes besides the stored files. Without it the type is deleted by its files alone. */
  remove?(fullName: string, context: DeployContext): ComponentProblem[];
}
