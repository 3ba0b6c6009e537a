/** The last migration of the release before this one: move it on with each release (docs/upgrade.md). */
export const LAST_RELEASE = '20261123050400_durable';
