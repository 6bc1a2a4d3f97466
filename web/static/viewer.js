// Keys on a document's page; all they do can be done without them.

const way = (rel) => document.querySelector(`.step [rel="${rel}"]`)?.href;
const keys = {
  ArrowLeft: () => way("prev"),
  ArrowRight: () => way("next"),
  Escape: () => document.querySelector(".step .back")?.href,
};

document.addEventListener("keydown", (event) => {
  // What scrolls sideways, or is typed into, has these keys for itself.
  const own = event.target.closest?.(".scroll, pre, input, textarea, select");
  if (own || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const address = keys[event.key]?.();
  if (!address) return;
  event.preventDefault();
  location.assign(address);
});

// A screen reader goes on from the cited words, and not from the top of the page.
if (location.hash === "#cited") document.getElementById("cited")?.focus({ preventScroll: true });

const waiting = document.getElementById("waiting");
if (waiting) setTimeout(() => location.reload(), 2500);
