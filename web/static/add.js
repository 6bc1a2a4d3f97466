// Sends files a few at a time and keeps the list of jobs up to date; the page works without it, by reloading.

const drop = document.getElementById("drop");
const jobs = document.getElementById("jobs");
const heading = document.getElementById("jobs-heading");
const told = document.getElementById("told");
const sending = document.getElementById("sending");
const unsent = document.getElementById("unsent");

const batch = document.getElementById("batch");

const AT_ONCE = 3;
const TRIES = 5;
const OFFLINE_MS = 3000;
const BUSY_S = 10;
const MOST_TOLD = 20;
const SOON_MS = 700;
const LATER_MS = 5000;
// Said to a screen reader no more often than this, and when all is over.
const SAID_EVERY_MS = 15000;

const queue = [];
let held = "";
let release = null;
let untold = 0;
let inHand = 0;
let sent = 0;
let asked = 0;
let wait = null;
let looksAt = 0;
let saidAt = 0;
let active = counts().open > 0;
let startedWith = counts();
if (active) measure(startedWith);

drop.classList.add("live");
drop.querySelector(".drop-here").hidden = false;
drop.querySelector(".send").hidden = true;
for (const input of drop.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () => {
    const folder = input.name === "folder";
    add([...input.files].map((file) => ({ file, path: folder ? file.webkitRelativePath || file.name : "" })));
    input.value = "";
  });
}
drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
drop.addEventListener("dragleave", (event) => {
  if (!drop.contains(event.relatedTarget)) drop.classList.remove("over");
});
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  // Asked before the first await: the list is empty once the event is over.
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...event.dataTransfer.files].map((file) => ({ file, path: "" }));
  add(entries.length ? (await Promise.all(entries.map((entry) => walk(entry, "")))).flat() : plain);
});
// Beside the box a dropped file would take the place of the page.
for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
window.addEventListener("beforeunload", (event) => {
  if (queue.length || inHand) event.preventDefault();
});
window.addEventListener("online", goOn);
jobs.addEventListener("submit", (event) => {
  event.preventDefault();
  act(event.target);
});
later(counts().open ? SOON_MS : LATER_MS);

async function walk(entry, above) {
  if (entry.name.startsWith(".")) return [];
  const path = above ? `${above}/${entry.name}` : entry.name;
  if (entry.isFile) {
    const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
    return file ? [{ file, path: above ? path : "" }] : [];
  }
  const reader = entry.createReader();
  const found = [];
  // It gives a hundred at a time.
  for (;;) {
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (!some.length) break;
    for (const one of some) found.push(...(await walk(one, path)));
  }
  return found;
}

function add(files) {
  const most = Number(drop.dataset.megabytes);
  for (const one of files) {
    if (one.path && one.file.name.startsWith(".")) continue;
    const name = one.path || one.file.name;
    if (one.file.size > most * 1e6) complain(words(drop.dataset.tooLarge, { name, megabytes: most }));
    else queue.push({ ...one, name, tries: 0 });
  }
  asked = sent + inHand + queue.length;
  work();
  say();
}

function work() {
  while (!held && inHand < AT_ONCE && queue.length) {
    inHand += 1;
    send(queue.shift()).finally(() => {
      inHand -= 1;
      work();
    });
  }
  const busy = inHand + queue.length > 0;
  sending.hidden = !busy;
  const sofar = words(drop.dataset.sending, { done: sent, total: asked });
  sending.textContent = busy ? (held.trim() ? `${sofar}. ${held}` : sofar) : "";
  sending.classList.toggle("paused", held.trim() !== "");
  if (!busy) sent = asked = 0;
}

async function send(one) {
  const body = new FormData();
  if (one.path) body.append("folder", one.file, one.path);
  else body.append("file", one.file, one.file.name);
  const request = { method: "POST", body, headers: { Accept: "application/json" } };
  const answer = await fetch(drop.action, request).catch(() => null);
  if (!answer) {
    if (await unsendable(one)) return;
  } else if (answer.status === 401) {
    return hold(one, drop.dataset.signedOut, OFFLINE_MS);
  } else if (answer.status === 429 || answer.status === 503) {
    // Too many at a time, or a disk that is full: that passes, and no file is to be lost for it.
    const seconds = Number(answer.headers.get("Retry-After")) || BUSY_S;
    return hold(one, words(drop.dataset.held, { reason: await reason(answer) }), seconds * 1000);
  } else if (!answer.ok) {
    complain(words(drop.dataset.refused, { file: one.name, reason: await reason(answer) }));
  }
  sent += 1;
  later(SOON_MS);
}

