type Bar = { label: string; value: number };

const [ROW, BAR, LEFT, WIDTH, RIGHT] = [34, 20, 230, 420, 70];

/** SVG for light and dark pages. The scale is logarithmic, since bars differ by thousands. */
export function barChart(title: string, bars: Bar[]): string {
  const least = 10 ** Math.floor(Math.log10(Math.min(...bars.map(({ value }) => value))));
  const most = 10 ** Math.ceil(Math.log10(Math.max(...bars.map(({ value }) => value))));
  const x = (value: number) => (WIDTH * Math.log10(value / least)) / Math.log10(most / least);
  const height = bars.length * ROW + 60;
  const ticks = Array.from(
    { length: Math.round(Math.log10(most / least)) + 1 },
    (_, index) => least * 10 ** index,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + WIDTH + RIGHT} ${height}" role="img" aria-labelledby="title">
<title id="title">${escapeText(title)}</title>
<style>
text { font: 14px system-ui, sans-serif; fill: #221b14; } .soft { fill: #6a5c4c; } .bar { fill: #b8321c; } .line { stroke: #e4d8c4; }
@media (prefers-color-scheme: dark) { text { fill: #f3eadc; } .soft { fill: #b8a994; } .bar { fill: #ff8a6b; } .line { stroke: #3a3128; } }
</style>
${ticks.map((tick) => `<line class="line" x1="${LEFT + x(tick)}" x2="${LEFT + x(tick)}" y1="8" y2="${height - 40}"/><text class="soft" text-anchor="middle" x="${LEFT + x(tick)}" y="${height - 20}">${tick}</text>`).join("\n")}
${bars.map(({ label, value }, index) => drawBar(label, value, 16 + index * ROW, x(value))).join("\n")}
</svg>
`;
}

function drawBar(label: string, value: number, top: number, length: number): string {
  const middle = top + BAR / 2 + 5;
  return `<text text-anchor="end" x="${LEFT - 10}" y="${middle}">${escapeText(label)}</text>
<rect class="bar" x="${LEFT}" y="${top}" width="${Math.max(2, length).toFixed(1)}" height="${BAR}" rx="3"/>
<text x="${LEFT + Math.max(2, length) + 6}" y="${middle}">${value >= 10 ? value.toFixed(0) : value.toFixed(2)}</text>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
