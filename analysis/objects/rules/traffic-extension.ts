import type { Finding } from "../finding";
import type { MeshObject } from "../mesh-object";
import { attachmentFindings } from "./primitives/attachment";
import { checkText, field, type Place } from "./primitives/place";
import { bytesProblem, wasmFindings } from "./wasm-plugin";

/**
 * What istiod's webhook says of a TrafficExtension: of where it is attached, and of its Lua or Wasm
 * code.
 */
export function trafficExtensionRules({ spec: value }: MeshObject): Finding[] {
  const spec: Place = { path: "spec", value };
  return [
    ...attachmentFindings(spec),
    ...checkText(field(field(spec, "lua"), "inlineCode"), bytesProblem(65536)),
    ...wasmFindings(field(spec, "wasm")),
  ];
}
