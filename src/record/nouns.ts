/*
 * What common nouns stand for, by lemma: enough of English for news, from general knowledge. A noun that is not here may still be a mention
 * where it is the source of a statement.
 */

/** What a mention stands for. */
export const PERSON = 0
/** Several people, named by what they are or do. */
export const PEOPLE = 1
export const ORGANISATION = 2
export const PLACE = 3
/** A text, a picture, a number that tells something. */
export const DOCUMENT = 4
export const THING = 5
/** It is not known. */
export const ANY = 6

export const KINDS = ['person', 'people', 'organisation', 'place', 'document', 'thing', 'any'] as const

export const FEMALE = 1
export const MALE = 2

const list = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '')

const WOMEN =
  list(`woman girl lady mother mom mum mummy grandmother grandma granny wife widow sister daughter granddaughter aunt niece bride
  girlfriend fiancée fiancee actress waitress hostess stewardess policewoman spokeswoman chairwoman congresswoman councilwoman businesswoman
  saleswoman sportswoman forewoman alderwoman assemblywoman servicewoman frontwoman queen princess duchess empress baroness countess heiress
  goddess nun abbess midwife housewife landlady schoolgirl stepmother stepdaughter stepsister godmother matriarch heroine mistress madam
  ballerina diva daughter-in-law mother-in-law sister-in-law ex-wife`)

const MEN =
  list(`man boy gentleman guy bloke lad father dad daddy grandfather grandpa husband widower brother son grandson uncle nephew groom
  boyfriend fiancé fiance actor waiter policeman spokesman chairman congressman councilman businessman salesman sportsman foreman alderman
  assemblyman serviceman frontman fireman fisherman gunman king prince duke emperor baron earl monk abbot friar priest pope landlord schoolboy
  stepfather stepson stepbrother godfather patriarch hero lord sir mullah imam ayatollah sheikh sultan emir cardinal archbishop son-in-law
  father-in-law brother-in-law ex-husband midshipman batsman englishman scotsman welshman irishman frenchman dutchman ulsterman
  yorkshireman newsman`)

