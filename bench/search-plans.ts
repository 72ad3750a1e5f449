/** Query plans by a short name: most queries share theirs with others. */
export class Plans {
  readonly #names = new Map<string, string>();

  /** The name of a plan: "p1" for the first that was seen. @param steps what SQLite explains of a query */
  nameOf(steps: string[]): string {
    const plan = steps.join("\n");
    const name = this.#names.get(plan) ?? `p${this.#names.size + 1}`;
    this.#names.set(plan, name);
    return name;
  }

  /** Each plan under its name, in the order in which they were seen. */
  list(): string[] {
    return [...this.#names].map(([plan, name]) => `${name}\n  ${plan.replaceAll("\n", "\n  ")}`);
  }
}
