/** Files of the book that no example has, and why. */
export const notShownOfBook: Readonly<Record<string, string>> = {
  "ch5/catalog-vs.yaml":
    "a gateway's route before there are versions; coolstore-catalog-v1 is the next step",
  "ch7/metrics/attribute-gen.yaml": "a patch for proxies of Istio 1.13 alone",
  "ch8/install-istio-tracing-example.yaml": "names four tracers without the settings of any",
  "services/webapp/kubernetes/webapp-fake-service-deployment.yaml":
    "a stand-in for webapp while that is not built",
};

const forTags = "a part of a chart for tags, in place of which there is RevisionTag";

/** Files of Istio's samples with objects that no example is, and why. */
export const notShown: Readonly<Record<string, string>> = {
  "samples/ambient-argo/meta-application.yaml":
    "tells Argo CD of its other Applications; a stack of Pulumi is started by its pipeline",
  "samples/ambient-argo/tag-chart/templates/mutatingwebhooks.yaml": forTags,
  "samples/ambient-argo/tag-chart/templates/shimservice.yaml": forTags,
  "samples/ambient-argo/tag-chart/templates/validatingwebhook.yaml": forTags,
  "samples/proxy-coredump/daemonset.yaml": "changes a setting of the nodes' kernels",
  "samples/security/psp/sidecar-psp.yaml": "is of a kind that Kubernetes has no more (since 1.25)",
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
