import { CITIES, plainName, REGIONS } from '../../record/places.js'

/*
 * What a word may be, from general knowledge: hints that the model weighs, not rules. A word can be in several lists ("Jordan", "Victoria").
 * Lower case, without accents.
 */

const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '')

/** Stand before or after a person's name and are no part of it: titles, offices, trades, kinship. */
const TITLES = list(`
  mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor sir dame lord lady baron baroness duke duchess earl count countess sen. sen senator rep. rep
  representative congressman congresswoman gov. gov governor pres. president vice-president premier chancellor minister mp mla mep secretary undersecretary
  ambassador envoy consul commissioner councillor councilor councilman mayor deputy speaker chairman chairwoman chairperson chair chief ceo cfo coo cto director
  manager head leader founder co-founder owner executive officer official spokesman spokeswoman spokesperson adviser advisor aide analyst economist expert
  researcher scientist historian author writer poet novelist journalist reporter correspondent editor columnist photographer producer actor actress singer
  musician composer artist painter director-general gen. gen general lt. lt lieutenant col. col colonel maj. maj major capt. capt captain cmdr. commander adm. adm
  admiral sgt. sgt sergeant cpl. corporal pvt. private marshal brigadier brig. inspector constable detective superintendent sheriff judge justice magistrate prosecutor
  attorney lawyer barrister solicitor advocate counsel coach trainer striker midfielder defender goalkeeper batsman bowler skipper player teammate forward guard
  rev. rev reverend fr. father sister brother mother pastor priest bishop archbishop cardinal pope imam sheikh shaikh sheik mullah ayatollah rabbi maulana swami
  guru lama monk king queen prince princess emperor empress sultan emir crown tsar czar shah monarch chieftain oba alhaji alhaja chief engr. engineer hon. honourable
  honorable atty. doctor nurse surgeon teacher principal student farmer activist campaigner dissident politician lawmaker legislator parliamentarian candidate
  incumbent ex-president ex-minister former late wife husband son daughter widow uncle aunt cousin nephew niece grandfather grandmother victim suspect driver
  resident shri smt. smt haji hajji datuk dato tan sri tun ustaz u daw comrade herr frau monsieur madame mme mlle don dona senor senora
  treasurer trustee rector dean provost chief-of-staff whip nominee laureate businessman businesswoman entrepreneur banker tycoon magnate billionaire oligarch
  investor trader broker pilot astronaut cosmonaut explorer inventor philosopher theologian sociologist psychologist anthropologist archaeologist`)

