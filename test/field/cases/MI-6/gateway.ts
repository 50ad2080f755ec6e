// @ts-nocheck: run without types, as users run it.
// Values of a gateway's chart that arrive later.
import * as pulumi from "@pulumi/pulumi";
import { type ChartSource, IngressGateway } from "istio-mesh";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");

new IngressGateway("edge", {
  charts,
  serviceType: "ClusterIP",
  revision: "1-31-1",
  replicas: 3,
  values: pulumi.output({ podAnnotations: { "example.com/a": "b" } }),
});
