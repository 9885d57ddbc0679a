import { useState } from "preact/hooks";

/** An input that keeps what is being typed until it is left or Enter is pressed, whatever is drawn anew meanwhile. */
export function DraftInput({
  type = "text",
  value,
  disabled = false,
  onCommit,
  ...rest
}: {
  readonly type?: "text" | "number";
  readonly value: string;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly onCommit: (value: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const same = {
    ...rest,
    disabled,
    value: draft ?? value,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setDraft(currentTarget.value),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      if (currentTarget.value !== value) onCommit(currentTarget.value);
      setDraft(null);
    },
    onBlur: () => setDraft(null),
  };
  return type === "number" ? <input type="number" {...same} /> : <input type="text" {...same} />;
}
