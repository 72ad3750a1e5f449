import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Logger } from "pino";
import { readReplicaLag } from "./replica-lag.ts";

type ReplicaSettings = {
  REPLICA_URL?: string | undefined;
  BUCKET_NAME?: string | undefined;
  AWS_ENDPOINT_URL_S3?: string | undefined;
  AWS_REGION?: string | undefined;
};

const INSTALLED = "scripts/litestream/node_modules/@flydotio/litestream-linux-x64/litestream";
const PATH_IN_BUCKET = "fork-and-filter";

/** The image's, or one that the operator has installed. */
export function findLitestream(): string | undefined {
  return existsSync(INSTALLED) ? INSTALLED : findProgram("litestream");
}

function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Writes Litestream's configuration. @returns its path; undefined when no replica is asked for */
export function litestreamConfiguration(
  file: string,
  settings: ReplicaSettings,
): string | undefined {
  const replica = replicaOf(settings);
  if (!replica) return undefined;
  const path = join(tmpdir(), `litestream-${process.pid}.yml`);
  const often = { "sync-interval": "1s", "snapshot-interval": "24h", retention: "168h" };
  const databases = [{ path: file, replicas: [{ ...replica, ...often }] }];
  // JSON is YAML.
  writeFileSync(path, JSON.stringify({ logging: { stderr: true }, dbs: databases }), {
    mode: 0o600,
  });
  return path;
}

function replicaOf(settings: ReplicaSettings) {
  const { REPLICA_URL, BUCKET_NAME, AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: region } = settings;
  const url = REPLICA_URL ?? (BUCKET_NAME && `s3://${BUCKET_NAME}/${PATH_IN_BUCKET}`);
  if (!url) return undefined;
  const { protocol, host, pathname } = new URL(url);
  if (protocol === "file:") return { type: "file", path: pathname };
  return { type: "s3", bucket: host, path: pathname.slice(1), endpoint, region };
}

/** Undefined when no replica is asked for. */
export function startReplica(file: string, settings: ReplicaSettings, log: Logger) {
  const configuration = litestreamConfiguration(file, settings);
  if (configuration === undefined) return undefined;
  const program = findLitestream();
  if (program !== undefined) return new Replication({ program, configuration, file, log });
  log.error("no replica is kept: Litestream is not installed here");
  return undefined;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

type ReplicationOptions = { program: string; configuration: string; file: string; log: Logger };

/** Copies what is committed to the replica, by a process that is started again whenever it ends. */
class Replication {
  readonly #program: string;
  readonly #file: string;
  readonly #configuration: string;
  readonly #log: Logger;
  #child: ChildProcess | undefined;
  #pause = FIRST_PAUSE;
  #isEnding = false;

  constructor({ program, configuration, file, log }: ReplicationOptions) {
    this.#program = program;
    this.#file = file;
    this.#configuration = configuration;
    this.#log = log;
    this.#start();
  }

  get #isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  async status() {
    return {
      replica: this.#isRunning ? ("running" as const) : ("stopped" as const),
      replicaLagSeconds: await readReplicaLag(this.#program, this.#configuration, this.#file),
    };
  }

  /** Returns when it has copied the rest and ended. Call it after the site has closed the database. */
  async end(): Promise<void> {
    this.#isEnding = true;
    const child = this.#child;
    if (!child || !this.#isRunning) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    await ended;
  }

  #start(): void {
    const startedAt = performance.now();
    let last = "";
    const [command = "", ...args] = endsWithUs([
      this.#program,
      "replicate",
      "-config",
      this.#configuration,
    ]);
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      last = text.trim().split("\n").at(-1) ?? last;
    });
    const again = (reason: unknown) => {
      if (this.#isEnding) return;
      if (performance.now() - startedAt > LONGEST_PAUSE) this.#pause = FIRST_PAUSE;
      this.#log.error({ reason, last, again: this.#pause }, "the replica is not kept up to date");
      setTimeout(() => !this.#isEnding && this.#start(), this.#pause).unref();
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    };
    child.once("error", again);
    child.once("exit", (code, signal) => again(signal ?? code));
    this.#child = child;
  }
}

/** Should this process be killed: a second Litestream beside the next one's would spoil the replica. */
function endsWithUs(command: string[]): string[] {
  const setpriv = findProgram("setpriv");
  return setpriv ? [setpriv, "--pdeathsig", "INT", ...command] : command;
}
