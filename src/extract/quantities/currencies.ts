/*
 * Currencies: data. Codes and names as ISO 4217 has them. A symbol or a name that several countries use is taken for that of the country
 * whose news uses it without further words.
 */

/** By symbol, right before or behind the number. */
export const CURRENCY_SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({ $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '￥': 'JPY', '₹': 'INR', '₽': 'RUB', '₩': 'KRW', '₺': 'TRY', '₴': 'UAH', '₦': 'NGN', '₱': 'PHP', '฿': 'THB', '₫': 'VND', '₪': 'ILS', '₡': 'CRC', '₲': 'PYG', '₸': 'KZT', '₵': 'GHS', '₭': 'LAK', '৳': 'BDT', '¢': 'cent', '₾': 'GEL', '₿': 'BTC', ரூ: 'INR' }),
) // prettier-ignore

/** Letters before a "$" or another symbol. */
export const SYMBOL_PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({ us: 'USD', 'u.s.': 'USD', 'u.s': 'USD', a: 'AUD', au: 'AUD', aus: 'AUD', c: 'CAD', ca: 'CAD', can: 'CAD', cdn: 'CAD', hk: 'HKD', nz: 'NZD', s: 'SGD', sg: 'SGD', nt: 'TWD', r: 'BRL', mx: 'MXN', tt: 'TTD', j: 'JMD', bds: 'BBD', g: 'GYD', ec: 'XCD', n: 'NAD', fj: 'FJD' }),
) // prettier-ignore

/** Codes and abbreviations, before or behind the number. */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ...'AED ARS AUD BDT BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP GHS HKD HRK HUF IDR ILS INR IQD IRR ISK JOD JPY KES KRW KWD KZT LKR MAD MXN MYR NAD NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU UZS VND XAF XOF ZAR ZMW BTC GEL'
    .split(' ')
    .map((code) => [code, code] as const),
  ...Object.entries({ RM: 'MYR', Rs: 'INR', 'Rs.': 'INR', Rp: 'IDR', RMB: 'CNY', NIS: 'ILS', Dh: 'AED', Dhs: 'AED', Sh: 'KES', Ksh: 'KES', KSh: 'KES', Tk: 'BDT', BD: 'BHD', SR: 'SAR', QR: 'QAR', KD: 'KWD', DKr: 'DKK', SFr: 'CHF', Kr: 'SEK', R: 'ZAR', GH: 'GHS', N: 'NGN', LE: 'EGP', Tsh: 'TZS', TSh: 'TZS', Ush: 'UGX', USh: 'UGX', L: 'HNL', US: 'USD' }),
]) // prettier-ignore

/** By word behind the number, singular. Where several countries have it, that of the adjective before it: see `CURRENCY_COUNTRIES`. */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ dollar: 'USD', buck: 'USD', greenback: 'USD', euro: 'EUR', pound: 'GBP', quid: 'GBP', sterling: 'GBP', yen: 'JPY', yuan: 'CNY', renminbi: 'CNY', rupee: 'INR', rouble: 'RUB', ruble: 'RUB', won: 'KRW', peso: 'MXN', real: 'BRL', reais: 'BRL', rand: 'ZAR', franc: 'CHF', krona: 'SEK', kronor: 'SEK', krone: 'NOK', kroner: 'NOK', lira: 'TRY', dirham: 'AED', riyal: 'SAR', rial: 'IRR', dinar: 'KWD', naira: 'NGN', shilling: 'KES', cedi: 'GHS', taka: 'BDT', rupiah: 'IDR', ringgit: 'MYR', baht: 'THB', dong: 'VND', zloty: 'PLN', złoty: 'PLN', zlotys: 'PLN', forint: 'HUF', koruna: 'CZK', crown: 'CZK', hryvnia: 'UAH', tenge: 'KZT', shekel: 'ILS', kuna: 'HRK', leu: 'RON', lei: 'RON', lev: 'BGN', quetzal: 'GTQ', lempira: 'HNL', colon: 'CRC', cordoba: 'NIO', guarani: 'PYG', guilder: 'NLG', peseta: 'ESP', markka: 'FIM', bitcoin: 'BTC', bitcoins: 'BTC', lari: 'GEL', manat: 'AZN', som: 'KGS', pula: 'BWP', dalasi: 'GMD', sol: 'PEN', bolivar: 'VES', birr: 'ETB', kwacha: 'ZMW', tugrik: 'MNT' }),
) // prettier-ignore

