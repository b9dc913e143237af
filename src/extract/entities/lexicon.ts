import { CITIES, plainName, REGIONS } from '../../record/places.js'

/*
 * What a word may be, from general knowledge: hints that the model weighs, not rules. A word can be in several lists ("Jordan", "Victoria").
 * Lower case, without accents.
 */

const list = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '')

/** Stand before or after a person's name and are no part of it: titles, offices, trades, kinship. */
const TITLES = list(`
  mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor sir dame lord lady baron baroness duke duchess earl count countess sen. sen senator rep.
  rep representative congressman congresswoman gov. gov governor pres. president premier chancellor minister mp mla mep secretary undersecretary
  ambassador envoy consul commissioner councillor councilor councilman mayor deputy speaker chairman chairwoman chairperson chair chief ceo cfo coo
  cto director manager head leader founder owner executive officer official spokesman spokeswoman spokesperson adviser advisor aide analyst economist
  expert researcher scientist historian author writer poet novelist journalist reporter correspondent editor columnist photographer producer actor
  actress singer musician composer artist painter gen. gen general lt. lt lieutenant col. col colonel maj. maj major capt. capt captain cmdr.
  commander adm. adm admiral sgt. sgt sergeant cpl. corporal pvt. private marshal brigadier brig. inspector constable detective superintendent sheriff
  judge justice magistrate prosecutor attorney lawyer barrister solicitor advocate counsel coach trainer striker midfielder defender goalkeeper
  batsman bowler skipper player teammate forward guard rev. rev reverend fr. father sister brother mother pastor priest bishop archbishop cardinal
  pope imam sheikh shaikh sheik mullah ayatollah rabbi maulana swami guru lama monk king queen prince princess emperor empress sultan emir crown tsar
  czar shah monarch chieftain oba alhaji alhaja engr. engineer hon. honourable honorable atty. doctor nurse surgeon teacher principal student farmer
  activist campaigner dissident politician lawmaker legislator parliamentarian candidate incumbent former late wife husband son daughter widow uncle
  aunt cousin nephew niece grandfather grandmother victim suspect driver resident shri smt. smt haji hajji datuk dato tan sri tun ustaz u daw comrade
  herr frau monsieur madame mme mlle don dona senor senora treasurer trustee rector dean provost whip nominee laureate businessman businesswoman
  entrepreneur banker tycoon magnate billionaire oligarch investor trader broker pilot astronaut cosmonaut explorer inventor philosopher theologian
  sociologist psychologist anthropologist archaeologist`)

