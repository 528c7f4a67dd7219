/* The touch screen at the door.
 *
 * <body data-kiosk data-rest="/fr/kiosk/…/" data-idle="60" data-grace="15">
 *   after data-idle seconds without a touch or a key, asks whether somebody is there; after data-grace more seconds goes
 *   to data-rest, which forgets everything of the visitor. data-idle="0" or no data-rest: never.
 * <div data-asking hidden>…<span data-count></span>…<button data-stay></div>   the question and its countdown
 * <button data-speak="main" hidden>     reads that element aloud; shown only if a LOCAL voice speaks the page's language
 * <button data-larger hidden>, <button data-contrast hidden>   kept until the screen goes back to rest
 *
 * Requests and links: keep.js. Printing: print.js. Clock: clock.js. Without script: the same pages and links.
 */

import "./clock.js";
import "./print.js";
import { go, waiting } from "./keep.js";
import { hush, passagesOf, say, voiceFor, whenVoices } from "./voice.js";

const root = document.documentElement;
const body = document.body;

function comfort(attribute, mark) {
  const button = document.querySelector(`[${attribute}]`);
  const set = (on) => {
    root.classList.toggle(mark, on);
    button?.setAttribute("aria-pressed", String(on));
    sessionStorage.setItem(`phare-${mark}`, on ? "on" : "");
  };
  set(sessionStorage.getItem(`phare-${mark}`) === "on");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => set(!root.classList.contains(mark)));
}

function readAloud() {
  for (const button of document.querySelectorAll("[data-speak]")) {
    whenVoices(() => (button.hidden = !voiceFor(root.lang)));
    button.addEventListener("click", () => {
      hush();
      const part = document.getElementById(button.dataset.speak);
      if (part) say(passagesOf(part));
    });
  }
  addEventListener("pagehide", hush);
}

function forget() {
  sessionStorage.removeItem("phare-larger");
  sessionStorage.removeItem("phare-contrast");
  hush();
  go(body.dataset.rest, true);
}

function clearWhenLeft() {
  const idle = Number(body.dataset.idle);
  const asking = document.querySelector("[data-asking]");
  if (!body.dataset.rest || !idle || !asking) return;
  const count = asking.querySelector("[data-count]");
  let touched = Date.now();
  const stay = () => {
    touched = Date.now();
    asking.hidden = true;
  };
  for (const kind of ["pointerdown", "keydown", "wheel"]) addEventListener(kind, stay, { passive: true });
  setInterval(() => {
    if (waiting()) return stay();
    const left = idle + Number(body.dataset.grace) - Math.floor((Date.now() - touched) / 1000);
    if (left <= 0) return forget();
    if (left > Number(body.dataset.grace)) return;
    if (asking.hidden) asking.hidden = false;
    count.textContent = String(left);
  }, 500);
}

comfort("data-larger", "larger");
comfort("data-contrast", "contrast");
readAloud();
clearWhenLeft();
