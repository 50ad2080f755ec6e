import assert from "node:assert/strict";
import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { gatewayRules } from "./gateway";

const judged = { rules: gatewayRules, kind: "Gateway" };
const at = "spec.servers[0]";
const http = { name: "http", number: 80, protocol: "HTTP" };
const https = { name: "https", number: 443, protocol: "HTTPS" };
const files = { serverCertificate: "/c", privateKey: "/k" };
const server = (more: object) => ({ servers: [{ hosts: ["*"], port: http, ...more }] });
const port = (more: object, rest: object = {}) => server({ port: { ...http, ...more }, ...rest });
const tls = (settings: object) => server({ port: https, tls: settings });
const hosts = (...names: unknown[]) => server({ hosts: names });

const servers: RuleCase[] = [
  ["a server", server({})],
  ["no servers", {}, ["error spec.servers"]],
  ["empty servers", { servers: [] }, ["error spec.servers"]],
  ["servers not known yet", { servers: unknown }],
  ["no hosts", hosts(), [`error ${at}.hosts`]],
  [
    "names of ports",
    {
      servers: [
        { hosts: ["*"], port: http },
        { hosts: ["*"], port: { ...http, name: "b" } },
      ],
    },
  ],
  [
    "the same name of ports",
    {
      servers: [
        { hosts: ["*"], port: http },
        { hosts: ["*"], port: http },
      ],
    },
    ["error spec.servers[1].port.name"],
  ],
];

const names: RuleCase[] = [
  ["hosts", hosts("*", "*.a", "a.b", "ns/a.b", "./*", "*/a.b", "1.2.3.4", "ns/1.2.3.4")],
  ["a short name", hosts("a"), [`error ${at}.hosts[0]`]],
  ["an address without dots", hosts("::1"), [`error ${at}.hosts[0]`]],
  ["a partial wildcard", hosts("*-x.a"), [`error ${at}.hosts[0]`]],
  ["no host name", hosts("a_.b"), [`error ${at}.hosts[0]`]],
  ["an empty namespace", hosts("/a.b"), [`error ${at}.hosts[0]`]],
  ["an empty name", hosts("ns/"), [`error ${at}.hosts[0]`]],
  ["a namespace with a dot", hosts("n.s/a.b"), [`error ${at}.hosts[0]`]],
  ["no namespace", hosts("~/a.b"), [`error ${at}.hosts[0]`]],
  ["a host not known yet", hosts(unknown)],
];

const named = (name: string) => ({ ...judged, metadata: { name, namespace: "ns" } });

const unix = "unix:///x";
const ports: RuleCase[] = [
  ["lower case", port({ protocol: "http" })],
  ["no protocol", port({ protocol: "SCTP" }), [`error ${at}.port.protocol`]],
  ["port 0", port({ number: 0 }), [`error ${at}.port.number`]],
  ["port 65536", port({ number: 65536 }), [`error ${at}.port.number`]],
  ["port 65535", port({ number: 65535 })],
  ["a target", port({ targetPort: 80 }), [`error ${at}.port.targetPort`]],
  ["target 0", port({ targetPort: 0 })],
  ["no name", port({ name: "" }), [`error ${at}.port.name`]],
  ["an address", port({}, { bind: "::1" })],
  ["no address", port({}, { bind: "localhost" }), [`error ${at}.bind`]],
  ["a socket", port({ number: 0 }, { bind: unix })],
  ["an abstract socket", port({ number: 0 }, { bind: "unix://@x" })],
  ["a socket with a port", port({}, { bind: unix }), [`error ${at}.port.number`]],
  ["a socket of a relative path", port({ number: 0 }, { bind: "unix://x" }), [`error ${at}.bind`]],
  ["a socket of a folder", port({ number: 0 }, { bind: "unix:///x/" }), [`error ${at}.bind`]],
  ["a socket of no path", port({ number: 0 }, { bind: "unix://" }), [`error ${at}.bind`]],
  ["an address not known yet", port({ number: 0 }, { bind: unknown })],
];

const protocols: RuleCase[] = [
  ["HTTPS without TLS", server({ port: https }), [`error ${at}.tls`]],
  ["TLS without TLS", server({ port: { ...https, protocol: "TLS" } }), [`error ${at}.tls`]],
  ["TLS not known yet", server({ port: https, tls: unknown })],
  ["HTTP with a redirect", server({ tls: { httpsRedirect: true } })],
  ["HTTP with TLS", server({ tls: { mode: "SIMPLE", ...files } }), [`error ${at}.tls`]],
  [
    "HTTP with a certificate",
    server({ tls: { httpsRedirect: true, caCertificates: "/c" } }),
    [`warning ${at}.tls`, `error ${at}.tls`],
  ],
  [
    "TCP with TLS",
    port({ protocol: "TCP" }, { tls: { mode: "SIMPLE", ...files } }),
    [`error ${at}.tls`],
  ],
  ["TCP without TLS", port({ protocol: "TCP" })],
  [
    "a redirect of HTTPS",
    tls({ mode: "SIMPLE", ...files, httpsRedirect: true }),
    [`warning ${at}.tls.httpsRedirect`],
  ],
];