const PEOPLE_BY_ROLE =
  list(`person individual human child kid baby infant toddler teenager teen youth adult elder pensioner parent sibling twin
  spouse partner cousin relative grandparent grandchild orphan friend pal neighbour neighbor colleague coworker teammate classmate mate companion
  ally rival opponent enemy foe stranger victim suspect defendant accused convict prisoner inmate detainee hostage captive fugitive criminal
  offender killer murderer attacker assailant robber thief burglar smuggler trafficker dealer hacker shooter bomber terrorist militant extremist
  insurgent rebel fighter soldier troop veteran officer sergeant lieutenant captain major colonel general admiral marshal commander
  commandant brigadier corporal private sailor marine pilot airman spy agent detective inspector investigator constable sheriff cop trooper
  deputy ranger guard warden firefighter paramedic rescuer lifeguard doctor physician surgeon nurse dentist psychiatrist psychologist therapist
  pharmacist veterinarian vet patient scientist researcher professor lecturer academic scholar historian archaeologist anthropologist
  sociologist economist biologist physicist chemist geologist astronomer mathematician engineer inventor programmer developer designer architect
  astronaut cosmonaut explorer scout teacher tutor instructor trainer coach manager principal headteacher headmaster dean student pupil
  graduate undergraduate intern apprentice scholar author writer novelist poet playwright journalist reporter correspondent editor columnist
  blogger broadcaster presenter anchor commentator critic reviewer photographer cameraman filmmaker director producer screenwriter artist painter
  sculptor musician singer songwriter rapper composer conductor pianist guitarist drummer violinist dancer performer entertainer comedian
  celebrity star model athlete player footballer striker midfielder defender goalkeeper forward winger bowler batter pitcher quarterback runner
  sprinter swimmer cyclist boxer wrestler golfer skater skier gymnast driver racer rider jockey referee umpire champion winner loser finalist
  captain skipper president premier chancellor minister senator representative congressman lawmaker legislator parliamentarian politician
  governor mayor superintendent collector sarpanch provost rector comptroller ombudsman convener convenor coordinator moderator counsellor counselor
  chieftain cadet herder hawker passerby alumnus youngster retiree vlogger youtuber influencer attaché cofounder mla mec councillor councilor commissioner ambassador envoy diplomat consul secretary undersecretary treasurer auditor
  leader head chief boss chair chairperson chairman speaker spokesperson representative delegate candidate nominee contender incumbent
  frontrunner winner official bureaucrat aide adviser advisor strategist consultant analyst expert specialist pundit pollster lobbyist activist
  campaigner protester protestor demonstrator dissident opponent supporter advocate volunteer organiser organizer founder co-founder
  entrepreneur executive ceo cfo coo mp mep msp director banker financier investor trader broker accountant auditor economist tycoon magnate billionaire
  millionaire oligarch owner proprietor shareholder partner employer employee worker labourer laborer staffer clerk secretary receptionist
  assistant cashier seller vendor merchant shopkeeper trader buyer customer client consumer shopper tenant landlord resident citizen
  national immigrant migrant refugee asylum-seeker expatriate tourist visitor traveller traveler passenger commuter pedestrian motorist
  driver trucker cyclist farmer rancher fisher miner builder carpenter plumber electrician mechanic technician operator cook chef baker butcher
  waiter barista bartender cleaner maid servant janitor gardener hairdresser tailor judge justice magistrate prosecutor attorney lawyer
  barrister solicitor counsel advocate paralegal plaintiff claimant petitioner respondent appellant complainant accuser witness bystander
  eyewitness onlooker observer juror coroner mediator arbitrator notary registrar bishop vicar pastor minister reverend rabbi cleric chaplain
  preacher missionary saint prophet believer worshipper pilgrim monarch ruler sovereign dictator tyrant royal noble heir successor predecessor
  ancestor descendant native islander villager townsman fan spectator viewer listener reader user caller subscriber follower member
  participant attendee guest host hostess applicant recipient donor beneficiary survivor casualty carer caregiver babysitter nanny
  pontiff flanker fly-half scrum-half hooker fullback full-back centre-back left-back right-back pacer spinner all-rounder wicketkeeper seamer linebacker laureate fellow panellist panelist thinker philosopher theologian intellectual pioneer visionary rookie newcomer beginner amateur professional teenager everyone year-old
  whistleblower informant source insider tipster commentator speaker narrator interviewee interviewer respondent voter elector taxpayer
  dad rep treasurer planner surveyor pathologist epidemiologist virologist meteorologist forecaster climatologist ecologist conservationist
  diver climber hiker surfer rower hunter trapper angler potter welder shepherd herdsman bosun stevedore longshoreman porter courier postman milkman
  greengrocer barber juggler acrobat clown restorer conservator cartographer geographer translator interpreter ethnographer demographer actuary
  oceanographer dietitian chiropractor osteopath stretcher-bearer picketer steward signalman railwayman cabbie chauffeur concierge caterer
  restaurateur hotelier publican vintner confectioner chocolatier dairyman farmhand grower landscaper forester lumberjack quarryman roofer glazier
  plasterer decorator bricklayer stonemason blacksmith locksmith jeweller cobbler weaver seamstress undertaker gravedigger choirmaster chorister
  soprano trumpeter choreographer cinematographer animator illustrator proofreader copywriter speechwriter ghostwriter biographer
  local conservative progressive liberal radical partisan revolutionary sympathizer sympathiser adherent proponent backer confidant accomplice associate operative trustee
  roommate foreigner westerner countryman tribesman slave pirate rioter peddler skateboarder marketer maintainer minor first-grader zookeeper keeper curator librarian archivist conductor mayor-elect president-elect vice-president vice-chairman vice-chancellor
  ex-president ex-minister ex-head prime-minister man-of-the-match barman fiancé nemesis lover sweetheart newlywed bidder creditor debtor`)

const GROUPS =
  list(`police people public crowd crew staff personnel audience jury family couple pair trio duo team squad troops military army navy
  community population youth press media clergy electorate public leadership faculty workforce majority minority opposition delegation
  gang mob militia cabinet management authority folk tribe clan generation others lot half third rest panel bench brigade battalion
  regiment cast band choir orchestra congregation cohort elite nobility peasantry middle-class working-class household class`)

const ORGANISATIONS =
  list(`organisation organization company firm corporation business enterprise conglomerate subsidiary startup start-up
  manufacturer maker producer supplier retailer supermarket chain store shop airline carrier bank lender insurer fund exchange brokerage
  utility operator contractor developer publisher newspaper magazine tabloid broadcaster station channel network studio website portal outlet
  agency bureau department ministry office administration government regime state federation commission committee council board authority
  watchdog regulator inspectorate parliament congress senate house assembly legislature chamber caucus party coalition alliance bloc union
  association federation confederation league society institute institution university college school academy faculty laboratory lab
  hospital clinic church diocese mosque synagogue charity foundation trust nonprofit ngo group movement campaign coalition front
  court tribunal judiciary prosecution defence defense club franchise side unit division branch force service embassy consulate mission
  consortium syndicate cartel cooperative co-operative partnership venture firm think-tank thinktank body secretariat directorate headquarters
  treasury chancellery presidency monarchy palace vatican kremlin pentagon junta army navy taskforce panel inquiry museum gallery
  theatre theater hotel restaurant brewery museum zoo observatory archive library automaker carmaker chipmaker drugmaker planemaker
  jetmaker truckmaker steelmaker toymaker phonemaker housebuilder homebuilder shipbuilder giant
  brewer distiller grocer bookmaker`)

