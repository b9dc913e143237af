import type { Act } from '../../record/record.js'

/**
 * Verbs and other words that report, by the act they stand for; `act` of a statement follows from its cue's head. Written by hand from
 * general knowledge of English. A lemma stands under one act, its most frequent one in news; `actOf` treats what depends on more.
 */
const VERBS: { readonly [act in Act]: string } = {
  say: `say tell add note state mention remark comment write tweet retweet post speak quip joke continue reply respond answer explain stress
    emphasise emphasize underline underscore highlight point observe recall reiterate repeat recount relate express shout whisper mutter murmur
    cry yell sigh chant read quote cite elaborate clarify begin interject interrupt chime opine muse admit acknowledge concede confess agree echo
    talk discuss refer address signal sum chide retort counter snap tease jest gush exclaim scream blurt drawl utter voice articulate pen blog email
    text message telegraph paraphrase apologise apologize regret rejoin weigh confirm testify remind specify summarise summarize communicate`,
  claim: `claim allege insist assert maintain contend argue assure profess purport avow affirm suggest imply hint boast brag attest
    vouch reassure intimate posit theorise theorize speculate rumour rumor reckon`,
  deny: `deny reject dismiss refute rebut dispute rebuff disavow disclaim repudiate contradict disagree refuse decline`,
  accuse: `accuse blame charge fault indict implicate incriminate impute scold`,
  order: `order urge demand command instruct direct recommend advise appeal implore beg plead encourage press request require invite exhort
    petition lobby summon prohibit forbid ban enjoin prod nudge beseech entreat  propose permit allow mandate`,
  ask: `ask question inquire enquire wonder query quiz`,
  promise: `promise pledge vow guarantee swear undertake commit offer reaffirm`,
  warn: `warn caution threaten alert admonish forewarn`,
  announce: `announce declare proclaim unveil reveal disclose release publish issue introduce launch divulge publicise publicize herald`,
  report: `report inform show indicate record document notify brief detail list relay broadcast leak tip circulate mark register demonstrate
    illustrate reflect log`,
  find: `find rule conclude determine judge establish discover decide hold convict acquit sentence adjudicate uncover ascertain verify deduce recognise
    recognize convict`,
  assess: `call describe praise criticise criticize label dub brand characterise characterize hail slam blast condemn denounce ridicule mock
    commend applaud laud rate evaluate assess estimate calculate deem regard consider view welcome deplore decry lament attack rip bash compare
    liken portray depict endorse support oppose back congratulate thank defend lambast lambaste lash tout credit deride disparage berate chastise
    rebuke skewer trash lampoon salute celebrate deplore  cast paint peg treat censure castigate pan savage knock extol extoll champion
    favor favour approve disapprove value name class classify rank hammer hit`,
  believe: `believe think hope expect fear know feel suspect doubt predict forecast anticipate suppose assume imagine guess understand realise
    realize remember worry want wish foresee project learn hear see plan intend seek appear seem dream trust bet envision envisage contemplate
    fret prefer mind care sense presume surmise fancy`,
}

const NOUNS: { readonly [act in Act]?: string } = {
  say: 'statement comment remark word reply response answer explanation testimony speech message letter tweet interview view opinion quote word reminder confirmation testimony',
  claim:
    'claim allegation assertion argument suggestion contention insistence assurance theory rumour rumor speculation',
  deny: 'denial rejection refusal',
  accuse: 'accusation charge complaint',
  order: 'order call demand request appeal proposal recommendation advice plea urging instruction',
  ask: 'question query',
  promise: 'promise pledge vow commitment guarantee oath',
  warn: 'warning threat caution',
  announce: 'announcement declaration revelation admission',
  report: 'report data poll survey study figure document account news analysis statistic record research',
  find: 'finding ruling verdict conclusion decision judgment judgement',
  assess: 'criticism praise assessment description estimate condemnation endorsement support opposition attack',
  believe: 'belief hope fear expectation concern prediction doubt feeling idea notion sense confidence worry view',
}

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

