import { createElement } from 'lwc';

/** An element of the page under test, with whatever properties the test gives it. */
export type Rendered = HTMLElement & Record<string, unknown>;

/** Puts a component on the page and waits until it has drawn itself. */
export async function render(
  tag: string,
  component: CustomElementConstructor | (new () => object),
  properties: Record<string, unknown> = {},
): Promise<Rendered> {
  const element = createElement(tag, { is: component as never }) as unknown as Rendered;
  Object.assign(element, properties);
  document.body.appendChild(element);
  await settle();
  return element;
}

/** Waits until every promise that is due has run and the page has been drawn again. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** The element inside a component that matches, of which there must be one. */
export function find(element: Element, selector: string): Rendered {
  const found = element.shadowRoot?.querySelector<Rendered>(selector);
  if (!found) throw new Error(`No ${selector} in ${element.tagName.toLowerCase()}`);
  return found;
}

/** All elements inside a component that match. */
export function findAll(element: Element, selector: string): Rendered[] {
  return [...(element.shadowRoot?.querySelectorAll<Rendered>(selector) ?? [])];
}

/** What a component says itself, without its children's own text, in one line. */
export function textOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
