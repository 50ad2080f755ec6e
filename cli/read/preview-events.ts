import { isMap } from "./json-values";

type Event = Readonly<Record<string, unknown>>;

/** A step of a preview's document, as an event tells it. */
function stepOf(event: Event): Event[] {
  const { metadata } = isMap(event.resourcePreEvent) ? event.resourcePreEvent : {};
  if (!isMap(metadata)) {
    return [];
  }
  const { op, urn, old, new: made, keys, detailedDiff } = metadata;
  return [
    {
      op,
      urn,
      ...(isMap(old) && { oldState: old }),
      ...(isMap(made) && { newState: made }),
      ...(Array.isArray(keys) && { replaceReasons: keys }),
      ...(isMap(detailedDiff) && { detailedDiff }),
    },
  ];
}

const diagnosticOf = ({ diagnosticEvent }: Event): unknown[] =>
  isMap(diagnosticEvent) ? [diagnosticEvent] : [];

const changesOf = ({ summaryEvent }: Event): unknown =>
  isMap(summaryEvent) ? summaryEvent.resourceChanges : undefined;

const configOf = ({ preludeEvent }: Event): unknown =>
  isMap(preludeEvent) ? preludeEvent.config : undefined;

function mapOf(line: string): Event | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What is said of events that stop before the summary, with which the engine ends: the rest is not known. */
const cutOff = {
  severity: "error",
  message: "error: the events of the preview stop before its summary",
};

/** The document that the events of a preview come to; undefined where a text is no such list. */
function documentOfEvents(text: string): unknown {
  const events = text
    .split("\n")
    .filter((line) => line.trim().startsWith("{"))
    .map(mapOf)
    .filter((event) => event !== undefined);
  const isPreview = events.some(({ sequence, timestamp }) => sequence !== undefined && timestamp);
  const config = events.map(configOf).find(Boolean);
  const changeSummary = events.map(changesOf).find(Boolean);
  const hasEnd = events.some(({ summaryEvent }) => summaryEvent !== undefined);
  return isPreview
    ? {
        ...(config !== undefined && { config }),
        steps: events.flatMap(stepOf),
        diagnostics: [...events.flatMap(diagnosticOf), ...(hasEnd ? [] : [cutOff])],
        changeSummary,
      }
    : undefined;
}

/** The document among lines of text: installed policy packs are told before it, a saved plan after it. */
function documentAmongText(text: string): unknown {
  const [document] = /^\{\r?$[\s\S]*^\}\r?$/m.exec(text) ?? [];
  return document === undefined ? undefined : mapOf(document);
}

/**
 * What Pulumi wrote, as one document: a state, a preview, or the events of a preview, one a line, as
 * `PULUMI_ENABLE_STREAMING_JSON_PREVIEW` has them. Throws what the parser says of anything else.
 */
export function pulumiDocument(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const document = documentOfEvents(text) ?? documentAmongText(text);
    if (document === undefined) {
      throw error;
    }
    return document;
  }
}
