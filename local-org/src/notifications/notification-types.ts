import { makeId } from '../ids.ts';
import type { Row } from '../records/row.ts';
import type { RowStore } from '../records/row-store.ts';
import { toStoredDateTime } from '../records/values/parse-date.ts';
import type { ObjectDef, Schema } from '../schema/types.ts';
import type { Sequences } from '../store/sequences.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  sequences: Sequences;
  now: () => Date;
  adminId: () => string;
}

/** A deployed kind of notification. */
export interface NotificationType {
  developerName: string;
  name: string;
  label: string;
  description: string | null;
  desktop: boolean;
  mobile: boolean;
}

/** Keeps a record beside each deployed notification type, so that it has an Id and SOQL finds it. */
export interface NotificationTypes {
  save(type: NotificationType): void;
  remove(developerName: string): void;
  /** By Id, of 15 or 18 characters. */
  find(id: string): { id: string; desktop: boolean } | undefined;
}

/** Notification types over the org's own record store. */
export function createNotificationTypes({ schema, rows, sequences, now, adminId }: Parts): NotificationTypes {
  const object = (): ObjectDef => schema.object('CustomNotificationType')!;
  const byName = (developerName: string) => rows.findBy(object(), 'DeveloperName', developerName)[0];
  return {
    save({ developerName, name, label, description, desktop, mobile }) {
      const at = toStoredDateTime(now());
      const values: Row = {
        ...{ DeveloperName: developerName, CustomNotifTypeName: name, MasterLabel: label },
        ...{ Description: description, Desktop: Number(desktop), Mobile: Number(mobile) },
        ...{ LastModifiedDate: at, LastModifiedById: adminId(), SystemModstamp: at },
      };
      const existing = byName(developerName);
      if (existing) return rows.update(object(), String(existing.Id), values);
      const { keyPrefix } = object();
      const id = makeId(keyPrefix, sequences.next(keyPrefix));
      rows.insert(object(), { Id: id, IsDeleted: 0, CreatedDate: at, CreatedById: adminId(), ...values });
    },
    remove(developerName) {
      const row = byName(developerName);
      if (row) rows.erase(object(), String(row.Id));
    },
    find(id) {
      const row = rows.get(object(), id);
      return row && { id: String(row.Id), desktop: row.Desktop === 1 };
    },
  };
}
