import type { CrossingField, Field, GroundField, ImportKind, RosterField } from "../fields";

const STUDENT_NO = [
  "student_no|student number|student no|student id|studentid|~id number|matriculation number|matric no",
  "номер студента|№ студента|студенческий номер|номер студенческого билета|студенческий билет|№ студенческого билета|студбилет|студ билет|номер студбилета|№ студ билета|№ студ|ид студента|id студента|табельный номер|код студента|номер зачетной книжки|зачетная книжка|№ зачетки|№ зачетной книжки|шифр студента|~шифр|личный номер студента",
  "студенттин номери|студент номери|студенттик билет|студенттик билеттин номери|студенттин коду|студент №|билет номери|окуу билетинин номери",
].join("|");

const DOCUMENT_NO = [
  "document_no|document number|document no|doc no|doc number|passport number|passport no|~passport|id card number|travel document number|travel document",
  "номер документа|№ документа|документ №|документ номер|номер паспорта|№ паспорта|~паспорт|паспорт №|паспорт номер|серия и номер паспорта|серия и номер документа|серия номер паспорта|серия номер документа|паспорт серия и номер|~паспортные данные|номер удостоверения|номер удостоверения личности|номер паспорта удостоверения|номер id карты|номер проездного документа|~документ",
  "документтин номери|документ номери|паспорттун номери|паспорт номери|паспорттун сериясы жана номери|документтин сериясы жана номери",
].join("|");

const ROSTER: Readonly<Record<RosterField, string>> = {
  student_no: STUDENT_NO,
  last_name:
    "last_name|surname|last name|family name|lastname|last name latin|surname latin|фамилия|фамилия латиницей|фамилия на латинице|фамилия лат|фамилия латин|фамилия латинскими буквами|фамилия по паспорту|фамилия англ|фамилия на английском|фамилиясы|фамилиясы латын|фамилиясы латын тамгасы менен|фамилиясы латынча|тегі",
  first_name:
    "first_name|given name|given names|first name|firstname|name|name latin|first name latin|given names latin|имя|имя латиницей|имя на латинице|имя лат|имя латинскими буквами|имя по паспорту|имя англ|имя на английском|аты|аты латын|аты латын тамгасы менен|аты латынча|ысымы|есімі",
  middle_name:
    "middle_name|middle name|patronymic|middlename|patronymic latin|отчество|отчество латиницей|отчество на латинице|отчество лат|отчество при наличии|атасынын аты|атасынын аты латын|атасынын аты латынча|әкесінің аты",
  last_name_cyrillic:
    "last_name_cyrillic|surname cyrillic|last name cyrillic|cyrillic surname|surname in cyrillic|фамилия кириллицей|фамилия на кириллице|фамилия кир|фамилия кириллица|фамилия русскими буквами|фамилия по русски|фамилия на русском|фамилия рус|фамилиясы кириллица|фамилиясы кирилл|фамилиясы кирилл тамгасы менен|фамилиясы кириллицада|фамилиясы кирилче|фамилиясы кириллче",
  first_name_cyrillic:
    "first_name_cyrillic|given name cyrillic|given names cyrillic|first name cyrillic|first name in cyrillic|имя кириллицей|имя на кириллице|имя кир|имя кириллица|имя русскими буквами|имя по русски|имя на русском|имя рус|аты кириллица|аты кириллче|аты кирилл|аты кирилл тамгасы менен|аты кириллицада|аты кирилче",
  middle_name_cyrillic:
    "middle_name_cyrillic|middle name cyrillic|patronymic cyrillic|middle name in cyrillic|отчество кириллицей|отчество на кириллице|отчество кир|отчество кириллица|отчество русскими буквами|отчество по русски|отчество на русском|отчество рус|атасынын аты кириллица|атасынын аты кирилл|атасынын аты кирилл тамгасы менен|атасынын аты кириллицада|атасынын аты кирилче|атасынын аты кириллче",
  birth_date:
    "birth_date|date of birth|birth date|birthdate|dob|born|birthday|дата рождения|день рождения|д р|др|дата рожд|число месяц год рождения|туулган күнү|туулган кун|туулган датасы|туулган күнү айы жылы|туған күні",
  sex: "sex|gender|пол|жынысы|жыныс|жынысы эркек аял",
  citizenship:
    "citizenship|nationality|country of citizenship|~country|citizen of|гражданство|страна гражданства|гражданин|~страна|страна гражданство|подданство|жарандыгы|жарандык|~өлкөсү|~өлкө|азаматтығы",
  document_type:
    "document_type|type of document|document type|doc type|id type|тип документа|вид документа|документ удостоверяющий личность|вид документа удостоверяющего личность|тип удостоверяющего документа|документтин түрү|документ түрү",
  document_no: DOCUMENT_NO,
  document_expires:
    "document_expires|document expiry|document valid to|passport valid to|passport valid until|document expiry date|expiry date|expires|date of expiry|passport expiry|passport expiry date|valid until|document valid until|срок действия документа|срок действия паспорта|срок действия|документ действителен до|документ действует до|паспорт действует до|действует до|паспорт действителен до|действителен до|дата окончания срока действия|дата окончания срока действия документа|годен до|документтин мөөнөтү|документ жарактуу|документтин жарактуулук мөөнөтү|паспорттун мөөнөтү|жарактуулук мөөнөтү|мөөнөтү",
  iin: "iin|individual identification number|~national id|ИИН|иин|иин рк|жсн|индивидуальный идентификационный номер",
  faculty:
    "faculty|~school|~department|факультет|институт|~школа|~подразделение|факультети|факультет институт",
  programme:
    "programme|program|study programme|study program|speciality|specialty|major|field of study|направление|специальность|образовательная программа|программа|направление подготовки|адистиги|адистик|багыты|багыт|программасы|окуу программасы",
  year: "year|year of study|study year|course|~class|курс|год обучения|курсу|окуу жылы|окуган жылы",
  study_form:
    "study_form|form of study|study form|mode of study|форма обучения|~форма|окуу формасы|окуу түрү|окуунун формасы|окутуу формасы",
  status:
    "status|student status|~state|статус|~состояние|статус студента|статусу|студенттин статусу|~абалы",
  housing:
    "housing|~residence|accommodation|living|lives in|проживание|место проживания|жилье|жильё|проживает|~адрес проживания|~общежитие|жашаган жери|турак жайы|жашаган дареги|~жатакана",
  phone:
    "phone|telephone|mobile|phone number|mobile phone|tel|contact phone|телефон|номер телефона|тел|моб|моб телефон|мобильный телефон|сотовый|контактный телефон|~контакты|телефону|телефон номери|уюлдук телефону|байланыш телефону",
  email:
    "email|e-mail|mail|email address|e-mail address|эл почта|электронная почта|~почта|емейл|эл адрес|электрондук почта|электрондук почтасы|электрондук дареги|эл почтасы",
};

