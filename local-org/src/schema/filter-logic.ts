/** What filter logic such as `1 AND (2 OR 3)` says; a filter is its number, from 1. */
export type FilterLogic =
  | { kind: 'filter'; number: number }
  | { kind: 'not'; term: FilterLogic }
  | { kind: 'and' | 'or'; terms: FilterLogic[] };

const TOKEN = /\s*(\d+|\(|\)|AND\b|OR\b|NOT\b)/iy;

/**
 * Reads filter logic as a list view has it. AND and OR side by side need parentheses that say which comes first, as
 * an org wants it: https://help.salesforce.com/s/articleView?id=sf.working_with_advanced_filter_conditions_in_reports_and_list_views.htm
 *
 * @returns null where the text is no filter logic
 */
export function parseFilterLogic(text: string): FilterLogic | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  let position = 0;

  const next = (): string => tokens[position] ?? '';
  const take = (): string => tokens[position++] ?? '';

  function readTerm(): FilterLogic | null {
    const token = take();
    if (/^\d+$/.test(token)) return { kind: 'filter', number: Number(token) };
    if (token === 'NOT') {
      const term = readTerm();
      return term && { kind: 'not', term };
    }
    if (token !== '(') return null;
    const inside = readTerms();
    return take() === ')' ? inside : null;
  }

  function readTerms(): FilterLogic | null {
    const first = readTerm();
    if (!first) return null;
    const operator = next();
    if (operator !== 'AND' && operator !== 'OR') return first;
    const terms = [first];
    while (next() === operator) {
      take();
      const term = readTerm();
      if (!term) return null;
      terms.push(term);
    }
    return { kind: operator === 'AND' ? 'and' : 'or', terms };
  }

  const logic = readTerms();
  return position === tokens.length ? logic : null;
}

/** The numbers of the filters that logic names. */
export function filterNumbers(logic: FilterLogic): number[] {
  if (logic.kind === 'filter') return [logic.number];
  return logic.kind === 'not' ? filterNumbers(logic.term) : logic.terms.flatMap(filterNumbers);
}

function tokensOf(text: string): string[] | null {
  const trimmed = text.trimEnd();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const token = TOKEN.exec(trimmed)?.[1];
    if (token === undefined) return null;
    tokens.push(token.toUpperCase());
  }
  return tokens;
}
