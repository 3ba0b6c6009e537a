import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { registerClock } from '../../store/field-expression.ts';
import { createTableStatements } from '../../store/tables.ts';
import { checkbox, date, decimal, picklist, text, textArea } from '../field-builders.ts';
import { withSystemFields } from '../system-fields.ts';
import type { FieldDef, FieldType, ObjectDef } from '../types.ts';
import { checkFormula } from './check-formula.ts';
import { compileFormula } from './compile-formula.ts';

const fields = withSystemFields(
  [
    decimal('double', 'Score__c', 'Score', { precision: 3, scale: 0 }),
    decimal('double', 'Blank__c', 'Blank', { precision: 3, scale: 0 }),
    picklist('Tier__c', 'Tier', ['Gold', 'Silver']),
    picklist('Band__c', 'Band', ['High']),
    date('Due__c', 'Due'),
    text('Code__c', 'Code', 20),
    checkbox('Low__c', 'Low'),
    textArea('Story__c', 'Story', 2000),
  ],
  { owned: false },
);
const object: ObjectDef = {
  ...{ name: 'Thing__c', label: 'Thing', labelPlural: 'Things', keyPrefix: 'a00', custom: true },
  ...{ sharingModel: 'ReadWrite', nameField: 'Name' },
  fields: new Map(fields.map((field) => [field.name, field])),
};

let database: DatabaseSync;

beforeAll(() => {
  database = new DatabaseSync(':memory:');
  registerClock(database, () => new Date('2026-11-22T10:00:00Z'));
  for (const sql of createTableStatements(object)) database.exec(sql);
  database.exec(
    `INSERT INTO "Thing__c" ("Id", "Score__c", "Tier__c", "Due__c", "Code__c", "Low__c")
     VALUES ('a00Tn0000000001IAA', 9, 'Gold', '2026-12-02', 'it''s', 1)`,
  );
});
afterAll(() => database.close());

function formula(type: FieldType, expression: string, blanks?: 'BlankAsBlank'): FieldDef {
  return {
    ...{ name: 'F__c', label: 'F', type, custom: true, nillable: true, createable: false, updateable: false },
    formula: { expression, ...(blanks ? { treatBlanksAs: blanks } : {}) },
  };
}

function evaluate(field: FieldDef): unknown {
  return database.prepare(`SELECT ${compileFormula(object, field, 't').sql} AS value FROM "Thing__c" t`).get()
    ?.value;
}

describe('a formula', () => {
  test.each<[FieldType, string, unknown]>([
    ['string', 'IF(Score__c >= 9, "Promoter", IF(Score__c >= 7, "Passive", "Detractor"))', 'Promoter'],
    ['string', "CASE(Tier__c, 'Gold', 'A', 'Silver', 'B', '?')", 'A'],
    ['string', 'CASE(Score__c, 1, "one", "many")', 'many'],
    ['boolean', 'ISPICKVAL(Tier__c, "Gold") && NOT(ISPICKVAL(Band__c, "High"))', 1],
    ['boolean', "ISPICKVAL(Band__c, '')", 1],
    ['boolean', 'OR(Low__c, Score__c <> 9)', 1],
    ['boolean', '!Low__c', 0],
    ['boolean', 'ISBLANK(Blank__c)', 1],
    ['double', 'Blank__c + 1', 1],
    ['double', 'BLANKVALUE(Blank__c, 5)', 5],
    ['double', '2 + 3 * -Score__c / 2', -11.5],
    ['double', 'ROUND(10 / 4, 0) + MAX(1, 2) - MIN(3, ABS(-4))', 2],
    ['double', 'Due__c - TODAY()', 10],
    ['date', 'TODAY() + 3', '2026-11-25'],
    ['date', 'Due__c - 2', '2026-11-30'],
    ['string', 'Code__c & " / " + TEXT(Tier__c) /* shown */', "it's / Gold"],
    ['boolean', "Code__c = 'it\\'s'", 1],
    ['boolean', '"IT\'S" = Code__c', 0],
    ['string', 'CASE(Tier__c, "gold", "low", "none")', 'none'],
    ['boolean', 'Blank__c < 1', 1],
  ])('of %s %s is %p', (type, expression, expected) => {
    const field = formula(type, expression);
    checkFormula(object, field);
    expect(evaluate(field)).toBe(expected);
  });

  test('leaves blanks blank where it is told to', () => {
    expect(evaluate(formula('double', 'Blank__c + 1', 'BlankAsBlank'))).toBeNull();
    expect(evaluate(formula('boolean', 'Blank__c < 1', 'BlankAsBlank'))).toBe(0);
  });

  test.each<[FieldType, string, string]>([
    ['double', 'Nope__c + 1', 'Field Nope__c does not exist. Check spelling.'],
    [
      'double',
      'Account__r.Score__c',
      'does not model formulas that reach beyond the record: Account__r.Score__c',
    ],
    ['double', 'SQRT(Score__c)', 'does not model the function SQRT'],
    ['double', 'Score__c +', 'the formula ends too soon'],
    ['double', '(Score__c', 'the formula ends too soon'],
    ['double', 'Score__c # 2', "unexpected '#' at 10"],
    ['double', 'Score__c 2', "unexpected '2' at 10"],
    ['double', 'IF(Low__c, 1)', "Incorrect number of parameters for function 'IF'. Expected 3, received 2"],
    ['double', 'IF(Score__c, 1, 2)', "Incorrect parameter type for 'IF'. Expected boolean, received number"],
    ['boolean', 'Tier__c = "Gold"', 'A picklist is compared with ISPICKVAL or CASE'],
    ['string', 'Story__c', 'Field Story__c is of a type that a formula cannot read'],
    [
      'double',
      'Code__c',
      'Formula result is data type (text), incompatible with expected data type (number).',
    ],
  ])('of %s %s is refused', (type, expression, message) => {
    expect(() => checkFormula(object, formula(type, expression))).toThrow(message);
  });
});

test('a formula that asks who the user is has another value for each', () => {
  const isMine = formula('boolean', 'OR(Code__c = $User.Id, ISBLANK($User.Id))');
  const valueFor = (userId: string) =>
    database.prepare(`SELECT ${compileFormula(object, isMine, 'r', userId).sql} v FROM "Thing__c" r`).get();
  expect(valueFor("it's")).toEqual({ v: 1 });
  expect(valueFor('somebody')).toEqual({ v: 0 });
  expect(() => compileFormula(object, formula('string', '$User.Email'), 'r')).toThrow(/\$User\.Email/);
});
