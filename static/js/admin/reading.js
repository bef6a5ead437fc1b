// How the text in the preview reads, by a formula made for its language, in the place of Wagtail’s one for all.
const FEWEST = 30;
const SHOWN = 3;
const LETTERS = /\p{L}|\p{N}/gu;
const SILENT = /(?<=[^aeiouyl])es?$|(?<=[^aeiouydlt])ed$/;
const VOWELS = /[aeiouy]+/g;
const ENDS = /[.!?…][»”"’')\]]*$/;

function wordsOf(text, language) {
  const parts = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...parts].filter((part) => part.isWordLike).map((part) => part.segment);
}

// Lines that end like a sentence: headings, buttons and captions of pictures would shorten the average.
export function sentencesOf(text, language) {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => ENDS.test(line))
    .flatMap((line) => [...segmenter.segment(line)])
    .map(({ segment }) => ({ text: segment.trim(), words: wordsOf(segment, language) }))
    .filter(({ words }) => words.length);
}

// About as many as are heard: groups of vowels, but for an e that is silent at the end.
function syllables(word) {
  return word.toLowerCase().replace(SILENT, "").match(VOWELS)?.length ?? 1;
}

const FORMULAS = {
  Gulpease: (sentences, words) => 89 + (300 * sentences.length - 10 * words.join("").match(LETTERS).length) / words.length,
  Flesch: (sentences, words) =>
    206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length),
};

// Return the figure from 0 to 100; null where there is too little to judge.
export function ease(name, sentences) {
  const words = sentences.flatMap((sentence) => sentence.words);
  if (words.length < FEWEST) return null;
  return Math.round(Math.min(100, Math.max(0, FORMULAS[name](sentences, words))));
}

function tell({ lang, innerText }, advice) {
  const language = lang?.split("-")[0] || "en";
  const sentences = sentencesOf(innerText, language);
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const place = (name) => document.querySelector(`[data-reading-${name}]`);
  const formula = advice.formulas[language];
  const figure = formula && ease(formula.name, sentences);
  const verdict = figure >= formula?.good ? "good" : figure >= formula?.fair ? "fair" : "hard";
  const average = sentences.length ? Math.round(words / sentences.length) : 0;

  if (!formula) place("ease").textContent = advice.unknown;
  else place("ease").textContent = figure === null ? advice.short : `${formula.name} ${figure}: ${advice[verdict]}`;
  place("average").textContent = average > advice.average ? `${average}, ${advice.long}` : average || "-";

  const long = sentences.filter((sentence) => sentence.words.length > advice.sentence);
  long.sort((one, other) => other.words.length - one.words.length);
  place("long").hidden = !long.length;
  place("sentences").replaceChildren(
    ...long.slice(0, SHOWN).map((sentence) => {
      const item = document.createElement("li");
      item.textContent = `${sentence.words.slice(0, 12).join(" ")} … (${sentence.words.length} ${advice.words})`;
      return item;
    }),
  );
}

const advice = document.getElementById("reading-advice");
if (advice) document.addEventListener("w-preview:content", ({ detail }) => tell(detail.content, JSON.parse(advice.textContent)));
