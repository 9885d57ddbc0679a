import type { ComponentChildren, JSX } from "preact";

/** A button; `kind` says how much it weighs. It never submits a form unless `type` says so. */
export function Button({
  kind = "",
  children,
  ...rest
}: {
  readonly kind?: "" | "primary" | "danger" | "plain";
  readonly children: ComponentChildren;
} & JSX.IntrinsicElements["button"]) {
  return (
    <button type="button" class={`button ${kind}`} {...rest}>
      {children}
    </button>
  );
}