const PLACES =
  list(`country nation republic kingdom state province region county district territory city town village capital municipality
  borough suburb neighbourhood neighborhood island continent planet world area zone colony community settlement`)

const DOCUMENTS =
  list(`report study survey poll paper article story document statement letter memo note email e-mail message post tweet blog
  book memoir novel diary text release bulletin communique communiqué press newsletter editorial column review analysis assessment audit inquiry
  investigation research finding evidence data figure statistic record census file filing lawsuit complaint indictment affidavit petition
  ruling verdict judgment judgement decision order law bill act constitution treaty agreement contract resolution amendment charter
  declaration manifesto plan proposal budget strategy policy guideline guidance rule warning notice advisory forecast estimate projection
  model theory hypothesis experiment test result video footage film documentary programme program broadcast transcript tape recording
  photograph photo picture image map website site page account profile source reference quote headline caption banner sign placard poster
  leaflet flyer brochure encyclopedia dictionary bible quran koran scripture poem song lyrics`)

/** By lemma: 8 × kind + gender. */
const NOUNS: ReadonlyMap<string, number> = new Map([
  ...DOCUMENTS.map((word) => [word, 8 * DOCUMENT] as const),
  ...PLACES.map((word) => [word, 8 * PLACE] as const),
  ...ORGANISATIONS.map((word) => [word, 8 * ORGANISATION] as const),
  ...PEOPLE_BY_ROLE.map((word) => [word, 8 * PERSON] as const),
  ...MEN.map((word) => [word, 8 * PERSON + MALE] as const),
  ...WOMEN.map((word) => [word, 8 * PERSON + FEMALE] as const),
  ...GROUPS.map((word) => [word, 8 * PEOPLE] as const),
])

/** Endings of nouns for who does something, or belongs somewhere. */
const PERSON_ENDINGS = [
  'ist',
  'ologist',
  'ician',
  'woman',
  'person',
  'eer',
  'keeper',
  'maker',
  'holder',
  'goer',
  'worker',
  'owner',
  'seeker',
]

/** Nouns that end so and stand for nobody. */
const NO_PEOPLE = new Set(
  list(`career veneer checklist shortlist longlist playlist blacklist waitlist whitelist wishlist watchlist tracklist setlist
  hitlist  placeholder`),
)

/** What a noun stands for, a kind; -1 where it is not known. */
export function kindOfNoun(lemma: string): number {
  const known = NOUNS.get(lemma) ?? NOUNS.get(lemma.slice(lemma.lastIndexOf('-') + 1))
  if (known !== undefined) return known >> 3
  if (NO_PEOPLE.has(lemma)) return -1
  return PERSON_ENDINGS.some((ending) => lemma.length > ending.length + 2 && lemma.endsWith(ending)) ? PERSON : -1
}

/** Endings of nouns for what is nobody, where the noun is not known otherwise: "conviction", "agreement", "illness". */
const THING_ENDINGS = ['tion', 'sion', 'ment', 'ness', 'ity', 'ism', 'ance', 'ence', 'ship', 'hood', 'ology', 'ware', 'ture', 'sis'] // prettier-ignore

const THINGS = new Set(['system', 'law', 'case', 'war', 'price', 'market', 'attack', 'rate', 'number'])

/** Whether a noun of no known kind stands for nobody, as far as it tells. */
export function isThing(lemma: string): boolean {
  return THINGS.has(lemma) || THING_ENDINGS.some((ending) => lemma.endsWith(ending))
}

/** `FEMALE`, `MALE`, or 0 where the noun does not tell. */
export function genderOfNoun(lemma: string): number {
  const known = NOUNS.get(lemma) ?? NOUNS.get(lemma.slice(lemma.lastIndexOf('-') + 1))
  if (known !== undefined) return known & 7
  return lemma.endsWith('woman') ? FEMALE : 0
}

const COURTESY = new Set('mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sen. rep. gov. col. gen. lt. sgt. capt. maj. hon. rev. fr. st. sir det dame shri smt smt. datuk dato alhaji dsp asp dig ssp dcp acp aig igp dgp'.split(' ')) // prettier-ignore
/** Whether a word is a title that is set before a name alone: "Mr.", "Sen." */
export function isCourtesy(word: string): boolean {
  return COURTESY.has(word)
}
