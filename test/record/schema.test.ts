import { describe, expect, expectTypeOf, it } from 'vitest'
import type { z } from 'zod'
import type { Record } from '../../src/record/record.js'
import { recordJsonSchema, recordSchema } from '../../src/record/schema.js'
import { sampleRecord } from './sample.js'

/** Readonly all the way down, and intersections as one object: what is left to tell two types apart is their content. */
type Plain<T> = T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T

it('has the hand-written type of a record, to the letter', () => {
  expectTypeOf<Plain<z.infer<typeof recordSchema>>>().toEqualTypeOf<Plain<Record>>()
})

describe('the form of a record', () => {
  it('holds for a record, also one that was stored', () => {
    expect(recordSchema.parse(JSON.parse(JSON.stringify(sampleRecord())))).toEqual(sampleRecord())
  })

  it.each([
    ['an unknown key', { surprise: 1 }, ''],
    ['another version', { version: 2 }, 'version'],
    ['a negative length', { length: -1 }, 'length'],
    ['an offset that is no whole number', { sentences: [[0, 1.5]] }, 'sentences.0.1'],
    ['a hash that is none', { sha256: 'abc' }, 'sha256'],
    ['null for what may be missing', { uri: null }, 'uri'],
    ['an unknown diagnostic', { diagnostics: [{ code: 'odd', severity: 'info', message: '' }] }, 'diagnostics.0.code'],
  ])('does not hold with %s', (_, change, path) => {
    const { error } = recordSchema.safeParse({ ...sampleRecord(), ...change })
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})

it('is given as JSON Schema, closed and described', () => {
  const schema = recordJsonSchema() as {
    $schema: string
    additionalProperties: boolean
    required: string[]
    $defs: object
  }
  expect(schema.$schema).toContain('2020-12')
  expect(schema.additionalProperties).toBe(false)
  expect(schema.required).toContain('statements')
  expect(schema.required).not.toContain('uri')
  expect(Object.keys(schema.$defs)).toEqual(expect.arrayContaining(['Span', 'Statement', 'Entity', 'Quantity', 'Time']))
})
