/* What the other rules share: is it there for the eye, where is it, what is it called. Needs axe. */
window.seen = (() => {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable=true]";
  const WITHIN = "a[href], button, input, select, textarea, summary, label, option, [role=button], [role=link], [role=tab]";

  const shown = (element) =>
    element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

  /* Heard and not seen: cut to nothing, or put outside the page until it has the focus. */
  const onlyHeard = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom + scrollY <= 0) return true;
    const cut = element.parentElement?.closest(".vh") || (element.matches(".vh") ? element : null);
    return Boolean(cut) && !cut.matches(":focus-within");
  };

  const at = (element) => {
    const words = [];
    for (let one = element; one && one !== document.documentElement && words.length < 4; one = one.parentElement) {
      const place = one.id ? `#${one.id}` : [...one.classList].slice(0, 2).map((name) => `.${name}`).join("");
      words.unshift(one.localName + place);
      if (one.id) break;
    }
    return words.join(" > ");
  };

  const quiet = (element) => element.closest("[hidden], [aria-hidden=true], [inert]");

  const name = (element) => axe.commons.text.accessibleText(element).replace(/\s+/g, " ").trim();

  const controls = () => [...document.querySelectorAll(CONTROLS)].filter((one) => shown(one) && !one.disabled);

  const union = (boxes) => {
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };

  return { CONTROLS, WITHIN, shown, onlyHeard, at, quiet, name, controls, union };
})();
