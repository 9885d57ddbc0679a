import { readDirectives } from "../scan/read-directives.ts";
import { Scanner } from "../scan/scanner.ts";
import type { Token } from "../scan/token.ts";
import { YamlFault } from "../scan/yaml-fault.ts";
import type { AliasNode, ContentNode, ListItem, MapPair, ScalarNode, YamlNode } from "./node.ts";

/** Collections within collections; far more than any settings have. */
export const deepest = 100;

type Kind = Token["kind"];
/** Properties and place of a node that is being read. */
interface Opening {
  readonly start: number;
  readonly content: number;
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

/** Builds the nodes of a text's one document. */
export class Parser {
  readonly #scanner: Scanner;
  readonly #anchors = new Map<string, ContentNode | "open">();
  #tagHandles: ReadonlyMap<string, string> = new Map();
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  /** The root node, or undefined for a text without a document. */
  document(): YamlNode | undefined {
    const bare = !this.#is("directive", "document-start", "stream-end");
    if (this.#is("stream-end")) return undefined;
    this.#tagHandles = readDirectives(bare ? [] : this.#directives());
    if (!bare) this.#expect("document-start", "a document starts with ---");
    const root =
      !bare && this.#is("directive", "document-start", "document-end", "stream-end")
        ? this.#empty(this.#peek().start)
        : this.#node(true, false);
    while (this.#is("document-end")) this.#take();
    if (!this.#is("stream-end"))
      throw new YamlFault(
        this.#is("document-start", "directive")
          ? "a second document starts here; hyperparameters are one document"
          : "this does not belong to what stands before it",
        this.#peek().start,
      );
    return root;
  }

  #directives(): readonly Token[] {
    const found: Token[] = [];
    while (this.#is("directive")) found.push(this.#take());
    return found;
  }

  #peek(): Token {
    const token = this.#scanner.tokens[this.#at];
    if (token !== undefined) return token;
    throw this.#scanner.fault ?? new YamlFault("the text ends too early", 0);
  }

  #is(...kinds: readonly Kind[]): boolean {
    return kinds.includes(this.#peek().kind);
  }

  #take(): Token {
    const token = this.#peek();
    this.#at++;
    return token;
  }

  #expect(kind: Kind, message: string): Token {
    const token = this.#peek();
    if (token.kind === kind) return this.#take();
    // A key without its colon stops the scan as well, and the scanner knows what it lacks.
    const { fault } = this.#scanner;
    throw fault !== undefined && fault.at <= token.start ? fault : new YamlFault(message, token.start);
  }

  #empty(at: number): ScalarNode {
    const place = { start: at, content: at, end: at, anchor: undefined, tag: undefined };
    return { kind: "scalar", value: "", style: "empty", ...place };
  }

  #node(block: boolean, dashesToo: boolean): YamlNode {
    const first = this.#peek();
    if (first.kind === "alias") return this.#alias(first.name);
    const { opening, end } = this.#properties();
    if (opening.anchor === undefined) return this.#content(opening, end, block, dashesToo);
    if (this.#anchors.has(opening.anchor))
      throw new YamlFault(`the anchor &${opening.anchor} is set twice`, opening.start);
    this.#anchors.set(opening.anchor, "open");
    const node = this.#content(opening, end, block, dashesToo);
    this.#anchors.set(opening.anchor, node);
    return node;
  }

