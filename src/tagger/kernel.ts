import { readFileSync } from 'node:fs'

/** What is used of WebAssembly, which the types of Node 20 leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => CompiledModule
  readonly Instance: new (module: CompiledModule) => { readonly exports: { readonly memory: Memory } & Functions }
}
interface CompiledModule {
  readonly compiled: never
}
interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

/** Functions of the compiled module; `kernel/` says what each does. All parameters are numbers: addresses in bytes, sizes, factors. */
interface Functions {
  emit(...parameters: number[]): void
  add(...parameters: number[]): void
  note(...parameters: number[]): void
  weigh(...parameters: number[]): void
  forward(...parameters: number[]): void
  backward(...parameters: number[]): void
  expect(...parameters: number[]): void
  best(...parameters: number[]): void
  score(...parameters: number[]): void
  descend(...parameters: number[]): void
  lower(...parameters: number[]): void
}

/** Beside the compiled library, whichever file asks: the build puts it there, as `kernel/asconfig.json` says. */
const FILE = new URL('../../dist/kernel.wasm', import.meta.url)

const PAGE_BYTES = 65_536

let compiled: CompiledModule | undefined

/**
 * The inner loops of labelling, compiled to WebAssembly, with a memory of their own. What has been reserved stays until the kernel goes,
 * so whoever needs more room reserves at least twice as much as before.
 */
export class Kernel {
  readonly run: Functions
  readonly #memory: Memory
  /** Where the next block begins. The module itself keeps nothing in its memory but the first few bytes. */
  #next = 1024
  #bytes: Int8Array
  #integers: Int32Array
  #numbers: Float64Array

  constructor() {
    compiled ??= new WebAssembly.Module(readFileSync(FILE))
    const { exports } = new WebAssembly.Instance(compiled)
    this.run = exports
    this.#memory = exports.memory
    const { buffer } = this.#memory
    this.#bytes = new Int8Array(buffer)
    this.#integers = new Int32Array(buffer)
    this.#numbers = new Float64Array(buffer)
  }

  /** The address of a new block of zeros that begins at a multiple of 16. Views of the memory that were taken before are void. */
  reserve(bytes: number): number {
    const address = this.#next
    this.#next = Math.ceil((address + bytes) / 16) * 16
    const missing = this.#next - this.#memory.buffer.byteLength
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES))
      const { buffer } = this.#memory
      this.#bytes = new Int8Array(buffer)
      this.#integers = new Int32Array(buffer)
      this.#numbers = new Float64Array(buffer)
    }
    return address
  }

  /** The memory as bytes, until the next `reserve`. */
  get bytes(): Int8Array {
    return this.#bytes
  }

  /** As 32-bit integers: index `address / 4`. */
  get integers(): Int32Array {
    return this.#integers
  }

  /** As 64-bit numbers: index `address / 8`. */
  get numbers(): Float64Array {
    return this.#numbers
  }
}
