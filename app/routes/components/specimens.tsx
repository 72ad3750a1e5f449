import type { ReactNode } from "react";

/** A group of specimens under a heading. */
export function Specimens({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="form-group">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
