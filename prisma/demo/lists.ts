/** What demo members keep on their lists and found helpful, by the keys of demo places. Whoever reviewed a place has been. */
type DemoLists = {
  /** Handles of demo members who want to try it. */
  want?: string[];
  /** Handles of those who found the review by each author helpful. */
  helpful?: Record<string, string[]>;
};

export const demoLists: Record<string, DemoLists> = {
  "uninitialised-coffee": {
    want: [
      "null island",
      "cache miss",
      "hello world",
      "left-pad",
      "git blame gran",
      "promise pending",
      "semi colin",
    ],
  },
  "lazy-loading-brunch-club": {
    want: ["rubber duck", "merge marge", "big-O-no", "stack trace", "undefined uncle"],
  },
  "root-access": {
    want: ["merge marge", "null island", "bit flipper", "hello world", "dr. deadlock", "left-pad"],
  },
  "injera-interface": { want: ["yak shaver", "sudo sandwich", "kernel panic pip", "stack trace"] },
  "singleton-sushi": { want: ["lorem ipsum", "regex regrets", "hello world", "off-by-2"] },
  "404-falafel-not-found": {
    want: ["segfault sam", "semi colin", "bit flipper"],
    helpful: {
      "hello world": ["null island", "cache miss", "left-pad", "stack trace"],
      "yak shaver": ["rubber duck", "dangling else"],
      "null island": ["merge marge"],
    },
  },
  "null-pointer-coffee": {
    want: ["big-O-no", "undefined uncle", "ctrl alt elite"],
    helpful: {
      "git blame gran": [
        "rubber duck",
        "merge marge",
        "left-pad",
        "semi colin",
        "hello world",
        "promise pending",
      ],
      "rubber duck": ["null island", "yak shaver", "flaky test", "bit flipper"],
      "sudo sandwich": ["cache miss", "stack trace"],
      "stack trace": ["localhost hero"],
    },
  },
  "merge-conflict-pizza": {
    want: ["yak shaver", "left-pad", "kernel panic pip"],
    helpful: {
      "merge marge": ["rubber duck", "segfault sam", "off-by-2"],
      "git blame gran": ["null island", "bit flipper"],
    },
  },
  "semicolon-noodles": {
    want: ["rubber duck", "big-O-no"],
    helpful: {
      "semi colin": ["dangling else", "merge marge", "yak shaver", "left-pad", "kernel panic pip"],
      "hello world": ["bit flipper", "cache miss"],
    },
  },
  "bibim-bash": {
    want: ["git blame gran", "stack trace", "hello world"],
    helpful: { "semi colin": ["left-pad"] },
  },
  "the-halting-problem": { want: ["promise pending", "null island", "off-by-2"] },
  "ful-stack": {
    want: ["cache miss", "git blame gran"],
    helpful: { "null island": ["lorem ipsum", "off-by-2"] },
  },
  "curried-functions": {
    want: ["rubber duck", "flaky test"],
    helpful: { "null island": ["semi colin"] },
  },
  "recursive-rotis": { want: ["semi colin", "rubber duck"] },
  "raw-strings-sushi": { want: ["null island"] },
  "protocol-buffet": { want: ["hello world"] },
  "try-catch-fish-bar": {
    want: ["git blame gran"],
    helpful: { "stack trace": ["null island", "semi colin"] },
  },
  "the-polymorph-canteen": { want: ["rubber duck", "merge marge"] },
  "a-monad-is-a-burrito": {
    want: ["big-O-no"],
    helpful: { "yak shaver": ["lorem ipsum", "hello world"] },
  },
  "soup-du-json": { want: ["tabs not spaces"] },
  "banh-minify": { want: ["null island", "stack trace"] },
  "stack-overflow-pancakes": { want: ["kernel panic pip", "promise pending"] },
  "deprecated-diner": { want: ["hello world"] },
};
