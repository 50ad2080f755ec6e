import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { newCertificate } from "../../test/support/certificates";
import { failureOf, settled } from "../../test/support/record";
import type { GatewayCertificateArgs } from "./gateway-certificate-args";
import { gatewayCertificatePlan } from "./gateway-certificate-plan";

const ca = newCertificate({ commonName: "ca", ca: true });
const pem = newCertificate({
  commonName: "shop",
  dnsNames: ["shop.example.com"],
  issuer: ca,
  notAfter: new Date("2199-01-31T12:00:00Z"),
});
const plan = (args: Partial<GatewayCertificateArgs>) =>
  gatewayCertificatePlan("shop", { gatewayNamespace: "istio-ingress", ...args });
const metadata = { namespace: "istio-ingress", labels: undefined, annotations: undefined };

describe("the plan of a gateway's certificate", () => {
  it("is a TLS Secret in the gateway's namespace, and knows when it ends", async () => {
    const { secrets, certificate, expiry } = plan({ pem, dnsNames: ["shop.example.com"] });
    assert.deepEqual(await settled(pulumi.output(secrets)), [
      {
        suffix: "",
        args: {
          metadata: { name: "shop", ...metadata },
          type: "kubernetes.io/tls",
          stringData: { "tls.crt": pem.certificate, "tls.key": pem.privateKey },
        },
      },
    ]);
    assert.equal(certificate, undefined);
    assert.equal(expiry, "2199-01-31T12:00:00Z");
  });

  it("keeps the key as a secret, in the Secret and in the component's inputs", async () => {
    const { inputs, secrets } = plan({ pem });
    const places = [inputs.pem?.privateKey, secrets[0]?.args.stringData];
    for (const place of places) {
      assert.equal(await pulumi.isSecret(pulumi.output<unknown>(place)), true);
    }
  });

  it("puts the CAs of clients where Istio looks first", () => {
    const { secrets } = plan({ pem, clientCa: ca.certificate, credentialName: "web" });
    assert.deepEqual(secrets[0], {
      suffix: "-cacert",
      args: {
        metadata: { name: "web-cacert", ...metadata },
        stringData: { "ca.crt": ca.certificate },
      },
    });
  });

  it("staples what OCSP said", () => {
    const staple = pulumi.output(
      plan({ pem: { ...pem, ocspStaple: "MIIB\nAA==" } }).secrets[0]?.args,
    );
    return settled(staple).then((args) => {
      assert.deepEqual(args?.data, { "tls.ocsp-staple": "MIIBAA==" });
    });
  });

  it("asks cert-manager for the Secret of that name, and waits for it", () => {
    const issued = { issuer: { name: "internal", kind: "ClusterIssuer" }, duration: "24h" };
    const { secrets, certificate, expiry } = plan({ issued, dnsNames: ["*.example.com"] });
    assert.deepEqual(certificate, {
      kind: "Certificate",
      name: "shop",
      namespace: "istio-ingress",
      labels: undefined,
      annotations: { "pulumi.com/waitFor": "condition=Ready" },
      spec: {
        secretName: "shop",
        dnsNames: ["*.example.com"],
        issuerRef: { name: "internal", kind: "ClusterIssuer", group: "cert-manager.io" },
        duration: "24h",
      },
    });
    assert.deepEqual(secrets, []);
    assert.equal(expiry, undefined);
  });

  it("holds a key back that comes later and does not fit, without showing it", async () => {
    const later = plan({ pem: { ...pem, privateKey: pulumi.secret(ca.privateKey) } });
    const data = later.secrets[0]?.args.stringData as { "tls.key": pulumi.Output<string> };
    const { message } = await failureOf(data["tls.key"]);
    assert.match(message, /pem.privateKey: is not the key of the certificate "CN=shop"/);
    assert.ok(!message.includes(ca.privateKey.split("\n")[1] ?? ""));
  });

  it("holds a certificate back that comes later and is not for the name", async () => {
    const later = plan({
      pem: { ...pem, certificate: pulumi.output(pem.certificate) },
      dnsNames: ["other.example.com"],
    });
    const data = later.secrets[0]?.args.stringData as { "tls.crt": pulumi.Output<string> };
    const { message } = await failureOf(data["tls.crt"]);
    assert.match(message, /dnsNames\[0\]: "other.example.com" is not among the names/);
  });
});

describe("a gateway's certificate refuses", () => {
  const issued = { issuer: { name: "internal" } };
  const refused: [string, Partial<GatewayCertificateArgs>, RegExp][] = [
    [
      "an algorithm that Envoy does not take",
      { issued: { ...issued, privateKey: { algorithm: "Ed25519" as "RSA" } }, dnsNames: ["a.b"] },
      /issued.privateKey.algorithm: "Ed25519" is unknown; allowed: RSA, ECDSA/,
    ],
    [
      "both sources",
      { pem, issued },
      /pem: pem and issued are set; set exactly one of pem, issued/,
    ],
    ["any host", { issued, dnsNames: ["*"] }, /dnsNames\[0\]: "\*" is no name for a certificate/],
    [
      "the name of a client CA",
      { pem, credentialName: "shop-cacert" },
      /credentialName: "shop-cacert" ends with -cacert/,
    ],
    ["a namespace that is none", { pem, gatewayNamespace: "a.b" }, /gatewayNamespace: "a.b"/],
    [
      "a server's certificate as CA of clients",
      { pem, clientCa: pem.certificate },
      /clientCa: "CN=shop" may not sign others/,
    ],
    [
      "a staple that is no Base64",
      { pem: { ...pem, ocspStaple: "{}" } },
      /pem.ocspStaple: is no Base64 text/,
    ],
    [
      "another wait",
      { issued, dnsNames: ["a.b"], annotations: { "pulumi.com/waitFor": "x" } },
      /annotations\["pulumi.com\/waitFor"\]: "x" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
