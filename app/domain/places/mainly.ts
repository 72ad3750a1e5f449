import { z } from "zod";

/** What people mainly have at a place, which is what its price band is of. */
export const MAINLY = [
  { kind: "meal", words: "a meal" },
  { kind: "drink", words: "coffee, drinks" },
  { kind: "bite", words: "sweets, bites" },
] as const;

export const mainlySchema = z.enum(
  MAINLY.map(({ kind }) => kind),
  { error: "Choose a meal, drinks or bites" },
);

export type Mainly = z.output<typeof mainlySchema>;

export function mainlyWords(mainly: Mainly | null): string {
  return MAINLY.find(({ kind }) => kind === mainly)?.words ?? "not known";
}
