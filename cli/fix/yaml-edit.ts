import {
  type Document,
  isScalar,
  type Node,
  parseAllDocuments,
  Scalar,
  stringify,
  type ToStringOptions,
} from "yaml";
import type { Fix } from "../../analysis/mesh/check";
import { isShared, nodeAt, stepsOf } from "../read/yaml-nodes";

/** A document with its changes, and what of them could not be made. */
export interface Edited {
  text: string;
  left: { fix: Fix; reason: string }[];
}

/** Text that replaces what stands between two places. */
interface Replacement {
  from: number;
  to: number;
  text: string;
}

const isPlainValue = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

/** Kinds of quotes that a new value takes over from the old one. */
const kept: readonly unknown[] = [Scalar.PLAIN, Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE];

/** What has a meaning inside brackets and braces. */
const flow = /[[\]{},]/;

function scalarText(value: string | number | boolean, old: Scalar): string {
  if (typeof value !== "string") {
    return String(value);
  }
  const type = old.type as "PLAIN" | "QUOTE_DOUBLE" | "QUOTE_SINGLE";
  return flow.test(value) && type === Scalar.PLAIN
    ? JSON.stringify(value)
    : stringify(value, { defaultStringType: type, lineWidth: 0 }).trimEnd();
}

/** The node of exactly this path. */
function exactNode(root: Node | null, path: string): Node | undefined {
  const node = nodeAt(root, path);
  const steps = stepsOf(path);
  const last = steps.pop();
  const parent = nodeAt(root, pathOf(steps));
  return node !== null && node !== parent && last !== undefined ? node : undefined;
}

const pathOf = (steps: readonly (string | number)[]): string =>
  steps
    .map((step) => (typeof step === "number" ? `[${step}]` : `[${JSON.stringify(step)}]`))
    .join("");

function replacement(root: Node | null, { path, value }: Fix): Replacement | undefined {
  const node = exactNode(root, path);
  if (!isScalar(node) || !kept.includes(node.type) || !node.range || !isPlainValue(value)) {
    return undefined;
  }
  const [from, to] = node.range;
  return { from, to, text: scalarText(value, node) };
}

/** How a text is written, as far as the writer of YAML can be told. */
const styleOf = (text: string): ToStringOptions => ({
  lineWidth: 0,
  indentSeq: !/^( *)[^\s#-][^\n]*:[ \t]*\n\1- /m.test(text),
  flowCollectionPadding: !/[{[][^\s\]}]/.test(text),
});

function restructured(document: Document.Parsed, text: string, fixes: readonly Fix[]): string {
  for (const { path, value } of fixes) {
    if (value === undefined) {
      document.deleteIn(stepsOf(path));
    } else {
      document.setIn(stepsOf(path), document.createNode(value));
    }
  }
  return document.toString(styleOf(text));
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  let result = text;
  for (const { from, to, text: own } of [...replacements].sort((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + own + result.slice(to);
  }
  return result;
}

/**
 * Changes a document of YAML. Where only values change, nothing else of the text does; what adds or removes
 * fields writes the document anew, with its comments and its order.
 */
export function edited(text: string, fixes: readonly Fix[]): Edited {
  const documents = parseAllDocuments(text, { merge: true });
  const [document] = Array.isArray(documents) ? documents : [];
  const left: Edited["left"] = [];
  const own = new Map<string, Fix>();
  for (const fix of fixes) {
    const known = own.get(fix.path);
    if (document === undefined || isShared(document.contents, fix.path)) {
      left.push({
        fix,
        reason: "an anchor is written there, which stands for more than this object",
      });
    } else if (known === undefined) {
      own.set(fix.path, fix);
    } else if (known.value !== fix.value) {
      left.push({ fix, reason: "another change is made there; run it once more" });
    }
  }
  if (document === undefined || own.size === 0) {
    return { text, left };
  }
  const wanted = [...own.values()];
  const replacements = wanted.map((fix) => replacement(document.contents, fix));
  const isOnlyValues = replacements.every((one) => one !== undefined);
  return {
    text: isOnlyValues ? replaced(text, replacements) : restructured(document, text, wanted),
    left,
  };
}