/** Words for money that are others too: taken for it behind a number of a thousand or more, or one with a magnitude, alone. */
export const AMBIGUOUS_CURRENCY_WORDS: ReadonlySet<string> = new Set(
  'pound real crown sol colon won rand lev'.split(' '),
)

/** Small coins: kept as units, since whose they are is seldom told. */
export const COINS: ReadonlyMap<string, string> = new Map(
  Object.entries({ cent: 'cent', cents: 'cent', penny: 'penny', pence: 'penny', pennies: 'penny', p: 'penny', kopeck: 'kopeck', kopecks: 'kopeck', paisa: 'paisa', sen: 'sen' }),
) // prettier-ignore

/** By adjective or country, and word. */
export const CURRENCY_COUNTRIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ 'us dollar': 'USD', 'u.s. dollar': 'USD', 'american dollar': 'USD', 'states dollar': 'USD', 'australian dollar': 'AUD', 'canadian dollar': 'CAD', 'kong dollar': 'HKD', 'zealand dollar': 'NZD', 'singapore dollar': 'SGD', 'singaporean dollar': 'SGD', 'taiwan dollar': 'TWD', 'jamaican dollar': 'JMD', 'namibian dollar': 'NAD', 'namibia dollar': 'NAD', 'british pound': 'GBP', 'egyptian pound': 'EGP', 'lebanese pound': 'LBP', 'syrian pound': 'SYP', 'sudanese pound': 'SDG', 'pakistani rupee': 'PKR', 'lankan rupee': 'LKR', 'nepali rupee': 'NPR', 'nepalese rupee': 'NPR', 'indian rupee': 'INR', 'argentine peso': 'ARS', 'chilean peso': 'CLP', 'colombian peso': 'COP', 'mexican peso': 'MXN', 'philippine peso': 'PHP', 'uruguayan peso': 'UYU', 'cuban peso': 'CUP', 'dominican peso': 'DOP', 'swiss franc': 'CHF', 'cfa franc': 'XOF', 'french franc': 'FRF', 'swedish krona': 'SEK', 'icelandic krona': 'ISK', 'norwegian krone': 'NOK', 'danish krone': 'DKK', 'danish crown': 'DKK', 'swedish crown': 'SEK', 'norwegian crown': 'NOK', 'czech crown': 'CZK', 'czech koruna': 'CZK', 'turkish lira': 'TRY', 'lebanese lira': 'LBP', 'italian lira': 'ITL', 'saudi riyal': 'SAR', 'qatari riyal': 'QAR', 'omani rial': 'OMR', 'omani riyal': 'OMR', 'iranian rial': 'IRR', 'yemeni rial': 'YER', 'kuwaiti dinar': 'KWD', 'iraqi dinar': 'IQD', 'jordanian dinar': 'JOD', 'tunisian dinar': 'TND', 'algerian dinar': 'DZD', 'bahraini dinar': 'BHD', 'libyan dinar': 'LYD', 'serbian dinar': 'RSD', 'moroccan dirham': 'MAD', 'uae dirham': 'AED', 'emirati dirham': 'AED', 'kenyan shilling': 'KES', 'kenya shilling': 'KES', 'ugandan shilling': 'UGX', 'uganda shilling': 'UGX', 'tanzanian shilling': 'TZS', 'zambian kwacha': 'ZMW', 'malawian kwacha': 'MWK', 'belarusian ruble': 'BYN', 'russian ruble': 'RUB', 'russian rouble': 'RUB', 'korean won': 'KRW', 'brazilian real': 'BRL', 'african rand': 'ZAR', 'malaysian ringgit': 'MYR', 'chinese yuan': 'CNY', 'japanese yen': 'JPY', 'israeli shekel': 'ILS', 'pound sterling': 'GBP', 'dutch guilder': 'NLG', 'finnish markka': 'FIM', 'spanish peseta': 'ESP' }),
) // prettier-ignore
