import type { PageState } from "@trainyard/app/page";
import { Table } from "../../parts/table.tsx";
import { edit } from "../page-link.ts";

/** The project's tags to choose from, for an app that asks for some. */
export function TagsTable({ state: { project, form } }: { readonly state: PageState }) {
  const all = project.tags.map(({ name }) => name);
  const set = (names: readonly string[]) => void edit({ tags: all.filter((name) => names.includes(name)) });
  return (
    <div id="field-tags" class="stack">
      <h3>Tags</h3>
      <Table
        label="Tags"
        rows={project.tags}
        rowKey={({ name }) => name}
        chosen={({ name }) => form.tags.includes(name)}
        empty="Project has no tags."
        columns={[
          {
            title: (
              <label class="pick">
                <input
                  type="checkbox"
                  checked={form.tags.length === all.length}
                  onChange={({ currentTarget }) => set(currentTarget.checked ? all : [])}
                />
                Tag
              </label>
            ),
            cell: ({ name }) => (
              <label class="pick">
                <input
                  type="checkbox"
                  checked={form.tags.includes(name)}
                  onChange={({ currentTarget }) =>
                    set(
                      currentTarget.checked
                        ? [...form.tags, name]
                        : form.tags.filter((other) => other !== name),
                    )
                  }
                />
                {name}
              </label>
            ),
          },
          { title: "Images", number: true, cell: ({ images }) => images },
        ]}
      />
    </div>
  );
}
