import { chartValues, type FieldObject, resources } from "../support/field-objects";
import { fieldCase, made, refused, told } from "../support/field-right";

describe("field: installation", () => {
  fieldCase(
    "FI-06: sidecars without the CNI agent in a namespace with Pod security baseline",
    "FI-06/index",
    ...told({
      by: /^(MeshNamespace "shop"|ControlPlane "mesh")$/,
      at: /^(mode|cni|labels)/,
      words: /\bcni\b/,
    }),
  );

  const pull = [{ name: "mesh-pull" }];
  fieldCase(
    "FI-07: the pull secret of a gateway, in the words of the control plane's charts",
    "FI-07/index",
    made("the gateway's chart gets it in its own form", (seen) =>
      [chartValues(seen, "edge")?.imagePullSecrets].every(
        (secrets) => JSON.stringify(secrets) === JSON.stringify(pull),
      ),
    ),
    refused({
      by: /^(IngressGateway "edge"|ControlPlane "mesh")$/,
      at: /^values\..*imagePullSecrets/,
      words: /name|imagePullSecrets/,
    }),
  );

  fieldCase(
    "FI-10: at least six istiods",
    "FI-10/index",
    made("the maximum is six at least", (seen) => {
      const pilot = chartValues(seen, "mesh-istiod")?.pilot;
      return pilot?.autoscaleMin === 6 && pilot.autoscaleMax >= 6;
    }),
    refused({
      by: 'ControlPlane "mesh"',
      at: "values.istiod.pilot.autoscaleMin",
      words: /autoscaleMax|\b5\b/,
    }),
  );

  fieldCase(
    "FI-11: a fixed node port and the protocol of a port",
    "FI-11/index",
    made("both are in the Service", (seen) => {
      const ports: FieldObject[] = chartValues(seen, "edge")?.service.ports ?? [];
      const [status, http] = ports;
      return status?.nodePort === 30021 && http?.nodePort === 30080 && http.appProtocol === "http";
    }),
    refused({ by: 'IngressGateway "edge"', at: /^ports\[\d\]\.nodePort$/, words: /./ }),
  );

  fieldCase(
    "FI-13: the network of a cluster, differently in two places",
    "FI-13/index",
    ...told({
      by: 'EastWestGateway "between"',
      at: "network",
      words: /network1.*network-1|network-1.*network1/s,
    }),
  );

  const gatewayNamespace = "istio-ingress";
  fieldCase(
    "FI-15: a second gateway in the default namespace does not own it too",
    "FI-15/index",
    refused({
      by: 'IngressGateway "internal"',
      at: /^(createNamespace|namespace)$/,
      words: /createNamespace/,
    }),
    made("one Namespace, which stays", (seen) => {
      const namespaces = resources(seen, "Namespace").filter(
        ({ inputs }) => inputs.metadata.name === gatewayNamespace,
      );
      return namespaces.length === 1 && namespaces.every(({ retained }) => retained);
    }),
  );

  fieldCase(
    "FI-21: policies are validated by an istiod that the program installs",
    "FI-21/index",
    made("the default revision is none, or the installed one", (seen) =>
      ["", "1-31-1"].includes(chartValues(seen, "shared-base")?.defaultRevision),
    ),
    ...told({
      by: /^(ControlPlane "(shared|istiod)"|MutualTls "strict")$/,
      at: /./,
      words: /defaultRevision/,
    }),
  );

  fieldCase(
    "MI-2: a tag for a revision that nobody installs",
    "MI-2/index",
    ...told({ by: 'RevisionTag "stable"', at: "revision", words: /1-13-1/ }),
  );

  fieldCase(
    "MI-3: a chart's value that the chart does not know",
    "MI-3/misspelled",
    ...told({
      by: 'ControlPlane "mesh"',
      at: "values.istiod.pilot.autoscaleEnable",
      words: /autoscaleEnable/,
    }),
  );

  fieldCase(
    "MI-5: a gateway goes to another cluster than the control plane that it depends on",
    "MI-5/index",
    ...told({ by: /^IngressGateway "(one|two)-edge"$/, at: /./, words: /provider/i }),
  );

  fieldCase(
    "MI-6: chart values that arrive later are merged like others",
    "MI-6/index",
    made("istiod keeps what the component sets", (seen) => {
      const values = chartValues(seen, "mesh-istiod") ?? {};
      return (
        values.pilot?.traceSampling === 5 &&
        values.profile === "ambient" &&
        values.global?.platform === "gke" &&
        values.global.hub === "registry.example.com/mesh" &&
        values.revision === "1-31-1" &&
        values.meshConfig?.trustDomain === "example.com" &&
        values.base?.validationFailurePolicy === "Fail"
      );
    }),
    refused({ by: 'ControlPlane "mesh"', at: /^values(\.istiod)?$/, words: /Output|plain|known/ }),
  );
  fieldCase(
    "MI-6: a gateway's chart values that arrive later are merged like others",
    "MI-6/gateway",
    made("the gateway keeps what the component sets", (seen) => {
      const values = chartValues(seen, "edge") ?? {};
      return (
        values.podAnnotations?.["example.com/a"] === "b" &&
        values.revision === "1-31-1" &&
        values.replicaCount === 3 &&
        values.service?.type === "ClusterIP"
      );
    }),
    refused({ by: 'IngressGateway "edge"', at: "values", words: /Output|plain|known/ }),
  );
});
