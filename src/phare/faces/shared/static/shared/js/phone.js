/* The page a visitor follows on a telephone.
 *
 * <main data-fragment="…" data-phone>   refetched at each wake, or every 20 s (live.js)
 *   the fragment holds one <span hidden data-state="waiting|called|…" data-call="12" data-light="work">: the state and
 *   light go to <main> (class "called", data-light). A new data-call flashes the page, shakes the device and changes
 *   the title until the person looks.
 *
 * Nothing is kept on the device. Without script: the page as it was made, and its "Refresh" link.
 */

import { follow } from "./live.js";

const main = document.querySelector("[data-phone]");
const title = document.title;
let told = main?.querySelector("[data-state]")?.dataset.call || "";

function shake() {
  try {
    navigator.vibrate?.([400, 200, 400, 200, 800]);
  } catch {
    /* a device that refuses only flashes */
  }
}

function attend() {
  const state = main.querySelector("[data-state]");
  if (!state) return;
  if (state.dataset.light) main.dataset.light = state.dataset.light;
  const called = state.dataset.state === "called";
  const again = called && state.dataset.call !== told;
  told = state.dataset.call || told;
  if (again) main.classList.remove("called");
  void main.offsetWidth; // so that a second call flashes again
  main.classList.toggle("called", called);
  document.title = called ? `● ${main.querySelector("h1")?.textContent || title}` : title;
  if (again) {
    shake();
    scrollTo({ top: 0 });
  }
}

if (main) {
  main.addEventListener("phare:fresh", attend);
  follow();
}
