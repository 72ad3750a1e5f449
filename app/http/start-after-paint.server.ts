const MODULE = ' type="module" async=""';

/**
 * Runs once the first frame has been painted; in a tab behind others, which is not painted, after two seconds. Part by
 * part, so that no part keeps the page from answering. React's router starts when the last one does.
 */
const START = `(() => {
let last;
const go = async () => {
if (last) return;
last = document.createElement("script");
last.type = "module";
last.text = document.querySelector("script[type^=later]").text;
const links = [...document.querySelectorAll("link[rel=modulepreload]")];
for (const link of links) {
link.media = "";
document.head.append(link);
}
for (const { href } of links) {
if (!href.includes("/entry.")) await import(href).catch(() => {});
await new Promise(setTimeout);
}
document.head.append(last);
};
requestAnimationFrame(() => setTimeout(go));
setTimeout(go, 2000);
})()`;

/** Changes a page as React has rendered it. React finds all elements that it knows: those that wait differ by attributes only. */
export function startAfterPaint(html: string, nonce: string): string {
  const script = `<script nonce="${nonce}"`;
  const at = html.lastIndexOf(`${script}${MODULE}>`);
  if (at < 0) return html;
  const before = html.slice(0, at).replaceAll('<link rel="modulepreload"', '$& media="not all"');
  const after = html.slice(at + script.length + MODULE.length);
  return `${before}${script} type="later/module"${after}`.replace(
    "</body>",
    () => `${script}>${START}</script></body>`,
  );
}
