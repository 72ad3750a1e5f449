import { capitalised } from "#app/domain/text/counting.ts";

type Props = { typed: { name: string; value: string }[] };

/** Of a form that cannot be posted any more, to copy. */
export function TypedText({ typed }: Props) {
  return (
    <section aria-labelledby="typed">
      <h2 id="typed">What you wrote</h2>
      <dl className="typed-text">
        {typed.map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name comes more than once, and the list never changes
          <div key={index}>
            <dt>{wordsOf(name)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const WORDS: Record<string, string> = {
  body: "Review",
  priceKind: "What the price was for",
  visitedOn: "Day of the visit",
};

function wordsOf(name: string): string {
  const plain = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return WORDS[name] ?? capitalised(plain);
}
