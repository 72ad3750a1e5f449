type Props = {
  unknownCuisines: string[];
  ignored: string[];
  /** What was searched for and what was found instead. */
  correction: { searched: string; found: string } | undefined;
};

/** Says which parts of the address could not be followed, and how a search was understood. */
export function Notices({ unknownCuisines, ignored, correction }: Props) {
  const sentences = [
    ...(correction
      ? [
          `Showing results for “${correction.found}”: nothing here matches “${correction.searched}”.`,
        ]
      : []),
    ...unknownCuisines
      .slice(0, 5)
      .map((slug) => `There is no cuisine called “${slug}” here, so it is left out.`),
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
