/* The clock of the house.
 *
 * <body data-now="2026-11-20T10:43:00+01:00">   the moment the page was made, by the house (shared/page.html); a
 *   demonstration house has its own hour
 * <time data-clock>10:43</time>                 kept going, once a second
 *   From there this clock goes on; it never shows the hour of the device.
 *
 * Without script: the hour the page was made, which is true of the page.
 */

const loaded = Date.now();
const first = document.body.dataset.now;
const lead = first ? Date.parse(first) - loaded : 0;
const zone = first?.match(/([+-])(\d\d):(\d\d)$/);
const minutesEast = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) : null;

/** The moment it is in the house, as a Date. */
export function houseNow() {
  return new Date(Date.now() + lead);
}

/** A moment as "10:43" in the time of the house. */
export function hourOf(moment) {
  if (minutesEast === null) {
    return `${moment.getHours()}:${String(moment.getMinutes()).padStart(2, "0")}`;
  }
  const there = new Date(moment.getTime() + minutesEast * 60000);
  return `${there.getUTCHours()}:${String(there.getUTCMinutes()).padStart(2, "0")}`;
}

function tick() {
  const hour = hourOf(houseNow());
  for (const clock of document.querySelectorAll("[data-clock]")) {
    if (clock.textContent !== hour) clock.textContent = hour;
  }
}

if (first) setInterval(tick, 1000);
