import { ANSWER_RESULTS, type AnswerResult } from "../facts";
import { readGroundStatus } from "./ground-words";
import { remembering, vocabulary, wordKey } from "./word";

/** What became of a request, in words that the states of grounds do not have. */
const WORDS = vocabulary<AnswerResult>({
  registered:
    "registered|accepted|положительно|положительный|положительное решение|зарегистрированы|поставлен на учет|поставлена на учет|каттоого алынды|катталган|оң|оң чечим|тіркелді|тіркелген|қанағаттандырылды",
  refused:
    "refused|negative|отрицательно|отрицательный|не зарегистрирован|не зарегистрирована|отказано в регистрации|отказ в регистрации|каттоодон баш тартылды|катталган жок|терс|бас тартылды|тіркелмеді",
  returned:
    "returned|sent back|incomplete|возвращено|возвращен|возвращена|возвращены|возврат|возвращено на доработку|на доработку|доработка|на доработке|без рассмотрения|оставлено без рассмотрения|возвращено без рассмотрения|кайтарылды|кайтарылган|кайра кайтарылды|толуктоого кайтарылды|каралбай кайтарылды|қайтарылды|пысықтауға қайтарылды",
});

/** A word for what the authority answered to a request, or null. One that is still being looked at is no answer. */
export const readAnswerResult = remembering((text): AnswerResult | null => {
  const key = wordKey(text);
  const own = WORDS.get(key) ?? ANSWER_RESULTS.find((result) => wordKey(result) === key);
  if (own !== undefined) return own;
  const status = readGroundStatus(text);
  if (status === "granted") return "registered";
  return status === "refused" ? "refused" : null;
});
