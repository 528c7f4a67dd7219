/* Where the focus goes, and whether it can be seen. The page has had one Tab already, so that the browser shows focus. */
() => {
  const { shown, onlyHeard, at, controls } = window.seen;
  const found = [];
  const say = (rule, element, words = "") => found.push({ rule, at: at(element), words });
  const stops = controls().filter((one) => one.tabIndex >= 0);

  /* Focus seen: an outline, a shadow, a border or a ground that was not there before, on it or on its label. */
  const look = (one) =>
    [one, ...(one.labels || []), one.parentElement, one.closest("label, li, .field")]
      .filter(Boolean)
      .flatMap((each) => [null, "::before", "::after"].map((part) => getComputedStyle(each, part)))
      .map((css) => [css.outlineStyle, css.outlineWidth, css.outlineColor, css.boxShadow, css.borderColor, css.borderWidth, css.backgroundColor, css.textDecorationLine, css.opacity, css.clipPath].join())
      .join("|");
  const held = document.activeElement;
  const top = scrollY;
  const groups = new Set();
  for (const stop of stops) {
    if (stop.type === "radio") {
      if (groups.has(stop.name)) continue;
      groups.add(stop.name);
    }
    if (document.activeElement === stop) stop.blur();
    const before = look(stop);
    stop.focus();
    if (document.activeElement !== stop) continue;
    if (look(stop) === before) say("focus-not-seen", stop);
    const box = stop.getBoundingClientRect();
    const outside = box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth;
    if (outside) say("focus-outside-the-page", stop);
    stop.blur();
  }
  held?.focus?.({ preventScroll: true });
  scrollTo(0, top);

  /* Reading order: among brothers that hold something to reach, the eye must not have to go back up, nor back along the
   * line. A column that begins lower is read later, whatever its side. What sticks to an edge is drawn where there is room. */
  const reach = new Set();
  for (const stop of stops) for (let one = stop; one && one !== document.body; one = one.parentElement) reach.add(one);
  const flow = (one) => !/fixed|absolute|sticky/.test(getComputedStyle(one).position) && !onlyHeard(one);
  const rightToLeft = getComputedStyle(document.body).direction === "rtl";
  for (const parent of new Set([...reach].map((one) => one.parentElement))) {
    /* Where the browser follows the drawn order itself, so does the focus. */
    if (/visual|flow|rows|columns/.test(getComputedStyle(parent).readingFlow || "")) continue;
    const children = [...parent.children].filter((one) => reach.has(one) && shown(one) && flow(one));
    for (let i = 1; i < children.length; i++) {
      const before = children[i - 1].getBoundingClientRect();
      const after = children[i].getBoundingClientRect();
      const above = after.bottom <= before.top + 1 && after.left < before.right && before.left < after.right;
      const sameRow = after.top <= before.top + 8 && before.top < after.bottom - 1;
      const backwards = rightToLeft ? after.left >= before.right - 1 : after.right <= before.left + 1;
      if (above || (sameRow && backwards)) say("order-not-as-read", children[i], `${at(children[i - 1])} comes first`);
    }
  }
  return found;
}
