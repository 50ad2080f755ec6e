import { type Asked, gets, ingress, waypoint } from "../../support/asked";

const page = "100 productpage.bookinfo:9080; 2 retries";

export default {
  proxies: [ingress, waypoint("waypoint", "bookinfo")],
  ambient: true,
  asks: [
    gets("ingress", { host: "anything", path: "/productpage" }, page, "the page from outside"),
    gets(
      "waypoint",
      { host: "productpage.bookinfo.svc.cluster.local", port: 9080 },
      page,
      "the page from inside",
    ),
  ],
} satisfies Asked;
