import assert from "node:assert/strict";
import {
  CertificateIssuer,
  CertManager,
  GatewayCertificate,
  type IssuerReference,
  MeshCa,
} from "../../components";
import { newCertificate } from "../support/certificates";
import { record } from "../support/record";

const root = newCertificate({ commonName: "root", ca: true });
const pem = { caCert: root.certificate, caKey: root.privateKey, rootCert: root.certificate };

async function told(program: () => void): Promise<{ refused: string; warned: string[] }> {
  let refused = "";
  const { warnings } = await record(() => {
    try {
      program();
    } catch (error) {
      refused = String(error);
    }
  });
  return { refused, warned: [...warnings] };
}

const issued = (issuer: IssuerReference, gatewayNamespace = "istio-ingress") =>
  new GatewayCertificate("shop", {
    gatewayNamespace,
    dnsNames: ["shop.example.com"],
    issued: { issuer },
  });

describe("certificates and issuers of one program", () => {
  it("fit by what the issuer says of itself", async () => {
    const { refused, warned } = await told(() => {
      const { name, kind } = new CertificateIssuer("ca", { ownCa: { commonName: "shop CA" } });
      issued({ name, kind });
    });
    assert.deepEqual([refused, warned], ["", []]);
  });

  it("are refused with an issuer of another kind", async () => {
    const { refused } = await told(() => {
      const { name } = new CertificateIssuer("ca", { ownCa: { commonName: "shop CA" } });
      issued({ name });
    });
    assert.match(
      refused,
      /issued.issuer.name: "ca" is of kind ClusterIssuer \(CertificateIssuer "ca"\), and the certificate asks for Issuer; write kind: "ClusterIssuer"/,
    );
  });

  it("are refused with an issuer of another namespace, and warned of one that comes later", async () => {
    const issuer = () => new CertificateIssuer("ca", { namespace: "shop", selfSigned: true });
    const first = await told(() => {
      const { name, kind } = issuer();
      issued({ name, kind });
    });
    assert.match(first.refused, /"ca" is in namespace shop .* the certificate is in istio-ingress/);
    const later = await told(() => {
      new MeshCa("ca", { issued: { issuer: { name: "ca" } } });
      issuer();
    });
    assert.match(
      later.warned[0] ?? "",
      /MeshCa "ca": issued.issuer.name: "ca" is in namespace shop/,
    );
  });

  it("may have issuers of one name in several namespaces", async () => {
    const { refused } = await told(() => {
      for (const namespace of ["shop", "istio-ingress"]) {
        const args = { name: "ca", namespace, selfSigned: true };
        new CertificateIssuer(`ca-${namespace}`, args);
      }
      issued({ name: "ca" });
    });
    assert.equal(refused, "");
  });

  it("do not make one Secret twice, whoever makes it", async () => {
    const { refused } = await told(() => {
      issued({ name: "ca" });
      new GatewayCertificate("other", {
        gatewayNamespace: "istio-ingress",
        credentialName: "shop",
        pem: newCertificate({ commonName: "shop", dnsNames: ["shop.example.com"] }),
      });
    });
    assert.match(
      refused,
      /credentialName: Secret istio-ingress\/shop belongs to GatewayCertificate/,
    );
  });
});

describe("what stays in the cluster when a component goes", () => {
  it("is the CA of the mesh, from PEM and from cert-manager", async () => {
    const seen = await record(() => {
      new MeshCa("ca", { pem });
      new MeshCa("other", { namespace: "other", issued: { issuer: { name: "ca" } } });
    });
    const kept = ["kubernetes:core/v1:Secret", "kubernetes:cert-manager.io/v1:Certificate"];
    assert.deepEqual(
      kept.map((type) => seen.the(type).retainOnDelete),
      [true, true],
    );
  });

  it("is the namespace of cert-manager, unless it is asked to go", async () => {
    const kept = async (deleteNamespace?: boolean) => {
      const args = deleteNamespace === undefined ? undefined : { deleteNamespace };
      const seen = await record(() => void new CertManager("x", args));
      return seen.the("kubernetes:core/v1:Namespace").retainOnDelete;
    };
    assert.deepEqual([await kept(), await kept(false), await kept(true)], [true, true, false]);
  });
});

describe("cert-manager", () => {
  it("is in a cluster once, whatever its release is called", async () => {
    const { refused } = await told(() => {
      new CertManager("x");
      new CertManager("y", { namespace: "pki", releaseName: "pki" });
    });
    assert.match(refused, /releaseName: installation of cert-manager belongs to CertManager "x"/);
  });

  it("is told to delete a namespace only where it creates it", async () => {
    const { refused } = await told(
      () => void new CertManager("x", { createNamespace: false, deleteNamespace: true }),
    );
    assert.match(refused, /deleteNamespace: true is for a namespace that the component creates/);
  });
});
