/**
 * Trainyard from a browser, through a host that mounts it: no token, the host's cookies.
 *
 * @module @trainyard/server/client
 */
export type { RemoteRun, TrainyardClient } from "./connect-remote.ts";
export { connectRemote } from "./connect-remote.ts";
