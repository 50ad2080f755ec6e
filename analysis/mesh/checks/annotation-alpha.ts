import { annotatedKinds } from "../annotated-kinds";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { fields, list } from "../fields";
import { annotationsOf } from "../model/annotations";

/** Set by Istio's CNI plugin on Pods that have no container of their own for it. */
const byCni = [
  "sidecar.istio.io/interceptionMode",
  "traffic.sidecar.istio.io/includeInboundPorts",
  "traffic.sidecar.istio.io/excludeInboundPorts",
  "traffic.sidecar.istio.io/includeOutboundIPRanges",
];

const setByCni = ({ id, object }: Declared, name: string): boolean =>
  id.kind === "Pod" &&
  byCni.includes(name) &&
  !list(fields(object.spec).initContainers).some((container) => container.name === "istio-init");

/** An annotation of a feature that may still change. */
export const annotationAlpha = check({
  id: "annotation-alpha",
  code: "IST0136",
  aliases: [],
  level: "info",
  kinds: annotatedKinds,
  summary: "An annotation is of a feature that Istio calls alpha.",
  why: "A later release may read it otherwise, or not at all.",
  fix: "Look at the notes of each release that you go to.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0136/",
  fires: `apiVersion: v1
kind: Service
metadata:
  name: ferry
  namespace: port
  annotations:
    networking.istio.io/exportTo: "." # found
spec: {ports: [{port: 80, name: http}], selector: {app: ferry}}
`,
  silent: `apiVersion: v1
kind: Pod
metadata:
  name: ferry
  namespace: port
  labels: {app: ferry}
  annotations:
    proxy.istio.io/config: "concurrency: 2"
    sidecar.istio.io/interceptionMode: REDIRECT
spec: {containers: [{name: ferry}]}
`,
  *run(object, mesh) {
    for (const { name, path, known } of annotationsOf(object, mesh)) {
      if (known?.alpha && !setByCni(object, name)) {
        yield { path, message: `${name} is of an alpha feature` };
      }
    }
  },
});
