/** How far something is. */
export function Progress({
  label,
  current,
  total,
  note = "",
}: {
  readonly label: string;
  readonly current: number;
  readonly total: number;
  readonly note?: string;
}) {
  return (
    <div class="progress">
      <div class="row">
        <span>{label}</span>
        <span class="muted small push number">
          {current} / {total} {note}
        </span>
      </div>
      <progress aria-label={label} value={current} max={Math.max(total, 1)} />
    </div>
  );
}
