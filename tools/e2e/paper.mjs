// Opens the pages of examples/paper as a reader would, in the six languages and on a wide screen, a phone and A4.
//
//   node paper.mjs PROGRAM FOLDER
//
// PROGRAM is the built example, FOLDER the one into which npm installed playwright-core and axe-core. With PAPER_SHOTS
// the pictures of what was seen are left in that folder, for somebody to look at.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { colourFaults } from "./paper_colours.mjs";
import { layoutFaults, pictureFaults, wordFaults } from "./paper_layout.mjs";

const [program, folder] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const languages = ["en", "fr", "es", "ru", "ar", "zh"];
const papers = { change: [], csp10: ["csp10"], whole: ["-arrange", "-reports", "2022", "proposal"] };
const wide = { width: 1280, height: 900 }, phone = { width: 360, height: 740 };
const mm = 96 / 25.4; // points of a style sheet
const portrait = Math.floor((210 - 28) * mm), landscape = Math.floor((297 - 28) * mm); // within the margins of page.css
const mostBytes = 200_000, mostSheets = 24;

const pages = new Map();
for (const lang of languages) {
  for (const [name, args] of Object.entries(papers)) {
    pages.set(`/${lang}-${name}`, { lang, html: execFileSync(program, ["-lang", lang, "-format", "html", ...args]) });
  }
}

const server = createServer((request, response) => {
  const page = pages.get(request.url);
  response.writeHead(page ? 200 : 404, { "content-type": "text/html" });
  response.end(page?.html);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

const profile = mkdtempSync(join(tmpdir(), "paper-"));
const shots = process.env.PAPER_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const context = await chromium.launchPersistentContext(profile, {
  executablePath: "/usr/bin/chromium",
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

let faults = 0;
try {
  for (const [path, { lang, html }] of pages) {
    const found = await read(path, lang, html);
    for (const fault of found) console.error(`paper${path}: ${fault}`);
    faults += found.length;
  }
} finally {
  await context.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
if (faults) {
  console.error(`paper: ${faults} faults on ${pages.size} pages`);
  process.exit(1);
}
console.log(`paper: ${pages.size} pages in ${languages.length} languages, on a wide screen, a phone and A4, without a fault`);

// read returns what is wrong with a page, in sentences.
async function read(path, lang, html) {
  const page = await context.newPage();
  const found = [];
  page.on("request", (request) => { if (request.url() !== origin + path) found.push(`asks for ${request.url()}`); });
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) found.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => found.push(`script: ${error.message}`));
  if (html.length > mostBytes) found.push(`has ${html.length} bytes, more than ${mostBytes}`);

  await page.setViewportSize(wide);
  await page.goto(origin + path);
  found.push(...await page.evaluate(wordFaults, { lang, dir: lang === "ar" ? "rtl" : "ltr" }));
  found.push(...await page.evaluate(pictureFaults));
  await page.evaluate(axe);
  for (const [size, what] of [[wide, "wide screen"], [phone, "phone"]]) {
    await page.setViewportSize(size);
    found.push(...(await page.evaluate(layoutFaults, { scrolls: size === phone })).map((fault) => `${what}: ${fault}`));
    found.push(...(await accessibilityFaults(page)).map((fault) => `${what}: ${fault}`));
    if (shots) await page.screenshot({ path: join(shots, `${path}-${size.width}.png`), fullPage: true });
  }

  await page.emulateMedia({ media: "print" });
  for (const [width, part] of [[portrait, "portrait"], [landscape, "landscape"]]) {
    await page.setViewportSize({ width, height: wide.height });
    found.push(...(await page.evaluate(layoutFaults, { part })).map((fault) => `A4 ${part}: ${fault}`));
  }
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (sheets < 1 || sheets > mostSheets) found.push(`prints on ${sheets} sheets`);
  if (shots) writeFileSync(join(shots, `${path}.pdf`), pdf);

  if (path === pages.keys().next().value) found.push(...colourFaults(await page.evaluate(tints)));
  await page.close();
  return found;
}

async function accessibilityFaults(page) {
  const rules = { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } };
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), { resultTypes: ["violations"], rules });
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.html.slice(0, 200)}`));
}

// tints returns the colours by which the style sheet tells bodies apart.
function tints() {
  const list = document.body.appendChild(document.createElement("ul"));
  list.className = "items";
  const colours = [];
  for (let n = 1; n <= 8; n++) {
    const item = list.appendChild(document.createElement("li"));
    item.className = `tint${n}`;
    colours.push(getComputedStyle(item).borderInlineStartColor);
  }
  list.remove();
  return colours;
}
