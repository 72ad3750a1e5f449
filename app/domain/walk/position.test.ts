import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import { typedTable } from "../../../tests/setup/typed-table.ts";
import { parsePosition } from "./position.ts";

// What people type or paste for where a place is: what it is taken for, what is asked, what is refused.

/** All of them are 51.5643, -0.1063. */
const UNDERSTOOD = `
  51.5643, -0.1063
  51.5643,-0.1063
    51.5643   -0.1063 
  (51.5643; −0.1063)
  [51.5643, -0.1063]
  51.5643 / -0.1063
  51.5643° N, 0.1063° W
  51.5643N 0.1063W
  N51.5643 W0.1063
  N 51.5643, W 0.1063
  N51.5643, W0.1063
  0.1063° W, 51.5643° N
  W0.1063 N51.5643
  51°33'51.48"N 0°06'22.68"W
  51° 33′ 51.48″ N, 0° 6′ 22.68″ W
  N51°33'51.48" W0°06'22.68"
  51 33 51.48 N 0 6 22.68 W
  51°33.858'N 0°6.378'W
  51,5643; -0,1063
  51,5643, -0,1063
  51,5643 -0,1063
  lat: 51.5643, lon: -0.1063
  lat: 51.5643 lng: -0.1063
  Latitude: 51.5643, Longitude: -0.1063
  lon=-0.1063&lat=51.5643
  {"lat":51.5643,"lng":-0.1063}
  Null Pointer Coffee 51.5643, -0.1063
  It is at 51.5643,-0.1063 by the park
  ５１.５６４３, -０.１０６３
  +51.5643, -0.1063
  geo:51.5643,-0.1063
  geo:51.5643,-0.1063?z=17
  geo:51.5643,-0.1063;u=35
  geo:51.5643,-0.1063,35
  geo:51.5643,-0.1063,35;crs=wgs84;u=10
  geo:0,0?q=51.5643,-0.1063
  geo:0,0?q=51.5643,-0.1063(Null%20Pointer)
  geo:0,0?q=51.5643,-0.1063(Null Pointer)
  geo:51.6,-0.2?q=51.5643,-0.1063(Null+Pointer)
  geo:51.5643,-0.1063?q=Null+Pointer
  GEO:51.5643,-0.1063
  https://www.openstreetmap.org/?mlat=51.5643&mlon=-0.1063
  https://www.openstreetmap.org/?mlat=51.5643&mlon=-0.1063#map=12/51.60/-0.20
  https://www.openstreetmap.org/search?query=51.5643%2C-0.1063#map=14/51.6000/-0.2000
  https://www.openstreetmap.org/search?query=51.5643%2C%20-0.1063#map=18/51.6/-0.2
  https://www.openstreetmap.org/directions?engine=fossgis_osrm_foot&route=51.60%2C-0.20%3B51.5643%2C-0.1063#map=13/51.58/-0.15
  https://www.openstreetmap.org/directions?from=51.6,-0.2&to=51.5643,-0.1063
  https://www.openstreetmap.org/export/embed.html?bbox=-0.2,51.5,-0.1,51.6&marker=51.5643%2C-0.1063
  https://www.openstreetmap.org/query?lat=51.5643&lon=-0.1063#map=19/51.56/-0.10
  https://www.google.com/maps/place/Null+Pointer+Coffee/@51.60,-0.20,17z/data=!4m6!3m5!1s0x0:0x0!8m2!3d51.5643!4d-0.1063!16s
  https://www.google.com/maps/place/51.5643,-0.1063
  https://www.google.com/maps/place/51%C2%B033'51.48%22N+0%C2%B006'22.68%22W/@51.5,-0.2,17z
  https://www.google.com/maps?q=51.5643,-0.1063
  https://maps.google.com/?q=loc:51.5643,-0.1063
  https://maps.google.de/?q=51.5643,-0.1063
  https://www.google.com/maps/search/?api=1&query=51.5643%2C-0.1063
  https://www.google.com/maps/search/51.5643,+-0.1063
  https://www.google.com/maps/search/51.5643,+-0.1063/@51.6,-0.2,14z
  https://www.google.com/maps/dir/?api=1&destination=51.5643,-0.1063
  https://www.google.com/maps/dir/?api=1&origin=51.6,-0.2&destination=51.5643,-0.1063&travelmode=walking
  https://www.google.com/maps/dir/51.6,-0.2/51.5643,-0.1063/@51.58,-0.15,13z
  https://www.google.com/maps/dir//51.5643,-0.1063/@51.58,-0.15,13z
  https://www.google.com/maps/dir/51.6,-0.2/Null+Pointer/@51.58,-0.15,13z/data=!4m9!4m8!1m0!1m5!1m1!1s0x0:0x0!2m2!1d-0.1063!2d51.5643!3e2
  https://www.google.com/maps/dir/Campus/Null+Pointer/@51.58,-0.15,13z/data=!4m14!4m13!1m5!1m1!1s0x1:0x2!2m2!1d-0.2!2d51.6!1m5!1m1!1s0x3:0x4!2m2!1d-0.1063!2d51.5643!3e2
  https://maps.google.com/maps?saddr=51.6,-0.2&daddr=51.5643,-0.1063
  https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d2480.1!2d-0.1063!3d51.5643!2m3!1f0!2f0!3f0!3m2!1i1024!2i768!4f13.1!3m3!1m2!1s0x48761b:0x1!2sNull%20Pointer!5e0!3m2!1sen!2suk
  <iframe src="https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d2480.1!2d-0.1063!3d51.5643!2m3!1f0!2f0!3f0!3m2!1i1024!2i768!4f13.1!3m3!1m2!1s0x48761b:0x1!2sNull%20Pointer!5e0" width="600"></iframe>
  https://www.google.com/maps/embed/v1/place?key=x&q=51.5643,-0.1063
  https://maps.apple.com/?ll=51.5643,-0.1063
  https://maps.apple.com/?q=Null%20Pointer&ll=51.5643,-0.1063
  https://maps.apple.com/?q=51.5643,-0.1063
  https://maps.apple.com/?daddr=51.5643,-0.1063&saddr=51.6,-0.2
  https://maps.apple.com/place?address=Here&coordinate=51.5643,-0.1063&name=Null
  www.openstreetmap.org/?mlat=51.5643&mlon=-0.1063
  HTTPS://WWW.OPENSTREETMAP.ORG/?mlat=51.5643&mlon=-0.1063
  Null Pointer Coffee⏎https://www.google.com/maps?q=51.5643,-0.1063
`;

