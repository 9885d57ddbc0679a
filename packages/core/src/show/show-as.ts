import { textHtml } from "./text-html.ts";

/**
 * Gives an object, or all of a prototype, its looks: as text in a template, in Node and in Deno, and as HTML in a
 * notebook, where `html` is the text as it stands unless something better is given. All are known by registered symbols, so nothing of Node is needed; none is seen when members are listed.
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
  showInNotebook(target, text, html);
}

/** Gives an object its looks in a notebook only; elsewhere it prints as what it is, a list say. */
export function showInNotebook<T extends object>(
  target: T,
  text: (shown: T) => string,
  html: (shown: T) => string = (shown) => textHtml(text(shown)),
): void {
  Object.defineProperty(target, Symbol.for("Jupyter.display"), {
    value(this: T) {
      return { "text/html": html(this), "text/plain": text(this) };
    },
  });
}
