// Prints each event of a calendar file as a line of JSON, as ical.js reads it. The arguments are the
// file and the folder into which npm installed ical.js. ics_compare.py says what the members mean.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [file, folder] = process.argv.slice(2);
const loaded = createRequire(join(folder, "package.json"))("ical.js");
const ICAL = loaded.default ?? loaded;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone); // startsAt and endsAt are then by the rules of the file
}

const utc = (time) => time.toJSDate().toISOString().slice(0, 16) + "Z";
const hour = (time) => time.toString().slice(0, 16);

function times(event) {
  const start = event.getFirstPropertyValue("dtstart");
  const end = event.getFirstPropertyValue("dtend") ?? start;
  if (start.isDate) {
    const last = end.clone();
    if (event.hasProperty("dtend")) last.addDuration(ICAL.Duration.fromString("-P1D"));
    return { allDay: true, start: start.toString(), end: last.toString(), zone: "", startsAt: "", endsAt: "" };
  }
  const zone = event.getFirstProperty("dtstart").getParameter("tzid") ?? (start.zone === ICAL.Timezone.utcTimezone ? "UTC" : "");
  return { allDay: false, start: hour(start), end: hour(end), zone, startsAt: utc(start), endsAt: utc(end) };
}

for (const event of calendar.getAllSubcomponents("vevent")) {
  const value = (name) => event.getFirstPropertyValue(name) ?? "";
  console.log(JSON.stringify({
    uid: value("uid"),
    sequence: Number(value("sequence")),
    status: value("status").toLowerCase(),
    stamp: utc(value("dtstamp")),
    summary: value("summary"),
    description: value("description"),
    location: value("location"),
    url: value("url"),
    categories: event.getAllProperties("categories").flatMap((list) => list.getValues()),
    ...times(event),
  }));
}
