import { gatewayApi } from "../../../values/known-names";
import { versionNumbers } from "../../../values/version";
import { fieldPath } from "../../objects/path";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";

const bundleVersion = `${gatewayApi}/bundle-version`;

/** The first releases of the Gateway API whose definitions istiod reads. */
const needed: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  [`grpcroutes.${gatewayApi}`]: [1, 1],
  [`backendtlspolicies.${gatewayApi}`]: [1, 4],
  [`tlsroutes.${gatewayApi}`]: [1, 5],
  [`tcproutes.${gatewayApi}`]: [1, 6],
};

/** A definition of the Gateway API that is older than istiod needs. */
export const gatewayApiVersion = check({
  id: "gateway-api-version",
  code: "IST0176",
  aliases: ["IST0156", "IST0172"],
  level: "warning",
  kinds: [Kind.CustomResourceDefinition],
  summary: "A definition of the Gateway API is too old for istiod.",
  why: "istiod does not watch objects of the kind: they are taken by the API server, and nothing comes of them.",
  fix: "Install the definitions of a later release of the Gateway API.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/",
  fires: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: tlsroutes.gateway.networking.k8s.io
  annotations:
    gateway.networking.k8s.io/bundle-version: v1.4.0 # found
spec: {group: gateway.networking.k8s.io, names: {kind: TLSRoute}}
`,
  silent: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: tlsroutes.gateway.networking.k8s.io
  annotations:
    gateway.networking.k8s.io/bundle-version: v1.5.0
spec: {group: gateway.networking.k8s.io, names: {kind: TLSRoute}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: httproutes.gateway.networking.k8s.io
  annotations:
    gateway.networking.k8s.io/bundle-version: v1.0.0
spec: {group: gateway.networking.k8s.io, names: {kind: HTTPRoute}}
`,
  *run({ id, annotations }): Iterable<Verdict> {
    const wanted = needed[id.name];
    const own = versionNumbers((annotations[bundleVersion] ?? "").replace("v", ""));
    if (wanted && own && (own[0] < wanted[0] || (own[0] === wanted[0] && own[1] < wanted[1]))) {
      yield {
        path: fieldPath("metadata.annotations", bundleVersion),
        message: `${annotations[bundleVersion]} is older than v${wanted.join(".")}.0, the first that istiod reads ${id.name.split(".")[0]} of`,
      };
    }
  },
});
