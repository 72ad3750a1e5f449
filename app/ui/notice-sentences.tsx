/** Sentences about what could not be followed; nothing when there are none. */
export function NoticeSentences({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="notice">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
