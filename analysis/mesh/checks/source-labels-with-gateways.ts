import type { VirtualServiceHttpMatch } from "../../../schemas/kinds/networking/virtual-service";
import { check, type Found } from "../check";
import { Kind } from "../kinds";
import { labelWords, listed } from "../words";

function* judge(match: VirtualServiceHttpMatch, path: string): Iterable<Found> {
  const { gateways = [], sourceLabels = {}, sourceNamespace } = match;
  const hasLabels = Object.keys(sourceLabels).length > 0;
  if (gateways.length > 0 && (hasLabels || sourceNamespace)) {
    yield {
      path: `${path}.${hasLabels ? "sourceLabels" : "sourceNamespace"}`,
      message: `${hasLabels ? labelWords(sourceLabels) : sourceNamespace} is not compared, as the match names gateways (${listed(gateways)}): it takes the requests of all callers there`,
    };
  }
}

const objects = `apiVersion: v1
kind: Service
metadata: {name: reports, namespace: audit}
spec: {ports: [{port: 8080, name: http}], selector: {app: reports}}
---
apiVersion: v1
kind: Service
metadata: {name: drafts, namespace: audit}
spec: {ports: [{port: 8080, name: http}], selector: {app: drafts}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reports, namespace: audit}
spec:
  hosts: [reports, reports.example.com]
  gateways: [mesh, edge/public]
  http:
  - match:
`;
const rest = `    route: [{destination: {host: drafts}}]
  - route: [{destination: {host: reports}}]
`;

/** Callers that a match asks for in vain, as it names gateways. */
export const sourceLabelsWithGateways = check({
  id: "source-labels-with-gateways",
  code: "MESH0151",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A match names gateways and callers, and the callers are not compared.",
  why: "istiod looks at `sourceLabels` and `sourceNamespace` of an HTTP match only where it names no gateways: the rule takes the requests of all callers.",
  fix: "Leave `gateways` out of the match; or give what the gateway takes a VirtualService of its own.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest",
  fires: `${objects}    - gateways: [mesh]
      sourceLabels: {app: auditor} # found
${rest}`,
  silent: `${objects}    - sourceLabels: {app: auditor}
${rest}`,
  *run({ spec }) {
    for (const [i, { match = [] }] of (spec.http ?? []).entries()) {
      for (const [j, one] of match.entries()) {
        yield* judge(one, `spec.http[${i}].match[${j}]`);
      }
    }
  },
});
