import type { ReactNode } from "react";

export function Specimens({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="form-group">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
