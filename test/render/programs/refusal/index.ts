import { MutualTls } from "istio-mesh";

new MutualTls("shop", { namespace: "Shop" });