/** Given names of many languages. */
const GIVEN = list(`
  aaron abbas abdallah abdel abdelaziz abdi abdo abdoulaye abdul abdulaziz abdullah abdullahi abdulrahman abebe abel abigail abraham abu achmad adam adel adil aditya
  adnan adrian adriana agnes agus ahmad ahmed ahmet aida aidan aisha ajay akbar akhmed akio akira alain alan alana alassane albert alberto alejandra alejandro aleksandar
  aleksander aleksandr aleksei alena alessandro alex alexander alexandra alexandre alexandros alexei alexey alexis alfred alfredo ali alice alicia alina aliou aliya
  alison allan allen alma almazbek alvaro amadou amal amanda amar amelia amina amir amit amos amy ana anastasia anatoly anders andre andrea andreas andrei andrej andres
  andrew andrey andrzej andy angel angela angelina angelo angus anil anita anna anne annette annie ante anthony antoine anton antonio antony anwar aqeel archie ari ariel arif
  arjun armando arnold artem arthur artur arturo arun arvind asad ashley ashok ashraf asif aslan astrid atta audrey augusto aung aurelio austin avi avigdor ayman aziz azmi
  babar bakhyt ban barack barbara barry bashar bashir beatrice beatriz ben benigno benito benjamin benny bernard bernardo bernd bernie beth betty bianca biden bilal bill
  billy bob bogdan boris brad bradley brandon brenda brendan brett brian brigitte bruce bruno bryan burak camila camilla carl carla carlo carlos carmen carol carolina caroline
  carolyn carrie caspar catherine cathy cecilia cedric celia celine cesar chad chandra charles charlie charlotte cheikh chen cheng cheryl chidi chinua chloe chris christian
  christiane christina christine christoph christophe christopher chuck cindy claire clara clare clarence claude claudia claudio clement cliff clinton clive cody colin colleen
  connor conrad constantin cory courtney craig cristian cristiano cristina curtis cynthia cyril cyrus daisuke dale damian damien dan dana daniel daniela daniele daniil danilo
  danny dario darren daryl dave david dawn dean debbie deborah deepak delia demetrio denis denise dennis derek desmond devendra diana diane diego dieter dilip dimitri dimitris
  dinesh dirk dmitri dmitriy dmitry dolores dominic dominique don donald donna dora doris dorothy doug douglas dragan driss duncan dwayne dylan ebrahim ed eddie eden edgar
  edith edmund eduard eduardo edward edwin efrain ehud eileen elaine elena eleanor eleni elias elie elijah elisabeth eliza elizabeth ella ellen elliot elon elsa elvira emil emilia
  emilio emily emma emmanuel emmerson enrico enrique enzo eric erica erik erika erin ernest ernesto ernst esteban esther ethan etienne eugene eva evan evelyn evgeny ezekiel
  fabian fabio faisal faith farah farhad farid farouk fathi fatima fatma fatou faustin federica federico felicia felipe felix ferdinand fernanda fernando fidel fiona flavio
  florence florian fouad francesca francesco francine francis francisco franck franco francois frank frankie franklin franz fred freddie frederic frederick friedrich fumio gabriel
  gabriela gaetano gareth gary gaston gautam gavin gemma gene genevieve geoffrey george georges georgi georgia georgina gerald gerard gerardo gerhard german ghassan ghulam
  giacomo gianni gilbert gilberto gina giorgio giorgos giovanni giulia giuseppe gladys glen glenn gloria godfrey gonzalo gopal gordon goran grace graham grant greg gregg
  gregorio gregory greta guido guillaume guillermo gulnara gunter gustavo guy haider hakan hakeem halima hamad hamid hamza hana hanna hannah hans hari harold harris harry haruki
  hasan hashim hassan hassane haydar heather hector heidi heinrich heinz helen helena helene helga helmut henri henrik henrique henry herbert hernan hicham hideki hilary hillary
  hiroshi hisham holly horacio hosni houari howard hugh hugo humberto hussain hussein ian ibrahim ibrahima idriss ignacio igor ikram ilham ilya imad imran ines ingrid iqbal
  irene irina irma isaac isabel isabella isabelle ishaq ismail ivan ivana ivo jack jackie jackson jacob jacqueline jacques jade jaime jair jake jakob jamal james jamie jamil jan
  jane janet janine jared jason javad javed javier jay jayne jean jeff jeffrey jelena jenna jennifer jenny jens jeremiah jeremy jerome jerry jesse jessica jesus jill jim
  jimmy jitendra joachim joan joana joanna joanne joao joaquin jochen jody joe joel joelle johan johann johanna johannes john johnny jon jonas jonathan jordan jorge jose josef joseph
  josephine josh joshua josip joy joyce juan juanita judith judy jules julia julian juliana julie julien juliet julio julius june jun jung junichi jurgen justin justine kamal
  kamala kanye karel karen karim karin karl karolina kassym kate katerina kath katherine kathleen kathryn kathy katie katrina kay kazuo keiko keir keith kelly kelvin ken kenji
  kenneth kenny kevin khadija khaled khalid khalifa khalil kieran kim kimberly kiran kirill kirk kirsten klaus kofi konstantin konstantinos krishna kristen kristian kristina
  krzysztof kumar kunal kurt kwame kwasi kyle lakshmi lamine lana lara larry lars laszlo laura lauren laurent lawrence lea leah lech lee leila lena leo leon leonard leonardo
  leonid leopoldo leroy leslie lester lev lewis liam lidia lilian liliana lillian lily lin linda lindsay lisa liu liz lloyd lois lola lorenzo lori lorraine lotte lou louis louisa louise
  luc luca lucas lucia luciano lucie lucy ludwig luigi luis luisa luiz luka lukas luke lydia lyndon lynn madeleine mads magdalena magnus maha mahathir mahdi mahinda mahmood mahmoud
  mahmud maia malala malcolm malek malik mamadou mandla manish manoj mansour manuel manuela mao marc marcel marcela marcello marcelo marcia marcin marco marcos marcus margaret
  margarita maria mariam marian mariana marianne marie marina mario marion marius mariusz marjorie mark marko markus marlene marta martha martin martina martine marvin mary
  maryam masood massimo masoud matt matteo matthew matthias matthieu maurice mauricio mauro max maxim maxime maximilian maya megan mehdi mehmet meir mel melanie melissa menachem
  mercedes meredith mia michael michal michel michele michelle mick miguel mihai mikael mike mikhail milan milena milos mina mitch mitchell miriam mirza mitsuo moammar mohamad
  mohamed mohammad mohammed mohan moise moises molly mona monica monika morgan morris moses moshe mostafa moussa muammar muhammad muhammadu mukesh mukhtar murad murat musa mustafa
  nabil nadia nadine nadir naftali nancy naomi narendra nasser natalia natalie natasha nate nathan nathaniel navin nawaz ned neil nelson nestor neville ngozi nguyen nicholas nick
  nicola nicolae nicolas nicole niels nigel nikita nikki niklas nikola nikolai nikolaos nikolay nikos nils nina nino nitin noah noel noelle nora norbert norma norman nour nuno nursultan olaf ole oleg
  olena olga oliver olivia olivier olusegun omar oprah orlando oscar osama osman osvaldo otto ousmane owen pablo pamela paola paolo pascal patrice patricia patricio patrick paul paula
  paulina pauline paulo pavel pawel pedro peggy penny pentti per percy perry pete peter petr petra petro phil philip philipp philippe phillip phoebe pierre pilar piotr pradeep prakash pranab
  prasad praveen preeti priya priyanka quentin rachel rachid rafael rafiq rahul raila raisa raj raja rajendra rajesh rajiv rakesh ralph ram ramesh ramon ramzan ramzi randall randy
  rania raphael raquel rashid raul ravi ray raymond rebecca recep reggie regina reinhard rekha rene renee reuben reza ricardo riccardo richard rick ricky riek rita riyad rob robert
  roberta roberto robin rocio rod roderick rodney rodolfo rodrigo rodrigue roger rohan rohit roland rolf roman romeo ron ronald ronaldo ronnie rory rosa rosario rose rosemary ross
  roy ruben rudolf rudolph rudy rui rupert russell rustam ruth ryan sabina sabine sabrina sadiq saeed said sahar sajid salah saleh salem salim salma salman salvador salvatore sam
  samantha samir samuel sandeep sandra sandro sandy sanjay santiago santosh sara sarah sardar satoshi sayed scott sean sebastian sebastien segun seif selina selma serena serge sergei sergey
  sergio seth sepp sergiy seyed shahid shane shannon sharif sharon shashi shaun shawn sheila shelly sherif sherry shinzo shirin shirley shivraj sholto shaukat sibusiso sidi sidney silvia silvio simon simona simone
  sipho slobodan sofia soledad solomon somchai sonia sophia sophie spencer sri stacey stanislav stanley stefan stefania stefano stella sten stephan stephane stephanie stephen steve
  steven stewart stuart subhash sue suleiman sultan sunil suresh surya susan susana susanne suzanne sven svetlana sylvester sylvia sylvie tadeusz taha takashi takeshi tamar tamara tania tanya
  taras tarek tariq tatiana taylor ted teodor teodoro terence teresa terry thabo thaksin thandi theodore theresa thierry thomas tiffany tim timothy timur tina tito tobias toby todd tom tomas tomasz tommy
  toni tony toru toshio tracy travis trevor tristan tyler ulrich umar umberto umit ursula usman vaclav vadim valentin valentina valeria valerie valery vanessa vasily venkaiah vera vernon veronica
  veronika vicente vicky victor victoria vidya vijay vikram viktor viktoria vinay vince vincent vincenzo vinod violeta virginia vishal vitaly vittorio vivek vivian vivien vlad vladimir vladislav
  volodymyr wade walid wallace walter wanda wang waqar warren wayne wei wendy wesley wilfred wilhelm will william willie willy wilson winston wolfgang xavier xi yahya yair yana yang yasmin yasser yassin yitzhak
  yoko yolanda yong yoshihide yosef youcef youssef yuki yukio yuli yulia yuri yusuf yves yvette yvonne zach zachary zahid zahra zainab zaki zeid zhang ziad zoe zoltan zoran zubair zulfikar`)

