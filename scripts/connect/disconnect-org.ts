import type { Steps } from '../process/steps.ts';
import type { OrgCli } from '../sf/org-cli.ts';
import type { ConnectionState } from './connection-state.ts';
import { removeClientApp } from './deploy-client-app.ts';
import { updateEnvFile } from './env-file.ts';

/** How many steps it takes. */
export const DISCONNECT_STEPS = 4;

/**
 * Undoes what connecting did, and only that: a user or an assignment that was there before stays. Org first and this
 * machine last, so that a failure leaves the record to try again with.
 */
export async function disconnectOrg(
  org: OrgCli,
  state: ConnectionState,
  steps: Pick<Steps, 'run'>,
): Promise<void> {
  const record = state.read();
  if (!record) return;
  await steps.run('Remove the External Client App', async (progress) => {
    if (record.appDeployed) await removeClientApp(org, state.folder);
    progress(record.appDeployed ? 'nobody can log in by it any more' : 'none was deployed');
  });
  await steps.run('Take back the permission set', async (progress) => {
    const assigned = [
      ['PermissionSetAssignment', record.permissionSetAssignmentId],
      ['PermissionSetLicenseAssign', record.licenseAssignmentId],
    ] as const;
    for (const [object, id] of assigned) if (id) await removeIfThere(org, object, id);
    progress(record.permissionSetAssignmentId ? 'CS_Companion' : 'it was assigned before, and stays');
  });
  await steps.run('Deactivate the integration user', async (progress) => {
    // Salesforce deletes no users.
    if (record.user?.created) await org.update('User', record.user.id, { IsActive: false });
    progress(record.user?.created ? record.user.username : 'it was there before, and stays');
  });
  await steps.run('Remove keys and environment', (progress) => {
    if (record.envFile) {
      const names = (record.envNames ?? []).filter((name) => name !== 'COMPANION_ENCRYPTION_KEYS');
      updateEnvFile(record.envFile, Object.fromEntries(names.map((name) => [name, undefined])));
    }
    state.forget();
    progress('the key of kept secrets stays: the database needs it');
    return Promise.resolve();
  });
}

async function removeIfThere(org: OrgCli, object: string, id: string): Promise<void> {
  const [found] = await org.query(`SELECT Id FROM ${object} WHERE Id = '${id}'`);
  if (found) await org.remove(object, id);
}
