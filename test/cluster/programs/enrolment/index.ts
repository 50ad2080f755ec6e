// What ambient.test.ts deploys beside the stack: two namespaces of somebody else join the mesh, the one
// with all that is in it, the other with one of its Services behind the waypoint.
import * as pulumi from "@pulumi/pulumi";
import { MeshNamespace, Waypoint } from "istio-mesh";

const takeOver = new pulumi.Config().requireBoolean("takeOver");

const whole = new MeshNamespace("whole", { dataPlaneMode: "ambient", adopt: true, takeOver });
new Waypoint("whole", { namespace: whole.name, enrol: true });

const part = new MeshNamespace("part", { dataPlaneMode: "ambient", adopt: true });
new Waypoint("part", { namespace: part.name, enrolServices: ["web"], ingressUseWaypoint: true });
