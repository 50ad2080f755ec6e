import { type Asked, objectOf, says } from "../../support/asked";

export default {
  noRequest: "certificates are made by cert-manager; what its issuers do is asked",
  asks: [
    says(
      "names inside are signed by the CA",
      (world) => objectOf(world, "Issuer", "internal").spec,
      { ca: { secretName: "internal-ca" } },
    ),
    says(
      "public names are proved by requests and by DNS",
      (world) => objectOf(world, "ClusterIssuer", "public").spec,
      {
        acme: {
          email: "mesh@example.com",
          privateKeySecretRef: { name: "public-account" },
          server: "https://acme-staging-v02.api.letsencrypt.org/directory",
          solvers: [
            {
              http01: {
                gatewayHTTPRoute: {
                  parentRefs: [
                    {
                      group: "gateway.networking.k8s.io",
                      kind: "Gateway",
                      name: "edge",
                      namespace: "istio-ingress",
                    },
                  ],
                },
              },
            },
            {
              dns01: { cloudDNS: { project: "example" } },
              selector: { dnsZones: ["wild.example.com"] },
            },
          ],
        },
      },
    ),
  ],
} satisfies Asked;
