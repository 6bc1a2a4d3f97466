// Keys for going through facts: j and k walk, x marks, c confirms, r rejects, e opens the correction.
// Without this file each fact has its buttons.
const facts = [...document.querySelectorAll("li.fact")];
let at = -1;

function go(to) {
  if (to < 0 || to >= facts.length) return;
  at = to;
  facts[at].focus({ preventScroll: true });
  facts[at].scrollIntoView({ block: "nearest" });
}

function press(selector) {
  facts[at]?.querySelector(selector)?.click();
}

const deeds = {
  j: () => go(at + 1),
  ArrowDown: () => go(at + 1),
  k: () => go(at - 1),
  ArrowUp: () => go(at - 1),
  x: () => press("input[type=checkbox]"),
  c: () => press("button[name=confirm]"),
  r: () => press("button[name=reject]"),
  e: () => press("a.small"),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
  if (typing || event.ctrlKey || event.altKey || event.metaKey || !deeds[event.key]) return;
  // Arrows scroll the page until a fact is chosen.
  if (event.key.startsWith("Arrow") && at < 0) return;
  event.preventDefault();
  deeds[event.key]();
});

document.addEventListener("focusin", (event) => {
  const within = facts.indexOf(event.target.closest("li.fact"));
  if (within >= 0) at = within;
});

// After a decision the next fact stands where that one stood: go on there.
const walked = sessionStorage.getItem("review-at");
sessionStorage.removeItem("review-at");
if (walked !== null && document.querySelector(".told")) go(Math.min(Number(walked), facts.length - 1));
document.querySelector(".judging")?.addEventListener("submit", () => {
  if (at >= 0) sessionStorage.setItem("review-at", String(at));
});
