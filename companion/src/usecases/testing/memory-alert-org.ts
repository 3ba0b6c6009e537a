import type { FieldValues } from '../../domain/account-fields.ts';
import type { AlertRule } from '../../domain/alerts/alert-rule.ts';
import type { AlertPerson } from '../../domain/alerts/choose-recipient.ts';
import type { BellText, EmailText } from '../../domain/alerts/word-message.ts';
import type { CustomerOnDay } from '../../domain/customer-on-day.ts';
import type { AlertReader, AlertSender, OpenAlert, SendOutcome } from '../alert-ports.ts';
import type { OrgReader, OrgWriter, WriteRecord, WriteResult } from '../ports.ts';

type Record = FieldValues & { parentId: string; modifiedAt: string };

/** The part of an org that alerts touch, in memory: rules, people, alert records, the bell and the mail. */
export class MemoryAlertOrg
  implements AlertReader, AlertSender, Pick<OrgWriter, 'write'>, Pick<OrgReader, 'readWritten'>
{
  readonly rules: AlertRule[] = [];
  readonly people = new Map<string, AlertPerson>();
  readonly owners = new Map<string, string>();
  readonly customers: CustomerOnDay[] = [];
  readonly records = new Map<string, Record>();
  readonly bells: (BellText & { userId: string; at: string })[] = [];
  readonly emails: (EmailText & { address: string; at: string })[] = [];
  /** What the org says to a message; undefined lets it through. */
  answer: (channel: 'bell' | 'email') => SendOutcome | undefined = () => undefined;
  readonly #now: () => string;

  constructor(now: () => string) {
    this.#now = now;
  }

  readAlertRules = async () => ({ rules: structuredClone(this.rules), problems: [] });
  readPeople = async (ids: string[]) => ids.flatMap((id) => this.people.get(id) ?? []);
  readRecordOwners = async (ids: string[]) =>
    new Map(ids.flatMap((id) => (this.owners.has(id) ? [[id, this.owners.get(id)!] as const] : [])));
  snapshotDays = async () => [];
  readCustomers = async () => this.customers;

  async readAlertActions(since: string | null) {
    const changed = [...this.records].filter(([, record]) => since === null || record.modifiedAt >= since);
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return {
      actions: changed.map(([key, record]) => ({
        key,
        readOn: text(record['CS_Read_On__c']),
        snoozedUntil: text(record['CS_Snoozed_Until__c']),
        resolvedOn: text(record['CS_Resolved_On__c']),
        byHand: text(record['CS_Resolved_On__c']) !== null && record['CS_Resolution__c'] !== 'Cause Gone',
      })),
      latest:
        changed
          .map(([, { modifiedAt }]) => modifiedAt)
          .sort()
          .at(-1) ?? null,
    };
  }

  async readOpenAlerts(ruleIds: string[]) {
    const open = [...this.records].filter(
      ([, record]) => ruleIds.includes(String(record['CS_Rule__c'])) && !record['CS_Resolved_On__c'],
    );
    return open.map(([key, record]): OpenAlert => ({
      key,
      ruleId: String(record['CS_Rule__c']),
      accountId: record.parentId,
      recordId: String(record['CS_Record_Id__c']),
      recipientId: record['CS_Recipient__c'] as string | null,
      message: String(record['CS_Message__c']),
      raisedOn: String(record['CS_Raised_On__c']),
      readOn: null,
      snoozedUntil: null,
    }));
  }

  /** What a person does to an alert in the org. */
  edit(key: string, fields: FieldValues): void {
    Object.assign(this.records.get(key)!, fields, { modifiedAt: this.#now() });
  }

  async write(_object: string, records: WriteRecord[]) {
    return records.map(({ key, parentId, fields }): WriteResult => {
      const before = this.records.get(key);
      this.records.set(key, { ...before, ...fields, parentId, modifiedAt: this.#now() } as Record);
      return { key, outcome: 'written' };
    });
  }

  readWritten = async (_object: string, keys: string[]) =>
    new Map(keys.flatMap((key) => (this.records.has(key) ? [[key, this.records.get(key)!] as const] : [])));

  async sendBell(userId: string, text: BellText) {
    const answer = this.answer('bell');
    if (answer) return answer;
    this.bells.push({ ...text, userId, at: this.#now() });
    return { outcome: 'sent' as const };
  }

  async sendEmail(address: string, text: EmailText) {
    const answer = this.answer('email');
    if (answer) return answer;
    this.emails.push({ ...text, address, at: this.#now() });
    return { outcome: 'sent' as const };
  }
}
