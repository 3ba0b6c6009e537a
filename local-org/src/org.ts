import type { DatabaseSync } from 'node:sqlite';
import type { ChangeLog } from './changes/change-log.ts';
import type { ChannelMembers } from './changes/channel-members.ts';
import type { MetadataStore } from './metadata-store/types.ts';
import type { QueryService, RecordService } from './records/types.ts';
import type { Schema, SchemaWriter } from './schema/types.ts';
import type { NotificationStore } from './notifications/notification-store.ts';
import type { NotificationTypes } from './notifications/notification-types.ts';
import type { SentMail } from './notifications/sent-mail.ts';
import type { ReportCatalog } from './reports/catalog/report-catalog.ts';
import type { RecordAccess } from './security/sharing.ts';
import type { PermissionSetWriter, UserContext } from './security/types.ts';

/** What every API family works on. One org per process. */
export interface Org {
  /** The 18-character organization Id. */
  readonly id: string;
  /** The 18-character Id of the administrator every org starts with. */
  readonly adminId: string;
  /** `http://localhost:PORT`, without a trailing slash; known once the server listens. */
  readonly baseUrl: () => string;
  /** Called by the server once it listens. */
  readonly listensAt: (baseUrl: string) => void;
  readonly database: DatabaseSync;
  readonly schema: Schema;
  readonly schemaWriter: SchemaWriter;
  readonly permissionSets: PermissionSetWriter;
  readonly metadata: MetadataStore;
  /** Which objects are selected for Change Data Capture, and on which channels. */
  readonly channels: ChannelMembers;
  /** The change events of the last three days. */
  readonly changes: ChangeLog;
  /** Reports, dashboards and their folders as records. */
  readonly reportCatalog: ReportCatalog;
  /** Deployed kinds of notification as records. */
  readonly notificationTypes: NotificationTypes;
  /** What users were told in the bell. */
  readonly notifications: NotificationStore;
  /** Emails that would have been sent. */
  readonly sentMail: SentMail;
  readonly records: RecordService;
  readonly queries: QueryService;
  readonly sessions: Sessions;
  /** The clock, injectable for tests. */
  readonly now: () => Date;
  /** The access of an active user, up to date with profile, permission sets and their assignments. */
  userById(userId: string): UserContext;
  /** Whether a user may read, edit or delete one record: object rights and sharing together. */
  canAccessRecord(user: UserContext, objectName: string, id: string, access: RecordAccess): boolean;
  /** Closes the database. */
  close(): void;
}

/** Access tokens of logged-in users; the same token is the `sid` cookie of a browser. */
export interface Sessions {
  /** Logs a user in and answers the token (`<15-char org id>!<random>`). */
  open(userId: string): string;
  /** The user behind a token, or undefined when it is unknown, revoked or expired. */
  userId(token: string): string | undefined;
  revoke(token: string): void;
}
