/** Times as people say them, and relative ones that tick. */

// The page's own English is British, whatever English its reader chose.
const PAGE_LANGUAGE = "en-GB";

let language = PAGE_LANGUAGE;
let relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

/** Discord's app says times in its reader's language, whatever language surrounds them. */
export function speakTimesIn(locale) {
  language = locale.startsWith("en") ? PAGE_LANGUAGE : locale;
  relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
}

const STEPS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

function sayRelative(unixS, nowMs) {
  const seconds = Math.round(unixS - nowMs / 1000);
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? STEPS.at(-1);
  return relative.format(Math.round(seconds / length), unit);
}

export function sayTime(unixS, style, nowMs = Date.now()) {
  if (style === "R") return sayRelative(unixS, nowMs);
  return new Intl.DateTimeFormat(language, STYLES[style] ?? STYLES.f).format(unixS * 1000);
}

/** A <time> for a Discord timestamp; relative ones are kept true by keepTicking. */
export function timeElement(unixS, style) {
  const time = document.createElement("time");
  time.dateTime = new Date(unixS * 1000).toISOString();
  time.title = sayTime(unixS, "F");
  time.textContent = sayTime(unixS, style);
  if (style === "R") time.dataset.ticks = String(unixS);
  return time;
}

/** When a message was written: the time today, the date as well before that. */
export function clockTime(iso) {
  const date = new Date(iso);
  const today = date.toDateString() === new Date().toDateString();
  const time = document.createElement("time");
  time.dateTime = iso;
  time.title = sayTime(date.getTime() / 1000, "F");
  time.textContent = sayTime(date.getTime() / 1000, today ? "t" : "f");
  return time;
}

export function keepTicking(root = document) {
  setInterval(() => {
    for (const time of root.querySelectorAll("time[data-ticks]")) {
      const said = sayRelative(Number(time.dataset.ticks), Date.now());
      if (time.textContent !== said) time.textContent = said;
    }
  }, 1000);
}
