import { HearsayError } from '../record/errors.js'

/** The bytes of an input, chunk by chunk. */
export type Chunks = AsyncIterable<Buffer>

/** The same, with an error in the place of each part that is damaged and can be passed over. What is behind it is no continuation of what was before. */
export type Pieces = AsyncIterable<Buffer | HearsayError>

/** The bytes of an input that counts only as a whole. Throws the error of the first damaged part. */
export async function* whole(pieces: Pieces): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    if (piece instanceof HearsayError) throw piece
    yield piece
  }
}
