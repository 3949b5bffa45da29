// The search for a word: fetched when somebody types one (js/finder.js), and fetching then only what that word needs.
{
  // Words in Latin letters and as they sound: the same as hooks/wijkgids/web/folding.py, which says why.
  const fold = (() => {
    const table = {};
    const pairs = "ß:ss æ:ae œ:oe ø:o ł:l đ:d ð:d þ:th ı:i ə:e ɛ:e ɣ:gh ŋ:ng "
      + "ء ا:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع غ:gh ف:f ق:q ك:k ل:l م:m ن:n ه:h و:w "
      + "ي:y ى:a ة:a پ:p چ:ch ژ:zh گ:g ک:k ی:y ہ:h ھ:h ە:e ێ:e ۆ:o ڤ:v ڵ:l ڕ:r ں:n ے:e ٹ:t ڈ:d ڑ:r ټ:t ډ:d ړ:r ښ:sh ږ:zh ڼ:n ۍ:y ې:e "
      + "а:a б:b в:v г:h ґ:g д:d е:e є:ye ж:zh з:z и:y і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh "
      + "щ:sh ь ю:yu я:ya ы:y э:e ъ ј:j љ:lj њ:nj џ:dz ђ:dj ћ:c ө:o ү:u ң:ng қ:q ғ:gh ұ:u һ:h "
      + "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:i φ:f χ:ch ψ:ps ω:o";
    for (const pair of pairs.split(" ")) table[pair[0]] = pair.slice(2);
    "h l h m s r s sh q q q q b v t ch h h n ny - k k k k w - z zh y d d j g g g t ch p ts ts f p".split(" ").forEach((letter, at) =>
      ["e", "u", "i", "a", "e", "", "o", "wa"].forEach((vowel, order) => (table[String.fromCharCode(0x1200 + 8 * at + order)] = letter.replace("-", "") + vowel)));
    for (let digit = 0; digit < 10; digit++) for (const first of [0x660, 0x6f0]) table[String.fromCharCode(first + digit)] = "" + digit;

    const latin = (word) => {
      const arabic = /^[\u0621-\u06ff]/.test(word);
      if (arabic) word = word.replace(/^(?:[وفبك]?ال|لل)(?=.{3})/, "");
      const said = [...word].map((sign) => table[sign] ?? sign).join("");
      return arabic ? said.slice(0, 1) + said.slice(1).replace(/w/g, "u").replace(/y/g, "i") : said;
    };
    const words = (text) =>
      (text.replace(/[\u00ad\u0640\u200b-\u200f\u2060'’‘ʼʻ`´′]/g, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).map(latin).filter(Boolean);
    const sounds = [
      [/[kgc]h/g, "g"], [/ph/g, "f"], [/th/g, "t"], [/dh/g, "d"], [/[sz]h|sj/g, "s"], [/c(?=[eiy])/g, "s"], [/[cq]/g, "k"], [/x/g, "ks"],
      [/v/g, "f"], [/z/g, "s"], [/ij|ie|ei|ey/g, "i"], [/[yj]/g, "i"], [/oe|ou|au|eu|ui/g, "u"], [/dt/g, "t"],
    ];
    const loose = (word) => sounds.reduce((left, [rule, said]) => left.replace(rule, said), word).replace(/([^0-9])\1+/gu, "$1");
    const skeleton = (sound) => sound.replace(/[aeiou]/g, "").replace(/w/g, "f").replace(/h/g, "g");
    return { words, loose, skeleton };
  })();

  const term = (word, at) => {
    const sound = fold.loose(word);
    return { word, sound, bones: fold.skeleton(sound), at };
  };

  // How many letters are wrong, missing, too many or swapped between what was typed and the start of a word.
  const apart = (typed, word) => {
    let before = [], last = [...Array(word.length + 1).keys()];
    for (let i = 1; i <= typed.length; i++) {
      const row = [i];
      for (let j = 1; j <= word.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] != word[j - 1]));
        if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return Math.min(...last);
  };

  // How well a word answers to what was typed (0: it does not). Guessing comes only where nothing is sure.
  const sure = (typed, one) =>
    one.word == typed.word ? 9
      : one.word.startsWith(typed.word) ? 7
      : one.sound == typed.sound ? 6
      : typed.sound.length > 3 && one.sound.startsWith(typed.sound) ? 5
      : typed.word.length > 3 && one.word.includes(typed.word) ? 4 : 0;
  const near = (typed, one) => {
    const most = typed.word.length > 7 ? 2 : typed.word.length > 3 ? 1 : 0;
    if (typed.bones.length > 2 && typed.bones == one.bones) return 3;
    const off = most ? apart(typed.sound, one.sound) : 9;
    return off <= most ? 3 - off : 0;
  };
  const answers = (typed, terms) => {
    for (const [how, most] of [[sure, 60], [near, 20]]) {
      const found = terms.map((one) => ({ ...one, good: how(typed, one) })).filter((one) => one.good);
      found.sort((a, b) => b.good - a.good || a.word.length - b.word.length);
      // Of guesses only the best.
      if (found.length) return found.filter((one) => how == sure || one.good == found[0].good).slice(0, most);
    }
    return [];
  };

  // The index: fetched file by file when somebody types (hooks/wijkgids/web/search.py writes it).
  const lang = document.documentElement.lang, base = document.currentScript.src, files = {}, opened = {};
  const home = new URL(".", document.querySelector(".brand").href);
  let index;
  const get = (name) => (files[name] ??= fetch(new URL(name + ".json", base)).then((answer) => (answer.ok ? answer.json() : Promise.reject(name))).catch((error) => {
    delete files[name];
    throw error;
  }));
  const part = (name) => get(`${lang}/${index.f}/${name}`);
  const numbers = (text) => {
    const found = [];
    let at = 0, step = 0;
    for (const sign of text) {
      const five = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(sign);
      step = step * 32 + (five & 31);
      if (five < 32) found.push((at += step)), (step = 0);
    }
    return found;
  };
  // All words of the file in which a letter stands.
  const terms = async (kind, letter) => {
    const file = index[kind][letter];
    if (file == null) return [];
    const text = await part(kind + file);
    return (opened[index.f + kind + file] ??= Object.values(text).flatMap(([first, said]) => {
      const own = kind == "a" && numbers(first);
      let last = "";
      return [...said.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, same, rest], at) => term((last = last.slice(0, same.charCodeAt() - 65) + rest), own ? own[at] : first + at));
    }));
  };
  const which = async (typed) => {
    const [first, second] = [...typed.bones, "_", "_"];
    let found = answers(typed, await terms("w", first));
    // A mistake in the first letter: then it is the second, or the second is the first.
    if (!found.length && typed.word.length > 3)
      found = answers(typed, (await Promise.all([terms("a", first), terms("a", second), terms("w", second)])).flat());
    return found;
  };
  const pagesWith = async (typed) => {
    const found = new Map();
    await Promise.all((await which(typed)).map(async ({ at, good, sound }) => {
      const whole = Math.abs(sound.length - typed.sound.length) < 2;
      const file = index.p.findLastIndex((first) => first <= at);
      // A word that is all of a name counts as such only for who typed as much.
      for (const number of numbers((await part("p" + file))[at - index.p[file]]))
        found.set(number >> 2, Math.max(found.get(number >> 2) || 0, good * (Math.min(number & 3, whole ? 3 : 2) + 1)));
    }));
    return found;
  };
  // Pages with all the words, or where there are none with as many of them as can be; the best first.
  const search = async (text) => {
    index = await get(lang);
    const scores = new Map();
    for (const found of await Promise.all(fold.words(text).map((word) => pagesWith(term(word)))))
      for (const [page, score] of found) {
        const [many, sum] = scores.get(page) || [0, 0];
        // A theme is where most of it hangs together.
        scores.set(page, [many + 1, sum + (page < index.t ? 2 : 1) * score]);
      }
    const most = Math.max(...[...scores.values()].map(([many]) => many));
    return [...scores].filter(([, [many]]) => many == most).sort(([a, [, x]], [b, [, y]]) => y - x || a - b).map(([page]) => page);
  };
  const about = async (page) => {
    const [path, title, kind, quarter, said, when, dutch] = (await part("d" + Math.floor(page / index.d)))[page % index.d];
    return { href: new URL(path, home).href, title, lines: [when, said, index.k[kind], index.q[quarter]?.[1]], dutch };
  };

  // Pages are numbers, in the order of neighbourhoods: from which one on those of each stand is in `quarters`.
  const quarters = () => index.q.map(([slug, , first], at) => ({ slug, first, last: index.q[at + 1]?.[2] ?? Infinity }));
  globalThis.wordSearch = { fold, term, answers, search, about, quarters, ready: () => get(lang) };
}
