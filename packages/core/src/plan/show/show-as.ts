/**
 * Gives an object its looks: how Node prints it and, with HTML, how a notebook shows it.
 * Both are known by registered symbols, so nothing of Node is needed.
 */
export function showAs(target: object, text: () => string, html?: () => string): void {
  Object.defineProperty(target, Symbol.for("nodejs.util.inspect.custom"), { value: text });
  if (html !== undefined)
    Object.defineProperty(target, Symbol.for("Jupyter.display"), {
      value: () => ({ "text/html": html(), "text/plain": text() }),
    });
}
