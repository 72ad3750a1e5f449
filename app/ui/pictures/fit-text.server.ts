import { drawable, measure, type Weight } from "./typeset.server.ts";

type TextStyle = { size: number; weight: Weight };

type Room = { width: number; lines: number };

/** In lines, or undefined where there is not enough room. A word wider than a line is broken. */
export function wrap(text: string, style: TextStyle, { width, lines }: Room): string[] | undefined {
  const wrapped: string[] = [];
  for (const word of drawable(text)
    .split(" ")
    .flatMap((long) => breakUp(long, style, width))) {
    const last = wrapped.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && fits(longer, style, width)) wrapped[wrapped.length - 1] = longer;
    else wrapped.push(word);
    if (wrapped.length > lines) return undefined;
  }
  return wrapped;
}

/** In the first style in which there is room for it, or else cut off in the last. */
export function fitText(
  text: string,
  styles: [TextStyle, ...TextStyle[]],
  room: Room,
): { lines: string[]; style: TextStyle } {
  for (const style of styles) {
    const lines = wrap(text, style, room);
    if (lines) return { lines, style };
  }
  const style = styles.at(-1) ?? styles[0];
  const letters = [...drawable(text)];
  let [fitting, tooLong]: [string[], number] = [[], letters.length];
  for (let least = 0; tooLong - least > 1; ) {
    const count = Math.floor((least + tooLong) / 2);
    const lines = wrap(`${letters.slice(0, count).join("").trimEnd()}…`, style, room);
    if (lines) [fitting, least] = [lines, count];
    else tooLong = count;
  }
  return { lines: fitting, style };
}

function fits(text: string, { size, weight }: TextStyle, width: number): boolean {
  return measure(text, size, weight) <= width;
}

function breakUp(word: string, style: TextStyle, width: number): string[] {
  if (fits(word, style, width)) return [word];
  const parts = [""];
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`;
    if (fits(longer, style, width)) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}