// Whether a file whose sending broke off waits to be sent again; otherwise it is told why it cannot be.
async function unsendable(one) {
  try {
    await one.file.slice(0, 1).arrayBuffer();
  } catch {
    complain(words(drop.dataset.gone, { name: one.name }));
    return false;
  }
  const there = await fetch(jobs.dataset.source).then(() => true, () => false);
  if (there && one.tries >= TRIES) {
    complain(words(drop.dataset.brokeOff, { name: one.name }));
    return false;
  }
  if (there) one.tries += 1;
  hold(one, there ? "" : drop.dataset.offline, OFFLINE_MS);
  return true;
}

// Nothing is sent for a while, and this one first when it goes on.
function hold(one, why, ms) {
  queue.unshift(one);
  held = why || " ";
  clearTimeout(release);
  release = setTimeout(goOn, ms);
}

function goOn() {
  held = "";
  work();
}

async function reason(answer) {
  try {
    return (await answer.json()).detail;
  } catch {
    return String(answer.status);
  }
}

function complain(text) {
  const line = unsent.children[MOST_TOLD] || document.createElement("li");
  untold += unsent.children.length >= MOST_TOLD ? 1 : 0;
  line.textContent = untold ? words(drop.dataset.more, { n: untold }) : text;
  unsent.append(line);
  unsent.hidden = false;
}

async function act(form) {
  const answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" } }).catch(() => null);
  if (answer && !answer.ok) complain(await reason(answer));
  look();
}

// Sooner if somebody else has asked for that: files that follow each other must not put it off for ever.
function later(ms) {
  const at = Date.now() + ms;
  if (wait && at >= looksAt) return;
  clearTimeout(wait);
  looksAt = at;
  wait = setTimeout(look, ms);
}

async function look() {
  clearTimeout(wait);
  wait = null;
  try {
    const answer = await fetch(jobs.dataset.source);
    const signedOut = answer.redirected;
    if (signedOut && !queue.length && !inHand) return location.reload();
    if (answer.ok && !signedOut) put(await answer.text());
  } catch {
    // The server may be starting anew: it is asked again.
  }
  later(document.hidden ? LATER_MS * 2 : counts().open || inHand ? SOON_MS * 2 : LATER_MS);
}

// Nothing is touched where nothing has changed, and whoever is at a button stays at it.
function put(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").body;
  if (jobs.innerHTML !== fresh.innerHTML) {
    const focused = jobs.contains(document.activeElement) ? placeOf(document.activeElement) : null;
    jobs.replaceChildren(...fresh.childNodes);
    // The button may be gone with what it was for.
    if (focused) (jobs.querySelector(focused) || heading).focus();
  }
  say();
}

function placeOf(element) {
  const form = element.closest("form");
  if (form) return `form[action="${form.getAttribute("action")}"] button`;
  const row = element.closest("li.job");
  if (row) return `#${CSS.escape(row.id)} a`;
  const link = element.closest("a");
  return link ? `a[href="${link.getAttribute("href")}"]` : null;
}

function counts() {
  const line = jobs.querySelector(".job-counts");
  return { open: Number(line.dataset.open), done: Number(line.dataset.done), failed: Number(line.dataset.failed) };
}

function say() {
  const now = counts();
  const working = now.open > 0 || inHand > 0 || queue.length > 0;
  // What was there before a batch is not counted with it; a pause between two files does not end one.
  if (!working && !active) {
    startedWith = { ...now };
    return;
  }
  const over = !working;
  active = working;
  measure(now);
  if (!over && Date.now() - saidAt < SAID_EVERY_MS) return;
  saidAt = Date.now();
  told.textContent = batch.querySelector("p").textContent;
}

// How far all that was asked for is, for whoever looks at the page; files that are not sent yet count too.
function measure(now) {
  // Fewer are failed than before where some are tried again, which belong to what is measured now.
  startedWith.failed = Math.min(startedWith.failed, now.failed);
  const ready = Math.max(0, now.done - startedWith.done);
  const failed = Math.max(0, now.failed - startedWith.failed);
  const total = ready + failed + now.open + queue.length + inHand;
  const bar = batch.querySelector("progress");
  bar.max = Math.max(1, total);
  bar.value = ready + failed;
  batch.querySelector("p").textContent = words(failed ? drop.dataset.toldFailed : drop.dataset.told, { ready, failed, total });
  batch.querySelector("a").hidden = !failed;
  batch.hidden = !total;
}

function words(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
