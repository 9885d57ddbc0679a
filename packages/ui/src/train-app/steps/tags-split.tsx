import type { PageState } from "@trainyard/app/page";
import { Field } from "../../parts/field.tsx";
import { edit } from "../page-link.ts";

/** The tags that put an image on a side, and where the others go. */
export function TagsSplit({
  split,
  tags,
}: {
  readonly split: Extract<PageState["form"]["split"], { readonly by: "tags" }>;
  readonly tags: PageState["project"]["tags"];
}) {
  return (
    <div class="filters">
      {(["train", "val"] as const).map((side) => (
        <Field key={side} label={side === "train" ? "Train tag" : "Validation tag"}>
          <select
            value={split[side]}
            onChange={({ currentTarget }) => void edit({ split: { ...split, [side]: currentTarget.value } })}
          >
            {tags.map(({ name, images: count }) => (
              <option key={name} value={name}>
                {name} ({count})
              </option>
            ))}
          </select>
        </Field>
      ))}
      <Field label="Images without selected tags">
        <select
          value={split.untagged}
          onChange={({ currentTarget: { value } }) => {
            if (value === "train" || value === "val" || value === "ignore")
              void edit({ split: { ...split, untagged: value } });
          }}
        >
          <option value="train">add untagged images to train set</option>
          <option value="val">add untagged images to val set</option>
          <option value="ignore">ignore untagged images</option>
        </select>
      </Field>
    </div>
  );
}