/** Given names of many languages. */
const GIVEN = list(`
  aaron abbas abdallah abdel abdelaziz abdi abdo abdoulaye abdul abdulaziz abdullah abdullahi abdulrahman abebe abel abigail abraham abu achmad adam
  adel adil aditya adnan adrian adriana agnes agus ahmad ahmed ahmet aida aidan aisha ajay akbar akhmed akio akira alain alan alana alassane albert
  alberto alejandra alejandro aleksandar aleksander aleksandr aleksei alena alessandro alex alexander alexandra alexandre alexandros alexei alexey
  alexis alfred alfredo ali alice alicia alina aliou aliya alison allan allen alma almazbek alvaro amadou amal amanda amar amelia amina amir amit amos
  amy ana anastasia anatoly anders andre andrea andreas andrei andrej andres andrew andrey andrzej andy angel angela angelina angelo angus anil anita
  anna anne annette annie ante anthony antoine anton antonio antony anwar aqeel archie ari ariel arif arjun armando arnold artem arthur artur arturo
  arun arvind asad ashley ashok ashraf asif aslan astrid atta audrey augusto aung aurelio austin avi avigdor ayman aziz azmi babar bakhyt ban barack
  barbara barry bashar bashir beatrice beatriz ben benigno benito benjamin benny bernard bernardo bernd bernie beth betty bianca bilal bill billy bob
  bogdan boris brad bradley brandon brenda brendan brett brian brigitte bruce bruno bryan burak camila camilla carl carla carlo carlos carmen carol
  carolina caroline carolyn carrie caspar catherine cathy cecilia cedric celia celine cesar chad chandra charles charlie charlotte cheikh chen cheng
  cheryl chidi chinua chloe chris christian christiane christina christine christoph christophe christopher chuck cindy claire clara clare clarence
  claude claudia claudio clement cliff clinton clive cody colin colleen connor conrad constantin cory courtney craig cristian cristiano cristina
  curtis cynthia cyril cyrus daisuke dale damian damien dan dana daniel daniela daniele daniil danilo danny dario darren daryl dave david dawn dean
  debbie deborah deepak delia demetrio denis denise dennis derek desmond devendra diana diane diego dieter dilip dimitri dimitris dinesh dirk dmitri
  dmitriy dmitry dolores dominic dominique don donald donna dora doris dorothy doug douglas dragan driss duncan dwayne dylan ebrahim ed eddie eden
  edgar edith edmund eduard eduardo edward edwin efrain ehud eileen elaine elena eleanor eleni elias elie elijah elisabeth eliza elizabeth ella ellen
  elliot elon elsa elvira emil emilia emilio emily emma emmanuel emmerson enrico enrique enzo eric erica erik erika erin ernest ernesto ernst esteban
  esther ethan etienne eugene eva evan evelyn evgeny ezekiel fabian fabio faisal faith farah farhad farid farouk fathi fatima fatma fatou faustin
  federica federico felicia felipe felix ferdinand fernanda fernando fidel fiona flavio florence florian fouad francesca francesco francine francis
  francisco franck franco francois frank frankie franklin franz fred freddie frederic frederick friedrich fumio gabriel gabriela gaetano gareth gary
  gaston gautam gavin gemma gene genevieve geoffrey george georges georgi georgia georgina gerald gerard gerardo gerhard german ghassan ghulam giacomo
  gianni gilbert gilberto gina giorgio giorgos giovanni giulia giuseppe gladys glen glenn gloria godfrey gonzalo gopal gordon goran grace graham grant
  greg gregg gregorio gregory greta guido guillaume guillermo gulnara gunter gustavo guy haider hakan hakeem halima hamad hamid hamza hana hanna
  hannah hans hari harold harris harry haruki hasan hashim hassan hassane haydar heather hector heidi heinrich heinz helen helena helene helga helmut
  henri henrik henrique henry herbert hernan hicham hideki hilary hillary hiroshi hisham holly horacio hosni houari howard hugh hugo humberto hussain
  hussein ian ibrahim ibrahima idriss ignacio igor ikram ilham ilya imad imran ines ingrid iqbal irene irina irma isaac isabel isabella isabelle ishaq
  ismail ivan ivana ivo jack jackie jackson jacob jacqueline jacques jade jaime jair jake jakob jamal james jamie jamil jan jane janet janine jared
  jason javad javed javier jay jayne jean jeff jeffrey jelena jenna jennifer jenny jens jeremiah jeremy jerome jerry jesse jessica jesus jill jim
  jimmy jitendra joachim joan joana joanna joanne joao joaquin jochen jody joe joel joelle johan johann johanna johannes john johnny jon jonas
  jonathan jordan jorge jose josef joseph josephine josh joshua josip joy joyce juan juanita judith judy jules julia julian juliana julie julien
  juliet julio julius june jun jung junichi jurgen justin justine kamal kamala kanye karel karen karim karin karl karolina kassym kate katerina kath
  katherine kathleen kathryn kathy katie katrina kay kazuo keiko keir keith kelly kelvin ken kenji kenneth kenny kevin khadija khaled khalid khalifa
  khalil kieran kim kimberly kiran kirill kirk kirsten klaus kofi konstantin konstantinos krishna kristen kristian kristina krzysztof kumar kunal kurt
  kwame kwasi kyle lakshmi lamine lana lara larry lars laszlo laura lauren laurent lawrence lea leah lech lee leila lena leo leon leonard leonardo
  leonid leopoldo leroy leslie lester lev lewis liam lidia lilian liliana lillian lily lin linda lindsay lisa liu liz lloyd lois lola lorenzo lori
  lorraine lotte lou louis louisa louise luc luca lucas lucia luciano lucie lucy ludwig luigi luis luisa luiz luka lukas luke lydia lyndon lynn
  madeleine mads magdalena magnus maha mahathir mahdi mahinda mahmood mahmoud mahmud maia malala malcolm malek malik mamadou mandla manish manoj
  mansour manuel manuela mao marc marcel marcela marcello marcelo marcia marcin marco marcos marcus margaret margarita maria mariam marian mariana
  marianne marie marina mario marion marius mariusz marjorie mark marko markus marlene marta martha martin martina martine marvin mary maryam masood
  massimo masoud matt matteo matthew matthias matthieu maurice mauricio mauro max maxim maxime maximilian maya megan mehdi mehmet meir mel melanie
  melissa menachem mercedes meredith mia michael michal michel michele michelle mick miguel mihai mikael mike mikhail milan milena milos mina mitch
  mitchell miriam mirza mitsuo moammar mohamad mohamed mohammad mohammed mohan moise moises molly mona monica monika morgan morris moses moshe mostafa
  moussa muammar muhammad muhammadu mukesh mukhtar murad murat musa mustafa nabil nadia nadine nadir naftali nancy naomi narendra nasser natalia
  natalie natasha nate nathan nathaniel navin nawaz ned neil nelson nestor neville ngozi nguyen nicholas nick nicola nicolae nicolas nicole niels
  nigel nikita nikki niklas nikola nikolai nikolaos nikolay nikos nils nina nino nitin noah noel noelle nora norbert norma norman nour nuno nursultan
  olaf ole oleg olena olga oliver olivia olivier olusegun omar oprah orlando oscar osama osman osvaldo otto ousmane owen pablo pamela paola paolo
  pascal patrice patricia patricio patrick paul paula paulina pauline paulo pavel pawel pedro peggy penny pentti per percy perry pete peter petr petra
  petro phil philip philipp philippe phillip phoebe pierre pilar piotr pradeep prakash pranab prasad praveen preeti priya priyanka quentin rachel
  rachid rafael rafiq rahul raila raisa raj raja rajendra rajesh rajiv rakesh ralph ram ramesh ramon ramzan ramzi randall randy rania raphael raquel
  rashid raul ravi ray raymond rebecca recep reggie regina reinhard rekha rene renee reuben reza ricardo riccardo richard rick ricky riek rita riyad
  rob robert roberta roberto robin rocio rod roderick rodney rodolfo rodrigo rodrigue roger rohan rohit roland rolf roman romeo ron ronald ronaldo
  ronnie rory rosa rosario rose rosemary ross roy ruben rudolf rudolph rudy rui rupert russell rustam ruth ryan sabina sabine sabrina sadiq saeed said
  sahar sajid salah saleh salem salim salma salman salvador salvatore sam samantha samir samuel sandeep sandra sandro sandy sanjay santiago santosh
  sara sarah sardar satoshi sayed scott sean sebastian sebastien segun seif selina selma serena serge sergei sergey sergio seth sepp sergiy seyed
  shahid shane shannon sharif sharon shashi shaun shawn sheila shelly sherif sherry shinzo shirin shirley shivraj sholto shaukat sibusiso sidi sidney
  silvia silvio simon simona simone sipho slobodan sofia soledad solomon somchai sonia sophia sophie spencer sri stacey stanislav stanley stefan
  stefania stefano stella sten stephan stephane stephanie stephen steve steven stewart stuart subhash sue suleiman sultan sunil suresh surya susan
  susana susanne suzanne sven svetlana sylvester sylvia sylvie tadeusz taha takashi takeshi tamar tamara tania tanya taras tarek tariq tatiana taylor
  ted teodor teodoro terence teresa terry thabo thaksin thandi theodore theresa thierry thomas tiffany tim timothy timur tina tito tobias toby todd
  tom tomas tomasz tommy toni tony toru toshio tracy travis trevor tristan tyler ulrich umar umberto umit ursula usman vaclav vadim valentin valentina
  valeria valerie valery vanessa vasily venkaiah vera vernon veronica veronika vicente vicky victor victoria vidya vijay vikram viktor viktoria vinay
  vince vincent vincenzo vinod violeta virginia vishal vitaly vittorio vivek vivian vivien vlad vladimir vladislav volodymyr wade walid wallace walter
  wanda wang waqar warren wayne wei wendy wesley wilfred wilhelm will william willie willy wilson winston wolfgang xavier xi yahya yair yana yang
  yasmin yasser yassin yitzhak yoko yolanda yong yoshihide yosef youcef youssef yuki yukio yuli yulia yuri yusuf yves yvette yvonne zach zachary zahid
  zahra zainab zaki zeid zhang ziad zoe zoltan zoran zubair zulfikar abena abimbola achieng adaeze ademola adwoa afua agyekum akosua akua akwasi amara
  ama anan ato awa ayanda ayo babatunde bola bongani bukola chidera chinedu chioma chukwuma damilola dele efua ekow emeka esi femi folake funke gbenga
  ifeanyi ikechukwu jabulani jide kagiso kehinde kojo kweku kwabena kwaku lerato lindiwe lungile mpho naledi nana nkosana nomvula nonhlanhla ntombi
  obinna ola olu oluwaseun onyeka palesa refilwe siyabonga sizwe taiwo thabiso themba thulani tinashe tunde uche wangari wanjiru wambui njoroge kiprop
  cheptoo otieno zandile zanele abiy haile tadesse tesfaye girma bekele alemu desta kebede mulugeta yohannes selassie abhishek aishwarya akhilesh alok
  ambika amita amitabh anand ananya anjali ankit anupam arpita aruna atul bhavna chetan chitra deepika dev devi dhananjay gaurav geeta girish harish
  hema hemant indira jagdish jawaharlal jaya jyoti kapil karthik kavita lalit lata madan madhav mamata manmohan mayawati meena meera mohit mukul
  nandini naresh neha nikhil nirmala nisha nitish omprakash pankaj pooja prabhu prachi pranav pratibha prem priti purnima radha raghav rahman rajat
  rajeev rajnath rakhi ranjit rashmi renu rishi ritu rohini sachin sanjana sarita satish savita shanti sharad shilpa shubham sita smriti sneha sonali
  subramanian sudhir sujata sumit sushma swati tanvi tarun teesta uddhav uma usha varun vasundhara venkatesh vinayak yogi yash abbasi aamir abida
  afzal ahsan aleem anwer arshad asma azam bushra danish ehsan fahad faiz farhan fawad faiza fazal ghani habib hafiz haroon hina humaira iftikhar ijaz
  irfan ishrat jahangir javaid junaid kashif khurram liaqat mahbub maryum mehmood mehreen mubarak murtaza nabeel nadeem naeem najam nargis naveed
  nazir nida nusrat pervez pervaiz qamar qasim rabia rehana rehman rizwan rubina saad sabir sadia saima sajjad salahuddin samina sana sarfraz sarwar
  shabnam shafqat shahbaz shahzad shakeel shazia sheraz shireen sohail sumaira tahir talat tanveer tayyab uzma waheed waseem yasir younis zafar zaheer
  zainul zeeshan zulfiqar azizul badrul fakhrul hasina khaleda monir nazrul obaidul rafiqul shamsul ziaur aiko akiko akihiko chihiro daichi emiko
  eriko fumiko haruka hideo hiroki hiroko ichiro isao jiro junko kaori katsuya kazuhiro kenichi kenta kiyoshi koichi koji kyoko makoto mariko masahiro
  masao masato mayumi michiko minoru miyuki naoki naoko naoto nobuo noriko osamu reiko ryo ryota sachiko sakura satoru seiji shigeru shiro shinichi
  shohei shunichi sumiko susumu tadashi takeo taro tatsuo tetsuya tomoko toshihiro tsutomu yasuhiro yasuo yoichi yoshiko yoshio yosuke yuichi yuriko
  yutaka aidar aigul ainur aisulu almas alisher askar assel azamat bakyt bauyrzhan bekzat berik bolat daniyar dauren dinara erlan gulmira islam kairat
  kanat madina maksat marat nazarbay nurlan olzhas rinat ruslan samal saule serik shavkat talgat yerlan yermek zarina zhanna zhanar artyom bohdan
  daria denys ekaterina galina gennady georgy grigory ivanka ksenia larisa lyubov lyudmila maksym mykhailo mykola nadezhda natallia oksana oleh
  oleksandr oleksiy olesya pavlo polina semyon serhiy sviatlana tatyana valeriy vasyl viacheslav viktar vitali vyacheslav yaroslav yegor yelena
  yevgeny yevhen zinaida agnieszka andris arturas bozidar bojan branko dalia danuta dorota dusan edgars ewa gitanas grzegorz henryk ioana ion ionut
  jacek jaroslaw jiri kaja kazimierz klaudia ljubomir lubos maciej malgorzata mateusz mateja mihail miloslav miroslav mladen nenad ondrej ovidiu petar
  predrag radek radoslaw rafal roxana rumen sanna slavko sorin stanislaw stefka szymon tomislav traian vaidas valdis vasile viorica viktoras vlado
  vojtech waldemar wieslaw wojciech zdenek zbigniew zivko zuzana adriano ailton anibal ariadna aristides baltasar belen benita berta braulio
  candelaria carlota catalina concepcion consuelo cristobal cuauhtemoc delfina dilma edinson edson emiliano encarnacion ernestina evo fermin florencia
  gaspar geraldo gilma graciela gregoria guadalupe haroldo hebe heriberto hermes hipolito hortensia inacio isidro ivonne jacinto jacinda jairo jeanine
  joaquim josefa josefina juana julieta lautaro leandro leonel ligia luiza macarena maite mafalda marcelino margarida maribel marisol maritza mateo
  maximiliano miguelito milagros mirta nayib nicanor noemi norberto octavio paloma paulino perla porfirio ramiro raimundo refugio reinaldo remedios
  remigio renato reynaldo rigoberto rogelio rolando rosalia rosalba rosaura ruperto sabino santos segundo silvana socorro sonsoles tabare tarcisio
  teofilo trinidad ulises vilma virgilio wenceslao xiomara yadira yamile yesenia zulema aoife arne astri bjarne bjorn britt caoimhe ciara dag einar
  eirik eoin erling fiachra frode geir gro gunnar guro hakon halvard harald hege helle henning ingvild ivar jorgen jorn kaare kari kirsti kjell knut
  lasse leif marit mette micheal morten niamh oddvar olav orla padraig pia ragnhild rasmus roisin sigrid sindre siobhan sinead siri solveig soren
  steinar svein tarja terje thorbjorn thorleif tore torsten tove trine trond trude turid tuva ulf vegard vidar yngve yrsa antti eero erkki hannu
  heikki ilkka jari juha jukka jyrki kimmo lauri matti mikko olli outi paavo pasi pekka petteri raimo sari tapio teemu timo toivo tuomas vesa ville
  alasdair alistair angharad barnaby bertie blake bronwyn callum ceri cressida crispin damon dermot dewi elspeth esme euan ewan fergus finlay gethin
  giles hamish harriet hettie imogen isla isobel jocelyn jolyon kirsty lachlan lorna maddie mhairi morag myfanwy nerys nia oisin ollie piers quinn
  rhiannon rhodri rhys rowan rufus saffron sian tamsin tilly tristram unity winifred zara aiden ainsley alyssa amber ashlee aubrey ava bailey bobbi
  brooke caleb carter chelsea chase cheyenne clay cole cooper crystal dakota dallas dalton darlene dewayne dustin dwight emmitt grayson hailey haley
  hunter jaden jasmine jayden kaitlyn kayla kelsey kendra kyra lamar landon latoya logan mackenzie marcy mason mckenzie mindy monique paige parker
  peyton randi reagan riley roxanne savannah shelby sierra skylar stacy tabitha tamika tanner tasha tonya tricia trish tucker tyrone wyatt hoang huy
  khanh lan linh minh nga ngoc phuong quang thanh thao thi thu trang tuan van anh bao duc dung hai hoa hung aye htet htun khin kyaw maung min moe
  naing nyan phyo soe su thant thein thida thura tin win wunna ye zaw zin suu kyi agung ahok anies bambang budi dian eko endang ganjar hadi indra joko
  jokowi ketut luhut megawati nadiem prabowo puan ratna retno ridwan rini rizal siti susilo teguh tri wahyu wayan yudhoyono yusril azmin hishammuddin
  khairy lim muhyiddin najib nurul rosmah syed tengku wan zaid apirat chuan chuwit korn panya pita prawit prayut prayuth samak sondhi srettha suthep
  surayud yingluck corazon imelda isko leni manny rodante vico amichai ayelet avraham bezalel dafna dina eitan eyal gadi galit gideon gilad haim hagai
  ilan itamar limor merav mordechai moti nachman nir noa ofer omer orly orna ran reuven rivka ronen roni shai shaul shimon shira shlomo shulamit tamir
  tal tomer tzipi uri uzi yaakov yael yaron yehuda yifat yigal yisrael yitzchak yoav yona yonatan yossi yuval zeev zvi zehava abdelfattah abdelhamid
  abdelkader abdelmadjid abdelmalek abdelrahman abderrahmane adly ammar atef aymen azzedine baha bassam bassem boutros butros emad essam ezzat faiez
  fathy fayez fayza fouzia ghada haitham haifa hala hani hazem hesham hoda inas iyad jaber jalal kais kamel lamia laila lotfi magdy maher mahjoub
  mervat moncef mounir mustapha nabila nagib nahed naguib najat nawal nizar noureddine ossama raed rafik rami rashad reda rima riyadh safaa salwa
  samar sameh sami sanaa shadi shaimaa shawki slim soad suad sofiane taher tamim tarik tawfik wael wafa walaa yousef yousry youssouf zeinab zied zine
  alireza amirhossein ardeshir arash azadeh babak behrouz bijan farzad ghasem golnaz hashem hossein kaveh kazem kourosh mahsa majid mansoureh masih
  mohsen mojtaba morteza narges nasrin nazanin parviz payam qassem ramin rouhollah ruhollah sadegh shahram shahriar siamak sohrab soroush vahid
  burhanuddin gulbuddin hibatullah mawlawi najibullah rahmatullah rula sirajuddin zabihullah zalmay`)

