/*
 * What sort of organisation a common noun may stand for, and a name tells that it has: "the lender" is the World Bank, "the airline" is not
 * Ford Motor Company. Words from general knowledge; most names tell nothing.
 */

const CLASSES: readonly { readonly nouns: string; readonly names: string }[] = [
  {
    nouns: 'company firm corporation business enterprise conglomerate subsidiary startup start-up manufacturer maker producer supplier retailer supermarket chain insurer operator contractor developer utility giant automaker carmaker chipmaker drugmaker planemaker steelmaker brewer miner group',
    names: 'ltd ltd. limited inc inc. corp corp. corporation company co co. plc llc gmbh ag s.a. sa group holdings holding industries technologies technology motors motor pharmaceuticals pharma energy oil gas petroleum steel foods stores enterprises partners ventures systems software electronics telecom communications entertainment studios insurance airlines airways bank',
  },
  { nouns: 'bank lender', names: 'bank banks banking bancorp monetary' },
  { nouns: 'airline carrier', names: 'airlines airways air airline jet qantas lufthansa emirates ryanair easyjet delta klm' },
  {
    nouns: 'newspaper paper daily weekly tabloid magazine outlet website site broadcaster network channel station portal agency publication',
    names: 'times post herald guardian journal news daily gazette tribune mail telegraph express observer chronicle star standard press today tv television radio broadcasting bbc cnn nbc abc cbs fox reuters magazine review network media',
  },
  { nouns: 'party coalition alliance bloc movement', names: 'party democrats liberals labour alliance front coalition congress movement bloc union' },
  {
    nouns: 'agency regulator watchdog authority body commission council board committee bureau panel',
    names: 'agency authority commission administration bureau council board committee office service centre center inspectorate fbi cia nsa nasa who epa fda cdc iaea unicef unhcr interpol europol',
  },
  { nouns: 'ministry department', names: 'ministry department' },
  { nouns: 'university college school institution academy institute', names: 'university college institute school academy' },
  { nouns: 'union federation', names: 'union unions federation confederation congress association workers teachers' },
  {
    nouns: 'group organisation organization ngo charity association movement body federation foundation coalition campaign nonprofit militia',
    names: 'association foundation society federation council movement front union league international network coalition institute committee watch trust fund campaign group organisation organization party alliance army',
  },
  { nouns: 'court tribunal', names: 'court tribunal' },
  { nouns: 'club team side franchise', names: 'fc united city club rovers athletic sporting town wanderers' },
  { nouns: 'fund lender', names: 'fund monetary imf' },
  { nouns: 'bloc alliance organisation organization grouping', names: 'union alliance treaty nato eu asean csto opec brics mercosur ecowas' },
  { nouns: 'corporation broadcaster', names: 'broadcasting bbc abc cbc sabc' },
  { nouns: 'hospital clinic', names: 'hospital clinic medical infirmary' },
  { nouns: 'force army military police', names: 'police army navy force forces constabulary guard' },
] // prettier-ignore

const OF_NOUNS = bits(({ nouns }) => nouns)
const OF_NAMES = bits(({ names }) => names)

function bits(words: (one: (typeof CLASSES)[number]) => string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  CLASSES.forEach((one, bit) => {
    for (const word of words(one).split(' ')) found.set(word, (found.get(word) ?? 0) | (1 << bit))
  })
  return found
}

/** 1 where a noun fits an organisation whose names have these words, -1 where they tell that it is something else, 0 where they tell nothing. */
export function fitsOrganisation(noun: string, words: Iterable<string>): number {
  const asked = OF_NOUNS.get(noun) ?? 0
  if (asked === 0) return 0
  let own = 0
  for (const word of words) own |= OF_NAMES.get(word) ?? 0
  return own === 0 ? 0 : (own & asked) === 0 ? -1 : 1
}
