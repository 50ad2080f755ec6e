import assert from "node:assert/strict";
import { AppGateway, GatewayCertificate, type GatewayCertificateArgs } from "../../components";
import { newCertificate } from "../support/certificates";
import { objectsOf, service } from "../support/objects";
import { type Envoy, ProxyKind, translate } from "../support/translate";

const gatewayNamespace = "istio-ingress";
const ca = newCertificate({ commonName: "clients", ca: true });
const pem = newCertificate({ commonName: "shop", dnsNames: ["shop.example.com"] });
const staple = Buffer.from("an answer of OCSP").toString("base64");

/** What istiod serves of the credentials that the gateway asks for, by their names. */
async function served(
  args: Partial<GatewayCertificateArgs>,
  at = gatewayNamespace,
): Promise<Record<string, Envoy>> {
  const objects = await objectsOf(() => {
    const certificate = new GatewayCertificate("web", { gatewayNamespace, pem, ...args });
    new AppGateway("shop", {
      namespace: "shop",
      servers: [
        {
          port: 443,
          protocol: "HTTPS",
          tls: { mode: "MUTUAL", credentialName: certificate.credentialName },
        },
      ],
      routes: [{ service: "web", port: 80 }],
    });
  });
  const answer = await translate({
    objects: [service("web", "shop"), ...objects],
    proxies: [
      {
        name: "edge",
        kind: ProxyKind.Gateway,
        namespace: at,
        labels: { istio: "ingressgateway" },
      },
    ],
  });
  return Object.fromEntries(answer.edge?.credentials.map((one) => [one.name, one]) ?? []);
}

const text = (bytes: string) => Buffer.from(bytes, "base64").toString();

describe("[GatewayCertificate: translated] a gateway", function () {
  this.timeout(120_000);

  it("gets the certificate by the name of the credential", async () => {
    for (const credentialName of ["web", "other"]) {
      const { [`kubernetes://${credentialName}`]: secret } = await served({ credentialName });
      assert.equal(text(secret.tlsCertificate.certificateChain.inlineBytes), pem.certificate);
    }
  });

  it("gets the CAs that its clients' certificates are checked against", async () => {
    const { "kubernetes://web-cacert": secret } = await served({ clientCa: ca.certificate });
    assert.equal(text(secret.validationContext.trustedCa.inlineBytes), ca.certificate);
  });

  it("gets the answer of OCSP that it staples", async () => {
    const { "kubernetes://web": secret } = await served({ pem: { ...pem, ocspStaple: staple } });
    assert.equal(secret.tlsCertificate.ocspStaple.inlineBytes, staple);
  });

  it("gets nothing when the certificate is in another namespace than its Pods", async () => {
    assert.deepEqual(Object.keys(await served({ clientCa: ca.certificate }, "elsewhere")), []);
  });
});
