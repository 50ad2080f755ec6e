import { check } from "../check";
import { Kind } from "../kinds";
import { quoted } from "../words";

const label = "istio/multiCluster";
const cluster = "networking.istio.io/cluster";
const prefix = "istio-remote-secret-";

const secret = (labels: string): string => `apiVersion: v1
kind: Secret
metadata:
  name: istio-remote-secret-north
  namespace: istio-system
  annotations: {networking.istio.io/cluster: north}
  labels: ${labels}
stringData: {north: "{}"}
`;

/** The Secret of another cluster, which istiod does not find. */
export const remoteSecretLabel = check({
  id: "remote-secret-label",
  code: "MESH0395",
  aliases: [],
  level: "error",
  kinds: [Kind.Secret],
  summary:
    "A Secret is named and annotated as that of another cluster, and does not have its label.",
  why: "istiod finds such Secrets by the label alone: it never looks into the other cluster, and nothing there is reached.",
  fix: 'Label the Secret istio/multiCluster: "true".',
  url: "https://istio.io/latest/docs/setup/install/multicluster/",
  fires: secret('{istio/multicluster: "true"} # found'),
  silent: secret('{istio/multiCluster: "true"}'),
  *run({ id, labels, annotations }) {
    const isRemote = annotations[cluster] !== undefined && id.name.startsWith(prefix);
    if (isRemote && labels[label] !== "true") {
      yield {
        path: "metadata.labels",
        message: `${label}: "true" is not among them, so that istiod does not find cluster ${quoted(annotations[cluster] ?? "")}`,
      };
    }
  },
});
