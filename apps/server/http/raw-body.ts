/** Bodies as they were sent, for as long as their requests live: a signature covers bytes, not what was understood of them. */
const bodies = new WeakMap<object, Buffer>();

export function keepRawBody(request: object, body: Buffer): void {
  bodies.set(request, body);
}

/** The bytes of a request's body; empty when it had none. */
export function rawBodyOf(request: object): Buffer {
  return bodies.get(request) ?? Buffer.alloc(0);
}
