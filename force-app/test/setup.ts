import { setup } from '@sa11y/jest';

setup();

// jsdom does not know container queries and says so for every component that has one; the journeys show them at work.
const { error: complain } = console;
console.error = (...complaint: unknown[]) => {
  if (!String(complaint[0]).includes('Could not parse CSS stylesheet')) complain(...complaint);
};

// What one test leaves in the document or in a mock must not reach the next.
afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});
