import { z } from "zod";

export const REPORT_KINDS = ["closed", "open", "moved", "name", "address"] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

/** How long a report waits for somebody with standing to agree. */
export const REPORT_DAYS = 90;

/** What would be said of the place if the report were right. */
export const reportedFactsSchema = z.object({
  closedOn: z.string().optional(),
  name: z.string().optional(),
  street: z.string().optional(),
  postcode: z.string().nullable().optional(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable().optional(),
});

export type ReportedFacts = z.output<typeof reportedFactsSchema>;

export type Report = { kind: ReportKind; facts: ReportedFacts };

export const REPORT_ANSWERS = ["agree", "turn-down", "withdraw"] as const;

export type ReportAnswer = (typeof REPORT_ANSWERS)[number];
