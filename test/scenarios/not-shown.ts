const operator =
  "holds an IstioOperator, which nothing in a cluster reads any more; the program beside it says the same by values of the charts";

/** Files of the book with objects of the mesh that no example has, and why. */
export const notShownOfBook: Readonly<Record<string, string>> = {
  "ch4/ingress-gw-access-logging.yaml":
    "the log of the gateway by a patch; enable-ingress-gw-access-logs.yaml is the same by a Telemetry",
  "ch4/sni/passthrough-sni-gateway.yaml":
    "the Gateway for one host; passthrough-sni-gateway-both.yaml is the next step",
  "ch5/catalog-vs.yaml":
    "a gateway's route before there are versions; coolstore-catalog-v1 is the next step",
  "ch7/metrics/attribute-gen.yaml": "a patch for proxies of Istio 1.13 alone",
};

/** Files of Istio's samples with objects of the mesh that no example is, and why. */
export const notShown: Readonly<Record<string, string>> = {
  "samples/open-telemetry/loki/iop.yaml": operator,
  "samples/security/spire/istio-spire-config.yaml": operator,
};

const concept = "says what something is; no object is named";
const otherMeshes = "names other meshes than Istio";
const download =
  "downloads istioctl, which is needed for a look alone; the charts are those of the ControlPlane's `version`";
const cluster =
  "makes a cluster, which is there before a program of this kind runs; `make up` brings a small one";
const retired = "is about a build or a kind of cluster of that time, which does not hold any more";

/** Rows of the source notes, by their numbers, that no example is, and why. */
export const notesNotShown: Readonly<Record<string, string>> = {
  "0.7":
    "names two ways to install; the examples take the charts, and docs/profiles.md has istioctl's profiles by them",
  "0.10": download,
  "0.12":
    "is a command; `istio-mesh check` says the same before anything is there (IST0102 in docs/checks.md)",
  "1.1": concept,
  "2.1": concept,
  "2.4": "says in which language ztunnel is written",
  "2.5": retired,
  "2.6": download,
  "2.7": cluster,
  "3.1": concept,
  "3.3": otherMeshes,
  "4.1": retired,
  "4.2": concept,
  "4.3": retired,
};
