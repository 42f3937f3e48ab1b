import type {
  AuthorityField,
  CrossingField,
  GroundField,
  ImportKind,
  PersonField,
  ResidentField,
  RosterField,
} from "../fields";
import type { Part, Target } from "../targets";

const STUDENT_NO = [
  "student_no|student number|student no|student id|studentid|~id number|matriculation number|matric no",
  "номер студента|№ студента|студенческий номер|номер студенческого билета|студенческий билет|№ студенческого билета|студенческий билет номер|студбилет|студ билет|номер студбилета|№ студ билета|№ студ|ид студента|id студента|табельный номер|код студента|номер зачетной книжки|зачетная книжка|№ зачетки|№ зачетной книжки|шифр студента|~шифр|личный номер студента",
  "студенттин номери|студент номери|студенттик билет|студенттик билеттин номери|студенттин коду|студент №|билет номери|окуу билетинин номери|каттоо номери студенттин",
  "студент нөмірі|студенттің нөмірі|студенттік билет нөмірі|студенттік нөмір|студент коды|№ студенческий|номер студ билета|студ номер|студент id|id студенттин|рег номер студента|матрикул",
].join("|");

const DOCUMENT_NO = [
  "document_no|document number|document no|doc no|doc number|passport number|passport no|~passport|id card number|travel document number|travel document",
  "номер документа|№ документа|документ №|документ номер|номер паспорта|№ паспорта|~паспорт|паспорт №|паспорт номер|серия и номер|серия номер|серия и номер паспорта|серия и номер документа|серия номер паспорта|серия номер документа|паспорт серия и номер|~паспортные данные|номер удостоверения|номер удостоверения личности|номер паспорта удостоверения|номер id карты|номер проездного документа|~документ",
  "документтин номери|документ номери|паспорттун номери|паспорт номери|паспорттун сериясы жана номери|документтин сериясы жана номери|сериясы жана номери|сериясы номери",
  "құжат нөмірі|құжаттың нөмірі|паспорт нөмірі|төлқұжат нөмірі|жеке куәлік нөмірі|жеке куәліктің нөмірі|номер уд личности|№ уд личности|?номер|document series and number|series and number|series number|сериясы мен нөмірі",
].join("|");

