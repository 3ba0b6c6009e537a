/**
 * Whether a component that has saved may give the keyboard to what now stands in place of its form. It may not where
 * the user went on elsewhere meanwhile: a list or a menu that loses the focus closes under her hands.
 *
 * @param template the component's own template
 * @param form selector of the form, where the template holds more than it
 */
export function mayTakeKeyboard(
  template: Pick<ShadowRoot, 'activeElement'> | null | undefined,
  form = '*',
): boolean {
  const inside = template?.activeElement;
  if (inside) return inside.matches(form);
  // A button that is disabled while the form is saved leaves the focus to the page as a whole.
  return document.activeElement === null || document.activeElement === document.body;
}
