import { setup } from '@sa11y/jest';

setup();

// What one test leaves in the document or in a mock must not reach the next.
afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});
