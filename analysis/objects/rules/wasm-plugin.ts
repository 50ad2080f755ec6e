import type { Finding } from "../finding";
import type { MeshObject } from "../mesh-object";
import { attachmentFindings } from "./primitives/attachment";
import { checkText, entries, field, type Place } from "./primitives/place";

/** What istiod's webhook says of a WasmPlugin: of where it is attached, and of lengths in bytes. */
export function wasmPluginRules({ spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  return [...attachmentFindings(spec), ...wasmFindings(spec)];
}

/** Names whose characters the schema counts, and istiod the bytes. */
export const wasmFindings = (wasm: Place): Finding[] => [
  ...checkText(field(wasm, "pluginName"), bytesProblem(256)),
  ...checkText(field(wasm, "imagePullSecret"), bytesProblem(253)),
  ...entries(field(field(wasm, "vmConfig"), "env")).flatMap((variable) =>
    checkText(field(variable, "name"), bytesProblem(256)),
  ),
];

/** A text of at most so many bytes in UTF-8. */
export const bytesProblem =
  (most: number) =>
  (value: string): string | undefined =>
    Buffer.byteLength(value) > most ? `at most ${most} bytes are allowed` : undefined;
