import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** PostgreSQL's internal one-byte type, which its catalogue uses and Prisma's adapter does not know; and text. */
const INTERNAL_CHAR_OID = 18;
const TEXT_OID = 25;

/** A pool that passes one-byte columns off as text, and remembers by the rows of a result which ones they were. */
class CataloguePool extends pg.Pool {
  readonly charColumns = new WeakMap<object, number[]>();

  override query = (async (...parameters: Parameters<pg.Pool['query']>) => {
    const result = (await pg.Pool.prototype.query.apply(this, parameters)) as unknown as pg.QueryResult;
    const found = (result.fields ?? []).flatMap((field, index) =>
      field.dataTypeID === INTERNAL_CHAR_OID ? index : [],
    );
    for (const index of found) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT_OID });
    if (found.length > 0) this.charColumns.set(result.rows, found);
    return result;
  }) as unknown as pg.Pool['query'];
}

/** An adapter whose connections stay until it is closed: the engine itself closes none. */
export interface SchemaAdapter extends SqlMigrationAwareDriverAdapterFactory {
  close(): Promise<void>;
}

/**
 * Prisma's PostgreSQL adapter, fit for the schema engine: it can read the catalogue, and it runs a migration as one
 * script in one implicit transaction, where the adapter's own way cuts it at every semicolon.
 */
export function schemaAdapter(settings: () => Promise<pg.PoolConfig>): SchemaAdapter {
  const pools: pg.Pool[] = [];
  const connect = async (): Promise<SqlDriverAdapter> => {
    const pool = new CataloguePool(await settings());
    pools.push(pool);
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of pool.charColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return adapter;
  };
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect,
    connectToShadowDb: connect,
    async close() {
      for (const pool of pools) await pool.end();
    },
  };
}
