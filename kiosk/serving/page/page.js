// Gives this tab a kiosk through textual-serve's script, and gets another one when it is lost. Nothing else.
"use strict";

const FONT = "'Roboto Mono'";
const CELLS = 3600; // about 120 columns and 30 rows, large enough for fingers
const SMALLEST = { columns: 80, rows: 24 };
const ASK_EVERY = 10000; // milliseconds, here and below
const TRY_EVERY = 2000;
const SHORT_LIFE = 3000;

const body = document.body;
const terminal = document.getElementById("terminal");
const picture = document.getElementById("picture");
const preview = document.getElementById("preview");
const opened = performance.now();
let silent = 0;

// What xterm.js makes of a font size: whole pixels of the screen.
function cell(size) {
  const pen = cell.pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${size}px ${FONT}`;
  const letter = pen.measureText("W");
  const height = letter.fontBoundingBoxAscent + letter.fontBoundingBoxDescent;
  const fine = window.devicePixelRatio;
  return { width: Math.max(1, Math.floor(letter.width * fine)) / fine, height: Math.max(1, Math.ceil(height * fine)) / fine };
}

function grid(size) {
  const { width, height } = cell(size);
  const columns = Math.floor(window.innerWidth / width);
  const rows = Math.floor(window.innerHeight / height);
  const spare = Math.max(window.innerWidth - columns * width, window.innerHeight - rows * height);
  return { columns, rows, spare, shows: columns >= SMALLEST.columns && rows >= SMALLEST.rows };
}

// Near the size that gives so many cells, the one that fills the window best; smaller where too little would be seen.
function fontSize() {
  const { width, height } = cell(100);
  let best = Math.sqrt((window.innerWidth * window.innerHeight) / CELLS / (width * height)) * 100;
  while (best > 6 && !grid(best).shows) best -= 0.5;
  const near = Array.from({ length: 81 }, (_, step) => best * (0.9 + 0.0025 * step)).filter((size) => grid(size).shows);
  return near.reduce((one, other) => (grid(other).spare < grid(one).spare ? other : one), best);
}

async function begin() {
  history.replaceState(null, "", "/"); // textual-serve's script would obey a query
  await document.fonts.load(`16px ${FONT}`);
  terminal.dataset.fontSize = fontSize();
  terminal.dataset.sessionWebsocketUrl = `${location.protocol.replace("http", "ws")}//${location.host}/kiosk`;
  const script = document.createElement("script");
  script.src = "/textual/textual.js";
  script.onload = () => {
    window.onload(new Event("load")); // that is where it begins
    document.querySelector(".xterm-helper-textarea").inputMode = "none"; // a tablet's own keyboard stays down
  };
  document.head.append(script);
}

function show(state) {
  body.dataset.state = state;
  if (state === "open") terminal.querySelector("textarea").focus();
}

// Whether the server has a kiosk for us: "free", "full", or "lost" if it does not answer.
async function ask() {
  try {
    const answer = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(5000) });
    return (await answer.json()).free > 0 ? "free" : "full";
  } catch {
    return "lost";
  }
}

// Starts over when there is a kiosk for us; not at once after a short life, or a broken one would be started in a ring.
async function again(touch) {
  const answer = await ask();
  if (answer === "free" && (touch || performance.now() - opened > SHORT_LIFE)) location.reload();
  else show(answer === "full" ? "full" : "lost");
}

function lose() {
  if (lose.isLost) return;
  lose.isLost = true;
  again();
  setInterval(again, TRY_EVERY);
  document.getElementById("cover").addEventListener("click", again);
}

// A cable that was pulled says nothing: ask now and then, and believe the second silence.
async function listen() {
  silent = (await ask()) === "lost" ? silent + 1 : 0;
  if (silent >= 2) lose();
}

function turned() {
  if (!grid(Number(terminal.dataset.fontSize)).shows && grid(fontSize()).shows) location.reload();
}

// Takes what the kiosk hands out, at an address that works once: a picture to look at, one to lay over a part of the
// screen (given as shares of it), anything else to keep.
function receive(address) {
  const { origin, pathname, hash } = new URL(address, location.href);
  if (origin !== location.origin || !pathname.startsWith("/download/")) return null;
  if (hash || pathname === "/download/nothing") lay(pathname, hash.slice(1).split(",").map(Number));
  else if (pathname.endsWith(".png")) {
    picture.firstElementChild.src = pathname;
    picture.hidden = false;
    picture.scrollTop = 0;
  } else {
    const link = document.createElement("a");
    link.href = pathname;
    link.download = "";
    link.click();
  }
  return null;
}

function lay(pathname, [left, top, width, height]) {
  preview.hidden = true;
  if (height === undefined) return;
  const screen = terminal.querySelector(".xterm-screen").getBoundingClientRect();
  preview.style.left = `${screen.left + left * screen.width}px`;
  preview.style.top = `${screen.top + top * screen.height}px`;
  preview.style.width = `${width * screen.width}px`;
  preview.style.height = `${height * screen.height}px`;
  preview.onload = () => (preview.hidden = false);
  preview.src = pathname;
}

function putAway() {
  picture.hidden = true;
  picture.firstElementChild.removeAttribute("src");
  terminal.querySelector("textarea").focus();
}

function refuse(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

for (const name of ["contextmenu", "selectstart", "dragstart", "drop", "copy", "cut", "paste", "gesturestart"]) {
  document.addEventListener(name, refuse, true);
}
document.addEventListener("mousedown", (event) => (event.shiftKey || event.button !== 0) && refuse(event), true);
document.addEventListener("wheel", (event) => event.ctrlKey && refuse(event), { capture: true, passive: false });
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key)) event.preventDefault();
}, true);
document.addEventListener("keydown", (event) => picture.hidden || (refuse(event), putAway()), true);
picture.addEventListener("click", putAway);
window.open = receive;
window.addEventListener("load", begin);
window.addEventListener("resize", () => {
  clearTimeout(turned.soon);
  turned.soon = setTimeout(turned, 500);
});
setInterval(listen, ASK_EVERY);
new MutationObserver(() => {
  if (body.classList.contains("-closed")) lose();
  else if (body.classList.contains("-first-byte") && !lose.isLost && body.dataset.state !== "open") show("open");
}).observe(body, { attributes: true, attributeFilter: ["class"] });
