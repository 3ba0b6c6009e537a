import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

/** Health scores that `CREATE_SCORES` and `UPDATE_SCORES` take: `$s0` to `$s9`. */
export const SCORES_AT_ONCE = 10;

/** Records one health score. */
export const CREATE_SCORE: GraphQlDocument = gql`
  mutation createHealthScore($s0: CS_Health_Score__cCreateInput!) {
    uiapi(input: { allOrNone: false }) {
      s0: CS_Health_Score__cCreate(input: $s0) {
        Record {
          Id
        }
      }
    }
  }
`;

/** Changes one health score. */
export const UPDATE_SCORE: GraphQlDocument = gql`
  mutation updateHealthScore($s0: CS_Health_Score__cUpdateInput!) {
    uiapi(input: { allOrNone: false }) {
      s0: CS_Health_Score__cUpdate(input: $s0) {
        Record {
          Id
        }
      }
    }
  }
`;

// A document is static, so a batch has a fixed size; what is left over goes one by one.
// prettier-ignore
/** Records as many as `SCORES_AT_ONCE` in one request; one that is refused does not hold up the others. */
export const CREATE_SCORES: GraphQlDocument = gql`
  mutation createHealthScores(
    $s0: CS_Health_Score__cCreateInput! $s1: CS_Health_Score__cCreateInput! $s2: CS_Health_Score__cCreateInput!
    $s3: CS_Health_Score__cCreateInput! $s4: CS_Health_Score__cCreateInput! $s5: CS_Health_Score__cCreateInput!
    $s6: CS_Health_Score__cCreateInput! $s7: CS_Health_Score__cCreateInput! $s8: CS_Health_Score__cCreateInput!
    $s9: CS_Health_Score__cCreateInput!
  ) {
    uiapi(input: { allOrNone: false }) {
      s0: CS_Health_Score__cCreate(input: $s0) { Record { Id } }
      s1: CS_Health_Score__cCreate(input: $s1) { Record { Id } }
      s2: CS_Health_Score__cCreate(input: $s2) { Record { Id } }
      s3: CS_Health_Score__cCreate(input: $s3) { Record { Id } }
      s4: CS_Health_Score__cCreate(input: $s4) { Record { Id } }
      s5: CS_Health_Score__cCreate(input: $s5) { Record { Id } }
      s6: CS_Health_Score__cCreate(input: $s6) { Record { Id } }
      s7: CS_Health_Score__cCreate(input: $s7) { Record { Id } }
      s8: CS_Health_Score__cCreate(input: $s8) { Record { Id } }
      s9: CS_Health_Score__cCreate(input: $s9) { Record { Id } }
    }
  }
`;

// prettier-ignore
/** Changes as many as `SCORES_AT_ONCE` in one request; one that is refused does not hold up the others. */
export const UPDATE_SCORES: GraphQlDocument = gql`
  mutation updateHealthScores(
    $s0: CS_Health_Score__cUpdateInput! $s1: CS_Health_Score__cUpdateInput! $s2: CS_Health_Score__cUpdateInput!
    $s3: CS_Health_Score__cUpdateInput! $s4: CS_Health_Score__cUpdateInput! $s5: CS_Health_Score__cUpdateInput!
    $s6: CS_Health_Score__cUpdateInput! $s7: CS_Health_Score__cUpdateInput! $s8: CS_Health_Score__cUpdateInput!
    $s9: CS_Health_Score__cUpdateInput!
  ) {
    uiapi(input: { allOrNone: false }) {
      s0: CS_Health_Score__cUpdate(input: $s0) { Record { Id } }
      s1: CS_Health_Score__cUpdate(input: $s1) { Record { Id } }
      s2: CS_Health_Score__cUpdate(input: $s2) { Record { Id } }
      s3: CS_Health_Score__cUpdate(input: $s3) { Record { Id } }
      s4: CS_Health_Score__cUpdate(input: $s4) { Record { Id } }
      s5: CS_Health_Score__cUpdate(input: $s5) { Record { Id } }
      s6: CS_Health_Score__cUpdate(input: $s6) { Record { Id } }
      s7: CS_Health_Score__cUpdate(input: $s7) { Record { Id } }
      s8: CS_Health_Score__cUpdate(input: $s8) { Record { Id } }
      s9: CS_Health_Score__cUpdate(input: $s9) { Record { Id } }
    }
  }
`;
