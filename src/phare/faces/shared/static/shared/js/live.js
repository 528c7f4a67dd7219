/* Screens that follow the house.
 *
 * <body data-follow data-live="/fr/…/stream/">   an event stream; any "wake" (or "hello", at opening) means: look again
 * <section data-fragment="/fr/…/part/" id="queue">…</section>
 *   its inside is refetched at each wake, with If-None-Match; 304 changes nothing, 204 empties it
 *   data-wait="typing"                 not replaced while the person is writing inside it (refetched afterwards)
 * <p data-lost hidden>… <span data-lost-hour></span></p>
 *   shown when the house has not answered for some seconds, with the hour of what is still shown
 *
 * With no stream, or a cut one, fragments are refetched every 20 s. A page hidden for a while looks again when seen.
 * After each replacement the fragment fires a bubbling "phare:fresh" event. Focus stays on the element of the same id.
 * Without script: the page as it was made, and its own "Refresh" link.
 */

import { hourOf, houseNow } from "./clock.js";

const POLL = 20000;
const QUIET = 60000;
const SPREAD = 600; // two hundred screens that are woken together do not ask together
const PATIENCE = 5000;
const ANSWER = 8000;

const tags = new Map();
let seen = houseNow();
let troubled = 0;

function connected(well) {
  const signs = document.querySelectorAll("[data-lost]");
  if (well) {
    seen = houseNow();
    troubled = 0;
    for (const sign of signs) sign.hidden = true;
    return;
  }
  troubled ||= Date.now();
  if (Date.now() - troubled < PATIENCE) return;
  for (const sign of signs) {
    const hour = sign.querySelector("[data-lost-hour]");
    if (hour) hour.textContent = hourOf(seen);
    sign.hidden = false;
  }
}

/** The text at `address` if it changed since it was last taken here, else null. Throws when cut. */
export async function ifChanged(address) {
  const headers = { "HX-Request": "true" };
  if (tags.has(address)) headers["If-None-Match"] = tags.get(address);
  let answer;
  try {
    // A house that takes the call and says nothing is as far away as one that does not.
    const signal = AbortSignal.timeout(ANSWER);
    answer = await fetch(address, { headers, cache: "no-store", credentials: "same-origin", signal });
  } catch (cut) {
    connected(false);
    throw cut;
  }
  if (answer.status === 304) {
    connected(true);
    return null;
  }
  if (!answer.ok) {
    connected(false);
    throw new Error(`${address}: ${answer.status}`);
  }
  if (tags.size > 200) tags.clear();
  const tag = answer.headers.get("ETag");
  if (tag) tags.set(address, tag);
  connected(true);
  return answer.status === 204 ? "" : answer.text();
}

/** Nodes of a fragment of HTML. */
export function parsed(text) {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  return holder.content;
}

function typingIn(part) {
  const held = document.activeElement;
  return part.dataset.wait === "typing" && part.contains(held) && held.matches("input, select, textarea");
}

/* Gives back, once the inside is new, what the person had unfolded and where the focus was: on the element of the same
 * id, else on the one in the same place that says the same. */
function placeOf(part) {
  const reached = (within) => [...within.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const held = part.contains(document.activeElement) ? document.activeElement : null;
  const rank = held ? reached(part).indexOf(held) : -1;
  const open = [...part.querySelectorAll("details")].map((fold) => fold.open);
  return () => {
    const folds = [...part.querySelectorAll("details")];
    if (folds.length === open.length) folds.forEach((fold, index) => (fold.open ||= open[index]));
    if (!held) return;
    const same = (one) => one?.localName === held.localName && one.textContent === held.textContent;
    const there = held.id ? document.getElementById(held.id) : [reached(part)[rank]].find(same);
    there?.focus({ preventScroll: true });
  };
}

async function refresh(part) {
  if (typingIn(part)) return;
  const text = await ifChanged(part.dataset.fragment);
  if (text === null || typingIn(part)) return;
  const put = placeOf(part);
  part.replaceChildren(parsed(text));
  put();
  window.htmx?.process(part);
  part.dispatchEvent(new CustomEvent("phare:fresh", { bubbles: true }));
}

let look = async () => {
  const parts = [...document.querySelectorAll("[data-fragment]:not([data-fragment=''])")];
  await Promise.allSettled(parts.map(refresh));
};
let looking = null;
let again = false;

/** Looks once now; a wake during a look causes one more, never ten. */
async function lookOnce() {
  if (looking) {
    again = true;
    return looking;
  }
  looking = look().catch(() => {});
  await looking;
  looking = null;
  if (again) {
    again = false;
    await lookOnce();
  }
}

let soon = 0;

/** A wake-up: looks within SPREAD, once for all that come meanwhile. */
function lookSoon() {
  soon ||= setTimeout(() => {
    soon = 0;
    lookOnce();
  }, Math.random() * SPREAD);
}

/** Starts following. `how` replaces what looking means (the board has its own). */
export function follow(how) {
  if (how) look = how;
  const address = document.body.dataset.live;
  let stream = null;
  let pause = 1000;
  // A wake-up may be lost with the process that would have sent it: unchanged, this costs a 304.
  setInterval(lookOnce, QUIET);
  const open = () => {
    stream = new EventSource(address);
    stream.addEventListener("hello", lookOnce);
    for (const kind of ["wake", "message"]) stream.addEventListener(kind, lookSoon);
    stream.addEventListener("open", () => {
      pause = 1000;
      connected(true);
    });
    stream.addEventListener("error", () => {
      connected(false);
      if (stream.readyState !== EventSource.CLOSED) return;
      setTimeout(open, pause + Math.random() * 500);
      pause = Math.min(pause * 2, 15000);
    });
  };
  if (address) open();
  setInterval(() => {
    if (stream?.readyState !== EventSource.OPEN) lookOnce();
  }, POLL);
  setInterval(() => {
    if (troubled) lookOnce();
  }, 3000);
  document.addEventListener("visibilitychange", () => document.hidden || lookOnce());
  addEventListener("online", lookOnce);
}

/* <body data-follow> needs no other module; board.js and phone.js start following themselves. */
if (document.body.dataset.follow !== undefined) follow();
