import { z } from "zod";

/** What a member can find of a place at a glance. */
export const SIGHTING_STATES = ["open", "closed", "moved"] as const;

export type SightingState = (typeof SIGHTING_STATES)[number];

/** How many days a sighting of a closed place waits for somebody else's to agree with it. */
export const CLOSED_SIGHTING_DAYS = 90;

/** What somebody says in one press, with the words for it: what they saw of a place, or that its hours are still right. */
export const SIGHTING_REPORTS = [
  { found: "open", words: "It is still here" },
  { found: "closed", words: "It has closed for good" },
  { found: "moved", words: "It has moved" },
  { found: "hours", words: "Its hours are still right" },
] as const;

export type SightingReport = (typeof SIGHTING_REPORTS)[number]["found"];

/** A finding as a form or an address sends it. */
export const sightingReportSchema = z.enum(
  SIGHTING_REPORTS.map(({ found }) => found),
  { error: "Choose what you found" },
);
