/* What a hand, or a pointer held by one, needs: room enough, and nothing that only a click can do. */
() => {
  const { WITHIN, shown, onlyHeard, at, controls, union } = window.seen;
  const found = [];
  const say = (rule, element, words = "") => found.push({ rule, at: at(element), words });
  const ROOM = document.documentElement.classList.contains("kiosk") ? 88 : 44;
  const LEAST = 24; // a link in a sentence: WCAG 2.5.8, with its spacing

  for (const one of document.querySelectorAll("body *")) {
    if (one.matches(WITHIN) || one.closest(WITHIN) || one.closest("svg")) continue;
    /* A form listens to learn which of its own buttons was pressed. */
    const pressed = one.matches("form") ? [] : ["click", "mousedown", "mouseup", "pointerdown", "touchstart", "dblclick"];
    const listens = one.hasAttribute("onclick") || pressed.some((kind) => window.listeningFor?.(one).has(kind));
    const points = getComputedStyle(one).cursor === "pointer";
    if ((listens || points) && shown(one)) say("click-only", one, listens ? "listens" : "cursor");
  }
  for (const one of document.querySelectorAll("[role=button], [role=link], [role=checkbox], [role=tab], [role=switch], [role=menuitem]"))
    if (shown(one) && one.tabIndex < 0 && !one.closest("[aria-activedescendant]")) say("role-without-keyboard", one);

  const targets = controls()
    .filter((one) => one.matches("a[href], button, input, select, textarea, summary, [role=button]") && !onlyHeard(one))
    .map((one) => {
      const labels = one.matches("[type=radio], [type=checkbox]") ? [...one.labels].filter(shown) : [];
      const inner = one.matches("a[href], summary, button") ? [...one.querySelectorAll("*")].filter((part) => shown(part) && !onlyHeard(part)) : [];
      const boxes = [one, ...labels, ...(getComputedStyle(one).display === "inline" ? inner : [])].map((each) => each.getBoundingClientRect());
      return { one, box: union(boxes.filter((box) => box.width > 0)) };
    });
  const isText = (one) => one.matches("a[href]") && getComputedStyle(one).display === "inline";
  const near = (box, other) => {
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const dx = Math.max(other.left - x, 0, x - other.right);
    const dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) < LEAST / 2;
  };
  for (const { one, box } of targets) {
    const size = `${Math.round(box.width)}×${Math.round(box.height)}`;
    if (!isText(one)) {
      if (box.width < ROOM - 0.5 || box.height < ROOM - 0.5) say("target-too-small", one, size);
      continue;
    }
    if (box.width >= LEAST && box.height >= LEAST) continue;
    const crowd = targets.find((other) => other.one !== one && !other.one.contains(one) && !one.contains(other.one) && near(box, other.box));
    if (crowd) say("link-too-near-another", one, `${size} beside ${at(crowd.one)}`);
  }
  return found;
}
