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
