/**
 * Words that the scanner and the sentence rules know by name: abbreviations, and words that begin sentences.
 * General English and the usage of news; nothing here comes from one text.
 */

/** Stand before a name or a number that they belong to: no sentence ends after them. Without their period. */
const TITLES = `Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Sen Sens Rep Reps Gov Govs Gen Gens Lt Col Cols Maj Capt Cpt Cmdr Cdr Comdr Adm
  Sgt Cpl Pvt Pfc Spc Brig Insp Supt Det Rev Revd Fr Hon Pres Amb Atty Asst Assoc Assn Dep Dir Mgr Sra Srta St Ste Mt Mts Ft Pt Msgr Ald Treas Eng Engr Adv
  Lt.Col Maj.Gen Lt.Gen Brig.Gen vs v viz cf approx incl excl aka a.k.a e.g i.e eg ie f.e
  Univ Esq Tel Rs rs Rp`

/** Stand before a number: joined with their period only there. */
const NUMBERED = `No Nos no nos p pp vol Vol vols ch Ch chap Chap fig Fig figs Figs sec Sec SEC art Art para Para pt pg ver Ver op Op cl Cl N° n° Nr nr`

/** May end a sentence or stand within one: the word after them decides. */
const EITHER = `Inc Corp Co Cos Ltd Pte Pty Bhd LLC Plc Kft Bros Jr Sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ida Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ont Ore Oreg
  Pa Penn Penna Tenn Tex Vt Va Wash Wis Wisc Wyo Que Alta Sask Ave Blvd blvd Rd Ct Sq Pkwy Hwy hwy Bldg bldg
  etc Ph.D Ph.Ds M.D Dept dept govt Govt mfg Mfg Intl intl Nat Natl Int
  al`

/** A number's unit or the like that is an everyday word without its period: joined only where a lower-case word or a number follows. */
const BEFORE_LOWER_CASE = `min max mi mm cm km kg ft yd yds oz lb lbs hr hrs mins secs sq avg med st rd ave co btw misc ref resp ext tel ed eds est ca trans`

/** How a word with a period behaves. */
export const TITLE = 1
export const NUMBERED_ITEM = 2
export const EITHER_WAY = 3
export const LOWER_CASE_ONLY = 4

const abbreviations = new Map<string, number>()
for (const [list, behaviour] of [
  [EITHER, EITHER_WAY],
  [TITLES, TITLE],
  [BEFORE_LOWER_CASE, LOWER_CASE_ONLY],
  [NUMBERED, NUMBERED_ITEM],
] as const) {
  for (const word of list.split(/\s+/)) abbreviations.set(word, behaviour)
}

/** How `word` (without its period) behaves as an abbreviation, 0 where it is none. */
export function abbreviation(word: string): number {
  return abbreviations.get(word) ?? 0
}

/** Capitalised words that begin a sentence where they follow a lower-case letter with no space between, or an abbreviation. */
const SENTENCE_STARTERS = new Set(
  `The A An In On At It He She They We I You This That These Those There Here But And Or So Yet Nor For From According However Meanwhile
  Moreover Furthermore Nevertheless Nonetheless Although Though After Before When While Where Since If As By With Without His Her Its
  Their Our My Your What Who Whom Whose Which How Why Earlier Later Also During Under Despite Another Many Some Most Both Each Several Today
  Yesterday Tomorrow Now Then Thus Therefore Once Until Because Among Amid Only Not No All Any Every One Two Such Instead Still Even Just
  Is Are Was Were Did Do Does Has Have Had Will Would Can Could Should May Might Please Let's It's He's She's I'm We're They're That's There's`.split(
    /\s+/,
  ),
)

/** Whether a capitalised word begins sentences and is no name. */
export function isSentenceStarter(word: string): boolean {
  return SENTENCE_STARTERS.has(word)
}

/** Starters that are no part of a name in camel case: "AirBnBIn" is rare, "LinkedIn" is not. */
const GLUED_STARTERS = new Set(
  `The In On At It He She They We This That These Those There But And For From According However Meanwhile Moreover Furthermore
  Although Though After Before When While Where Since If As By With His Her Its Their Our What Who Which How Why Earlier Later Also During
  Under Despite Another Many Some Most Several Today Yesterday`.split(/\s+/),
)
const CAMEL_CASE_NAMES = new Set(['LinkedIn', 'PlugIn', 'LogIn', 'SignIn', 'CheckIn', 'SignOn', 'AddOn', 'WhatsIt'])

/** Whether `starter` begins a sentence though `word` stands right before it ("Kazakhstan" + "According", not "Linked" + "In"). */
export function isGluedStarter(word: string, starter: string): boolean {
  return GLUED_STARTERS.has(starter) && word.length > 2 && !CAMEL_CASE_NAMES.has(word + starter)
}

const ELISIONS = new Set(
  `em tis twas til till cause cuz bout round n nuff tude twere neath gainst cos bye kay sup nother
  twill teens twenties thirties forties fifties sixties seventies eighties nineties`.split(/\s+/),
)

/** Whether `word` is written with an apostrophe before it ('em, 'til, 'nineties, '90s). */
export function isElision(word: string): boolean {
  return ELISIONS.has(word.toLowerCase()) || /^\d\ds?$/.test(word)
}
