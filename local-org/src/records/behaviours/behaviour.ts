import type { ObjectDef, Schema } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { RowStore } from '../row-store.ts';
import type { Row } from '../row.ts';

export interface SaveContext {
  user: UserContext;
  object: ObjectDef;
  /** The whole record as it will be stored; a behaviour sets fields on it. */
  row: Row;
  /** The record as it stands, or undefined when it is created. */
  before: Row | undefined;
  /** The time of the save, in stored form. */
  now: string;
  /** A live row by Id, whatever its object. */
  find(id: string): Row | undefined;
  rows: RowStore;
  schema: Schema;
}

/** What the platform itself does to a record of one standard object when it is saved. */
export type Behaviour = (context: SaveContext) => void;
