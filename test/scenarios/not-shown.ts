const operator =
  "holds an IstioOperator, which nothing in a cluster reads any more; the program beside it says the same by values of the charts";

/** Files of Istio's samples with objects of the mesh that no example is, and why. */
export const notShown: Readonly<Record<string, string>> = {
  "samples/open-telemetry/loki/iop.yaml": operator,
  "samples/security/spire/istio-spire-config.yaml": operator,
};
