/** zstd without compressing anything: Node 20 writes none. One frame of raw blocks. */
export function zstdStored(bytes: Uint8Array): Buffer {
  const parts: Buffer[] = [frameHeader()]
  for (let at = 0; at === 0 || at < bytes.length; at += BLOCK_SIZE) {
    const block = bytes.subarray(at, at + BLOCK_SIZE)
    parts.push(blockHeader(0, block.length, at + BLOCK_SIZE >= bytes.length), Buffer.from(block))
  }
  return Buffer.concat(parts)
}

/** A frame whose blocks are one byte over and over: each 128 kB in four bytes. */
export function zstdRepeated(byte: number, blocks: number): Buffer {
  const parts: Buffer[] = [frameHeader()]
  for (let at = 0; at < blocks; at++) parts.push(blockHeader(1, BLOCK_SIZE, at === blocks - 1), Buffer.of(byte))
  return Buffer.concat(parts)
}

const BLOCK_SIZE = 131_072

/** `windowLog` is 17 for a window of one block. */
export function frameHeader(windowLog = 17): Buffer {
  return Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0, (windowLog - 10) << 3)
}

function blockHeader(type: number, size: number, isLast: boolean): Buffer {
  const header = Buffer.alloc(3)
  header.writeUIntLE((isLast ? 1 : 0) | (type << 1) | (size << 3), 0, 3)
  return header
}