/** Family names that many people have. */
const FAMILY = list(`
  abbas abbott abdullah abe achieng adams ahmad ahmed ahn aguilar aguirre akhtar alexander ali allen alonso alvarado alvarez amin anderson andersen
  andersson ansari appiah aquino arias arroyo asante atkinson awad aziz bailey baker banda banerjee barbosa barnes barrett becker begum bell bennett
  bhatt biden blair bloomberg bolsonaro bose botha boyd bradley bright brooks brown bush butler cabrera cameron campbell cardoso carter castillo
  castro chan chandra chang chatterjee chaudhary chaudhry chavez chen cheng chin choi chopra chou choudhury chow christie chu chua chung clark clarke
  clinton cohen cole coleman collins contreras cook cooper costa cox cruz cunningham da davies davis dahl das datta davidson de delgado desai deng
  diallo dias diaz diop dixon dlamini dos douglas dube duffy dunn duterte edwards ellis erdogan escobar espinoza evans farah farooq ferguson fernandes
  fernandez ferrari ferreira figueroa fischer fisher flores flynn foster fox francis franco fraser freeman friedman fuentes fujimori fujita gandhi gao
  garcia gates ghosh gibson gill gomes gomez goncalves gonzales gonzalez gordon graham grant gray green greene griffin guerra guerrero gupta gutierrez
  guzman habib hall hamilton han hansen haq harris harrison hart harvey hasan hassan hayes he henderson hernandez herrera hidalgo hill hoang hoffman
  holmes hossain houston howard hu huang hughes hunt hunter hussain hussein huynh hwang ibrahim iqbal islam ito ivanov jackson jacobs jain james jang
  jansen jensen jha jiang jimenez jin jobs johansson johnson johnston jones jordan joseph joshi jung kagame kahn kamau kang kapoor karimov kato kaur
  kelly kennedy kenyatta kerry khalil khan khatun khumalo kim king klein knight koch koh kobayashi koroma kovacs kruger kumar kuznetsov kwon lam
  larsen lau lawrence le leclerc lee leung levi levy lewis li liang lim lin liu lloyd lo long lopez lu lula ma macdonald mahmoud mahmood malik mandela
  mao maradona marcos marin marshall martin martinez mason masood matsumoto mbeki mcdonald medina mehta mejia mendes mendez mendoza menon merkel meyer
  miller mills mishra mitchell modi mohamed mohammed molina moore morales moreno morgan morris moyo mueller mugabe muhammad muller munoz murphy murray
  musa mwangi nair naidoo nakamura nasser navarro ndlovu nelson netanyahu nguyen nielsen nkosi novak nunez obama obi odinga okafor oliveira olsen omar
  ong ortega ortiz osman osorio otieno owens pacheco padilla palmer pandey park parker parra patel pearson peng pereira perera perez perry peters
  petersen petrov pham phillips pillai pinto popov porter powell prasad price putin quinn qureshi raja rajapaksa ramirez ramos rao rashid ray reagan
  reddy reed reid reyes reynolds rice richards richardson rios rivera roberts robertson robinson rodrigues rodriguez rogers rojas romero rose ross
  rossi roy rubio ruiz russell ryan saad sadiq said saito salazar saleh salinas sanchez sanders santos sarkar sato schmidt schneider schroeder schulz
  scott sen shah shaikh sharma shaw sheikh shin silva simon simmons simpson singh sithole smirnov smith sokolov song soto sousa souza spencer stevens
  stewart stone suarez suleiman sullivan sun suzuki syed takahashi tan tanaka tang taylor thapa thatcher thomas thompson torres tran traore trump tsai
  turner vargas vasquez vega velasquez vieira volkov wagner walker wallace walsh wang ward warren watanabe watson weber wei white widodo williams
  williamson wilson wong wood woods wright wu xi xu yadav yamamoto yan yang yeltsin yilmaz yoon young yu yuan yusuf zapata zhang zhao zheng zhou zhu
  zimmermann zulu zuma abiola acheampong adamu adebayo addo adeyemi adjei afolabi agyeman akinwumi akufo amoah anand ankrah annan arthur asamoah ayew
  azikiwe baah bawumia boakye boateng buhari chisale chiwenga dangote dogbe ekwueme essien eze gyan igwe jonathan kariuki kibaki kimani kipchoge koffi
  konate kone kufuor kumi kwarteng lungu mabuza macharia madonsela magufuli mahama mahlangu makhura malema maseko mashaba mathebula mathews mbatha
  mboweni mchunu mensah mkhize mnangagwa mohale mokoena molefe motlanthe motsepe muchanga mulenga museveni mushikiwabo mutharika mwale mwenda mwinyi
  ndiaye ndlela ngcobo ngema nkrumah nkurunziza nyambura nyerere obasanjo ochieng odhiambo ofori oduya ogunleye okonjo okoro okoye omondi onyango
  opoku oppong osei osinbajo ouattara owusu phiri quaye rawlings ruto sall sanogo sankara sarpong sesay sisi sisulu soglo sow tambo tembo thiam tinubu
  toure tshabalala tshisekedi wade wanyama waweru yar'adua yeboah zille zondo acharya adani advani agarwal aggarwal ahluwalia ambani bachchan bajwa
  banerji basu bedi bhagat bhagwat bhandari bhardwaj bhushan bhutto birla biswas bora chidambaram chauhan chawla choudhary dalal dasgupta dayal
  deshmukh dhawan dhoni doshi dubey dutt dutta fadnavis gadkari gavaskar gehlot goel goenka goyal gulzar hegde hooda iyer jadhav jaitley jayalalithaa
  jinnah jindal kalam karunanidhi kejriwal khanna kharge khattar kher kohli krishnan kulkarni lal mahajan malhotra manjhi mathur mistry mittal mohanty
  mukherjee murthy naqvi nadda narang narayan narayanan nath nehru oberoi owaisi palaniswami panda pandit parekh paswan patil patnaik pawar pilot
  prabhakar purohit raina rajan rajput rana rathore rawat sahni sahu saini saxena scindia sethi setalvad shinde shukla siddiqui sidhu sinha sisodia
  sitharaman soni sood srivastava stalin subramaniam swamy tagore tandon tata tendulkar thackeray thakur tharoor tiwari tripathi trivedi upadhyay
  vaidya vajpayee varma venkat verma vijayan vyas wadhwa yechury yogi zaidi abbasi afridi awan azam baig buzdar butt cheema dar fazl gilani gillani
  hashmi imran jatoi jilani kayani khattak kiyani magsi marri memon mengal minhas mirza mughal niazi qazi raisani raza rind rizvi sharif siddiqi
  soomro sultan zardari zia hasina huda miah mojumder rahman sarker talukder uddin akand bhuiyan mollah bandaranaike fonseka gunawardena jayasuriya
  jayawardene karunaratne kumaratunga premadasa ranatunga sirisena wickremesinghe albanese ardern baird beazley bolger cormann dutton english
  frydenberg gillard hawke hockey joyce keating key luxon marles morrison muldoon palaszczuk payne plibersek rudd shorten turnbull whitlam trudeau
  harper chretien mulroney freeland poilievre legault horgan kenney notley mackay blinken buttigieg cheney cuomo desantis durbin fauci garland
  gingrich giuliani gore haley hegseth hillary jeffries kavanaugh manchin mccain mccarthy mcconnell newsom pelosi pence pompeo romney rumsfeld schumer
  scalia sotomayor thune tillerson walz yellen zuckerberg musk bezos buffett corbyn clegg farage gove hammond javid kinnock major may miliband osborne
  raab starmer sturgeon sunak truss berlusconi conte draghi meloni prodi renzi salvini letta napolitano mattarella chirac hollande macron mitterrand
  sarkozy pompidou castex philippe barnier fillon melenchon adenauer brandt kohl scholz schroder lindner habeck baerbock steinmeier lagarde leyen
  juncker barroso tusk borrell michel stoltenberg rasmussen rutte wilders orban kaczynski duda morawiecki babis zeman fico vucic djukanovic plenkovic
  dodik izetbegovic rama basha zaev borisov iohannis ponta tsipras mitsotakis papandreou samaras anastasiades gul davutoglu kilicdaroglu imamoglu
  cavusoglu ozal zelensky zelenskyy poroshenko yushchenko yanukovych tymoshenko klitschko lukashenko tikhanovskaya medvedev lavrov shoigu peskov
  zakharova navalny gorbachev khrushchev brezhnev kadyrov prigozhin gerasimov nemtsov khodorkovsky abramovich berezovsky saakashvili ivanishvili
  pashinyan sargsyan aliyev nazarbayev tokayev mirziyoyev rahmon berdimuhamedov japarov atambayev bakiyev ablyazov aidarov akhmetov akimov
  akhmetzhanov asanov baimukhanov bekov bekturov dzhaksybekov esimov ibragimov iskakov ismailov isaev kasymov kulibayev kozhamzharov mamin masimov
  mussin nurgaliyev omarov saparbayev sadykov satpayev sultanov tasmagambetov tuleyev zhumagulov smailov kelimbetov ivanova petrova sidorov popova
  vasiliev morozov pavlov semenov egorov orlov nikitin zaitsev soloviev yakovlev grigoriev romanov vorobyov frolov kozlov lebedev kuzmin makarov
  nikolaev shevchenko bondarenko kovalenko kovalchuk tkachenko kravchenko melnyk abdullahi abubakar ahmadinejad assad arafat barghouti barak begin
  dayan deri gallant gantz haniyeh hariri herzog jumblatt khamenei khomeini khatami lapid levin liberman livni mansour mashaal meir mishal morsi
  mubarak musharraf nasrallah olmert peres qaddafi gaddafi rabin raisi rivlin rouhani sadat saied shaath shamir sharon sinwar smotrich soleimani zarif
  araghchi larijani mousavi karroubi pezeshkian ghalibaf salman talabani barzani maliki abadi allawi sadr sistani kadhimi hashimi zebari bouteflika
  tebboune benflis ouyahia sellal ghannouchi essebsi marzouki haftar serraj dbeibah sarraj burhan bashir hamdok dagalo hemedti kiir machar afwerki
  zenawi desalegn aso fukuda hashimoto hatoyama ishiba kishida koizumi kono mori nakasone noda ozawa suga yoshida hamada hayashi inoue kimura matsuda
  nakajima nishimura ogawa okada ono sasaki sakai shimizu takagi ueda yamada yamaguchi yamashita bae cha cho choe gong gu ha heo hyun im jeon jeong jo
  ko kwak min moon nam noh oh pak roh ryu seo shim son suh woo yeo yi yoo yun ai bai bao bo cao cai chai cheung chiu chui chun cui dai ding dong du
  duan fan fang feng fu fung geng guan guo hao hong hou hsieh hsu hua ip jia kong kung kuo kwok lai lei lian liao ling lou lung luo lui luk mak mei
  meng mok ng ni pan pang pei po poon qi qian qiang qiao qin qiu qu ren ruan shao shen shi sit siu situ su sung szeto tam tao teng tian tie ting to
  tong tsang tse tsui tung wan wen weng wing xia xiang xiao xie xin xiong yao ye yeh yeung yin ying yip you yuen yue yung zeng zhan zhong zhuang zong
  zou zuo anastacio binay cayetano domagoso enrile estrada lacson legarda macapagal ocampo pacquiao poe recto robredo roxas sotto trillanes villar
  subianto sukarno suharto sukarnoputri wiranto basuki baswedan hidayat iskandar nasution pranowo santoso setiawan siregar sutanto wibowo wijaya
  kusuma acosta aguero alberdi alfonsin allende almagro amorim anez arbenz arce aristide aylwin bachelet banzer batlle betancourt boluarte boric borja
  bukele cabello calderon capriles cardenas castaneda chamorro chinchilla collor correa cristiani dorticos duarte duhalde dutra echeverria frei funes
  galtieri gaviria giammattei haddad humala iglesias kirchner kuczynski lagos lasso leoni lugo macri maduro martelly menem mesa mitre moise mujica
  noboa obrador ollanta pastrana pena petro pinera pinochet quiroga rajoy rousseff samper sanguinetti serrano somoza stroessner temer toledo torrijos
  trujillo uribe velasco videla vizcarra zapatero zedillo zelaya aguilera alcantara amador araya arguello avila barrios bermudez blanco bonilla brenes
  caballero calvo camacho campos cano carballo cardona carmona carranza carrillo castellanos cerda cespedes chacon cisneros cordero corrales crespo
  davila duran escalante escobedo esquivel fallas fonseca gallardo gallegos galvez gamboa giron godoy granados guevara guillen heredia ibarra jara
  lara leiva lima llorente lozano luna macias madrigal maldonado manzano marquez matamoros medrano melendez mercado merino meza miranda mojica
  montenegro montes montoya mora mosquera murillo naranjo nieto ochoa olivares oliva orellana orozco otero palacios pardo paredes pastor paz pedraza
  peralta ponce portillo quesada quintero quiros rangel restrepo reyna rincon roca rodas roldan rosales rosas ruano saavedra sabater saenz salas
  salcedo salgado sandoval segura sepulveda solano solis sosa tapia tejada tellez tirado toro trejo ugarte ulloa urbina urrutia valdes valdez valencia
  valenzuela valle valverde varela vasconcelos velez vera vidal villa villalobos villanueva villarreal villegas viteri yepes zamora zambrano zarate
  zavala zuniga almeida andrade araujo azevedo barros batista bezerra borges braga brito caetano carneiro carvalho cavalcanti conceicao correia cunha
  dantas farias freitas furtado guimaraes leal leite lopes macedo machado magalhaes maia marinho marques matos melo mendonca monteiro moraes moreira
  moura nascimento nogueira nunes paiva pimentel pires queiroz ramalho resende ribeiro rocha sa salles sampaio santana sarney siqueira soares tavares
  teixeira valente vaz viana xavier berg berglund bergstrom bjork carlsson dahlgren ek eklund engstrom ericsson eriksson forsberg gustafsson hagen
  hakansson halvorsen haugen hedlund holm holmberg jacobsen jakobsson johannessen jonsson karlsson kristensen kristoffersen larsson lind lindberg
  lindgren lindstrom lofven lund lundberg lundgren magnusson mattsson moe mortensen nilsen nilsson norberg nordin nyberg olsson ostberg pettersson
  poulsen rinne sandberg sjoberg solberg sorensen strand strom sundberg svensson thomsen thunberg virtanen korhonen niinisto nieminen makinen laine
  heikkinen stubb bauer baumann bergmann braun dietrich engel fuchs graf gross haas hahn hartmann heinrich hermann huber kaiser keller koehler kohler
  konig krause kraus lang lange lehmann lorenz ludwig maier maurer meier neumann pfeiffer richter roth sauer schafer scherer schmitt schubert schuster
  schwarz seidel sommer stein vogel vogt voigt walter weiss werner winkler winter wolf wolff ziegler aubert benoit bernard bertrand blanc bonnet
  boucher bouchard chevalier clement cote david denis deschamps dubois dufour dumont dupont dupuis durand faure fontaine fournier francois gagnon
  garnier gauthier gautier girard giraud guerin lacroix laurent lavoie lefebvre lefevre legrand lemaire lemoine leroux leroy marchand mercier meunier
  moreau morel morin noel pelletier perrin petit picard renard richard riviere robert robin rousseau roussel roux thibault tremblay valois vincent
  bianchi bruno caruso colombo conti esposito fontana galli gallo giordano greco leone lombardi mancini marchetti mariani marini martini moretti ricci
  rinaldi rizzo romano russo santoro serra bakker boer bos brouwer dekker dijk dijkstra graaf groot haan heuvel hoekstra jong koning leeuwen meijer
  mulder peeters smit visser vos vries wit janssens maes claes wouters abramov bogdanov dmitriev fedorov gavrilov golubev ilyin kiselev komarov
  kovalev krylov kuzmina mikhailov novikov osipov polyakov sergeev stepanov tarasov titov vinogradov volkova zakharov kowalski kowalczyk kaminski
  lewandowski nowak wisniewski wojcik zielinski szymanski dabrowski mazur jankowski horvath kiss nagy nemeth szabo szijjarto toth varga balogh dvorak
  svoboda novotny prochazka kucera cerny babic horvat jovanovic kovac kovacevic markovic milosevic nikolic pavlovic petrovic popovic radic stojanovic
  todorov dimitrov georgiev ivanovic hristov ionescu popa popescu radu dumitru stan stoica papadopoulos pappas georgiou ioannou aydin celik demir
  dogan kaya kilic koc ozdemir ozturk sahin yildirim yildiz arslan tetteh nkansah darko agyei antwi bediako frimpong te ngata waititi mahuta`)

