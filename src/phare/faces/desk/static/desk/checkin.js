/* Who is here, on a tablet that may lose its network, its power or its time.
 *
 * IndexedDB keeps three things a session: the list as last read, the marks not yet sent, and the marks sent. A mark is
 * {key, code|people, mode, undoes}: keys are random and made here, so sending it again changes nothing. No moment is
 * noted anywhere. Once the house says that the session is closed, all of it is erased.
 */

const page = document.querySelector("[data-checkin]");
const session = page.dataset.checkin;
const find = (name) => page.querySelector(`[data-${name}]`);
const state = find("state");
const words = state.dataset;
const list = find("people");
const PAUSE = 5000;

let people = [];
let marks = [];
let over = false;

const opened = new Promise((done, failed) => {
  const asked = indexedDB.open("phare-checkin", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("sessions");
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function store(mode, act) {
  const base = await opened;
  return new Promise((done, failed) => {
    const deal = base.transaction("sessions", mode, { durability: "strict" });
    const asked = act(deal.objectStore("sessions"));
    deal.oncomplete = () => done(asked.result);
    deal.onerror = () => failed(deal.error);
  });
}

const keep = () => store("readwrite", (kept) => kept.put({ people, marks }, session));
const erase = () => store("readwrite", (kept) => kept.delete(session));

const undone = () => new Set(marks.map((mark) => mark.undoes).filter(Boolean));
function standing() {
  const gone = undone();
  return marks.filter((mark) => !mark.undoes && !gone.has(mark.key));
}
const unsent = () => marks.filter((mark) => !mark.sent);

async function note(mark) {
  if (over) return;
  marks.push({ key: crypto.randomUUID(), mode: "ON_SITE", people: 1, ...mark });
  await keep();
  draw();
  send();
}

const hereOf = (one) => standing().find((mark) => mark.code === one.code);

function take(one) {
  const mark = hereOf(one);
  if (mark) return note({ code: one.code, mode: one.mode, undoes: mark.key });
  return note({ code: one.code, mode: one.mode, people: one.people });
}

function line(one) {
  const item = document.createElement("li");
  item.className = "row apart";
  const name = document.createElement("p");
  const strong = document.createElement("b");
  strong.textContent = one.name || one.code;
  const code = document.createElement("span");
  code.className = "num quiet";
  code.textContent = ` ${one.code}`;
  name.append(strong, one.people > 1 ? ` · ${one.people} ${list.dataset.peopleWord}` : "", code);
  const button = document.createElement("button");
  const isHere = Boolean(hereOf(one)) || (one.here && !wasTakenBack(one));
  button.type = "button";
  button.className = isHere ? "btn" : "btn plain";
  button.setAttribute("aria-pressed", String(isHere));
  button.textContent = isHere ? list.dataset.here : list.dataset.isHere;
  button.setAttribute("aria-label", `${button.textContent} ${one.name || ""} ${one.code}`);
  button.dataset.code = one.code;
  button.addEventListener("click", () => take(one));
  item.append(name, button);
  return item;
}

const wasTakenBack = (one) => marks.some((mark) => mark.code === one.code && mark.undoes);

function draw() {
  const asked = page.querySelector("#code").value.trim().toUpperCase();
  const focused = document.activeElement?.dataset?.code;
  const shown = people.filter((one) => !asked || one.code.startsWith(asked) || one.name.toUpperCase().startsWith(asked));
  list.replaceChildren(...shown.map(line));
  if (focused) list.querySelector(`[data-code="${CSS.escape(focused)}"]`)?.focus();
  const seats = people.filter((one) => hereOf(one) || (one.here && !wasTakenBack(one)));
  const walked = standing().filter((mark) => !mark.code);
  find("count").textContent = [...seats, ...walked].reduce((sum, one) => sum + one.people, 0);
  find("undo").disabled = !standing().length;
  say();
}

function say(refused = false) {
  const left = unsent().length;
  if (over) state.textContent = words.over;
  else if (refused) state.textContent = words.refused;
  else if (!navigator.onLine) state.textContent = left ? `${words.offline} (${left})` : words.offline;
  else if (left) state.textContent = `${words.waiting} ${left}`;
  else state.textContent = people.length ? words.online : words.none;
}

let sending = false;
async function send() {
  if (sending || over) return;
  sending = true;
  const bundle = unsent();
  try {
    if (bundle.length) {
      const body = JSON.stringify({ marks: bundle.map(({ sent, ...mark }) => mark) });
      const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf() };
      const answer = await fetch(page.dataset.marks, { method: "POST", body, headers, redirect: "manual" });
      if (!answer.ok) return say(true);
      for (const mark of bundle) mark.sent = true;
      await keep();
    }
    await read();
  } catch {
    /* no network: kept, and tried again */
  } finally {
    sending = false;
    draw();
  }
}

const csrf = () => JSON.parse(document.body.getAttribute("hx-headers") ?? "{}")["X-CSRFToken"] ?? "";

async function read() {
  const answer = await fetch(page.dataset.list, { redirect: "manual" });
  if (!answer.ok) return;
  const said = await answer.json();
  if (said.over && !unsent().length) {
    over = true;
    people = [];
    marks = [];
    await erase();
    return;
  }
  people = said.people;
  await keep();
}

page.querySelector("[data-code-form]").addEventListener("submit", (event) => {
  event.preventDefault();
  const field = page.querySelector("#code");
  enter(field.value);
});

function enter(text) {
  const code = text.trim().toUpperCase();
  const found = people.filter((one) => one.code === code || one.name.toUpperCase() === code);
  const wrong = find("wrong");
  wrong.hidden = found.length === 1 || !code;
  wrong.textContent = wrong.hidden ? "" : wrong.dataset.text;
  if (found.length !== 1) return;
  page.querySelector("#code").value = "";
  if (!hereOf(found[0])) take(found[0]);
  else draw();
}

page.querySelector("#code").addEventListener("input", draw);
for (const button of page.querySelectorAll("[data-walk]")) {
  button.addEventListener("click", () => note({ mode: button.dataset.walk }));
}
find("undo").addEventListener("click", () => {
  const last = standing().at(-1);
  if (last) note({ code: last.code, mode: last.mode, undoes: last.key });
});

/* A camera reads codes where the browser knows how to; elsewhere they are typed. */
const scan = find("scan");
if ("BarcodeDetector" in window && navigator.mediaDevices) {
  scan.hidden = false;
  scan.addEventListener("click", async () => {
    const camera = find("camera");
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    camera.srcObject = stream;
    camera.hidden = false;
    await camera.play();
    const reader = new BarcodeDetector({ formats: ["qr_code"] });
    const look = async () => {
      const [seen] = await reader.detect(camera).catch(() => []);
      if (!seen) return requestAnimationFrame(look);
      for (const track of stream.getTracks()) track.stop();
      camera.hidden = true;
      enter(seen.rawValue);
    };
    look();
  });
}

async function begin() {
  const kept = await store("readonly", (base) => base.get(session));
  people = kept?.people ?? [];
  marks = kept?.marks ?? [];
  draw();
  await send();
  setInterval(send, PAUSE);
}

addEventListener("online", send);
addEventListener("offline", () => say());
if ("serviceWorker" in navigator) {
  const scope = page.dataset.worker.replace(/worker\.js$/, "");
  await navigator.serviceWorker.register(page.dataset.worker, { scope });
  const drawn = performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname);
  const files = drawn.filter((path) => path.startsWith("/static/"));
  const ready = await navigator.serviceWorker.ready;
  ready.active.postMessage({ keep: [location.pathname, ...new Set(files)] });
}
begin();
