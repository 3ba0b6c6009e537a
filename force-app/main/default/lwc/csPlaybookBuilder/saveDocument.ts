import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** Steps that `SAVE_PLAYBOOK` takes, `$s0` to `$s23`: as many new ones and as many old ones as a playbook may have. */
export const STEP_PLACES = 24;

// A document is static, so it has a fixed number of places; those that are left over write the last step once more.
// prettier-ignore
/** Changes a playbook and all its steps in one transaction: nobody ever starts half of an edit. */
export const SAVE_PLAYBOOK: GraphQlDocument = gql`
  mutation savePlaybook(
    $playbook: CS_Playbook__cUpdateInput! $s0: CS_Playbook_Step__cUpdateInput!
    $s1: CS_Playbook_Step__cUpdateInput! $s2: CS_Playbook_Step__cUpdateInput!
    $s3: CS_Playbook_Step__cUpdateInput! $s4: CS_Playbook_Step__cUpdateInput!
    $s5: CS_Playbook_Step__cUpdateInput! $s6: CS_Playbook_Step__cUpdateInput!
    $s7: CS_Playbook_Step__cUpdateInput! $s8: CS_Playbook_Step__cUpdateInput!
    $s9: CS_Playbook_Step__cUpdateInput! $s10: CS_Playbook_Step__cUpdateInput!
    $s11: CS_Playbook_Step__cUpdateInput! $s12: CS_Playbook_Step__cUpdateInput!
    $s13: CS_Playbook_Step__cUpdateInput! $s14: CS_Playbook_Step__cUpdateInput!
    $s15: CS_Playbook_Step__cUpdateInput! $s16: CS_Playbook_Step__cUpdateInput!
    $s17: CS_Playbook_Step__cUpdateInput! $s18: CS_Playbook_Step__cUpdateInput!
    $s19: CS_Playbook_Step__cUpdateInput! $s20: CS_Playbook_Step__cUpdateInput!
    $s21: CS_Playbook_Step__cUpdateInput! $s22: CS_Playbook_Step__cUpdateInput!
    $s23: CS_Playbook_Step__cUpdateInput!
  ) {
    uiapi {
      playbook: CS_Playbook__cUpdate(input: $playbook) { Record { Id } }
      s0: CS_Playbook_Step__cUpdate(input: $s0) { Record { Id } }
      s1: CS_Playbook_Step__cUpdate(input: $s1) { Record { Id } }
      s2: CS_Playbook_Step__cUpdate(input: $s2) { Record { Id } }
      s3: CS_Playbook_Step__cUpdate(input: $s3) { Record { Id } }
      s4: CS_Playbook_Step__cUpdate(input: $s4) { Record { Id } }
      s5: CS_Playbook_Step__cUpdate(input: $s5) { Record { Id } }
      s6: CS_Playbook_Step__cUpdate(input: $s6) { Record { Id } }
      s7: CS_Playbook_Step__cUpdate(input: $s7) { Record { Id } }
      s8: CS_Playbook_Step__cUpdate(input: $s8) { Record { Id } }
      s9: CS_Playbook_Step__cUpdate(input: $s9) { Record { Id } }
      s10: CS_Playbook_Step__cUpdate(input: $s10) { Record { Id } }
      s11: CS_Playbook_Step__cUpdate(input: $s11) { Record { Id } }
      s12: CS_Playbook_Step__cUpdate(input: $s12) { Record { Id } }
      s13: CS_Playbook_Step__cUpdate(input: $s13) { Record { Id } }
      s14: CS_Playbook_Step__cUpdate(input: $s14) { Record { Id } }
      s15: CS_Playbook_Step__cUpdate(input: $s15) { Record { Id } }
      s16: CS_Playbook_Step__cUpdate(input: $s16) { Record { Id } }
      s17: CS_Playbook_Step__cUpdate(input: $s17) { Record { Id } }
      s18: CS_Playbook_Step__cUpdate(input: $s18) { Record { Id } }
      s19: CS_Playbook_Step__cUpdate(input: $s19) { Record { Id } }
      s20: CS_Playbook_Step__cUpdate(input: $s20) { Record { Id } }
      s21: CS_Playbook_Step__cUpdate(input: $s21) { Record { Id } }
      s22: CS_Playbook_Step__cUpdate(input: $s22) { Record { Id } }
      s23: CS_Playbook_Step__cUpdate(input: $s23) { Record { Id } }
    }
  }
`;