/** Join parts of a name, mostly of a person. */
const PARTICLES = list(`
  al el bin ibn bint ben abu abd ul ud ur van von der den ter ten de del della di da do dos das du des la le lo y e i of zu zur af av san santa st st.
  o mac mc op 't ould wa wal ad ash an ar as at az ap bar binti a/l s/o d/o`)

/** More places than those that news is filed from: regions, provinces, rivers, seas, cities, older and shorter names. */
const PLACES = list(`
  ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla.
  ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. d.c. n.s. n.b. n.w.t. p.e.i. b.c. alta. sask. ont. que. nwt eire
  u.s. us u.s.a. usa u.k. uk uae drc prc ussr america americas africa europe asia oceania antarctica arctic eurasia australasia balkans caucasus
  caribbean mediterranean pacific atlantic baltic sahara sahel scandinavia siberia patagonia amazon andes himalayas himalaya alps amazonia maghreb
  levant kurdistan kashmir palestine gaza crimea donbas chechnya dagestan ingushetia tatarstan bashkortostan xinjiang tibet manchuria catalonia
  bavaria saxony normandy brittany andalusia sicily sardinia corsica flanders wallonia lombardy tuscany holland britain england scotland wales ulster
  cornwall kent essex surrey sussex devon yorkshire lancashire darfur tigray oromia amhara puntland somaliland kivu katanga kasai ituri biafra
  zanzibar punjab sindh balochistan khyber pakhtunkhwa gujarat maharashtra rajasthan karnataka kerala tamil bihar assam odisha orissa haryana
  telangana jharkhand manipur meghalaya mizoram nagaland sikkim tripura uttarakhand goa ladakh jammu andhra chhattisgarh uttar madhya helmand herat
  nangarhar kunduz java sumatra sulawesi borneo papua aceh mindanao luzon visayas sabah sarawak johor penang selangor perak kelantan guangdong sichuan
  hunan hubei henan hebei shandong shanxi shaanxi jiangsu zhejiang fujian yunnan guizhou guangxi hainan jilin heilongjiang liaoning gansu qinghai
  anhui jiangxi ningxia taiwan hokkaido okinawa kyushu honshu fukushima gangwon jeju queensland tasmania victoria nsw chiapas oaxaca jalisco sonora
  sinaloa chihuahua guerrero tabasco yucatan quintana michoacan nuevo puebla bahia rondonia parana amazonas pernambuco antioquia cauca mendoza cordoba
  rosario tucuman salta cuzco cusco arequipa puno guayaquil guanacaste limon alajuela heredia cartago puntarenas nile danube rhine volga dnieper don
  congo zambezi niger mekong ganges indus brahmaputra yangtze tigris euphrates jordan golan sinai negev galilee judea samaria hebron nablus jenin
  haifa ashdod beersheba khan rafah homs idlib raqqa hama latakia daraa erbil kirkuk fallujah tikrit najaf karbala basra mosul sanaa hodeidah taiz
  aden benghazi misrata sirte derna oran constantine annaba sfax sousse agadir fes marrakesh marrakech tangier tobruk aswan luxor giza suez fujairah
  sharjah ajman ras medina riyadh dammam qom isfahan tabriz mashhad shiraz izmir adana antalya bursa gaziantep diyarbakir kano kaduna jos enugu ibadan
  benin calabar owerri borno adamawa yobe zamfara katsina sokoto kumasi tamale mombasa kisumu nakuru eldoret entebbe gulu jinja arusha mwanza dodoma
  mbeya blantyre beira nampula ndola kitwe livingstone bulawayo mutare gweru soweto bloemfontein polokwane kimberley limpopo mpumalanga gauteng natal
  transvaal windhoek swakopmund lubumbashi goma bukavu kisangani douala bamenda garoua ndjamena kidal gao timbuktu mopti zinder diffa agadez
  chittagong chattogram sylhet khulna rajshahi barisal cox bazar pune nagpur surat jaipur kanpur indore bhopal patna vadodara varanasi agra amritsar
  ludhiana guwahati kochi coimbatore madurai visakhapatnam mysuru mysore noida gurgaon chandigarh ayodhya quetta multan faisalabad sialkot gwadar
  galle jaffna kandy pokhara mandalay yangon rakhine kachin shan chiang phuket pattaya hue danang haiphong saigon surabaya bandung medan makassar
  yogyakarta semarang denpasar cebu davao marawi zamboanga quezon makati ipoh malacca melaka kuching tianjin chongqing chengdu wuhan nanjing hangzhou
  suzhou xian xiamen qingdao dalian harbin shenyang kunming urumqi lhasa macao kowloon taipei kaohsiung busan incheon daegu daejeon gwangju ulsan
  kyoto nagoya sapporo fukuoka yokohama kobe sendai nagasaki darwin hobart adelaide cairns geelong newcastle wollongong ballarat bendigo dunedin
  christchurch hamilton tauranga halifax winnipeg calgary edmonton regina saskatoon ottawa montreal brooklyn manhattan queens bronx hollywood harlem
  chicago detroit austin dallas memphis nashville charlotte oakland pasadena portland tucson albuquerque omaha wichita louisville richmond norfolk
  buffalo albany rochester syracuse hartford providence anchorage honolulu tijuana juarez monterrey guadalajara cancun acapulco veracruz leon merida
  toluca managua granada masaya matagalpa tegucigalpa cali medellin barranquilla cartagena bucaramanga cucuta maracaibo valencia barquisimeto guayana
  iquitos trujillo cochabamba sucre potosi oruro santa concepcion valparaiso antofagasta temuco recife fortaleza salvador manaus belem curitiba
  campinas santos seville bilbao malaga zaragoza palma porto braga coimbra nice lille toulouse bordeaux nantes rennes grenoble ghent antwerp bruges
  rotterdam utrecht eindhoven groningen leipzig dresden stuttgart dusseldorf dortmund essen bremen hanover nuremberg mainz salzburg graz linz
  innsbruck basel lausanne lugano gothenburg malmo uppsala bergen trondheim stavanger aarhus odense tampere turku tartu kaunas krakow gdansk wroclaw
  poznan lodz brno ostrava kosice debrecen cluj timisoara iasi constanta varna plovdiv nis split rijeka dubrovnik mostar thessaloniki patras kharkov
  lvov dnipro zaporizhzhia kherson mykolaiv luhansk lugansk donetsk bakhmut avdiivka gomel brest grodno smolensk bryansk kursk belgorod rostov
  voronezh samara saratov perm omsk tomsk irkutsk krasnoyarsk chelyabinsk kaliningrad murmansk arkhangelsk volgograd krasnodar astrakhan makhachkala
  vladikavkaz tbilisi batumi sukhumi abkhazia ossetia tskhinvali gyumri karabakh shusha ganja aktau atyrau shymkent karaganda samarkand bukhara
  namangan fergana osh naryn khujand abia abeokuta abomey adamaoua addis agboville akure anambra asaba ashanti bauchi bayelsa benue bo bolgatanga
  bungoma busia cabinda dakhla ebonyi ekiti ferkessedougou ga garissa gombe gusau hargeisa homabay huambo ilorin imo isiolo jebba jigawa kakamega
  kambia kandi kapchorwa kebbi kenema kericho kiambu kilifi kitui koforidua kogi kwara laikipia lamu lira lodwar lomé makurdi mandera marsabit mbale
  mbarara meru minna mukono muranga mtwara nakasongola nasarawa nsukka nyanza nyeri onitsha ondo osun oyo rustenburg sekondi siaya soroti sunyani
  takoradi taraba tarkwa techiman tema thika tororo turkana umuahia wajir wau warri yaba yola zaria ho boane oshakati otjiwarongo keetmanshoop walvis
  luderitz rundu okahandja gobabis katima mulilo ongwediva maun francistown serowe manzini mafikeng pietermaritzburg stellenbosch ekurhuleni tshwane
  mangaung ethekwini sandton centurion umlazi khayelitsha gugulethu mthatha upington knysna marikana phoenix chatsworth vereeniging sasolburg welkom
  witbank emalahleni mbombela nelspruit umhlanga bechar bejaia blida djelfa ghardaia mostaganem ouargla setif skikda tamanrasset tizi tlemcen kabylie
  sidi kairouan gabes bizerte monastir mahdia kasserine ajdabiya sabha zawiya zintan tarhuna ghat asyut beni damietta fayoum ismailia mansoura minya
  sharm sohag tanta zagazig omdurman kassala wad nyala juba malakal bentiu bor mekelle gondar hawassa jimma harar dire dawa bahir asmara massawa assab
  berbera bosaso kismayo baidoa beledweyne lasbela mirpur muzaffarabad rawalakot gilgit baltistan swat chitral dir bannu waziristan mohmand bajaur
  khuzdar turbat hyderabad sukkur larkana mardan abbottabad mansehra sargodha gujranwala gujrat sahiwal bahawalpur jhelum attock chakwal nowshera
  kohat hangu parachinar anantnag baramulla pulwama shopian kulgam kupwara bandipora budgam ganderbal poonch rajouri kathua udhampur doda kishtwar leh
  kargil siachen pahalgam gulmarg sonamarg pathankot bathinda patiala jalandhar mohali panchkula shimla manali dharamshala dehradun haridwar rishikesh
  nainital meerut ghaziabad allahabad prayagraj mathura vrindavan aligarh moradabad bareilly gorakhpur jhansi gwalior ujjain jabalpur raipur bilaspur
  ranchi jamshedpur dhanbad bokaro gaya muzaffarpur darbhanga bhagalpur purnia siliguri darjeeling howrah asansol durgapur malda murshidabad cuttack
  bhubaneswar puri rourkela sambalpur vizag vijayawada guntur tirupati nellore warangal karimnagar hubli belgaum belagavi mangalore mangaluru udupi
  ballari kalaburagi thiruvananthapuram trivandrum kozhikode calicut thrissur kollam alappuzha wayanad palakkad salem tiruchi tiruchirappalli
  tirunelveli vellore thanjavur puducherry pondicherry nashik aurangabad solapur kolhapur thane ratnagiri nanded rajkot bhavnagar jamnagar gandhinagar
  kutch bhuj jodhpur udaipur ajmer bikaner kota alwar imphal kohima aizawl shillong agartala itanagar gangtok dibrugarh silchar tezpur lakshadweep
  andaman nicobar malabar konkan vidarbha marathwada bundelkhand deccan coromandel mymensingh rangpur bogura bogra jessore jashore comilla cumilla
  noakhali feni gazipur narayanganj tangail faridpur kushtia pabna dinajpur bagerhat satkhira patuakhali bhola habiganj moulvibazar sunamganj teknaf
  chandpur kurigram biratnagar birgunj lalitpur bhaktapur chitwan janakpur gorkha lumbini trincomalee batticaloa anuradhapura polonnaruwa kurunegala
  ratnapura hambantota negombo male addu thimphu paro kandahar ghazni paktia paktika khost laghman kunar nuristan badakhshan takhar baghlan samangan
  balkh jawzjan faryab badghis ghor bamyan uruzgan zabul farah nimroz panjshir parwan kapisa wardak logar mazar lashkar jalalabad ahvaz abadan arak
  ardabil bandar bushehr bojnord chabahar esfahan fordow gorgan hamadan hormozgan ilam karaj kashan kerman kermanshah khorramabad khorramshahr
  khuzestan kish lorestan mazandaran natanz qazvin rasht sanandaj sari semnan sistan urmia yasuj yazd zahedan zanjan hormuz hatay kahramanmaras mardin
  mersin samsun sanliurfa trabzon van konya kayseri eskisehir denizli batman siirt sirnak hakkari tunceli edirne bodrum anbar babil diyala duhok dohuk
  halabja hilla kut maysan nasiriyah ninawa nineveh ramadi samarra sinjar sulaymaniyah sulaimaniyah tal wasit amarah baqubah daquq makhmour quneitra
  suwayda deir ezzor afrin azaz manbij kobani qamishli hasakah palmyra tartus baalbek bekaa byblos jounieh sidon saida tyre nabatieh zahle batroun
  irbid zarqa aqaba ajloun salt karak maan mafraq petra bethlehem jericho tulkarm qalqilya jabalya yunis beit hanoun sderot ashkelon eilat netanya
  herzliya ramat gan petah tikva bnei brak modiin tiberias nazareth acre safed dimona ofakim rehovot holon bat yam rishon lezion kiryat shmona metula
  ariel maale adumim jaffa silwan hadera abha asir buraydah hail jazan jizan jubail khobar najran qatif tabuk taif yanbu neom jeddah dibba muscat
  salalah sohar nizwa sur duqm dhofar marib ibb dhamar saada mukalla hadramawt shabwa abyan lahij socotra hawalli farwaniya jahra ahmadi lusail wakrah
  rayyan muharraq manama sitra aichi akita aomori chiba ehime fukui gifu gunma hyogo ibaraki ishikawa iwate kagawa kagoshima kanagawa kumamoto mie
  miyagi miyazaki nagano nara niigata oita okayama saga saitama shiga shimane shizuoka tochigi tokushima tottori toyama wakayama yamagata yamanashi
  kawasaki hamamatsu kitakyushu naha noto futaba namie minamata ginza shibuya shinjuku ueno nagatacho kasumigaseki yasukuni senkaku takeshima dokdo
  hamgyong kaesong panmunjom rason sinuiju wonsan yeongnam honam chungcheong gyeonggi gyeongsang jeolla gangnam itaewon yongsan pohang changwon jeonju
  cheongju suwon yeouido sejong ansan seongnam goyang mokpo yeosu gimhae andong altay aksu bayan hohhot inner baotou chifeng changchun changsha
  changzhou dandong daqing datong dongguan dunhuang foshan fuzhou ganzhou guilin guiyang haikou hefei hotan huizhou huaian jinan jingdezhen jinhua
  kashgar korla langfang lanzhou lianyungang linyi liuzhou luoyang mianyang nanchang nanning nantong ningbo ordos quanzhou sanya shantou shaoxing
  shijiazhuang taiyuan tangshan tengchong tumen wenzhou wuhu wuxi xining xishuangbanna xuzhou yancheng yantai yichang yinchuan yiwu zhanjiang
  zhengzhou zhenjiang zhongshan zhuhai zibo hsinchu keelung taichung tainan hualien taitung pingtung yilan miaoli changhua nantou chiayi penghu kinmen
  matsu spratly paracel tsim sha tsui mong kok causeway wan chai yuen long sheung shui sham po tuen mun shatin kwun tong lantau yau ma tei sai
  battambang siem reap sihanoukville kampot kampong luang prabang savannakhet pakse nha trang quang ninh dalat binh duong dong nai sapa bago
  mawlamyine pathein sittwe kayah kayin karen mon sagaing magway taunggyi myitkyina lashio loikaw maungdaw naypyidaw chonburi khon kaen korat nakhon
  ratchasima sawan songkhla yala pattani narathiwat krabi samui ayutthaya rayong udon thani ubon ambon balikpapan banjarmasin banten batam bekasi
  bogor cirebon depok flores gorontalo jambi jayapura kalimantan kupang lampung lombok madura malang maluku mataram nusantara padang palangkaraya
  palembang palu pekanbaru pontianak riau solo tangerang ternate timor tegal bali ubud alor klang kajang kinabalu bharu kuantan labuan langkawi miri
  muar pahang perlis petaling putrajaya sandakan seremban sibu taiping terengganu negeri sembilan subang albay antipolo bacolod baguio basilan
  batangas bicol bohol bulacan butuan cagayan calabarzon caloocan camarines cavite cotabato dumaguete general ilocos iloilo isabela jolo laguna
  legazpi leyte lingayen lucena maguindanao malabon mandaluyong masbate mindoro navotas negros pampanga pangasinan pasay pasig palawan samar sorsogon
  subic sulu surigao tacloban tagaytay taguig tarlac valenzuela zambales akaroa aotearoa ashburton gisborne hawke's hokitika huntly invercargill
  kaikoura kapiti levin manawatu marlborough masterton napier nelson northland otago palmerston papakura porirua queenstown rotorua southland taranaki
  taupo timaru tokoroa waikato wairarapa waitangi wanganui whanganui whangarei westland albury armidale bathurst bunbury bundaberg burnie cooktown
  coober dubbo fremantle geraldton gladstone gosford kalgoorlie karratha katherine kununurra launceston mackay maryborough mildura orange parramatta
  pilbara rockhampton tamworth toowoomba townsville wagga warrnambool gippsland hunter illawarra canberra arnhem torres tiwi bondi suva nadi lautoka
  apia nukualofa honiara noumea papeete bougainville rabaul lae madang hagen guadalcanal tarawa majuro abitibi barrie brampton burlington cambridge
  charlottetown dawson fredericton gander gaspe guelph iqaluit kamloops kelowna kenora kingston kitchener labrador laval lethbridge longueuil
  mississauga moncton moosonee nanaimo niagara nunavut nunavik oshawa oakville peterborough rankin saguenay sarnia sault sherbrooke sudbury timmins
  vaughan waterloo wellington whitehorse windsor yellowknife kamsack haida gwaii nunatsiavut inuvik kuujjuaq kahnawake akwesasne rimouski akron
  amarillo annapolis arlington asheville augusta bakersfield baton rouge bellevue berkeley beverly billings biloxi birmingham bismarck boise boulder
  bridgeport camden champaign charleston charlottesville chattanooga cheyenne clearwater columbia columbus concord corpus cupertino dayton daytona
  dover duluth durham elkhart erie eugene evansville everett fairbanks fargo ferguson flagstaff flint fresno gainesville galveston gary gettysburg
  grand greensboro greenville hampton helena hialeah hoboken huntsville irvine jackson jacksonville jersey joliet juneau kalamazoo knoxville lafayette
  lansing laredo lexington lincoln lubbock macon madison mesa midland mobile modesto montgomery napa naperville newark newport ogden olympia orlando
  oxford palm palo peoria pierre plano princeton provo pueblo quantico racine raleigh redmond reno riverside roanoke rockford roswell saginaw salinas
  savannah schenectady scottsdale selma shreveport sioux spokane springfield stamford stockton tacoma tempe toledo topeka trenton tulsa tuscaloosa
  uvalde ventura waco wilmington worcester yonkers youngstown yuma appalachia dixie midwest ozarks rockies sierra silicon mojave chesapeake everglades
  potomac mississippi missouri ohio hudson rio aguascalientes baja campeche ciudad coahuila colima culiacan durango ensenada guanajuato hermosillo
  hidalgo irapuato matamoros mazatlan mexicali morelia morelos nayarit nogales pachuca queretaro reynosa saltillo tamaulipas tampico tapachula tepic
  tlaxcala torreon tuxtla villahermosa xalapa zacatecas zihuatanejo tulum cozumel playa monclova antigua chichicastenango coban escuintla
  huehuetenango jalapa peten quetzaltenango quiche solola totonicapan xela ahuachapan cuscatlan chalatenango morazan sonsonate usulutan zacatecoluca
  choluteca comayagua copan danli intibuca lempira olancho progreso roatan sula tela yoro bluefields carazo chinandega corinto esteli jinotega
  jinotepe madriz nindiri ometepe rivas somoto tipitapa zelaya puriscal quepos liberia nicoya turrialba perez zeledon talamanca monteverde tortuguero
  arenal bocas chiriqui colon darien david herrera veraguas panama pinar matanzas cienfuegos villa clara sancti spiritus ciego avila camaguey holguin
  granma bayamo guantanamo mayabeque artemisa varadero baracoa isla moron habana gonaives jacmel leogane santiago punta cana puerto montego ocho
  bridgetown basseterre castries roseau kingstown oranjestad willemstad bahamas nassau bermuda guadeloupe martinique aruba curacao cayman tobago
  grenada dominica barbuda apure anzoategui aragua barinas bolivar carabobo cojedes falcon guarico lara miranda monagas portuguesa tachira vargas
  yaracuy zulia maracay petare arauca armenia boyaca caldas caqueta casanare choco cundinamarca guainia guaviare huila ibague magdalena manizales meta
  monteria narino neiva norte pasto pereira popayan putumayo quibdo quindio risaralda riohacha santander sincelejo tolima tumaco tunja valle
  villavicencio vichada buenaventura leticia ambato azuay canar carchi chimborazo cotopaxi cuenca esmeraldas galapagos ibarra imbabura loja machala
  manabi manta napo orellana otavalo pastaza pichincha portoviejo riobamba sucumbios tungurahua zamora ancash apurimac ayacucho cajamarca callao
  chiclayo chimbote huancavelica huanuco huaraz ica juliaca junin lambayeque loreto madre moquegua nazca pasco piura pucallpa tacna tumbes ucayali
  urubamba macchu machu picchu chapare pando tarija uyuni cobija asuncion alto caaguazu itapua encarnacion aysen atacama biobio calama chillan chiloe
  copiapo coquimbo iquique magallanes maule osorno rancagua talca tarapaca valdivia vina araucania nuble ohiggins catamarca chaco chubut corrientes
  entre formosa jujuy misiones neuquen posadas tierra ushuaia bariloche comodoro avellaneda quilmes lanus moreno artigas canelones colonia durazno
  maldonado paysandu rivera rocha salto tacuarembo alagoas amapa ceara espirito goias maranhao mato minas para paraiba piaui roraima sergipe tocantins
  florianopolis niteroi petropolis ribeirao uberlandia vitoria brumadinho mariana copacabana ipanema rocinha caracas demerara berbice essequibo linden
  cayenne kourou aberdeen aberystwyth bangor barnsley basingstoke bath blackburn blackpool bolton bournemouth bradford brighton bristol burnley
  caerphilly canterbury cardiff carlisle cheltenham chester chesterfield colchester coventry crewe croydon cumbria derby derry doncaster dorset dundee
  exeter falkirk fife galway gateshead glamorgan gloucester grimsby guildford hackney hampshire harrogate hartlepool hastings hereford hertfordshire
  huddersfield hull inverness ipswich islington keighley lambeth leeds leicester leicestershire lewisham lincolnshire liverpool londonderry luton
  maidstone merseyside middlesbrough milton northampton northumberland norwich nottingham oldham paisley plymouth portsmouth preston reading rochdale
  rotherham salford salisbury scarborough sheffield shetland shropshire slough somerset southampton southend stafford stirling stockport stoke suffolk
  sunderland swansea swindon telford torquay tottenham truro tyneside wakefield walsall watford westminster whitehall wigan wiltshire wimbledon
  winchester wolverhampton wrexham york cork limerick kilkenny waterford wexford wicklow donegal kerry mayo sligo drogheda dundalk antrim armagh
  fermanagh tyrone orkney hebrides guernsey`)

