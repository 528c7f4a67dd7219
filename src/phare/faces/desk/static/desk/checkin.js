/* Who is here, on a tablet that may lose its network, its power or its time.
 *
 * IndexedDB keeps of a session the list and the marks as last read (lists), and the marks made here (marks, in the
 * order they were made). A mark is {key, code|people, mode, undoes}: keys are random and made here, so sending it again
 * changes nothing. No moment is noted anywhere. Whoever is here is who has a mark, read or made here, that nobody took
 * back. Once the house says that the session is over, all of it is erased, from this and any other session.
 */

const page = document.querySelector("[data-checkin]");
const find = (name) => page.querySelector(`[data-${name}]`);
const state = find("state");
const words = state.dataset;
const list = find("people");
const field = page.querySelector("#code");
const PAUSE = 5000;
const AT_ONCE = 500;

const fresh = (key, read, send) => ({ key, read, send, people: [], noted: [], marks: [], lost: [], late: 0, over: false });
let here = fresh(page.dataset.checkin, page.dataset.list, page.dataset.marks);
let token = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}")["X-CSRFToken"] ?? "";
let link = ""; // "cut": no network; "refused": no sign-in

/* What the tablet keeps. */

const opened = new Promise((done, failed) => {
  const asked = indexedDB.open("phare-checkin", 2);
  asked.onupgradeneeded = () => {
    for (const name of [...asked.result.objectStoreNames]) asked.result.deleteObjectStore(name);
    asked.result.createObjectStore("lists", { keyPath: "key" });
    asked.result.createObjectStore("marks", { keyPath: "place", autoIncrement: true });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function store(mode, act) {
  const base = await opened;
  return new Promise((done, failed) => {
    const deal = base.transaction(["lists", "marks"], mode, { durability: "strict" });
    const asked = act(deal.objectStore("lists"), deal.objectStore("marks"));
    deal.oncomplete = () => done(asked?.result);
    deal.onerror = deal.onabort = () => failed(deal.error);
  });
}

const keepList = ({ key, read, send, people, noted }) =>
  store("readwrite", (lists) => lists.put({ key, read, send, people, noted }));

async function keepMark(one, mark) {
  mark.place = await store("readwrite", (_lists, marks) => marks.put({ ...mark, session: one.key }));
}

const dropMarks = (gone) =>
  store("readwrite", (_lists, marks) => {
    for (const mark of gone) marks.delete(mark.place);
  });

async function keptSessions() {
  const lists = await store("readonly", (kept) => kept.getAll());
  const marks = await store("readonly", (_kept, made) => made.getAll());
  return lists.map((one) => ({ ...fresh(), ...one, marks: marks.filter((mark) => mark.session === one.key) }));
}

/* Who is here. */

function standing() {
  const back = new Set(here.marks.map((mark) => mark.undoes).filter(Boolean));
  const all = new Map([...here.noted, ...here.marks.filter((mark) => !mark.undoes)].map((mark) => [mark.key, mark]));
  return [...all.values()].filter((mark) => !back.has(mark.key));
}
const unsent = (one) => one.marks.filter((mark) => !mark.sent);

function headcount() {
  const seats = new Map();
  let people = 0;
  for (const mark of standing()) {
    if (mark.code) seats.set(mark.code, Math.max(mark.people, seats.get(mark.code) ?? 0));
    else people += mark.people;
  }
  return [...seats.values()].reduce((sum, one) => sum + one, people);
}

let writing = 0; // pressed, and not on this tablet's disk yet: "everything is sent" would be untrue already

async function note(...made) {
  if (here.over) return;
  writing += made.length;
  draw();
  let kept = 0;
  try {
    for (const one of made) {
      const mark = { key: crypto.randomUUID(), mode: "ON_SITE", code: "", people: 1, ...one };
      await keepMark(here, mark);
      if (here.over) return await dropMarks([mark]);
      here.marks.push(mark);
      writing -= 1;
      kept += 1;
    }
  } finally {
    writing -= made.length - kept;
    draw();
  }
  await exchangeNow();
}

const back = ({ key, code, mode }) => ({ undoes: key, code, mode });

function take(one) {
  const noted = standing().filter((mark) => mark.code === one.code);
  return noted.length ? note(...noted.map(back)) : note({ code: one.code, mode: one.mode, people: one.people });
}

/* With the house. */

class Refused extends Error {}

async function asked(address, more = {}) {
  const answer = await fetch(address, { redirect: "manual", cache: "no-store", ...more });
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) throw new Refused();
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function read(one) {
  const said = await asked(one.read);
  token = said.token;
  if (said.over) return finish(one);
  one.people = said.people;
  one.noted = said.noted;
  const standing = new Set(said.noted.map((mark) => mark.key));
  const done = one.marks.filter((mark) => mark.sent && (mark.undoes || !standing.has(mark.key)));
  one.marks = one.marks.filter((mark) => !done.includes(mark));
  await keepList(one);
  await dropMarks(done);
}

async function finish(one) {
  one.late = unsent(one).length;
  await store("readwrite", (lists, marks) => {
    lists.delete(one.key);
    for (const mark of one.marks) marks.delete(mark.place);
  });
  Object.assign(one, { over: true, people: [], noted: [], marks: [] });
}

async function send(one) {
  const bundle = unsent(one).slice(0, AT_ONCE);
  const marks = bundle.map(({ key, code, mode, people, undoes }) => ({ key, code, mode, people, undoes }));
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const said = await asked(one.send, { method: "POST", body: JSON.stringify({ marks }), headers });
  if (said.over) return finish(one);
  for (const mark of bundle) {
    mark.sent = true;
    await keepMark(one, mark);
    if (said.unknown.includes(mark.key) && !mark.undoes) one.lost.push(mark.code);
  }
}

async function exchange(one) {
  await read(one);
  if (one.over || !unsent(one).length) return;
  while (!one.over && unsent(one).length) await send(one);
  if (!one.over) await read(one);
}

let exchanging = false;
async function exchangeNow() {
  if (exchanging || here.over) return;
  exchanging = true;
  try {
    await exchange(here);
    link = "";
  } catch (error) {
    link = error instanceof Refused ? "refused" : "cut"; // kept, and tried again
  } finally {
    exchanging = false;
    draw();
  }
}

/* On the screen. */

function line(one, isHere) {
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
  button.type = "button";
  button.className = isHere ? "btn" : "btn plain";
  button.setAttribute("aria-pressed", String(isHere));
  button.textContent = list.dataset.isHere;
  button.setAttribute("aria-label", `${button.textContent} ${one.name || ""} ${one.code}`);
  button.dataset.code = one.code;
  button.addEventListener("click", () => take(one));
  item.append(name, button);
  return item;
}

function draw() {
  const typed = field.value.trim().toUpperCase();
  const focused = document.activeElement?.dataset?.code;
  const shown = here.people.filter(
    (one) => !typed || one.code.startsWith(typed) || one.name.toUpperCase().startsWith(typed),
  );
  const codes = new Set(standing().map((mark) => mark.code));
  list.replaceChildren(...shown.map((one) => line(one, codes.has(one.code))));
  if (focused) list.querySelector(`[data-code="${CSS.escape(focused)}"]`)?.focus();
  find("count").textContent = headcount();
  find("undo").disabled = !lastMade();
  find("work").hidden = here.over;
  find("door").hidden = link !== "refused";
  find("unknown").hidden = !here.lost.length;
  find("unknown").textContent = `${find("unknown").dataset.text} ${here.lost.join(", ")}`;
  const said = sentence();
  if (state.textContent !== said) state.textContent = said;
}

function sentence() {
  const left = unsent(here).length + writing;
  if (here.over) return here.late ? `${words.late} ${here.late}` : words.over;
  if (link === "refused") return left ? `${words.refused} (${left})` : words.again;
  if (link === "cut" || !navigator.onLine) return left ? `${words.offline} (${left})` : words.offline;
  if (left) return `${words.waiting} ${left}`;
  return here.people.length ? words.online : words.none;
}

const lastMade = () => {
  const stands = new Set(standing().map((mark) => mark.key));
  return here.marks.filter((mark) => stands.has(mark.key)).at(-1);
};

function enter(text) {
  const code = text.trim().toUpperCase();
  const found = here.people.filter((one) => one.code === code || one.name.toUpperCase() === code);
  const wrong = find("wrong");
  wrong.hidden = found.length === 1 || !code;
  wrong.textContent = wrong.hidden ? "" : found.length ? wrong.dataset.several : wrong.dataset.text;
  if (found.length !== 1) return;
  field.value = "";
  if (standing().some((mark) => mark.code === found[0].code)) draw();
  else take(found[0]);
}

find("code-form").addEventListener("submit", (event) => {
  event.preventDefault();
  enter(field.value);
});
field.addEventListener("input", draw);
for (const button of page.querySelectorAll("[data-walk]")) {
  button.addEventListener("click", () => note({ mode: button.dataset.walk }));
}
find("undo").addEventListener("click", () => {
  const last = lastMade();
  if (last) note(back(last));
});

/* A camera reads codes where the browser knows how to; elsewhere they are typed. */
const scan = find("scan");
if ("BarcodeDetector" in window && navigator.mediaDevices) {
  scan.hidden = false;
  scan.addEventListener("click", async () => {
    const camera = find("camera");
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null);
    if (!stream) return;
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
  const kept = await keptSessions();
  here = kept.find((one) => one.key === here.key) ?? here;
  await keepList(here);
  draw();
  await exchangeNow();
  setInterval(exchangeNow, PAUSE);
  // What an earlier session left on this tablet is sent, and forgotten once that session is over.
  for (const one of kept) if (one.key !== here.key) await exchange(one).catch(() => {});
}

async function keepPage() {
  const scope = page.dataset.worker.replace(/worker\.js$/, "");
  await navigator.serviceWorker.register(page.dataset.worker, { scope });
  const drawn = performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname);
  const files = drawn.filter((path) => path.startsWith("/static/"));
  const ready = await navigator.serviceWorker.ready;
  ready.active.postMessage({ keep: [location.pathname, ...new Set(files)] });
}

addEventListener("online", exchangeNow);
addEventListener("offline", draw);
begin();
if ("serviceWorker" in navigator) keepPage().catch(() => {}); // offline: the page it kept is here already
