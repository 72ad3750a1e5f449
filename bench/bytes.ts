import { brotliCompressSync, constants } from "node:zlib";
import { parse } from "node-html-parser";
import { copySeeded } from "./measure/seeded-database.ts";
import { startSite } from "./measure/start-site.ts";
import { figure, keepPart, rounded } from "./report/figures.ts";
import { table } from "./report/table.ts";
import { writeReport } from "./report/write-report.ts";

// A first visit to the first page, by a browser that accepts brotli.
const database = await copySeeded();
const site = await startSite(database.file);
const headers = { "Accept-Encoding": "br" };

async function bytesOf(path: string): Promise<number> {
  const response = await fetch(new URL(path, site.url), { headers });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  const body = Buffer.from(await response.arrayBuffer());
  // fetch has decoded the body: without a Content-Length it is compressed again as a server would.
  const sent = response.headers.get("Content-Length");
  if (sent !== null && response.headers.has("Content-Encoding")) return Number(sent);
  return /\.woff2$/.test(path)
    ? body.length
    : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

const page = parse(await (await fetch(site.url)).text());
const links = page.querySelectorAll("link");
const hrefs = (rel: string) =>
  links
    .filter((link) => link.getAttribute("rel") === rel)
    .flatMap((link) => link.getAttribute("href") ?? []);
const scripts = new Set([
  ...hrefs("modulepreload"),
  ...page.querySelectorAll("script[src]").flatMap((script) => script.getAttribute("src") ?? []),
]);
const sum = async (paths: Iterable<string>) => {
  let total = 0;
  for (const path of paths) total += await bytesOf(path);
  return total;
};
const [html, css, javaScript] = [
  await bytesOf("/"),
  await sum(hrefs("stylesheet")),
  await sum(scripts),
];
const fonts = await sum(hrefs("preload").filter((path) => path.endsWith(".woff2")));
await site.stop();
database.remove();
const kilobytes = (bytes: number) => `${rounded(bytes / 1000)} kB`;
keepPart({
  order: 5,
  title: "Bytes of a first visit",
  command: "npm run bench:bytes",
  text: `The first page with the demo’s places, compressed with brotli as it is sent.

${table(
  ["", "bytes"],
  [
    ["HTML", kilobytes(html)],
    ["CSS", kilobytes(css)],
    [`JavaScript, ${scripts.size} files`, kilobytes(javaScript)],
    ["typeface", kilobytes(fonts)],
  ],
)}`,
  figures: [
    figure("first visit: HTML and CSS", (html + css) / 1000, { atMost: 14 }, " kB"),
    figure("first visit: JavaScript", javaScript / 1000, { atMost: 130 }, " kB"),
  ],
  bars: [],
});
writeReport();
