import assert from "node:assert/strict";
import type { AcmeIssuer, CertificateIssuerArgs } from "./certificate-issuer-args";
import { certificateIssuerPlan } from "./certificate-issuer-plan";

const plan = (args: CertificateIssuerArgs) => certificateIssuerPlan("shop", args);
const specs = (args: CertificateIssuerArgs) =>
  plan(args).objects.map(({ object: { kind, name, namespace, spec } }) => ({
    kind,
    name,
    namespace,
    spec,
  }));
const acme = (more: Partial<AcmeIssuer>) => ({
  acme: { email: "mesh@example.com", solvers: [{ http01IngressClass: "istio" }], ...more },
});

describe("the plan of an issuer", () => {
  it("is for the whole cluster, or for the namespace that is named; Pulumi waits for both", () => {
    assert.deepEqual(specs({ selfSigned: true }), [
      { kind: "ClusterIssuer", name: "shop", namespace: undefined, spec: { selfSigned: {} } },
    ]);
    assert.deepEqual(specs({ namespace: "a", ca: { secretName: "ca" } }), [
      { kind: "Issuer", name: "shop", namespace: "a", spec: { ca: { secretName: "ca" } } },
    ]);
    assert.deepEqual(plan({ selfSigned: true }).objects[0]?.object.annotations, {
      "pulumi.com/waitFor": "condition=Ready",
    });
  });

  it("makes its own CA where cert-manager looks for it", () => {
    assert.deepEqual(specs({ ownCa: { commonName: "shop CA" } }), [
      { kind: "ClusterIssuer", name: "shop-root", namespace: undefined, spec: { selfSigned: {} } },
      {
        kind: "Certificate",
        name: "shop-ca",
        namespace: "cert-manager",
        spec: {
          isCA: true,
          secretName: "shop-ca",
          issuerRef: { name: "shop-root", kind: "ClusterIssuer", group: "cert-manager.io" },
          commonName: "shop CA",
          duration: "87600h",
          privateKey: { algorithm: "ECDSA", size: 256 },
        },
      },
      {
        kind: "ClusterIssuer",
        name: "shop",
        namespace: undefined,
        spec: { ca: { secretName: "shop-ca" } },
      },
    ]);
    const [, ca] = specs({ namespace: "a", ownCa: { commonName: "CA", duration: "24h" } });
    assert.equal(ca?.namespace, "a");
  });

  it("asks Let's Encrypt, and proves names through a gateway or by DNS", () => {
    const [issuer] = specs(
      acme({
        solvers: [
          { http01Gateway: { name: "edge", namespace: "istio-ingress" } },
          { http01IngressClass: "istio", dnsZones: ["example.com"] },
          { dns01: { cloudDNS: { project: "shop" } } },
        ],
        externalAccountBinding: { keyId: "1", secretName: "eab" },
      }),
    );
    const parent = { group: "gateway.networking.k8s.io", kind: "Gateway", name: "edge" };
    assert.deepEqual(issuer?.spec, {
      acme: {
        email: "mesh@example.com",
        server: "https://acme-v02.api.letsencrypt.org/directory",
        privateKeySecretRef: { name: "shop-account" },
        externalAccountBinding: { keyID: "1", keySecretRef: { name: "eab", key: "secret" } },
        solvers: [
          {
            http01: {
              gatewayHTTPRoute: { parentRefs: [{ ...parent, namespace: "istio-ingress" }] },
            },
          },
          {
            selector: { dnsZones: ["example.com"] },
            http01: { ingress: { ingressClassName: "istio" } },
          },
          { dns01: { cloudDNS: { project: "shop" } } },
        ],
      },
    });
  });
});

describe("an issuer refuses", () => {
  const refused: [string, CertificateIssuerArgs, RegExp][] = [
    [
      "no way to issue",
      {},
      /selfSigned: nothing is set; set exactly one of selfSigned, ca, ownCa, acme/,
    ],
    [
      "a CA for the cluster in an issuer of a namespace",
      { namespace: "a", ownCa: { commonName: "CA", namespace: "b" } },
      /ownCa.namespace: "b" is for an issuer of the whole cluster/,
    ],
    ["a CA without a name", { ownCa: { commonName: " " } }, /ownCa.commonName: " " is no name/],
    [
      "a CA's key of no size",
      { ownCa: { commonName: "CA", privateKey: { size: 1024 } } },
      /ownCa.privateKey.size: 1024 is no size of a key of type RSA/,
    ],
    [
      "an ACME server without TLS",
      acme({ server: "http://acme.example.com/directory" }),
      /acme.server: "http:\/\/acme.example.com\/directory" is no address/,
    ],
    [
      "a solver that solves nothing",
      acme({ solvers: [{}] }),
      /acme.solvers\[0\]: nothing is set; set exactly one of http01Gateway, http01IngressClass, dns01/,
    ],
    [
      "two DNS providers in one solver",
      acme({ solvers: [{ dns01: { route53: {}, cloudDNS: {} } }] }),
      /acme.solvers\[0\].dns01: route53 and cloudDNS are set; set exactly one of/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
