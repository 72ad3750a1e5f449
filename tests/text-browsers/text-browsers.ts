import { writeFileSync } from "node:fs";
import { Terminal } from "./terminal.ts";

/** All by keystrokes; each is named by the words that one reads there. */
type TextBrowser = {
  sees: (text: string | RegExp) => Promise<string>;
  follow: (link: string) => Promise<void>;
  press: (button: string) => Promise<void>;
  /** @param option of a radio button or a checkbox */
  choose: (option: string) => Promise<void>;
  write: (label: string, text: string) => Promise<void>;
  /** Into a field of several lines. */
  writeLines: (label: string, text: string) => Promise<void>;
  close: () => Promise<void>;
};

/** In lynx, links and fields have numbers: to type one goes there. */
export async function openLynx(url: string): Promise<TextBrowser> {
  const terminal = await Terminal.open((home) => {
    writeFileSync(
      `${home}/lynx.cfg`,
      [
        "DEFAULT_KEYPAD_MODE:LINKS_AND_FIELDS_ARE_NUMBERED",
        "TEXTFIELDS_NEED_ACTIVATION:TRUE",
        "ACCEPT_ALL_COOKIES:TRUE",
        "LOCALE_CHARSET:TRUE",
      ].join("\n"),
    );
    return ["lynx", `-cfg=${home}/lynx.cfg`, url];
  });

  async function goTo(place: RegExp): Promise<void> {
    const number = place.exec(await terminal.sees(place))?.[1] ?? "";
    await terminal.type(number);
    await terminal.press("Enter");
  }

  async function write(label: string, text: string): Promise<void> {
    await goTo(new RegExp(`${escapeForRegExp(label)}[^]*?\\[(\\d+)\\]`));
    await terminal.sees("Inactive.");
    await terminal.press("Enter", "C-u");
    await terminal.type(text);
    await terminal.press("Tab");
  }

  return {
    sees: (text) => terminal.sees(text),
    follow: (link) => goTo(new RegExp(`\\[(\\d+)\\]${escapeForRegExp(link)}`)),
    press: async (button) => {
      await goTo(new RegExp(`\\(\\[(\\d+)\\][^)]*\\) ${escapeForRegExp(button)}`));
      await terminal.press("Enter");
    },
    choose: async (option) => {
      await goTo(new RegExp(`\\[(\\d+)\\][(\\[].[)\\]] ${escapeForRegExp(option)}`));
      await terminal.press("Enter");
    },
    write,
    writeLines: write,
    close: () => terminal.close(),
  };
}

/** In w3m one searches for words, and goes on from there to the next field or back to the last one. */
export async function openW3m(url: string): Promise<TextBrowser> {
  const editor = "printf 'Your text: ' && cat > %s";
  const settings = ["accept_cookie=1", "ignorecase_search=0", `editor=${editor}`].flatMap((one) => [
    "-o",
    one,
  ]);
  const terminal = await Terminal.open(() => ["w3m", "-cookie", ...settings, url]);

  async function find(words: string): Promise<void> {
    await terminal.sees(words);
    await terminal.type(`g/${escapeForRegExp(words)}`);
    await terminal.press("Enter");
  }

  async function follow(words: string): Promise<void> {
    await find(words);
    await terminal.press("Enter");
  }

  return {
    sees: (text) => terminal.sees(text),
    follow,
    press: follow,
    choose: async (option) => {
      await find(option);
      await terminal.press("Escape", "Tab", "Enter");
    },
    write: async (label, text) => {
      await find(label);
      await terminal.press("Tab", "Enter");
      await terminal.sees("TEXT:");
      await terminal.press("C-u");
      await terminal.type(text);
      await terminal.press("Enter");
    },
    writeLines: async (label, text) => {
      await find(label);
      await terminal.press("Tab", "Enter");
      await terminal.sees("Your text:");
      await terminal.type(text);
      await terminal.press("Enter", "C-d");
    },
    close: () => terminal.close(),
  };
}

function escapeForRegExp(words: string): string {
  return words.replaceAll(/[.?*+^$()[\]\\|]/g, "\\$&");
}
