import { existsSync } from "node:fs";

export function firstThatExists(paths: (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && path !== "" && existsSync(path));
}
