import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { BlockList, isIP } from "node:net";
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

/** Whose headers about the visitor are believed: Fly's proxy, so many proxies in a row, or those in these networks. */
type TrustedProxy = "fly" | { hops: number } | { networks: BlockList };

const MISTAKE =
  'TRUST_PROXY must be "fly", how many proxies there are from 1 to 9, or their networks, such as "10.0.0.0/8, fd00::/8".';

const trustedProxySchema = z.string().transform((text, context): TrustedProxy => {
  if (text === "fly") return "fly";
  if (/^[1-9]$/.test(text)) return { hops: Number(text) };
  const networks = readNetworks(text);
  if (networks) return { networks };
  context.addIssue({ code: "custom", message: MISTAKE });
  return z.NEVER;
});

function readNetworks(text: string): BlockList | undefined {
  const networks = new BlockList();
  for (const network of text.split(",")) {
    const [address = "", bits, ...rest] = network.trim().split("/");
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits ?? String(most))) {
      return undefined;
    }
    const prefix = Number(bits ?? most);
    // A network of everybody would let anybody say who they are.
    if (prefix < 1 || prefix > most) return undefined;
    networks.addSubnet(address, prefix, version === 6 ? "ipv6" : "ipv4");
  }
  return networks;
}

const JOIN_CODE_LENGTH =
  "JOIN_CODE must be 8 to 100 characters long, such as three words: shorter ones can be guessed.";

const otherHosts = z
  .string()
  .transform((text) =>
    text
      .toLowerCase()
      .split(",")
      .flatMap((name) => name.trim() || []),
  )
  .refine(
    (names) => names.every((name) => URL.parse(`http://${name}`)?.host === name),
    'OTHER_HOSTS must be names of the site, such as "www.food.example.org, food.example.com".',
  );

const oneOffHolidays = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((day) => day !== ""))
  .refine(
    (days) => days.every((day) => z.iso.date().safeParse(day).success),
    'BANK_HOLIDAYS must be days, such as "2029-05-08, 2030-06-03".',
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
  OTHER_HOSTS: optional(otherHosts.default([])),
  SECURITY_CONTACT: optional(
    z
      .string()
      .regex(
        /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
        'SECURITY_CONTACT must be an address such as "mailto:security@example.org" or "https://example.org/contact".',
      )
      .max(200, "SECURITY_CONTACT must be 200 characters or fewer.")
      .optional(),
  ),
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
  CAMPUS_NATION: optional(
    z
      .enum(
        ["england", "wales", "scotland", "northern-ireland"],
        "CAMPUS_NATION must be england, wales, scotland or northern-ireland.",
      )
      .default("england"),
  ),
  BANK_HOLIDAYS: optional(oneOffHolidays.default([])),
  SESSION_SECRET: optional(
    z.string().min(32, "SESSION_SECRET must be at least 32 characters long.").optional(),
  ),
  TRUST_PROXY: optional(trustedProxySchema.optional()),
  DEMO: optional(
    z
      .enum(["yes", "no"], "DEMO must be yes or no.")
      .default("yes")
      .transform((text) => text === "yes"),
  ),
  JOIN_CODE: optional(
    z.string().trim().min(8, JOIN_CODE_LENGTH).max(100, JOIN_CODE_LENGTH).optional(),
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
  READ_BUDGET: optional(
    number(0, 10_000, "READ_BUDGET must be a number from 0 to 10000.").default(20),
  ),
  LOG_LEVEL: optional(
    z
      .enum(["silent", "error", "warn", "info"], "LOG_LEVEL must be silent, error, warn or info.")
      .default("warn"),
  ),
  STATUS_TOKEN: optional(
    z.string().min(16, "STATUS_TOKEN must be at least 16 characters long.").optional(),
  ),
  REPLICA_URL: optional(
    z
      .string()
      .regex(
        /^(file:\/\/\/|s3:\/\/[^/]+\/)[^?]+$/,
        'REPLICA_URL must be such as "s3://bucket/path" or "file:///folder".',
      )
      .optional(),
  ),
  BUCKET_NAME: optional(z.string().optional()),
  AWS_ENDPOINT_URL_S3: optional(z.string().optional()),
  AWS_REGION: optional(z.string().optional()),
  NIGHTLY_BACKUPS: optional(
    z
      .enum(["true", "false"], "NIGHTLY_BACKUPS must be true or false.")
      .default("true")
      .transform((text) => text === "true"),
  ),
  // Set by the start itself, when it serves a copy that can only be read.
  POSTING_STOPPED_BY: optional(
    z
      .enum(
        ["disk-full", "disk-read-only"],
        "POSTING_STOPPED_BY must be disk-full or disk-read-only.",
      )
      .optional(),
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

const secretOfProcess = randomBytes(32).toString("hex");

/** Without SESSION_SECRET, signatures end with the process. */
export function signingSecret(): string {
  return readSettings().SESSION_SECRET ?? secretOfProcess;
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
