const STAR = "M8 1.3l2 4.4 4.800.500-3.600 3.200 1 4.700L8 11.700l-4.200 2.400 1-4.700L1.200 6.200l4.800-.500z";

/** Five stars as shapes, whole ones filled and the rest outlined. Always stands beside the same thing in words. */
export function Stars({ filled }: { filled: number }) {
  return (
    <svg className="stars" viewBox="0 0 86 16" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((position) => (
        <path
          key={position}
          className={position < filled ? "star-full" : "star-empty"}
          transform={`translate(${position * 17.5})`}
          d={STAR}
        />
      ))}
    </svg>
  );
}
