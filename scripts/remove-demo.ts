import type { PrismaClient } from "../app/db/generated/client.ts";
import { countOf, listInWords } from "../app/domain/text/counting.ts";
import { DemoError, readDemo } from "../prisma/demo/read-demo.ts";
import { removeDemo } from "../prisma/remove-demo.ts";
import { AdminError } from "./admin-command.ts";

/** Returns what to print. */
export async function removeDemoByOperator(
  database: PrismaClient,
  isDryRun: boolean,
): Promise<string> {
  const { places, members, cuisines, kept } = await removeDemo(database, demoOrThrow(), {
    isDryRun,
  });
  const counts = listInWords([
    countOf(places, "place"),
    countOf(members, "member"),
    countOf(cuisines, "cuisine"),
  ]);
  const stay =
    kept.length === 0
      ? []
      : [`${isDryRun ? "Would keep" : "Kept"}, since people added to them: ${kept.join(", ")}.`];
  return [
    isDryRun ? `Would take away ${counts} of the demo.` : `Took away ${counts} of the demo.`,
    ...stay,
  ].join("\n");
}

function demoOrThrow() {
  try {
    return readDemo();
  } catch (error) {
    if (error instanceof DemoError) throw new AdminError(error.message);
    throw error;
  }
}
