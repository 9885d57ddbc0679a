import type { PageFile } from "@trainyard/local/page";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Code } from "../../parts/code.tsx";
import { Table } from "../../parts/table.tsx";
import { useAnswer } from "../ask.ts";
import { Loading } from "../loading.tsx";
import { to } from "../route.ts";
import { When } from "../when.tsx";

const content = (path: string) => `/page/files/content?path=${encodeURIComponent(path)}`;
const partsOf = (path: string) => path.split("/").filter((part) => part !== "");
/** What can be looked at without taking it along. */
const picture = /\.(png|jpe?g|webp)$/i;
const text = /\.(txt|log|ya?ml|json|csv|md)$/i;

/** Team Files: a folder, its files to look at and to take along. */
export function FilesView({ path }: { readonly path: string }) {
  const answer = useAnswer<readonly PageFile[]>(`/page/files?path=${encodeURIComponent(path)}`);
  const [shown, setShown] = useState("");
  const parts = partsOf(path);
  return (
    <>
      <h1>Team Files</h1>
      <nav aria-label="Folder" class="row crumbs">
        <a href={to("files")}>Team Files</a>
        {parts.map((part, at) => (
          <span key={at} class="row">
            <span class="muted">/</span>
            <a href={to("files", ...parts.slice(0, at + 1))}>{part}</a>
          </span>
        ))}
      </nav>
      <Loading answer={answer}>
        {(files) => (
          <Table
            label="Files"
            rows={[...files].sort(
              (a, b) => Number(b.isDir) - Number(a.isDir) || a.name.localeCompare(b.name),
            )}
            rowKey={(file) => file.path}
            chosen={(file) => file.path === shown}
            empty="This folder is empty."
            columns={[
              {
                title: "Name",
                cell: (file) =>
                  file.isDir ? (
                    <a href={to("files", ...partsOf(file.path))}>{file.name}/</a>
                  ) : (
                    <a href={content(file.path)}>{file.name}</a>
                  ),
              },
              { title: "Size", number: true, cell: ({ isDir, size }) => (isDir ? "" : bytes(size)) },
              { title: "Changed", cell: ({ updatedAt }) => <When time={updatedAt} /> },
              {
                title: <span class="hidden-text">Look at it</span>,
                cell: (file) =>
                  !file.isDir && (picture.test(file.name) || text.test(file.name)) ? (
                    <Button
                      kind="plain"
                      aria-pressed={shown === file.path}
                      onClick={() => setShown(shown === file.path ? "" : file.path)}
                    >
                      Show
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </Loading>
      {shown === "" ? null : <Preview path={shown} />}
    </>
  );
}

function Preview({ path }: { readonly path: string }) {
  const name = partsOf(path).at(-1) ?? path;
  if (picture.test(path)) return <img class="preview" src={`${content(path)}&show=1`} alt={name} />;
  return <TextPreview key={path} path={path} name={name} />;
}

function TextPreview({ path, name }: { readonly path: string; readonly name: string }) {
  const [body, setBody] = useState<string>();
  useEffect(() => {
    fetch(`${content(path)}&show=1`)
      .then((answer) => answer.text())
      .then(
        (whole) => setBody(whole.length > 200_000 ? `${whole.slice(0, 200_000)}\n… (cut)` : whole),
        () => setBody("The instance does not answer."),
      );
  }, [path]);
  return <Code label={name} text={body ?? "Loading…"} />;
}

function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${(size / 1000).toFixed(1)} kB`;
  return size < 1e9 ? `${(size / 1e6).toFixed(1)} MB` : `${(size / 1e9).toFixed(2)} GB`;
}
