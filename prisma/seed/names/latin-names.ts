/** Names of peoples that write in other scripts: Latin as in the passport, Cyrillic as the dean's office hears it. */
export type PairedStock = {
  surnames: readonly Pair[];
  men: readonly Pair[];
  women: readonly Pair[];
};
type Pair = { latin: string; cyrillic: string };

const pairs = (text: string): Pair[] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [latin = "", cyrillic = ""] = entry.split("/");
      return { latin: latin.toUpperCase(), cyrillic };
    });

/** India and Nepal. */
export const INDIAN: PairedStock = {
  surnames: pairs(`
    Sharma/Шарма Verma/Верма Gupta/Гупта Singh/Сингх Kumar/Кумар Patel/Пател Yadav/Ядав Reddy/Редди
    Nair/Наир Iyer/Айер Joshi/Джоши Mishra/Мишра Pandey/Панди Chauhan/Чаухан Rathore/Ратхор
    Choudhary/Чаудхари Meena/Мина Saini/Саини Thakur/Тхакур Bhatt/Бхатт Pillai/Пиллаи Das/Дас
    Shaikh/Шейх Ansari/Ансари Jadhav/Джадхав Patil/Патил Solanki/Соланки Tiwari/Тивари Thapa/Тхапа
    Shrestha/Шрестха`),
  men: pairs(`
    Aarav/Аарав Abhishek/Абхишек Aditya/Адитья Akash/Акаш Ankit/Анкит Arjun/Арджун Deepak/Дипак
    Gaurav/Гаурав Harsh/Харш Karan/Каран Manish/Маниш Mohit/Мохит Nikhil/Никхил Pankaj/Панкадж
    Rahul/Рахул Rohit/Рохит Sachin/Сачин Sandeep/Сандип Sumit/Сумит Vikas/Викас Vishal/Вишал Yash/Яш`),
  women: pairs(`
    Aishwarya/Айшварья Anjali/Анджали Ananya/Ананья Bhavna/Бхавна Divya/Дивья Isha/Иша Kavya/Кавья
    Khushi/Кхуши Megha/Мегха Neha/Неха Nisha/Ниша Pooja/Пуджа Priya/Прия Riya/Рия Sakshi/Сакши
    Shreya/Шрея Simran/Симран Sneha/Снеха Swati/Свати Tanvi/Танви`),
};

/** Pakistan and Bangladesh. */
export const PAKISTANI: PairedStock = {
  surnames: pairs(`
    Khan/Хан Ahmed/Ахмед Ali/Али Hussain/Хуссейн Malik/Малик Shah/Шах Iqbal/Икбал Butt/Батт
    Chaudhry/Чаудри Qureshi/Куреши Siddiqui/Сиддики Abbasi/Аббаси Javed/Джавед Raza/Раза Akhtar/Ахтар
    Rahman/Рахман Hossain/Хоссейн Islam/Ислам Afridi/Африди`),
  men: pairs(`
    Muhammad/Мухаммад Abdullah/Абдулла Bilal/Билал Danish/Даниш Farhan/Фархан Hamza/Хамза
    Hassan/Хассан Imran/Имран Junaid/Джунаид Kashif/Кашиф Owais/Оваис Saad/Саад Shahzaib/Шахзаиб
    Tanvir/Танвир Usman/Усман Zain/Заин`),
  women: pairs(`
    Aisha/Аиша Amna/Амна Ayesha/Айеша Fatima/Фатима Hira/Хира Iqra/Икра Kainat/Каинат Mahnoor/Махнур
    Maryam/Марьям Nimra/Нимра Rabia/Рабия Sana/Сана Sumaiya/Сумайя Zainab/Зейнаб`),
};

export const CHINESE: PairedStock = {
  surnames: pairs("Wang/Ван Li/Ли Zhang/Чжан Liu/Лю Chen/Чэнь Yang/Ян Zhao/Чжао Huang/Хуан Ma/Ма"),
  men: pairs("Wei/Вэй Jianguo/Цзяньго Haoran/Хаожань Yuxuan/Юйсюань Ming/Мин Zihan/Цзыхань"),
  women: pairs("Xiaoling/Сяолин Jing/Цзин Yating/Ятин Meiqi/Мэйци Lin/Линь Xinyi/Синьи"),
};

/** Turkey and Azerbaijan. */
export const TURKISH: PairedStock = {
  surnames: pairs(`
    Yilmaz/Йылмаз Kaya/Кая Demir/Демир Celik/Челик Sahin/Шахин Yildiz/Йылдыз Ozturk/Озтюрк
    Aydin/Айдын Arslan/Арслан Dogan/Доган Aliyev/Алиев Guliyev/Гулиев`),
  men: pairs(
    "Ahmet/Ахмет Burak/Бурак Emre/Эмре Furkan/Фуркан Mehmet/Мехмет Mustafa/Мустафа Yusuf/Юсуф",
  ),
  women: pairs("Elif/Элиф Zeynep/Зейнеп Esra/Эсра Merve/Мерве Busra/Бюшра Selin/Селин"),
};

export const KOREAN: PairedStock = {
  surnames: pairs("Kim/Ким Lee/Ли Park/Пак Choi/Чхве Jung/Чон Kang/Кан"),
  men: pairs("Minjun/Минджун Seojun/Соджун Hyunwoo/Хёну Jihoon/Джихун"),
  women: pairs("Seoyeon/Соён Jiwoo/Джиу Minji/Минджи Haeun/Хаын"),
};
