import type { PageImage, PageProjectDetail } from "@trainyard/local/page";
import { useState } from "preact/hooks";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Code } from "../../parts/code.tsx";
import { Table } from "../../parts/table.tsx";
import { useAnswer } from "../ask.ts";
import { Loading } from "../loading.tsx";
import { DrawnImage } from "./drawn-image.tsx";

/** A project: datasets, classes, tags, and its images with what is drawn on them. */
export function ProjectView({ id }: { readonly id: number }) {
  const answer = useAnswer<PageProjectDetail>(`/page/projects/${id}`);
  return <Loading answer={answer}>{(project) => <Project project={project} />}</Loading>;
}

function Project({ project }: { readonly project: PageProjectDetail }) {
  const [dataset, setDataset] = useState("");
  const { id, name, images, tree, classes, tags } = project;
  return (
    <>
      <header class="row">
        <h1>{name}</h1>
        <Badge>id {id}</Badge>
        <span class="muted">{images} images</span>
      </header>
      <div class="columns">
        <Table
          label="Classes"
          rows={classes}
          rowKey={({ title }) => title}
          empty="It has no classes."
          columns={[
            {
              title: "Class",
              cell: ({ title, color }) => (
                <span>
                  <span class="dot" style={{ background: color }} />
                  {title}
                </span>
              ),
            },
            { title: "Shape", cell: ({ shape }) => shape },
            { title: "Images", number: true, cell: (one) => one.images },
            { title: "Objects", number: true, cell: ({ objects }) => objects },
          ]}
        />
        <Table
          label="Tags"
          rows={tags}
          rowKey={(tag) => tag.name}
          empty="It has no tags."
          columns={[
            { title: "Tag", cell: (tag) => tag.name },
            { title: "Images", number: true, cell: (tag) => tag.images },
          ]}
        />
      </div>
      <Code label="Chain" text={`train().on("auto").project(${id}).model("YOLO/YOLO26s-det").start()`} />
      <div class="row">
        <h2>Images</h2>
        <select
          aria-label="Dataset"
          value={dataset}
          onChange={({ currentTarget }) => setDataset(currentTarget.value)}
        >
          <option value="">All datasets</option>
          {tree.map((one) => (
            <option key={one.id} value={String(one.id)}>
              {pathOf(one.id, tree)} ({one.images}, id {one.id})
            </option>
          ))}
        </select>
      </div>
      <Images key={dataset} project={id} dataset={dataset} />
    </>
  );
}

function pathOf(id: number, tree: PageProjectDetail["tree"]): string {
  const found = tree.find((one) => one.id === id);
  if (found === undefined) return "";
  return found.parentId === null ? found.name : `${pathOf(found.parentId, tree)} / ${found.name}`;
}

function Images({ project, dataset }: { readonly project: number; readonly dataset: string }) {
  const [page, setPage] = useState(0);
  const [shown, setShown] = useState<PageImage>();
  const query = `page=${page}${dataset === "" ? "" : `&dataset=${dataset}`}`;
  const answer = useAnswer<{ total: number; images: readonly PageImage[] }>(
    `/page/projects/${project}/images?${query}`,
  );
  return (
    <>
      {shown === undefined ? null : (
        <DrawnImage key={shown.id} image={shown} onClose={() => setShown(undefined)} />
      )}
      <Loading answer={answer}>
        {({ total, images }) => (
          <>
            <ul class="tiles small-tiles">
              {images.map((image) => (
                <li key={image.id}>
                  <button
                    type="button"
                    class="tile"
                    onClick={() => setShown(image)}
                    aria-label={`Show ${image.name}`}
                  >
                    <img class="thumb" src={`/page/images/${image.id}/small`} alt="" loading="lazy" />
                  </button>
                  <span class="small name">{image.name}</span>
                  <span class="muted small">
                    {image.objects} objects{image.tags.length === 0 ? "" : ` · ${image.tags.join(", ")}`}
                  </span>
                </li>
              ))}
            </ul>
            {total <= 60 ? null : (
              <div class="row">
                <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                  Before
                </Button>
                <span class="muted small">
                  {page * 60 + 1} to {Math.min(total, page * 60 + 60)} of {total}
                </span>
                <Button disabled={(page + 1) * 60 >= total} onClick={() => setPage(page + 1)}>
                  Next
                </Button>
              </div>
            )}
          </>
        )}
      </Loading>
    </>
  );
}
