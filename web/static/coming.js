// A new version on its way: the page shows of itself when it is there. Without this file one loads it again.
const notice = document.querySelector("[data-coming]");
const EVERY_MS = 1500;

async function look() {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return setTimeout(look, EVERY_MS);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.querySelector("[data-coming]")) return setTimeout(look, EVERY_MS);
  // What somebody has begun to type on this page stays.
  if (!typed()) return location.reload();
  notice.textContent = page.querySelector(".notice[role=status]")?.textContent ?? "";
}

function typed() {
  const fields = document.querySelectorAll("main input:not([type=hidden]), main textarea");
  return [...fields].some((one) => (one.type === "file" ? one.files.length > 0 : one.value !== one.defaultValue));
}

setTimeout(look, EVERY_MS);
