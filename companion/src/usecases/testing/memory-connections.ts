import type {
  ConnectAttempt,
  ConnectAttemptStore,
  ConnectionStore,
  OrgConnectionRecord,
  SealedPart,
} from '../connection-ports.ts';

/** Connections and logins under way, in memory. */
export class MemoryConnections implements ConnectionStore, ConnectAttemptStore {
  readonly connections: OrgConnectionRecord[] = [];
  readonly attempts = new Map<string, ConnectAttempt>();
  readonly claimedUntil = new Map<string, string>();

  listConnections = async () => structuredClone(this.connections);

  async addConnection(connection: Omit<OrgConnectionRecord, 'id' | 'updatedAt'>) {
    if (this.connections.some(({ name }) => name === connection.name)) return false;
    const id = `connection-${this.connections.length + 1}`;
    this.connections.push({ ...connection, id, updatedAt: connection.createdAt });
    return true;
  }

  async removeConnection(name: string) {
    const index = this.connections.findIndex((each) => each.name === name);
    return index >= 0 && this.connections.splice(index, 1).length === 1;
  }

  async setChangeEvents(name: string, changeEvents: boolean) {
    const found = this.connections.find((each) => each.name === name);
    if (found) found.changeEvents = changeEvents;
    return found !== undefined;
  }

  async noteLogin(id: string, orgId: string) {
    Object.assign(this.#find(id), { orgId });
  }

  async replaceSealed(id: string, part: SealedPart, was: string | null, sealed: string) {
    const connection = this.#find(id);
    if (connection[part] !== was) return false;
    connection[part] = sealed;
    return true;
  }

  async claimGrant(id: string, now: string, until: string) {
    if ((this.claimedUntil.get(id) ?? '') > now) return null;
    this.claimedUntil.set(id, until);
    return { sealedGrant: this.#find(id).sealedGrant };
  }

  async releaseGrant(id: string, sealedGrant: string | null) {
    this.claimedUntil.delete(id);
    if (sealedGrant !== null) this.#find(id).sealedGrant = sealedGrant;
  }

  async saveAttempt(attempt: ConnectAttempt) {
    this.attempts.set(attempt.hash, attempt);
  }

  async takeAttempt(hash: string, now: string) {
    const found = this.attempts.get(hash);
    this.attempts.delete(hash);
    return found && found.expiresAt > now ? found : null;
  }

  #find(id: string): OrgConnectionRecord {
    const found = this.connections.find((each) => each.id === id);
    if (!found) throw new Error(`No connection ${id}`);
    return found;
  }
}
