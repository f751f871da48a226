// What is looked at within a page. Each function runs in the browser, and so stands alone.

// wordFaults looks at what the page says of itself.
export function wordFaults({ lang, dir }) {
  const found = [];
  const root = document.documentElement;
  if (root.lang !== lang || root.dir !== dir) found.push(`is said to be in ${root.lang}, ${root.dir}`);
  if (getComputedStyle(document.body).direction !== dir) found.push(`is laid out from ${getComputedStyle(document.body).direction}`);
  if (document.scripts.length) found.push("has a script");
  for (const svg of document.querySelectorAll("svg")) {
    const words = svg.getAttribute("aria-label") ?? "";
    if (svg.getAttribute("role") !== "img" || words.length < 20) found.push(`a picture says only ${JSON.stringify(words)} in words`);
    if (!svg.closest("section").querySelector("table")) found.push(`no table stands by the picture ${words}`);
  }
  const places = [...document.querySelectorAll("main > section")].map((section) => section.id);
  for (const place of ["counts", "meetings", "timetable", "findings", "coverage"]) {
    if (!places.includes(place)) found.push(`has no section ${place}`);
  }
  return found;
}

// pictureFaults finds labels that overlap, that stand on a shape, or that run out of their picture.
export function pictureFaults() {
  const found = [];
  const overlap = (a, b) => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;
  for (const svg of document.querySelectorAll("svg")) {
    const view = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")].map((node) => ({ words: node.textContent, box: node.getBBox() }));
    const shapes = [...svg.querySelectorAll("rect")].map((node) => ({ words: node.getAttribute("class"), box: node.getBBox() }));
    if (!texts.length || !shapes.length) found.push("a picture is empty");
    for (const { words, box } of [...texts, ...shapes]) {
      const out = box.x < 0 || box.y < 0 || box.x + box.width > view.width || box.y + box.height > view.height;
      if (out) found.push(`picture: ${words} runs out of it`);
    }
    texts.forEach((a, i) => {
      for (const b of [...texts.slice(i + 1), ...shapes]) {
        if (overlap(a.box, b.box)) found.push(`picture: ${a.words} overlaps ${b.words}`);
      }
    });
  }
  return found;
}

// layoutFaults finds what is wider than its place. Only on a phone may a table be moved within its frame. With part it
// looks at what is printed on sheets of that kind.
export function layoutFaults({ scrolls = false, part = "" }) {
  const found = [];
  const root = document.documentElement;
  const name = (node) => `${node.tagName.toLowerCase()} ${JSON.stringify(node.textContent.trim().slice(0, 60))}`;
  const across = (node) => [...document.querySelectorAll("section:has(.grid)")].some((section) => section.contains(node));
  const here = (node) => !part || across(node) === (part === "landscape");
  if (!part && root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide, ${root.clientWidth} are there`);
  for (const node of document.querySelectorAll("th, td, li, p, h1, h2, caption, figcaption")) {
    if (here(node) && node.scrollWidth > node.clientWidth + 1) found.push(`${name(node)} runs out of its place`);
  }
  if (scrolls) return found;
  for (const node of document.querySelectorAll("body *")) {
    const box = node.getBoundingClientRect();
    if (here(node) && box.width && (box.left < -1 || box.right > root.clientWidth + 1)) found.push(`${name(node)} is wider than the page`);
  }
  for (const node of document.querySelectorAll(".scroll")) {
    if (here(node) && node.scrollWidth > node.clientWidth + 1) found.push(`${name(node)} must be moved to be read`);
  }
  return found;
}