const ROSTER: Readonly<Record<RosterField, string>> = {
  student_no: STUDENT_NO,
  last_name:
    "last_name|surname|last name|family name|lastname|last name latin|surname latin|фамилия|фамилия латиницей|фамилия на латинице|фамилия лат|фамилия латин|фамилия латинскими буквами|фамилия по паспорту|фамилия англ|фамилия на английском|фамилиясы|фамилиясы латын|фамилиясы латын тамгасы менен|фамилиясы латынча|тегі|фам|тегі латынша",
  first_name:
    "first_name|given name|given names|first name|firstname|name|name latin|first name latin|given names latin|имя|имя латиницей|имя на латинице|имя лат|имя латинскими буквами|имя по паспорту|имя англ|имя на английском|аты|аты латын|аты латын тамгасы менен|аты латынча|ысымы|есімі|аты латынша|ныспысы",
  middle_name:
    "middle_name|middle name|patronymic|middlename|patronymic latin|отчество|отчество латиницей|отчество на латинице|отчество лат|отчество при наличии|атасынын аты|атасынын аты латын|атасынын аты латынча|әкесінің аты|отч|әкесінің аты латынша|атасынын ысымы",
  last_name_cyrillic:
    "last_name_cyrillic|surname cyrillic|last name cyrillic|cyrillic surname|surname in cyrillic|фамилия кириллицей|фамилия на кириллице|фамилия кир|фамилия кириллица|фамилия русскими буквами|фамилия по русски|фамилия на русском|фамилия рус|фамилиясы кириллица|фамилиясы кирилл|фамилиясы кирилл тамгасы менен|фамилиясы кириллицада|фамилиясы кирилче|фамилиясы кириллче|тегі кириллица|фамилия на кирил",
  first_name_cyrillic:
    "first_name_cyrillic|given name cyrillic|given names cyrillic|first name cyrillic|first name in cyrillic|имя кириллицей|имя на кириллице|имя кир|имя кириллица|имя русскими буквами|имя по русски|имя на русском|имя рус|аты кириллица|аты кириллче|аты кирилл|аты кирилл тамгасы менен|аты кириллицада|аты кирилче|аты кириллицамен",
  middle_name_cyrillic:
    "middle_name_cyrillic|middle name cyrillic|patronymic cyrillic|middle name in cyrillic|отчество кириллицей|отчество на кириллице|отчество кир|отчество кириллица|отчество русскими буквами|отчество по русски|отчество на русском|отчество рус|атасынын аты кириллица|атасынын аты кирилл|атасынын аты кирилл тамгасы менен|атасынын аты кириллицада|атасынын аты кирилче|атасынын аты кириллче",
  birth_date:
    "birth_date|date of birth|birth date|birthdate|dob|born|birthday|дата рождения|день рождения|д р|др|дата рожд|число месяц год рождения|туулган күнү|туулган кун|туулган датасы|туулган күнү айы жылы|туған күні|дата рожд|рожд|туған жылы|туған күні айы жылы|туулган жылы|туулган жылы айы күнү|дата и год рождения|год месяц число рождения|b date",
  sex: "sex|gender|пол|жынысы|жыныс|жынысы эркек аял|жынысы ер әйел|sex m f|пол м ж",
  citizenship:
    "citizenship|nationality|country of citizenship|~country|citizen of|гражданство|страна гражданства|гражданин|~страна|страна гражданство|подданство|жарандыгы|жарандык|~өлкөсү|~өлкө|азаматтығы|азаматтық|азаматтығы елі|?ел|?елі|гр во|страна гр ва|citizen|жарандык өлкөсү",
  document_type:
    "document_type|type of document|document type|doc type|id type|тип документа|вид документа|документ удостоверяющий личность|вид документа удостоверяющего личность|тип удостоверяющего документа|документтин түрү|документ түрү|құжат түрі|құжаттың түрі",
  document_no: DOCUMENT_NO,
  document_expires:
    "document_expires|document expiry|document valid to|passport valid to|passport valid until|document expiry date|expiry date|expires|date of expiry|passport expiry|passport expiry date|valid until|document valid until|срок действия документа|срок действия паспорта|срок действия|документ действителен до|документ действует до|паспорт действует до|действует до|паспорт действителен до|действителен до|дата окончания срока действия|дата окончания срока действия документа|годен до|документтин мөөнөтү|документ жарактуу|документтин жарактуулук мөөнөтү|паспорттун мөөнөтү|жарактуулук мөөнөтү|мөөнөтү|жарамдылық мерзімі|құжаттың жарамдылық мерзімі|мерзімі|паспорт жарактуу|passport expires|дата окончания паспорта|действие паспорта",
  iin: "iin|individual identification number|~national id|ИИН|иин|иин рк|жсн|индивидуальный идентификационный номер|жсн рк|иин жсн|иин казахстан",
  faculty:
    "faculty|~school|~department|факультет|институт|~школа|~подразделение|факультети|факультет институт|фак|ф т|фак т|фт|факультет атауы|бөлім",
  programme:
    "programme|program|study programme|study program|speciality|specialty|major|field of study|направление|специальность|образовательная программа|программа|направление подготовки|адистиги|адистик|багыты|багыт|программасы|окуу программасы|мамандығы|мамандық|бағдарлама|білім беру бағдарламасы|спец|напр|направление обучения",
  year: "year|year of study|study year|course|~class|курс|год обучения|курсу|окуу жылы|окуган жылы|курсы|оқу курсы|оқу жылы|курс обуч",
  study_form:
    "study_form|form of study|study form|mode of study|форма обучения|~форма|окуу формасы|окуу түрү|окуунун формасы|окутуу формасы|оқу түрі|оқу нысаны|форма обуч",
  status:
    "status|student status|~state|статус|~состояние|статус студента|статусу|студенттин статусу|~абалы|мәртебесі|күйі|студенттің мәртебесі",
  housing:
    "housing|~residence|accommodation|living|lives in|проживание|место проживания|жилье|жильё|проживает|~адрес проживания|~общежитие|жашаган жери|турак жайы|жашаган дареги|~жатакана|тұрғылықты жері|жатақхана|мекен жайы|тұратын жері|прожив",
  phone:
    "phone|telephone|mobile|phone number|mobile phone|tel|contact phone|телефон|номер телефона|тел|моб|моб телефон|мобильный телефон|сотовый|контактный телефон|~контакты|телефону|телефон номери|уюлдук телефону|байланыш телефону|телефоны|телефон нөмірі|байланыс телефоны|ұялы телефон|конт телефон|тел номер",
  email:
    "email|e-mail|mail|email address|e-mail address|эл почта|электронная почта|~почта|емейл|эл адрес|электрондук почта|электрондук почтасы|электрондук дареги|эл почтасы|электрондық пошта|эл поштасы|эл пошта",
};

