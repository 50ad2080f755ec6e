import type * as pulumi from "@pulumi/pulumi";
import { shown } from "../../validation/shown";
import { requestPath, type Test } from "../../validation/tests";
import { whenKnown } from "../../validation/when-known";

/** What the Gateway API refuses in a path: such requests have been normalised before. */
const notNormalised = [/\/\//, /\/\.\.?(\/|$)/, /%2f/i];
const allowed = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;

/** Path as HTTPRoute may match on it. */
export const routePath: Test<string> = (value) =>
  requestPath(value) ??
  (allowed.test(value) && notNormalised.every((pattern) => !pattern.test(value))
    ? undefined
    : `${shown(value)} is not a path that HTTPRoute matches on: no "//", "/./", "/../" or "%2F", and letters outside of ASCII as %XX`);

/** The element that a prefix ends with, whether it was written with a slash at its end or not. */
export const withoutSlash = (prefix: pulumi.Input<string>): pulumi.Input<string> =>
  whenKnown([prefix], (text: string) => text.replace(/(?!^)\/+$/, ""));

/** What everything below the element begins with. */
export const withSlash = (prefix: pulumi.Input<string>): pulumi.Input<string> =>
  whenKnown([prefix], (text: string) => text.replace(/\/*$/, "/"));
