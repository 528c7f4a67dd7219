/* The keyboard of staff screens.
 *
 * <fieldset data-keys>…radios or boxes…</fieldset>
 *   a row: 1 chooses its first answer, 2 the second … 0 the tenth (by the physical key, so that a Belgian AZERTY
 *   keyboard needs no Shift). The same digit again takes a radio away ("not stated") unless it is required.
 *   The current row is the one with the focus, else the last one that had it, else the first of the page.
 *   Tab leaves the row for the next field; arrows move inside it. Enter sends the form.
 * <form><button data-enter>                the button Enter presses when nothing has the focus
 * <button data-key="N">, <a data-key="/">  a single key, outside writing fields and without Ctrl, Alt or Meta
 * <button data-keys-switch aria-pressed hidden>  switches single keys off (kept on this device); a digit then works
 *   only in a row that has the focus
 * <dialog open>: while one is open, keys outside it do nothing.
 *
 * Without script: ordinary radios, boxes and buttons.
 */

const KEPT = "phare-keys";
const root = document.documentElement;
let current = null;

const off = () => root.classList.contains("keysoff");
const writing = (element) =>
  element.matches?.("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit], [type=button])");
const area = () => document.querySelector("dialog[open]") || document;
const shown = (element) => element.getClientRects().length > 0;
const choices = (row) => [...row.querySelectorAll("input[type=radio], input[type=checkbox]")].filter((one) => !one.disabled);

function digitOf(event) {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  return found ? Number(found[1]) : null;
}

function rowFor(target) {
  const here = target.closest?.("[data-keys]");
  if (here) return here;
  if (off()) return null;
  if (current?.isConnected && shown(current) && area().contains(current)) return current;
  return [...area().querySelectorAll("[data-keys]")].find(shown) || null;
}

function choose(row, digit) {
  const one = choices(row)[digit === 0 ? 9 : digit - 1];
  if (!one) return;
  one.checked = one.type === "radio" ? !(one.checked && !one.required) : !one.checked;
  one.focus();
  one.dispatchEvent(new Event("input", { bubbles: true }));
  one.dispatchEvent(new Event("change", { bubbles: true }));
}

/* Where Tab stops in a form: one stop per row, one per other control. */
function stops(form) {
  const all = [...form.querySelectorAll("[data-keys], a[href], button, input, select, textarea, summary")];
  return all.filter((one) => shown(one) && !one.disabled && one.type !== "hidden" && !one.parentElement.closest("[data-keys]"));
}

function enter(stop) {
  const target = stop.matches("[data-keys]") ? choices(stop).find((one) => one.checked) || choices(stop)[0] : stop;
  target?.focus();
}

function leave(event, row) {
  const line = stops(row.closest("form") || document.body);
  const next = line[line.indexOf(row) + (event.shiftKey ? -1 : 1)];
  if (!next) {
    const ends = choices(row);
    (event.shiftKey ? ends[0] : ends.at(-1))?.focus();
    return;
  }
  event.preventDefault();
  enter(next);
}

function step(event, row) {
  const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!way || event.target.type !== "checkbox") return;
  const line = choices(row);
  event.preventDefault();
  line[(line.indexOf(event.target) + way + line.length) % line.length].focus();
}

function command(event) {
  if (off() || event.key.length !== 1) return;
  const wanted = event.key.toUpperCase();
  const found = [...area().querySelectorAll("[data-key]")].find((one) => one.dataset.key.toUpperCase() === wanted && shown(one));
  if (!found || found.disabled || found.getAttribute("aria-disabled") === "true") return;
  event.preventDefault();
  if (writing(found)) found.focus();
  else found.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  const inside = event.target.closest?.("[data-keys]");
  if (writing(event.target)) return;
  if (event.key === "Tab") return inside && !off() ? leave(event, inside) : undefined;
  if (event.repeat) return;
  const digit = digitOf(event);
  if (digit !== null) {
    const row = rowFor(event.target);
    if (row) {
      event.preventDefault();
      choose(row, digit);
    }
    return;
  }
  if (inside) step(event, inside);
  if (event.key === "Enter" && event.target === document.body) {
    const button = [...area().querySelectorAll("[data-enter]")].find(shown);
    if (button) button.click();
    return;
  }
  command(event);
});

document.addEventListener("focusin", (event) => {
  current = event.target.closest("[data-keys]") || current;
});

function dress() {
  for (const one of document.querySelectorAll("[data-key]")) one.setAttribute("aria-keyshortcuts", one.dataset.key);
  for (const one of document.querySelectorAll("[data-keys-switch]")) {
    one.hidden = false;
    one.setAttribute("aria-pressed", String(!off()));
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-keys-switch]")) return;
  root.classList.toggle("keysoff");
  localStorage.setItem(KEPT, off() ? "off" : "on");
  dress();
});

root.classList.toggle("keysoff", localStorage.getItem(KEPT) === "off");
dress();
document.addEventListener("phare:fresh", dress);
document.addEventListener("htmx:afterSettle", dress);