/** Adjectives and names of peoples, faiths and parties' followers. */
const PEOPLES = list(`
  afghan african albanian algerian american angolan arab arabian arabic argentine argentinian argentinean armenian asian assyrian australian austrian
  azerbaijani azeri bahraini balinese baltic bangladeshi bashkir basque bavarian belarusian belarussian belgian bengali bosnian botswanan brazilian
  british briton bulgarian burkinabe burmese burundian cambodian cameroonian canadian cantonese catalan caucasian chadian chechen chilean chinese
  christian colombian congolese cossack croat croatian cuban cypriot czech dane danish dutch ecuadorian ecuadorean egyptian emirati english eritrean
  estonian ethiopian european fijian filipino finnish finn french gabonese gambian georgian german ghanaian greek guatemalan guinean gujarati gulf
  haitian hausa hawaiian hindu hispanic honduran hungarian icelandic igbo indian indigenous indonesian ingush inuit iranian iraqi irish islamic
  islamist israeli italian ivorian jamaican japanese javanese jew jewish jordanian kashmiri kazakh kazakhstani kenyan khmer korean kosovar kurd
  kurdish kuwaiti kyrgyz lao laotian latin latino latvian lebanese liberian libyan lithuanian macedonian malagasy malawian malay malaysian maldivian
  malian maltese maori mauritanian mauritian maya mayan mexican moldovan mongolian montenegrin moroccan mozambican muslim namibian nepalese nepali
  nicaraguan nigerian nigerien norwegian oromo omani ottoman pakistani palestinian panamanian papuan paraguayan pashtun pashto persian peruvian pole
  polish polynesian portuguese punjabi qatari quechua roma roman romanian russian rwandan salvadoran salvadorean samoan sandinista saudi scandinavian
  scot scottish senegalese serb serbian shia shiite shi'ite sikh sindhi singaporean sinhalese sinhala slav slavic slovak slovakian slovene slovenian
  somali soviet spanish spaniard sudanese sunni swahili swede swedish swiss syrian taiwanese tajik tamil tanzanian tatar thai tibetan tigrayan
  togolese tongan tunisian turk turkic turkish turkmen ugandan ukrainian urdu uruguayan uighur uyghur uzbek venezuelan vietnamese welsh western
  westerner xhosa yazidi yemeni yemenite yoruba zambian zimbabwean zionist zulu afrikaner aboriginal anglican baptist buddhist catholic confucian
  evangelical hasidic jain lutheran methodist mormon orthodox pentecostal presbyterian protestant quaker salafi salafist sufi wahhabi alawite druze
  copt coptic maronite houthi rohingya hutu tutsi maasai kikuyu luo berber tuareg bedouin communist democrat democratic republican socialist maoist
  marxist nazi fascist leninist stalinist peronist chavista liberal conservative labour tory islamists democrats republicans communists sino franco
  anglo indo russo euro afro aborigine abkhaz abkhazian acehnese afar akan alawi algonquin amazigh andalusian andean apache arawak ashkenazi assamese
  athenian aymara azande azerbaijan's babylonian bahai balkan baloch baluch balkar bambara bangla bantu bashkirs batak beja bemba berliner bhutanese
  bihari bohemian boer bosniak breton buryat byzantine cajun cairene calabrian calvinist cameroonians carthaginian castilian celtic cherokee cheyenne
  chichewa choctaw circassian comanche comoran corsican cree creole crimean dagestani dalit dalits damascene dari dinka dogra dongan edo ewe falasha
  fang faroese farsi flemish frisian fula fulani gael gaelic galician gaul genoese gikuyu gond gurkha guyanese gypsy hakka haredi haredim hazara
  hebrew hellenic hindi hispanics hmong hopi iberian ibibio ijaw ionian iroquois ismaili jacobite javan jesuit judean kabyle kachin kalenjin kalmyk
  kannada kanuri kazak khoisan kinyarwanda kongo kosovan kurmanji kwanyama ladino lapp latina latinos lebanon's levantine ligurian luhya macedon
  magyar mapuche marathi marathas mandarin mandinka manx maghrebi malayali malayalam malinke mandela's marshallese mayans melanesian mende
  mesopotamian metis micronesian mohawk moor moors moravian mossi muscovite navajo ndebele nepalis newar nubian nuer odia ogoni ojibwe okinawan osage
  ossetian ossetians parisian parsi parsis phoenician pathan provencal pygmy rajput rastafarian rhodesian romani romansh romany ruthenian saami sami
  samburu san sanskrit santal sardinian scythian semitic senegambian shan shangaan shona sicilian silesian sinitic sioux slavonic sogdian songhai
  sorbian sotho sundanese swazi syriac tagalog tahitian tajikistani tartar telugu temne tigrinya tlingit transylvanian tsonga tswana tupi turkoman
  tuscan tuvan twi tyrolean ulsterman umbundu uygur venda venetian viennese viking visayan wallachian walloon wolof yakut yiddish yupik zaghawa
  zapotec zaza zoroastrian londoner parisians madrileno beijinger hongkonger hongkongers singaporeans evangelicals jihadist jihadists sunnis shiites
  hindus buddhists sikhs jews muslims christians catholics protestants marxists leftist leftists centrist conservatives liberals labourite tories
  greens nationalists unionist unionists loyalist loyalists separatist kemalist baathist ba'athist nasserist trotskyist gaullist thatcherite blairite
  trumpist bolsonarista bolivarian peronists kirchnerist correista fujimorista hutus tutsis kurds arabs africans asians europeans americans russians
  ukrainians`)