  #alias(name: string): AliasNode {
    const { start, end } = this.#take();
    const target = this.#anchors.get(name);
    if (target === undefined) throw new YamlFault(`*${name} has no anchor &${name} before it`, start);
    if (target === "open") throw new YamlFault(`*${name} stands within what it names`, start, "limit");
    return { kind: "alias", name, target, start, content: start, end, anchor: undefined, tag: undefined };
  }

  #properties(): { opening: Opening; end: number } {
    const { start } = this.#peek();
    let anchor: string | undefined;
    let tag: string | undefined;
    let end = start;
    for (let i = 0; i < 2; i++) {
      const token = this.#peek();
      if (token.kind === "anchor" && anchor === undefined) anchor = token.name;
      else if (token.kind === "tag" && tag === undefined)
        tag = this.#tag(token.handle, token.suffix, token.start);
      else break;
      end = this.#take().end;
    }
    return { opening: { start, content: this.#peek().start, anchor, tag }, end };
  }

  #tag(handle: string | undefined, suffix: string, at: number): string {
    if (handle === undefined) return suffix;
    const prefix = this.#tagHandles.get(handle);
    if (prefix === undefined) throw new YamlFault(`the tag handle ${handle} is not declared`, at);
    return prefix + suffix;
  }

  #content(opening: Opening, propertiesEnd: number, block: boolean, dashesToo: boolean): ContentNode {
    const token = this.#peek();
    if (token.kind === "scalar") {
      this.#at++;
      return { kind: "scalar", value: token.value, style: token.style, ...opening, end: token.end };
    }
    if (++this.#depth > deepest)
      throw new YamlFault(`more than ${deepest} levels within each other`, token.start, "limit");
    const node = this.#collection(opening, token.kind, block, dashesToo);
    this.#depth--;
    if (node !== undefined) return node;
    if (opening.anchor === undefined && opening.tag === undefined)
      throw new YamlFault("a value is missing, or this does not belong here", token.start);
    return {
      kind: "scalar",
      value: "",
      style: "empty",
      ...opening,
      content: propertiesEnd,
      end: propertiesEnd,
    };
  }

  #collection(opening: Opening, kind: Kind, block: boolean, dashesToo: boolean): ContentNode | undefined {
    if (kind === "dash" && dashesToo) return this.#blockList(opening, true);
    if (kind === "flow-list") return this.#flowList(opening);
    if (kind === "flow-map") return this.#flowMap(opening);
    if (kind === "block-list" && block) return this.#blockList(opening, false);
    if (kind === "block-map" && block) return this.#blockMap(opening);
    return undefined;
  }

  /** A list at its key's own indentation has no marks around it. */
  #blockList(opening: Opening, bare: boolean): ContentNode {
    const items: ListItem[] = [];
    if (!bare) this.#take();
    while (this.#is("dash")) {
      const { start, end } = this.#take();
      const empty = this.#is("dash", "block-end") || (bare && this.#is("key", "value"));
      items.push({ start, after: end, node: empty ? this.#empty(end) : this.#node(true, false) });
    }
    if (!bare) this.#expect("block-end", "this is neither an item of the list above nor outside of it");
    const end = items.at(-1)?.node.end ?? opening.content;
    return { kind: "list", flow: false, items, ...opening, end };
  }

  #blockMap(opening: Opening): ContentNode {
    const pairs: MapPair[] = [];
    this.#take();
    while (this.#is("key")) {
      const { start, end } = this.#take();
      const key = this.#blockPart(end);
      const colon = this.#is("value") ? this.#take().end : undefined;
      const value = colon === undefined ? this.#empty(key.end) : this.#blockPart(colon);
      pairs.push({ start, key, after: colon, value });
    }
    this.#expect("block-end", "this is neither a key of the mapping above nor outside of it");
    const end = pairs.at(-1)?.value.end ?? opening.content;
    return { kind: "map", flow: false, pairs, ...opening, end };
  }

  #blockPart(after: number): YamlNode {
    return this.#is("key", "value", "block-end") ? this.#empty(after) : this.#node(true, true);
  }

  #flowList(opening: Opening): ContentNode {
    const items: ListItem[] = [];
    this.#take();
    while (!this.#is("flow-list-end")) {
      if (items.length > 0) {
        this.#expect("comma", "a list in [ ] needs a comma or its ] here");
        if (this.#is("flow-list-end")) break;
      }
      const { start } = this.#peek();
      const node = this.#is("key") ? this.#singlePair() : this.#node(false, false);
      items.push({ start, after: start, node });
    }
    return { kind: "list", flow: true, items, ...opening, end: this.#take().end };
  }

  /** `[a: 1]` holds a mapping of one pair. */
  #singlePair(): YamlNode {
    const pair = this.#flowPair("flow-list-end");
    const place = { start: pair.start, content: pair.start, end: pair.value.end };
    return {
      kind: "map",
      flow: true,
      bare: true,
      pairs: [pair],
      ...place,
      anchor: undefined,
      tag: undefined,
    };
  }

  #flowMap(opening: Opening): ContentNode {
    const pairs: MapPair[] = [];
    this.#take();
    while (!this.#is("flow-map-end")) {
      if (pairs.length > 0) {
        this.#expect("comma", "a mapping in { } needs a comma or its } here");
        if (this.#is("flow-map-end")) break;
      }
      if (this.#is("key")) pairs.push(this.#flowPair("flow-map-end"));
      else {
        const key = this.#node(false, false);
        pairs.push({ start: key.start, key, after: undefined, value: this.#empty(key.end) });
      }
    }
    return { kind: "map", flow: true, pairs, ...opening, end: this.#take().end };
  }

  #flowPair(closing: Kind): MapPair {
    const { start, end } = this.#take();
    const key = this.#is("value", "comma", closing) ? this.#empty(end) : this.#node(false, false);
    if (!this.#is("value")) return { start, key, after: undefined, value: this.#empty(key.end) };
    const after = this.#take().end;
    const value = this.#is("comma", closing) ? this.#empty(after) : this.#node(false, false);
    return { start, key, after, value };
  }
}
