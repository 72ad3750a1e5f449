import { campusPosition } from "#app/domain/site/site.server.ts";
import { nearestPostcode } from "#app/domain/walk/nearest-postcode.server.ts";
import { writtenPosition } from "#app/domain/walk/position-schema.ts";
import type { Examples } from "./examples.ts";

export async function findExamples(): Promise<Examples> {
  const campus = campusPosition();
  return { postcode: await nearestPostcode(campus), position: writtenPosition(campus) };
}
