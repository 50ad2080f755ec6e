import { didYouMean } from "../../../values/closest";
import {
  dataplaneModeLabel,
  ingressUseWaypointLabel,
  injectionLabel,
  tagLabel,
  useWaypointLabel,
  useWaypointNamespaceLabel,
  waypointForLabel,
} from "../../../values/known-names";
import { annotatedKinds } from "../annotated-kinds";
import { check } from "../check";
import { annotationNames, annotationsOf } from "../model/annotations";

/** Labels of Istio's that are often written as annotations. */
const labels = [
  dataplaneModeLabel,
  ingressUseWaypointLabel,
  injectionLabel,
  tagLabel,
  useWaypointLabel,
  useWaypointNamespaceLabel,
  waypointForLabel,
];

/** An annotation that is called like one of Istio's and is none. */
export const annotationUnknown = check({
  id: "annotation-unknown",
  code: "IST0108",
  aliases: [],
  level: "warning",
  kinds: annotatedKinds,
  summary: "An annotation is called like one of Istio's and is none.",
  why: "Nobody reads it: what it is to bring about does not happen.",
  fix: "Write the annotation as Istio's list has it; what is a label there goes among the labels.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0108/",
  fires: `apiVersion: v1
kind: Service
metadata:
  name: bus
  namespace: town
  annotations:
    networking.istio.io/exportsTo: "." # found
    istio.io/use-waypoint: stop # found
spec: {ports: [{port: 80, name: http}], selector: {app: bus}}
`,
  silent: `apiVersion: v1
kind: Service
metadata:
  name: bus
  namespace: town
  annotations:
    networking.istio.io/exportTo: "."
    example.com/istio.io: "yes"
    kubernetes.io/psp: restricted
spec: {ports: [{port: 80, name: http}], selector: {app: bus}}
`,
  *run(object, mesh) {
    for (const { name, path, known } of annotationsOf(object, mesh)) {
      if (known === undefined) {
        yield {
          path,
          message: labels.includes(name)
            ? `${name} is a label; nobody reads it as an annotation`
            : `Istio has no annotation ${JSON.stringify(name)}${didYouMean(name, annotationNames)}`,
        };
      }
    }
  },
});
