import { z } from "zod";

/** East, south, east, south and so on, in metres from the map's own middle. */
const line = z.array(z.number());

/** Its border, and those of its holes. */
const area = z.array(line);

/** What is drawn under the pins. */
export const baseMapShapes = z.object({
  parks: z.array(area),
  water: z.array(area),
  rivers: z.array(line),
  roads: z.array(line),
  streets: z.array(line),
});

export type BaseMapShapes = z.infer<typeof baseMapShapes>;

/** The name of a station or a park, and where it is, in metres as above. */
export const baseMapLabels = z.array(
  z.object({
    kind: z.enum(["station", "park"]),
    name: z.string(),
    east: z.number(),
    south: z.number(),
  }),
);

export type BaseMapLabels = z.infer<typeof baseMapLabels>;
