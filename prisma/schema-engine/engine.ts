import { readFileSync } from "node:fs";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { z } from "zod";
import { SchemaEngineAdapter } from "./adapter.ts";
import { deleteDatabase } from "./database-file.ts";

type BoundAdapter = ReturnType<typeof bindMigrationAwareSqlAdapterFactory>;

const EMPTY_DATAMODEL = 'datasource db {\n  provider = "sqlite"\n}\n';

const CREATES_A_MIGRATION = ["evaluateDataLoss", "createMigration"];
const READS_THE_HISTORY = [
  ...CREATES_A_MIGRATION,
  "applyMigrations",
  "devDiagnostic",
  "diagnoseMigrationHistory",
  "markMigrationApplied",
  "markMigrationRolledBack",
];

const migrationParams = z.object({ migrationsList: z.unknown(), filters: z.unknown() });

let panicMessage = "";

/** What a call of the WebAssembly engine failed with, in the words of Prisma's error catalogue. */
export class EngineError extends Error {
  readonly code: string | undefined;
  readonly meta: unknown;

  constructor(message: string, code?: string, meta?: unknown) {
    super(message);
    this.code = code;
    this.meta = meta;
  }
}

/** One WebAssembly schema engine on one database, for as long as the process lives. */
export class Engine {
  readonly #file: string;
  readonly #datamodels: [path: string, text: string][];
  #adapter: SchemaEngineAdapter;
  #bound: BoundAdapter;
  #engine: Promise<bindings.SchemaEngine>;

  /** @param file path of the SQLite file, or ":memory:". @param datamodels paths of the Prisma schema's files. */
  constructor(file: string, datamodels: string[]) {
    loadWebAssembly();
    this.#file = file;
    this.#datamodels = datamodels.map((path) => [path, readFileSync(path, "utf8")]);
    // Without any datamodel (migrate diff gives none) the engine panics.
    if (this.#datamodels.length === 0) this.#datamodels.push(["schema.prisma", EMPTY_DATAMODEL]);
    [this.#adapter, this.#bound, this.#engine] = this.#open();
  }

  /** Calls a method of the schema engine by the CLI's name for it and returns its answer. Throws EngineError. */
  async call(method: string, params: unknown): Promise<unknown> {
    try {
      await this.#engine;
      if (method === "reset") return await this.#reset();
      if (READS_THE_HISTORY.includes(method)) await this.#adapter.initialiseEmptyDatabase();
      if (CREATES_A_MIGRATION.includes(method)) {
        // These two need the shadow database, which only an engine that has just computed the history has open.
        const { migrationsList, filters } = migrationParams.parse(params);
        await this.#invoke("diagnoseMigrationHistory", { migrationsList, filters, optInToShadowDatabase: true });
      }
      return await this.#invoke(method === "getDatabaseVersion" ? "version" : method, params);
    } catch (error) {
      throw this.#translate(error);
    }
  }

  #open(): [SchemaEngineAdapter, BoundAdapter, Promise<bindings.SchemaEngine>] {
    const adapter = new SchemaEngineAdapter({ url: this.#file });
    const bound = bindMigrationAwareSqlAdapterFactory(adapter);
    const engine = bindings.SchemaEngine.new({ datamodels: this.#datamodels }, () => {}, bound);
    // The first call reports a failure to open, as an answer to that call.
    engine.catch(() => {});
    return [adapter, bound, engine];
  }

  async #invoke(method: string, params: unknown): Promise<unknown> {
    const engine = await this.#engine;
    const implementation: unknown = Reflect.get(engine, method);
    if (typeof implementation !== "function") throw new EngineError(`Method not found: ${method}`);
    return Reflect.apply(implementation, engine, [params]);
  }

  async #reset(): Promise<undefined> {
    await this.#adapter.disconnect();
    deleteDatabase(this.#file);
    [this.#adapter, this.#bound, this.#engine] = this.#open();
    await this.#engine;
  }

  #translate(error: unknown): EngineError {
    if (error instanceof EngineError) return error;
    const parsed = z
      .object({ message: z.string(), code: z.string().optional(), meta: z.unknown().optional() })
      .safeParse(error);
    const { message, code, meta } = parsed.data ?? { message: String(error) };
    const external = /External error id#(\d+)/.exec(message);
    if (external) {
      const cause = this.#bound.errorRegistry.consumeError(Number(external[1]));
      if (cause) return new EngineError(String(cause.error), code, meta);
    }
    return new EngineError(panicMessage || message, code, meta);
  }
}

/** The version of the engine that is installed: the commit it was built from. */
export function engineVersion(): string {
  loadWebAssembly();
  return bindings.version();
}

let loaded = false;

function loadWebAssembly(): void {
  if (loaded) return;
  loaded = true;
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        panicMessage = message;
      },
    },
  });
  const file = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const module = new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}
