import type { Org } from '../../org.ts';
import type { UserContext } from '../../security/types.ts';
import { HANDLERS } from '../components/handlers.ts';
import { collectComponents } from '../package/collect-components.ts';
import { PackageError } from '../package/package-error.ts';
import { readPackage } from '../package/read-package.ts';
import { loadMetadataSchema } from '../schema/load-metadata-schema.ts';
import { applyPackage, type AppliedPackage } from './apply-package.ts';
import { checkManifest } from './check-manifest.ts';
import { createDeployContext } from './deploy-context.ts';
import { problemMessage, type DeployMessage } from './deploy-message.ts';
import type { DeployOptions } from './deploy-options.ts';

/** What happens to a deploy while it runs; the job shows it to those who poll. */
export interface DeployProgress {
  /** Called once, when it is known how many components there are. */
  total(count: number): void;
  /** Called for each component that has been processed, with the type in hand. */
  processed(type: string, failed: boolean): void;
  /** Whether someone asked to stop; nothing is changed after that. */
  isCanceled(): boolean;
}

export type DeployOutcome =
  | (AppliedPackage & { kind: 'finished'; zipFiles: number })
  | { kind: 'canceled' }
  /** The package itself cannot be read; there are no components to speak of. */
  | { kind: 'unreadable'; failure: DeployMessage };

/**
 * Runs one deploy from zip to outcome. Reading, checking and compiling give way to other requests between
 * components; everything that changes the org then happens at once, in one transaction.
 */
export async function runDeploy(
  org: Org,
  user: UserContext,
  zip: Uint8Array,
  options: DeployOptions,
  progress: DeployProgress,
): Promise<DeployOutcome> {
  const frame = { createdDate: org.now().toISOString(), ignoreWarnings: options.ignoreWarnings };
  try {
    const source = readPackage(zip);
    const schema = await loadMetadataSchema();
    const { components, strays } = collectComponents(source, schema);
    progress.total(components.length);
    const findings = checkManifest(source.manifest, components, strays, schema, options.allowMissingFiles);
    const context = createDeployContext(org, user, components);
    for (const component of components) {
      await new Promise(setImmediate);
      if (progress.isCanceled()) return { kind: 'canceled' };
      const handler = HANDLERS.find(({ type }) => type === component.type);
      if (handler?.prepare && component.problems.length === 0) {
        component.problems.push(...(await handler.prepare(component, context)));
      }
      progress.processed(component.type, component.problems.length > 0);
    }
    const messages = findings.map(({ subject, problem }) => problemMessage(subject, problem, frame));
    const applied = applyPackage(source, components, context, options, messages, frame);
    return { kind: 'finished', zipFiles: source.files.size, ...applied };
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const subject = { type: '', fullName: 'package.xml', fileName: error.fileName };
    const problem = { message: error.message, line: error.line, column: error.column };
    return { kind: 'unreadable', failure: problemMessage(subject, problem, frame) };
  }
}
