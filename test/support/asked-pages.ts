import assert from "node:assert/strict";
import {
  type Answer,
  meshOf,
  type ProgramOptions,
  refusal,
  ShareOf,
  shares,
  type TestMesh,
} from "../../testing";

/** What a page prints, and the program that the request model is asked in place of a cluster. */
export type Page = readonly [
  page: string,
  example: string,
  answer: (mesh: TestMesh) => unknown,
  printed: unknown,
  options?: ProgramOptions,
];

/** A test for each page. */
export function askPages(pages: readonly Page[]): void {
  for (const [page, example, answer, printed, options = {}] of pages) {
    it(`${page} (${example})`, async () => {
      const mesh = await meshOf(() => require(`../../examples/${example}/index`), options);
      assert.deepEqual(answer(mesh), printed);
    });
  }
}

/** Who answers, or why nobody does. */
export const toWhom = (answer: Answer) =>
  refusal(answer) ?? answer.redirect ?? shares(answer, ShareOf.Service);

/** Why nobody answers who speaks no TLS, or another one than is asked for. */
export const refused = "the TLS handshake is refused";

/** What a gateway does whose servers do not have the server's name. */
export const nobodyKnows = (port: number, host: string): string =>
  `${refused}: no server at port ${port} of ingressgateway.istio-system knows ${host}`;

/** A Pod to call from, which pages start by `kubectl run` or take from Istio's samples. */
export const callerIn = (namespace: string, name = "sleep") => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {serviceAccountName: ${name}, containers: [{name: ${name}, image: curlimages/curl}]}
`;

/** The ingress gateway, which programs leave to others. */
export const ingressGateway = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: istio-ingressgateway, namespace: istio-system}
spec:
  selector: {matchLabels: {istio: ingressgateway}}
  template:
    metadata:
      labels: {app: istio-ingressgateway, istio: ingressgateway}
      annotations: {inject.istio.io/templates: gateway}
    spec:
      containers: [{name: istio-proxy, image: auto}]
`;
