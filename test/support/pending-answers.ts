interface Waiting<T> {
  resolve(answer: T): void;
  reject(error: Error): void;
  /** Keeps the process alive: a child that is not referred to does not. */
  alive: NodeJS.Timeout;
}

const aMinute = 60_000;

/** Questions that a child process answers with lines of JSON, in any order, by their numbers. */
export class PendingAnswers<T> {
  private readonly waiting = new Map<number, Waiting<T>>();
  private last = 0;

  ask(send: (id: number) => void): Promise<T> {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, alive: setInterval(() => undefined, aMinute) });
      send(id);
    });
  }

  /** A line that is no answer is a line of a log. */
  take(line: string): void {
    if (!line.startsWith('{"id":')) {
      return;
    }
    const { id, proxies, error } = JSON.parse(line);
    this.settle(id, ({ resolve, reject }) =>
      error === undefined ? resolve(proxies) : reject(new Error(error)),
    );
  }

  fail(error: Error): void {
    for (const id of [...this.waiting.keys()]) {
      this.settle(id, ({ reject }) => reject(error));
    }
  }

  private settle(id: number, how: (one: Waiting<T>) => void): void {
    const one = this.waiting.get(id);
    this.waiting.delete(id);
    if (one) {
      clearInterval(one.alive);
      how(one);
    }
  }
}
