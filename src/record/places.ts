/** Cities that news is filed from without naming their country, in lower case without accents. */
export const CITIES: ReadonlySet<string> = new Set(
  `abidjan|abu dhabi|abuja|accra|addis ababa|aden|ahmedabad|aleppo|alexandria|algiers|alma-ata|almaty|amman|amsterdam|ankara|
antananarivo|apia|ashgabat|asmara|astana|asuncion|athens|atlanta|atlantic city|auckland|baghdad|baku|bali|baltimore|bamako|bandar seri begawan|
bangalore|bangkok|bangui|banjul|barcelona|basra|beijing|beirut|belfast|belgrade|belmopan|bengaluru|berlin|bern|birmingham|
bishkek|bissau|bogota|bombay|bonn|boston|brasilia|bratislava|brazzaville|brisbane|brussels|bucharest|budapest|buenos aires|
bujumbura|bulawayo|cairo|calcutta|canberra|cape town|caracas|casablanca|chennai|chicago|chisinau|cincinnati|cleveland|
cologne|colombo|conakry|copenhagen|dakar|dallas|damascus|dar es salaam|davos|delhi|denver|des moines|detroit|dhaka|dili|djibouti|
dodoma|doha|donetsk|dubai|dublin|durban|dushanbe|edinburgh|frankfurt|freetown|gaborone|gaza|gaza city|geneva|georgetown|
glasgow|grozny|guangzhou|guatemala city|hamburg|hanoi|harare|havana|helsinki|hiroshima|ho chi minh city|hong kong|honiara|
honolulu|houston|hyderabad|indianapolis|islamabad|istanbul|jakarta|jeddah|jerusalem|johannesburg|juba|kabul|kampala|
kandahar|karachi|kathmandu|kazan|kharkiv|khartoum|kiev|kigali|kingston|kinshasa|kolkata|kuala lumpur|kuwait city|kyiv|
la paz|lagos|lahore|las vegas|libreville|lilongwe|lima|lisbon|ljubljana|lome|london|los angeles|luanda|lucknow|lusaka|luxembourg|
lviv|lyon|macau|madrid|malabo|male|managua|manama|manchester|manila|maputo|mariupol|marseille|maseru|mbabane|mecca|melbourne|
mexico city|miami|milan|milwaukee|minneapolis|minsk|mogadishu|monaco|monrovia|montevideo|montreal|moscow|mosul|mumbai|
munich|muscat|nairobi|naples|nassau|naypyitaw|n'djamena|ndjamena|new delhi|new orleans|new york|niamey|nicosia|nouakchott|novosibirsk|
nuku'alofa|nur-sultan|odessa|oklahoma city|osaka|oslo|ottawa|ouagadougou|panama city|paramaribo|paris|perth|peshawar|
philadelphia|phnom penh|phoenix|pittsburgh|podgorica|port-au-prince|port louis|port moresby|port of spain|prague|
praia|pretoria|pristina|pyongyang|quebec city|quito|rabat|ramallah|rangoon|rawalpindi|reykjavik|riga|rio de janeiro|riyadh|
rome|rustenburg|salt lake city|san antonio|san diego|san francisco|san jose|san juan|san salvador|sanaa|santiago|santo domingo|
sao paulo|sarajevo|seattle|seoul|sevastopol|shanghai|shenzhen|simferopol|singapore|skopje|sochi|sofia|srinagar|st. louis|st. petersburg|
stockholm|strasbourg|suva|sydney|taipei|tallinn|sacramento|tallahassee|tampa|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|thimphu|tirana|
tokyo|toronto|tripoli|tunis|turin|ulaanbaatar|ulan bator|united nations|vaduz|valletta|vancouver|vatican city|venice|victoria|vienna|
vientiane|vilnius|vladivostok|warsaw|washington|wellington|windhoek|wuhan|yangon|yaounde|yekaterinburg|yerevan|zagreb|zurich`
    .replace(/\n/g, '')
    .split('|'),
)

