import { isKnown } from "../../arguments/when-known";
import { gatewayApi, networkingApi } from "../../values/known-names";
import { kubernetesType } from "../../values/kubernetes-type";
import { holdsLater } from "../resources/plain-part";
import { gatewayOfApi, gatewayOfIstio } from "./declared-gateway";
import { declaredHosts } from "./declared-host";
import { declaredPolicies, declaredSidecar } from "./declared-policy";
import { httpRouteOfApi } from "./declared-route";
import type { Part } from "./part";
import { type Fields, fields, text } from "./plain-fields";
import type { View } from "./view";

/** An object of the mesh that a program makes without a component. */
export interface DeclaredMeshObject {
  /** In the words of an error: `PeerAuthentication "default"`. */
  owner: string;
  namespace: string;
  name: string;
  labels: Fields;
  annotations: Fields;
  spec: Fields;
  /** What was said before. */
  program: View;
}

/** Whether something of what an object is for arrives later; then nothing is known of its place. */
const isForLater = ({ selector, workloadSelector, targetRef, targetRefs }: Fields): boolean =>
  holdsLater([selector, workloadSelector, targetRef, targetRefs]);

const parts: Record<string, Record<string, (object: DeclaredMeshObject) => Part>> = {
  [networkingApi]: {
    ...declaredHosts,
    Sidecar: declaredSidecar,
    Gateway: gatewayOfIstio,
  },
  "security.istio.io": declaredPolicies,
  "telemetry.istio.io": declaredPolicies,
  [gatewayApi]: { Gateway: gatewayOfApi, HTTPRoute: httpRouteOfApi },
};

/** What an object of the mesh that a program makes without a component says to the components. */
export function meshPart(
  type: string,
  owner: string,
  props: { metadata?: unknown; spec?: unknown },
  program: View,
): Part {
  const { group = "", kind = "" } = kubernetesType(type) ?? {};
  const { labels, annotations, ...metadata } = fields(props.metadata);
  const [namespace, name] = [text(metadata.namespace), text(metadata.name)];
  const part = parts[group]?.[kind];
  const spec = fields(props.spec);
  const isUnknown = !isKnown(props.spec) || isForLater(spec);
  return part === undefined || namespace === undefined || name === undefined || isUnknown
    ? {}
    : part({
        owner,
        namespace,
        name,
        labels: fields(labels),
        annotations: fields(annotations),
        spec,
        program,
      });
}