/** Nouns by which an organisation is known. */
const ORGANISATION_HEADS = list(`
  academy administration agency alliance army assembly association associates authority bank battalion board brigade bureau cabinet caucus centre
  center chamber church club coalition college command commission committee communications company confederation conference congress consortium
  cooperative corporation corps council court courts department directorate division establishment exchange federation firm force forces forum
  foundation front fund government group guard guards guild holdings house hospital industries initiative inspectorate institute institution insurance
  international intelligence investments judiciary laboratory laboratories league legislature magazine marines media ministry mission motors movement
  museum navy network news newspaper observatory office ombudsman organisation organization parliament partnership party police pharmaceuticals post
  press publishing radio regiment registry resources school secretariat securities senate service services society squad studio studios syndicate
  system systems taskforce team technologies telecom television theatre theater times tribunal trust tv union united university watch workers airlines
  airways daily gazette herald tribune journal chronicle guardian telegraph university's faculty treasury police's fc afc sc cf athletic rovers
  wanderers energy electric petroleum oil gas steel mining bros sons consulting partners logistics foods software records entertainment pictures
  productions ministerio universidad universite universitat universidade instituto institut partido parti partei banco banque fundacion fondation
  asociacion comision consejo corte federacion confederacion sindicato frente movimiento colegio escuela grupo gruppe gesellschaft verein verband
  comite camara asamblea senado empresa compania centro ejercito guardia diario prensa nacional yayasan universitas kementerian jabatan persatuan
  parishad sabha sangh samiti morcha dal vidyapeeth lashkar jamaat jamiat harakat hizb brigades front's bench trustees constabulary commandos
  commissioner's office's desk channel broadcaster broadcasting multimedia mills works chemicals pharma biotech semiconductor aviation airline
  aerospace shipping shipyards freight microfinance brewery breweries cement fertilisers fertilizers hydropower utilities solar renewables telecoms
  mobile panel mechanism inquiry clinic college's academy's orchestra philharmonic choir ballet opera conservatory gallery fc. cricket hockey rugby
  football basketball gymnastics olympic paralympic`)