const CODES = typedTable(`
  9C3XHV7V+PFF                                                     → 51.564312, -0.106328
  9c3xhv7v+pf                                                      → 51.564312, -0.106313
  9C3XHV7V+PF London                                               → 51.564312, -0.106313
  https://plus.codes/9C3XHV7V+PF                                   → 51.564312, -0.106313
  https://www.google.com/maps/place/9C3XHV7V%2BPF                  → 51.564312, -0.106313
  https://www.google.com/maps/search/9C3XHV7V+PF/@51.6,-0.2,14z    → 51.564312, -0.106313
`);

/** They say no more than 51.5643, -0.1063 as the middle of a near map. */
const ASKED = `
  https://www.openstreetmap.org/#map=17/51.5643/-0.1063
  https://www.openstreetmap.org/#map=18.5/51.5643/-0.1063
  https://www.openstreetmap.org/node/123#map=19/51.5643/-0.1063&layers=N
  https://www.openstreetmap.org/search?query=Null+Pointer#map=18/51.5643/-0.1063
  https://osm.org/?lat=51.5643&lon=-0.1063&zoom=18
  https://www.google.com/maps/@51.5643,-0.1063,17z
  https://www.google.com/maps/@51.5643,-0.1063,3a,75y,90t/data=!3m6
  https://www.google.com/maps/@51.5643,-0.1063,321m/data=!3m1!1e3
  https://www.google.com/maps/place/Null+Pointer/@51.5643,-0.1063,17z
  https://maps.google.com/maps?ll=51.5643,-0.1063&z=17
  https://www.google.com/maps/embed?pb=!1m14!1m12!1m3!1d1200!2d-0.1063!3d51.5643!2m3!1f0!2f0!3f0!5e0
`;

