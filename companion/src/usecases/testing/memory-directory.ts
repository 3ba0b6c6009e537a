import type { InboundEvent, Sender, SenderFinder } from '../inbound-ports.ts';
import type { MemoryOrg } from './memory-org.ts';

/** Who is who in an org in memory; what was written there is found again. */
export class MemoryDirectory implements SenderFinder {
  readonly accounts: { id: string; key?: string; name: string; website?: string }[] = [];
  readonly contacts: { id: string; accountId: string; email: string }[] = [];
  readonly org: MemoryOrg;

  constructor(org: MemoryOrg) {
    this.org = org;
  }

  findFiled = async (_events: InboundEvent[]) => ({
    cases: new Map([...this.org.cases].map(([key, fields]) => [key, fields['AccountId'] as string | null])),
    answers: new Map(this.org.responseAccounts),
    inbox: new Map(
      [...this.org.inbox].map(([key, fields]) => [
        key,
        {
          status: String(fields['CS_Status__c'] ?? 'Waiting'),
          accountId: (fields['CS_Account__c'] ?? null) as string | null,
        },
      ]),
    ),
  });

  findAccounts = async (ids: string[], keys: string[]) => ({
    ids: new Set(this.accounts.filter(({ id }) => ids.includes(id)).map(({ id }) => id)),
    byKey: new Map(
      this.accounts.flatMap(({ id, key }) => (key && keys.includes(key) ? [[key, id] as const] : [])),
    ),
  });

  findContacts = async (emails: string[]) => {
    const found = this.contacts.filter(({ email }) => emails.includes(email));
    return new Map(
      [...Map.groupBy(found, ({ email }) => email)].map(([email, people]) => [
        email,
        people.map(({ id, accountId }) => ({ contactId: id, accountId })),
      ]),
    );
  };

  findAlike = async (_sender: Sender) => ({
    contacts: this.contacts.map(({ accountId, email }) => ({
      accountId,
      accountName: this.accounts.find(({ id }) => id === accountId)?.name ?? '',
      email,
    })),
    accounts: this.accounts.map(({ id, name, website }) => ({
      accountId: id,
      name,
      website: website ?? null,
    })),
  });
}
