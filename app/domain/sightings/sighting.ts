import { z } from "zod";

export const SIGHTING_STATES = ["open", "closed", "moved"] as const;

export type SightingState = (typeof SIGHTING_STATES)[number];

/** How long a sighting of a closed place waits for another member's to agree. */
export const CLOSED_SIGHTING_DAYS = 90;

export const SIGHTING_REPORTS = [
  { found: "open", words: "It is still here" },
  { found: "closed", words: "It has closed for good" },
  { found: "moved", words: "It has moved" },
  { found: "hours", words: "Its hours are still right" },
] as const;

export type SightingReport = (typeof SIGHTING_REPORTS)[number]["found"];

export const sightingReportSchema = z.enum(
  SIGHTING_REPORTS.map(({ found }) => found),
  { error: "Choose what you found" },
);
