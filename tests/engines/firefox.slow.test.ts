import { tryEngine } from "./engine-tests.ts";
import { firefox } from "./firefox.ts";

tryEngine(firefox);
