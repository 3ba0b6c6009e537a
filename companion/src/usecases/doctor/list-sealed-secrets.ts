import { sealContext } from '../connect-org.ts';
import type { ConnectionStore } from '../connection-ports.ts';
import type { SealedSecret, SealedSecretStore } from './ports.ts';

const WORDS = { sealedSecret: 'consumer secret', sealedGrant: 'private key or refresh token' } as const;

export type SecretsStore = SealedSecretStore & Pick<ConnectionStore, 'listConnections'>;

/** Everything that is kept sealed: secrets of connections, and of webhooks. */
export async function listSealedSecrets(store: SecretsStore): Promise<SealedSecret[]> {
  const connections = await store.listConnections();
  const ofConnections = connections.flatMap((connection) =>
    (['sealedSecret', 'sealedGrant'] as const).flatMap((part) => {
      const sealed = connection[part];
      const what = `the ${WORDS[part]} of the connection ${connection.name}`;
      return sealed === null ? [] : [{ what, sealed, context: sealContext(connection.id, part) }];
    }),
  );
  return [...ofConnections, ...(await store.sealedWebhooks())];
}
