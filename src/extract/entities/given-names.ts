import { FEMALE, MALE } from '../../record/nouns.js'

/*
 * Given names that are nearly always a woman's or a man's, from general knowledge. Names of both, such as Andrea, Jean, Robin or Sasha, are left
 * out: a wrong gender costs more than none.
 */

const WOMEN = `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna
  michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole
  helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly
  lauren christina joan evelyn judith megan cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice
  abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla
  lori mia ella chloe lucy sophie zoe ellen eleanor clara rosa rose irene ivy hazel nora lily ingrid astrid birgit greta heidi helga ursula ilse
  katja petra sabine monika renate claudia giulia francesca chiara paola elena lucia carmen pilar dolores isabel ines beatriz fernanda gabriela
  valentina catalina camila mariana juana consuelo esperanza marta joana raquel silvia sonia teresa veronica yolanda
  olga natalia tatiana svetlana irina ekaterina yekaterina ludmila lyudmila galina nadezhda yelena oksana yulia anastasia daria dariya ksenia
  polina alina marina zoya raisa vera lyubov agnieszka katarzyna malgorzata magdalena zofia ewa jadwiga halina
  fatima aisha ayesha khadija zainab zaynab maryam mariam layla leila amina samira yasmin yasmine noura huda salma hanan rania farah fatma ayşe
  zeynep emine elif meral nazanin shirin parisa mahsa masih malala benazir sheikh-hasina indira sonia priyanka sushma nirmala mamata lakshmi
  deepika priya kavita sunita anjali meera pooja aung-san akiko yoko keiko yuko michiko naoko hiroko tomoko ayako mei xiu ling soo-jin
  ngozi chimamanda aminata fatou wangari winnie graca chipo nomvula thandi naledi jacinda hillary ivanka melania michele kamala theresa
  angelina oprah beyonce whitney serena venus simone megan greta ursula christiane brigitte segolene marine francoise genevieve sylvie
  isabelle nathalie veronique valerie monique colette josephine amelie camille juliette margot celine odile solange
  emilia matilda louisa henrietta harriet georgina philippa jemima penelope fiona moira catriona siobhan niamh aoife sinead bridget
  molly peggy maggie nellie daisy ruby pearl sylvia audrey edith ethel agnes mabel gertrude bertha winifred agatha priscilla
  tina tracy wendy vanessa erica monica sheila rhonda paula peggy holly becky tammy wanda yvonne lorraine constance roberta
  mette karin annika birgitta gunilla siri sigrid solveig liv kirsten inger tove saffy magda danuta lidia elvira sofia sophie`

const MEN = `james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul
  andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
  scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary
  peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan
  billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene
  barack joe bill jim mike tom bob dick steve dave dan ben sam tim rob jeff greg matt nick tony chris phil ken ron don ed fred harry
  vladimir dmitry dmitri sergei sergey igor mikhail nikolai nikolay boris yuri oleg alexei aleksei aleksandr ivan pavel konstantin viktor andrei
  anatoly leonid gennady valery vitaly volodymyr petro mykola oleksandr serhiy mukhtar nursultan kassym-jomart islam emomali gurbanguly ilham
  heydar ramzan aslan bolat timur yerzhan yerlan daniyar
  mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein hasan husain abdullah abdul abdel ibrahim ismail omar osama khalid khaled
  mahmoud mustafa yusuf youssef tariq salman saleh saeed said bashar hamid karim nasser walid ziad rashid recep tayyip kemal mehmet murat
  emre hakan burak benjamin yitzhak shimon ehud ariel moshe avi yair naftali narendra rahul rajiv manmohan amit arun arvind sanjay vijay
  ravi suresh ramesh rajesh sunil anil ashok imran nawaz pervez asif zulfikar shahbaz hiroshi kenji takeshi shinzo yoshihide fumio taro
  junichiro akira kazuo haruki jinping jintao zedong xiaoping keqiang
  jong-un jong-il jae-in geun kim-jong prayut thaksin joko mahathir anwar najib rodrigo ferdinand benigno
  jean-claude jean-luc jean-marie jean-pierre jean-yves jean-jacques jean-paul pierre jacques francois nicolas emmanuel philippe laurent olivier
  alain michel henri louis luc marc antoine guillaume thierry xavier yves gilles bernard gerard marcel rene
  hans karl klaus jürgen juergen wolfgang helmut gerhard günter gunter heinz dieter uwe stefan olaf otto friedrich ludwig
  giovanni giuseppe mario matteo silvio luigi paolo carlo sergio antonio marco luca pietro roberto enrico
  carlos luis miguel pedro pablo diego fernando francisco javier jorge manuel rafael ricardo alejandro andres enrique eduardo hugo evo nicolás
  nicolas raul fidel lula jair luiz joao paulo
  lars erik anders björn bjorn olof sven nils jens henrik magnus mikkel søren soren gunnar harald leif tor stellan
  jarosław jaroslaw lech donald mateusz andrzej wojciech krzysztof piotr tomasz paweł zbigniew
  kofi kwame nelson desmond thabo jacob cyril julius uhuru raila robert emmerson yoweri paul muhammadu goodluck olusegun
  mahamadou okey malcolm winston neville clement tony gordon boris keir nigel jeremy ian alistair angus hamish duncan
  liam conor declan brendan eamon padraig seamus patrick
  geoffrey geoff stuart graham trevor clive derek barry colin simon adrian rupert hugh giles nigel rory oliver elon warren mitt newt rand ted
  chuck mitch lindsey marco jeb bernie cory pradeep ahmed hosni muammar moammar saddam yasser ismail`

const names = (list: string): string[] => list.split(/\s+/).filter((name) => name !== '')

const GIVEN_NAMES: ReadonlyMap<string, number> = new Map([
  ...names(MEN).map((name) => [name, MALE] as const),
  ...names(WOMEN).map((name) => [name, FEMALE] as const),
])

/** `FEMALE`, `MALE`, or 0 where the name does not tell. In lower case. */
export function genderOfGivenName(name: string): number {
  return GIVEN_NAMES.get(name) ?? 0
}
