import { tryEngine } from "./engine-tests.ts";
import { webkit } from "./webkit.ts";

tryEngine(webkit);
