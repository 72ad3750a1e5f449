import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { vi } from "vitest";

const run = promisify(execFile);

/** A terminal, as high as the longest page, in which one types and reads. */
export class Terminal {
  private readonly home = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
  private readonly server = join(this.home, "tmux");

  private constructor() {}

  /** @param commandIn by the folder that is the program's home */
  static async open(commandIn: (home: string) => string[]): Promise<Terminal> {
    const terminal = new Terminal();
    const command = commandIn(terminal.home).map((word) => `'${word.replaceAll("'", "'\\''")}'`);
    const size = ["-x", "120", "-y", "400"];
    const home = `HOME='${terminal.home}' LANG=C.UTF-8`;
    const session = ["new-session", "-d", ...size, `${home} exec ${command.join(" ")}`];
    await terminal.tmux("-f", "/dev/null", ...session);
    return terminal;
  }

  async screen(): Promise<string> {
    return await this.tmux("capture-pane", "-p");
  }

  /** Waits until it can be read. @returns the whole screen */
  async sees(text: string | RegExp): Promise<string> {
    const isThere = (screen: string) =>
      typeof text === "string" ? screen.includes(text) : text.test(screen);
    return await vi.waitFor(
      async () => {
        const screen = await this.screen();
        if (!isThere(screen)) throw new Error(`“${text}” is not to be read in:\n${screen.trim()}`);
        return screen;
      },
      { timeout: 40_000, interval: 100 },
    );
  }

  async type(text: string): Promise<void> {
    await this.tmux("send-keys", "-l", "--", text);
  }

  /** By tmux's names, such as Enter and C-u. */
  async press(...keys: string[]): Promise<void> {
    await this.tmux("send-keys", ...keys);
  }

  async close(): Promise<void> {
    await this.tmux("kill-server").catch(() => {});
    rmSync(this.home, { recursive: true, force: true });
  }

  private async tmux(...words: string[]): Promise<string> {
    const { stdout } = await run("tmux", ["-S", this.server, ...words]);
    return stdout;
  }
}

/** @returns those of the programs that are not on this machine */
export function findMissing(...programs: string[]): string[] {
  return programs.filter((program) => {
    try {
      execFileSync("which", [program], { stdio: "ignore" });
      return false;
    } catch {
      return true;
    }
  });
}
