import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given, under } from "../../../arguments/fields";
import { checkList } from "../../../arguments/late-list";
import type { Test } from "../../../arguments/predicates";
import { isKnown } from "../../../arguments/when-known";
import type { HTTPRouteRuleFilter } from "../../resources/gateway/http-route";
import type { VirtualServiceHeaders } from "../../resources/networking/virtual-service";
import { Dialect } from "../dialect";
import type { HeaderChanges, HeaderOptions } from "./header-changes-args";
import { headerName, headerValue } from "./http-options-tests";

/** As many as an HTTPRoute's filter takes. */
const mostHeaders = 16;

type Values = { [name: string]: pulumi.Input<string> };

function checkName(check: ArgumentCheck, path: string, name: string): void {
  check.plain(path, name, headerName);
  if (name === "host") {
    check.fail(path, '"host" is not changed here; use rewrite.host');
  }
}

function checkValues(check: ArgumentCheck, path: string, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const at = `${path}[${JSON.stringify(name)}]`;
      checkName(check, at, name);
      return [name, check.input(at, value, headerValue)];
    }),
  );
}

function checkCounts(check: ArgumentCheck, path: string, changes: HeaderChanges): void {
  for (const name of ["set", "add", "remove"] as const) {
    const entries = changes[name] ?? {};
    const count = isKnown(entries) ? Object.keys(entries).length : 0;
    if (count > mostHeaders) {
      check.fail(under(path, name), `has ${count} headers; HTTPRoute takes ${mostHeaders}`);
    }
  }
}

const removable: Test<string> = (name) =>
  name === "host" ? '"host" cannot be taken away; use rewrite.host' : headerName(name);

function checkChanges(
  check: ArgumentCheck,
  path: string,
  changes: HeaderChanges,
  dialect: Dialect,
): HeaderChanges {
  if (dialect === Dialect.GatewayApi) {
    checkCounts(check, path, changes);
  }
  const { set, add, remove } = changes;
  return given({
    set: set && checkValues(check, under(path, "set"), set),
    add: add && checkValues(check, under(path, "add"), add),
    remove: checkList(check, under(path, "remove"), remove, removable),
  });
}

/** Values that are safe to use; `host` is changed by a rewrite alone. */
export function checkHeaders(
  check: ArgumentCheck,
  path: string,
  { request, response }: HeaderOptions,
  dialect: Dialect,
): HeaderOptions {
  return given({
    request: request && checkChanges(check, under(path, "request"), request, dialect),
    response: response && checkChanges(check, under(path, "response"), response, dialect),
  });
}

/** The changes of a VirtualService, which has them in the same words. */
export const istioHeaders = (headers: HeaderOptions): VirtualServiceHeaders =>
  given({ ...headers });

const listOf = (values: Values | undefined) =>
  values && Object.entries(values).map(([name, value]) => ({ name, value }));

const modifier = ({ set, add, remove }: HeaderChanges) =>
  given({ set: listOf(set), add: listOf(add), remove });

/** The filters of an HTTPRoute, one for requests and one for answers. */
export function gatewayApiHeaders({ request, response }: HeaderOptions): HTTPRouteRuleFilter[] {
  return [
    ...(request
      ? [{ type: "RequestHeaderModifier", requestHeaderModifier: modifier(request) } as const]
      : []),
    ...(response
      ? [{ type: "ResponseHeaderModifier", responseHeaderModifier: modifier(response) } as const]
      : []),
  ];
}
