// Makes the pages livelier; every one of them works without it.

const box = document.getElementById("box");

if (box) chat(box);
sorts();
look();

function chat(box) {
  const field = box.elements.question;
  const log = document.getElementById("log");
  const wrong = document.getElementById("wrong");
  const said = document.getElementById("said");
  const button = box.querySelector(".ask");
  let asking = null;

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const pressed = event.submitter;
    if (form === box) {
      event.preventDefault();
      ask(field.value, true);
    } else if (form.action.endsWith("/ask") && pressed) {
      event.preventDefault();
      ask(pressed.value, false);
    } else if (form.action.endsWith("/feedback") && pressed) {
      event.preventDefault();
      rate(form, pressed);
    }
  });

  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      box.requestSubmit();
    } else if (event.key === "Escape") {
      if (asking) asking.abort();
      else complain("");
    }
  });
  field.addEventListener("input", () => {
    if (wrong.textContent) complain("");
    fit();
  });
  window.addEventListener("popstate", () => location.reload());
  fit();

  async function ask(question, typed) {
    if (asking) return;
    const problem = fault(question);
    if (problem) return complain(problem);
    complain("");
    const pending = open(question.trim());
    asking = new AbortController();
    busy(true);
    if (typed) field.value = "";
    fit();
    try {
      const told = await send(question, pending, asking.signal);
      await stream(told, pending, asking.signal);
    } catch (error) {
      pending.remove();
      if (!log.children.length) settle(false);
      if (typed && !field.value) field.value = question;
      complain(error.name === "AbortError" ? box.dataset.stopped : error.sentence || box.dataset.offline);
      fit();
    } finally {
      asking = null;
      busy(false);
      field.focus({ preventScroll: true });
    }
  }

  // Asks until the server is warm: a question typed early is kept, and answered as soon as it can be.
  async function send(question, pending, signal) {
    const form = new URLSearchParams({ question, conversation: box.elements.conversation.value });
    for (;;) {
      const response = await fetch("/ask", {
        method: "POST", body: form, signal, headers: { Accept: "application/json" },
      });
      const told = await response.json();
      if (response.ok) return told;
      if (response.status === 404) leave();
      if (response.status !== 503 || !response.headers.has("Retry-After")) throw refused(told);
      tell(pending, box.dataset.waiting);
      await pause(1000, signal);
    }
  }

  // The conversation is gone: what was said stays to be read, and the next question begins another.
  function leave() {
    box.elements.conversation.value = "";
    for (const turn of log.children) turn.removeAttribute("id");
  }

  function stream(told, pending, signal) {
    return new Promise((resolve, reject) => {
      const events = new EventSource(told.events);
      let turn = null;
      signal.addEventListener("abort", () => { events.close(); reject(new DOMException("", "AbortError")); });
      events.addEventListener("turn", (event) => {
        turn = fragment(event.data);
        turn.setAttribute("aria-busy", "true");
        pending.replaceWith(turn);
        for (const old of log.querySelectorAll(".suggested")) old.remove();
        settle(true, told);
        show(turn);
      });
      events.addEventListener("part", (event) => {
        const part = fragment(event.data);
        part.classList.add("came");
        turn.querySelector(".answer").append(part);
      });
      events.addEventListener("done", (event) => {
        events.close();
        turn.removeAttribute("aria-busy");
        said.textContent = event.data;
        resolve();
      });
      events.addEventListener("error", () => {
        events.close();
        // The answer is kept; its own page has it whole.
        location.assign(told.address);
        location.reload();
        reject(new Error("the stream broke off"));
      });
    });
  }

  async function rate(form, pressed) {
    const body = new URLSearchParams(new FormData(form, pressed));
    const response = await fetch("/feedback", { method: "POST", body, headers: { Accept: "application/json" } });
    if (!response.ok) return;
    // Not useful: what is thanked for first, and then may be said why.
    const why = pressed.value === "no" ? form.nextElementSibling : null;
    const thanks = document.createElement("p");
    thanks.className = "thanks";
    thanks.textContent = box.dataset.thanks;
    thanks.tabIndex = -1;
    if (form.matches(".say-why")) form.replaceChildren();
    for (const part of form.querySelectorAll("button, .ask-useful")) part.remove();
    form.prepend(thanks);
    said.textContent = box.dataset.thanks;
    if (!why?.matches(".say-why")) return thanks.focus();
    why.hidden = false;
    why.elements.comment.focus();
  }

  function open(question) {
    const turn = document.createElement("article");
    turn.className = "turn came";
    const asked = document.createElement("h2");
    asked.className = "asked";
    asked.textContent = question;
    const wait = document.createElement("p");
    wait.className = "wait answer";
    const dot = document.createElement("span");
    dot.className = "pulse";
    wait.append(dot, document.createElement("span"));
    turn.append(asked, wait);
    log.append(turn);
    tell(turn, box.dataset.searching);
    settle(true);
    show(turn);
    return turn;
  }

  // Turns the start page into a conversation, or back when nothing came of it.
  function settle(talking, told) {
    document.body.classList.toggle("talking", talking);
    document.body.classList.toggle("starting", !talking);
    for (const id of ["hero", "examples"]) {
      const part = document.getElementById(id);
      if (part) part.hidden = talking;
    }
    if (!told) return;
    head(told.conversation);
    field.placeholder = box.dataset.follow;
    box.elements.conversation.value = told.conversation;
    if (location.pathname !== `/c/${told.conversation}`) history.pushState(null, "", told.address);
    else history.replaceState(null, "", told.address);
  }

  // The start's heading becomes the conversation's: a page has one.
  function head(conversation) {
    const hero = document.getElementById("hero");
    if (!hero) return;
    const line = document.createElement("div");
    line.className = "talk-head";
    const heading = hero.querySelector("h1");
    heading.textContent = box.dataset.heading;
    const ways = document.createElement("span");
    ways.className = "ways";
    for (const [address, text] of [[`/c/${conversation}/removal`, box.dataset.remove], ["/", box.dataset.new]]) {
      const link = document.createElement("a");
      link.className = "new";
      link.href = address;
      link.textContent = text;
      ways.append(link);
    }
    line.append(heading, ways);
    box.querySelector(".retention")?.remove();
    hero.replaceWith(line);
    document.getElementById("examples")?.remove();
  }

  function fault(question) {
    const text = question.trim();
    if (!text) return box.dataset.empty;
    return [...text].length > Number(box.dataset.limit) ? box.dataset.long : "";
  }

  function complain(sentence) {
    wrong.textContent = sentence;
    box.classList.toggle("wrong", Boolean(sentence));
    if (sentence) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    if (sentence) field.focus();
  }

  function busy(now) {
    log.setAttribute("aria-busy", String(now));
    button.setAttribute("aria-disabled", String(now));
  }

  function fit() {
    if (CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }
}

