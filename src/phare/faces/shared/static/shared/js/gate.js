/* The work a public form asks for, done aside while somebody types. No request is made for it.
 *
 * Where it cannot be done (no worker, no crypto outside https) nothing happens: the form is sent as it is, and the
 * house asks to confirm.
 */

const field = document.querySelector("input[data-task]");

function solve() {
  const worker = new Worker(new URL("gate-worker.js", import.meta.url));
  const done = new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => resolve("");
  });
  worker.postMessage(JSON.parse(field.dataset.task));
  done.then((work) => {
    field.value = work;
    worker.terminate();
  });
  return done;
}

if (field && !field.value && window.Worker && window.crypto?.subtle) {
  const solved = solve();
  const form = field.form;
  const button = form.querySelector("button:not([type=button])");
  form.addEventListener("submit", (event) => {
    if (field.value || form.dataset.waits === "over") return;
    // Sent before the work is done: the page waits a moment by itself, and never for long.
    event.preventDefault();
    button.setAttribute("aria-disabled", "true");
    if (form.dataset.waits) return;
    form.dataset.waits = "on";
    Promise.race([solved, new Promise((resolve) => setTimeout(resolve, 8000))]).then(() => {
      form.dataset.waits = "over";
      button.removeAttribute("aria-disabled");
      form.requestSubmit(event.submitter ?? button);
    });
  });
}
