import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import type { Region } from '../ui-model/region.ts';
import type { AccessView } from './access-view.ts';

/** What every resolver is handed. */
export interface GraphqlContext {
  readonly org: Org;
  readonly user: UserContext;
  readonly view: AccessView;
  /** How the user reads numbers, days and times. */
  readonly region: Region;
  /** Variables as the client sent them: the order of `orderBy` keys is lost once they are coerced. */
  readonly rawVariables: Readonly<Record<string, unknown>>;
}
