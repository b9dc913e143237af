import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { entryOf, Ledger } from '../../src/ingest/ledger.js'

const hash = (text: string) => createHash('sha256').update(text).digest()

it('a ledger knows each of many articles by key and content', () => {
  const ledger = new Ledger()
  for (let n = 0; n < 20_000; n++) ledger.add(hash(`key ${n}`), hash(`text ${n}`))
  expect(ledger.count).toBe(20_000)
  for (let n = 0; n < 20_000; n += 7) {
    expect(ledger.look(hash(`key ${n}`), hash(`text ${n}`))).toBe('same')
    expect(ledger.look(hash(`key ${n}`), hash(`text ${n + 1}`))).toBe('other')
  }
  expect(ledger.look(hash('key 20000'), hash('text 0'))).toBe('none')
})

it('a ledger takes an article with another text in the place of the one before', () => {
  const ledger = new Ledger()
  ledger.add(hash('key'), hash('first'))
  ledger.addAll(Buffer.from(entryOf(hash('key'), hash('second'))))
  expect(ledger.count).toBe(1)
  expect(ledger.look(hash('key'), hash('second'))).toBe('same')
})
