/*
 * Units of measure: data. Names as the SI brochure (BIPM, 9th edition, 2019) spells them; customary ones as NIST Handbook 44 (appendix C)
 * has them. A line is a name, then its other names and symbols after a colon. Symbols with capitals are looked up as written, all else in
 * small letters. Units of time are not here: what they measure is a time.
 */
const LENGTHS = `
metre: metres meter meters m
kilometre: kilometres kilometer kilometers km kms
centimetre: centimetres centimeter centimeters cm
millimetre: millimetres millimeter millimeters mm
micrometre: micrometres micrometer micrometers micron microns µm μm
nanometre: nanometres nanometer nanometers nm
picometre: picometres picometer picometers pm
decimetre: decimetres decimeter decimeters dm
mile: miles mi
nautical mile: nautical_miles nmi
foot: feet ft
inch: inches in
yard: yards yd yds
fathom: fathoms
furlong: furlongs
light-year: light-years light_years light_year lightyear lightyears
astronomical unit: astronomical_units
parsec: parsecs
`
const AREAS = `
hectare: hectares ha
acre: acres ac
`
const VOLUMES = `
litre: litres liter liters l L
millilitre: millilitres milliliter milliliters ml mL
centilitre: centilitres centiliter centiliters cl
gallon: gallons gal u.s._gallon u.s._gallons us_gallon us_gallons imperial_gallon imperial_gallons
pint: pints
quart: quarts
barrel: barrels bbl
bushel: bushels
fluid ounce: fluid_ounces fl_oz
cup: cups
tablespoon: tablespoons tbsp
teaspoon: teaspoons tsp
`
const MASSES = `
gram: grams gramme grammes g
kilogram: kilograms kilogramme kilogrammes kilo kilos kg kgs
milligram: milligrams mg
microgram: micrograms microgramme microgrammes mcg µg μg
tonne: tonnes metric_ton metric_tons t
ton: tons short_ton short_tons long_ton long_tons
kiloton: kilotons kilotonne kilotonnes kt
megaton: megatons megatonne megatonnes Mt
gigaton: gigatons gigatonne gigatonnes Gt
pound: pounds lb lbs
ounce: ounces oz
stone: stones
carat: carats
`
const OTHERS = `
watt: watts W
kilowatt: kilowatts kw kW
megawatt: megawatts MW
gigawatt: gigawatts GW gw
terawatt: terawatts TW
kilowatt-hour: kilowatt-hours kilowatt_hour kilowatt_hours kwh kWh
megawatt-hour: megawatt-hours megawatt_hour megawatt_hours MWh mwh
gigawatt-hour: gigawatt-hours gigawatt_hour gigawatt_hours GWh gwh
terawatt-hour: terawatt-hours terawatt_hours TWh twh
volt: volts V
kilovolt: kilovolts kV kv
ampere: amperes amp amps A
milliampere-hour: mAh mah
ohm: ohms Ω
horsepower: hp
joule: joules J
kilojoule: kilojoules kJ kj
megajoule: megajoules MJ
calorie: calories cal
kilocalorie: kilocalories kcal
newton: newtons N
newton metre: newton_metres newton_metre newton_meters newton_meter Nm
pascal: pascals Pa
kilopascal: kilopascals kPa
megapascal: megapascals MPa
gigapascal: gigapascals GPa
hectopascal: hectopascals hPa
bar: bars
millibar: millibars mbar mb
psi: pounds_per_square_inch
ksi:
hertz: Hz hz
kilohertz: kHz khz
megahertz: MHz mhz
gigahertz: GHz ghz
decibel: decibels dB db
becquerel: becquerels Bq
sievert: sieverts Sv
millisievert: millisieverts mSv
bit: bits
kilobit: kilobits Kb
megabit: megabits Mb Mbit
gigabit: gigabits Gb Gbit
byte: bytes
kilobyte: kilobytes kb KB kB
megabyte: megabytes MB
gigabyte: gigabytes GB gb gig gigs
terabyte: terabytes TB tb
petabyte: petabytes PB
pixel: pixels px
megapixel: megapixels MP
mile per hour: mph
kilometre per hour: kph kmh kmph
knot: knots kn
metre per second: mps
mile per gallon: mpg
megabit per second: mbps Mbps
gigabit per second: gbps Gbps
revolution per minute: rpm
beat per minute: bpm
part per million: ppm parts_per_million
part per billion: ppb parts_per_billion
basis point: basis_points bp bps
degree Celsius: degrees_celsius degree_celsius degrees_centigrade degree_centigrade deg_celsius celsius celcius centigrade °c °celsius ℃ degrees_c degree_c deg_c
degree Fahrenheit: degrees_fahrenheit degree_fahrenheit deg_fahrenheit fahrenheit °f °fahrenheit ℉ degrees_f degree_f deg_f
kelvin: kelvins K
degree: degrees deg °
radian: radians rad
`

/** The longest name of a unit, in words. */
export const MOST_UNIT_WORDS = 3

export interface Unit {
  readonly name: string
  /** Whether it may have "square" or "cubic" before it. */
  readonly isLength: boolean
}

/** Units by name, other name or symbol; several words have "_" between them. */
export const UNITS: ReadonlyMap<string, Unit> = (() => {
  const units = new Map<string, Unit>()
  for (const list of [LENGTHS, AREAS, VOLUMES, MASSES, OTHERS]) {
    for (const line of list.trim().split('\n')) {
      const [name, others] = line.split(':')
      const unit: Unit = { name, isLength: list === LENGTHS }
      for (const other of [name.replaceAll(' ', '_'), ...others.trim().split(' ')])
        if (other !== '' && !units.has(other)) units.set(other, unit)
    }
  }
  return units
})()

/** Symbols that are words too, or stand for magnitudes: units only right behind the digits, or where nothing else is possible. */
export const AMBIGUOUS_SYMBOLS: ReadonlySet<string> = new Set(
  'm in t g l h s a n v w j k b cal ac pm gal mi A V W N J K L MP mps bar bars bit bits cup cups stone stones score'.split(
    ' ',
  ),
)

/** What a rate is for: "per day", "a year", "/h". */
export const PERIODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    millisecond: 'millisecond', ms: 'millisecond', second: 'second', sec: 'second', s: 'second', minute: 'minute', min: 'minute', hour: 'hour', hr: 'hour', h: 'hour', day: 'day', week: 'week', month: 'month',
    quarter: 'quarter', year: 'year', annum: 'year', capita: 'person', person: 'person', head: 'person', household: 'household', game: 'game', match: 'game', share: 'share',
  }),
) // prettier-ignore
