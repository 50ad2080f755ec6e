// SPIRE itself, which gives the Pods of the example spire their identities: its server, an agent on every node
// with the driver that hands Pods the agent's socket, and the controller that registers who gets which name.
// It is a stack of its own that is up before Istio is installed. For a look: its keys are gone with its Pods, and
// SPIRE's own charts have what a cluster of users needs.
// Look at: `kubectl exec -n spire deploy/spire-server -c spire-server -- /opt/spire/bin/spire-server agent list`.
import { MeshMode, MeshNamespace } from "istio-mesh";
import { agent } from "./agent";
import { definitions } from "./definitions";
import { server } from "./server";

// Outside the mesh: proxies have no certificate before SPIRE is there.
const { name: namespace } = new MeshNamespace("spire", { dataPlaneMode: MeshMode.None });

// The trust domain is that of Istio's mesh config. The cluster may be called anything, but by both the same.
const spire = { namespace, trustDomain: "example.org", cluster: "demo-cluster" };
const running = server(spire, definitions());
agent(spire, running);

export const trustDomain = spire.trustDomain;