/** Family names that many people have. */
const FAMILY = list(`
  abbas abbott abdullah abe achieng adams ahmad ahmed ahn aguilar aguirre akhtar alexander ali allen alonso alvarado alvarez amin anderson andersen andersson ansari appiah aquino arias arroyo asante atkinson awad aziz
  bailey baker banda banerjee barbosa barnes barrett becker begum bell bennett bhatt biden blair bloomberg bolsonaro bose botha boyd bradley bright brooks brown bush butler cabrera cameron campbell cardoso carter
  castillo castro chan chandra chang chatterjee chaudhary chaudhry chavez chen cheng chin choi chopra chou choudhury chow christie chu chua chung clark clarke clinton cohen cole coleman collins contreras cook cooper
  costa cox cruz cunningham da davies davis dahl das datta davidson de delgado desai deng diallo dias diaz diop dixon dlamini dos douglas dube duffy dunn duterte edwards ellis erdogan escobar espinoza evans
  farah farooq ferguson fernandes fernandez ferrari ferreira figueroa fischer fisher flores flynn foster fox francis franco fraser freeman friedman fuentes fujimori fujita gandhi gao garcia gates ghosh gibson gill
  gomes gomez goncalves gonzales gonzalez gordon graham grant gray green greene griffin guerra guerrero gupta gutierrez guzman habib hall hamilton han hansen haq harris harrison hart harvey hasan hassan hayes he henderson hernandez
  herrera hidalgo hill hoang hoffman holmes hossain houston howard hu huang hughes hunt hunter hussain hussein huynh hwang ibrahim iqbal islam ito ivanov jackson jacobs jain james jang jansen jensen jha
  jiang jimenez jin jobs johansson johnson johnston jones jordan joseph joshi jung kagame kahn kamau kang kapoor karimov kato kaur kelly kennedy kenyatta kerry khalil khan khatun khumalo kim king klein knight koch
  koh kobayashi koroma kovacs kruger kumar kuznetsov kwon lam larsen lau lawrence le leclerc lee leung levi levy lewis li liang lim lin liu lloyd lo long lopez lu lula ma macdonald mahmoud mahmood malik mandela mao maradona marcos
  marin marshall martin martinez mason masood matsumoto mbeki mcdonald medina mehta mejia mendes mendez mendoza menon merkel meyer miller mills mishra mitchell modi mohamed mohammed molina moore morales moreno morgan
  morris moyo mueller mugabe muhammad muller munoz murphy murray musa mwangi nair naidoo nakamura nasser navarro ndlovu nelson netanyahu nguyen nielsen nkosi novak nunez obama obi odinga okafor oliveira olsen omar ong ortega
  ortiz osman osorio otieno owens pacheco padilla palmer pandey park parker parra patel pearson peng pereira perera perez perry peters petersen petrov pham phillips pillai pinto popov porter powell prasad price putin quinn
  qureshi raja rajapaksa ramirez ramos rao rashid ray reagan reddy reed reid reyes reynolds rice richards richardson rios rivera roberts robertson robinson rodrigues rodriguez rogers rojas romero rose ross rossi roy rubio ruiz
  russell ryan saad sadiq said saito salazar saleh salinas sanchez sanders santos sarkar sato schmidt schneider schroeder schulz scott sen shah shaikh sharma shaw sheikh shin silva simon simmons simpson singh sithole smirnov
  smith sokolov song soto sousa souza spencer stevens stewart stone suarez suleiman sullivan sun suzuki syed takahashi tan tanaka tang taylor thapa thatcher thomas thompson torres tran traore trump tsai turner vargas
  vasquez vega velasquez vieira volkov wagner walker wallace walsh wang ward warren watanabe watson weber wei white widodo williams williamson wilson wong wood woods wright wu xi xu yadav yamamoto yan yang yeltsin yilmaz yoon
  young yu yuan yusuf zapata zhang zhao zheng zhou zhu zimmermann zulu zuma`)

