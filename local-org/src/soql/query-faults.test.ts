import { afterAll, describe, expect, test } from '@jest/globals';
import { SalesforceError } from '../errors.ts';
import type { UserContext } from '../security/types.ts';
import { createSmallOrg } from './small-org.ts';

const org = createSmallOrg();
afterAll(() => org.database.close());

function faultOf(text: string, user: UserContext = org.admin): string {
  try {
    org.queries.soql(user, text);
  } catch (error) {
    if (error instanceof SalesforceError) return `${error.errorCode}: ${error.message.split('\n').at(-1)}`;
    throw error;
  }
  return 'none';
}

describe('a query that an org refuses', () => {
  test.each([
    ['SELECT Id FROM Nope', "INVALID_TYPE: sObject type 'Nope' is not supported."],
    ['SELECT Nope FROM Account', "INVALID_FIELD: No such column 'Nope' on entity 'Account'."],
    ['SELECT Parent.Nope FROM Account', "INVALID_FIELD: No such column 'Nope' on entity 'Account'."],
    ['SELECT What.Nope FROM Task', "INVALID_FIELD: No such column 'Nope' on entity 'Name'."],
    ['SELECT Nope.Name FROM Account', "INVALID_FIELD: Didn't understand relationship 'Nope' in field path."],
    [
      'SELECT (SELECT Id FROM Nopes) FROM Account',
      "INVALID_TYPE: Didn't understand relationship 'Nopes' in FROM part of query call.",
    ],
    ['SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account', 'MALFORMED_QUERY: The path'],
    ['SELECT Name n FROM Account', 'MALFORMED_QUERY: only aggregate expressions use field aliasing'],
    ['SELECT Name, name FROM Account', 'INVALID_FIELD: duplicate field selected: Name'],
    [
      "SELECT Id FROM Account WHERE Description = 'x'",
      "INVALID_FIELD: field 'Description' can not be filtered in a query call",
    ],
    [
      'SELECT Id FROM Account ORDER BY Description',
      "INVALID_FIELD: field 'Description' can not be sorted in a query call",
    ],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY CS_ARR__c',
      "INVALID_FIELD: field 'CS_ARR__c' can not be grouped in a query call",
    ],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY CreatedDate',
      "INVALID_FIELD: field 'CreatedDate' can not be grouped",
    ],
    ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY: Field must be grouped or aggregated: Name'],
    [
      'SELECT COUNT(Id) FROM Account GROUP BY Type ORDER BY Name',
      'MALFORMED_QUERY: Field must be grouped or aggregated: Name',
    ],
    [
      "SELECT COUNT(Id) FROM Account GROUP BY Type HAVING Name = 'x'",
      'MALFORMED_QUERY: Field must be grouped or aggregated: Name',
    ],
    ['SELECT SUM(Name) FROM Account', 'MALFORMED_QUERY: field Name does not support aggregate operator SUM'],
    [
      'SELECT COUNT(Id) FROM Account LIMIT 1',
      'MALFORMED_QUERY: Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    ['SELECT COUNT(Id) c, MAX(Name) c FROM Account', 'MALFORMED_QUERY: duplicate alias: c'],
    ['SELECT Id FROM Account WHERE COUNT(Id) > 1', 'MALFORMED_QUERY: COUNT(Id) cannot stand in WHERE'],
    ['SELECT Id FROM Account HAVING COUNT(Id) > 1', 'MALFORMED_QUERY: HAVING needs GROUP BY'],
    [
      'SELECT Id FROM Account WHERE Name = 1',
      "INVALID_FIELD: value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE NumberOfEmployees = '1'",
      "INVALID_FIELD: value of filter criterion for field 'NumberOfEmployees' must be of type integer and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE CreatedDate > '2026-01-01'",
      "INVALID_FIELD: value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01',
      "INVALID_FIELD: value of filter criterion for field 'CreatedDate' must be of type dateTime",
    ],
    [
      'SELECT Id FROM Account WHERE CS_Low_Usage__c = 1',
      "INVALID_FIELD: value of filter criterion for field 'CS_Low_Usage__c' must be of type boolean",
    ],
    ["SELECT Id FROM Account WHERE Id = 'nope'", 'INVALID_QUERY_FILTER_OPERATOR: invalid ID field: nope'],
    ["SELECT Id FROM Account WHERE OwnerId LIKE '005%'", 'INVALID_FIELD: invalid operator on id field: LIKE'],
    [
      "SELECT Id FROM Account WHERE Type INCLUDES ('x')",
      'INVALID_FIELD: invalid operator on picklist field: INCLUDES',
    ],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT Name FROM Contact)',
      "INVALID_FIELD: The left operand 'Name' in the where expression for outer query should be an id field",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Name FROM Contact)',
      'INVALID_FIELD: semi join sub-selects can only query id fields',
    ],
    [
      'SELECT FIELDS(ALL) FROM Account',
      'MALFORMED_QUERY: The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE: Maximum SOQL offset allowed is 2000'],
    [
      'SELECT HOUR_IN_DAY(CS_Renewal_Date__c), COUNT(Id) FROM Account GROUP BY HOUR_IN_DAY(CS_Renewal_Date__c)',
      'MALFORMED_QUERY: field CS_Renewal_Date__c does not support the function HOUR_IN_DAY',
    ],
    ['SELECT FORMAT(CS_ARR__c) FROM Account', 'NOT_IMPLEMENTED: The local org does not model FORMAT'],
  ])('%s', (text, fault) => {
    expect(faultOf(text)).toContain(fault);
  });

  test('does not tell an unreadable field or object from an unknown one', () => {
    expect(faultOf('SELECT CS_Secret__c FROM Account', org.csm)).toContain("No such column 'CS_Secret__c'");
    expect(faultOf("SELECT Id FROM Account WHERE CS_Secret__c = 'x'", org.csm)).toContain(
      "No such column 'CS_Secret__c'",
    );
    expect(faultOf('SELECT Id FROM Account ORDER BY CS_Secret__c', org.csm)).toContain(
      "No such column 'CS_Secret__c'",
    );
    expect(faultOf('SELECT Id FROM Task', org.csm)).toContain("sObject type 'Task' is not supported");
  });

  test('is told where in the text the fault stands', () => {
    expect(() => org.queries.soql(org.admin, 'SELECT Id, Nope FROM Account')).toThrow(
      /^\nSELECT Id, Nope FROM Account\n {11}\^\nERROR at Row:1:Column:12\nNo such column 'Nope'/,
    );
    expect(() => org.queries.soql(org.admin, 'SELECT Id\nFROM Nope')).toThrow(/Row:2:Column:6/);
  });
});
