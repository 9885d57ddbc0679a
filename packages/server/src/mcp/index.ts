/**
 * Trainyard for assistants, by the Model Context Protocol.
 *
 * @module @trainyard/server/mcp
 */
export { mcpServer } from "./mcp-server.ts";
export { serveMcp, toMcpFetch } from "./serve-mcp.ts";
