import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as mesh from "../../components";
import { checkedArgs } from "../../components/resources/object-check";
import { failureOf, isKnown, record, settled } from "../support/record";

const { VirtualService } = mesh.networking.v1;
const metadata = { name: "reviews", namespace: "shop" };
const host = "reviews.shop.svc.cluster.local";
const route = [{ destination: { host } }];
const token = "kubernetes:networking.istio.io/v1:VirtualService";

const subject = { apiVersion: "networking.istio.io/v1", kind: "VirtualService", name: "reviews" };

/** A specification that the compiler would not take. */
const wrongly = (spec: unknown) => ({ metadata, spec }) as never;

describe("a typed resource", () => {
  it("is what the raw resource would be, and known by its older versions", async () => {
    const seen = await record(() => {
      new VirtualService("reviews", { metadata, spec: { hosts: [host], http: [{ route }] } });
    });
    const { inputs, aliases, deleteBeforeReplace } = seen.the(token);
    assert.deepEqual(inputs, {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata,
      spec: { hosts: [host], http: [{ route }] },
    });
    assert.deepEqual(aliases, [
      "kubernetes:networking.istio.io/v1beta1:VirtualService",
      "kubernetes:networking.istio.io/v1alpha3:VirtualService",
    ]);
    assert.equal(deleteBeforeReplace, false);
  });

  it("keeps 0, false and empty values", async () => {
    const seen = await record(() => {
      new VirtualService("reviews", {
        metadata,
        spec: {
          hosts: [host],
          http: [
            { route, retries: { attempts: 0 }, match: [{ ignoreUriCase: false, headers: {} }] },
          ],
        },
      });
    });
    assert.deepEqual(seen.the(token).inputs.spec.http, [
      { route, retries: { attempts: 0 }, match: [{ ignoreUriCase: false, headers: {} }] },
    ]);
  });

  it("is refused with every path, value and reason before anything is registered", async () => {
    const seen = await record(() => {
      assert.throws(
        () =>
          new VirtualService(
            "reviews",
            wrongly({
              hosts: [host],
              http: [{ route: [{ destination: { hots: host }, weight: "10" }], timeout: "1s" }],
            }),
          ),
        (error) => {
          assert.ok(pulumi.InputPropertiesError.isInstance(error));
          assert.deepEqual(error.errors, [
            {
              propertyPath: "spec.http[0].route[0].destination.host",
              reason: "is required [IST0106]",
            },
            {
              propertyPath: "spec.http[0].route[0].destination.hots",
              reason: `"${host}": unknown field; allowed: host, port, subset; did you mean "host"? [IST0106]`,
            },
            {
              propertyPath: "spec.http[0].route[0].weight",
              reason: '"10": a whole number is expected [IST0106]',
            },
          ]);
          assert.match(error.message, /^VirtualService "reviews": 3 arguments cannot work\n/);
          return true;
        },
      );
    });
    assert.deepEqual(seen.tree, []);
  });

  it("is refused by the definition's rules too", async () => {
    await record(() => {
      assert.throws(
        () =>
          new VirtualService("x", {
            metadata,
            spec: { hosts: [host], http: [{ route, timeout: "abc" }] },
          }),
        /spec\.http\[0\]\.timeout: "abc": is not a duration of at least 1ms; write for example "250ms", "2s" or "1m30s" \[IST0106\]/,
      );
    });
  });

  it("is registered all the same when validation is a warning or off", async () => {
    const spec = { hosts: [host], http: [{ route, timeout: "abc" }] };
    const seen = await record(() => {
      new VirtualService("warned", { metadata, spec }, { validation: "warn" });
      const other = { ...metadata, name: "unchecked" };
      new VirtualService("unchecked", { metadata: other, spec }, { validation: "off" });
    });
    assert.deepEqual(seen.tree, [`${token} unchecked`, `${token} warned`]);
    assert.deepEqual(checkedArgs(subject, { metadata, spec }, "warn").warnings, [
      'VirtualService "reviews": spec.http[0].timeout: "abc": is not a duration of at least 1ms; write for example "250ms", "2s" or "1m30s" [IST0106]',
    ]);
    assert.deepEqual(checkedArgs(subject, { metadata, spec }, "off").warnings, []);
  });

  it("passes over what is not known yet", async () => {
    const seen = await record(() => {
      new VirtualService("reviews", {
        metadata: { ...metadata, namespace: pulumi.output("shop") },
        spec: { hosts: [pulumi.output(host)], http: [{ route, timeout: pulumi.output("2s") }] },
      });
    });
    assert.equal(seen.the(token).inputs.spec.http[0].timeout, "2s");
  });

  const late = (timeout: pulumi.Output<string>) =>
    checkedArgs(subject, {
      metadata,
      spec: { hosts: [pulumi.output(host)], http: [{ route, timeout }] },
    });

  it("waits for the check of a value that was not known at first, and fails with it", async () => {
    const { args, late: verdict } = late(pulumi.output("abc"));
    assert.ok(verdict);
    await assert.rejects(
      verdict,
      /^Error: VirtualService "reviews": 1 argument cannot work\n {2}spec\.http\[0\]\.timeout: "abc": is not a duration/,
    );
    const failure = await failureOf(args.spec.hosts[0] as pulumi.Output<string>);
    assert.match(failure.message, /spec\.http\[0\]\.timeout/);
    assert.deepEqual(await late(pulumi.output("2s")).late, []);
  });

  it("shows in a preview every field that is known, whatever else is not", async () => {
    const unknown = pulumi.output("abc");
    Object.defineProperty(unknown, "isKnown", { value: Promise.resolve(false) });
    const { args, late: verdict } = late(unknown);
    const first = args.spec.hosts[0] as pulumi.Output<string>;
    assert.equal(await isKnown(first), true);
    assert.equal(await settled(first), host);
    assert.deepEqual(await verdict, []);
  });

  it("can be read by its id, in either form", async () => {
    const ids: string[] = [];
    await pulumi.runtime.setMocks({
      newResource: ({ name, id, inputs }) => {
        ids.push(`${name} ${id}`);
        return { id: id ?? name, state: inputs };
      },
      call: ({ inputs }) => inputs,
    });
    VirtualService.get("one", "shop/reviews");
    VirtualService.get("two", {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      id: "shop/ratings",
    });
    await pulumi.runtime.disconnect();
    assert.deepEqual(ids.sort(), ["one shop/reviews", "two shop/ratings"]);
  });

  it("has what the cluster says of it, whether it was made or read", async () => {
    const status = { conditions: [{ type: "Reconciled", status: "True" }] };
    const spec = { hosts: [host], http: [{ route }] };
    await pulumi.runtime.setMocks({
      newResource: ({ name, id, inputs }) => ({
        id: id ?? name,
        state: { metadata, spec, ...inputs, status },
      }),
      call: ({ inputs }) => inputs,
    });
    const made = new VirtualService("made", { metadata, spec });
    const read = VirtualService.get("read", "shop/reviews");
    await pulumi.runtime.disconnect();
    for (const resource of [made, read]) {
      assert.deepEqual(await settled(resource.status), status);
      assert.deepEqual(await settled(resource.spec), spec);
      assert.deepEqual(await settled(resource.metadata), metadata);
    }
  });

  it("knows its own kind and version from others", async () => {
    await record(() => {
      const spec = { hosts: [host], http: [{ route }] };
      const own = new VirtualService("a", { metadata, spec });
      const older = new mesh.networking.v1beta1.VirtualService("b", {
        metadata: { ...metadata, name: "older" },
        spec,
      });
      assert.equal(VirtualService.isInstance(own), true);
      assert.equal(VirtualService.isInstance(older), false);
      assert.equal(mesh.networking.v1.DestinationRule.isInstance(own), false);
      assert.equal(VirtualService.isInstance({}), false);
    });
  });
});