/** What can stand after a city's name: countries, the United States' states as news shortens them, in lower case without accents. */
export const REGIONS: ReadonlySet<string> = new Set(
  `afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|barbados|
belarus|belgium|belize|benin|bhutan|bolivia|bosnia|bosnia and herzegovina|botswana|brazil|britain|brunei|bulgaria|burkina faso|burma|burundi|
cambodia|cameroon|canada|cape verde|central african republic|chad|chile|china|colombia|congo|costa rica|croatia|cuba|
cyprus|czech republic|denmark|dominican republic|dr congo|east timor|ecuador|egypt|el salvador|england|equatorial guinea|eritrea|estonia|
eswatini|ethiopia|fiji|finland|france|gabon|gambia|gaza strip|germany|ghana|greece|guatemala|guinea|guinea-bissau|guyana|
haiti|honduras|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|
kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|madagascar|malawi|
malaysia|maldives|mali|malta|mauritania|mauritius|mexico|moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|
netherlands|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|northern ireland|norway|oman|pakistan|palau|panama|
papua new guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|samoa|saudi arabia|
scotland|senegal|serbia|seychelles|sierra leone|slovakia|slovenia|somalia|south africa|south korea|south sudan|spain|
sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|trinidad|tunisia|turkey|turkmenistan|uae|
uganda|ukraine|united arab emirates|united kingdom|united states|uruguay|uzbekistan|vanuatu|venezuela|vietnam|wales|
west bank|yemen|zambia|zimbabwe|alabama|ala.|alaska|arizona|ariz.|arkansas|ark.|california|calif.|colorado|colo.|connecticut|
conn.|delaware|del.|d.c.|dc|florida|fla.|georgia|ga.|hawaii|idaho|illinois|ill.|indiana|ind.|iowa|kansas|kan.|kentucky|ky.|
louisiana|la.|maine|maryland|md.|massachusetts|mass.|michigan|mich.|minnesota|minn.|mississippi|miss.|missouri|mo.|montana|
mont.|nebraska|neb.|nevada|nev.|new hampshire|n.h.|new jersey|n.j.|new mexico|n.m.|new york|n.y.|north carolina|n.c.|
north dakota|n.d.|ohio|oklahoma|okla.|oregon|ore.|pennsylvania|pa.|rhode island|r.i.|south carolina|s.c.|south dakota|s.d.|
tennessee|tenn.|texas|utah|vermont|vt.|virginia|va.|washington|wash.|west virginia|w.va.|wisconsin|wis.|wisc.|wyoming|wyo.|
alberta|british columbia|manitoba|new brunswick|newfoundland|nova scotia|ontario|quebec|saskatchewan|yukon`
    .replace(/\n/g, '')
    .split('|'),
)

/** Agencies as they sign, in lower case. */
export const AGENCIES: ReadonlySet<string> = new Set(
  `aap|afp|agencies|agencia efe|akipress|al jazeera|ana|anadolu|anadolu agency|aa|ani|ann|ansa|antara|ap|apa|associated press|
the associated press|azertac|bbc|belga|belta|bernama|bloomberg|bss|cna|cnn|cp|the canadian press|ctk|dpa|efe|ians|inps|
interfax|interfax-ukraine|ips|irna|itar-tass|jiji|jta|kazinform|kcna|kna|kuna|kyodo|kyodo news|lusa|map|mena|mtva|nan|nhk|ntb|
nzpa|pa|pa media|pap|petra|pna|prensa latina|pti|qna|reuters|rfe/rl|ria|ria novosti|rtt news|sana|sapa|spa|sputnik|tap|tass|
thomson reuters foundation|trend|tt|ukrinform|unb|uni|upi|voa|voa news|vna|wam|xinhua|xinhua news agency|yonhap|zuma`
    .replace(/\n/g, '')
    .split('|'),
)

/** A place's name as the lists above hold it. */
export function plainName(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'")
}
