import type { Position } from "#app/domain/walk/coordinates.ts";

/** What a picture says, which is all that its address depends on. Texts may be what people typed. */
export type PictureContent = {
  siteName: string;
  headline: string;
  /** For a headline in letters that the typeface does not have. */
  plainHeadline: string;
  rating: { mean: string; words: string } | undefined;
  /** The strong ones stand out. */
  facts: { words: string; isStrong?: boolean }[];
  quote: string | undefined;
  rows: { number: number; name: string; plainName: string; facts: string }[];
  /** Without numbers where there is only one; undefined without a map. */
  spots: { position: Position; number?: number }[] | undefined;
};
