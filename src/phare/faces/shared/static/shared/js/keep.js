/* What a touch screen asks is never lost and never done twice, even when the network is cut.
 *
 * <form method="post" data-keep> … <input type="hidden" name="key" value="uuid"> …
 *   sent by fetch and kept on the device until the house has answered: repeated after 1, 2, 4 … 10 s, also after a
 *   reload. The key makes a repeat harmless. Once answered, the screen goes where the answer leads.
 * <a href>: followed only when the house answers, so that the browser's own error page never shows.
 * <p data-kiosk-lost hidden>            shown while waiting
 *
 * Without script: ordinary forms and links; the key still makes a second sending harmless.
 */

const KEPT = "phare-asked";
const LONGEST = 10000;
const sign = document.querySelector("[data-kiosk-lost]");
let busy = false;

/** True while a request is on its way: an idle screen must then not clear itself. */
export const waiting = () => busy;

const rest = (time) => new Promise((done) => setTimeout(done, time));

async function patiently(attempt) {
  for (let pause = 1000; ; pause = Math.min(pause * 2, LONGEST)) {
    try {
      const answer = await attempt();
      if (answer.status < 500) {
        if (sign) sign.hidden = true;
        return answer;
      }
    } catch {
      /* cut: said on screen, tried again below */
    }
    if (sign) sign.hidden = false;
    await rest(pause);
  }
}

/** Goes to an address of the house as soon as the house answers. */
export async function go(address, replace = false) {
  if (busy) return;
  busy = true;
  await patiently(() => fetch(address, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(8000) }));
  if (replace) location.replace(address);
  else location.assign(address);
}

/* An answer that leads nowhere is a page to read: the browser asks again itself, with the same key. */
function openly({ action, fields }) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  form.hidden = true;
  for (const [name, value] of fields) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}

async function ask(asked) {
  busy = true;
  const body = new URLSearchParams(asked.fields);
  const answer = await patiently(() =>
    fetch(asked.action, { method: "POST", body, credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(8000) }),
  );
  sessionStorage.removeItem(KEPT);
  if (answer.ok && answer.redirected) location.replace(answer.url);
  else openly(asked);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (busy) return event.preventDefault();
  const data = new FormData(form, event.submitter);
  if (form.method === "get") {
    event.preventDefault();
    go(`${form.action.split("?")[0]}?${new URLSearchParams(data)}`);
  } else if (form.matches("[data-keep]")) {
    event.preventDefault();
    const asked = { action: form.action, fields: [...data] };
    sessionStorage.setItem(KEPT, JSON.stringify(asked));
    ask(asked);
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.target || event.defaultPrevented || link.origin !== location.origin) return;
  if (link.pathname === location.pathname && link.hash) return;
  event.preventDefault();
  go(link.href);
});

const left = sessionStorage.getItem(KEPT);
if (left) ask(JSON.parse(left));

/* A page brought back from the browser's memory is not waiting for anything. */
addEventListener("pageshow", (event) => {
  if (event.persisted) busy = false;
});
