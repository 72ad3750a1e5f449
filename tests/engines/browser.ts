type Values = (string | string[])[];

export type Tab = {
  /** As a typed address does. Does not wait for the page, as nothing here does. */
  open: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  back: () => Promise<void>;
  /** The script runs in the page whether or not the page's own may: it knows its arguments and nothing else. */
  run: <Args extends Values>(script: (...args: Args) => unknown, ...args: Args) => Promise<unknown>;
  /** Presses the element that the script returns. */
  press: <Args extends Values>(
    script: (...args: Args) => Element | undefined,
    ...args: Args
  ) => Promise<void>;
  /** Types into what has the focus. */
  type: (text: string) => Promise<void>;
  close: () => Promise<void>;
};

export type Browser = {
  /** Shares neither cookies nor storage with another tab. */
  openTab: () => Promise<Tab>;
  stop: () => Promise<void>;
};

export type Engine = {
  name: string;
  /** What has to be installed for it; undefined where it is. */
  missing: string | undefined;
  /** Whether its driver goes back to a page that was left, and does not end on an empty one. */
  goesBack: boolean;
  start: (options: { scripts: boolean }) => Promise<Browser>;
};
