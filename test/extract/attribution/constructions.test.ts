import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../../src/extract/index.js'

const extractor = await createExtractor({ language: 'en' })

/** Each statement of a text as `source | cue | content … content`. */
function statementsOf(text: string): string[] {
  return extractor
    .extract({ id: 'a', text })
    .statements.map(
      ({ source, cue, content }) =>
        `${source?.text ?? ''} | ${cue?.text ?? ''} | ${content.map((part) => part.text).join(' … ')}`,
    )
}

/** As newsrooms write, in sentences of our own: what stands in the text, and its only statement. */
describe('a statement', () => {
  it.each([
    // Parted by its cue.
    ['The flight, airport officials said, was carrying 140 passengers.', 'airport officials | said | The flight … was carrying 140 passengers'],
    ['The strike, union leaders said, would go ahead.', 'union leaders | said | The strike … would go ahead'],
    ['They had been held for weeks, he said, and were in good health.', 'he | said | They had been held for weeks … and were in good health'],
    ['"If we win," the candidate told supporters in Quito, "we will cut prices."', 'the candidate | told | "If we win," … "we will cut prices."'],
    ['"The war," the envoy told the Security Council on Monday, "must end now."', 'the envoy | told | "The war," … "must end now."'],
    // Added to a clause of the writer's.
    ['The company closed the plant, saying demand had fallen.', 'The company | saying | demand had fallen'],
    ['The central bank kept rates on hold, saying inflation was too high.', 'The central bank | saying | inflation was too high'],
    ['Turkey said it would block the deal, a move that angered its allies.', 'Turkey | said | it would block the deal'],
    // At the end of its sentence, in the plural present.
    ['The money went to a bank in Malta, records show.', 'records | show | The money went to a bank in Malta'],
    // In the passive.
    ['The plan was criticised by farmers.', 'farmers | was criticised | The plan'],
    ['The report was dismissed by the army as propaganda.', 'the army | was dismissed | The report … as propaganda'],
    ['The minister was accused by the opposition of lying.', 'the opposition | was accused | The minister … of lying'],
    // Of somebody who is quoted by another.
    ['"Trade will grow," he was quoted as saying by state news agency Xinhua.', 'he | was quoted as saying | "Trade will grow,"'],
    ['Wang was quoted by Xinhua as saying that trade would grow.', 'Wang | saying | that trade would grow'],
    ['The ambassador was quoted as saying that the talks had failed.', 'The ambassador | was quoted as saying | that the talks had failed'],
    // Of a name that is described, and of several.
    ["GSK, Britain's second-biggest drugmaker, said profit fell.", "GSK, Britain's second-biggest drugmaker | said | profit fell"],
    ['Britain, France and Germany said Iran had broken the deal.', 'Britain, France and Germany | said | Iran had broken the deal'],
    // Behind a dateline.
    ['NEW DELHI: India has no plan to ban rice exports, Piyush Goyal said.', 'Piyush Goyal | said | India has no plan to ban rice exports'],
    ['KARACHI: Police said two men had been shot.', 'Police | said | two men had been shot'],
  ])('is the only one of: %s', (text, statement) => {
    expect(statementsOf(text)).toEqual([statement])
  }) // prettier-ignore

  it.each([
    'Everything went according to plan.',
    'She said nothing about the scandal.',
    'The two sides said little after the talks.',
  ])('is none in: %s', (text) => {
    expect(statementsOf(text)).toEqual([])
  })

  it('is what is said to be nothing', () => {
    expect(statementsOf('The mayor said nothing was decided.')).toEqual(['The mayor | said | nothing was decided'])
  })

  it.each([
    'He was quoted as',
    'He was criticised by',
    'Smith &',
    '& Smith',
    'Officials from China, Japan and',
    '“It rained,” she said, “',
  ])('is not read beyond the end of a text that breaks off: %s', (text) => {
    for (const statement of statementsOf(text)) expect(text).toContain(statement.split(' | ')[1])
  })

  // prettier-ignore
  it.each([
    // A headline's mark stands for the verb.
    ['Two killed in blast: police\n\nA bomb went off in a market in Kano on Monday.', ['police | : | Two killed in blast']],
    ['Storm kills nine in Florida – officials\n\nIt hit on Monday.', ['officials | – | Storm kills nine in Florida']],
    ['Study: Coffee drinkers live longer\n\nCoffee may be good for you.', ['Study | : | Coffee drinkers live longer']],
    [
      'Lavrov: West does not want peace\n\n"We see it," Sergei Lavrov said in Minsk.',
      ['Lavrov | : | West does not want peace', 'Sergei Lavrov | said | "We see it,"'],
    ],
    [
      'Two dead after ferry sinks off Vosk: coastguard\n\nTwo died, the coastguard said.',
      ['coastguard | : | Two dead after ferry sinks off Vosk', 'the coastguard | said | Two died'],
    ],
    ['Ukraine war: Russia strikes power plants\n\nIt struck on Monday.', []],
    ['Israel strikes Gaza: What we know\n\nIt struck on Monday.', []],
    // A noun of saying and its clause, which ends where the sentence goes on.
    ['His claim that the dam is safe has angered residents.', ['His | claim | that the dam is safe']],
    ["The minister's claim that inflation had fallen was met with laughter.", ["The minister | claim | that inflation had fallen"]],
    ['Amid fears that the dam could burst, the army moved 4,000 people.', [' | fears | that the dam could burst']],
    ['The allegation that he took bribes was never proved.', [' | allegation | that he took bribes']],
    ['Despite assurances from the government that fuel would arrive, queues grew.', ['the government | assurances | that fuel would arrive']],
    ['He lost a case over claims that were made in 2010.', []],
    // A relative clause without commas ends there, too, and what follows may be said by whom it describes.
    ['A man who said he had seen the crash was arrested on Monday.', ['who | said | he had seen the crash']],
    [
      'A diplomat who asked not to be named said the talks would resume in May.',
      ['A diplomat who asked not to be named | said | the talks would resume in May', 'who | asked | not to be named'],
    ],
    // Words that leave no doubt.
    ['A poll on Monday showed Reed ahead by four points.', ['A poll | showed | Reed ahead by four points']],
    ['Minutes of the meeting showed two members wanted to raise rates.', ['Minutes of the meeting | showed | two members wanted to raise rates']],
    ['The minister appealed for calm.', ['The minister | appealed for | calm']],
    ['Reed appealed to the kidnappers to free his daughter.', ['Reed | appealed to | the kidnappers to free his daughter']],
    ['Reed appealed to the Supreme Court.', []],
    ['After accusing the mayor of lying, the president left the room.', ['the president | accusing | the mayor of lying']],
    ['The master, Ines Dahl, appealed for calm.', ['The master, Ines Dahl | appealed for | calm']],
    ['After accusing the owners of greed, the mayor, Tom Hale, left.', ['the mayor, Tom Hale | accusing | the owners of greed']],
    // Two verbs of one subject.
    [
      'He said the tax was unfair and called on the government to scrap it.',
      ['He | said | the tax was unfair', 'He | called on | the government to scrap it'],
    ],
    ['Lee said the minister was angry and demanded an apology.', ['Lee | said | the minister was angry and demanded an apology']],
    ['The festival is, according to Reed, the biggest in Europe.', ['Reed | according to | The festival is … the biggest in Europe']],
    ['France, Germany, and Spain found the proposal too weak.', ['France, Germany, and Spain | found | the proposal too weak']],
    // Of somebody whom who tells it cites; but a reason is no source.
    [
      'Reuters, citing two sources, reported that the bank would cut jobs.',
      ['Reuters | reported | that the bank would cut jobs', 'two sources | citing | that the bank would cut jobs'],
    ],
    [
      'A total of 33 people died, the state news agency said on Monday, citing the governor.',
      ['the state news agency | said | A total of 33 people died', 'the governor | citing | A total of 33 people died'],
    ],
    [
      'Taipei said the strait was international, citing the law.',
      ['Taipei | said | the strait was international', 'Taipei | citing | the law'],
    ],
    // Of whom an aside tells that ends before the verb.
    [
      'A senior aide to the president, speaking on condition of anonymity because he was not allowed to talk to the press, said the deal was close.',
      ['A senior aide to the president | said | the deal was close'],
    ],
    [
      'Hale, 54, who denies the charges, told the jury he had been at home.',
      ['Hale, 54, who denies the charges | told | he had been at home', 'who | denies | the charges'],
    ],
    [
      'A doctor at the main hospital in Mosul, where the wounded were taken, told Reuters that nine had died.',
      ['A doctor at the main hospital in Mosul, where the wounded were taken | told | that nine had died'],
    ],
    ['The rebels, for their part, said they had shot down a helicopter.', ['The rebels | said | they had shot down a helicopter']],
    ['The governor of Herat, Ann Smith, said the dam was safe.', ['The governor of Herat, Ann Smith | said | the dam was safe']],
    // Parts of what is said that stand before, behind, or are no part of it.
    ['"The talks," said a diplomat familiar with them, "are going nowhere."', ['a diplomat familiar with them | said | "The talks," … "are going nowhere."']],
    ['He was, his brother said, a quiet man who loved his garden.', ['his brother | said | He was … a quiet man who loved his garden']],
    ['The law, Human Rights Watch said in a report, is "a step back".', ['Human Rights Watch | said | The law … is "a step back"']],
    [
      'The hall was supposed to open in April, Nolan said, but that was delayed after a fire.',
      ['Nolan | said | The hall was supposed to open in April … but that was delayed after a fire'],
    ],
    [
      'It was late, she said, but she noted that the bar was open.',
      ['she | said | It was late', 'she | noted | that the bar was open'],
    ],
    ['A girl died after being hit by what locals said was a stray bullet.', ['locals | said | what … was a stray bullet']],
    ['That is nonsense, says Reed: the dam was never safe.', ['Reed | says | That is nonsense … the dam was never safe']],
    ['Hundreds of protesters chanted "Freedom now" and "Go home" as the convoy passed.', ['Hundreds of protesters | chanted | "Freedom now" and "Go home"']],
    ['Reed also said he had never met Hale, contradicting what his lawyer had told the court.', ['Reed | said | he had never met Hale']],
    ['Kumar said the number of pending cases in family courts stood at over 1.1 million.', ['Kumar | said | the number of pending cases in family courts stood at over 1.1 million']],
    ['"Who will pay?" Reed asked the council. "Not us."', ['Reed | asked | "Who will pay?" … "Not us."']],
    [
      '"It\'s a tragedy," said one resident, who asked not to be named. "We want answers."',
      ['one resident | said | "It\'s a tragedy," … "We want answers."', 'who | asked | not to be named'],
    ],
    // Within what another tells behind it, or beside it.
    [
      'Nine in ten voters believe the country is on the wrong track, a survey by the institute found.',
      ['a survey by the institute | found | Nine in ten voters believe the country is on the wrong track', 'Nine in ten voters | believe | the country is on the wrong track'],
    ],
    ['Some say he was pushed; others believe he fell.', ['Some | say | he was pushed', 'others | believe | he fell']],
    [
      'The bank warned investors that losses would grow and said its chief executive would step down.',
      ['The bank | warned | that losses would grow', 'The bank | said | its chief executive would step down'],
    ],
    ['The economy shrank by 2 percent last year, data from the statistics office showed on Monday.', ['data from the statistics office | showed | The economy shrank by 2 percent last year']],
    ['Arnell told the Herald that the army was near; no evidence was given.', ['Arnell | told | that the army was near']],
    ['The court found that Petrov, who said that he had been beaten, gave his testimony freely.', ['The court | found | that Petrov, who said that he had been beaten, gave his testimony freely', 'who | said | that he had been beaten']],
    ['The manager, who called him “quiet”, could not say whether the door had been locked.', ['The manager, who called him “quiet” | could not say | whether the door had been locked', 'who | called | him “quiet”']],
    ['The law has a gap that experts say hurts the poor.', ['experts | say | a gap … hurts the poor']],
    ['The city owes $12m it says is too much.', ['it | says | $12m … is too much']],
    ['According to the Herald, he waits for a place, but other reports said he had left.', ['the Herald | According to | he waits for a place', 'other reports | said | he had left']],
    ['Voters said they approve of it, with most users saying it is late.', ['Voters | said | they approve of it', 'most users | saying | it is late']],
    ['Analysts surveyed by the Herald expect the rate to rise.', ['Analysts surveyed by the Herald | expect | the rate to rise']],
    ['“The bridge fell,” said the mayor, “thanks to the storm.”', ['the mayor | said | “The bridge fell,” … “thanks to the storm.”']],
    ['It follows from the statement that the bridge has fallen.', ['the statement | follows from | that the bridge has fallen']],
    ['The papers of the case, which the agency has read, say that the money is gone.', ['The papers of the case, which the agency has read | say | that the money is gone']],
    ['The politician, in his own words, does not want the post.', ['his own | words | The politician … does not want the post']],
    ['Opponents have called the bill an attack on free speech.', ['Opponents | have called | the bill an attack on free speech']],
    // A clause before the main one, a subject behind a conjunction, an occasion.
    ['While the mayor says the road is safe, drivers disagree.', ['the mayor | says | the road is safe']],
    ['When the war began, Reed said on Monday, he was in Leeds.', ['Reed | said | When the war began … he was in Leeds']],
    ['What they found, Reed says, changes everything.', ['Reed | says | What they found … changes everything']],
    ['Hale was "in good spirits", his doctor, Ann Hill, said after visiting him in jail.', ['his doctor, Ann Hill | said | Hale was "in good spirits"']],
    ['Greenpeace, the WWF and other groups say the permit should never have been granted.', ['Greenpeace, the WWF and other groups | say | the permit should never have been granted']],
    ['Hill is quoted in the report as saying that she "feared for her life".', ['Hill | saying | that she "feared for her life"']],
    ['The man, said to be in his 50s, was taken to hospital.', [' | said | The man … to be in his 50s']],
  ])('is found as it should be in: %s', (text, statements) => {
    expect(statementsOf(text)).toEqual(statements)
  })
})
