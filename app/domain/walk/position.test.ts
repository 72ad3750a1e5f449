import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { parsePosition } from "./position.ts";

const PLACE = { latitude: 51.5643, longitude: -0.1063 };

describe("a position is read from", () => {
  test.each([
    "51.5643, -0.1063",
    "51.5643,-0.1063",
    "  51.5643   -0.1063 ",
    "(51.5643; −0.1063)",
    "51.5643° N, 0.1063° W",
    "51.5643N 0.1063W",
    "51°33'51.48\"N 0°06'22.68\"W",
    "51° 33′ 51.48″ N, 0° 6′ 22.68″ W",
    "geo:51.5643,-0.1063?z=17",
    "geo:51.5643,-0.1063;u=35",
    "https://www.openstreetmap.org/?mlat=51.5643&mlon=-0.1063",
    "https://www.openstreetmap.org/?mlat=51.5643&mlon=-0.1063#map=17/51.60/-0.10",
    "https://www.openstreetmap.org/#map=17/51.5643/-0.1063",
    "https://www.openstreetmap.org/node/123#map=19/51.5643/-0.1063&layers=N",
    "www.openstreetmap.org/#map=17/51.5643/-0.1063",
    "https://osm.org/#map=17/51.5643/-0.1063",
    "https://www.google.com/maps/@51.5643,-0.1063,17z",
    "https://www.google.co.uk/maps/place/Null+Pointer+Coffee/@51.60,-0.10,17z/data=!4m6!3m5!1s0x0:0x0!8m2!3d51.5643!4d-0.1063!16s",
    "https://www.google.com/maps/place/51.5643,-0.1063",
    "https://www.google.com/maps/place/51%C2%B033'51.5%22N+0%C2%B006'22.7%22W/@51.5,-0.1,17z/data=!3m1!4b1!4m4!3m3!8m2!3d51.5643!4d-0.1063",
    "https://www.google.com/maps?q=51.5643,-0.1063",
    "https://maps.google.com/?q=loc:51.5643,-0.1063",
    "https://maps.google.com/maps?ll=51.5643,-0.1063&z=17",
    "https://maps.google.de/?q=51.5643,-0.1063",
    "https://www.google.com/maps/search/?api=1&query=51.5643%2C-0.1063",
    "https://www.google.com/maps/search/51.5643,+-0.1063",
    "https://www.google.com/maps/dir/?api=1&destination=51.5643,-0.1063",
    "https://www.google.com/maps/dir/51.6,-0.2/51.5643,-0.1063/@51.58,-0.15,13z",
    "https://maps.apple.com/?ll=51.5643,-0.1063",
    "https://maps.apple.com/?q=Null%20Pointer&ll=51.5643,-0.1063",
    "https://maps.apple.com/?q=51.5643,-0.1063",
    "https://maps.apple.com/place?address=Here&coordinate=51.5643,-0.1063&name=Null",
    "HTTPS://WWW.OPENSTREETMAP.ORG/#map=17/51.5643/-0.1063",
    "Null Pointer Coffee\nhttps://www.google.com/maps/@51.5643,-0.1063,17z",
  ])("%s", (text) => {
    expect(parsePosition(text)).toEqual({ position: PLACE });
  });
});

test("seconds of arc count, and what is finer than 0.1 m does not", () => {
  expect(parsePosition("51°33'51.5\"N0°06'22.7\"W")).toEqual({
    position: { latitude: 51.564306, longitude: -0.106306 },
  });
  expect(parsePosition("51.56430049, -0.00000001")).toEqual({
    position: { latitude: 51.5643, longitude: 0 },
  });
});

