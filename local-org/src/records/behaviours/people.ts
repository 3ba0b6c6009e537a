import { SalesforceError } from '../../errors.ts';
import type { SaveContext } from './behaviour.ts';

const USERNAME = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The full name of a person, which the API reads and never writes. */
export function savePersonName({ row }: SaveContext): void {
  row.Name = [row.FirstName, row.LastName].filter((part) => part != null).join(' ') || null;
}

/** A username has the form of an email address; a nickname is made where none is given. */
export function saveUser(context: SaveContext): void {
  const { row, user, before } = context;
  savePersonName(context);
  if (row.Username != null && !USERNAME.test(String(row.Username))) {
    throw new SalesforceError(
      'INVALID_EMAIL_ADDRESS',
      `Username: invalid email address: ${String(row.Username)}`,
      { fields: ['Username'] },
    );
  }
  if (before && row.Id === user.userId && row.IsActive === 0) {
    throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', 'You cannot deactivate yourself.', {
      fields: ['IsActive'],
    });
  }
  row.CommunityNickname ??= String(row.Username ?? '').slice(0, 40) || null;
}
