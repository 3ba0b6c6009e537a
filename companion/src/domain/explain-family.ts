import type { ExplainedNumber, NumberPart } from './explain-numbers.ts';
import { flattenConfig } from './flatten-config.ts';
import type { FamilyPart, FamilyRisk } from './roll-up-family.ts';
import type { ScoringConfig } from './scoring-config.ts';

const WHY_LEFT_OUT: Record<NonNullable<FamilyPart['leftOut']>, string> = {
  churned: 'left out: a churned customer',
  'no score': 'left out: it has no score',
  'no ARR': 'left out: its ARR is not known',
};

/** The numbers of a family taken apart into its accounts; the parts of each add up to it. */
export function explainFamily(risk: FamilyRisk, config: ScoringConfig): ExplainedNumber[] {
  const customers = risk.parts.filter(({ leftOut }) => leftOut !== 'churned');
  return [
    {
      name: 'familyRisk',
      field: 'CS_Family_Risk__c',
      value: risk.score,
      how: 'sum',
      parts: risk.parts.map((part) => toPart(part, part.points, tellPart(part))),
      configuration: flattenConfig(config, 'rollUp', 'bands'),
    },
    {
      name: 'familyArr',
      field: 'CS_Family_ARR__c',
      value: risk.arr,
      how: 'sum',
      parts: customers.flatMap((part) => (part.arr === null ? [] : [toPart(part, part.arr, 'ARR')])),
      configuration: [],
    },
    {
      name: 'familyAccounts',
      field: 'CS_Family_Accounts__c',
      value: risk.accounts,
      how: 'sum',
      parts: customers.map((part) => toPart(part, 1, tellPart(part))),
      configuration: [],
    },
  ];
}

function toPart({ accountId, name }: FamilyPart, value: number, detail: string): NumberPart {
  return {
    label: name,
    value,
    detail,
    records: [{ object: 'Account', id: accountId, label: name }],
    configuration: [],
  };
}

function tellPart({ score, band, arr, leftOut }: FamilyPart): string {
  if (leftOut) return WHY_LEFT_OUT[leftOut];
  return `risk ${score} (${band}), ARR ${arr ?? 'not known'}`;
}
