import { type Asked, gateway, gets, objectOf, says } from "../../support/asked";
import { tlsSecret } from "../../support/asked-objects";

const host = "bookinfo.example.com";

export default {
  proxies: [gateway("ingress", "istio-system", { istio: "ingressgateway" })],
  objects: [tlsSecret("istio-ingressgateway-certs", "istio-system", host)],
  asks: [
    gets(
      "ingress",
      { host, path: "/.well-known/acme-challenge/token" },
      "100 cert-manager-resolver.istio-system:8089; 2 retries",
      "the challenge",
    ),
    gets("ingress", { host, path: "/productpage" }, "404", "the page without TLS"),
    gets(
      "ingress",
      { host, path: "/productpage", port: 443 },
      "100 productpage.bookinfo:9080; 2 retries",
      "the page over TLS",
    ),
    says(
      "cert-manager proves the name by Pods that the Gateway leads to",
      (world) => objectOf(world, "ClusterIssuer", "letsencrypt-staging").spec,
      {
        acme: {
          email: "stage@istio.io",
          privateKeySecretRef: { name: "letsencrypt-staging" },
          server: "https://acme-staging-v02.api.letsencrypt.org/directory",
          solvers: [{ http01: { ingress: { ingressClassName: "none" } } }],
        },
      },
    ),
  ],
} satisfies Asked;
