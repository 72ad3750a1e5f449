import unhomoglyph from "unhomoglyph";
import { foldToKey } from "../text/folding.ts";

// TR39 has few of these confusable, since it takes them for no letters of a name at all.
const SMALL_CAPITALS = [..."ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ"];
const SMALL_LETTERS = "abcdefghijklmnopqrstuvwyz";
const SMALL_CAPITAL = new RegExp(`[${SMALL_CAPITALS.join("")}]`, "gu");

function toSmallLetter(smallCapital: string): string {
  return SMALL_LETTERS.charAt(SMALL_CAPITALS.indexOf(smallCapital));
}

/**
 * What a handle looks like, by the confusables of Unicode TR39: handles of one skeleton are taken
 * for each other. Handles count without their case, so that a small i stands for a capital one,
 * which looks like l and 1.
 */
export function handleSkeleton(handle: string): string {
  let look = handle.normalize("NFKD");
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = lookAt(look);
    if (next === look) break;
    look = next;
  }
  return look.replaceAll("i", "l");
}

/** A letter may look like a capital whose small letter looks like a third one. */
const MOST_PASSES = 5;

function lookAt(text: string): string {
  const plain = text.replace(SMALL_CAPITAL, toSmallLetter);
  return foldToKey(unhomoglyph(plain).replace(SMALL_CAPITAL, toSmallLetter));
}

// UAX 31, tables 5 and 7: the scripts that people write in today.
const SCRIPTS = [
  "Adlam",
  "Arabic",
  "Armenian",
  "Balinese",
  "Bamum",
  "Batak",
  "Bengali",
  "Bopomofo",
  "Canadian_Aboriginal",
  "Chakma",
  "Cham",
  "Cherokee",
  "Cyrillic",
  "Devanagari",
  "Ethiopic",
  "Georgian",
  "Greek",
  "Gujarati",
  "Gurmukhi",
  "Han",
  "Hangul",
  "Hanifi_Rohingya",
  "Hebrew",
  "Hiragana",
  "Javanese",
  "Kannada",
  "Katakana",
  "Kayah_Li",
  "Khmer",
  "Lao",
  "Latin",
  "Lepcha",
  "Limbu",
  "Lisu",
  "Malayalam",
  "Mandaic",
  "Meetei_Mayek",
  "Miao",
  "Mongolian",
  "Myanmar",
  "New_Tai_Lue",
  "Newa",
  "Nko",
  "Nyiakeng_Puachue_Hmong",
  "Ol_Chiki",
  "Oriya",
  "Osage",
  "Saurashtra",
  "Sinhala",
  "Sundanese",
  "Syloti_Nagri",
  "Syriac",
  "Tai_Le",
  "Tai_Tham",
  "Tai_Viet",
  "Tamil",
  "Telugu",
  "Thaana",
  "Thai",
  "Tibetan",
  "Tifinagh",
  "Vai",
  "Wancho",
  "Yi",
];

// TR39, "Highly Restrictive".
const MIXTURES = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];

const WRITTEN_WITH = [...MIXTURES, ...SCRIPTS.map((script) => [script])].map(onlyOf);

/** Digits, punctuation and emoji belong to every script. */
function onlyOf(scripts: string[]): RegExp {
  const any = [...scripts, "Common", "Inherited"].map((script) => `\\p{scx=${script}}`).join("");
  return new RegExp(`^[${any}]*$`, "u");
}

/** Whether letters come from scripts that are not written together, such as Latin and Cyrillic. */
export function mixesScripts(text: string): boolean {
  const letters = text.normalize("NFKC");
  return !WRITTEN_WITH.some((pattern) => pattern.test(letters));
}