// Sorts an answer's table in place; its heads are links to the same, sorted by the server.
function sorts() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("table[data-sorts] thead a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const head = link.closest("th");
    const down = head.getAttribute("aria-sort") === "ascending";
    sort(head, down);
    const address = link.href;
    for (const other of head.parentElement.querySelectorAll("a")) turn(other, false);
    turn(link, !down);
    history.replaceState(history.state, "", address);
  });
}

function sort(head, down) {
  const column = head.cellIndex;
  const body = head.closest("table").tBodies[0];
  // As the server sorts, in either language of the page.
  const collator = new Intl.Collator("pl", { numeric: true });
  const value = (row) => row.cells[column].dataset.value;
  const rows = [...body.rows];
  // What is not known stays below, whichever way the column is sorted.
  const known = rows.filter(value).sort((one, other) => collator.compare(value(one), value(other)) * (down ? -1 : 1));
  body.append(...known, ...rows.filter((row) => !value(row)));
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
}

// Lets a head's link ask for the other way: `3.-name` in place of `3.name`.
function turn(link, down) {
  const address = new URL(link.href);
  const [number, ...key] = address.searchParams.get("sort").split(".");
  address.searchParams.set("sort", `${number}.${down ? "-" : ""}${key.join(".").replace(/^-/, "")}`);
  link.href = address;
}

// Takes the place of the page's own colours at once, and lets the server remember them.
function look() {
  const form = document.querySelector(".switches");
  form?.addEventListener("submit", (event) => {
    const pressed = event.submitter;
    if (pressed?.name !== "theme") return;
    event.preventDefault();
    document.documentElement.dataset.theme = pressed.value;
    document.querySelector('meta[name="color-scheme"]').content = pressed.value;
    const other = form.querySelector(pressed.value === "dark" ? ".to-light" : ".to-dark");
    other.focus();
    fetch("/preferences", { method: "POST", body: new URLSearchParams({ theme: pressed.value, back: "/health" }) });
  });
  const warmth = document.getElementById("warmth");
  if (warmth?.classList.contains("warming")) watch(warmth);
}

async function watch(warmth) {
  for (;;) {
    await pause(1000);
    const response = await fetch("/ready").catch(() => null);
    if (response?.ok) return warmth.remove();
    const told = response ? await response.json() : {};
    if (told.state === "failed") return warmth.lastElementChild.replaceChildren(told.detail);
  }
}

// The server's own escaped fragment, from our own origin: parsed apart from the page, then taken in.
function fragment(source) {
  return document.adoptNode(new DOMParser().parseFromString(source, "text/html").body.firstElementChild);
}

function refused(problem) {
  const error = new Error(problem.title);
  error.sentence = problem.errors?.[0]?.message || problem.detail;
  return error;
}

function tell(turn, sentence) {
  turn.querySelector(".wait span:last-child").textContent = sentence;
}

function show(turn) {
  turn.scrollIntoView({ block: "start" });
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => { clearTimeout(timer); reject(new DOMException("", "AbortError")); });
  });
}
