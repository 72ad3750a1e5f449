import { parseArgs } from "node:util";
import { z } from "zod";
import { generateDatabase } from "./generate-database.ts";
import { choosePages, copyForMeasuring } from "./measure/database-copy.ts";
import { expectSameContent } from "./measure/page-content.ts";
import { measureVariants } from "./measure/rounds.ts";
import { startVariants } from "./measure/variants.ts";
import { keepPart } from "./report/figures.ts";
import { presentPages } from "./report/present-pages.ts";
import { writeReport } from "./report/write-report.ts";

const number = { type: "string" } as const;
const options = z
  .object({
    places: z.coerce.number().int().min(40).default(1000),
    reviews: z.coerce.number().int().min(1000).default(50_000),
    rounds: z.coerce.number().int().min(1).default(5),
    seconds: z.coerce.number().min(1).default(3),
  })
  .parse(
    parseArgs({ options: { places: number, reviews: number, rounds: number, seconds: number } })
      .values,
  );

// The site's pages and its peer's under load, in alternating rounds.
const database = copyForMeasuring(await generateDatabase(options));
const pages = choosePages(database.file);
const variants = await startVariants(database.file, pages);
try {
  await expectSameContent(variants);
  const measured = await measureVariants(variants, options);
  keepPart(presentPages(measured, options));
  writeReport();
} finally {
  await Promise.all(variants.map(({ stop }) => stop()));
  database.remove();
}
