/** The first `h1` below an element, through the shadows of the components in between. */
export function findHeading(root: ParentNode): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === 'h1') return element;
    const found = element.shadowRoot && findHeading(element.shadowRoot);
    if (found) return found;
  }
  return undefined;
}
