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
