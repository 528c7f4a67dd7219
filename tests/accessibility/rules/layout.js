/* Room for words: nothing sideways, nothing cut, nothing that moves for who asked for rest. */
() => {
  const { shown, onlyHeard, at } = window.seen;
  const found = [];
  const say = (rule, element, words = "") => found.push({ rule, at: at(element), words });
  const page = document.scrollingElement;

  /* A table or a drawing may be wider than the screen (WCAG 1.4.10), in a box that the keyboard reaches and that has a name. */
  const box = (one) => {
    for (let each = one.parentElement; each; each = each.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(each).overflowX) || each === page || each === document.body) continue;
      const named = each.getAttribute("aria-label") || each.getAttribute("aria-labelledby");
      return each.tabIndex === 0 && named && each.querySelector("table, svg") ? "good" : each;
    }
    return null;
  };
  const inside = (one) => Boolean(box(one));
  if (page.scrollWidth > innerWidth + 1) {
    const wide = [...document.querySelectorAll("body *")].filter(
      (one) => shown(one) && !inside(one) && one.getBoundingClientRect().right + scrollX > innerWidth + 1,
    );
    say("sideways", wide.at(-1) || document.body, `${page.scrollWidth} in ${innerWidth}`);
  }
  for (const one of document.querySelectorAll("body *")) {
    const css = getComputedStyle(one);
    if (!shown(one) || onlyHeard(one)) continue;
    const scrolls = /auto|scroll/.test(css.overflowX) && one.scrollWidth > one.clientWidth + 1;
    if (scrolls && one.matches(":not(input, textarea, select)") && one.firstElementChild && box(one.firstElementChild) !== "good")
      say("sideways-in-a-box", one, `${one.scrollWidth} in ${one.clientWidth}`);
    const words = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (!words && !one.matches("button, a, label")) continue;
    const cutX = /hidden|clip/.test(css.overflowX) && one.scrollWidth > one.clientWidth + 2;
    const cutY = /hidden|clip/.test(css.overflowY) && one.scrollHeight > one.clientHeight + 2;
    if (cutX || cutY) say("words-cut", one, one.textContent.trim().slice(0, 40));
    const key = one.matches("button, a, label, summary") && css.display !== "inline";
    if (key && (one.scrollHeight > one.clientHeight + 3 || one.scrollWidth > one.clientWidth + 3) && one.clientHeight && !one.closest("svg"))
      say("words-out-of-their-button", one, `${one.textContent.trim().slice(0, 40)} ${one.scrollWidth}×${one.scrollHeight} in ${one.clientWidth}×${one.clientHeight}`);
  }
  if (matchMedia("(prefers-reduced-motion: reduce)").matches)
    for (const moving of document.getAnimations())
      if (moving.playState === "running" && moving.effect.getComputedTiming().duration > 10) say("moves-though-rest-was-asked", moving.effect.target, moving.animationName || "");
  return found;
}
