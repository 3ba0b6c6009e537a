const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Called with every page that a component navigates to. */
export const navigate = jest.fn();

/** `lightning/navigation` for tests: `/lightning/r/<object>/<id>/view` is the address of a record. */
export const NavigationMixin = Object.assign(
  (Base: new () => object) =>
    class extends Base {
      [Navigate] = navigate;
      [GenerateUrl](page: { attributes: Record<string, string> }): Promise<string> {
        const { objectApiName, recordId } = page.attributes;
        return Promise.resolve(`/lightning/r/${objectApiName}/${recordId}/view`);
      }
    },
  { Navigate, GenerateUrl },
);
