import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { Canary, meshChecks, networking } from "../../components";
import { runProgram } from "../support/field-program";

const service = (name: string, port: number) =>
  new k8s.core.v1.Service(name, {
    metadata: { name, namespace: "shop" },
    spec: { selector: { app: name }, ports: [{ port, name: "http" }] },
  });

describe("the checks of a program", () => {
  it("tell a mistake between two objects that are made without a component", async () => {
    const { refusals } = await runProgram(() => {
      meshChecks();
      service("reviews", 9080);
      new networking.v1.VirtualService("reviews", {
        metadata: { name: "reviews", namespace: "shop" },
        spec: { hosts: ["reviews"], http: [{ route: [{ destination: { host: "review" } }] }] },
      });
    });
    console.log(refusals);
  });
});
void pulumi; void Canary; void assert;
