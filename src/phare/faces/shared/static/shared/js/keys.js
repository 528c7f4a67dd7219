/* The keyboard of staff screens.
 *
 * <fieldset data-keys>…radios or boxes…</fieldset>
 *   a row: 1 chooses its first answer, 2 the second … 0 the tenth (by the physical key, so that a Belgian AZERTY
 *   keyboard needs no Shift). The same digit again takes a radio away ("not stated") unless it is required.
 *   The current row is the one with the focus, else the last one that had it, else the one with data-keys-first,
 *   else the first of the page. data-keys="advance": a digit answers a radio row and goes to the next field, which the
 *   page says beforehand; arrows and the mouse stay where they are. An answer with data-digit="0" listens to that one.
 *   Tab leaves the row for the next field; arrows move inside it. Enter sends the form, from a menu too.
 * <form><button data-enter>                the button Enter presses when nothing has the focus
 * <button data-key="N">, <a data-key="/">  a single key, outside writing fields and without Ctrl, Alt or Meta; on a
 *   radio it chooses, on a row, a menu or a writing field it goes there, on a summary it opens and goes inside
 * <form data-once>                          sent once only, whatever is pressed while the answer is on its way
 * <button data-keys-switch aria-pressed hidden>  switches single keys off (kept on this device); a digit then works
 *   only in a row that has the focus; <html class="keysoff"> begins so, for whoever chose it on their own page
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
/* What a closed fold holds has a box too: only checkVisibility() knows that nobody sees it. */
const shown = (element) => (element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0);
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
  const rows = [...area().querySelectorAll("[data-keys]")].filter(shown);
  return rows.find((row) => row.dataset.keysFirst !== undefined) || rows[0] || null;
}

function choose(row, digit) {
  const all = choices(row);
  const one = all.find((each) => each.dataset.digit === String(digit)) || all[digit === 0 ? 9 : digit - 1];
  if (!one) return;
  one.checked = one.type === "radio" ? !(one.checked && !one.required) : !one.checked;
  one.focus();
  one.dispatchEvent(new Event("input", { bubbles: true }));
  one.dispatchEvent(new Event("change", { bubbles: true }));
  if (row.dataset.keys === "advance" && one.type === "radio" && one.checked) after(row);
}

function after(row) {
  const line = stops(row.closest("form") || document.body);
  const next = line[line.indexOf(row) + 1];
  if (next) enter(next);
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
  if (found.matches("[data-keys]")) return enter(found);
  if (writing(found)) return found.focus();
  found.click();
  if (found.matches("input")) found.focus();
  if (found.matches("summary") && found.parentElement.open) inside(found.parentElement);
}

function inside(details) {
  const first = stops(details).find((one) => !one.matches("summary"));
  if (first) enter(first);
}

/* The button Enter presses: a menu does not send its form in every browser. */
function sendFrom(menu) {
  const button = menu.form?.querySelector("[data-enter]");
  if (button) button.click();
  return Boolean(button);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  const row = event.target.closest?.("[data-keys]");
  if (event.key === "Enter" && event.target.matches?.("select") && sendFrom(event.target)) return event.preventDefault();
  if (writing(event.target)) return;
  if (event.key === "Tab") return row && !off() ? leave(event, row) : undefined;
  if (event.repeat) return;
  const digit = digitOf(event);
  if (digit !== null) {
    const answers = rowFor(event.target);
    if (answers) {
      event.preventDefault();
      choose(answers, digit);
    }
    return;
  }
  if (row) step(event, row);
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

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.once === "sent") event.preventDefault();
  form.dataset.once = "sent";
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-once]")) form.dataset.once = "";
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

/* Off when the person signed in chose so on their own page, or when this device was told so. */
if (localStorage.getItem(KEPT) === "off") root.classList.add("keysoff");
dress();
document.addEventListener("phare:fresh", dress);
document.addEventListener("htmx:afterSettle", dress);
