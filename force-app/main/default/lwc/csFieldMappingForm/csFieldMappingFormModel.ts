import { linesOf, textOfLines } from 'c/csFieldMappingRules';
import type { OwnField, Remark, Rule, Target, ValueLine } from 'c/csFieldMappingRules';

/** What the form needs of a mapping that is kept. */
export interface EditedMapping {
  id: string;
  source: string;
  values: string | null;
  highest: number | null;
}

/** A remark as it is shown. */
export interface RemarkView {
  key: string;
  text: string;
  icon: string;
  iconText: string;
  variant: string;
}

const WORDS = ['Picklist', 'String', 'ComboBox'];

/** Whether the own values are words, of which each may stand for one of ours. */
export function asksValues({ kind }: Target, { dataType }: OwnField): boolean {
  return (kind === 'choice' || kind === 'health') && WORDS.includes(dataType);
}

/** Whether the own values are numbers on a scale of their own. */
export function asksHighest({ kind }: Target, { dataType }: OwnField): boolean {
  return kind === 'health' && !WORDS.includes(dataType);
}

/** A line for each value of the own picklist and for each that was mapped; a value that is one of ours needs none. */
export function linesFor(
  mapped: string | null,
  values: readonly string[],
  choices: readonly string[],
): ValueLine[] {
  const said = linesOf(mapped);
  const is = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();
  const open = values.filter((value) => !said.some(({ own }) => is(own)(value)));
  return [...said, ...open.map((own) => ({ own, ours: choices.find(is(own)) ?? '' }))];
}

/** The remarks, errors first. */
export function remarkViews(remarks: readonly Remark[]): RemarkView[] {
  return [...remarks]
    .sort((a, b) => Number(a.level !== 'error') - Number(b.level !== 'error'))
    .map(({ level, text }) => ({
      key: text,
      text,
      icon: level === 'error' ? 'utility:error' : 'utility:warning',
      iconText: level === 'error' ? 'Error' : 'Warning',
      variant: level,
    }));
}

/** What is written; what the companion said of an earlier mapping goes. */
export function mappingRecord({ target, field, lines, highest }: Rule, id: string | undefined) {
  const fields = {
    CS_Source__c: field.apiName,
    CS_Values__c: asksValues(target, field) ? textOfLines(lines) : null,
    CS_Highest__c: asksHighest(target, field) ? highest : null,
    CS_Active__c: true,
    CS_State__c: null,
    CS_Message__c: null,
    CS_Checked_On__c: null,
  };
  if (id !== undefined) return { fields: { Id: id, ...fields } };
  const { name } = target;
  return {
    apiName: 'CS_Field_Mapping__c',
    fields: { Name: name, CS_Target__c: name, CS_Key__c: name, ...fields },
  };
}
