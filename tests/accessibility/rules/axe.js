/* axe itself. */
async () => {
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  /* Experiments of axe that are right often enough to be held to, and what is off unless asked for. */
  const more = ["label-content-name-mismatch", "table-fake-caption", "td-has-header", "css-orientation-lock", "target-size"];
  const everything = {
    runOnly: { type: "tag", values },
    rules: Object.fromEntries(more.map((rule) => [rule, { enabled: true }])),
  };
  const answer = await axe.run(document, { ...everything, resultTypes: ["violations"], preload: false, iframes: false });
  return answer.violations.flatMap((one) =>
    one.nodes.map((node) => ({ rule: one.id, at: node.target.flat().join(" "), words: node.failureSummary.split("\n").pop().trim() })),
  );
}
