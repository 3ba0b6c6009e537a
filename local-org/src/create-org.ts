import { createChangeLog } from './changes/change-log.ts';
import { createChannelMembers } from './changes/channel-members.ts';
import { createMetadataStore } from './metadata-store/metadata-store.ts';
import { createNotificationStore } from './notifications/notification-store.ts';
import { createNotificationTypes } from './notifications/notification-types.ts';
import { createSentMail } from './notifications/sent-mail.ts';
import type { Org } from './org.ts';
import { createRecordAccess } from './records/record-access.ts';
import { createRecordService } from './records/record-service.ts';
import { createRowStore } from './records/row-store.ts';
import { createReportCatalog } from './reports/catalog/report-catalog.ts';
import { createDefinitions } from './schema/definitions.ts';
import { createSchemaRegistry } from './schema/registry.ts';
import { createSchemaWriter } from './schema/schema-writer.ts';
import { createPermissionSetStore } from './security/permission-set-store.ts';
import { createPermissionSetWriter } from './security/permission-set-writer.ts';
import { createSessions } from './security/sessions.ts';
import { ACCESS_OBJECTS, createUserAccess } from './security/user-access.ts';
import { seedOrg } from './seed-org.ts';
import { createQueryService } from './soql/query-service.ts';
import { openDatabase } from './store/database.ts';
import { registerClock } from './store/field-expression.ts';
import { createSequences } from './store/sequences.ts';
import { createStatements } from './store/statements.ts';
import { createTransactions } from './store/transactions.ts';
import { ensureTables } from './store/ensure-tables.ts';

export interface OrgOptions {
  /** The folder that keeps the org; without it the org lives in memory. */
  dataDir?: string;
  /** The clock. */
  now?: () => Date;
  /** Standard objects and one administrator only, which is what every org starts with. */
  empty?: boolean;
}

/**
 * Opens an org, new or kept, with its standard objects and its administrator.
 *
 * @example const org = createOrg(); const admin = org.userById(org.adminId);
 */
export function createOrg({ dataDir, now = () => new Date() }: OrgOptions = {}): Org {
  const database = openDatabase(dataDir);
  registerClock(database, now);
  const statements = createStatements(database);
  const transactions = createTransactions(database);
  const sequences = createSequences(database, statements);
  const schema = createSchemaRegistry();
  const definitions = createDefinitions(database, statements);
  const permissionSets = createPermissionSetStore(database, statements);
  const schemaWriter = createSchemaWriter({ database, statements, sequences, definitions, registry: schema });
  const metadata = createMetadataStore({ database, statements, transactions, now });

  schemaWriter.reload();
  const rows = createRowStore(statements);
  const seed = transactions.run(() => {
    ensureTables(database, schema.objects());
    return seedOrg({ schema, rows, sequences, now });
  });

  const users = createUserAccess({ schema, statements, permissionSets });
  transactions.onRollback(() => {
    schemaWriter.reload();
    users.invalidate();
  });
  const access = createRecordAccess(schema, rows, statements);
  const shared = { database, schema, rows, statements, sequences, transactions, access, now };
  const channels = createChannelMembers(metadata);
  const changes = createChangeLog({ database, statements, transactions, channels, now });
  const records = createRecordService({
    ...shared,
    changes,
    onWrite: (objectName) => void (ACCESS_OBJECTS.has(objectName) && users.invalidate()),
  });
  let url = 'http://localhost';

  return {
    id: seed.orgId,
    adminId: seed.adminId,
    baseUrl: () => url,
    listensAt: (baseUrl) => void (url = baseUrl),
    database,
    schema,
    schemaWriter,
    permissionSets: createPermissionSetWriter({
      ...shared,
      permissionSets,
      adminId: () => seed.adminId,
      onChange: () => users.invalidate(),
    }),
    metadata,
    channels,
    changes,
    reportCatalog: createReportCatalog({ ...shared, adminId: () => seed.adminId }),
    notificationTypes: createNotificationTypes({ ...shared, adminId: () => seed.adminId }),
    notifications: createNotificationStore(database, statements),
    sentMail: createSentMail(database, statements),
    records,
    queries: createQueryService({ database, schema, now }),
    sessions: createSessions({ database, statements, now, orgId: seed.orgId }),
    now,
    userById: (userId) => users.byId(userId),
    canAccessRecord: (user, objectName, id, recordAccess) => {
      const object = schema.object(objectName);
      return object !== undefined && access.can(user, object, id, recordAccess);
    },
    close: () => database.close(),
  };
}
