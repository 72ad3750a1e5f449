import { z } from "zod";

export const SIGHTING_STATES = ["open", "closed", "moved"] as const;

export type SightingState = (typeof SIGHTING_STATES)[number];

/** How long a sighting of a closed place waits for another member's to agree. */
export const CLOSED_SIGHTING_DAYS = 90;

export const SIGHTING_REPORTS = [
  { report: "open", words: "It is still here" },
  { report: "closed", words: "It has closed for good" },
  { report: "moved", words: "It has moved" },
  { report: "hours", words: "Its hours are still right" },
] as const;

export type SightingReport = (typeof SIGHTING_REPORTS)[number]["report"];

export const sightingReportSchema = z.enum(
  SIGHTING_REPORTS.map(({ report }) => report),
  { error: "Choose what you found" },
);