test.each([
  ["91, 0.1", /^A latitude is from -90 to 90/],
  ["51.5, 181", /^A latitude is from -90 to 90/],
  ["https://www.google.com/maps/@91,-0.1063,17z", /^A latitude is from -90 to 90/],
  ["0, 0", /^At 0, 0 there is only sea/],
  ["0.0000001 -0.0000001", /^At 0, 0 there is only sea/],
  ["NaN, NaN", /^Paste a map’s address/],
  ["Infinity, 0", /^Paste a map’s address/],
  ["1e1, 1e1", /^Paste a map’s address/],
  ["51.5643", /^Paste a map’s address/],
  ["51,5643", /^A latitude is from/],
  ["0.1063° W, 51.5643° N", /^Paste a map’s address/],
  ["3 Promise Lane, N0 1AA", /^Paste a map’s address/],
  ["null-pointer.example", /^Paste a map’s address/],
  ["", /^Paste a map’s address/],
  ["https://", /^Paste a map’s address/],
  ["https://null-pointer.example/@51.5643,-0.1063", /^Paste an address from OpenStreetMap/],
  [
    "https://www.openstreetmap.org.evil.example/#map=17/51.5643/-0.1063",
    /^Paste an address from OpenStreetMap/,
  ],
  ["https://evilgoogle.com/maps/@51.5643,-0.1063", /^Paste an address from OpenStreetMap/],
  [
    "https://www.google.com@evil.example/maps/@51.5643,-0.1063",
    /^Paste an address from OpenStreetMap/,
  ],
  ["https://maps.app.goo.gl/AbCdEf", /^This short link hides the place/],
  ["maps.app.goo.gl/AbCdEf", /^This short link hides the place/],
  [
    "Null Pointer Coffee https://maps.app.goo.gl/AbCdEf?g_st=ic",
    /^This short link hides the place/,
  ],
  ["https://goo.gl/maps/AbCdEf", /^This short link hides the place/],
  ["https://osm.org/go/euu4zU4t?m=", /^This short link hides the place/],
  ["https://www.openstreetmap.org/go/euu4zU4t", /^This short link hides the place/],
  ["https://maps.apple/p/AbCdEf", /^This short link hides the place/],
  ["https://www.google.com/maps?q=Null+Pointer+Coffee", /^This address shows no position/],
  ["https://www.google.com/maps/place/%E0%A4%A/", /^This address shows no position/],
  [
    "https://www.openstreetmap.org/?mlat=NaN&mlon=Infinity#map=x/y/z",
    /^This address shows no position/,
  ],
  ["https://maps.apple.com/?q=Null", /^This address shows no position/],
])("%j gets a sentence", (text, sentence) => {
  const parsed = parsePosition(text);
  expect("problem" in parsed && parsed.problem).toMatch(sentence);
});

test("whatever is typed, the answer is a position on Earth or a sentence", () => {
  const pieces = fc.constantFrom(
    "https://",
    "www.google.com",
    "/maps",
    "/@",
    "!3d",
    "!4d",
    "?q=",
    "&ll=",
    "#map=",
    "/",
    ",",
    " ",
    "-",
    ".",
    "%",
    "°",
    "www.openstreetmap.org",
    "maps.apple.com",
    "?mlat=",
    "&mlon=",
    "51.5",
    "999999999",
    "0",
    "N",
    "W",
    "geo:",
    "'",
    '"',
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parsePosition(text);
      if ("problem" in parsed) {
        expect(parsed.problem).toMatch(/^[A-Z].{30,}[^.]$/);
      } else {
        expect(Math.abs(parsed.position.latitude)).toBeLessThanOrEqual(90);
        expect(Math.abs(parsed.position.longitude)).toBeLessThanOrEqual(180);
      }
    }),
    { numRuns: propertyRuns(750) },
  );
});

test("a position that is written down is read as it was", () => {
  const degree = (most: number) =>
    fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((millionths) => millionths / 1e6);
  fc.assert(
    fc.property(degree(90), degree(180), (latitude, longitude) => {
      fc.pre(latitude !== 0 || longitude !== 0);
      const numbers = [latitude, longitude].map((number) => number.toFixed(6));
      expect(parsePosition(numbers.join(", "))).toEqual({ position: { latitude, longitude } });
      expect(parsePosition(`https://www.google.com/maps/@${numbers},17z`)).toEqual({
        position: { latitude, longitude },
      });
    }),
  );
});

test.each([
  "1".repeat(100_000),
  `${"1".repeat(60)}°`.repeat(500),
  `https://www.google.com/${"/@1,".repeat(20_000)}`,
])("a long text is read in no time", (text) => {
  const start = performance.now();
  parsePosition(text);
  expect(performance.now() - start).toBeLessThan(200);
});
