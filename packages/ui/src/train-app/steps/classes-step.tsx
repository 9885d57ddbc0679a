import type { PageState } from "@trainyard/app/page";
import { Badge } from "../../parts/badge.tsx";
import { Check } from "../../parts/check.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Table } from "../../parts/table.tsx";
import { edit, instanceLink } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";
import { TagsTable } from "./tags-table.tsx";

export function ClassesStep({ state }: { readonly state: PageState }) {
  const { app, project, form, derived } = state;
  const all = project.classes.map(({ title }) => title);
  const isOn = (title: string) => form.classes.includes(title);
  const set = (titles: readonly string[]) =>
    void edit({ classes: all.filter((title) => titles.includes(title)) });
  const count = `${form.classes.length} of ${all.length} classes`;
  const summary = app.asks.tags ? `${count} · ${form.tags.length} of ${project.tags.length} tags` : count;
  return (
    <StepCard state={state} step={2} summary={summary}>
      <div class="row">
        <a href={instanceLink(state, `/projects/${project.id}/stats/datasets`)}>QA &amp; Stats</a>
      </div>
      <div id="field-classes" class="stack">
        {app.asks.classes ? null : <Notice tone="info">The app trains on all classes.</Notice>}
        <Table
          label="Classes"
          rows={project.classes}
          rowKey={({ title }) => title}
          chosen={({ title }) => isOn(title)}
          empty="Classes table is empty: the project has no classes."
          columns={[
            {
              title: (
                <label class="pick">
                  <input
                    type="checkbox"
                    checked={form.classes.length === all.length}
                    disabled={!app.asks.classes}
                    onChange={({ currentTarget }) => set(currentTarget.checked ? all : [])}
                  />
                  Class
                </label>
              ),
              cell: ({ title, color }) => (
                <label class="pick">
                  <input
                    type="checkbox"
                    checked={isOn(title)}
                    disabled={!app.asks.classes}
                    onChange={({ currentTarget }) =>
                      set(
                        currentTarget.checked
                          ? [...form.classes, title]
                          : form.classes.filter((name) => name !== title),
                      )
                    }
                  />
                  <span>
                    <span class="dot" style={{ background: color }} />
                    {title}
                  </span>
                </label>
              ),
            },
            { title: "Shape", cell: ({ shape }) => shape },
            { title: "Images", number: true, cell: ({ images }) => images ?? "—" },
            { title: "Labels", number: true, cell: ({ objects }) => objects },
            {
              title: "Becomes",
              cell: ({ title }) => {
                const use = derived.classUses.find((row) => row.title === title);
                if (use === undefined) return null;
                if (use.use === "unusable") return <Badge tone="bad">left out</Badge>;
                return use.use === "converted" ? (
                  <Badge tone="info">{use.becomes}</Badge>
                ) : (
                  <Badge>as it is</Badge>
                );
              },
            },
          ]}
        />
      </div>
      {app.asks.tags ? <TagsTable state={state} /> : null}
      <Check
        id="field-convertClassShapes"
        label="Convert classes to model task type"
        about="Classes with compatible shapes will be converted according to the model's task."
        checked={form.convertClassShapes}
        onChange={(convertClassShapes) => void edit({ convertClassShapes })}
      />
    </StepCard>
  );
}