/** Endings of a company's name. */
const COMPANY_ENDINGS = list(`
  inc inc. corp corp. co co. ltd ltd. limited llc llp lp plc gmbh ag sa s.a. spa s.p.a. srl nv n.v. bv b.v. ab asa oy oyj a/s kg kgaa se sarl sas pte
  pty pvt bhd sdn berhad tbk pt ooo oao zao pjsc jsc ojsc kk holding holdings group company companies & enterprises ventures capital`)

/** Nouns by which a place is known. */
const PLACE_HEADS = list(`
  archipelago area avenue basin bay beach block boulevard borough canal canyon cape city coast community commune county creek delta desert district
  division drive estuary falls forest glacier governorate gulf harbor harbour heights highlands hill hills island islands isle isles junction kingdom
  lagoon lake lane lga llc mainland mount mountain mountains municipality neighborhood neighbourhood oblast ocean parish park peak peninsula plain
  plains plateau plaza point port prefecture province rainforest reef region republic reserve ridge river road rock sea settlement shire shores square
  state states strait straits street suburb territories territory town township valley village voivodeship volcano ward woods zone okrug krai upazila
  tehsil taluk wilaya canton departamento emirate regency aimag atoll autonomous badlands barangay barrio bend bluff boma brook butte cay cays channel
  chiefdom cliff cliffs colonia comarca commonwealth constituency cordillera corregimiento cove crossing dale dell department dominion downs dunes
  dzong eyalet fjord fjords ford fork gap geyser glen gorge governorates ground grove gully gulch hamlet head heath hinterland hollow inlet jheel
  kampung kelurahan key keys loch mandal marsh marshes massif meadow meadows mesa mile moor mound mouth nagar oasis oases outback oblasts palika
  pargana pass pasture patch polder pond pool postcode precinct pur raion range ranges rapids ravine reach reservation rift rim sands savannah shoal
  shoals shore side sierra slope sound soum south spring springs steppe subdistrict subcounty summit swamp tambon tract tributary tundra ulus union
  upazilas vale voblast wadi waterfall wetland wetlands wilderness woodland woodlands zila zilla`)

