import proj4 from "proj4";
import { z } from "zod";
import { postcodeSchema } from "../../app/domain/places/postcode.ts";
import type { Position } from "../../app/domain/walk/coordinates.ts";
import type { PostcodePosition } from "../../app/domain/walk/postcode-table.server.ts";
import { ImportError } from "./import-error.ts";
import { type Row, readRows } from "./read-rows.ts";
import type { Read } from "./stage.ts";

/** What a row says, by the columns that the header names. */
type Columns = { postcode: number } & (
  | { latitude: number; longitude: number }
  | { eastings: number; northings: number }
);

// The British National Grid: Airy's ellipsoid, moved to WGS 84 by the Ordnance Survey's seven parameters, right within 5 m
// ("A guide to coordinate systems in Great Britain", section 6.6).
const toWgs84 = proj4(
  "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy " +
    "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs",
  "WGS84",
);

const NAMES = {
  postcode: ["pcds", "postcode", "pcd", "pc"],
  latitude: ["lat", "latitude"],
  longitude: ["long", "longitude", "lon", "lng"],
  eastings: ["eastings", "easting", "oseast1m", "ea", "east1m"],
  northings: ["northings", "northing", "osnrth1m", "no", "north1m"],
};

// Code-Point Open's files have no header: postcode, quality, eastings, northings, country and more.
const CODE_POINT_OPEN = { postcode: 0, eastings: 2, northings: 3 };

const NO_HEADER =
  "The first row must name the columns: postcode, latitude and longitude, or postcode, eastings and northings";

/**
 * From ONS's NSPL and ONSPD, OS Code-Point Open, or any table of postcodes, told apart by the header. Rows that are known
 * to have no position are left out. Positions are rounded to five decimals (1 m).
 */
export async function* readPostcodes(
  text: AsyncIterable<string>,
): AsyncGenerator<Read<PostcodePosition>> {
  let columns: Columns | undefined;
  let width = 0;
  for await (const row of readRows(text)) {
    if (columns === undefined) {
      columns = findColumns(row.values);
      width = row.values.length;
      if (columns !== CODE_POINT_OPEN) continue;
    }
    const read = readRow(row, columns, width);
    if (read) yield read;
  }
  if (columns === undefined) throw new ImportError("There is no row in it.");
}

function findColumns(header: string[]): Columns {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const column = (wanted: string[]) =>
    wanted.map((name) => names.indexOf(name)).find((index) => index >= 0);
  const [postcode, latitude, longitude, eastings, northings] = [
    column(NAMES.postcode),
    column(NAMES.latitude),
    column(NAMES.longitude),
    column(NAMES.eastings),
    column(NAMES.northings),
  ];
  if (postcode !== undefined && latitude !== undefined && longitude !== undefined) {
    return { postcode, latitude, longitude };
  }
  if (postcode !== undefined && eastings !== undefined && northings !== undefined) {
    return { postcode, eastings, northings };
  }
  if (header.length >= 10 && postcodeSchema.safeParse(header[0]).success) return CODE_POINT_OPEN;
  throw new ImportError(`${NO_HEADER}. It reads “${header.join(",").slice(0, 80)}”.`);
}

const number = z
  .string()
  .regex(/^-?\d{1,9}(\.\d{1,20})?$/)
  .transform(Number);
const degrees = (most: number) => number.pipe(z.number().min(-most).max(most));

function readRow(
  { line, values }: Row,
  columns: Columns,
  width: number,
): Read<PostcodePosition> | undefined {
  if (values.length !== width) {
    return { line, problem: `it has ${values.length} columns instead of ${width}` };
  }
  const written = values[columns.postcode] ?? "";
  const postcode = postcodeSchema.safeParse(written);
  if (!postcode.success) return { line, problem: `“${written.slice(0, 40)}” is no full postcode` };
  const position = "latitude" in columns ? inDegrees(values, columns) : onTheGrid(values, columns);
  if (position === "unknown") return undefined;
  if (position === "unreadable") return { line, problem: "its position cannot be read" };
  return { line, value: { postcode: postcode.data, ...position } };
}

type Found = Position | "unknown" | "unreadable";

function inDegrees(values: string[], columns: { latitude: number; longitude: number }): Found {
  const [latitude, longitude] = [values[columns.latitude] ?? "", values[columns.longitude] ?? ""];
  // What the ONS writes where a postcode has no position.
  if ((latitude === "" && longitude === "") || /^99\.9+$/.test(latitude)) return "unknown";
  const read = z.tuple([degrees(90), degrees(180)]).safeParse([latitude, longitude]);
  return read.success ? rounded({ latitude: read.data[0], longitude: read.data[1] }) : "unreadable";
}

function onTheGrid(values: string[], columns: { eastings: number; northings: number }): Found {
  const read = z
    .tuple([number, number])
    .safeParse([values[columns.eastings] ?? "", values[columns.northings] ?? ""]);
  if (!read.success) return "unreadable";
  const [eastings, northings] = read.data;
  // As above: 0, 0 is in the sea.
  if (eastings === 0 && northings === 0) return "unknown";
  if (eastings < 0 || eastings > 700_000 || northings < 0 || northings > 1_300_000) {
    return "unreadable";
  }
  const [longitude = 0, latitude = 0] = toWgs84.forward([eastings, northings]);
  return rounded({ latitude, longitude });
}

function rounded({ latitude, longitude }: Position): Position {
  return { latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)) };
}
