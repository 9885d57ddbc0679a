import type { CallToolResult, InputRequiredResult } from "@modelcontextprotocol/server";
import { acceptedContent, fromJsonSchema, inputRequired, McpServer } from "@modelcontextprotocol/server";
import { isTrainyardError } from "@trainyard/core";
import type { Tool } from "../terms/tool.ts";
import type { Trainyard } from "../terms/trainyard.ts";

/** How a person says yes. */
const approval = {
  type: "object" as const,
  properties: { approve: { type: "boolean" as const, title: "Approve" } },
  required: ["approve"],
};

/**
 * An MCP server with the tools of a mounted Trainyard. What changes something is shown to a person first: clients of the
 * 2026 protocol ask by elicitation; with older ones the call says what it would do, and is made again with `confirmed`.
 */
export function mcpServer(yard: Trainyard, era: "legacy" | "modern"): McpServer {
  const server = new McpServer({ name: "trainyard", version: "0.1.0" }, { capabilities: { tools: {} } });
  for (const tool of yard.tools) {
    const schema = era === "legacy" && tool.preview !== undefined ? withConfirmed(tool.schema) : tool.schema;
    server.registerTool(
      tool.name,
      {
        description: tool.description,
        inputSchema: fromJsonSchema<Record<string, unknown>>(schema),
        // One hash and one key start one task, so a start may be repeated; nothing that is kept is destroyed.
        annotations: {
          readOnlyHint: tool.isReadOnly,
          idempotentHint: true,
          destructiveHint: tool.name === "stop_training",
        },
      },
      async (input, { mcpReq }) => {
        try {
          const { confirmed, ...said } = input;
          const asked = await askFirst(tool, said, era, confirmed === true, mcpReq.inputResponses);
          if (asked !== undefined) return asked;
          return told(JSON.stringify(await tool.execute(said, { signal: mcpReq.signal })));
        } catch (error) {
          if (!isTrainyardError(error)) return { ...told("The host failed."), isError: true };
          return { ...told(`${error.code}: ${error.message}`), isError: true };
        }
      },
    );
  }
  return server;
}

/** What stands in the way of a tool that changes something: the question to a person. Undefined once it was answered yes. */
async function askFirst(
  tool: Tool,
  input: unknown,
  era: "legacy" | "modern",
  isConfirmed: boolean,
  responses: Parameters<typeof acceptedContent>[0],
): Promise<CallToolResult | InputRequiredResult | undefined> {
  if (tool.preview === undefined) return undefined;
  if (era === "legacy") {
    if (isConfirmed) return undefined;
    const question = await tool.preview(input);
    return told(
      `${question}\n\nNothing is done yet. Show this to the person; if they agree, call again with confirmed: true.`,
    );
  }
  const answer = acceptedContent(responses, "approve");
  if (answer?.approve === true) return undefined;
  if (responses !== undefined && "approve" in responses)
    return told("The person did not approve: nothing was done.");
  const message = await tool.preview(input);
  return inputRequired({
    inputRequests: { approve: inputRequired.elicit({ message, requestedSchema: approval }) },
  });
}

const told = (text: string): CallToolResult => ({ content: [{ type: "text", text }] });

function withConfirmed(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const confirmed = {
    type: "boolean",
    description: "True once the person has agreed to what the call showed.",
  };
  return { ...schema, properties: { ...Object(schema.properties), confirmed } };
}
