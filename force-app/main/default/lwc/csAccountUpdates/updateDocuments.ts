import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** Accounts that `UPDATE_BATCH` takes: `$a0` to `$a19`. */
export const BATCH_SIZE = 20;

/** One account. */
export const UPDATE_ONE: GraphQlDocument = gql`
  mutation updateAccount($input: AccountUpdateInput!) {
    uiapi {
      AccountUpdate(input: $input) {
        Record {
          Id
        }
      }
    }
  }
`;

// A document is static, so a batch has a fixed size; what is left over goes one by one.
// prettier-ignore
/** A whole batch in one request; an account that is refused does not hold up the others. */
export const UPDATE_BATCH: GraphQlDocument = gql`
  mutation updateAccounts(
    $a0: AccountUpdateInput! $a1: AccountUpdateInput! $a2: AccountUpdateInput! $a3: AccountUpdateInput!
    $a4: AccountUpdateInput! $a5: AccountUpdateInput! $a6: AccountUpdateInput! $a7: AccountUpdateInput!
    $a8: AccountUpdateInput! $a9: AccountUpdateInput! $a10: AccountUpdateInput! $a11: AccountUpdateInput!
    $a12: AccountUpdateInput! $a13: AccountUpdateInput! $a14: AccountUpdateInput! $a15: AccountUpdateInput!
    $a16: AccountUpdateInput! $a17: AccountUpdateInput! $a18: AccountUpdateInput! $a19: AccountUpdateInput!
  ) {
    uiapi(input: { allOrNone: false }) {
      a0: AccountUpdate(input: $a0) { Record { Id } }
      a1: AccountUpdate(input: $a1) { Record { Id } }
      a2: AccountUpdate(input: $a2) { Record { Id } }
      a3: AccountUpdate(input: $a3) { Record { Id } }
      a4: AccountUpdate(input: $a4) { Record { Id } }
      a5: AccountUpdate(input: $a5) { Record { Id } }
      a6: AccountUpdate(input: $a6) { Record { Id } }
      a7: AccountUpdate(input: $a7) { Record { Id } }
      a8: AccountUpdate(input: $a8) { Record { Id } }
      a9: AccountUpdate(input: $a9) { Record { Id } }
      a10: AccountUpdate(input: $a10) { Record { Id } }
      a11: AccountUpdate(input: $a11) { Record { Id } }
      a12: AccountUpdate(input: $a12) { Record { Id } }
      a13: AccountUpdate(input: $a13) { Record { Id } }
      a14: AccountUpdate(input: $a14) { Record { Id } }
      a15: AccountUpdate(input: $a15) { Record { Id } }
      a16: AccountUpdate(input: $a16) { Record { Id } }
      a17: AccountUpdate(input: $a17) { Record { Id } }
      a18: AccountUpdate(input: $a18) { Record { Id } }
      a19: AccountUpdate(input: $a19) { Record { Id } }
    }
  }
`;
