import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { PageHyperparameter, PageNote } from "@trainyard/app/page";

/** An editor as the page uses it. */
export interface Editor {
  show(text: string): void;
  mark(notes: readonly PageNote[]): void;
  goTo(line: number): void;
  destroy(): void;
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent-strong)" },
  { tag: [tags.string, tags.content], color: "var(--good)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--val)" },
  { tag: tags.comment, color: "var(--muted)" },
]);
const look = EditorView.theme({
  "&": { color: "var(--text)", background: "var(--surface)", maxHeight: "440px", fontSize: "13px" },
  "&.cm-focused": { outline: "2px solid var(--accent)" },
  ".cm-scroller": { fontFamily: "var(--mono)", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-gutters": { background: "var(--sunken)", color: "var(--muted)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--accent-soft)" },
  ".cm-tooltip": {
    background: "var(--surface)",
    color: "var(--text)",
    border: "1px solid var(--line-strong)",
  },
});

/** Makes an editor in a shadow root: its styles then need no inline style element, which the page's policy forbids. */
export function makeEditor(
  place: HTMLElement,
  text: string,
  known: readonly PageHyperparameter[],
  onType: (text: string) => void,
): Editor {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  let quiet = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        highlightActiveLine(),
        lintGutter(),
        yaml(),
        syntaxHighlighting(colours),
        look,
        // Tab is left to the page: whoever has no mouse must get out again.
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        autocompletion({
          override: [
            ({ matchBefore, explicit }) => {
              const word = matchBefore(/[\w.-]*/);
              if (word === null || (word.from === word.to && !explicit)) return null;
              const options = known.map(({ path, about, default: value }) => ({
                ...{ label: path.split(".").at(-1) ?? path, detail: value, info: about, type: "property" },
              }));
              return { from: word.from, options };
            },
          ],
        }),
        EditorView.contentAttributes.of({ "aria-label": "Hyperparameters as YAML", tabindex: "0" }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged && !quiet) onType(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    show(now) {
      if (now === view.state.doc.toString()) return;
      quiet = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: now } });
      quiet = false;
    },
    mark(notes) {
      const marks = notes
        .filter(({ line }) => line <= view.state.doc.lines)
        .map(({ line, tone, text: message }) => {
          const { from, to } = view.state.doc.line(line);
          return { from, to, message, severity: tone === "bad" ? ("error" as const) : ("warning" as const) };
        });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    goTo(line) {
      if (line < 1 || line > view.state.doc.lines) return view.focus();
      const { from } = view.state.doc.line(line);
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
