import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Notice } from "../../parts/notice.tsx";
import { ask } from "../ask.ts";
import { to } from "../route.ts";

interface Imported {
  readonly id: number;
  readonly name: string;
  readonly images: number;
  readonly skipped: number;
  readonly leftOut: readonly string[];
}

/** Takes a project in: by a path on this machine, or an archive that is dropped or chosen. */
export function ImportBox({ onDone }: { readonly onDone: () => void }) {
  const [path, setPath] = useState("");
  const [isOver, setOver] = useState(false);
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState("");
  const [done, setDone] = useState<Imported>();
  const take = async (what: string, importing: () => Promise<Imported>) => {
    setBusy(what);
    setProblem("");
    setDone(undefined);
    try {
      setDone(await importing());
      onDone();
    } catch (error) {
      setProblem(String(Object(error).message ?? error));
    }
    setBusy("");
  };
  const byPath = () =>
    take(path, () =>
      ask("/page/import", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ path }),
      }),
    );
  const byFile = (file: File | undefined) => {
    if (file === undefined) return;
    const address = `/page/import/archive?name=${encodeURIComponent(file.name)}`;
    const headers = { "content-type": "application/octet-stream" };
    void take(file.name, () => ask(address, { method: "POST", headers, body: file }));
  };
  return (
    <section
      class={`card stack drop ${isOver ? "over" : ""}`}
      aria-label="Import a project"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        byFile(event.dataTransfer?.files[0]);
      }}
    >
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void byPath();
        }}
      >
        <input
          type="text"
          class="grow"
          aria-label="Folder, archive or COCO file on this machine"
          placeholder="/home/me/lemons"
          value={path}
          onInput={({ currentTarget }) => setPath(currentTarget.value)}
        />
        <Button type="submit" disabled={path.trim() === "" || busy !== ""}>
          Import the path
        </Button>
        <label class="button">
          Choose an archive
          <input
            class="hidden-text"
            type="file"
            accept=".zip,.tar,.gz,.tgz"
            onChange={({ currentTarget }) => byFile(currentTarget.files?.[0])}
          />
        </label>
      </form>
      <p class="muted small">
        A project in Supervisely's format, a YOLO folder, or COCO files; a .zip, .tar or .tar.gz of one may be
        dropped here.
      </p>
      {busy === "" ? null : <Notice tone="info">Importing {busy}…</Notice>}
      {problem === "" ? null : <Notice tone="bad">{problem}</Notice>}
      {done === undefined ? null : (
        <Notice tone="good">
          Imported <a href={to("projects", done.id)}>{done.name}</a>: {done.images} images
          {done.skipped > 0 ? `, ${done.skipped} files that are no images skipped` : ""}.{" "}
          {done.leftOut.map((sentence) => `Left out: ${sentence}`).join(" ")}
        </Notice>
      )}
    </section>
  );
}
