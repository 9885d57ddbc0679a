/** A model as the app's models.json states it, under our own names. */
export interface FileModel {
  readonly name: string;
  readonly task: string;
  readonly [fact: string]: string | number | readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

/** Column headers of the apps' tables, and the fact that each is. */
const numbers: readonly (readonly [RegExp, string])[] = [
  [/^size|^input$/i, "size"],
  [/^mAP( \(box\))?$/, "mAP"],
  [/^mAP \(mask\)$/, "maskMAP"],
  [/^mIoU$/i, "mIoU"],
  [/^Top-1$/i, "top1"],
  [/^params/i, "paramsM"],
  [/^G?FLOPs/i, "flopsB"],
  [/^latency/i, "latencyMs"],
  [/^FPS/i, "fps"],
];

/** Reads a models.json; a row without a name or a task is an error that names the row. */
export function readModels(text: string): readonly FileModel[] {
  const rows: unknown = JSON.parse(text);
  if (!Array.isArray(rows) || rows.length === 0) throw new Error("models.json is not a list of models.");
  return rows.map((row: unknown, at) => readRow(asRow(row), at));
}

function readRow(row: Row, at: number): FileModel {
  const meta = asRow(row.meta);
  const files = asRow(meta.model_files);
  const name = row.model_name ?? meta.model_name ?? row.Model;
  if (typeof name !== "string") throw new Error(`Row ${at + 1} of models.json has no name.`);
  if (typeof meta.task_type !== "string") throw new Error(`${name} in models.json has no task_type.`);
  const model: Record<string, string | number | readonly string[]> = { name, task: meta.task_type };
  const dataset = row.dataset ?? row.Dataset;
  if (typeof dataset === "string") model.dataset = dataset;
  for (const [header, fact] of numbers) {
    const key = Object.keys(row).find((column) => header.test(column));
    const value = key === undefined ? Number.NaN : Number.parseFloat(String(row[key]));
    if (Number.isFinite(value)) model[fact] = value;
  }
  const measured = Number.parseFloat(String(row.AP_val));
  if (Number.isFinite(measured)) model[/segmentation/.test(meta.task_type) ? "maskMAP" : "mAP"] = measured;
  const support = { onnx: row["ONNX support"], tensorrt: row["TensorRT support"] };
  if (Object.values(support).some((said) => said !== undefined))
    model.exports = Object.entries(support).flatMap(([format, said]) => (said === true ? [format] : []));
  for (const [key, value] of Object.entries(files)) if (typeof value === "string") model[key] = value;
  return { ...model, name, task: meta.task_type };
}

function asRow(value: unknown): Row {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
