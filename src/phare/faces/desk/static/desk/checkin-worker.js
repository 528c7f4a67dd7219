/* Answers instead of the network when there is none, for the check-in pages and what they are drawn with.
 * Pages name nobody; the list of people is never kept here. */

const KEPT = "phare-checkin-1";
const ours = (url) => /\/desk\/activities\/[^/]+\/checkin\/$/.test(url.pathname) || url.pathname.startsWith("/static/");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(event.data.keep)));
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !ours(url)) return;
  event.respondWith(answer(event.request));
});

async function answer(request) {
  const kept = await caches.open(KEPT);
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected) await kept.put(request, fresh.clone());
    return fresh;
  } catch (cut) {
    const found = await kept.match(request);
    if (found) return found;
    throw cut;
  }
}
