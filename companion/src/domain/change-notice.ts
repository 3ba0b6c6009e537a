/** A change event of the org, as far as it matters here. */
export interface ChangeNotice {
  /** Its place in the stream; null when it could not be read. */
  replayId: number | null;
  /** `CREATE`, `UPDATE`, `DELETE`, `UNDELETE`, or one of these after `GAP_`, or `GAP_OVERFLOW`. */
  changeType: string;
  /** Who made the change; empty when that is not known. */
  userId: string;
}

const ID_LENGTH = 15;

/**
 * Whether a change was made by the companion itself, which has no need to be told of it: it would wake itself for ever.
 * A gap event tells for whoever changed something while no event could be made, so it is nobody's own.
 */
export function isOwnChange({ changeType, userId }: ChangeNotice, ownUserId: string): boolean {
  return (
    !changeType.startsWith('GAP_') &&
    userId !== '' &&
    userId.slice(0, ID_LENGTH) === ownUserId.slice(0, ID_LENGTH)
  );
}
