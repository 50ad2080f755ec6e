/** What Pulumi's engine writes in place of a value that is not known yet. */
export const unknownMark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What previews write in place of a secret. */
export const secretMark = "[secret]";

/** Key of a value with a meaning of its own: a secret, an asset, a reference. */
export const signatureKey = "4dabf18193072939515e22adb298388d";