/** Join parts of a name, mostly of a person. */
const PARTICLES =
  list(`al el bin ibn bint ben abu abd ul ud ur ur-rahman van von der den ter ten de del della di da do dos das du des la le lo y e i of zu zur af av san santa st st. o mac mc op 't al- el-
  ould wa wal ad ash an ar as at az ap bar binti a/l s/o d/o`)

/** More places than those that news is filed from: regions, provinces, rivers, seas, cities, older and shorter names. */
const PLACES = list(`
  u.s. us u.s.a. usa u.k. uk uae drc prc ussr eu-27 america americas africa europe asia oceania antarctica arctic eurasia australasia balkans caucasus caribbean mediterranean pacific atlantic baltic sahara sahel
  scandinavia siberia patagonia amazon andes himalayas himalaya alps amazonia maghreb levant kurdistan kashmir palestine gaza crimea donbas chechnya dagestan ingushetia tatarstan bashkortostan xinjiang tibet manchuria
  catalonia bavaria saxony normandy brittany andalusia sicily sardinia corsica flanders wallonia lombardy tuscany holland britain england scotland wales ulster cornwall kent essex surrey sussex devon yorkshire lancashire
  darfur tigray oromia amhara puntland somaliland kivu katanga kasai ituri biafra zanzibar punjab sindh balochistan khyber pakhtunkhwa gujarat maharashtra rajasthan karnataka kerala tamil bihar assam odisha orissa haryana
  telangana jharkhand manipur meghalaya mizoram nagaland sikkim tripura uttarakhand goa ladakh jammu andhra chhattisgarh uttar madhya helmand herat nangarhar kunduz java sumatra sulawesi borneo papua aceh mindanao luzon
  visayas sabah sarawak johor penang selangor perak kelantan guangdong sichuan hunan hubei henan hebei shandong shanxi shaanxi jiangsu zhejiang fujian yunnan guizhou guangxi hainan jilin heilongjiang liaoning gansu qinghai anhui
  jiangxi ningxia taiwan hokkaido okinawa kyushu honshu fukushima gangwon jeju queensland tasmania victoria nsw chiapas oaxaca jalisco sonora sinaloa chihuahua guerrero tabasco yucatan quintana michoacan nuevo puebla bahia
  rondonia parana amazonas pernambuco antioquia cauca mendoza cordoba rosario tucuman salta cuzco cusco arequipa puno guayaquil guanacaste limon alajuela heredia cartago puntarenas nile danube rhine volga dnieper don congo zambezi
  niger amazon mekong ganges indus brahmaputra yangtze tigris euphrates jordan golan sinai negev galilee judea samaria hebron nablus jenin haifa ashdod beersheba khan rafah homs idlib raqqa hama latakia daraa erbil kirkuk
  fallujah tikrit najaf karbala basra mosul sanaa hodeidah taiz aden benghazi misrata sirte derna oran constantine annaba sfax sousse agadir fes marrakesh marrakech tangier tobruk aswan luxor giza suez fujairah sharjah ajman ras
  medina riyadh dammam qom isfahan tabriz mashhad shiraz izmir adana antalya bursa gaziantep diyarbakir kano kaduna jos enugu ibadan benin calabar owerri borno adamawa yobe zamfara katsina sokoto kumasi tamale mombasa kisumu nakuru eldoret entebbe
  gulu jinja arusha mwanza dodoma mbeya blantyre beira nampula ndola kitwe livingstone bulawayo mutare gweru soweto bloemfontein polokwane kimberley limpopo mpumalanga gauteng kwazulu-natal natal transvaal windhoek swakopmund lubumbashi goma bukavu
  kisangani douala bamenda garoua ndjamena kidal gao timbuktu mopti zinder diffa agadez chittagong chattogram sylhet khulna rajshahi barisal cox bazar pune nagpur surat jaipur kanpur indore bhopal patna vadodara varanasi agra amritsar ludhiana
  guwahati kochi coimbatore madurai visakhapatnam mysuru mysore noida gurgaon chandigarh ayodhya quetta multan faisalabad sialkot gwadar galle jaffna kandy pokhara mandalay yangon rakhine kachin shan chiang phuket pattaya hue danang haiphong saigon
  surabaya bandung medan makassar yogyakarta semarang denpasar cebu davao marawi zamboanga quezon makati ipoh malacca melaka kuching tianjin chongqing chengdu wuhan nanjing hangzhou suzhou xian xiamen qingdao dalian harbin shenyang kunming urumqi lhasa
  macao kowloon taipei kaohsiung busan incheon daegu daejeon gwangju ulsan kyoto nagoya sapporo fukuoka yokohama kobe sendai nagasaki darwin hobart adelaide cairns geelong newcastle wollongong ballarat bendigo dunedin christchurch hamilton tauranga
  halifax winnipeg calgary edmonton regina saskatoon ottawa montreal brooklyn manhattan queens bronx hollywood harlem chicago detroit austin dallas memphis nashville charlotte oakland pasadena portland tucson albuquerque omaha wichita louisville richmond
  norfolk buffalo albany rochester syracuse hartford providence anchorage honolulu tijuana juarez monterrey guadalajara cancun acapulco veracruz leon merida toluca managua granada masaya matagalpa tegucigalpa cali medellin barranquilla cartagena bucaramanga
  cucuta maracaibo valencia barquisimeto guayana iquitos trujillo cochabamba sucre potosi oruro santa concepcion valparaiso antofagasta temuco recife fortaleza salvador manaus belem curitiba campinas santos seville bilbao malaga zaragoza granada palma porto
  braga coimbra nice lille toulouse bordeaux nantes rennes grenoble ghent antwerp bruges rotterdam utrecht eindhoven groningen leipzig dresden stuttgart dusseldorf dortmund essen bremen hanover nuremberg mainz salzburg graz linz innsbruck basel lausanne lugano
  gothenburg malmo uppsala bergen trondheim stavanger aarhus odense tampere turku tartu kaunas krakow gdansk wroclaw poznan lodz brno ostrava kosice debrecen cluj timisoara iasi constanta varna plovdiv nis split rijeka dubrovnik mostar thessaloniki patras
  kharkov lvov dnipro zaporizhzhia kherson mykolaiv luhansk lugansk donetsk bakhmut avdiivka gomel brest grodno smolensk bryansk kursk belgorod rostov voronezh samara saratov perm omsk tomsk irkutsk krasnoyarsk chelyabinsk kaliningrad murmansk arkhangelsk
  volgograd krasnodar astrakhan makhachkala vladikavkaz tbilisi batumi sukhumi abkhazia ossetia tskhinvali gyumri karabakh nagorno-karabakh shusha ganja aktau atyrau shymkent karaganda samarkand bukhara namangan fergana osh naryn khujand`)

