/**
 * Stand-in for the plugin of @pulumi/kubernetes-cert-manager, whose own one has to be downloaded. Tests
 * put its folder `bin` on PATH; users get the real one from Pulumi. What it makes of its inputs
 * is held against recorded answers of the real one.
 */
import * as pulumi from "@pulumi/pulumi";
import { standIn } from "./stand-in";

pulumi.provider.main(standIn, process.argv.slice(2));
