import type { FieldSentences } from "./field-sentence";

export const referenceGrantGateway: FieldSentences = {
  "spec.from": {
    text: "Who may refer to objects of this namespace: group, kind and namespace.",
  },
  "spec.to": {
    text: "Which objects of this namespace may be referred to.",
  },
  "spec.from.group": {
    text: "API group of the objects that refer; empty for core kinds.",
  },
  "spec.from.kind": {
    text: "Kind of the objects that refer, e.g. `Gateway` or `HTTPRoute`.",
  },
  "spec.from.namespace": {
    text: "Namespace of the objects that refer.",
  },
  "spec.to.group": {
    text: "API group of the objects referred to; empty for core kinds such as Secret and Service.",
  },
  "spec.to.kind": {
    text: "Kind of the objects referred to, e.g. `Secret` or `Service`.",
  },
  "spec.to.name": {
    text: "Name of the one object that may be referred to.",
    default: "all of the kind in this namespace",
  },
};