/** Adjectives and names of peoples, faiths and parties' followers. */
const PEOPLES = list(`
  afghan african albanian algerian american angolan arab arabian arabic argentine argentinian argentinean armenian asian assyrian australian austrian azerbaijani azeri bahraini balinese baltic bangladeshi bashkir basque bavarian belarusian
  belarussian belgian bengali bosnian botswanan brazilian british briton bulgarian burkinabe burmese burundian cambodian cameroonian canadian cantonese catalan caucasian chadian chechen chilean chinese christian colombian congolese cossack croat croatian cuban
  cypriot czech dane danish dutch ecuadorian ecuadorean egyptian emirati english eritrean estonian ethiopian european fijian filipino finnish finn french gabonese gambian georgian german ghanaian greek guatemalan guinean gujarati gulf haitian hausa hawaiian hindu
  hispanic honduran hungarian icelandic igbo indian indigenous indonesian ingush inuit iranian iraqi irish islamic islamist israeli italian ivorian jamaican japanese javanese jew jewish jordanian kashmiri kazakh kazakhstani kenyan khmer korean kosovar kurd kurdish kuwaiti kyrgyz lao laotian
  latin latino latvian lebanese liberian libyan lithuanian macedonian malagasy malawian malay malaysian maldivian malian maltese maori mauritanian mauritian maya mayan mexican moldovan mongolian montenegrin moroccan mozambican muslim namibian nepalese nepali nicaraguan
  nigerian nigerien norwegian oromo omani ottoman pakistani palestinian panamanian papuan paraguayan pashtun pashto persian peruvian pole polish polynesian portuguese punjabi qatari quechua roma roman romanian russian rwandan salvadoran salvadorean samoan sandinista saudi scandinavian scot scottish
  senegalese serb serbian shia shiite shi'ite sikh sindhi singaporean sinhalese sinhala slav slavic slovak slovakian slovene slovenian somali soviet spanish spaniard sudanese sunni swahili swede swedish swiss syrian taiwanese tajik tamil tanzanian tatar thai tibetan tigrayan togolese tongan tunisian
  turk turkic turkish turkmen ugandan ukrainian urdu uruguayan uighur uyghur uzbek venezuelan vietnamese welsh western westerner xhosa yazidi yemeni yemenite yoruba zambian zimbabwean zionist zulu afrikaner aboriginal anglican baptist buddhist catholic confucian evangelical hasidic
  jain lutheran methodist mormon orthodox pentecostal presbyterian protestant quaker salafi salafist sufi wahhabi alawite druze copt coptic maronite houthi rohingya hutu tutsi maasai kikuyu luo berber tuareg bedouin communist democrat democratic republican socialist maoist marxist nazi neo-nazi
  fascist leninist stalinist peronist chavista liberal conservative labour tory islamists democrats republicans communists afro-american african-american anglo-saxon sino franco anglo indo russo euro afro`)

