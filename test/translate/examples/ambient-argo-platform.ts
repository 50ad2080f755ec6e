import { type Asked, objectOf, says, type World } from "../../support/asked";

interface Webhooks {
  webhooks: { clientConfig: { service: { name: string } } }[];
}

/** The istiods that a channel leads to. */
function istiodsOf(world: World, channel: string): string[] {
  const name = `istio-revision-tag-${channel}`;
  const { webhooks } = objectOf(world, "MutatingWebhookConfiguration", name) as unknown as Webhooks;
  return [...new Set(webhooks.map(({ clientConfig }) => clientConfig.service.name))];
}

export default {
  noRequest: "its charts make the istiods; which of them a channel leads to is asked",
  asks: [
    ["rapid", "istiod-green"],
    ["stable", "istiod-blue"],
    ["default", "istiod-blue"],
  ].map(([channel = "", istiod]) =>
    says(`the channel ${channel} is ${istiod}`, (world) => istiodsOf(world, channel), [istiod]),
  ),
} satisfies Asked;
