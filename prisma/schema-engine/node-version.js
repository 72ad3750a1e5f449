/**
 * The message for a Node that is too old; undefined for one that is not.
 * @param {string} version such as "20.20.2"
 */
export function tooOldNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 22)
    ? undefined
    : "This needs Node 22.22 or newer; run it by npm run / npx, which use the project's own Node 24.";
}
