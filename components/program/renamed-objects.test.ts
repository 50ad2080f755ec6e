import assert from "node:assert/strict";
import { objectIdentity } from "./object-identity";
import { type NewObject, renamedObjects } from "./renamed-objects";

const canary = "istio-mesh:index:Canary";
const type = "kubernetes:networking.istio.io/v1:VirtualService";
const urn = (name: string, types = `${canary}$${type}`) =>
  `urn:pulumi:dev::shop::${types}::${name}`;
const identity = objectIdentity(type, { name: "web", namespace: "shop" }) as string;

const before = [{ urn: urn("web", canary) }, { urn: urn("web"), identity }];

const object = (name: string, more: Partial<NewObject> = {}): NewObject => ({
  urn: urn(name),
  identity,
  owner: { words: `Canary "${name}"`, type: canary, name },
  aliases: [],
  ...more,
});

const found = (now: NewObject[], state: { urn: string; identity?: string }[] = before) =>
  renamedObjects(state, now, new Set(now.map((one) => one.urn)));

describe("an object under another name in the program", () => {
  it("would be created and then deleted, and the alias is named that keeps it", () => {
    assert.deepEqual(found([object("shop-web")]), [
      {
        owner: 'Canary "shop-web"',
        text: 'VirtualService shop/web: would be created and then deleted, since the state has it under a name that the program no longer has; if "web" is now called "shop-web", say so in its options: { aliases: [{ name: "web" }] }',
      },
    ]);
  });

  it("is kept by an alias, of its own or of its component", () => {
    assert.deepEqual(found([object("shop-web", { aliases: [urn("web")] })]), []);
    assert.deepEqual(found([object("shop-web", { aliases: [urn("web", canary)] })]), []);
  });

  it("an alias of another component does not keep it", () => {
    assert.equal(found([object("shop-web", { aliases: [urn("api", canary)] })]).length, 1);
  });

  it("a name that begins like another one is another one", () => {
    const web2 = [{ urn: urn("web2", canary) }, { urn: urn("web2"), identity }];
    const own = `${urn("web").replace("/v1:", "/v1beta1:")}`;
    assert.match(found([object("web", { aliases: [own] })], web2)[0]?.text ?? "", /name: "web2"/);
    assert.equal(found([object("shop", { aliases: [urn("web", canary)] })], web2).length, 1);
  });

  it("once both names are in the state, an alias comes too late", () => {
    const both = [...before, { urn: urn("shop-web"), identity }];
    const now = [object("shop-web", { aliases: [urn("web", canary)] })];
    assert.match(found(now, both)[0]?.text ?? "", /pulumi state delete 'urn:pulumi:dev::shop::/);
  });

  it("of another component is kept by an alias with its type", () => {
    const route = "istio-mesh:index:ServiceRoute";
    const routed = [
      { urn: urn("lane", route) },
      { urn: urn("lane", `${route}$${type}`), identity },
    ];
    assert.match(
      found([object("lane")], routed)[0]?.text ?? "",
      /; if Canary "lane" is in the place of ServiceRoute "lane", say so in its options: { aliases: \[{ type: "istio-mesh:index:ServiceRoute", name: "lane" }\] }$/,
    );
    assert.deepEqual(found([object("lane", { aliases: [urn("lane", route)] })], routed), []);
  });

  it("is a namespace that another component hands over, which stays as it is", () => {
    const kind = "kubernetes:core/v1:Namespace";
    const namespace = objectIdentity(kind, { name: "istio-system" }) as string;
    const plane = "istio-mesh:index:ControlPlane";
    const old = { urn: urn("mesh", `${plane}$${kind}`), identity: namespace };
    const taken = (component: string) => {
      const around = `istio-mesh:index:${component}`;
      const [one] = found(
        [
          {
            urn: urn("mine", `${around}$${kind}`),
            identity: namespace,
            owner: { words: `${component} "mine"`, type: around, name: "mine" },
            aliases: [],
          },
        ],
        [{ urn: urn("mesh", plane) }, old],
      );
      return one?.text ?? "";
    };
    assert.match(taken("MeshNamespace"), /write adopt: true on MeshNamespace "mine"/);
    assert.match(taken("IngressGateway"), /write createNamespace: false on IngressGateway "mine"/);
    assert.match(taken("ControlPlane"), /if "mesh" is now called "mine"/);
  });

  it("that no component makes is kept by taking the old name out of the state", () => {
    const raw = [{ urn: urn("web", type), identity }];
    assert.match(
      found([object("shop-web")], raw)[0]?.text ?? "",
      /pulumi state delete 'urn:pulumi:dev::shop::kubernetes:networking.istio.io\/v1:VirtualService::web'/,
    );
  });

  it("that no component makes any more is kept by an alias of its own, whatever depended on it", () => {
    const raw = object("web", { urn: urn("web", type), owner: undefined });
    assert.deepEqual(found([raw]), [
      {
        owner: undefined,
        text: `VirtualService shop/web: would be created and then deleted, since the state has it under a name that the program no longer has; to keep the object, say in the options of the new resource which one it was: { aliases: ["${urn("web")}"] }`,
      },
    ]);
    assert.deepEqual(found([{ ...raw, aliases: [urn("web")] }]), []);
  });

  it("is nothing to speak of when the name stays, or the object is another one", () => {
    assert.deepEqual(found([object("web")]), []);
    const api = objectIdentity(type, { name: "api", namespace: "shop" }) as string;
    assert.deepEqual(found([object("shop-web", { identity: api })]), []);
  });
});

describe("the identity of an object", () => {
  it("does not depend on the API version", () => {
    const beta = objectIdentity("kubernetes:networking.istio.io/v1beta1:VirtualService", {
      name: "web",
      namespace: "shop",
    });
    assert.equal(beta, identity);
    assert.equal(identity, "networking.istio.io VirtualService shop/web");
  });

  it("is that of no patch, chart or file", () => {
    for (const other of [
      "kubernetes:core/v1:NamespacePatch",
      "kubernetes:helm.sh/v4:Chart",
      "kubernetes:yaml/v2:ConfigFile",
      "pulumi:providers:kubernetes",
    ]) {
      assert.equal(objectIdentity(other, { name: "x" }), undefined);
    }
  });
});
