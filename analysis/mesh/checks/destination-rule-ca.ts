import type {
  ClientTlsSettings,
  DestinationRuleSpec,
} from "../../../schemas/kinds/networking/destination-rule";
import { check, type Verdict } from "../check";
import { Kind } from "../kinds";

const isSecured = (tls: ClientTlsSettings | undefined): tls is ClientTlsSettings =>
  tls?.mode === "SIMPLE" || tls?.mode === "MUTUAL";

/** Without a selector sidecars do not read the Secret of `credentialName`; gateways do. */
const hasAuthority = (tls: ClientTlsSettings, { workloadSelector }: DestinationRuleSpec): boolean =>
  Boolean(tls.caCertificates) ||
  tls.insecureSkipVerify === true ||
  (Boolean(tls.credentialName) && workloadSelector !== undefined);

function* judge(
  tls: ClientTlsSettings | undefined,
  path: string,
  spec: DestinationRuleSpec,
): Iterable<Verdict> {
  if (isSecured(tls) && !hasAuthority(tls, spec)) {
    yield {
      path: `${path}.mode`,
      message: tls.credentialName
        ? `${tls.mode}: without a workloadSelector only gateways read the Secret ${tls.credentialName}; sidecars trust the certificate authorities of the system`
        : `${tls.mode} without caCertificates: the server's certificate is checked against the certificate authorities of the system`,
    };
  }
}

const why =
  "The server's certificate is not checked against an authority of your choice. A certificate of a private authority is refused, and one of any public authority is taken.";
const fix =
  "Name the authority's certificate under `caCertificates`, or a Secret under `credentialName` together with a `workloadSelector`.";

/** TLS to a host without an authority to check its certificate by. */
export const destinationRuleCa = check({
  id: "destination-rule-ca",
  code: "IST0128",
  aliases: [],
  level: "info",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule turns TLS on for its host, and names no certificate authority.",
  why,
  fix,
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0128/",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: billing-api, namespace: finance}
spec:
  host: api.billing.example
  trafficPolicy:
    tls:
      mode: SIMPLE # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: billing-api, namespace: finance}
spec:
  host: api.billing.example
  trafficPolicy:
    tls: {mode: SIMPLE, caCertificates: /etc/certs/billing-ca.pem}
`,
  *run({ spec }) {
    yield* judge(spec.trafficPolicy?.tls, "spec.trafficPolicy.tls", spec);
  },
});

/** The same for one port. */
export const destinationRulePortCa = check({
  id: "destination-rule-port-ca",
  code: "IST0129",
  aliases: [],
  level: "info",
  kinds: [Kind.DestinationRule],
  summary: "A DestinationRule turns TLS on for a port, and names no certificate authority.",
  why,
  fix,
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0129/",
  fires: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: legacy, namespace: archive}
spec:
  host: legacy.example.net
  trafficPolicy:
    portLevelSettings:
    - port: {number: 5671}
      tls:
        mode: SIMPLE # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: legacy, namespace: archive}
spec:
  host: legacy.example.net
  trafficPolicy:
    portLevelSettings:
    - port: {number: 5671}
      tls: {mode: ISTIO_MUTUAL}
`,
  *run({ spec }) {
    for (const [i, { tls }] of (spec.trafficPolicy?.portLevelSettings ?? []).entries()) {
      yield* judge(tls, `spec.trafficPolicy.portLevelSettings[${i}].tls`, spec);
    }
  },
});
