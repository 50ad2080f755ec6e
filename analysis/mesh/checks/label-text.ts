import { fieldPath } from "../../objects/path";
import { check } from "../check";
import { fields } from "../fields";
import { Kind } from "../kinds";
import { podKinds } from "../model/workloads";

interface Written {
  readonly path: string;
  readonly values: unknown;
}

/** Labels and annotations of an object, and of its Pods. */
function writtenIn(object: { readonly [field: string]: unknown }): Written[] {
  const spec = fields(object.spec);
  const job = fields(fields(spec.jobTemplate).spec);
  const places: [string, unknown][] = [
    ["metadata", object.metadata],
    ["spec.template.metadata", fields(spec.template).metadata],
    ["spec.jobTemplate.spec.template.metadata", fields(job.template).metadata],
  ];
  return places.flatMap(([path, metadata]) =>
    ["labels", "annotations"].map((field) => ({
      path: `${path}.${field}`,
      values: fields(metadata)[field],
    })),
  );
}

const pods = (label: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: kites, namespace: beach}
spec:
  template:
    metadata:
      labels:
        app: kites
        ${label}
    spec: {containers: [{name: kites}]}
`;

/** A label or annotation that is no text. */
export const labelText = check({
  id: "label-text",
  code: "MESH0251",
  aliases: [],
  level: "error",
  kinds: [...podKinds, Kind.Namespace, Kind.Service, Kind.ServiceAccount],
  summary: "A label or an annotation is a number or a flag, and not a text.",
  why: "The API server refuses the object: values of labels and annotations are texts.",
  fix: "Put the value between quotes.",
  url: "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/",
  fires: pods("version: 1 # found"),
  silent: pods('version: "1"'),
  *run({ object }) {
    for (const { path, values } of writtenIn(object)) {
      for (const [name, value] of Object.entries(fields(values))) {
        if (typeof value === "number" || typeof value === "boolean") {
          const own = fieldPath(path, name);
          yield {
            path: own,
            message: `${value} is no text; write "${value}"`,
            fix: { path: own, value: String(value) },
          };
        }
      }
    }
  },
});
