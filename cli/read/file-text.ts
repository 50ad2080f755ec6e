import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";

/** No rendered set of a cluster is that large: a mistake in what is given. */
const limit = 50 * 1024 * 1024;

/** The name for what comes through standard input. */
export const standardInput = "-";

/** What is wrong with a file, in words for its user. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  EISDIR: "is a folder",
  ELOOP: "links to itself",
};

/** An error of the file system in words. */
export const fileError = (error: unknown): UnreadableFile => {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return new UnreadableFile(words[code] ?? message);
};

async function standardBytes(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) {
      tooLarge(size);
    }
  }
  return Buffer.concat(chunks);
}

function fileBytes(file: string): Buffer {
  try {
    const { size } = statSync(file);
    return size > limit ? tooLarge(size) : readFileSync(file);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : fileError(error);
  }
}

function tooLarge(size: number): never {
  const megabytes = Math.ceil(size / 1024 / 1024);
  throw new UnreadableFile(`has ${megabytes} MB or more; at most 50 MB are read: give it in parts`);
}

/** The text of a file, or of standard input. */
export async function fileText(file: string): Promise<string> {
  const bytes = file === standardInput ? await standardBytes() : fileBytes(file);
  if (!isUtf8(bytes)) {
    const wide =
      (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw new UnreadableFile(`is ${wide ? "UTF-16" : "no text in UTF-8"}: save it as UTF-8`);
  }
  const text = bytes.toString("utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
