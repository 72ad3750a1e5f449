import type { Diet, Feature, Portion } from "../../app/domain/places/diets-and-features.ts";

/** What the demo says of a place beside what people recommend it for. Whatever is left out, nobody has said. */
export type DemoFacts = {
  /** The hours of the days from Monday to Sunday, as people type them. */
  week?: string[];
  bankHolidays?: "usual" | "closed";
  /** Days before the seed runs that somebody confirmed the hours. */
  confirmedDaysAgo?: number;
  diets?: Partial<Record<Diet, Portion>>;
  features?: Partial<Record<Feature, boolean>>;
  /** Who found it open, closed or moved, and how many days before the seed runs. */
  seen?: [by: string, daysAgo: number, state?: "open" | "closed" | "moved"][];
  /** Metres north and east of the campus, where it is not at its postcode. */
  position?: [north: number, east: number];
};

/** A week with the same hours every weekday. */
export function week(weekdays: string, saturday: string, sunday: string): string[] {
  return [...Array<string>(5).fill(weekdays), saturday, sunday];
}