const CROSSINGS: Readonly<Record<CrossingField, string>> = {
  student_no: STUDENT_NO,
  document_no: DOCUMENT_NO,
  direction:
    "direction|entry exit|in out|entry or exit|crossing type|movement|type of crossing|направление|въезд выезд|въезд или выезд|вьезд выезд|тип пересечения|вид пересечения|направление движения|направление пересечения|~пересечение|~движение|вид движения|багыты|багыт|кирүү чыгуу|кирүү же чыгуу|кирди чыкты|өтүү багыты|бағыты кіру шығу|кіру шығу|кіру шығу бағыты|қозғалыс бағыты|вид пересеч|тип|въезд выезд тип|в в",
  at: "at|date|date time|datetime|crossing date|date of crossing|timestamp|date and time|дата|дата время|дата и время|дата пересечения|дата и время пересечения|дата время пересечения|дата пересечения границы|дата пересечения государственной границы|момент пересечения|дата въезда выезда|дата движения|күнү|дата күнү|күнү жана убактысы|күнү убактысы|өткөн күнү|чек арадан өткөн күнү|датасы|чек арадан өткөн күнү жана убактысы|өткен күні|күні|күні мен уақыты|шекарадан өткен күні|күні уақыты|дата пересеч|дата события|кесип өткөн күнү",
  checkpoint:
    "checkpoint|border checkpoint|border crossing point|border point|port of entry|crossing point|~border|post|пункт пропуска|кпп|~пункт|пп|наименование пункта пропуска|погранпост|пограничный пункт|место пересечения|~граница|~пост|контрольно пропускной пункт|өткөрүү пункту|өткөрмө пункт|пункту|чек ара|чек ара пункту|бекет|өткізу пункті|шекара бекеті|шекара өткізу пункті|өткізу бекеті|пункт проп|наим пункта пропуска|место перехода",
};

const GROUNDS: Readonly<Record<GroundField, string>> = {
  student_no: STUDENT_NO,
  kind: "kind|type|ground|ground of stay|kind of ground|type of ground|basis|basis of stay|вид|тип|основание|основание пребывания|вид основания|вид регистрации|тип регистрации|тип основания|вид документа|түрү|негизи|негиз|болуу негизи|каттоонун түрү|негиздин түрү|жүрүү негизи|тіркеу түрі|негіз түрі|негізі|негіз",
  number:
    "number|no|ground number|registration number|document number|permit number|certificate number|номер|№|номер документа|номер регистрации|номер справки|номер основания|регистрационный номер|№ документа|№ регистрации|номери|документтин номери|каттоо номери|каттоонун номери|нөмірі|тіркеу нөмірі|рег номер|рег №",
  valid_from:
    "valid_from|from|valid from|start|start date|date from|begins|registered from|с|дата начала|действует с|действителен с|начало|дата регистрации|начало действия|дата с|период с|срок с|регистрация с|башталышы|башталган күнү|башталган датасы|баштап|каттоо күнү|каттоонун башталышы|жарактуу башталышы|басталуы|басталу күні|бастап|тіркелген күні|жарамды басталуы|выдано с|срок действия с",
  valid_to:
    "valid_to|to|until|valid to|valid until|end|end date|date to|expires|expiry date|registered until|registered to|по|до|дата окончания|действует до|действует по|действителен до|действителен по|окончание|окончание действия|срок до|срок действия|дата по|период по|срок по|регистрация по|регистрация до|аяктаган күнү|бүтүшү|аякташы|аяктоо күнү|бүткөн күнү|чейин|мөөнөтү|каттоонун аякташы|жарактуулук мөөнөтү|аяктаган датасы|аяқталуы|аяқталу күні|дейін|жарамдылық мерзімі|срок действия по|срок действия до|дата оконч",
  address:
    "address|registered address|place of stay|address of stay|address of registration|адрес|адрес регистрации|адрес пребывания|место пребывания|~адрес проживания|место регистрации|дареги|дарек|каттоо дареги|жүргөн жери|жашаган дареги|мекенжайы|мекенжай|тіркеу мекенжайы|тұрғылықты мекенжайы|адрес проживания в кр|адрес регистр",
  status:
    "status|~state|decision|result|статус|~состояние|решение|результат|статусу|~абалы|чечим|чечими|жыйынтыгы|мәртебесі|күйі|шешім|нәтиже",
  visa_type:
    "visa_type|visa type|type of visa|kind of visa|visa kind|visa category|тип визы|вид визы|категория визы|виза тип|визанын түрү|виза түрү|визанын категориясы|виза санаты|визаның түрі",
};

