/** Why the embedded database cannot serve. The message is a sentence for the person who starts Throughline. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError'
}