const REFUSED = typedTable(`
  https://www.openstreetmap.org/#map=16/51.5643/-0.1063                      → This address shows a wide …
  https://www.openstreetmap.org/relation/65606#map=10/51.5/-0.1              → This address shows a wide …
  https://osm.org/?lat=51.5643&lon=-0.1063                                   → This address shows a wide …
  https://www.google.com/maps/@51.5643,-0.1063,12z                           → This address shows a wide …
  https://www.google.com/maps/@51.5643,-0.1063,16.99z                        → This address shows a wide …
  https://www.google.com/maps/@51.5643,-0.1063,5000m/data=!3m1!1e3           → This address shows a wide …
  https://www.google.com/maps/search/coffee/@51.5643,-0.1063,14z             → This address shows a wide …
  https://maps.google.com/maps?ll=51.5643,-0.1063                            → This address shows a wide …
  https://maps.apple.com/?center=51.5643,-0.1063&z=12                        → This address shows a wide …
  https://www.openstreetmap.org/directions#map=17/51.5643/-0.1063            → This address shows no position …
  https://www.openstreetmap.org/directions?route=%3B#map=18/51.5643/-0.1063  → This address shows no position …
  https://www.google.com/maps/dir/51.5643,-0.1063/Null+Pointer/@51.58,-0.15,17z → This address shows no position …
  https://www.google.com/maps/dir/51.6,-0.2//@51.58,-0.15,17z/data=!4m7!4m6!1m5!1m1!1s0x0:0x0!2m2!1d-0.1063!2d51.5643!1m0 → This address shows no position …
  https://www.google.com/maps/dir/Here/There/@51.5643,-0.1063,17z            → This address shows no position …
  https://www.google.com/maps?q=Null+Pointer+Coffee                          → This address shows no position …
  https://www.google.com/maps/place/%E0%A4%A/                                → This address shows no position …
  https://maps.apple.com/?q=Null                                             → This address shows no position …
  geo:0,0?q=Null+Pointer                                                     → This address shows no position …
  geo:Null                                                                   → Paste a map’s …
  https://maps.app.goo.gl/AbCdEf                                             → This short link …
  maps.app.goo.gl/AbCdEf                                                     → This short link …
  Null Pointer Coffee https://maps.app.goo.gl/AbCdEf?g_st=ic                 → This short link …
  https://goo.gl/maps/AbCdEf                                                 → This short link …
  https://osm.org/go/euu4zU4t?m=                                             → This short link …
  https://www.openstreetmap.org/go/euu4zU4t                                  → This short link …
  https://maps.apple/p/AbCdEf                                                → This short link …
  HV7V+PF                                                                    → This Plus code …
  HV7V+PF London                                                             → This Plus code …
  9C3XHV7V+                                                                  → This Plus code …
  9C3X0000+                                                                  → This Plus code …
  https://www.google.com/maps/place/HV7V%2BPF+London                         → This Plus code …
  ///filled.count.soap                                                       → Three words …
  https://what3words.com/filled.count.soap                                   → Three words …
  https://w3w.co/filled.count.soap                                           → Three words …
  TQ 313 867                                                                 → Grid …
  TQ3138886700                                                               → Grid …
  531388, 186700                                                             → Grid …
  51.5643                                                                    → Coordinates are …
  51,5643                                                                    → Coordinates are …
  -0.1063                                                                    → Coordinates are …
  91, 0.1                                                                    → A latitude …
  51.5, 181                                                                  → A latitude …
  0, 0                                                                       → At 0, 0 …
  0.0000001 -0.0000001                                                       → At 0, 0 …
  NaN, NaN                                                                   → Paste a map’s …
  Infinity, 0                                                                → Paste a map’s …
  1e1, 1e1                                                                   → Paste a map’s …
  51.5643 N, 0.1063 N                                                        → Paste a map’s …
  lat: 51.5643                                                               → Paste a map’s …
  51.5643, -0.1063 or 51.5702, -0.0987                                       → Paste a map’s …
  3 Promise Lane, N0 1AA                                                     → Paste a map’s …
  N4 3HH                                                                     → Paste a map’s …
  null-pointer.example                                                       → Paste a map’s …
  https://                                                                   → Paste a map’s …
  https://null-pointer.example/@51.5643,-0.1063                              → Paste an address …
  https://www.openstreetmap.org.evil.example/#map=17/51.5643/-0.1063         → Paste an address …
  https://evilgoogle.com/maps/@51.5643,-0.1063                               → Paste an address …
  https://www.google.com@evil.example/maps?q=51.5643,-0.1063                 → Paste an address …
  https://www.bing.com/maps?cp=51.5643~-0.1063&lvl=17                        → Paste an address …
`);

function understood(text: string): string {
  const parsed = parsePosition(text);
  if ("problem" in parsed) return parsed.problem;
  return `${parsed.position.latitude}, ${parsed.position.longitude}`;
}

test.each(typedTable(UNDERSTOOD))("%j is read", (typed) => {
  expect(understood(typed)).toBe("51.5643, -0.1063");
});

test.each(CODES)("%j is %s", (typed, position) => {
  expect(understood(typed)).toBe(position);
});

test.each(typedTable(ASKED))("%j is asked about", (typed) => {
  expect(understood(typed)).toBe(
    "Do you mean 51.5643, -0.1063? That is only the middle of this map: paste those numbers if the place is there",
  );
});

test.each([...REFUSED, ["", "Paste a map’s address …"]])(
  "%j is refused: %s",
  (typed, start = "") => {
    expect(understood(typed).startsWith(start.replace(" …", ""))).toBe(true);
  },
);

test("seconds of arc count, and what is finer than 0.1 m does not", () => {
  expect(understood("51°33'51.5\"N0°06'22.7\"W")).toBe("51.564306, -0.106306");
  expect(understood("51.56430049, -0.00000001")).toBe("51.5643, 0");
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
      expect(parsePosition(`https://www.google.com/maps?q=${numbers}`)).toEqual({
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