const DOCUMENT_SERIES =
  "document_series|серия|сер|ser|серия документа|серия паспорта|паспорт серия|серия удостоверения|серия удостоверения личности|series|passport series|document series|series of passport|series of document|сериясы|паспорттун сериясы|документтин сериясы|құжат сериясы|құжаттың сериясы|паспорт сериясы|төлқұжат сериясы|жеке куәлік сериясы";

/** Columns that are no field themselves: several in one, or a piece of one. */
const PARTS: Readonly<Record<Part, string>> = {
  full_name:
    "full_name|фио сначала фамилия|аты жөнү адегенде фамилиясы|full name surname first|фио|ф и о|фио студента|ф и о студента|ф и о полностью|фио полностью|фио кириллицей|фио на русском|фамилия имя отчество|фамилия имя отчество студента|фамилия имя|фамилия и имя|фамилия имя отчество при наличии|аты жөнү|студенттин аты жөнү|толук аты жөнү|фамилиясы аты атасынын аты|фамилиясы аты жөнү|фамилиясы аты|а а а|тегі аты әкесінің аты|аты жөні|студенттің аты жөні|тегі аты|тегі аты жөні|т а ә|surname first name|surname name|surname and name|surname and first name|last name first name|surname given names|surname name patronymic|last name first name middle name",
  full_name_latin:
    "full_name_latin|аты жөнү латын тамгасында|full name in latin letters|full name in latin letters surname first|фио латиницей|фио на латинице|фио лат|фио латин|ф и о латиницей|ф и о лат|фио по паспорту|фио англ|фио на английском|фамилия имя латиницей|аты жөнү латын|аты жөнү латынча|аты жөні латынша|surname name latin|surname and name latin|surname and given names as in passport|surname given names as in passport",
  full_name_given_first:
    "full_name_given_first|фио сначала имя|аты жөнү адегенде аты|full name given name first|имя фамилия|имя и фамилия|имя фамилия отчество|аты фамилиясы|first name last name|first name surname|name and surname|name surname|given name surname|given names surname|?full name|?student name|?name of student|?student full name|?студент|?студенты|?student|?обучающийся",
  document_series: DOCUMENT_SERIES,
  entry_at:
    "entry_at|дата въезда|въезд|дата вьезда|дата время въезда|дата и время въезда|въезд дата|въехал|прибытие|дата прибытия|entry date|date of entry|entry|entered|arrival|arrival date|date of arrival|entry date and time|кирүү|кирүү күнү|кирген күнү|кирүү датасы|кирген датасы|келген күнү|кіру|кіру күні|кірген күні|келген күні",
  exit_at:
    "exit_at|дата выезда|выезд|дата время выезда|дата и время выезда|выезд дата|выехал|убытие|дата убытия|exit date|date of exit|exit|left|departure|departure date|date of departure|exit date and time|чыгуу|чыгуу күнү|чыккан күнү|чыгуу датасы|чыккан датасы|кеткен күнү|шығу|шығу күні|шыққан күні|кеткен күні",
  time: "time|crossing time|time of crossing|время|время пересечения|время пересечения границы|час|убакыт|убактысы|өткөн убактысы|өтүү убактысы|саат|уақыты|уақыт|өткен уақыты",
  entry_time:
    "entry_time|время въезда|время вьезда|время прибытия|entry time|time of entry|arrival time|кирүү убактысы|кирген убактысы|кіру уақыты|кірген уақыты",
  exit_time:
    "exit_time|время выезда|время убытия|exit time|time of exit|departure time|чыгуу убактысы|чыккан убактысы|шығу уақыты|шыққан уақыты",
  entry_checkpoint:
    "entry_checkpoint|пункт въезда|пункт пропуска въезда|пункт пропуска при въезде|кпп въезда|кпп при въезде|кпп въезд|место въезда|entry checkpoint|entry border crossing point|checkpoint of entry|place of entry|point of entry|кирген пункт|киргендеги өткөрүү пункту|кирүү пункту|кирген өткөрүү пункту|кирүүдөгү өткөрүү пункту|кірген бекеті|кіру бекеті|кірген өткізу пункті",
  exit_checkpoint:
    "exit_checkpoint|пункт выезда|пункт пропуска выезда|пункт пропуска при выезде|кпп выезда|кпп при выезде|кпп выезд|место выезда|exit checkpoint|exit border crossing point|checkpoint of exit|place of exit|point of exit|port of exit|чыккан пункт|чыккандагы өткөрүү пункту|чыгуу пункту|чыккан өткөрүү пункту|чыгуудагы өткөрүү пункту|шыққан бекеті|шығу бекеті|шыққан өткізу пункті",
};

