import shape from "../../../schemas/mesh-config.json";
import type { FieldShape, MeshConfigShape } from "../../../schemas/mesh-config-shape";
import { count, flag, percentage, portNumber, text, time, words } from "./field-tests";
import type { Fields, Shape } from "./shape";

const types = shape as MeshConfigShape;

const tests: Readonly<Record<Extract<FieldShape, string>, Shape>> = {
  any: "any",
  text,
  flag,
  count,
  port: portNumber,
  percentage,
  time,
};

function shapeOf(field: FieldShape): Shape {
  if (typeof field === "string") {
    return tests[field];
  }
  if ("each" in field) {
    return { each: fieldsOf(field.each) };
  }
  return "fields" in field ? fieldsOf(field.fields) : words(...field);
}

const fieldsOf = (type: string): Fields =>
  Object.fromEntries(
    Object.entries(types[type] ?? {}).map(([name, field]) => [name, shapeOf(field)]),
  );

/** All fields of the mesh settings that Istio knows, with what each may hold. */
export const meshConfigFields: Fields = fieldsOf("MeshConfig");
