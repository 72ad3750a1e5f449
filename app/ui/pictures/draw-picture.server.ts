import { FIVE_STARS, filledWidth } from "../stars.tsx";
import { COLOURS } from "./colours.ts";
import { drawPictureMap, type PictureMap } from "./draw-picture-map.server.ts";
import { fitText, wrap } from "./fit-text.server.ts";
import type { PictureContent } from "./picture-content.ts";
import { isDrawable, measure, outline, type Weight } from "./typeset.server.ts";

/** In pixels, as chats want it. */
const PICTURE_SIZE = { width: 1200, height: 630 };

const LEFT = 60;
const MAP = { x: 681, y: 0, width: 519, height: 630 };

/** An SVG without text: all letters are outlines. */
export function drawPicture(content: PictureContent, map: Omit<PictureMap, "spots">): string {
  const { width, height } = PICTURE_SIZE;
  const { spots } = content;
  const room = (spots ? MAP.x : width) - 2 * LEFT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>`,
    drawSiteName(content.siteName),
    ...drawColumn(content, room),
    spots
      ? `${drawPictureMap({ ...map, spots }, MAP)}<path d="M${MAP.x} 0V${height}" stroke="${COLOURS.line}" stroke-width="2"/>`
      : "",
    "</svg>",
  ].join("");
}

/** From top to bottom, in the middle of the room below the site's name. */
function drawColumn(content: PictureContent, room: number): string[] {
  const parts = [
    headline(isDrawable(content.headline) ? content.headline : content.plainHeadline, room),
    ...(content.rating ? [ratingLine(content.rating)] : []),
    ...(content.facts.length > 0 ? [factsLine(content.facts, room)] : []),
    ...(content.rows.length > 0 ? [rowsOf(content.rows, room)] : []),
  ];
  const quote =
    content.quote === undefined || !isDrawable(content.quote)
      ? undefined
      : quoteOf(content.quote, room);
  const column = parts.reduce((sum, part) => sum + part.height, 0);
  const hasRoom = quote && column + quote.height <= BOTTOM - TOP;
  const all = hasRoom ? [...parts, quote] : parts;
  const height = hasRoom ? column + quote.height : column;
  let y = TOP + Math.max(0, Math.round((BOTTOM - TOP - height) / 2));
  return all.map((part) => {
    const drawn = `<g transform="translate(${LEFT} ${y})">${part.svg}</g>`;
    y += part.height;
    return drawn;
  });
}

const TOP = 120;
const BOTTOM = 590;

/** `height` with the gap below it. */
type Part = { svg: string; height: number };

function headline(text: string, room: number): Part {
  const { lines, style } = fitText(
    text,
    [
      { size: 76, weight: 700 },
      { size: 60, weight: 700 },
      { size: 46, weight: 700 },
    ],
    { width: room, lines: 2 },
  );
  const step = style.size * 1.02;
  const svg = lines.map((line, index) =>
    write(line, { ...style, y: style.size * 0.8 + index * step }),
  );
  return { svg: svg.join(""), height: lines.length * step + 26 };
}

const STARS_WIDE = 86;

function ratingLine({ mean, words }: NonNullable<PictureContent["rating"]>): Part {
  const scale = 2.6;
  const stars = `<g transform="scale(${scale})" fill="none"><path d="${FIVE_STARS}" stroke="${COLOURS.mustard}" stroke-width="1"/><svg width="${filledWidth(Number(mean))}" height="16"><path d="${FIVE_STARS}" fill="${COLOURS.mustard}" stroke="${COLOURS.mustard}"/></svg></g>`;
  const start = STARS_WIDE * scale + 18;
  const score = outline(mean, 50, 700);
  return {
    svg:
      stars +
      `<g transform="translate(${start} 38)" fill="${COLOURS.ink}">${score.svg}</g>` +
      write(words, { size: 27, weight: 400, y: 38, x: start + score.width + 16, isSoft: true }),
    height: 74,
  };
}

const FACT = { size: 27, gap: 13, step: 40 };

/** A dot stands between two facts of a line; what finds no room in two lines is left out. */
function factsLine(facts: PictureContent["facts"], room: number): Part {
  let [x, line, svg] = [0, 0, ""];
  for (const { words, isStrong = false } of facts) {
    const width = measure(words, FACT.size, isStrong ? 700 : 400);
    const dot = 2 * FACT.gap + 6;
    if (width > room) continue;
    if (x > 0 && x + dot + width > room) [x, line] = [0, line + 1];
    if (line > 1) return { svg, height: 2 * FACT.step + 32 };
    const y = 24 + line * FACT.step;
    if (x > 0) {
      svg += `<circle cx="${Math.round(x + FACT.gap + 3)}" cy="${y - 9}" r="2.5" fill="${COLOURS.softInk}"/>`;
      x += dot;
    }
    svg += write(words, { size: FACT.size, weight: isStrong ? 700 : 400, x, y, isSoft: !isStrong });
    x += width;
  }
  return { svg, height: (line + 1) * FACT.step + 32 };
}

/** Whole or not at all. */
function quoteOf(quote: string, room: number): Part | undefined {
  const style = { size: 29, weight: 600 } as const;
  const lines = wrap(`“${quote}”`, style, { width: room - 26, lines: 3 });
  if (!lines) return undefined;
  const bar = `<rect width="5" height="${lines.length * 36}" fill="${COLOURS.mustard}"/>`;
  const words = lines.map((line, index) => write(line, { ...style, x: 26, y: 26 + index * 36 }));
  return { svg: bar + words.join(""), height: lines.length * 36 };
}

const ROW = 52;

function rowsOf(rows: PictureContent["rows"], room: number): Part {
  const svg = rows.map(({ number, name, plainName, facts }, index) => {
    const y = 28 + index * ROW;
    const digits = outline(String(number), 22, 700);
    const aside = measure(facts, 24, 400);
    const wide = room - 48 - aside - 24;
    const fitted = fitText(isDrawable(name) ? name : plainName, [{ size: 28, weight: 600 }], {
      width: wide,
      lines: 1,
    });
    return [
      `<circle cx="16" cy="${y - 9}" r="18" fill="${COLOURS.tomato}"/>`,
      `<g transform="translate(${16 - digits.width / 2} ${y - 1})" fill="${COLOURS.onTomato}">${digits.svg}</g>`,
      write(fitted.lines[0] ?? "", { ...fitted.style, x: 48, y }),
      write(facts, { size: 24, weight: 400, x: room - aside, y, isSoft: true }),
    ].join("");
  });
  return { svg: svg.join(""), height: rows.length * ROW };
}

/** The "&" is red, as in the header of every page. */
function drawSiteName(name: string): string {
  const [before = "", ...after] = name.split(/(?=&)|(?<=&)/);
  let x = LEFT;
  return [before, ...after]
    .map((part) => {
      const isAmpersand = part === "&";
      const { svg, width } = outline(part, 30, 700);
      // outline() leaves out the spaces at both ends.
      const indent = /^\s/.test(part) ? 8 : 0;
      const drawn = `<g transform="translate(${x + indent} 84)" fill="${isAmpersand ? COLOURS.tomato : COLOURS.ink}">${svg}</g>`;
      x += indent + width + (/\s$/.test(part) ? 8 : 0);
      return drawn;
    })
    .join("");
}

type Writing = { size: number; weight: Weight; x?: number; y: number; isSoft?: boolean };

function write(text: string, { size, weight, x = 0, y, isSoft = false }: Writing): string {
  const colour = isSoft ? COLOURS.softInk : COLOURS.ink;
  return `<g transform="translate(${Math.round(x)} ${Math.round(y)})" fill="${colour}">${outline(text, size, weight).svg}</g>`;
}