/** Whom a row is about, as a roster calls it; a list without a roster's other columns may say it shorter. */
const PERSON: Readonly<Record<PersonField, string>> = {
  student_no: STUDENT_NO,
  last_name: ROSTER.last_name,
  first_name: ROSTER.first_name,
  middle_name: ROSTER.middle_name,
  last_name_cyrillic: ROSTER.last_name_cyrillic,
  first_name_cyrillic: ROSTER.first_name_cyrillic,
  middle_name_cyrillic: ROSTER.middle_name_cyrillic,
  birth_date: ROSTER.birth_date,
  document_no: DOCUMENT_NO,
  iin: ROSTER.iin,
};

const PERSON_PARTS = {
  full_name: `${PARTS.full_name}|фио проживающего|ф и о проживающего|проживающий|фио жильца|жашоочунун аты жөнү|жашаган студент|тұрғынның аты жөні|name of resident`,
  full_name_latin: PARTS.full_name_latin,
  full_name_given_first: PARTS.full_name_given_first,
  document_series: PARTS.document_series,
} as const;

const RESIDENTS: Readonly<Record<ResidentField, string>> = {
  ...PERSON,
  dormitory:
    "dormitory|dorm|hostel|hall|residence hall|hall of residence|dormitory name|dormitory number|dormitory no|общежитие|№ общежития|номер общежития|общежитие №|название общежития|наименование общежития|общ|общ №|~корпус|~здание|жатакана|жатакананын номери|жатакана №|№ жатакана|жатакананын аты|студенттик жатакана|жатақхана|жатақхана №|жатақхана нөмірі|жатақхана атауы",
  room: "room|room no|room number|комната|№ комнаты|номер комнаты|комната №|комн|ком|~помещение|бөлмө|бөлмөсү|бөлмө №|бөлмөнүн номери|бөлме|бөлме №|бөлме нөмірі|~блок|блок комната",
  lives_from:
    "lives_from|lives from|lives there from|moved in|move in date|check in|check in date|from|date of check in|resident since|заселен|заселён|заселена|дата заселения|заселение|дата вселения|вселен|вселение|въехал в общежитие|проживает с|с|дата заезда|заезд|срок проживания с|период с|дата с|договор с|киргизилген күнү|жайгашкан күнү|жайгаштырылган күнү|жашай баштаган күнү|жашаган мөөнөтү башталышы|орноштурулган күнү|орналасқан күні|қоныстанған күні|тұра бастаған күні",
  lives_to:
    "lives_to|lives until|lives to|lives there until|until|to|check out|check out date|contract until|проживает до|проживает по|по|до|срок проживания|срок проживания до|срок проживания по|срок договора|договор до|договор по|проживание до|период по|дата по|окончание проживания|дата окончания проживания|жашоо мөөнөтү|жашоо мөөнөтүнүн акыркы күнү|жашоонун акыркы күнү|жашай турган мөөнөтү|жашаган мөөнөтү бүтүшү|келишим мөөнөтү|чейин|тұру мерзімі|тұратын мерзімі|дейін",
  moved_out:
    "moved_out|moved out|moved out on|move out date|left|date of leaving|departure date|выселен|выселена|дата выселения|выселение|выехал|выехала|дата выезда|выбыл|выбыла|дата выбытия|освободил комнату|чыккан күнү|чыгарылган күнү|чыгып кеткен күнү|кеткен күнү|шыққан күні|шығарылған күні|кеткен күні",
};

