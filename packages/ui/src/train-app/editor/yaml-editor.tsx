import type { PageHyperparameter, PageNote } from "@trainyard/app/page";
import { useEffect, useRef } from "preact/hooks";
import { edit, setPending } from "../page-link.ts";
import type { Editor } from "./make-editor.ts";

/** Milliseconds after the last key before a text is sent. */
const pause = 250;

/** The hyperparameters in CodeMirror, which is loaded when this step is opened. */
export function YamlEditor({
  text,
  known,
  notes,
}: {
  readonly text: string;
  readonly known: readonly PageHyperparameter[];
  readonly notes: readonly PageNote[];
}) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const typed = useRef<string | null>(null);
  const first = useRef({ text, known });
  useEffect(() => {
    const box = place.current;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      clearTimeout(timer);
      const hyperparameters = typed.current;
      typed.current = null;
      return hyperparameters === null ? undefined : ({ type: "edit", form: { hyperparameters } } as const);
    };
    setPending(take);
    void import("./make-editor.ts").then(({ makeEditor }) => {
      if (gone || box === null) return;
      editor.current = makeEditor(box, first.current.text, first.current.known, (now) => {
        typed.current = now;
        clearTimeout(timer);
        timer = setTimeout(() => {
          const action = take();
          if (action !== undefined) void edit(action.form);
        }, pause);
      });
    });
    const onJump = (event: Event) => {
      if (event instanceof CustomEvent) editor.current?.goTo(Number(event.detail));
    };
    box?.addEventListener("jump", onJump);
    return () => {
      gone = true;
      const action = take();
      if (action !== undefined) void edit(action.form);
      setPending(undefined);
      box?.removeEventListener("jump", onJump);
      editor.current?.destroy();
      editor.current = null;
    };
  }, []);
  useEffect(() => {
    if (typed.current === null) editor.current?.show(text);
    editor.current?.mark(notes.filter(({ line }) => line > 0));
  }, [text, notes]);
  return <div id="field-hyperparameters" class="editor" ref={place} />;
}
