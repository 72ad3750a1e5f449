type Props = { unknownCuisines: string[]; ignored: string[] };

/** Says which parts of the address could not be followed. */
export function Notices({ unknownCuisines, ignored }: Props) {
  const sentences = [
    ...unknownCuisines.slice(0, 5).map((slug) => `There is no cuisine called “${slug}” here, so it is left out.`),
    ...(unknownCuisines.length > 5 ? ["More cuisines in the address are not known here."] : []),
    ...ignored,
  ];
  if (sentences.length === 0) return null;
  return (
    <div className="notice">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