const tlsAt = `${at}.tls`;
const both = [`error ${tlsAt}.serverCertificate`, `error ${tlsAt}.privateKey`];
const certificates: RuleCase[] = [
  ["files", tls({ mode: "SIMPLE", ...files })],
  ["a credential", tls({ mode: "SIMPLE", credentialName: "x" })],
  ["two credentials", tls({ mode: "MUTUAL", credentialNames: ["x", "y"] })],
  ["no certificate", tls({ mode: "SIMPLE" }), [...both]],
  ["a credential not known yet", tls({ mode: "SIMPLE", credentialName: unknown })],
  ["a mode not known yet", tls({ mode: unknown })],
  ["no key", tls({ mode: "SIMPLE", serverCertificate: "/c" }), [`error ${tlsAt}.privateKey`]],
  ["several certificates", tls({ mode: "SIMPLE", tlsCertificates: [files, files] })],
  [
    "several certificates without key",
    tls({ mode: "SIMPLE", tlsCertificates: [files, { serverCertificate: "/c" }] }),
    [`error ${tlsAt}.tlsCertificates[1].privateKey`],
  ],
  [
    "no authority in mode MUTUAL",
    tls({ mode: "MUTUAL", ...files }),
    [`error ${tlsAt}.caCertificates`],
  ],
  [
    "no authority in mode OPTIONAL_MUTUAL",
    tls({ mode: "OPTIONAL_MUTUAL", ...files }),
    [`error ${tlsAt}.caCertificates`],
  ],
  ["an authority", tls({ mode: "MUTUAL", ...files, caCertificates: "/a", caCrl: "/l" })],
  ["two sources", tls({ mode: "SIMPLE", ...files, credentialName: "x" }), [`error ${tlsAt}`]],
  [
    "two other sources",
    tls({ mode: "SIMPLE", credentialName: "x", tlsCertificates: [files] }),
    [`error ${tlsAt}`],
  ],
  ["a source and half of another", tls({ mode: "SIMPLE", credentialName: "x", privateKey: "/k" })],
  [
    "a CRL in mode SIMPLE",
    tls({ mode: "SIMPLE", ...files, caCrl: "/l" }),
    [`error ${tlsAt}.caCrl`],
  ],
  [
    "a CRL in mode SIMPLE with a credential",
    tls({ mode: "SIMPLE", credentialName: "x", caCrl: "/l" }),
  ],
  ["a CRL in mode PASSTHROUGH", tls({ mode: "PASSTHROUGH", caCrl: "/l" }), [`warning ${tlsAt}`]],
  [
    "a CRL in mode PASSTHROUGH with a credential",
    tls({ mode: "PASSTHROUGH", credentialName: "x", caCrl: "/l" }),
    [`warning ${tlsAt}`, `error ${tlsAt}.caCrl`],
  ],
  [
    "certificates in mode AUTO_PASSTHROUGH",
    tls({ mode: "AUTO_PASSTHROUGH", ...files }),
    [`warning ${tlsAt}`],
  ],
  ["certificates without mode", tls({ caCertificates: "/c" }), [`warning ${tlsAt}`]],
  ["nothing in mode PASSTHROUGH", tls({ mode: "PASSTHROUGH" })],
  ["mode ISTIO_MUTUAL", tls({ mode: "ISTIO_MUTUAL", caCrl: "/l" })],
  [
    "files in mode ISTIO_MUTUAL",
    tls({ mode: "ISTIO_MUTUAL", ...files, caCertificates: "/a" }),
    [...both, `error ${tlsAt}.caCertificates`],
  ],
  [
    "a credential in mode ISTIO_MUTUAL",
    tls({ mode: "ISTIO_MUTUAL", credentialName: "x" }),
    [`error ${tlsAt}.credentialName`],
  ],
  [
    "credentials in mode ISTIO_MUTUAL",
    tls({ mode: "ISTIO_MUTUAL", credentialNames: ["x"] }),
    [`error ${tlsAt}.credentialNames`],
  ],
  [
    "certificates in mode ISTIO_MUTUAL",
    tls({ mode: "ISTIO_MUTUAL", tlsCertificates: [files] }),
    [`error ${tlsAt}.tlsCertificates`],
  ],
];

const suites = (...cipherSuites: unknown[]) => tls({ mode: "SIMPLE", ...files, cipherSuites });
const old = { mode: "SIMPLE", ...files, minProtocolVersion: "TLSV1_1" };
const ciphers: RuleCase[] = [
  ["known ciphers", suites("AES128-SHA", "ALL", "-AES256-SHA", "")],
  ["an unknown cipher", suites("RC4"), [`warning ${tlsAt}.cipherSuites[0]`]],
  [
    "the same cipher twice",
    suites("AES128-SHA", "AES128-SHA"),
    [`warning ${tlsAt}.cipherSuites[1]`],
  ],
  ["ciphers not known yet", suites(unknown, unknown)],
  ["an old version", tls(old), [`warning ${tlsAt}.minProtocolVersion`]],
  ["an old version with its ciphers", tls({ ...old, cipherSuites: ["AES128-SHA"] })],
  ["a new version", tls({ ...old, minProtocolVersion: "TLSV1_2" })],
];

describe("gatewayRules", () => {
  ruleCases("servers", judged, servers);
  ruleCases("hosts", judged, names);
  ruleCases("a name", named("a-b"), [["without dots", server({})]]);
  ruleCases("a name", named("a.b"), [["with dots", server({}), ["error metadata.name"]]]);
  ruleCases("ports", judged, ports);
  ruleCases("protocols", judged, protocols);
  ruleCases("certificates", judged, certificates);
  ruleCases("ciphers", judged, ciphers);

  it("throws on no object", () => {
    for (const spec of [undefined, null, unknown, 1, [], { servers: [null, 1, { port: 3 }] }]) {
      const object = { apiVersion: "networking.istio.io/v1", kind: "Gateway", metadata: {}, spec };
      assert.doesNotThrow(() => gatewayRules(object));
    }
  });
});
