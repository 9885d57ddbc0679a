/** A switch with its sentence. */
export function Check({
  label,
  about,
  checked,
  disabled = false,
  id,
  onChange,
}: {
  readonly label: string;
  readonly about?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        {...(id === undefined ? {} : { id })}
        checked={checked}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        <span>{label}</span>
        {about === undefined ? null : <span class="muted small check-about">{about}</span>}
      </span>
    </label>
  );
}
