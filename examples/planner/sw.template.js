// Keeps the whole page for use without network. Version and files are filled in by vite.config.ts.
const version = "VERSION";
const files = ["FILES"];
const cacheName = `entretien-planner-${version}`;

self.addEventListener("install", (event) => {
  const keep = caches.open(cacheName).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: "reload" }))));
  event.waitUntil(keep.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const clean = caches.keys().then((names) => {
    const old = names.filter((name) => name.startsWith("entretien-planner-") && name !== cacheName);
    return Promise.all(old.map((name) => caches.delete(name)));
  });
  event.waitUntil(clean.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const kept = caches.open(cacheName).then((cache) => cache.match(event.request, { ignoreSearch: true }));
  event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});
