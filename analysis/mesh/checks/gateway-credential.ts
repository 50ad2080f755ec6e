import { check, type Verdict } from "../check";
import { missingCredential } from "../credential-place";
import { each } from "../each";
import { Kind } from "../kinds";
import { clientAuthority, serversOf } from "../model/gateways";

/** A certificate that is not where the gateway's proxy looks for it. */
export const gatewayCredential = check({
  id: "gateway-credential",
  code: "IST0101",
  aliases: [],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "A Gateway names a Secret that is not in the namespace of the gateway's Pods.",
  why: "The proxy gets no certificate: TLS handshakes at the port fail.",
  fix: "Declare the Secret, or the Certificate that makes it, in the namespace of the gateway's Pods.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/#troubleshooting",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: ingress, namespace: istio-ingress}
spec:
  template:
    metadata: {labels: {istio: ingress}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: bank, namespace: bank}
spec: {secretName: bank-tls, dnsNames: [bank.example.com], issuerRef: {name: acme}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: bank, namespace: bank}
spec:
  selector: {istio: ingress}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [bank.example.com]
    tls:
      mode: SIMPLE
      credentialName: bank-tls # found
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: ingress, namespace: istio-ingress}
spec:
  template:
    metadata: {labels: {istio: ingress}, annotations: {inject.istio.io/templates: gateway}}
---
apiVersion: v1
kind: Service
metadata: {name: ingress, namespace: istio-ingress}
spec: {ports: [{port: 443, name: https, protocol: TCP}], selector: {istio: ingress}}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: bank, namespace: istio-ingress}
spec: {secretName: bank-tls, dnsNames: [bank.example.com], issuerRef: {name: acme}}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: bank, namespace: bank}
spec:
  selector: {istio: ingress}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [bank.example.com]
    tls: {mode: SIMPLE, credentialName: bank-tls}
`,
  *run({ id }, mesh): Iterable<Verdict> {
    const gateway = mesh.gateway(`${id.namespace}/${id.name}`);
    const places = new Set(gateway?.workloads.map(({ namespace }) => namespace));
    for (const server of gateway ? serversOf(gateway) : []) {
      const all = [...server.credentials, ...[clientAuthority(server) ?? []].flat()];
      for (const place of places) {
        yield* each(all, (one) => missingCredential(mesh, one, place));
      }
    }
  },
});
