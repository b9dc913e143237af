import { describe, expect, test } from 'vitest'
import { judgeLanguage, readArticles } from '../../src/ingest/index.js'
import { describeWithShared, sharedPath } from '../shared.js'
import { processorTime } from '../processor-time.js'

/** Written for this test, each well over 200 letters. */
const PARAGRAPHS: Readonly<Record<string, string>> = {
  ru: 'Мэр города заявил в понедельник, что решение о строительстве нового моста будет принято не раньше следующей недели. По его словам, совет ещё раз выслушает жителей двух районов, которые опасаются шума и пыли. Представители оппозиции назвали эту отсрочку ошибкой и потребовали немедленного голосования.',
  uk: 'Мер міста заявив у понеділок, що рішення про будівництво нового мосту ухвалять не раніше наступного тижня. За його словами, рада ще раз вислухає мешканців двох районів, які побоюються шуму та пилу. Представники опозиції назвали цю відстрочку помилкою і вимагають негайного голосування.',
  de: 'Der Bürgermeister erklärte am Montag, dass über den Bau der neuen Brücke nicht vor der kommenden Woche entschieden werde. Der Rat wolle noch einmal die Bewohner der beiden Stadtteile anhören, die sich vor Lärm und Staub fürchten. Vertreter der Opposition nannten den Aufschub einen Fehler und verlangten eine sofortige Abstimmung.',
  fr: 'Le maire a déclaré lundi que la décision sur la construction du nouveau pont ne serait pas prise avant la semaine prochaine. Selon lui, le conseil entendra encore une fois les habitants des deux quartiers, qui craignent le bruit et la poussière. Les élus de l’opposition ont qualifié ce report d’erreur et demandé un vote immédiat.',
  es: 'El alcalde declaró el lunes que la decisión sobre la construcción del nuevo puente no se tomará antes de la próxima semana. Según él, el consejo escuchará otra vez a los vecinos de los dos barrios, que temen el ruido y el polvo. Los representantes de la oposición calificaron el aplazamiento de error y exigieron una votación inmediata.',
  pt: 'O prefeito declarou na segunda-feira que a decisão sobre a construção da nova ponte não será tomada antes da próxima semana. Segundo ele, a câmara vai ouvir mais uma vez os moradores dos dois bairros, que têm medo do barulho e da poeira. Os representantes da oposição chamaram o adiamento de erro e exigiram uma votação imediata.',
  it: 'Il sindaco ha dichiarato lunedì che la decisione sulla costruzione del nuovo ponte non verrà presa prima della prossima settimana. Secondo lui il consiglio ascolterà ancora una volta gli abitanti dei due quartieri, che temono il rumore e la polvere. I rappresentanti dell’opposizione hanno definito il rinvio un errore e chiesto un voto immediato.',
  pl: 'Burmistrz oświadczył w poniedziałek, że decyzja o budowie nowego mostu nie zapadnie przed przyszłym tygodniem. Według niego rada jeszcze raz wysłucha mieszkańców obu dzielnic, którzy obawiają się hałasu i kurzu. Przedstawiciele opozycji nazwali to odroczenie błędem i zażądali natychmiastowego głosowania.',
  nl: 'De burgemeester zei maandag dat het besluit over de bouw van de nieuwe brug niet voor volgende week wordt genomen. Volgens hem zal de raad nog een keer luisteren naar de bewoners van de twee wijken, die bang zijn voor lawaai en stof. Vertegenwoordigers van de oppositie noemden het uitstel een fout en eisten dat er meteen wordt gestemd.',
  tr: 'Belediye başkanı pazartesi günü yaptığı açıklamada, yeni köprünün yapımıyla ilgili kararın gelecek haftadan önce alınmayacağını söyledi. Başkana göre meclis, gürültüden ve tozdan çekinen iki mahallenin sakinlerini bir kez daha dinleyecek. Muhalefet temsilcileri ise bu ertelemeyi bir hata olarak niteledi ve hemen oylama yapılmasını istedi.',
  sv: 'Borgmästaren sade på måndagen att beslutet om att bygga den nya bron inte kommer att fattas före nästa vecka. Enligt honom ska fullmäktige ännu en gång lyssna på de boende i de två stadsdelarna, som är rädda för buller och damm. Företrädare för oppositionen kallade uppskovet för ett misstag och krävde en omedelbar omröstning.',
  id: 'Wali kota mengatakan pada hari Senin bahwa keputusan tentang pembangunan jembatan baru itu tidak akan diambil sebelum minggu depan. Menurut dia, dewan akan sekali lagi mendengarkan warga dari dua lingkungan yang khawatir akan kebisingan dan debu. Wakil dari pihak oposisi menyebut penundaan itu sebagai kesalahan dan menuntut pemungutan suara segera.',
  ar: 'قال رئيس البلدية يوم الاثنين إن القرار المتعلق ببناء الجسر الجديد لن يتخذ قبل الأسبوع المقبل. وأضاف أن المجلس سيستمع مرة أخرى إلى سكان الحيين الذين يخشون الضوضاء والغبار. ووصف ممثلو المعارضة هذا التأجيل بأنه خطأ وطالبوا بإجراء تصويت فوري على المشروع الذي تنتظره المدينة منذ سنوات طويلة، كما قالوا للصحفيين أمام مبنى البلدية.',
}

const ENGLISH =
  'The mayor said on Monday that the decision on the new bridge would not be taken before next week. According to him, the ' +
  'council will hear once more from the people of the two districts, who fear the noise and the dust. Members of the opposition called the delay a mistake.'

describe('the language of a text', () => {
  test.each(Object.entries(PARAGRAPHS))('%s is told', (language, text) => {
    for (const all of [text, `${text}\n\n`.repeat(20)]) {
      const judged = judgeLanguage(all)
      expect(judged.english).toBe(false)
      // Indonesian and Malay are hardly told apart.
      expect(language === 'id' ? ['id', 'ms', 'zlm'] : [language]).toContain(judged.language)
    }
  })

  test('English is', () => {
    expect(judgeLanguage(ENGLISH)).toEqual({ language: 'en', english: true })
  })

  test('is English where there are too few letters to tell', () => {
    for (const text of Object.values(PARAGRAPHS)) expect(judgeLanguage(text.slice(0, 120)).english).toBe(true)
    expect(judgeLanguage('').english).toBe(true)
    expect(judgeLanguage('1,200 3.4 % — '.repeat(500)).english).toBe(true)
  })

  test('is English where English has quotations and names of another', () => {
    for (const text of Object.values(PARAGRAPHS)) {
      expect(judgeLanguage(`${ENGLISH} “${text.slice(0, 150)}” ${ENGLISH}`).english).toBe(true)
    }
  })

  test('takes no longer for a long text', () => {
    const text = PARAGRAPHS['pl'].repeat(10_000)
    expect(processorTime(() => judgeLanguage(text))).toBeLessThan(200)
  })
})

describeWithShared('the language of shared articles', () => {
  const files = ['articles/wikinews.jsonl', 'entities/worldwide-dev.jsonl', 'attribution/polnear-dev.jsonl']
  test.each(files)('is English throughout %s', async (file) => {
    const foreign: string[] = []
    let count = 0
    for await (const article of readArticles([sharedPath(`data/${file}`)])) {
      if ('error' in article) throw article.error
      count++
      if (!judgeLanguage(article.text).english) foreign.push(article.id)
    }
    expect(count).toBeGreaterThan(80)
    expect(foreign).toEqual([])
  })
})
