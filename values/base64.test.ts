import assert from "node:assert/strict";
import { isAnyBase64, isBase64, isBase64Lines, oneLine } from "./base64";

const all = ["", "YQ==", "YQ", "Y", "Y=", "+/+/", "-_-_", "+_+_", "YQ==\n", "YW\nJj", "a b", "ä"];

describe("Base64", () => {
  it("is of one alphabet", () => {
    assert.deepEqual(all.filter(isBase64), ["", "YQ==", "YQ", "Y", "Y=", "+/+/"]);
    assert.deepEqual(all.filter(isAnyBase64), ["", "YQ==", "YQ", "+/+/", "-_-_"]);
  });

  it("may be in lines", () => {
    const good = ["YQ==", "YQ", "Y", "Y=", "+/+/", "YQ==\n", "YW\nJj", "a b"];
    assert.deepEqual(all.filter(isBase64Lines), good);
    assert.equal(oneLine("YW\nJj \n"), "YWJj");
  });
});
