import { useState } from "preact/hooks";

/** An input that keeps what is being typed until it is left or Enter is pressed, whatever is drawn anew meanwhile. */
export function DraftInput({
  value,
  disabled = false,
  onCommit,
  ...rest
}: {
  readonly value: string;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
  readonly maxLength?: number;
  readonly inputMode?: "text" | "numeric";
  readonly onCommit: (value: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <input
      {...rest}
      type="text"
      disabled={disabled}
      value={draft ?? value}
      onInput={({ currentTarget }) => setDraft(currentTarget.value)}
      onChange={({ currentTarget }) => {
        if (currentTarget.value !== value) onCommit(currentTarget.value);
      }}
      onBlur={() => setDraft(null)}
    />
  );
}
