/* The board of the waiting room.
 *
 * <body data-live="…">                  the stream that wakes it (live.js)
 * <main data-board="/fr/board/…/calls/">   where its inside comes from: GET with ?after=<id of the last call seen> gives
 *   the same fragment, whose list then also holds every call after that id (so that a cut loses none), and those of the
 *   last seconds
 * <ol class="calls"><li data-call="12" data-at="ISO" data-say="T 47, bureau 7" data-spoken="fr">  newest first (shared/call.html)
 * <div data-strip>                      the foot of the board; the fragment brings a new one along
 * <button data-sound hidden>            shown when the browser wants a touch before it may sound
 *
 * Each new call stands alone in the first place, lit, for HOLD, with two notes and, where a local voice speaks the
 * language of the ticket, its words. Calls that come meanwhile wait their turn: none overwrites another.
 * A call older than STALE is shown, not announced. Without script: the page as it was made.
 */

import { houseNow } from "./clock.js";
import { follow, ifChanged, parsed } from "./live.js";
import { say } from "./voice.js";

const HOLD = 6000;
const STALE = 180000;
const PLACES = 4;
const AT_ONCE = 15000; // of two calls at once, the one with the lower number may come last

const main = document.querySelector("[data-board]");
const idOf = (item) => Number(item.dataset.call);
const listOf = (part) => part.querySelector(".calls");
const items = (list) => [...(list?.querySelectorAll("[data-call]") || [])];

const seen = new Set(items(listOf(main)).map(idOf));
let newest = Math.max(0, ...seen);
let truth = null;
let announcing = false;
const queue = [];

const sound = "AudioContext" in window ? new AudioContext() : null;
const button = document.querySelector("[data-sound]");
if (sound && button) {
  const show = () => (button.hidden = sound.state === "running");
  sound.addEventListener("statechange", show);
  button.addEventListener("click", () => sound.resume());
  show();
}

function note(frequency, start) {
  const tone = sound.createOscillator();
  const loudness = sound.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(0.35, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + 1.1);
  tone.connect(loudness).connect(sound.destination);
  tone.start(start);
  tone.stop(start + 1.2);
}

function chime() {
  if (sound?.state !== "running") return;
  note(659.3, sound.currentTime);
  note(523.3, sound.currentTime + 0.45);
}

const rest = (time) => new Promise((done) => setTimeout(done, time));

function sameTicket(one, other) {
  return one.dataset.letter === other.dataset.letter && one.dataset.number === other.dataset.number;
}

function light(item) {
  const list = listOf(main);
  for (const old of items(list)) if (sameTicket(old, item)) old.remove();
  list.prepend(item);
  for (const old of items(list).slice(PLACES)) old.remove();
}

async function announce() {
  if (announcing) return;
  announcing = true;
  while (queue.length) {
    const item = queue.shift();
    light(item);
    chime();
    const spoken = rest(1200).then(() => say([{ text: item.dataset.say, lang: item.dataset.spoken }]));
    await Promise.all([rest(HOLD), spoken]);
  }
  announcing = false;
  if (truth) settle();
}

/* Nothing left to announce: the list is the one of the house, with what it withdrew. */
function settle() {
  listOf(main)?.replaceChildren(...truth.slice(0, PLACES));
  truth = null;
}

function since(item, least) {
  return !item.dataset.at || houseNow() - Date.parse(item.dataset.at) < least;
}

function isNew(item) {
  return !seen.has(idOf(item)) && (idOf(item) > newest || since(item, AT_ONCE));
}

async function look() {
  const text = await ifChanged(`${main.dataset.board}?after=${newest}`);
  if (text === null) return;
  const part = parsed(text);
  const strip = part.querySelector("[data-strip]");
  strip?.remove();
  if (strip) document.querySelector("footer [data-strip]")?.replaceWith(strip);
  const given = items(listOf(part));
  const news = given.filter(isNew).sort((one, other) => idOf(one) - idOf(other));
  truth = given.map((item) => item.cloneNode(true));
  const list = listOf(main);
  if (list) listOf(part)?.replaceWith(list);
  main.replaceChildren(part);
  for (const item of given) seen.add(idOf(item));
  newest = Math.max(newest, ...seen);
  queue.push(...news.filter((item) => since(item, STALE)));
  if (queue.length) announce();
  else if (!announcing) settle();
}

if (main) follow(look);