function invert(lists: { readonly [act in Act]?: string }): ReadonlyMap<string, Act> {
  const acts = new Map<string, Act>()
  for (const act of Object.keys(lists) as Act[])
    for (const word of words(lists[act] ?? '')) if (!acts.has(word)) acts.set(word, act)
  return acts
}

/** Act of each reporting verb, by lemma. */
export const REPORTING_VERBS = invert(VERBS)
/** Act of each reporting noun ("the claim that"), by lemma. */
export const REPORTING_NOUNS = invert(NOUNS)

/** Acts of cues that are more than their head: a verb or a noun, then a word that follows it in the cue or begins the content. */
const PHRASES: { readonly [act in Act]?: string } = {
  say: 'make:clear point:out point:to speak:of refer:to talk:about tell:of spell:out',
  claim: 'make:out',
  deny: 'rule:out turn:down back:away brush:off wave:away shoot:down',
  accuse: 'charge:with point:finger',
  order:
    'call:on call:for call:upon ask:for push:for press:for appeal:for appeal:to plead:for argue:for lobby:for tell:to ask:to say:to petition:for warn:against advise:against',
  promise: 'commit:to agree:to',
  ask: 'ask:about question:whether',
  find: 'find:guilty',
  assess: 'lash:out hit:out speak:out take:issue stand:by speak:against hit:back single:out',
  believe: 'look:forward',
}

/** Act of `head:word`, by lemma of the head and form of the word. */
export const REPORTING_PHRASES = invert(PHRASES)

/** Adverbs that attribute their clause and name no source, and the act that they stand for. */
export const HEDGES: ReadonlyMap<string, Act> = new Map([
  ['reportedly', 'report'],
  ['reputedly', 'claim'],
  ['purportedly', 'claim'],
  ['allegedly', 'claim'],
])

/** Acts that someone speaks or writes: their verbs have a source, also behind an adverb that names none. */
export const ACTS_OF_SPEECH: ReadonlySet<Act> = new Set([
  'say', 'claim', 'deny', 'accuse', 'order', 'ask', 'promise', 'warn', 'announce',
]) // prettier-ignore

/** Cues whose act is not that of their head, word by word. */
export const SET_PHRASES: readonly (readonly [words: readonly string[], act: Act])[] = [
  [['according', 'to'], 'say'],
  [['in', 'the', 'words', 'of'], 'say'],
  [['in', 'the', 'view', 'of'], 'believe'],
  [['in', 'the', 'opinion', 'of'], 'believe'],
  [['in', 'the', 'eyes', 'of'], 'believe'],
  [['confirm', 'nor', 'deny'], 'say'],
  [['confirm', 'or', 'deny'], 'say'],
  ...[...HEDGES].map(([word, act]) => [[word], act] as const),
]

/** Set phrases that stand before the source and attribute the rest of their sentence to it, word by word, by their first word. */
export const ADJUNCTS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['according', [['according', 'to']]],
  ['as', [['as', 'per']]],
  ['per', [['per']]],
  ['by', [['by']]],
  ['in', ['words', 'view', 'opinion', 'eyes', 'judgment', 'judgement'].map((noun) => ['in', 'the', noun, 'of'])],
])

/** Nouns by which something is so: "By most accounts, the bridge fell". */
export const ACCOUNTS: ReadonlySet<string> = new Set(
  words('account report estimate count tally reckoning tradition legend'),
)

/** Nouns for whom or what a statement is made through: "in a statement", "on Twitter". */
export const MEDIA: ReadonlySet<string> = new Set(
  words(`statement interview tweet twitter facebook instagram telegram youtube post posting blog letter email e-mail mail report memo note filing speech
    address conference briefing broadcast television tv radio podcast video message release testimony affidavit lawsuit complaint document
    editorial column op-ed essay article book memoir call conversation telephone phone hearing debate remark comment appearance press x whatsapp
    parliament court website bulletin circular communique communiqué advertisement ad text episode transcript newspaper magazine program programme`),
)

