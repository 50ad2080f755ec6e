// What Pods may call outside where nothing else passes: the package indexes and repositories of Istio's
// samples, for a mesh whose `outboundTrafficPolicy` is REGISTRY_ONLY.
// Look at: `apt-get update`, `pip install` and `git clone` from a Pod with a sidecar, which work, and
// any other host, which does not answer.
import { ExternalProtocol, ExternalService, MeshMode, MeshNamespace, Resolution } from "istio-mesh";

const { name: namespace } = new MeshNamespace("external", { dataPlaneMode: MeshMode.Sidecar });

/** Hosts that a proxy passes on to where the client wants to go. */
const passes = (name: string, hosts: string[], port: number, protocol: ExternalProtocol) =>
  new ExternalService(name, {
    namespace,
    hosts,
    resolution: Resolution.None,
    ports: [{ port, protocol, name: protocol.toLowerCase() }],
  });

passes(
  "make-aptget-work",
  [
    "deb.debian.org",
    "cdn-fastly.deb.debian.org",
    "security.debian.org",
    "archive.ubuntu.com",
    "security.ubuntu.com",
  ],
  80,
  ExternalProtocol.Http,
);
passes("python-https", ["pypi.python.org"], 443, ExternalProtocol.Https);
passes("pypi-https", ["pypi.org"], 443, ExternalProtocol.Https);
passes("pythonhosted-https", ["files.pythonhosted.org"], 443, ExternalProtocol.Https);
passes("github-https", ["github.com"], 443, ExternalProtocol.Https);

// SSH has no host name that a proxy could read, so its addresses say where it goes.
new ExternalService("github-tcp", {
  namespace,
  hosts: ["dummy.github.com"],
  addresses: [
    "13.229.188.59/32",
    "13.250.177.223/32",
    "140.82.112.0/20",
    "18.194.104.89/32",
    "18.195.85.27/32",
    "185.199.108.0/22",
    "185.199.108.153/32",
    "185.199.109.153/32",
    "185.199.110.153/32",
    "185.199.111.153/32",
    "192.30.252.0/22",
    "192.30.252.153/32",
    "192.30.252.154/32",
    "23.20.92.3/32",
    "35.159.8.160/32",
    "52.74.223.119/32",
    "54.166.52.62/32",
    "54.87.5.173/32",
  ],
  resolution: Resolution.None,
  ports: [{ port: 22, protocol: ExternalProtocol.Tcp, name: "tcp" }],
});
