import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';

// A run and its steps are made in one transaction, so a run without its steps never exists. A step names the run that
// the same request makes: https://developer.salesforce.com/docs/platform/graphql/guide/mutations-references.html
// Documents are static, so there is one for each number of steps.

// prettier-ignore
const START_1: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
  } }
`;

// prettier-ignore
const START_2: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
  } }
`;

// prettier-ignore
const START_3: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
  } }
`;

// prettier-ignore
const START_4: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
  } }
`;

// prettier-ignore
const START_5: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
  } }
`;

// prettier-ignore
const START_6: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
    $s5: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
    s5: CS_Playbook_Run_Step__cCreate(input: $s5) { Record { Id } }
  } }
`;

// prettier-ignore
const START_7: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
    $s5: CS_Playbook_Run_Step__cCreateInput! $s6: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
    s5: CS_Playbook_Run_Step__cCreate(input: $s5) { Record { Id } }
    s6: CS_Playbook_Run_Step__cCreate(input: $s6) { Record { Id } }
  } }
`;

// prettier-ignore
const START_8: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
    $s5: CS_Playbook_Run_Step__cCreateInput! $s6: CS_Playbook_Run_Step__cCreateInput!
    $s7: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
    s5: CS_Playbook_Run_Step__cCreate(input: $s5) { Record { Id } }
    s6: CS_Playbook_Run_Step__cCreate(input: $s6) { Record { Id } }
    s7: CS_Playbook_Run_Step__cCreate(input: $s7) { Record { Id } }
  } }
`;

// prettier-ignore
const START_9: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
    $s5: CS_Playbook_Run_Step__cCreateInput! $s6: CS_Playbook_Run_Step__cCreateInput!
    $s7: CS_Playbook_Run_Step__cCreateInput! $s8: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
    s5: CS_Playbook_Run_Step__cCreate(input: $s5) { Record { Id } }
    s6: CS_Playbook_Run_Step__cCreate(input: $s6) { Record { Id } }
    s7: CS_Playbook_Run_Step__cCreate(input: $s7) { Record { Id } }
    s8: CS_Playbook_Run_Step__cCreate(input: $s8) { Record { Id } }
  } }
`;

// prettier-ignore
const START_10: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
    $s5: CS_Playbook_Run_Step__cCreateInput! $s6: CS_Playbook_Run_Step__cCreateInput!
    $s7: CS_Playbook_Run_Step__cCreateInput! $s8: CS_Playbook_Run_Step__cCreateInput!
    $s9: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
    s5: CS_Playbook_Run_Step__cCreate(input: $s5) { Record { Id } }
    s6: CS_Playbook_Run_Step__cCreate(input: $s6) { Record { Id } }
    s7: CS_Playbook_Run_Step__cCreate(input: $s7) { Record { Id } }
    s8: CS_Playbook_Run_Step__cCreate(input: $s8) { Record { Id } }
    s9: CS_Playbook_Run_Step__cCreate(input: $s9) { Record { Id } }
  } }
`;

// prettier-ignore
const START_11: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
    $s5: CS_Playbook_Run_Step__cCreateInput! $s6: CS_Playbook_Run_Step__cCreateInput!
    $s7: CS_Playbook_Run_Step__cCreateInput! $s8: CS_Playbook_Run_Step__cCreateInput!
    $s9: CS_Playbook_Run_Step__cCreateInput! $s10: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
    s5: CS_Playbook_Run_Step__cCreate(input: $s5) { Record { Id } }
    s6: CS_Playbook_Run_Step__cCreate(input: $s6) { Record { Id } }
    s7: CS_Playbook_Run_Step__cCreate(input: $s7) { Record { Id } }
    s8: CS_Playbook_Run_Step__cCreate(input: $s8) { Record { Id } }
    s9: CS_Playbook_Run_Step__cCreate(input: $s9) { Record { Id } }
    s10: CS_Playbook_Run_Step__cCreate(input: $s10) { Record { Id } }
  } }
`;

// prettier-ignore
const START_12: GraphQlDocument = gql`
  mutation startPlaybook(
    $run: CS_Playbook_Run__cCreateInput! $s0: CS_Playbook_Run_Step__cCreateInput!
    $s1: CS_Playbook_Run_Step__cCreateInput! $s2: CS_Playbook_Run_Step__cCreateInput!
    $s3: CS_Playbook_Run_Step__cCreateInput! $s4: CS_Playbook_Run_Step__cCreateInput!
    $s5: CS_Playbook_Run_Step__cCreateInput! $s6: CS_Playbook_Run_Step__cCreateInput!
    $s7: CS_Playbook_Run_Step__cCreateInput! $s8: CS_Playbook_Run_Step__cCreateInput!
    $s9: CS_Playbook_Run_Step__cCreateInput! $s10: CS_Playbook_Run_Step__cCreateInput!
    $s11: CS_Playbook_Run_Step__cCreateInput!
  ) { uiapi {
    run: CS_Playbook_Run__cCreate(input: $run) { Record { Id } }
    s0: CS_Playbook_Run_Step__cCreate(input: $s0) { Record { Id } }
    s1: CS_Playbook_Run_Step__cCreate(input: $s1) { Record { Id } }
    s2: CS_Playbook_Run_Step__cCreate(input: $s2) { Record { Id } }
    s3: CS_Playbook_Run_Step__cCreate(input: $s3) { Record { Id } }
    s4: CS_Playbook_Run_Step__cCreate(input: $s4) { Record { Id } }
    s5: CS_Playbook_Run_Step__cCreate(input: $s5) { Record { Id } }
    s6: CS_Playbook_Run_Step__cCreate(input: $s6) { Record { Id } }
    s7: CS_Playbook_Run_Step__cCreate(input: $s7) { Record { Id } }
    s8: CS_Playbook_Run_Step__cCreate(input: $s8) { Record { Id } }
    s9: CS_Playbook_Run_Step__cCreate(input: $s9) { Record { Id } }
    s10: CS_Playbook_Run_Step__cCreate(input: $s10) { Record { Id } }
    s11: CS_Playbook_Run_Step__cCreate(input: $s11) { Record { Id } }
  } }
`;

/** The mutation that makes a run with as many steps as its place here says: `START_DOCUMENTS[3]` takes `$s0` to `$s2`. */
// prettier-ignore
export const START_DOCUMENTS: readonly (GraphQlDocument | undefined)[] = [
  undefined, START_1, START_2, START_3, START_4, START_5, START_6, START_7, START_8, START_9, START_10, START_11, START_12,
];
