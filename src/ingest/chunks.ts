/** The bytes of an input, chunk by chunk. */
export type Chunks = AsyncIterable<Buffer>
