import type { PageState } from "@trainyard/app/page";
import { Check } from "../../parts/check.tsx";
import { edit } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";

export function ProjectStep({ state }: { readonly state: PageState }) {
  const { project, form } = state;
  return (
    <StepCard state={state} step={0} summary={`${project.name} · ${project.images} images`}>
      <div class="project">
        <img src="./page/thumbnail" alt="" width="96" height="72" />
        <div>
          <h3>{project.name}</h3>
          <p class="muted">
            {project.images} images in project · {project.classes.length} classes · {project.datasets.length}{" "}
            datasets
          </p>
        </div>
      </div>
      <Check
        label="Cache data on the agent to optimize project download for future trainings"
        checked={form.cacheProject}
        onChange={(cacheProject) => void edit({ cacheProject })}
      />
    </StepCard>
  );
}
