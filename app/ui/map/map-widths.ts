/** A map is drawn twice, since marks and words are as large on a phone: there they cover more of it. */
export type Width = "wide" | "narrow";

/** How much larger marks are, in map units; map.css draws them so. */
export const MARK_SCALE = { wide: 1, narrow: 1.75 } satisfies Record<Width, number>;

/** With the one width in which it is drawn so, unless it is in both. */
export type InWidth<Part> = Part & { only?: Width };

export function inBothWidths<Part extends object>(wide: Part[], narrow: Part[]): InWidth<Part>[] {
  const inWide = new Set(wide.map((part) => JSON.stringify(part)));
  const inNarrow = new Set(narrow.map((part) => JSON.stringify(part)));
  return [
    ...wide.map((part) =>
      inNarrow.has(JSON.stringify(part)) ? part : { ...part, only: "wide" as const },
    ),
    ...narrow
      .filter((part) => !inWide.has(JSON.stringify(part)))
      .map((part) => ({ ...part, only: "narrow" as const })),
  ];
}
