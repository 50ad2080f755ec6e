import * as pulumi from "@pulumi/pulumi";
import { MutualTls } from "istio-mesh";

new MutualTls("shop", { namespace: pulumi.output("Shop") });
