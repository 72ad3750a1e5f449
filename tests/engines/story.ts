import type { Person } from "../browser/people.ts";
import type { Visitor } from "./visitor.ts";

export type Story = {
  title: string;
  /** A stranger by default. */
  as?: Person;
  needsScripts?: boolean;
  walk: (visitor: Visitor) => Promise<void>;
};
