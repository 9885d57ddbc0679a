import { useEffect, useState } from "preact/hooks";

/** Asks the instance; a refusal is an error with its sentence. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, init).catch(() => {
    throw new Error("The instance does not answer.");
  });
  if (answer.status === 401) location.reload();
  const body = await answer.json().catch(() => ({ error: answer.statusText }));
  if (!answer.ok) throw new Error(String(body.error ?? answer.statusText));
  return body;
}

/** What the instance answered to a path: undefined until then, or why it did not; asked again when `again` changes. */
export function useAnswer<T>(
  path: string,
  again: unknown = "",
): { readonly data?: T; readonly problem?: string } {
  const [state, setState] = useState<{ path: string; data?: T; problem?: string }>({ path });
  useEffect(() => {
    let gone = false;
    ask<T>(path).then(
      (data) => !gone && setState({ path, data }),
      (error: unknown) => !gone && setState({ path, problem: String(Object(error).message ?? error) }),
    );
    return () => {
      gone = true;
    };
  }, [path, again]);
  return state.path === path ? state : {};
}
