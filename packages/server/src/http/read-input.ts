import { Refusal } from "./problem-response.ts";

/**
 * The input of a route: its path's parts, with the query or the JSON body.
 *
 * @throws Refusal 400, 413, 415.
 */
export async function readInput(
  request: Request,
  parts: Readonly<Record<string, string>>,
  limit: number,
): Promise<Readonly<Record<string, unknown>>> {
  if (request.method === "GET") {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    return { ...query, ...parts };
  }
  const text = await readText(request, limit);
  if (text === "") return parts;
  // A form of a foreign page cannot say that it is JSON.
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new Refusal(415, "Send JSON, with content-type: application/json.");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, "The body is not JSON.");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new Refusal(400, "The body must be an object.");
  return { ...body, ...parts };
}

async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = new Refusal(413, `The body is larger than ${limit} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge;
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw tooLarge;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
