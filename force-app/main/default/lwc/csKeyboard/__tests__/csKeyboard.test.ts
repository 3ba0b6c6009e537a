import { mayTakeKeyboard } from 'c/csKeyboard';

const form = document.createElement('form');
const button = document.createElement('button');

describe('whether the keyboard may be given back', () => {
  afterEach(() => document.body.replaceChildren());

  test('it may where nothing has it, and where the form has it', () => {
    expect(mayTakeKeyboard({ activeElement: null })).toBe(true);
    expect(mayTakeKeyboard(null)).toBe(true);
    expect(mayTakeKeyboard({ activeElement: form })).toBe(true);
    expect(mayTakeKeyboard({ activeElement: form }, 'form')).toBe(true);
  });

  test('it may not where the user is in another part of the component, or elsewhere on the page', () => {
    expect(mayTakeKeyboard({ activeElement: button }, 'form')).toBe(false);
    document.body.append(button);
    button.focus();
    expect(mayTakeKeyboard({ activeElement: null })).toBe(false);
  });
});
