import type { PageProject } from "@trainyard/local/page";
import { useState } from "preact/hooks";
import { Empty } from "../../parts/empty.tsx";
import { useAnswer } from "../ask.ts";
import { Loading } from "../loading.tsx";
import { to } from "../route.ts";
import { ImportBox } from "./import-box.tsx";

/** The projects, each with its first image, and the way to take another in. */
export function ProjectsView() {
  const [again, setAgain] = useState(0);
  const answer = useAnswer<readonly PageProject[]>("/page/projects", again);
  return (
    <>
      <h1>Projects</h1>
      <ImportBox onDone={() => setAgain(again + 1)} />
      <Loading answer={answer}>
        {(projects) =>
          projects.length === 0 ? (
            <Empty>No project yet. Import one above.</Empty>
          ) : (
            <ul class="tiles">
              {projects.map(({ id, name, images, datasets, cover }) => (
                <li key={id}>
                  <a href={to("projects", id)}>
                    {cover === null ? (
                      <span class="thumb" />
                    ) : (
                      <img class="thumb" src={`/page/images/${cover}/small`} alt="" loading="lazy" />
                    )}
                    <strong>{name}</strong>
                  </a>
                  <span class="muted small">
                    id {id} · {images} images · {datasets} {datasets === 1 ? "dataset" : "datasets"}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </>
  );
}
