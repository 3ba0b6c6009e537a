import type { ComponentProblem } from '../../types/component-problem.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import { notFound, problemAt } from '../problem.ts';

const MAX_VALUE_LENGTH = 255;
/** https://help.salesforce.com/s/articleView?id=platform.picklist_limitations.htm */
const MAX_VALUES = 1000;

/** Checks the values of a picklist: there are some, each once, one default at most, none too long. */
export function checkValueSet(field: XmlElement): ComponentProblem[] {
  const valueSet = childNamed(field, 'valueSet');
  if (!valueSet) return [];
  const globalName = childText(valueSet, 'valueSetName');
  if (globalName !== undefined) {
    return [notFound(childNamed(valueSet, 'valueSetName'), 'valueSetName', 'GlobalValueSet', globalName)];
  }
  const dependent = childNamed(valueSet, 'controllingField') ?? childNamed(valueSet, 'valueSettings');
  if (dependent) return [problemAt(dependent, 'The local org does not model dependent picklists.')];
  const definition = childNamed(valueSet, 'valueSetDefinition');
  const values = definition ? childrenNamed(definition, 'value') : [];
  if (values.length === 0) return [problemAt(valueSet, 'A picklist needs at least one value')];
  if (values.length > MAX_VALUES) {
    return [problemAt(valueSet, `A picklist holds ${MAX_VALUES} values at most; found ${values.length}`)];
  }
  const seen = new Set<string>();
  const problems: ComponentProblem[] = [];
  for (const value of values) {
    const name = childText(value, 'fullName');
    if (name === undefined) problems.push(problemAt(value, 'Required field is missing: fullName'));
    else if (name.length > MAX_VALUE_LENGTH) {
      problems.push(problemAt(value, `Picklist value too long: ${name} (max length=${MAX_VALUE_LENGTH})`));
    } else if (seen.has(name.toLowerCase()))
      problems.push(problemAt(value, `Duplicate picklist value: ${name}`));
    else if (childText(field, 'type') === 'MultiselectPicklist' && name.includes(';')) {
      problems.push(problemAt(value, `A value of a multi-select picklist cannot hold a semicolon: ${name}`));
    }
    seen.add((name ?? '').toLowerCase());
  }
  const defaults = values.filter((value) => childFlag(value, 'default'));
  if (defaults.length > 1)
    problems.push(problemAt(defaults[1], 'Only one picklist value can be the default'));
  return problems;
}