/** Nouns by which a building, a road, a ship or the like is known. */
const FACILITY_HEADS = list(`
  airbase airfield airport arena auditorium barracks base basilica bridge building camp canal castle cathedral cemetery chapel citadel clinic complex
  courthouse dam embassy fort fortress garden gardens hall harbour headquarters highway hospital hotel house hostel jail library mall mansion market
  memorial mine mosque monastery monument motorway museum observatory palace park pipeline plant port prison pyramid racecourse railway refinery
  reactor resort road ship shrine stadium station synagogue temple terminal theatre theater tomb tower tunnel university viaduct villa wall wharf zoo
  hms uss ins mv ss rms aqueduct arboretum baths boarding bungalow bypass casino catacombs checkpoint chimney colosseum crossing depot docks dockyard
  estate flyover footbridge freeway fountain gate gateway grounds gurdwara hangar hippodrome interchange interconnector jetty junction landfill
  lighthouse lodge mausoleum metro mill minaret nursery overpass paddock parliament pavilion pier planetarium promenade quay racetrack ranch reservoir
  residence restaurant roundabout sanctuary shipyard silo skyscraper smelter spire stockade substation subway toll underpass velodrome warehouse
  waterworks windfarm speedway raceway spaceport cosmodrome seaport expressway corridor parkway turnpike inn`)

/** Nouns by which an event, a law, a prize, a work or a plan is known. */
const EVENT_HEADS = list(`
  accord accords act agenda agreement amendment anthem assizes award awards bill bowl campaign championship championships charter code conference
  constitution convention cup day decree declaration deal derby edition election elections era eve exhibition expo fair festival final finals games
  gala grand initiative intifada jubilee law league marathon massacre medal mission month nations night olympics open operation order pact plan policy
  prix prize programme program project protocol race referendum report resolution revolution rights rite roadmap scheme season series statute strategy
  summit tour tournament treaty trophy uprising visa vision war week year olympic paralympic paralympics covid covid-19 coronavirus omicron ebola hiv
  aids gdp nobel oscar oscars grammy ramadan eid diwali christmas easter hanukkah passover ashura holocaust pulitzer quran koran bible torah gospel
  facebook album anniversary apartheid apocalypse biennale broadway brexit cabaret campaigns carnival cantata catalogue centenary ceremony chronicle
  chronicles circuit coup crisis crusade crusades cyclone depression diaries diet doctrine dynasty earthquake edict emmy emmys encyclopedia episode
  equinox espresso famine flu genocide globe hackathon hajj handbook holiday hurricane hymn hymnal inauguration indexes index influenza jihad lent
  letters litany manifesto mandate manual memorandum miracle monsoon movie musical nakba navratri omnibus opera oratorio outbreak pandemic paper
  papers partition pilgrimage poem preamble primary proclamation prom puja putsch quartet ramayana mahabharata rally reformation regatta register
  renaissance requiem revolt rules saga sabbath scandal scale section sermon sessions song songs sonata spring sprint storm subsidy suite supplement
  symphony symposium syndrome tales tax testament trials triennial typhoon vaccine vedas volume workshop worldcup yatra yom kippur rosh`)

/** Organisations by their letters or by one word. */
const ORGANISATIONS = list(`
  un u.n. eu nato osce opec opec+ asean saarc ecowas sadc comesa igad mercosur brics g7 g8 g20 imf wto who unesco unicef unhcr unrwa undp unep unfpa
  unodc ohchr ilo iom iaea icao icc icj icrc interpol europol oecd ebrd adb afdb aiib ifc fao wfp ifad wipo itu imo apec cis csto sco eaeu gcc oic plo
  gop hamas fatah hezbollah hizbollah isis isil daesh qaeda taliban shabaab shabab boko haram pkk ypg sdf ltte farc eln ira eta cia fbi nsa dea doj dhs
  epa fda fcc sec irs nasa esa jaxa isro roscosmos darpa nih cdc fema tsa ice pentagon kremlin congress senate duma knesset bundestag bundesrat
  reichstag diet sejm rada majlis lok rajya sabha politburo mossad mi5 mi6 kgb fsb gru svr isi raw gchq bnd cbi nia bbc cnn abc nbc cbs fox pbs npr
  itv cctv cgtn nhk rt ria tass interfax novosti xinhua reuters wikinews afp ap upi dpa efe ansa kyodo yonhap pti ani ians ips anadolu sputnik jazeera
  bloomberg nikkei fifa uefa concacaf caf conmebol ioc fiba iaaf wada nba nfl nhl mlb ipl bcci pcb google microsoft apple amazon facebook meta twitter
  tesla ibm intel nvidia samsung huawei sony toyota honda nissan hyundai kia ford gm bmw volkswagen daimler siemens bosch nokia ericsson alibaba
  tencent baidu xiaomi netflix uber airbnb spacex boeing airbus lockheed raytheon gazprom rosneft lukoil sberbank aramco adnoc exxonmobil exxon
  chevron bp shell total eni equinor petrobras pemex pdvsa sinopec cnpc cnooc jpmorgan citigroup hsbc barclays goldman sachs ubs nestle unilever
  pfizer moderna astrazeneca sinovac sinopharm bayer novartis roche sanofi tata reliance infosys wipro adani vodafone telefonica walmart ikea
  greenpeace oxfam amnesty caritas bjp aap anc da eff cdu spd ppp kmt dpp ldp cpc ccp pla psoe pri pan morena akp chp haaretz guardian economist
  telegraph independent mirror sun times herald tribune globe post figaro liberation spiegel bild welt pais mundo clarin nacion mercurio universal
  excelsior reforma jornada tiempo espectador comercio folha globo estadao jornal publico corriere repubblica stampa izvestia kommersant vedomosti
  pravda gazeta meduza novaya rossiyskaya tengrinews kazinform zakon vremya ahram masry hurriyet sabah milliyet cumhuriyet zaman dawn geo samaa ary
  jang hindu ndtv aaj zee doordarshan prothom asahi mainichi yomiuri sankei jiji chosun joongang hankyoreh caixin yicai scmp rthk tempo kompas detik
  rappler inquirer punch vanguard thisday sowetan iol news24 enca sabc capitals axios politico vox buzzfeed huffpost vice slate wired techcrunch cnbc
  msnbc telesur rcn caracol univision televisa telemundo arsenal chelsea tottenham everton liverpool barcelona juventus inter milan napoli benfica
  porto ajax celtic rangers bayern borussia galatasaray fenerbahce besiktas flamengo palmeiras corinthians boca penarol olimpia motagua saprissa
  alajuelense herediano chivas pumas zamalek raja wydad esperance kaizer mamelodi sundowns gor lakers celtics bulls warriors knicks yankees dodgers
  mets cowboys patriots steelers packers adidas nike puma gucci prada chanel dior versace armani zara uniqlo lvmh hermes rolex cartier pepsi pepsico
  starbucks mcdonald's mcdonalds kfc heineken carlsberg diageo danone kraft cargill monsanto syngenta basf dow dupont glencore bhp vale rusal norilsk
  severstal evraz arcelormittal posco nippon mitsubishi mitsui sumitomo marubeni itochu softbank rakuten line panasonic sharp hitachi toshiba fujitsu
  nec canon nikon olympus nintendo sega sk lg lotte hanwha naver kakao tsmc foxconn acer asus htc mediatek lenovo zte oppo vivo realme oneplus
  bytedance tiktok kuaishou meituan jd.com pinduoduo didi ant sinochem chinalco comac byd geely saic nio evergrande vanke citic icbc hdfc icici sbi
  axis kotak lic ongc ntpc bhel hal maruti mahindra bajaj hero flipkart paytm ola zomato swiggy byju's jio airtel bsnl safaricom mtn glo ecobank
  zenith absa nedbank sasol eskom transnet prasa denel naspers multichoice sonangol nnpc emirates etihad qantas lufthansa ryanair easyjet aeroflot klm
  latam avianca aeromexico copa airasia garuda cathay miga isda iata icij wef wri wwf iucn fifpro msf ifrc hrw rsf cpj ituc icftu unaids unhabitat
  unctad unops uncitral ipcc g77 g-20 g-7 g-8 nam oas celac alba caricom unasur sica prosur amisom monusco minusma unifil unmiss unamid ecomog eulex
  frontex eurojust eurostat ecb ecj echr esm efta eea csce coe rcep cptpp usmca quad aukus ed cvc sebi rbi trai ugc icmr aiims iit iits iim jnu amu
  dmk aiadmk tmc cpi cpm shiv sena ncp sp bsp rjd jdu tdp ysrcp trs akali pdp nc rss vhp bnp pml mqm tlp ttp jui nab pemra nadra jvp slfp unp nepra
  nld ussd usdp tatmadaw umno pas pkr dap bersatu gps pap wp golkar gerindra pdip pks pkb nasdem perindo mnlf milf npa dilg comelec dti dswd tpp cppcc
  npc mps mss ndrc pboc csrc sasac hkma icac komeito jcp cdp jsdf boj meti mofa kesco bok fss dpk irgc basij quds hashd pmf hdp mhp iyi ypj sna hts
  nusra likud kadima meretz shas labor yamina idf dflp pflp unc ansarullah stc eprdf tplf olf onlf fano enm swapo rdp zanu frelimo renamo unita mpla
  chadema ccm kanu odm jubilee uda nrm fdc ndc npp cpp apc inec efcc icpc nddc nlc asuu frsc ndlea nafdac ncc nccc iebc eacc kra kcca ssp nps saps
  sars icasa cosatu sacp ifp actionsa numsa nehawu samwu unsc unga`)

const TIMES = list(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. am pm gmt utc est ist`,
)

const DIRECTIONS = list(
  `north south east west northern southern eastern western central upper lower new old greater great inner outer northeast northwest southeast southwest north-east north-west south-east south-west northeastern northwestern southeastern southwestern mid`,
)

/** Hold sentences together and are hardly ever part of a name by themselves. */
const FUNCTION_WORDS = list(`
  a an the this that these those he she it they we i you his her its their our my your him them us me who whom whose which what when where why how and
  or but nor so yet for if as at by in of on to from with without into onto over under after before during since until till while because although
  though unless than then there here not no yes also however meanwhile moreover furthermore therefore thus is are was were be been being am has have
  had do does did will would can could should shall may might must about above across against along among around behind below between beyond despite
  down inside near off out outside past through throughout toward towards up upon within according both either neither each every all any some many
  most more much few several other another such only just even still already once again now today yesterday tomorrow never always`)

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
