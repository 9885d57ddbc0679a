import { useRef, useState } from "preact/hooks";
import { Button } from "./button.tsx";

/** A page of the same place, looked at without leaving this one. It is loaded when it is opened. */
export function Preview({ title, address }: { readonly title: string; readonly address: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="jump"
        aria-label={`Preview ${title}`}
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        Preview
      </button>
      <dialog ref={dialog} class="preview" aria-label={title} onClose={() => setOpen(false)}>
        <header class="row">
          <h3>{title}</h3>
          <span class="push" />
          <a href={address}>Open</a>
          <Button onClick={() => dialog.current?.close()}>Close</Button>
        </header>
        {open ? <iframe title={title} src={address} /> : null}
      </dialog>
    </>
  );
}
