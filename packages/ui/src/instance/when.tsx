/** A time as people read it, with the whole of it on hover. */
export function When({ time }: { readonly time: string | null }) {
  if (time === null) return null;
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  const shown = isToday ? date.toLocaleTimeString() : date.toLocaleDateString();
  return (
    <time dateTime={time} title={date.toLocaleString()}>
      {shown}
    </time>
  );
}

/** Milliseconds between two times, e.g. `3 min 20 s`. */
export function duration(from: string | null, until: string | null): string {
  if (from === null) return "";
  const seconds = Math.max(
    0,
    Math.round(((until === null ? Date.now() : Date.parse(until)) - Date.parse(from)) / 1000),
  );
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
