/** Rows of "what is typed → what comes of it"; ⏎ is a line break and ⇥ a tab in what is typed. */
export function typedTable(table: string): [typed: string, result: string][] {
  return table
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [typed = "", result = ""] = line.split("→");
      return [typed.trim().replaceAll("⏎", "\n").replaceAll("⇥", "\t"), result.trim()];
    });
}
