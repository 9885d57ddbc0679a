import { useEffect, useRef, useState } from "preact/hooks";

/** A line of a log. */
export interface LogLine {
  readonly time: string;
  readonly level: string;
  readonly message: string;
}

/** A log with a filter; it follows its end until somebody scrolls up. */
export function Log({ lines }: { readonly lines: readonly LogLine[] }) {
  const [filter, setFilter] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const follows = useRef(true);
  const wanted = filter.toLowerCase();
  const shown = lines.filter(({ message, level }) => `${level} ${message}`.toLowerCase().includes(wanted));
  const count = shown.length;
  useEffect(() => {
    if (count >= 0 && follows.current && list.current !== null)
      list.current.scrollTop = list.current.scrollHeight;
  }, [count]);
  return (
    <div class="stack">
      <input
        type="search"
        aria-label="Filter the log"
        placeholder="Filter the log"
        value={filter}
        onInput={({ currentTarget }) => setFilter(currentTarget.value)}
      />
      <ul
        class="log"
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="Log"
        onScroll={({ currentTarget: at }) => {
          follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < 24;
        }}
      >
        {shown.map((line, index) => (
          <li key={index} class={line.level}>
            <span class="muted">{line.time.slice(11, 19)} </span>
            {line.message}
          </li>
        ))}
        {count === 0 ? (
          <li class="muted">{lines.length === 0 ? "Nothing yet." : "No line matches."}</li>
        ) : null}
      </ul>
    </div>
  );
}
