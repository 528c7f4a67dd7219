/* Every passage a person reads or hears, with the language it claims to be in: [{ text, lang, at }]. */
() => {
  const { shown, at } = window.seen;
  const found = [];
  const claimed = (element) => (element.closest("[lang]")?.getAttribute("lang") || "").slice(0, 2).toLowerCase();
  /* A passage ends where the language changes or a block begins. */
  const blocks = /^(block|flex|grid|list-item|table|table-cell|table-row|flow-root|inline-block|inline-flex)/;
  const walk = (element, passage) => {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) passage.text += child.textContent;
      if (child.nodeType !== Node.ELEMENT_NODE || child.matches("script, style, template, kbd, code, select")) continue;
      if (!shown(child)) continue;
      const apart = blocks.test(getComputedStyle(child).display) || claimed(child) !== passage.lang;
      if (!apart) {
        walk(child, passage);
        continue;
      }
      const own = { text: "", lang: claimed(child), at: at(child) };
      found.push(own);
      walk(child, own);
      passage.text += " ";
    }
  };
  const whole = { text: "", lang: claimed(document.body), at: "body" };
  found.push(whole);
  walk(document.body, whole);
  for (const option of document.querySelectorAll("option")) found.push({ text: option.textContent, lang: claimed(option), at: at(option) });
  for (const attribute of ["aria-label", "alt", "title", "placeholder", "aria-description", "aria-roledescription"])
    for (const one of document.querySelectorAll(`[${attribute}]`))
      found.push({ text: one.getAttribute(attribute), lang: claimed(one), at: `${at(one)}[${attribute}]` });
  found.push({ text: document.title, lang: claimed(document.documentElement), at: "title" });
  return found.map((one) => ({ ...one, text: one.text.replace(/\s+/g, " ").trim() })).filter((one) => /\p{L}/u.test(one.text));
}
