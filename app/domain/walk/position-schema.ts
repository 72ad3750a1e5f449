import { z } from "zod";
import type { Position } from "./coordinates.ts";
import { writePlusCode } from "./plus-code.ts";
import { EXAMPLE, EXAMPLE_CODE, parsePosition } from "./position.ts";
import { metresBetween } from "./walk.ts";

const MOST_METRES = 50_000;
const MESSAGE = "Paste a map’s address or coordinates as text";

/** Latitude first, as a form shows it. */
export function writtenPosition({ latitude, longitude }: Position): string {
  return `${latitude}, ${longitude}`;
}

/** @param campus must be within 50 km */
export function positionSchema(campus: Position) {
  return z
    .string({ error: MESSAGE })
    .transform((text, context): Position | undefined => {
      if (text.trim() === "") return undefined;
      const parsed = parsePosition(text);
      const problem =
        "problem" in parsed
          ? withOwnExample(parsed.problem, campus)
          : findDistanceProblem(parsed.position, campus);
      if (problem !== undefined) {
        context.issues.push({ code: "custom", message: problem, input: text });
      }
      return "position" in parsed ? parsed.position : undefined;
    })
    .optional();
}

function withOwnExample(problem: string, campus: Position): string {
  return problem
    .replace(EXAMPLE, writtenPosition(campus))
    .replace(EXAMPLE_CODE, writePlusCode(campus));
}

function findDistanceProblem(position: Position, campus: Position): string | undefined {
  const metres = metresBetween(position, campus);
  if (metres <= MOST_METRES) return undefined;
  const kilometres = Math.ceil(metres / 1000).toLocaleString("en-GB");
  const advice = isTurnedRound(position, campus)
    ? "The latitude comes first"
    : "Check that it is the place you mean, and that the latitude comes first";
  return `That is ${kilometres} km from campus. ${advice}`;
}

function isTurnedRound({ latitude, longitude }: Position, campus: Position): boolean {
  return (
    Math.abs(longitude) <= 90 &&
    metresBetween({ latitude: longitude, longitude: latitude }, campus) <= MOST_METRES
  );
}
