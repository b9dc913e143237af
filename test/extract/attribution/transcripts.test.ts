import { describe, expect, it } from 'vitest'
import { labelledQuotations, signedQuotations, turnsOf } from '../../../src/extract/attribution/transcripts.js'
import { statementsFrom, tokenise } from './view.js'

function turns(text: string) {
  const tokens = tokenise(text)
  return statementsFrom(tokens, turnsOf(tokens)).map(({ source, content, act, kind }) => [
    source?.text,
    content.map((span) => span.text).join(),
    act,
    kind,
  ])
}

describe('a printed interview', () => {
  const interview = [
    'Tove Arnell builds bridges. She spoke to the Courier.',
    'The Courier: Why did it fall?',
    'Tove Arnell: It was old. It was tired.',
    'So was I.',
    'The Courier: Will you build another?',
    'Tove Arnell: Never.',
    'The bridge was opened in 1912.',
  ].join('\n\n')

  it('is a statement a turn, verbatim, until the next name; the last turn ends with its paragraph', () => {
    expect(turns(interview)).toEqual([
      ['The Courier', 'Why did it fall?', 'ask', 'direct'],
      ['Tove Arnell', 'It was old. It was tired.\n\nSo was I.', 'say', 'direct'],
      ['The Courier', 'Will you build another?', 'ask', 'direct'],
      ['Tove Arnell', 'Never.', 'say', 'direct'],
    ])
  })

  it('may have its names in double brackets', () => {
    const bracketed = interview.replace(/^(The Courier|Tove Arnell):/gm, '(($1)) ')
    expect(turns(bracketed)).toEqual(turns(interview))
    expect(turns('((Once)) Upon a time.\n\n((es))\n\n(( \n\n((')).toEqual([])
  })

  it('may name in double brackets who asks alone', () => {
    const questions = ['Why', 'When', 'How', 'Who'].map((word) => `((TAC)) : ${word} did it fall?\n\nIt was old.`)
    expect(turns(questions.join('\n\n'))).toEqual(
      ['Why', 'When', 'How', 'Who'].map((word) => ['TAC', `${word} did it fall?`, 'ask', 'direct']),
    )
  })

  it.each([
    ['a list with labels that come but once', 'Where: Vosk.\n\nWhen: May.\n\nWho: all.\n\nPrice: none.'],
    ['one label again and again', 'Update: rain.\n\nUpdate: more rain.\n\nUpdate: hail.\n\nUpdate: snow.'],
    ['two names', 'Arnell: Why?\n\nMoe: Because.'],
    ['colons within sentences', 'He said this: no.\n\nShe said this: yes.\n\nHe said this: no.\n\nShe said this: yes.'],
  ])('is not %s', (_, text) => {
    expect(turns(text)).toEqual([])
  })
})

describe('a transcript', () => {
  const labels = (text: string) => turns(text).map(([source, content]) => [source, content])

  it('has names in capitals, in full once and by their last word then; what describes them is no part of them', () => {
    const text = [
      'TOVE ARNELL, HARBOUR RADIO HOST: Welcome.',
      'SEN. ANN McGRATH (D-VT): Good evening.',
      'ARNELL (voice-over): Will it pass?',
      'McGRATH: It will.',
    ].join('\n\n')
    expect(labels(text)).toEqual([
      ['TOVE ARNELL', 'Welcome.'],
      ['SEN. ANN McGRATH', 'Good evening.'],
      ['ARNELL', 'Will it pass?'],
      ['McGRATH', 'It will.'],
    ])
  })

  it('is one with two names in capitals that have titles or are some', () => {
    const text = 'The harbour, Monday.\n\nTHE PRESIDENT: Good evening.\n\nThe ports are open.\n\nMS. ARNELL: Thank you.\n\nThat was all.' // prettier-ignore
    expect(labels(text)).toEqual([
      ['THE PRESIDENT', 'Good evening.\n\nThe ports are open.'],
      ['MS. ARNELL', 'Thank you.'],
    ])
    const asked = 'MS. ARNELL: Good evening.\n\nQUESTION: Will it hold?\n\nMS. ARNELL: It will.'
    expect(labels(asked).map(([source]) => source)).toEqual(['MS. ARNELL', 'QUESTION', 'MS. ARNELL'])
    expect(turns('THE QUEEN: What she wore.\n\nShe came by boat.')).toEqual([])
    expect(turns('MARKETS: Shares fall.\n\nWEATHER: Rain.\n\nShe came by boat.')).toEqual([])
  })

  it('tells in brackets what happens, which nobody says', () => {
    const text = 'MR. MOE: Ships.\n\n(APPLAUSE)\n\nMany ships.\n\n[Laughter.]\n\nMS. ARNELL: Thank you.'
    const tokens = tokenise(text)
    const [first] = statementsFrom(tokens, turnsOf(tokens))
    expect(first.content.map((span) => span.text)).toEqual(['Ships.', 'Many ships.'])
  })
})

describe('a name, a colon and a quotation', () => {
  const labelled = (text: string) => {
    const tokens = tokenise(text)
    return statementsFrom(
      tokens,
      labelledQuotations(tokens, () => true),
    ).map(({ cue, source, content, kind }) => [cue?.text, source?.text, content[0].text, kind])
  }

  it('are a statement where they are a paragraph', () => {
    expect(labelled('Captain Tove Arnell: "Nobody is looking at the table. Nobody."')).toEqual([
      [':', 'Captain Tove Arnell', '"Nobody is looking at the table. Nobody."', 'direct'],
    ])
    expect(labelled('08:40 Tove Arnell: "My shed is gone."')).toEqual([
      [':', 'Tove Arnell', '"My shed is gone."', 'direct'],
    ])
  })

  it.each([
    'The motto: "Nobody is looking at the table."',
    'Tove Arnell: "Nobody" was her only word on it.',
    'Tove Arnell shouted: "Nobody is looking."',
  ])('are none by themselves: %s', (text) => {
    expect(labelled(text)).toEqual([])
  })
})

describe('a transcript that is quoted as a whole', () => {
  it('has an opening mark before each name', () => {
    const text = ['“MOE: Why?', '“ARNELL: Because.', '“MOE: Really?', '“ARNELL: Yes.”'].join('\n\n')
    expect(turns(text).map(([source]) => source)).toEqual(['MOE', 'ARNELL', 'MOE', 'ARNELL'])
  })
})

describe('a quotation with its speaker behind a dash', () => {
  const signed = (text: string) => {
    const tokens = tokenise(text)
    return statementsFrom(tokens, signedQuotations(tokens)).map(({ source, content }) => [
      source?.text,
      content[0].text,
    ])
  }

  it('is a statement of whoever the paragraph ends with', () => {
    expect(signed('“It was old. It was tired.” ― Tove Arnell')).toEqual([
      ['Tove Arnell', '“It was old. It was tired.”'],
    ])
    expect(signed('"It was old." — Moe, a welder.')).toEqual([['Moe, a welder', '"It was old."']])
    const mispaired = '“They say: ‘It was old.” It was “tired’.” ― Tove Arnell'
    expect(signed(mispaired)).toEqual([['Tove Arnell', '“They say: ‘It was old.” It was “tired’.”']])
  })

  it.each([
    [
      'more after the dash than a name',
      `“It was old” — and so it went on, year after year, until the mayor said that it must go.`,
    ],
    ['a quotation that does not begin the paragraph', 'She said: “It was old.” — Moe'],
    ['no dash', '“It was old.” Moe left.'],
  ])('is not: %s', (_, text) => {
    expect(signed(text)).toEqual([])
  })
})