/** Nouns by which an organisation is known. */
const ORGANISATION_HEADS = list(`
  academy administration agency alliance army assembly association associates authority bank battalion board brigade bureau cabinet caucus centre center chamber church club coalition college command commission committee communications company confederation conference congress consortium
  cooperative corporation corps council court courts department directorate division establishment exchange federation firm force forces forum foundation front fund government group guard guards guild holdings house hospital industries initiative inspectorate institute institution insurance
  international intelligence investments judiciary laboratory laboratories league legislature magazine marines media ministry mission motors movement museum navy network news newspaper observatory office ombudsman organisation organization parliament partnership party police pharmaceuticals post press
  party publishing radio regiment registry resources school secretariat securities senate service services society squad studio studios syndicate system systems taskforce team technologies telecom television theatre theater times tribunal trust tv union united university watch workers airlines airways
  attorney-general daily gazette herald tribune journal chronicle guardian telegraph university's faculty treasury police's fc afc sc cf athletic rovers wanderers energy electric petroleum oil gas steel mining bros sons consulting partners logistics foods software records entertainment pictures productions`)

/** Endings of a company's name. */
const COMPANY_ENDINGS = list(`
  inc inc. corp corp. co co. ltd ltd. limited llc llp lp plc gmbh ag sa s.a. spa s.p.a. srl nv n.v. bv b.v. ab asa oy oyj a/s kg kgaa se sarl sas pte pty pvt bhd sdn berhad tbk pt ooo oao zao pjsc jsc ojsc kk holding holdings group company companies & enterprises ventures capital`)

