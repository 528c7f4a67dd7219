/* Answers instead of the network when there is none, for the check-in pages and what they are drawn with.
 * Pages name nobody; the list of people is never kept here. */

const KEPT = "phare-checkin-1";
const ours = (url) => /\/desk\/activities\/[^/]+\/checkin\/$/.test(url.pathname) || url.pathname.startsWith("/static/");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const paths = event.data?.keep;
  if (paths) event.waitUntil(Promise.allSettled(paths.map((path) => asked(new Request(path, { redirect: "manual" })))));
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !ours(url)) return;
  event.respondWith(answer(event.request));
});

/* Only a page that was really given is kept: never the door, to which whoever is not signed in is sent. */
async function asked(request) {
  const fresh = await fetch(request);
  if (fresh.ok && !fresh.redirected) {
    const kept = await caches.open(KEPT);
    await kept.put(new URL(request.url).pathname, fresh.clone());
  }
  return fresh;
}

async function answer(request) {
  try {
    return await asked(request);
  } catch (cut) {
    const kept = await caches.open(KEPT);
    const found = await kept.match(new URL(request.url).pathname, { ignoreVary: true });
    if (found) return found;
    throw cut;
  }
}
