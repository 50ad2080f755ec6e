import assert from "node:assert/strict";
import { checks } from "../../analysis/mesh/checks";
import { chosen, named, toldOf } from "./check-names";

const all = toldOf(checks);

describe("names of checks", () => {
  it("are a check's own, its code, and the codes of others, in any case", () => {
    for (const name of ["virtual-service-host", "ist0101", "KIA1101"]) {
      assert.ok(named(name, all).some(({ id }) => id === "virtual-service-host"));
    }
  });

  it("have one that is not known refused, with the one that was meant", () => {
    assert.throws(() => named("virtual-service-hots", all), {
      message:
        '"virtual-service-hots" is no code and no check; did you mean "virtual-service-host"?; istio-mesh check --list names all',
    });
  });

  it("choose all checks, those of single objects too, or the named ones without the others", () => {
    assert.equal(chosen(all, [], []).size, all.length);
    const some = chosen(all, ["IST0101", "IST0106"], ["virtual-service-host"]);
    assert.ok(some.has("object-refused") && !some.has("virtual-service-host") && some.size > 1);
  });
});
