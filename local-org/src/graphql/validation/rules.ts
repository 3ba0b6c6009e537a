import { specifiedRules } from 'graphql';
import type { ValidationRule } from 'graphql';

/**
 * The platform validates with graphql-java, whose names for faults show in its messages. These are the rules
 * of graphql-js under those names; `@defer` and `@stream` do not exist here, so their rules are left out.
 * https://github.com/graphql-java/graphql-java/blob/master/src/main/java/graphql/validation/ValidationErrorType.java
 */
const FAULT_BY_RULE: Readonly<Record<string, string>> = {
  ExecutableDefinitionsRule: 'NonExecutableDefinition',
  KnownOperationTypesRule: 'UnknownOperation',
  UniqueOperationNamesRule: 'DuplicateOperationName',
  LoneAnonymousOperationRule: 'LoneAnonymousOperationViolation',
  SingleFieldSubscriptionsRule: 'SubscriptionMultipleRootFields',
  KnownTypeNamesRule: 'UnknownType',
  FragmentsOnCompositeTypesRule: 'FragmentTypeConditionInvalid',
  VariablesAreInputTypesRule: 'NonInputTypeOnVariable',
  ScalarLeafsRule: 'SubSelection',
  FieldsOnCorrectTypeRule: 'FieldUndefined',
  UniqueFragmentNamesRule: 'DuplicateFragmentName',
  KnownFragmentNamesRule: 'UndefinedFragment',
  NoUnusedFragmentsRule: 'UnusedFragment',
  PossibleFragmentSpreadsRule: 'InvalidFragmentType',
  NoFragmentCyclesRule: 'FragmentCycle',
  UniqueVariableNamesRule: 'DuplicateVariableName',
  NoUndefinedVariablesRule: 'UndefinedVariable',
  NoUnusedVariablesRule: 'UnusedVariable',
  KnownDirectivesRule: 'UnknownDirective',
  UniqueDirectivesPerLocationRule: 'DuplicateDirectiveName',
  KnownArgumentNamesRule: 'UnknownArgument',
  UniqueArgumentNamesRule: 'DuplicateArgumentNames',
  ValuesOfCorrectTypeRule: 'WrongType',
  ProvidedRequiredArgumentsRule: 'MissingFieldArgument',
  VariablesInAllowedPositionRule: 'VariableTypeMismatch',
  OverlappingFieldsCanBeMergedRule: 'FieldsConflict',
  UniqueInputFieldNamesRule: 'UniqueObjectFieldName',
  MaxIntrospectionDepthRule: 'MaxIntrospectionDepth',
};

/** Each rule with the platform's name for what it finds. */
export const VALIDATION_RULES: readonly { rule: ValidationRule; fault: string }[] = specifiedRules.flatMap(
  (rule) => {
    const fault = FAULT_BY_RULE[rule.name];
    return fault === undefined ? [] : [{ rule, fault }];
  },
);

/** graphql-js's wording on the left, graphql-java's on the right; a fault of its own where one rule finds two. */
const WORDINGS: readonly { from: RegExp; to: string; fault?: string }[] = [
  { from: /^Cannot query field "(.+?)" on type "(.+?)".*$/s, to: "Field '$1' in type '$2' is undefined" },
  {
    from: /^Field "(.+?)" of type "(.+?)" must have a selection of subfields.*$/s,
    to: 'Sub selection required for type $2 of field $1',
    fault: 'SubSelectionRequired',
  },
  {
    from: /^Field "(.+?)" must not have a selection since type "(.+?)" has no subfields.*$/s,
    to: 'Sub selection not allowed on leaf type $2 of field $1',
    fault: 'SubSelectionNotAllowed',
  },
  { from: /^Unknown argument "(.+?)" on field .*$/s, to: 'Unknown field argument $1' },
  { from: /^Unknown type "(.+?)".*$/s, to: 'Unknown type $1' },
  { from: /^Unknown fragment "(.+?)".*$/s, to: 'Undefined fragment $1' },
  { from: /^Fragment "(.+?)" is never used.*$/s, to: 'Unused fragment $1' },
  { from: /^Variable "\$(.+?)" is not defined.*$/s, to: 'Undefined variable $1' },
  { from: /^Variable "\$(.+?)" is never used.*$/s, to: 'Unused variable $1' },
  {
    from: /^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)".*$/s,
    to: "Variable type '$2' does not match expected type '$3'",
  },
];

/** A fault in the platform's words. */
export function wordFault(fault: string, message: string): { fault: string; text: string } {
  const wording = WORDINGS.find(({ from }) => from.test(message));
  if (!wording) return { fault, text: message };
  return { fault: wording.fault ?? fault, text: message.replace(wording.from, wording.to) };
}
