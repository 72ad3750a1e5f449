import { drawable, outline, type Weight } from "./typeset.server.ts";

export type TextStyle = { size: number; weight: Weight };

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
  let kept = [...drawable(text)].slice(0, 200);
  let lines: string[] | undefined;
  while (!lines && kept.length > 0) {
    kept = kept.slice(0, -1);
    lines = wrap(`${kept.join("").trimEnd()}…`, style, room);
  }
  return { lines: lines ?? [], style };
}

function fits(text: string, { size, weight }: TextStyle, width: number): boolean {
  return outline(text, size, weight).width <= width;
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