/** Nouns by which a place is known. */
const PLACE_HEADS = list(`
  archipelago area avenue basin bay beach block boulevard borough canal canyon cape cape-town city coast community commune county creek delta desert district division drive estuary falls forest glacier governorate gulf harbor harbour heights highlands hill hills island islands isle isles junction kingdom
  lagoon lake lane lga llc mainland mount mountain mountains municipality neighborhood neighbourhood oblast ocean parish park peak peninsula plain plains plateau plaza point port prefecture province rainforest reef region republic reserve ridge river road rock sea settlement shire shores square state states
  strait straits street suburb territories territory town township valley village voivodeship volcano ward woods zone okrug krai upazila tehsil taluk wilaya canton departamento emirate regency`)

/** Nouns by which a building, a road, a ship or the like is known. */
const FACILITY_HEADS = list(`
  airbase airfield airport arena auditorium barracks base basilica bridge building camp canal castle cathedral cemetery chapel citadel clinic complex courthouse dam embassy fort fortress garden gardens hall harbour headquarters highway hospital hotel house hostel jail library mall mansion market memorial mine mosque monastery monument
  motorway museum observatory palace park pipeline plant port prison pyramid racecourse railway refinery reactor resort road ship shrine stadium station synagogue temple terminal theatre theater tomb tower tunnel university viaduct villa wall wharf zoo hms uss ins mv ss rms`)

/** Nouns by which an event, a law, a prize, a work or a plan is known. */
const EVENT_HEADS = list(`
  accord accords act agenda agreement amendment anthem assizes award awards bill bowl campaign championship championships charter championship code conference constitution convention convention cup day decree declaration deal derby edition election elections era eve exhibition expo fair festival final finals
  games gala grand initiative intifada jubilee law league marathon massacre medal mission month nations night olympics open operation order pact plan policy prix prize programme program project protocol race referendum report resolution revolution rights rite roadmap scheme season series statute strategy summit
  tour tournament treaty trophy uprising visa vision war week year awards olympic olympics paralympic paralympics covid covid-19 coronavirus omicron ebola hiv aids gdp nobel oscar oscars grammy ramadan eid diwali christmas easter hanukkah passover ashura holocaust pulitzer quran koran bible torah gospel facebook`)