/** Verbs whose object is the one spoken to. */
export const VERBS_WITH_ADDRESSEE: ReadonlySet<string> = new Set(
  words(`tell ask urge order advise warn inform remind assure promise notify instruct command beg implore request encourage invite brief reassure
    caution alert direct exhort beseech admonish persuade convince teach show answer petition press`),
)

/** Verbs that name the one spoken to after "to": "wrote to clients". */
export const VERBS_SAID_TO: ReadonlySet<string> = new Set(
  words(`say write speak explain suggest confirm admit confess announce report point complain mention reply respond appeal add put describe
    apologise apologize note reveal disclose testify boast`),
)

/** Verbs whose subject in the passive is the one spoken to: "he was told". */
export const PASSIVE_WITH_ADDRESSEE: ReadonlySet<string> = new Set(
  words(`tell ask urge order advise warn inform remind assure promise notify instruct command encourage invite brief reassure caution alert
    direct request question quiz`),
)

/** Verbs whose subject in the passive is part of the content: "the minister was accused of", "the trial is expected to". */
export const PASSIVE_WITH_CONTENT: ReadonlySet<string> = new Set(
  words(`accuse blame charge fault criticise criticize praise call describe label dub brand hail slam denounce condemn expect think believe allege
    report say know suspect consider deem rumour rumor estimate predict forecast project regard view rate rule find judge claim assume
    presume announce reveal declare convict sentence acquit understand suppose credit liken compare portray depict reject dismiss deny confirm`),
)

/** Verbs that bring charges: what follows "of" is what is said of the one accused. */
export const VERBS_OF_ACCUSING: ReadonlySet<string> = new Set(words('accuse suspect'))

/** Verbs that only carry the noun which says what is done: "expressed the hope", "issued a warning". */
export const CARRYING_VERBS: ReadonlySet<string> = new Set(
  words('express voice make issue give raise offer send deliver have file lodge repeat reiterate'),
)

/** Verbs by which things get their names: "was named", "known as". In the passive they attribute nothing. */
export const VERBS_OF_NAMING: ReadonlySet<string> = new Set(
  words('name know nickname dub entitle title christen rename'),
)

/** Documents and data: what they suggest or say with numbers, they report. */
export const DOCUMENTS: ReadonlySet<string> = new Set(
  words(`study report research survey poll data figure figures statistic statistics record records analysis review paper document file
    census audit inquiry finding findings test experiment evidence`),
)

/** Media that are a talk or a letter: who follows "with" or "to" is the one spoken to. */
export const EXCHANGES: ReadonlySet<string> = new Set(
  words('interview conversation call e-mail email letter message note speech testimony briefing remark comment'),
)

/** Words that may follow a verb as part of it, though they are adverbs elsewhere. */
export const PARTICLES: ReadonlySet<string> = new Set(
  words('out up back down off away on in over forth forward through along around about'),
)

/** Words that tell when something was said, by themselves or after "on". */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  words(`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays yesterday
    today tonight tomorrow earlier later afterwards recently`),
)

/** What opens a clause that comes before the main one, up to a comma. */
export const FIRST_CLAUSES: ReadonlySet<string> = new Set(
  words('when while after before if as although though whereas because since once until unless despite'),
)

/** Verbs of saying, and of what documents tell, without those of plans and wishes. */
export const VERBS_OF_SAYING: ReadonlySet<string> = new Set(
  words(`say tell note report write state explain admit acknowledge concede point announce declare warn predict promise pledge claim argue stress emphasise emphasize underline
  underscore recall mention observe remark confirm show indicate reveal suggest insist maintain comment clarify specify complain inform remind testify describe
  find conclude allege estimate forecast quip joke recount relate assert contend repeat reiterate highlight disclose demonstrate illustrate believe`),
)
