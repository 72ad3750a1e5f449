import type { Difference } from "#app/domain/places/compare-facts.ts";

export function ComparedVersion({ differences }: { differences: Difference[] }) {
  return (
    <table className="versions compared">
      <caption className="visually-hidden">What differs</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Now</th>
          <th scope="col">In this version</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <bdi>{before}</bdi>
            </td>
            <td>
              <bdi>{after}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