const CROSSINGS: Readonly<Record<CrossingField, string>> = {
  student_no: STUDENT_NO,
  document_no: DOCUMENT_NO,
  direction:
    "direction|entry exit|in out|entry or exit|crossing type|movement|type of crossing|направление|въезд выезд|въезд или выезд|вьезд выезд|тип пересечения|вид пересечения|направление движения|направление пересечения|~пересечение|~движение|вид движения|багыты|багыт|кирүү чыгуу|кирүү же чыгуу|кирди чыкты|өтүү багыты",
  at: "at|date|date time|datetime|crossing date|date of crossing|crossing time|~time|timestamp|date and time|дата|дата время|дата и время|дата пересечения|дата и время пересечения|дата время пересечения|дата пересечения границы|дата пересечения государственной границы|~время пересечения|момент пересечения|дата въезда выезда|дата движения|күнү|дата күнү|күнү жана убактысы|күнү убактысы|өткөн күнү|чек арадан өткөн күнү|датасы|чек арадан өткөн күнү жана убактысы",
  checkpoint:
    "checkpoint|border checkpoint|border crossing point|border point|port of entry|crossing point|~border|post|пункт пропуска|кпп|~пункт|пп|наименование пункта пропуска|погранпост|пограничный пункт|место пересечения|~граница|~пост|контрольно пропускной пункт|өткөрүү пункту|өткөрмө пункт|пункту|чек ара|чек ара пункту|бекет",
};

const GROUNDS: Readonly<Record<GroundField, string>> = {
  student_no: STUDENT_NO,
  kind: "kind|type|ground|ground of stay|kind of ground|type of ground|basis|basis of stay|вид|тип|основание|основание пребывания|вид основания|вид регистрации|тип регистрации|тип основания|вид документа|түрү|негизи|негиз|болуу негизи|каттоонун түрү|негиздин түрү|жүрүү негизи",
  number:
    "number|no|ground number|registration number|document number|permit number|certificate number|номер|№|номер документа|номер регистрации|номер справки|номер основания|регистрационный номер|№ документа|№ регистрации|номери|документтин номери|каттоо номери|каттоонун номери",
  valid_from:
    "valid_from|from|valid from|start|start date|date from|begins|registered from|с|дата начала|действует с|действителен с|начало|дата регистрации|начало действия|дата с|период с|срок с|регистрация с|башталышы|башталган күнү|башталган датасы|баштап|каттоо күнү|каттоонун башталышы|жарактуу башталышы",
  valid_to:
    "valid_to|to|until|valid to|valid until|end|end date|date to|expires|expiry date|registered until|registered to|по|до|дата окончания|действует до|действует по|действителен до|действителен по|окончание|окончание действия|срок до|срок действия|дата по|период по|срок по|регистрация по|регистрация до|аяктаган күнү|бүтүшү|аякташы|аяктоо күнү|бүткөн күнү|чейин|мөөнөтү|каттоонун аякташы|жарактуулук мөөнөтү|аяктаган датасы",
  address:
    "address|registered address|place of stay|address of stay|address of registration|адрес|адрес регистрации|адрес пребывания|место пребывания|~адрес проживания|место регистрации|дареги|дарек|каттоо дареги|жүргөн жери|жашаган дареги",
  status:
    "status|~state|decision|result|статус|~состояние|решение|результат|статусу|~абалы|чечим|чечими|жыйынтыгы",
};

/** Headings of each field in English, Russian, Kyrgyz and here and there Kazakh, divided by "|"; the canonical name is the first. "~" marks a weak one: it counts only where no other column names the field. */
export const HEADINGS: Readonly<Record<ImportKind, Readonly<Partial<Record<Field, string>>>>> = {
  roster: ROSTER,
  crossings: CROSSINGS,
  grounds: GROUNDS,
};
