import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { resolve } from "node:path";
import { eventually } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";

interface Named {
  metadata: { name: string; labels?: Record<string, string> };
}
interface Deployment extends Named {
  status: { readyReplicas?: number };
}
interface Secret {
  data: Record<string, string>;
}
interface Certificate extends Named {
  status: { notAfter: string; revision: number };
}
/** What Envoy shows of the secrets that it holds. */
interface HeldSecret {
  name: string;
  secret: {
    tls_certificate?: { certificate_chain: { inline_bytes: string } };
    validation_context?: { trusted_ca: { inline_bytes: string } };
  };
}

const dir = "test/cluster/programs/certificates";
const host = "shop.example.com";
const decode = (text = "") => Buffer.from(text, "base64").toString();

/** The certificates of a PEM text, one by one. */
const certificates = (pem: string) =>
  (pem.match(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs) ?? []).map(
    (text) => new X509Certificate(text),
  );

const signs = (issuer: X509Certificate | undefined, subject: X509Certificate | undefined) =>
  issuer !== undefined && subject?.verify(issuer.publicKey) === true;

// cert-manager's controllers, webhook and CA injector are the real ones. The plugin of
// @pulumi/kubernetes-cert-manager is a stand-in.
describe("certificates from cert-manager on a real cluster", function () {
  this.timeout(900_000);
  const lab = new Lab("test-certificates", "certificates", dir);
  const path = process.env.PATH;
  let outputs: Record<string, unknown> = {};

  before("deploys cert-manager, a CA, the mesh and a gateway", async () => {
    process.env.PATH = `${resolve("test/support/cert-manager-plugin/bin")}:${path}`;
    await lab.up();
    const charts = { repository: "http://charts.lab" };
    lab.configureWith({ "istio-mesh-test-certificates:charts": charts });
    await lab.deploy();
    outputs = await lab.outputs();
  });
  after(async () => {
    process.env.PATH = path;
    await lab.down();
  });

  const secret = async (namespace: string, name: string) =>
    (await lab.get<Secret>("secret", name, "-n", namespace)).data;
  const pemIn = async (namespace: string, name: string, entry: string) =>
    certificates(decode((await secret(namespace, name))[entry]));
  const certificate = (namespace: string, name: string) =>
    lab.get<Certificate>("certificate", name, "-n", namespace);

  /** The certificates that the gateway presents for the host name, its own first. */
  async function presented(): Promise<X509Certificate[]> {
    const text = await lab.script(
      "test/support/presented-certificates.ts",
      String(outputs.address),
      host,
    );
    return certificates(text);
  }

  describe(claim("CertManager", Claim.Cluster), () => {
    it("runs the controllers, the webhook and the CA injector", async () => {
      const { items } = await lab.get<{ items: Deployment[] }>("deployments", "-n", "cert-manager");
      assert.deepEqual(
        items.map(({ metadata: { name, labels }, status }) => [
          name,
          labels?.team,
          status.readyReplicas,
        ]),
        [
          ["cert-manager", "platform", 1],
          ["cert-manager-cainjector", "platform", 1],
          ["cert-manager-webhook", "platform", 1],
        ],
      );
    });

    it("has its webhook refuse what cannot be issued", async () => {
      const { code, stderr } = await lab.apply(
        "nameless",
        `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: nameless, namespace: shop}
spec: {secretName: nameless, issuerRef: {name: company, kind: ClusterIssuer}}
`,
      );
      assert.equal(code, 1);
      assert.match(stderr, /admission webhook "webhook\.cert-manager\.io" denied.*commonName/s);
    });
  });

  describe(claim("CertificateIssuer", Claim.Cluster), () => {
    it("has made a CA that signed itself", async () => {
      const [ca] = await pemIn("cert-manager", "company-ca", "tls.crt");
      assert.equal(ca?.subject, "CN=Company CA");
      assert.equal(ca?.ca, true);
      assert.ok(signs(ca, ca));
    });
  });

  describe(claim("GatewayCertificate", Claim.Cluster), () => {
    it("is what the gateway presents, signed by the CA", async () => {
      const own = await pemIn("istio-ingress", "shop", "tls.crt");
      const [ca] = await pemIn("cert-manager", "company-ca", "tls.crt");
      const shown = await eventually(presented);
      assert.deepEqual(shown.map(String), own.map(String));
      assert.equal(shown[0]?.subjectAltName, `DNS:${host}`);
      assert.ok(signs(ca, shown[0]));
    });

    it("says when it ends", async () => {
      const [leaf] = await presented();
      assert.equal(Date.parse(String(outputs.expiry)), Date.parse(leaf?.validTo ?? ""));
    });

    it("is answered with HTTP behind it", async () => {
      const { code, stdout } = await lab.curl(
        "shop/client",
        "--insecure",
        "--resolve",
        `${host}:443:${outputs.address}`,
        `https://${host}/status/418`,
        "--output",
        "/dev/null",
        "--write-out",
        "%{http_code}",
      );
      assert.deepEqual([code, stdout], [0, "418"]);
    });

    it("is presented anew after cert-manager renewed it", async () => {
      const [before] = await presented();
      await lab.kubectl("delete", "secret", "shop", "-n", "istio-ingress");
      await eventually(async () => {
        const [after] = await presented();
        const [renewed] = await pemIn("istio-ingress", "shop", "tls.crt");
        assert.notEqual(after?.serialNumber, before?.serialNumber);
        assert.equal(after?.serialNumber, renewed?.serialNumber);
      });
      assert.equal((await certificate("istio-ingress", "shop")).status.revision, 2);
    });
  });

  describe(claim("MeshCa", Claim.Cluster), () => {
    /** What the proxy of a workload got from istiod. */
    async function held(name: string): Promise<HeldSecret["secret"]> {
      const url = "http://localhost:15000/config_dump?resource=dynamic_active_secrets";
      const { stdout } = await lab.curl("shop/httpbin", url);
      const { configs }: { configs: HeldSecret[] } = JSON.parse(stdout);
      const found = configs.find((one) => one.name === name);
      assert.ok(found, `the proxy holds no ${name}`);
      return found.secret;
    }

    it("signs the certificates of workloads", async () => {
      const [ca, company] = [
        (await pemIn("istio-system", "cacerts", "tls.crt"))[0],
        (await pemIn("cert-manager", "company-ca", "tls.crt"))[0],
      ];
      const { tls_certificate: own } = await held("default");
      const [leaf, ...chain] = certificates(decode(own?.certificate_chain.inline_bytes));
      assert.equal(ca?.subject, "CN=Mesh CA");
      assert.equal(leaf?.subjectAltName, "URI:spiffe://cluster.local/ns/shop/sa/httpbin");
      assert.ok(signs(ca, leaf));
      assert.equal(String(chain[0]), String(ca));
      assert.ok(signs(company, ca));
    });

    it("makes workloads trust the CA that signed it", async () => {
      const [company] = await pemIn("cert-manager", "company-ca", "tls.crt");
      const { validation_context: context } = await held("ROOTCA");
      const trusted = certificates(decode(context?.trusted_ca.inline_bytes));
      assert.deepEqual(trusted.map(String), [String(company)]);
    });

    it("carries the traffic of the mesh", async () => {
      const url = "http://httpbin:8000/headers";
      const { stdout } = await lab.curl("shop/client", url);
      assert.match(stdout, /X-Forwarded-Client-Cert.*ns\/shop\/sa\/client/s);
    });

    it("says when it ends", async () => {
      const { status } = await certificate("istio-system", "cacerts");
      assert.equal(outputs.meshCaExpiry, status.notAfter);
    });
  });

  describe(`${claim("CertManager", Claim.Cluster)} in the life of a stack`, () => {
    it("has nothing to change after it was applied", async () => {
      assert.deepEqual(await lab.preview(), []);
    });

    it("leaves its definitions and the namespaces behind, and nothing else", async () => {
      await lab.destroy();
      const { items } = await lab.get<{ items: Named[] }>("crds");
      const left = items.filter(({ metadata: { name } }) => name.endsWith("cert-manager.io"));
      assert.equal(left.length, 6);
      const { items: namespaces } = await lab.get<{ items: Named[] }>("namespaces");
      assert.deepEqual(
        namespaces.map(({ metadata: { name } }) => name),
        [
          "cert-manager",
          "default",
          "istio-ingress",
          "kube-node-lease",
          "kube-public",
          "kube-system",
          "shop",
        ],
      );
    });
  });
});
