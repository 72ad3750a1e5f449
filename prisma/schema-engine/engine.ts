import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { z } from "zod";
import { SchemaEngineAdapter } from "./adapter.ts";
import { deleteDatabase } from "./database-file.ts";

type BoundAdapter = ReturnType<typeof bindMigrationAwareSqlAdapterFactory>;

const EMPTY_DATAMODEL = 'datasource db {\n  provider = "sqlite"\n}\n';

const IN_MEMORY = ":memory:";

const CREATES_A_MIGRATION = ["evaluateDataLoss", "createMigration"];
const migrationParams = z.object({ migrationsList: z.unknown(), filters: z.unknown() });
const migrationFiles = z.object({
  migrationsList: z.object({
    migrationDirectories: z.array(
      z.object({
        path: z.string(),
        migrationFile: z.object({ content: z.object({ value: z.string() }) }),
      }),
    ),
  }),
});
const engineError = z.object({
  message: z.string(),
  code: z.string().optional(),
  meta: z.unknown().optional(),
});

let panicMessage = "";

/** Worded as in Prisma's error catalogue. */
export class EngineError extends Error {
  readonly code: string | undefined;
  readonly meta: unknown;

  constructor(message: string, code?: string, meta?: unknown) {
    super(message);
    this.code = code;
    this.meta = meta;
  }
}

export class Engine {
  readonly #file: string;
  readonly #hasDatabase: boolean;
  readonly #datamodels: [path: string, text: string][];
  #adapter: SchemaEngineAdapter;
  #bound: BoundAdapter;
  #engine: Promise<bindings.SchemaEngine>;

  /** @param file path of the SQLite file, or ":memory:" @param datamodels paths of the Prisma schema's files */
  constructor(file: string, datamodels: string[]) {
    loadWebAssembly();
    this.#file = file;
    this.#hasDatabase = file === IN_MEMORY || existsSync(file);
    this.#datamodels = datamodels.map((path) => [path, readFileSync(path, "utf8")]);
    // The engine panics without a datamodel, and migrate diff gives none.
    if (this.#datamodels.length === 0) this.#datamodels.push(["schema.prisma", EMPTY_DATAMODEL]);
    // Opening a missing file would create an empty database.
    [this.#adapter, this.#bound, this.#engine] = this.#open(this.#hasDatabase ? file : IN_MEMORY);
  }

  /** Throws EngineError. @param method as the CLI names it */
  async call(method: string, params: unknown): Promise<unknown> {
    // An engine that has panicked does not answer again.
    if (panicMessage) throw new EngineError(panicMessage);
    if (!this.#hasDatabase && method !== "diff") {
      throw new EngineError(`Database \`${basename(this.#file)}\` does not exist`, "P1003");
    }
    try {
      await this.#engine;
      return await this.#dispatch(method, params);
    } catch (error) {
      throw (
        (method === "applyMigrations" && this.#failedMigration(params)) || this.#translate(error)
      );
    }
  }

  /** Without it SQLite leaves a journal beside the file. */
  async close(): Promise<void> {
    await this.#adapter.disconnect();
  }

  async #dispatch(method: string, params: unknown): Promise<unknown> {
    if (CREATES_A_MIGRATION.includes(method)) {
      // These two need the shadow database, which stays open only after the history was computed.
      const { migrationsList, filters } = migrationParams.parse(params);
      await this.#invoke("diagnoseMigrationHistory", {
        migrationsList,
        filters,
        optInToShadowDatabase: true,
      });
    }
    switch (method) {
      case "reset":
        return this.#reset();
      case "getDatabaseVersion":
        return this.#invoke("version", params);
      case "diagnoseMigrationHistory": {
        const diagnosis = z.looseObject({}).parse(await this.#invoke(method, params));
        return { ...diagnosis, hasMigrationsTable: await this.#adapter.hasHistory() };
      }
      default:
        return this.#invoke(method, params);
    }
  }

  #open(file: string): [SchemaEngineAdapter, BoundAdapter, Promise<bindings.SchemaEngine>] {
    const adapter = new SchemaEngineAdapter({ url: file });
    const bound = bindMigrationAwareSqlAdapterFactory(adapter);
    const engine = bindings.SchemaEngine.new({ datamodels: this.#datamodels }, () => {}, bound);
    // The first call reports a failure to open.
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
    [this.#adapter, this.#bound, this.#engine] = this.#open(this.#file);
    await this.#engine;
  }

  /** The native engine's message for a failed migration; this engine gives neither name nor code. */
  #failedMigration(params: unknown): EngineError | undefined {
    const failed = this.#adapter.failedScript;
    const directories = migrationFiles.safeParse(params).data?.migrationsList.migrationDirectories;
    const migration = directories?.find(
      ({ migrationFile }) => migrationFile.content.value === failed?.script,
    );
    if (!failed || !migration) return undefined;
    return new EngineError(
      "A migration failed to apply. New migrations cannot be applied before the error is recovered from. " +
        "Read more about how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve" +
        `\n\nMigration name: ${migration.path}` +
        `\n\nDatabase error code: ${failed.code}\n\nDatabase error:\n${failed.message}\n`,
      "P3018",
    );
  }

  #translate(error: unknown): EngineError {
    if (error instanceof EngineError) return error;
    const { message, code, meta } = engineError.safeParse(error).data ?? { message: String(error) };
    const external = /External error id#(\d+)/.exec(message);
    if (external) {
      const cause = this.#bound.errorRegistry.consumeError(Number(external[1]));
      if (cause) return new EngineError(String(cause.error), code, meta);
    }
    return new EngineError(panicMessage || message, code, meta);
  }
}

/** The commit that the installed engine was built from. */
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
  const file = new URL(
    "schema_engine_bg.wasm",
    import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const module = new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}
