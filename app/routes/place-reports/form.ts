import { z } from "zod";
import { REPORT_ANSWERS } from "#app/domain/reports/report.ts";
import { authorFields } from "#app/forms/author-fields.ts";

const reportId = z.coerce.number({ error: "Choose what you answer" }).int().positive();

export function reportForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({
    report: reportId,
    answer: z.enum(REPORT_ANSWERS, { error: "Choose whether it is so" }),
    ...authorFields({ needsHandle }),
  });
}

/** What a button on the place's page sends, which has no token. */
export const buttonSchema = z.object({ report: reportId, answer: z.enum(REPORT_ANSWERS) });