const AUTHORITY: Readonly<Record<AuthorityField, string>> = {
  ...PERSON,
  result:
    "result|outcome|decision|answer|resolution|~status|результат|результат рассмотрения|результат регистрации|решение|принятое решение|решение органа|ответ|итог|~статус|~отметка|отметка о регистрации|жыйынтыгы|жыйынтык|каттоонун жыйынтыгы|чечим|чечими|жооп|~абалы|нәтиже|нәтижесі|шешім|шешімі",
  reason:
    "reason|reason for refusal|reason of refusal|why|remark|comment|note|причина|причина отказа|причина возврата|основание отказа|причина отказа возврата|~примечание|~комментарий|~замечания|себеби|себеп|баш тартуунун себеби|кайтаруунун себеби|~эскертүү|себебі|бас тарту себебі",
  registration_no:
    "registration_no|registration number|registration no|reg no|certificate number|номер регистрации|регистрационный номер|№ регистрации|рег номер|рег №|номер талона|номер справки|номер карточки учета|каттоо номери|каттоонун номери|каттоо №|тіркеу нөмірі|тіркеу №|number of the registration",
  valid_from: GROUNDS.valid_from,
  valid_to: GROUNDS.valid_to,
  authority:
    "authority|registering authority|issued by|registered by|office|body|орган|орган регистрации|регистрирующий орган|кем выдано|кем зарегистрирован|наименование органа|ведомство|подразделение|цон|органы|каттаган орган|каттоо органы|ким берген|мекеме|тіркеу органы|орган атауы",
  list_no:
    "list_no|list number|list no|our list|request|request number|request no|заявка|заявка №|номер заявки|№ заявки|номер нашей заявки|наша заявка|өтүнмө|өтүнмө №|өтүнмөнүн номери|биздин өтүнмөнүн номери|өтінім нөмірі|request list|list|номер списка|№ списка|список|список №|номер нашего списка|наш список|исходящий номер|исх номер|исх №|номер ходатайства|тизменин номери|тизме №|тизме|биздин тизменин номери|чыгыш номери|тізім нөмірі|тізім №|number of our list",
};

/** Whose a crossing or a ground is, where no number says so. */
const WHO: Readonly<Partial<Record<Target, string>>> = {
  iin: ROSTER.iin,
  last_name: ROSTER.last_name,
  first_name: ROSTER.first_name,
  middle_name: ROSTER.middle_name,
  last_name_cyrillic: ROSTER.last_name_cyrillic,
  first_name_cyrillic: ROSTER.first_name_cyrillic,
  middle_name_cyrillic: ROSTER.middle_name_cyrillic,
  birth_date: ROSTER.birth_date,
  full_name: PARTS.full_name,
  full_name_latin: PARTS.full_name_latin,
  full_name_given_first: PARTS.full_name_given_first,
};

/** Of a ground, whose own number may be called a document's as well. */
const PASSPORT = {
  document_no: `${DOCUMENT_NO}|номер документа студента|паспорт студента|номер паспорта студента|студенттин документинин номери|студенттин паспорту|student's document number|student's passport`,
  document_series: DOCUMENT_SERIES,
} as const;

/** Headings of each field in English, Russian, Kyrgyz and here and there Kazakh, divided by "|"; the canonical name is the first. "~" marks a weak one: it counts only where no other column names the field; "?" one that might mean it, which a person decides. */
export const HEADINGS: Readonly<Record<ImportKind, Readonly<Partial<Record<Target, string>>>>> = {
  roster: { ...PARTS, ...ROSTER },
  crossings: { ...WHO, ...PARTS, ...CROSSINGS },
  grounds: { ...WHO, ...PASSPORT, ...GROUNDS },
  residents: { ...PERSON_PARTS, ...RESIDENTS },
  authority: { ...PERSON_PARTS, ...AUTHORITY },
};