/** Organisations by their letters or by one word. */
const ORGANISATIONS = list(`
  un u.n. eu nato osce opec opec+ asean saarc ecowas sadc comesa igad mercosur brics g7 g8 g20 imf wto who unesco unicef unhcr unrwa undp unep unfpa unodc ohchr ilo iom iaea icao icc icj icrc interpol europol oecd ebrd adb afdb aiib ifc fao wfp ifad wipo itu imo apec cis csto sco eaeu cstO gcc oic plo hamas fatah hezbollah
  hizbollah isis isil daesh al-qaeda qaeda taliban al-shabab shabaab shabab boko haram pkk ypg sdf ltte farc eln ira eta cia fbi nsa dea doj dhs epa fda fcc sec irs nasa esa jaxa isro roscosmos darpa nih cdc fema tsa ice pentagon kremlin congress senate duma knesset bundestag bundesrat reichstag diet sejm rada majlis lok rajya sabha politburo
  mossad mi5 mi6 kgb fsb gru svr isi raw gchq bnd cbi nia bbc cnn abc nbc cbs fox pbs npr itv cctv cgtn nhk rt ria tass itar-tass interfax novosti xinhua reuters afp ap upi dpa efe ansa kyodo yonhap pti ani ians ips anadolu sputnik jazeera bloomberg nikkei fifa uefa concacaf caf conmebol ioc fiba iaaf wada nba nfl nhl mlb ipl bcci icc pcb
  google microsoft apple amazon facebook meta twitter tesla ibm intel nvidia samsung huawei sony toyota honda nissan hyundai kia ford gm bmw volkswagen daimler siemens bosch nokia ericsson alibaba tencent baidu xiaomi netflix uber airbnb spacex boeing airbus lockheed raytheon gazprom rosneft lukoil sberbank aramco adnoc exxonmobil exxon chevron bp shell
  total eni equinor petrobras pemex pdvsa sinopec cnpc cnooc jpmorgan citigroup hsbc barclays goldman sachs ubs nestle unilever pfizer moderna astrazeneca sinovac sinopharm bayer novartis roche sanofi tata reliance infosys wipro adani vodafone telefonica walmart ikea greenpeace oxfam amnesty caritas unilever bjp aap anc da eff cdu spd ppp pml-n kmt dpp ldp cpc ccp pla psoe pri pan morena akp chp`)

const TIMES = list(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. am pm gmt utc est ist`,
)

const DIRECTIONS = list(
  `north south east west northern southern eastern western central upper lower new old greater great inner outer northeast northwest southeast southwest north-east north-west south-east south-west northeastern northwestern southeastern southwestern mid`,
)

/** Hold sentences together and are hardly ever part of a name by themselves. */
const FUNCTION_WORDS =
  list(`a an the this that these those he she it they we i you his her its their our my your him them us me who whom whose which what when where why how and or but nor so yet for if as at by in of on to from with without into onto over under after before
  during since until till while because although though unless than then there here not no yes also however meanwhile moreover furthermore therefore thus is are was were be been being am has have had do does did will would can could should shall may might must about above across against along among around behind below
  between beyond despite down inside near off out outside past through throughout toward towards up upon within according both either neither each every all any some many most more much few several other another such only just even still already once again now today yesterday tomorrow never always`)

/** A class of words, one bit each, in the order of `LISTS`. */
const LISTS: readonly (readonly string[])[] = [
  TITLES, GIVEN, FAMILY, PARTICLES, [...CITIES, ...REGIONS, ...PLACES], PEOPLES, ORGANISATION_HEADS, COMPANY_ENDINGS, PLACE_HEADS, FACILITY_HEADS, EVENT_HEADS, ORGANISATIONS, TIMES, DIRECTIONS, FUNCTION_WORDS,
] // prettier-ignore

export const TITLE = 1 << 0
export const GIVEN_NAME = 1 << 1
export const FAMILY_NAME = 1 << 2
export const PARTICLE = 1 << 3
export const PLACE = 1 << 4
export const PEOPLE = 1 << 5
export const ORGANISATION_HEAD = 1 << 6
export const COMPANY_ENDING = 1 << 7
export const PLACE_HEAD = 1 << 8
export const FACILITY_HEAD = 1 << 9
export const EVENT_HEAD = 1 << 10
export const ORGANISATION = 1 << 11
export const TIME = 1 << 12
export const DIRECTION = 1 << 13
export const FUNCTION_WORD = 1 << 14

const CLASSES: ReadonlyMap<string, number> = (() => {
  const classes = new Map<string, number>()
  LISTS.forEach((words, k) => {
    for (const word of words) classes.set(word, (classes.get(word) ?? 0) | (1 << k))
  })
  return classes
})()

/** The lists that a word is in, one bit each; a plural is in those of its singular. */
export function classesOf(word: string): number {
  const plain = plainName(word)
  return CLASSES.get(plain) ?? (plain.endsWith('s') ? (CLASSES.get(plain.slice(0, -1)) ?? 0) & PLURALS : 0)
}

/** Lists whose words have a plural: peoples, trades, heads. */
const PLURALS = TITLE | PEOPLE | ORGANISATION_HEAD | PLACE_HEAD | FACILITY_HEAD | EVENT_HEAD

/** Names of places of several words, by their first: the words after it. */
export const PLACE_PHRASES: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const phrases = new Map<string, string[][]>()
  for (const name of [...CITIES, ...REGIONS]) {
    const [first, ...rest] = name.split(' ')
    if (rest.length > 0) phrases.set(first, [...(phrases.get(first) ?? []), rest])
  }
  return phrases
})()
