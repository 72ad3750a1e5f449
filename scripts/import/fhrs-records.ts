import { JSONParser } from "@streamparser/json";
import { SaxesParser } from "saxes";
import { z } from "zod";
import { ImportError } from "./import-error.ts";
import { JsonGuard } from "./json-guard.ts";
import { readDay } from "./read-day.ts";

const LONGEST_TEXT = 10_000;

const text = z.preprocess((value) => String(value ?? ""), z.string().max(LONGEST_TEXT));

const coordinate = z.preprocess(
  (value) => (value === "" || value === null || value === undefined ? null : Number(value)),
  z.number().nullable(),
);

const record = z.object({
  FHRSID: text,
  BusinessName: text,
  BusinessTypeID: text,
  AddressLine1: text,
  AddressLine2: text,
  AddressLine3: text,
  AddressLine4: text,
  PostCode: text,
  LocalAuthorityCode: text,
  LocalAuthorityName: text,
  latitude: coordinate,
  longitude: coordinate,
});

export type FhrsRecord = z.infer<typeof record>;

/** How many establishments a file says that it has, whether those are all that there are, and of which day it is. */
export type FhrsSummary = { count: number; isWhole: boolean; asOf: string | null };

const CUT_OFF = "The file does not have as many establishments as it says. Download it again.";

/** The register's records from its XML file or its API's JSON, told apart by how the text begins. Throws ImportError where it is neither, or broken. */
export async function* readFhrsRecords(
  parts: AsyncIterable<string>,
  summary: FhrsSummary,
): AsyncGenerator<FhrsRecord> {
  let reader: { write: (part: string) => void; end: () => void } | undefined;
  const found: unknown[] = [];
  let stated: number | undefined;
  const note: Note = ({ count, isWhole, asOf }) => {
    if (count !== undefined) stated = z.coerce.number().optional().catch(undefined).parse(count);
    if (isWhole !== undefined) summary.isWhole = isWhole;
    if (asOf !== undefined) summary.asOf = readDay(asOf);
  };
  try {
    for await (const part of parts) {
      if (part.trim() === "" && !reader) continue;
      reader ??= openReader(part.trimStart().slice(0, 1), found, note);
      reader.write(part);
      for (const one of found.splice(0)) yield readRecord(one, summary);
    }
    reader?.end();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    if (!(error instanceof Error)) throw error;
    throw new ImportError(`This is no whole file of the register: ${error.message.slice(0, 200)}`);
  }
  for (const one of found.splice(0)) yield readRecord(one, summary);
  if (stated === undefined || summary.count < stated) throw new ImportError(CUT_OFF);
}

function readRecord(value: unknown, summary: FhrsSummary): FhrsRecord {
  const read = record.safeParse(value);
  if (!read.success) throw new ImportError("An establishment in it cannot be read.");
  summary.count += 1;
  return read.data;
}

type Note = (said: { count?: unknown; isWhole?: boolean; asOf?: string }) => void;

function openReader(first: string, found: unknown[], note: Note) {
  if (first === "<") return xmlReader(found, note);
  if (first === "{") return jsonReader(found, note);
  throw new ImportError("This is neither the register's XML file nor its API's JSON.");
}

function jsonReader(found: unknown[], note: Note) {
  const parser = new JSONParser({ paths: ["$.establishments.*", "$.meta"], keepStack: false });
  const guard = new JsonGuard();
  const meta = z.object({
    totalCount: z.number(),
    itemCount: z.number(),
    extractDate: z.string().nullish(),
  });
  const place = z.looseObject({ geocode: z.looseObject({}).nullish() });
  parser.onValue = ({ value, key }) => {
    guard.valueRead();
    if (key !== "meta") {
      const { geocode, ...facts } = place.parse(value);
      found.push({ ...facts, ...geocode });
      return;
    }
    const { totalCount, itemCount, extractDate } = meta.parse(value);
    const asOf = extractDate ?? undefined;
    note({ count: itemCount, isWhole: itemCount === totalCount, ...(asOf && { asOf }) });
  };
  return {
    write: (part: string) => {
      guard.check(part);
      parser.write(part);
    },
    end: () => {
      if (!parser.isEnded) throw new ImportError(CUT_OFF);
    },
  };
}

const ONE = "EstablishmentDetail";

function xmlReader(found: unknown[], note: Note) {
  const parser = new SaxesParser();
  let fields: Record<string, string> | undefined;
  let said = "";
  let isWholeFile = false;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new ImportError("The register's files have no DOCTYPE, and this one has.");
  });
  parser.on("opentag", ({ name }) => {
    said = "";
    if (name === ONE) fields = {};
  });
  parser.on("text", (more) => {
    said += more;
    if (said.length > LONGEST_TEXT) throw new ImportError("A text in it is too long.");
  });
  parser.on("closetag", ({ name }) => {
    if (name === ONE && fields) {
      // The XML calls them what the JSON does, but for these.
      found.push({ ...fields, latitude: fields.Latitude, longitude: fields.Longitude });
      fields = undefined;
    } else if (fields) fields[name] = said.trim();
    else if (name === "ItemCount") note({ count: said, isWhole: true });
    else if (name === "ExtractDate") note({ asOf: said });
    isWholeFile = name === "FHRSEstablishment";
    said = "";
  });
  return {
    write: (part: string) => void parser.write(part),
    end: () => {
      parser.close();
      if (!isWholeFile) throw new ImportError("This is no file of the Food Hygiene Rating Scheme.");
    },
  };
}
