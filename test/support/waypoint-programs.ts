import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  Authorization,
  type AuthorizationArgs,
  ExternalService,
  type ExternalServiceArgs,
  MeshNamespace,
  type MeshNamespaceArgs,
  Waypoint,
  type WaypointArgs,
} from "../../components";
import { runProgram } from "./field-program";

export const later = (value: string) =>
  pulumi.output(new Promise<string>((resolve) => setImmediate(() => resolve(value))));

export type Step = () => void;

export const space =
  (args: Partial<MeshNamespaceArgs> = {}, name = "shop"): Step =>
  () =>
    void new MeshNamespace(name, { dataPlaneMode: "ambient", ...args });
export const waypoint =
  (args: Partial<WaypointArgs> = {}, name = "way"): Step =>
  () =>
    void new Waypoint(name, { namespace: "shop", name, ...args });
export const pay =
  (args: Partial<ExternalServiceArgs> = {}): Step =>
  () =>
    void new ExternalService("pay", {
      namespace: "shop",
      hosts: ["pay.example.com"],
      ports: [{ port: 80, protocol: "HTTP" }],
      ...args,
    });
export const policy =
  (kind: "Gateway" | "Service" | "ServiceEntry", name: pulumi.Input<string>): Step =>
  () => {
    const args: AuthorizationArgs = {
      namespace: "shop",
      preset: "allow-nothing",
      targets: [{ kind, name }],
    };
    new Authorization("a", args);
  };
export const service =
  (labels: Record<string, pulumi.Input<string>>): Step =>
  () =>
    void new k8s.core.v1.Service("web", {
      metadata: { name: "web", namespace: "shop", labels },
      spec: { ports: [{ port: 80 }] },
    });

/** The refusals that end a program, and its warnings. */
export async function told(steps: readonly Step[]): Promise<string> {
  const { refusals, warnings } = await runProgram(() => {
    for (const step of steps) {
      step();
    }
  });
  return [...refusals.map(({ text }) => text), ...warnings].join("\n");
}

type Case = [what: string, steps: Step[], told: RegExp | ""];

export function each(cases: Case[]): void {
  for (const [what, steps, words] of cases) {
    it(what, async () => {
      const said = await told(steps);
      if (words === "") {
        assert.equal(said, "");
      } else {
        assert.match(said, words);
      }
    });
  }
}
