const reviewsPod = /reviews-(v\d+)-/;

/** What one request showed: the version of reviews that answered, or why none did. */
async function ask(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const version = reviewsPod.exec(await response.text())?.[1];
  if (!response.ok || version === undefined) {
    throw new Error(`GET ${url}: ${response.status}, no reviews in the answer`);
  }
  return version;
}

/** Waits for the first good answer; proxies learn of a new route within a second or two. */
export async function waitForAnswer(url: string, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      await ask(url);
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Counts which versions of reviews answered, over `requests` requests one after the other. */
export async function countVersions(
  url: string,
  requests: number,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let i = 0; i < requests; i++) {
    const version = await ask(url);
    counts[version] = (counts[version] ?? 0) + 1;
  }
  return counts;
}
