import { COMPONENTS_IN_ORDER } from '../components/handlers.ts';
import type { DeployContext } from '../components/handler.ts';
import { isCarrier } from '../package/is-carrier.ts';
import type { Manifest } from '../package/read-manifest.ts';
import type { DeployPackage } from '../package/read-package.ts';
import type { SourceComponent } from '../types/source-component.ts';
import { applyComponent, finishComponent } from './apply-component.ts';
import { problemMessage, successMessage, type DeployMessage, type MessageFrame } from './deploy-message.ts';
import type { DeployOptions } from './deploy-options.ts';
import { orderFields } from './order-fields.ts';
import { removeMembers } from './remove-members.ts';

export interface AppliedPackage {
  messages: DeployMessage[];
  /** Whether what was done stands. False for a check and for a rolled-back failure. */
  kept: boolean;
}

/** Thrown inside the transaction to undo it; never leaves this file. */
class Undo extends Error {}

/** Brings a package into the org in one transaction, or finds out what would happen and undoes it. */
export function applyPackage(
  source: DeployPackage,
  components: readonly SourceComponent[],
  context: DeployContext,
  options: DeployOptions,
  messages: DeployMessage[],
  frame: MessageFrame,
): AppliedPackage {
  const { org } = context;
  try {
    org.records.transaction(() => {
      for (const manifest of source.destructiveBefore) {
        messages.push(...removeMembers(manifest, context, frame));
      }
      messages.push(...deployComponents(source.manifest, components, context, frame));
      for (const manifest of source.destructiveAfter) {
        messages.push(...removeMembers(manifest, context, frame));
      }
      const failed = messages.some(({ success }) => !success);
      if (options.checkOnly || (failed && options.rollbackOnError)) throw new Undo();
    });
  } catch (error) {
    org.schemaWriter.reload();
    if (!(error instanceof Undo)) throw error;
    return { messages, kept: false };
  }
  return { messages, kept: true };
}

function deployComponents(
  manifest: Manifest,
  components: readonly SourceComponent[],
  context: DeployContext,
  frame: MessageFrame,
): DeployMessage[] {
  const messages: DeployMessage[] = [];
  const deployed = COMPONENTS_IN_ORDER.flatMap((type) => {
    const ofType = components.filter((one) => one.type === type);
    return type === 'CustomField' ? orderFields(ofType) : ofType;
  })
    .concat(components.filter((one) => !COMPONENTS_IN_ORDER.includes(one.type)))
    .filter((component) => component.problems.length > 0 || !isCarrier(manifest, component));
  const outcomes = deployed.map((component) => ({
    component,
    outcome: applyComponent(component, context),
  }));
  for (const { component, outcome } of outcomes) {
    if (!hasErrors(component)) finishComponent(component, context);
    messages.push(...component.problems.map((problem) => problemMessage(component, problem, frame)));
    if (component.problems.length === 0) messages.push(successMessage(component, outcome, frame));
  }
  const subject = { type: '', fullName: 'package.xml', fileName: manifest.fileName };
  messages.push(successMessage(subject, { changed: true }, frame));
  return messages;
}

function hasErrors(component: SourceComponent): boolean {
  return component.problems.some(({ severity }) => severity !== 'Warning');
}
