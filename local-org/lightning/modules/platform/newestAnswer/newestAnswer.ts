/** How a question ended: with a value or with an error. */
export type Ending<T> = { value: T; error?: undefined } | { value?: undefined; error: unknown };

/**
 * Questions of which only the newest counts: answers come in any order, and a late one must not overwrite what came
 * of a later question.
 *
 * @example
 * const ending = await this.#search.take(searchByName('Account', text));
 * if (!ending) return; // something else was asked meanwhile
 */
export class NewestAnswer {
  #question = 0;

  /** Waits for an answer; undefined when another was asked for meanwhile, or none is wanted any more. */
  async take<T>(asked: Promise<T>): Promise<Ending<T> | undefined> {
    const question = ++this.#question;
    const ending = await settle(asked);
    return question === this.#question ? ending : undefined;
  }

  /** From now on the answer that is on its way is not wanted. */
  drop(): void {
    this.#question += 1;
  }
}

async function settle<T>(asked: Promise<T>): Promise<Ending<T>> {
  try {
    return { value: await asked };
  } catch (error) {
    return { error: error ?? new Error('It failed without saying why.') };
  }
}
