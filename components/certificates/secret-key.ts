import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkedWith } from "../../arguments/checked-with";
import { keyFits, privateKeyPem } from "./pem";

/** A private key that fits its certificate, and that Pulumi encrypts wherever it keeps it. */
export function secretKey(
  check: ArgumentCheck,
  path: string,
  certificate: pulumi.Input<string>,
  key: pulumi.Input<string>,
): pulumi.Output<string> {
  const readable = check.input(path, key, privateKeyPem);
  return pulumi.secret(checkedWith(check, path, certificate, readable, keyFits));
}
