import { type Asked, connects, gets, sidecar } from "../../support/asked";

const tls = (sni: string, expected: string) => connects("client", { port: 443, sni }, expected);

export default {
  proxies: [sidecar("client", "external")],
  meshConfig: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
  asks: [
    gets("client", { host: "deb.debian.org" }, "100 deb.debian.org:80; 2 retries"),
    gets("client", { host: "security.ubuntu.com" }, "100 security.ubuntu.com:80; 2 retries"),
    tls("pypi.org", "100 pypi.org:443"),
    tls("pypi.python.org", "100 pypi.python.org:443"),
    tls("files.pythonhosted.org", "100 files.pythonhosted.org:443"),
    tls("github.com", "100 github.com:443"),
    connects("client", { port: 22 }, "100 dummy.github.com:22"),
  ],
} satisfies Asked;
