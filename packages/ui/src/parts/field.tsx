import type { ComponentChildren } from "preact";

/** A control under its label, with a word of explanation. The control is a child of the label. */
export function Field({
  label,
  about,
  children,
}: {
  readonly label: string;
  readonly about?: string;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children.
    <label class="field">
      <span class="label">{label}</span>
      {about === undefined ? null : <span class="muted small">{about}</span>}
      {children}
    </label>
  );
}
