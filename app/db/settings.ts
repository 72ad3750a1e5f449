import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { loadEnvFile } from "node:process";
import { z } from "zod";

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const number = (least: number, most: number, sentence: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, sentence)
    .transform(Number)
    .refine((value) => value >= least && value <= most, sentence);

const origin = z
  .string()
  .transform((text) => URL.parse(text)?.origin ?? "")
  .refine(
    (text) => /^https?:\/\//.test(text),
    'APP_ORIGIN must be a web address such as "https://food.example.org".',
  );

const settingsSchema = z.object({
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^file:[^?]+$/,
        'DATABASE_URL must be "file:" and a path, such as "file:/data/sqlite.db".',
      )
      .default("file:./data/sqlite.db"),
  ),
  PORT: optional(number(1, 65_535, "PORT must be a number from 1 to 65535.").default(3000)),
  HOST: optional(z.string().optional()),
  APP_ORIGIN: optional(origin.optional()),
  SITE_NAME: optional(
    z.string().trim().max(40, "SITE_NAME must be 40 characters or fewer.").default("Fork & Filter"),
  ),
  CAMPUS_NAME: optional(
    z
      .string()
      .trim()
      .max(80, "CAMPUS_NAME must be 80 characters or fewer.")
      .default("Founders & Coders, Finsbury Park"),
  ),
  CAMPUS_LATITUDE: optional(
    number(-90, 90, "CAMPUS_LATITUDE must be a number from -90 to 90.").default(51.5643),
  ),
  CAMPUS_LONGITUDE: optional(
    number(-180, 180, "CAMPUS_LONGITUDE must be a number from -180 to 180.").default(-0.1063),
  ),
  SESSION_SECRET: optional(
    z.string().min(32, "SESSION_SECRET must be at least 32 characters long.").optional(),
  ),
  TRUST_PROXY: optional(z.enum(["fly"], 'TRUST_PROXY must be "fly" or left out.').optional()),
  DEMO: optional(
    z
      .enum(["yes", "no"], "DEMO must be yes or no.")
      .default("yes")
      .transform((text) => text === "yes"),
  ),
  JOIN_CODE: optional(
    z
      .string()
      .trim()
      .min(4, "JOIN_CODE must be 4 to 100 characters long.")
      .max(100, "JOIN_CODE must be 4 to 100 characters long.")
      .optional(),
  ),
  REVIEW_FIRST_POSTS: optional(
    z
      .enum(["true", "false"], "REVIEW_FIRST_POSTS must be true or false.")
      .default("false")
      .transform((text) => text === "true"),
  ),
  FIRST_POST_SECONDS: optional(
    number(0, 60, "FIRST_POST_SECONDS must be a number from 0 to 60.").default(3),
  ),
  NEW_MEMBERS_PER_HOUR: optional(
    number(1, 1_000_000, "NEW_MEMBERS_PER_HOUR must be a number from 1 to 1000000.").default(20),
  ),
  POSTS_PER_HOUR: optional(
    number(1, 1_000_000, "POSTS_PER_HOUR must be a number from 1 to 1000000.").default(60),
  ),
  RULES_FILE: optional(z.string().optional()),
  LOG_LEVEL: optional(
    z
      .enum(["silent", "error", "info"], "LOG_LEVEL must be silent, error or info.")
      .default("error"),
  ),
  PAGE_CACHE_MEGABYTES: optional(
    number(0, 4096, "PAGE_CACHE_MEGABYTES must be a number from 0 to 4096.").default(32),
  ),
});

type Settings = z.infer<typeof settingsSchema>;

export class SettingsError extends Error {}

/** Throws SettingsError, with one sentence per mistake. Empty variables count as unset. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const result = settingsSchema.safeParse(environment);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map((issue) => issue.message).join("\n"));
}

let settings: Settings | undefined;

export function readSettings(): Settings {
  if (!settings) {
    if (existsSync(".env")) loadEnvFile(".env");
    settings = parseSettings(process.env);
  }
  return settings;
}

/** The environment is read again, as by tests that share a process. */
export function forgetSettings(): void {
  settings = undefined;
}

/** Absolute, since the Prisma CLI may be started in another folder. */
export function databaseUrl(): string {
  return `file:${databasePath()}`;
}

export function databasePath(): string {
  return resolve(readSettings().DATABASE_URL.slice("file:".length));
}
