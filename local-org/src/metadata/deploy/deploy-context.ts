import type { Org } from '../../org.ts';
import type { UserContext } from '../../security/types.ts';
import type { DeployContext } from '../components/handler.ts';
import type { SourceComponent } from '../types/source-component.ts';
import { createPlannedSchema } from './planned-schema.ts';

/** Gathers what the handlers of one deploy share. */
export function createDeployContext(
  org: Org,
  user: UserContext,
  components: readonly SourceComponent[],
): DeployContext {
  const inPackage = new Set(components.map(({ type, fullName }) => `${type}:${fullName}`));
  const isDeployed = (type: string, fullName: string): boolean =>
    org.metadata.get(type, fullName) !== undefined;
  return {
    org,
    user,
    components,
    plannedSchema: createPlannedSchema(org.schema, components),
    isDeployed,
    isLeaving: () => false,
    isPlanned: (type, fullName) => inPackage.has(`${type}:${fullName}`) || isDeployed(type, fullName),
  };
}
