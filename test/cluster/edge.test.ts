import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type KeyAndCertificate, newCertificate } from "../support/certificates";
import { eventually, must } from "../support/command";
import { Claim, claim } from "../support/component-case";
import { Lab } from "../support/lab";
import type { TlsAnswer, TlsQuestion } from "../support/tls-client";

interface Service {
  status: { loadBalancer: { ingress?: { ip: string }[] } };
}

const names = ["web", "catalog", "partners", "maybe", "modern", "front", "back"];
const hostOf = (name: string) => `${name}.example.com`;

const servers = newCertificate({ commonName: "servers", ca: true });
const clients = newCertificate({ commonName: "clients", ca: true });
const partner = newCertificate({ commonName: "partner", issuer: clients });
const stranger = newCertificate({ commonName: "stranger" });
const certificates: Record<string, KeyAndCertificate> = Object.fromEntries(
  names.map((name) => [
    name,
    newCertificate({ commonName: name, dnsNames: [hostOf(name)], issuer: servers }),
  ]),
);

const toolPaths = async (...variables: string[]) => {
  const script = variables.map((name) => `echo "$${name}"`).join("; ");
  return (await must("lab/lab", ["tools", "sh", "-c", script])).trim().split("\n");
};

// The real Envoys answer, to a TLS client on the node of the lab.
describe(`an application at the edge ${claim("AppGateway", Claim.Cluster)}`, function () {
  this.timeout(900_000);
  const lab = new Lab("test-edge", "edge", "test/cluster/programs/edge");
  const addresses: Record<string, string> = {};
  const files = join("build", "test", "test-edge", "questions");

  before("deploys it", async function () {
    this.timeout(900_000);
    const [charts, gatewayApi] = await toolPaths("ISTIO_MESH_CHARTS", "ISTIO_MESH_GATEWAY_API");
    await lab.up();
    lab.configureWith({
      "istio-mesh-test-edge:charts": { path: charts },
      "istio-mesh-test-edge:gatewayApi": gatewayApi,
      "istio-mesh-test-edge:certificates": certificates,
      "istio-mesh-test-edge:clientCa": clients.certificate,
    });
    await lab.deploy();
    addresses.istio = String((await lab.outputs()).address);
    addresses["gateway-api"] = await eventually(async () => {
      const { status } = await lab.get<Service>("service", "gateway-api-istio", "-n", "shop");
      const ip = status.loadBalancer.ingress?.[0]?.ip;
      assert.ok(ip);
      return ip;
    }, 60);
    mkdirSync(files, { recursive: true });
  });
  after(() => lab.down());

  let count = 0;
  async function ask(
    dialect: string,
    name: string,
    more: Partial<TlsQuestion> = {},
  ): Promise<TlsAnswer> {
    const question: TlsQuestion = {
      host: addresses[dialect] ?? "",
      port: 443,
      servername: hostOf(name),
      ca: servers.certificate,
      ...more,
    };
    count += 1;
    const file = join(files, `${count}.json`);
    writeFileSync(file, JSON.stringify(question));
    return JSON.parse(await lab.script("test/support/tls-client.ts", file));
  }
  const show = (pair: KeyAndCertificate) => ({ cert: pair.certificate, key: pair.privateKey });
  const answered = { status: 200, protocol: "TLSv1.3" };

  for (const dialect of ["istio", "gateway-api"] as const) {
    const own = dialect === "istio" ? "front" : "back";
    const other = dialect === "istio" ? "back" : "front";

    it(`presents each host's own certificate on one port (${dialect})`, async () => {
      for (const name of ["web", "catalog", own]) {
        await eventually(async () => {
          assert.deepEqual(await ask(dialect, name), { ...answered, certificate: name });
        }, 60);
      }
    });

    it(`has no certificate for other hosts (${dialect})`, async () => {
      const { error, certificate } = await ask(dialect, "unknown");
      assert.ok(error);
      assert.equal(certificate, undefined);
    });

    it(`takes clients with a certificate of their CA only, with MUTUAL (${dialect})`, async () => {
      await eventually(async () => {
        assert.deepEqual(await ask(dialect, "partners", show(partner)), {
          ...answered,
          certificate: "partners",
        });
      });
      // In TLS 1.3 a server refuses the client only after the client has seen the server's side.
      for (const more of [{}, show(stranger)]) {
        const { status, error } = await ask(dialect, "partners", more);
        assert.equal(status, undefined);
        assert.ok(error);
      }
    });

    it(`passes TLS on by server name, to who has the certificate (${dialect})`, async () => {
      await eventually(async () => {
        assert.deepEqual(await ask(dialect, other), { ...answered, certificate: other });
      }, 60);
    });

    it(`redirects plain requests to HTTPS with 301 (${dialect})`, async () => {
      const address = addresses[dialect];
      const seen = await lab.exec(
        "node",
        "curl",
        "--silent",
        "--output",
        "/dev/null",
        "--write-out",
        "%{http_code} %{redirect_url}",
        "--resolve",
        `${hostOf("web")}:80:${address}`,
        `http://${hostOf("web")}/a?b=c`,
      );
      assert.equal(seen, `301 https://${hostOf("web")}/a?b=c`);
    });

    it(`passes plain connections on (${dialect})`, async () => {
      const url = `http://${addresses[dialect]}:31400/status/204`;
      const options = ["--silent", "--write-out", "%{http_code}"];
      assert.equal(await lab.exec("node", "curl", ...options, url), "204");
    });
  }

  it("takes clients without a certificate too, with OPTIONAL_MUTUAL (istio)", async () => {
    for (const more of [{}, show(partner)]) {
      await eventually(async () => {
        assert.deepEqual(await ask("istio", "maybe", more), {
          ...answered,
          certificate: "maybe",
        });
      });
    }
    assert.equal((await ask("istio", "maybe", show(stranger))).status, undefined);
  });

  it("refuses a client with TLS 1.2 where 1.3 is the least (istio)", async () => {
    assert.deepEqual(await ask("istio", "modern"), { ...answered, certificate: "modern" });
    const old = { maxVersion: "TLSv1.2" } as const;
    assert.match((await ask("istio", "modern", old)).error ?? "", /alert protocol version/);
    assert.equal((await ask("istio", "web", old)).protocol, "TLSv1.2");
  });

  it("has nothing to change after it was applied", async () => {
    assert.deepEqual(await lab.preview(), []);
  });
});
