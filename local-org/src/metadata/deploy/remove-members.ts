import { SalesforceError } from '../../errors.ts';
import { COMPONENTS_IN_ORDER, HANDLERS } from '../components/handlers.ts';
import type { DeployContext } from '../components/handler.ts';
import type { Manifest, ManifestMember } from '../package/read-manifest.ts';
import type { ComponentProblem } from '../types/component-problem.ts';
import { problemMessage, successMessage, type DeployMessage, type MessageFrame } from './deploy-message.ts';

/** Deletes what a destructive manifest names, dependents before what they depend on. */
export function removeMembers(
  manifest: Manifest,
  context: DeployContext,
  frame: MessageFrame,
): DeployMessage[] {
  const order = (member: ManifestMember): number => COMPONENTS_IN_ORDER.indexOf(member.type);
  const objects = childrenFirst(manifest, context);
  const members = [...manifest.members].sort(
    (left, right) =>
      order(right) - order(left) || objects.indexOf(left.fullName) - objects.indexOf(right.fullName),
  );
  const leaving = new Set(members.map(({ type, fullName }) => `${type}:${fullName}`));
  const isLeaving = (type: string, fullName: string) => leaving.has(`${type}:${fullName}`);
  return members.flatMap((member) => {
    const subject = { ...member, fileName: manifest.fileName };
    const problems = removeMember(member, { ...context, isLeaving }).map((problem) => ({
      ...member.position,
      ...problem,
    }));
    return problems.length > 0
      ? problems.map((problem) => problemMessage(subject, problem, frame))
      : [successMessage(subject, { deleted: true }, frame)];
  });
}

/** The objects that a manifest deletes, each after those whose records refer to its own. */
function childrenFirst({ members }: Manifest, { org }: DeployContext): string[] {
  const leaving = new Set(
    members.filter(({ type }) => type === 'CustomObject').map(({ fullName }) => fullName),
  );
  const ordered = new Set<string>();
  const visit = (name: string, path: ReadonlySet<string>): void => {
    if (ordered.has(name) || path.has(name)) return;
    for (const { childObject } of org.schema.object(name) ? org.schema.childRelationships(name) : []) {
      if (leaving.has(childObject)) visit(childObject, new Set([...path, name]));
    }
    ordered.add(name);
  };
  for (const name of leaving) visit(name, new Set());
  return [...ordered];
}

function removeMember({ type, fullName }: ManifestMember, context: DeployContext): ComponentProblem[] {
  const { org } = context;
  const handler = HANDLERS.find((candidate) => candidate.type === type);
  if (!handler) return [{ message: `The local org does not model ${type}.` }];
  if (fullName === '*') return [{ message: `Entity type: '${type}' cannot be deleted by a wildcard` }];
  if (!context.isDeployed(type, fullName)) {
    return [{ message: `No ${type} named: ${fullName} found`, severity: 'Warning' }];
  }
  try {
    return org.records.transaction(() => {
      const problems = handler.remove?.(fullName, context) ?? [];
      if (problems.length === 0) org.metadata.remove(type, fullName);
      return problems;
    });
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    org.schemaWriter.reload();
    return [{ message: error.message }];
  }
}
