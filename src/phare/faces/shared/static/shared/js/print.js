/* Printing by the browser.
 *
 * <button data-print hidden>        prints; shown only when this runs
 * <body data-print-now="T47-…">     prints once when the page opens (a kiosk with a printer); the value names what is
 *   printed, so that a reload does not print it twice
 */

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

const once = document.body.dataset.printNow;
if (once && sessionStorage.getItem("phare-printed") !== once) {
  sessionStorage.setItem("phare-printed", once);
  document.fonts.ready.then(() => print());
}
