import { check } from "../check";
import { Kind } from "../kinds";

/** An outbound policy that does not say what it is. */
export const sidecarOutboundMode = check({
  id: "sidecar-outbound-mode",
  code: "KIA1007",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar has an outboundTrafficPolicy without a mode.",
  why: "It is read as REGISTRY_ONLY: hosts that the mesh does not know are not reached any more, whatever the mesh's own setting is.",
  fix: "Write `mode: ALLOW_ANY` or `mode: REGISTRY_ONLY`.",
  url: "https://kiali.io/docs/features/validations/",
  fires: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: crawl}
spec:
  outboundTrafficPolicy: {} # found
  egress: [{hosts: ["./*"]}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: default, namespace: crawl}
spec:
  outboundTrafficPolicy: {mode: REGISTRY_ONLY}
  egress: [{hosts: ["./*"]}]
`,
  *run({ spec }) {
    if (spec.outboundTrafficPolicy && spec.outboundTrafficPolicy.mode === undefined) {
      yield {
        path: "spec.outboundTrafficPolicy",
        message: "no mode is written, which is read as REGISTRY_ONLY",
      };
    }
  },
});
