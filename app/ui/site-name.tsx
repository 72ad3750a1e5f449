/** The site's name with its ampersand, where it has one, in the colour of actions. */
export function SiteName({ name }: { name: string }) {
  const [before = "", ...after] = name.split("&");
  if (after.length === 0) return name;
  return (
    <>
      {before}
      <span className="ampersand">&amp;</span>
      {after.join("&")}
    </>
  );
}
