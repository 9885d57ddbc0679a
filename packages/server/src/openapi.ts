import { toJsonSchema } from "@valibot/to-json-schema";
import { everyRoute } from "./routes/every-route.ts";
import type { AnyRoute } from "./terms/route.ts";

/** JSON Schema of what a route takes. */
export function inputSchema({ input }: AnyRoute): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = toJsonSchema(input, { typeMode: "input", errorMode: "ignore" });
  return schema;
}

/** The routes as an OpenAPI 3.1 document. */
export function openapiDocument(basePath: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of everyRoute) {
    const path = `${basePath}${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  paths[`${basePath}/runs/{id}/events`] = {
    get: {
      operationId: "run_events",
      summary: "What happens in a training, as server-sent events; Last-Event-ID goes on after an event.",
      parameters: [
        parameter("id", { type: "string" }, "path"),
        parameter("since", { type: "string" }, "query"),
      ],
      responses: {
        200: { description: "Events", content: { "text/event-stream": { schema: { type: "string" } } } },
      },
    },
  };
  return {
    openapi: "3.1.0",
    info: { title: "Trainyard", version: "0.1.0", description: "Start, watch and compare model trainings." },
    paths,
  };
}

function operation(route: AnyRoute): Readonly<Record<string, unknown>> {
  const schema = inputSchema(route);
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const names = Object.keys(properties).filter((name) => inPath.includes(name) || route.method === "GET");
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name)));
  const body = {
    requestBody: {
      required: required.some((name) => !inPath.includes(name)),
      content: { "application/json": { schema: { type: "object", properties: rest } } },
    },
  };
  const problem = { description: "What is wrong, and its mend", content: { "application/problem+json": {} } };
  return {
    operationId: route.name,
    summary: route.about,
    parameters: names.map((name) =>
      parameter(name, properties[name], inPath.includes(name) ? "path" : "query"),
    ),
    ...(route.method === "POST" ? body : {}),
    responses: { 200: { description: "Done", content: { "application/json": {} } }, default: problem },
  };
}

function parameter(name: string, schema: unknown, where: "path" | "query") {
  return { name, in: where, required: where === "path", schema };
}
