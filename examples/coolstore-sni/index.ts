// TLS that the gateway does not end, from "Istio in Action", chapter 4: at port 31400 it reads the server
// name alone, and passes the connection on to the service that has the certificate.
// Look at: `curl --resolve simple-sni-1.istioinaction.io:31400:… https://simple-sni-1.istioinaction.io:31400`.
import * as k8s from "@pulumi/kubernetes";
import {
  CertificateIssuer,
  GatewayCertificate,
  MeshMode,
  MeshNamespace,
  networking,
} from "istio-mesh";

const { name: namespace } = new MeshNamespace("istioinaction", {
  dataPlaneMode: MeshMode.Sidecar,
});
const issuer = new CertificateIssuer("istioinaction-ca", {
  namespace,
  ownCa: { commonName: "istioinaction.io" },
});

const numbers = [1, 2];
const services = numbers.flatMap((number) => {
  const name = `simple-tls-service-${number}`;
  const host = `simple-sni-${number}.istioinaction.io`;
  const labels = { app: name };
  const metadata = { name, namespace, labels };
  // The Secret is where the service is: the gateway never sees it.
  const { credentialName } = new GatewayCertificate(host, {
    gatewayNamespace: namespace,
    dnsNames: [host],
    issued: { issuer: { name: issuer.name, kind: issuer.kind } },
  });
  const service = new k8s.core.v1.Service(name, {
    metadata,
    spec: {
      selector: labels,
      ports: [{ name: "https", port: 80, protocol: "TCP", targetPort: 8080 }],
    },
  });
  const deployment = new k8s.apps.v1.Deployment(name, {
    metadata,
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: "simple-tls-service",
              image: "nicholasjackson/fake-service:v0.14.1",
              imagePullPolicy: "IfNotPresent",
              env: [
                { name: "LISTEN_ADDR", value: "0.0.0.0:8080" },
                { name: "SERVER_TYPE", value: "http" },
                { name: "TLS_CERT_LOCATION", value: "/etc/certs/tls.crt" },
                { name: "TLS_KEY_LOCATION", value: "/etc/certs/tls.key" },
                { name: "NAME", value: name },
                { name: "MESSAGE", value: `Hello from ${name}!!!` },
                {
                  name: "KUBERNETES_NAMESPACE",
                  valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } },
                },
              ],
              ports: [{ name: "http", containerPort: 8080, protocol: "TCP" }],
              securityContext: { privileged: false },
              volumeMounts: [{ name: "tls-certs", mountPath: "/etc/certs" }],
            },
          ],
          volumes: [{ name: "tls-certs", secret: { secretName: credentialName } }],
        },
      },
    },
  });
  return [service, deployment];
});

const gateway = new networking.v1.Gateway("sni-passthrough-gateway", {
  metadata: { name: "sni-passthrough-gateway", namespace },
  spec: {
    selector: { istio: "ingressgateway" },
    servers: numbers.map((number) => ({
      port: { number: 31400, name: `tcp-sni-${number}`, protocol: "TLS" },
      hosts: [`simple-sni-${number}.istioinaction.io`],
      tls: { mode: "PASSTHROUGH" },
    })),
  },
});
for (const number of numbers) {
  const host = `simple-sni-${number}.istioinaction.io`;
  new networking.v1.VirtualService(
    `simple-sni-${number}-vs`,
    {
      metadata: { name: `simple-sni-${number}-vs`, namespace },
      spec: {
        hosts: [host],
        gateways: ["sni-passthrough-gateway"],
        tls: [
          {
            match: [{ port: 31400, sniHosts: [host] }],
            route: [
              {
                destination: {
                  host: `simple-tls-service-${number}.istioinaction.svc.cluster.local`,
                  port: { number: 80 },
                },
              },
            ],
          },
        ],
      },
    },
    { dependsOn: [gateway, ...services] },
  );
}
