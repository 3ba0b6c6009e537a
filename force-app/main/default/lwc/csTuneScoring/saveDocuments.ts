import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

// A document is static, so there is one for each number of values that are made in one request.

// prettier-ignore
const ADD_25: GraphQlDocument = gql`
  mutation addValues(
    $v0: CS_Risk_Factor__cCreateInput! $v1: CS_Risk_Factor__cCreateInput!
    $v2: CS_Risk_Factor__cCreateInput! $v3: CS_Risk_Factor__cCreateInput!
    $v4: CS_Risk_Factor__cCreateInput! $v5: CS_Risk_Factor__cCreateInput!
    $v6: CS_Risk_Factor__cCreateInput! $v7: CS_Risk_Factor__cCreateInput!
    $v8: CS_Risk_Factor__cCreateInput! $v9: CS_Risk_Factor__cCreateInput!
    $v10: CS_Risk_Factor__cCreateInput! $v11: CS_Risk_Factor__cCreateInput!
    $v12: CS_Risk_Factor__cCreateInput! $v13: CS_Risk_Factor__cCreateInput!
    $v14: CS_Risk_Factor__cCreateInput! $v15: CS_Risk_Factor__cCreateInput!
    $v16: CS_Risk_Factor__cCreateInput! $v17: CS_Risk_Factor__cCreateInput!
    $v18: CS_Risk_Factor__cCreateInput! $v19: CS_Risk_Factor__cCreateInput!
    $v20: CS_Risk_Factor__cCreateInput! $v21: CS_Risk_Factor__cCreateInput!
    $v22: CS_Risk_Factor__cCreateInput! $v23: CS_Risk_Factor__cCreateInput!
    $v24: CS_Risk_Factor__cCreateInput!
  ) { uiapi {
    v0: CS_Risk_Factor__cCreate(input: $v0) { Record { Id } }
    v1: CS_Risk_Factor__cCreate(input: $v1) { Record { Id } }
    v2: CS_Risk_Factor__cCreate(input: $v2) { Record { Id } }
    v3: CS_Risk_Factor__cCreate(input: $v3) { Record { Id } }
    v4: CS_Risk_Factor__cCreate(input: $v4) { Record { Id } }
    v5: CS_Risk_Factor__cCreate(input: $v5) { Record { Id } }
    v6: CS_Risk_Factor__cCreate(input: $v6) { Record { Id } }
    v7: CS_Risk_Factor__cCreate(input: $v7) { Record { Id } }
    v8: CS_Risk_Factor__cCreate(input: $v8) { Record { Id } }
    v9: CS_Risk_Factor__cCreate(input: $v9) { Record { Id } }
    v10: CS_Risk_Factor__cCreate(input: $v10) { Record { Id } }
    v11: CS_Risk_Factor__cCreate(input: $v11) { Record { Id } }
    v12: CS_Risk_Factor__cCreate(input: $v12) { Record { Id } }
    v13: CS_Risk_Factor__cCreate(input: $v13) { Record { Id } }
    v14: CS_Risk_Factor__cCreate(input: $v14) { Record { Id } }
    v15: CS_Risk_Factor__cCreate(input: $v15) { Record { Id } }
    v16: CS_Risk_Factor__cCreate(input: $v16) { Record { Id } }
    v17: CS_Risk_Factor__cCreate(input: $v17) { Record { Id } }
    v18: CS_Risk_Factor__cCreate(input: $v18) { Record { Id } }
    v19: CS_Risk_Factor__cCreate(input: $v19) { Record { Id } }
    v20: CS_Risk_Factor__cCreate(input: $v20) { Record { Id } }
    v21: CS_Risk_Factor__cCreate(input: $v21) { Record { Id } }
    v22: CS_Risk_Factor__cCreate(input: $v22) { Record { Id } }
    v23: CS_Risk_Factor__cCreate(input: $v23) { Record { Id } }
    v24: CS_Risk_Factor__cCreate(input: $v24) { Record { Id } }
  } }
`;

// prettier-ignore
const ADD_5: GraphQlDocument = gql`
  mutation addValues(
    $v0: CS_Risk_Factor__cCreateInput! $v1: CS_Risk_Factor__cCreateInput!
    $v2: CS_Risk_Factor__cCreateInput! $v3: CS_Risk_Factor__cCreateInput!
    $v4: CS_Risk_Factor__cCreateInput!
  ) { uiapi {
    v0: CS_Risk_Factor__cCreate(input: $v0) { Record { Id } }
    v1: CS_Risk_Factor__cCreate(input: $v1) { Record { Id } }
    v2: CS_Risk_Factor__cCreate(input: $v2) { Record { Id } }
    v3: CS_Risk_Factor__cCreate(input: $v3) { Record { Id } }
    v4: CS_Risk_Factor__cCreate(input: $v4) { Record { Id } }
  } }
`;

// prettier-ignore
const ADD_1: GraphQlDocument = gql`
  mutation addValues(
    $v0: CS_Risk_Factor__cCreateInput!
  ) { uiapi {
    v0: CS_Risk_Factor__cCreate(input: $v0) { Record { Id } }
  } }
`;

/** What makes values of a version, by how many it makes; the largest first. */
export const ADD_VALUES: readonly { size: number; document: GraphQlDocument }[] = [
  { size: 25, document: ADD_25 },
  { size: 5, document: ADD_5 },
  { size: 1, document: ADD_1 },
];

/** Makes one version the active one, another no longer, and says so in the log: all of it or nothing. */
export const ACTIVATE: GraphQlDocument = gql`
  mutation activateVersion(
    $last: CS_Scoring_Config__cUpdateInput!
    $next: CS_Scoring_Config__cUpdateInput!
    $log: CS_Setup_Change__cCreateInput!
  ) {
    uiapi {
      last: CS_Scoring_Config__cUpdate(input: $last) {
        Record {
          Id
        }
      }
      next: CS_Scoring_Config__cUpdate(input: $next) {
        Record {
          Id
        }
      }
      log: CS_Setup_Change__cCreate(input: $log) {
        Record {
          Id
        }
      }
    }
  }
`;
