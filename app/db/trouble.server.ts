import { accessSync, constants, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** Why nothing can be posted at the moment. */
export type Trouble =
  | "file-missing"
  | "file-replaced"
  | "file-truncated"
  | "file-damaged"
  | "disk-full"
  | "disk-read-only"
  | "disk-failing";

/** Nothing was written, or into a file that is not the site's any more. */
export class TroubleError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(`The database cannot be written: ${trouble}.`, options);
    this.trouble = trouble;
  }
}

const TROUBLES: [code: RegExp, trouble: Trouble][] = [
  [/^SQLITE_FULL/, "disk-full"],
  [/^SQLITE_(READONLY|PERM|CANTOPEN)/, "disk-read-only"],
  [/^SQLITE_IOERR/, "disk-failing"],
  [/^SQLITE_(CORRUPT|NOTADB)/, "file-damaged"],
];

const causeSchema = z.object({ cause: z.object({ originalCode: z.string() }) });
const knownSchema = z.object({ meta: z.object({ driverAdapterError: causeSchema }) });

/** Prisma passes on its adapter's error as it is, or inside its own. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof TroubleError) return error.trouble;
  const { cause } =
    causeSchema.safeParse(error).data ??
    knownSchema.safeParse(error).data?.meta.driverAdapterError ??
    {};
  return TROUBLES.find(([code]) => cause && code.test(cause.originalCode))?.[1];
}

// Bytes: less than a post may need.
const TOO_LITTLE = 500_000;

export function troubleOfDisk(file: string): Trouble | undefined {
  const folder = dirname(file);
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < TOO_LITTLE ? "disk-full" : undefined;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing ? "file-missing" : "disk-read-only";
  }
}
