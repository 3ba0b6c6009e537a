import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';

interface Value<Type> {
  value: Type;
}

interface ContactAnswer {
  uiapi?: {
    query?: {
      Contact?: {
        edges?: { node: { Id: string; Name: Value<string>; Title: Value<string | null> } }[];
      };
    };
  };
}

// More contacts than this are not chosen from a list: the action is begun on the contact's page then.
const CONTACTS_OF_ACCOUNT = gql`
  query contactsOfAccount($accountId: ID) {
    uiapi {
      query {
        Contact(where: { AccountId: { eq: $accountId } }, orderBy: { Name: { order: ASC } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              Title {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const NOBODY = { label: 'Nobody in particular', value: '' };

/**
 * Chooses one of the contacts of an account.
 *
 * @fires change with `detail.contactId`, undefined for nobody
 */
export default class CsContactPicker extends LightningElement {
  /** Id of the account. */
  @api
  get accountId(): string | undefined {
    return this.#accountId;
  }
  set accountId(accountId: string | undefined) {
    if (accountId === this.#accountId) return;
    this.#accountId = accountId;
    // Until those of this account are read, those of another must not be chosen.
    this.options = [NOBODY];
  }

  /** Id of the contact chosen. */
  @api contactId: string | undefined;

  /** What the field is called. */
  @api label = 'Contact';

  options: { label: string; value: string }[] = [NOBODY];
  errors: unknown;
  #accountId: string | undefined;

  @wire(graphql, { query: CONTACTS_OF_ACCOUNT, variables: '$variables' })
  receive({ data, errors }: GraphQlResult): void {
    this.errors = errors;
    if (!data) return;
    const edges = (data as ContactAnswer).uiapi?.query?.Contact?.edges ?? [];
    const contacts = edges.map(({ node }) => ({
      label: node.Title.value ? `${node.Name.value}, ${node.Title.value}` : node.Name.value,
      value: node.Id,
    }));
    this.options = [NOBODY, ...contacts];
  }

  get variables(): Record<string, unknown> | undefined {
    return this.#accountId ? { accountId: this.#accountId } : undefined;
  }

  get chosen(): string {
    return this.contactId ?? '';
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    // The combobox's own event crosses shadow boundaries, and would follow ours without a contact.
    event.stopPropagation();
    const contactId = event.detail.value || undefined;
    this.dispatchEvent(new CustomEvent('change', { detail: { contactId } }));
  }
}
