/** A choice of a few ways; the one in force is pressed. */
export function Tabs<Name extends string>({
  label,
  names,
  chosen,
  disabled = false,
  onChoose,
}: {
  readonly label: string;
  readonly names: readonly (readonly [name: Name, title: string])[];
  readonly chosen: Name;
  readonly disabled?: boolean;
  readonly onChoose: (name: Name) => void;
}) {
  return (
    <fieldset class="tabs" aria-label={label}>
      {names.map(([name, title]) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          disabled={disabled}
          onClick={() => onChoose(name)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}
