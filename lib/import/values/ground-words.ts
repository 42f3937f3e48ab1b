import type { GroundKind, GroundStatus } from "../facts";
import { remembering, vocabulary, wordKey } from "./word";

const KINDS = vocabulary<GroundKind>({
  dormitory:
    "dormitory|hostel|registration in dormitory|dormitory registration|общежитие|регистрация в общежитии|в общежитии|по общежитию|жатакана|жатаканадагы каттоо|жатакана боюнча каттоо|жатакана каттоосу",
  address:
    "address|registration|registration at address|address registration|registration at the place of stay|flat|apartment|адрес|регистрация|регистрация по адресу|по адресу|регистрация по месту пребывания|по месту пребывания|квартира|частный адрес|частное жилье|дарек|каттоо|дареги боюнча каттоо|дарек боюнча каттоо|жүргөн жери боюнча каттоо|батир",
  employment:
    "employment|work|job|employment contract|работа|трудоустройство|трудовой договор|по трудовому договору|по работе|иш|жумуш|эмгек келишими|жумушка орношуу",
  residence_permit:
    "residence_permit|permanent residence|permanent residence permit|вид на жительство|внж|постоянное проживание|жашоого уруксат|туруктуу жашоого уруксат|жашап турууга уруксат|туруктуу жашап турууга уруксат",
  temporary_residence_permit:
    "temporary_residence_permit|temporary residence|temp residence permit|разрешение на временное проживание|временное проживание|рвп|убактылуу жашоого уруксат|убактылуу жашап турууга уруксат",
  visa: "visa|виза|учебная виза|student visa|study visa|e visa|evisa|электронная виза|окуу визасы|визасы",
  kairylman: "kairylman|кайрылман|статус кайрылмана|кайрылман статусу",
  meken_card: "meken_card|meken card|мекен карта|мекен карт|мекен картасы|карта мекен|мекен кард",
  resident_card:
    "resident_card|resident card|карта резидента|резидент карта|резидент картасы|резиденттин картасы|карта резидент",
  other: "other|другое|иное|прочее|другой документ|башка|башка документ|башкасы",
});

const STATUSES = vocabulary<GroundStatus>({
  granted:
    "granted|approved|issued|valid|active|registered|ok|yes|выдано|выдан|выдана|одобрено|одобрена|удовлетворено|оформлено|оформлена|оформлен|зарегистрирован|зарегистрирована|зарегистрировано|действует|действительна|действителен|получено|получена|предоставлено|продлено|берилди|берилген|бекитилди|катталды|катталган|жарактуу|колдонууда|макулдалды",
  requested:
    "requested|pending|applied|submitted|in process|in progress|filed|подано|подана|подан|на рассмотрении|запрошено|запрошена|ожидает|ожидание|в обработке|в процессе|заявление подано|рассматривается|берилүүдө|каралууда|сурам берилди|сурамжыланды|сурады|суралды|арыз берилди|тапшырылды|күтүүдө",
  refused:
    "refused|rejected|denied|declined|отказано|отказ|отклонено|отклонена|отклонен|баш тартылды|баш тартуу|четке кагылды|кабыл алынган жок",
  revoked:
    "revoked|cancelled|canceled|annulled|withdrawn|аннулировано|аннулирована|аннулирован|отозвано|отозвана|отозван|отменено|отменена|отменен|прекращено|жокко чыгарылды|жокко чыгарылган|токтотулду|кайтарып алынды",
});

/** A word for the kind of a ground of stay, or null. */
export const readGroundKind = remembering((text) => KINDS.get(wordKey(text)) ?? null);

/** A word for what became of it, or null. */
export const readGroundStatus = remembering((text) => STATUSES.get(wordKey(text)) ?? null);
