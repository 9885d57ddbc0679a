/**
 * Gives an object, or all of a prototype, its looks: as text in a template, in Node and in Deno, and, with HTML, in a
 * notebook. All are known by registered symbols, so nothing of Node is needed; none is seen when members are listed.
 */
export function showAs<T extends object>(
  target: T,
  text: (shown: T) => string,
  html?: (shown: T) => string,
): void {
  const print = {
    value(this: T) {
      return text(this);
    },
  };
  Object.defineProperties(target, {
    [Symbol.for("nodejs.util.inspect.custom")]: print,
    [Symbol.for("Deno.customInspect")]: print,
  });
  if (target.toString === Object.prototype.toString) Object.defineProperty(target, "toString", print);
  if (html === undefined) return;
  Object.defineProperty(target, Symbol.for("Jupyter.display"), {
    value(this: T) {
      return { "text/html": html(this), "text/plain": text(this) };
    },
  });
}
