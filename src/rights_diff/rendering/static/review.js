
/* A reader confirms, parts, joins and annotates rows and figures, and saves that as a file. */
(() => {
  const bar = document.getElementById("review");
  if (!bar || !document.rightsDiff) return;
  const { words, tell, go } = document.rightsDiff;
  const said = JSON.parse(bar.dataset.words);
  const data = JSON.parse(bar.dataset.review);
  const say = (key, values = {}) => said[key].replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
  const make = (name, className, text, parent) => {
    const el = document.createElement(name);
    if (className) el.className = className;
    if (text) el.textContent = text;
    if (name === "button") el.type = "button";
    parent?.append(el);
    return el;
  };

  const subjects = new Map();
  let decisions = [];
  let joining = null;
  let unsaved = false;

  /* Rows by their words, as the page shows them; what these do not name comes with the page. */
  const quotesOf = (row) => {
    const given = data.rows[row.id] || {};
    const old = given.old || words(row, "o") || (row.classList.contains("same") ? words(row, "n") : "");
    return { old, new: given.new || words(row, "n") };
  };

  const add = (subject) => subjects.set(subject.id, subject);
  for (const el of document.querySelectorAll(".r")) {
    const before = el.querySelector(".cite") || el.querySelector(".pm");
    if (!before) continue;
    const { old, new: now } = quotesOf(el);
    const nearest = [...el.querySelectorAll(".near a")].map((a) => a.hash.slice(1));
    const subject = { id: el.id, el, old, new: now, about: "claim", nearest, name: say("ask", { row: el.id }) };
    subject.lines = el.querySelector(".m") || el;
    add(subject);
    subject.place = (button) => before.after(button);
  }
  const tables = [".figures.full tbody tr", ".figures:not(.full) tbody tr"];
  tables.forEach((rows, which) => [...document.querySelectorAll(rows)].forEach((el, n) => {
    const link = (data.figures[which] || [])[n];
    const cell = el.querySelector("td.caveat");
    if (!link || !cell) return;
    const name = say("ask_figure", { words: el.querySelector("summary").textContent });
    const subject = { id: `f${which}-${n}`, el, about: "figure", old: link[0], new: link[1], nearest: [], name };
    subject.lines = cell;
    add(subject);
    subject.place = (button) => cell.prepend(button);
  }));

  /* Today, where the reader is. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };

  const keep = (kind, subject, { other = null, note = "" } = {}) => {
    const is = (d) => d.ids.includes(subject.id) || (other && d.ids.includes(other.id));
    decisions = decisions.filter((d) => !is(d) || (kind === "note") !== (d.kind === "note"));
    const [left, right] = other && !subject.old ? [other, subject] : [subject, other || subject];
    const ids = other ? [left.id, right.id] : [subject.id];
    decisions.push({ kind, ids, about: subject.about, old: left.old, new: right.new, note, when: today() });
    changed();
  };

  const takeBack = (subject) => {
    decisions = decisions.filter((d) => !d.ids.includes(subject.id));
    changed();
  };

  const changed = () => {
    unsaved = decisions.length > 0;
    for (const subject of subjects.values()) {
      subject.el.querySelectorAll(".mine").forEach((line) => line.remove());
      for (const d of decisions.filter((each) => each.ids.includes(subject.id))) {
        const row = d.ids.find((id) => id !== subject.id);
        const line = make("p", "t mine", say(`mine_${d.kind}`, { row, note: d.note }));
        const why = subject.lines.querySelector(":scope > .why");
        if (why) why.after(line); else subject.lines.append(line);
      }
    }
    drawBar();
  };

  /* The same spacing as Python writes, so that files of both compare line by line. */
  const json = (value) => {
    if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
    if (value && typeof value === "object") {
      return `{${Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${json(v)}`).join(", ")}}`;
    }
    return JSON.stringify(value);
  };

  const one = (quotes) => Array.isArray(quotes) && quotes.length === 1 ? quotes[0] : quotes;
  const entry = (d, by) => {
    const line = { decision: d.kind };
    if (d.about !== "claim") line.about = d.about;
    for (const side of ["old", "new"]) if (d[side]?.length || d[side]?.exact) line[side] = one(d[side]);
    for (const [key, value] of [["note", d.note], ["by", by], ["when", d.when]]) if (value) line[key] = value;
    return line;
  };

  const save = () => {
    const by = bar.querySelector("input").value.trim();
    const lines = [{ schema: data.schema }, ...(data.decisions || []), ...decisions.map((d) => entry(d, by))];
    const file = new Blob([lines.map((line) => `${json(line)}\n`).join("")], { type: "application/jsonl" });
    const link = make("a");
    link.href = URL.createObjectURL(file);
    link.download = "review.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
    drawBar();
    tell(say("saved"));
  };

  const status = make("p", "kept", "", bar);
  status.setAttribute("role", "status");
  const label = make("label", "", "", bar);
  make("span", "", say("name"), label);
  const name = make("input", "", "", label);
  name.type = "text";
  name.autocomplete = "name";
  const saver = make("button", "save", say("save"), bar);
  const clearer = make("button", "clear", say("clear"), bar);
  const stopper = make("button", "stop", say("stop"), bar);
  saver.addEventListener("click", save);
  stopper.addEventListener("click", () => { joining = null; drawBar(); });
  clearer.addEventListener("click", () => {
    if (!clearer.dataset.sure) {
      clearer.dataset.sure = "1";
      clearer.textContent = say("clear_sure", { count: decisions.length });
      return;
    }
    decisions = [];
    changed();
  });

  const drawBar = () => {
    delete clearer.dataset.sure;
    clearer.textContent = say("clear");
    const kept = decisions.length ? say(unsaved ? "kept" : "kept_saved", { count: decisions.length }) : "";
    status.textContent = joining ? say("joining", { row: joining.id }) : kept;
    for (const el of [label, saver, clearer]) el.hidden = !decisions.length;
    stopper.hidden = !joining;
    bar.hidden = !decisions.length && !joining;
  };

  /* The choices of one row or figure, opened below its button. */
  let open = null;
  const close = (focus) => {
    if (!open) return;
    const { panel, button } = open;
    panel.remove();
    button.setAttribute("aria-expanded", "false");
    open = null;
    if (focus) button.focus();
  };

  const choice = (panel, text, act) => {
    make("button", "", text, panel).addEventListener("click", () => { act(); close(true); });
  };

  const joins = (panel, subject) => {
    const fits = (other) => other && other !== subject && other.about === "claim" &&
      (subject.old && !subject.new ? other.new : !subject.old && subject.new ? other.old : false);
    const paired = (other) => (subject.old && other.new) || (subject.new && other.old);
    const near = subject.nearest.map((id) => subjects.get(id)).filter(fits);
    const waiting = joining && joining !== subject && (fits(joining) || paired(joining)) ? [joining] : [];
    for (const other of new Set([...waiting, ...near])) {
      const solo = !(other.old && other.new);
      const [one, two] = solo && subject.old && subject.new ? [other, subject] : [subject, other];
      choice(panel, say("join", { row: other.id }), () => { joining = null; keep("join", one, { other: two }); });
    }
    if (!subject.old || !subject.new) {
      choice(panel, say("join_start"), () => { joining = subject; drawBar(); });
    }
  };

  const show = (subject, button) => {
    const again = open?.button === button;
    close(false);
    if (again) return;
    const panel = make("div", "choices");
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", subject.name);
    const tail = subject.about === "claim" ? "" : "_figure";
    if (subject.old && subject.new) {
      choice(panel, say(`confirm${tail}`), () => keep("confirm", subject));
      choice(panel, say(`forbid${tail}`), () => keep("forbid", subject));
    }
    if (subject.about === "claim") joins(panel, subject);
    const label = make("label", "", "", panel);
    make("span", "", say("note"), label);
    const area = make("textarea", "", "", label);
    area.rows = 2;
    area.value = decisions.find((d) => d.kind === "note" && d.ids[0] === subject.id)?.note || "";
    choice(panel, say("note_keep"), () => {
      if (area.value.trim()) keep("note", subject, { note: area.value.trim() });
    });
    if (decisions.some((d) => d.ids.includes(subject.id))) choice(panel, say("undo"), () => takeBack(subject));
    button.setAttribute("aria-expanded", "true");
    open = { panel, button };
    if (subject.about === "claim") subject.lines.append(panel); else button.after(panel);
    panel.querySelector("button").focus();
  };

  for (const subject of subjects.values()) {
    const button = make("button", "rev", "✎");
    button.title = subject.name;
    button.setAttribute("aria-label", subject.name);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => show(subject, button));
    subject.place(button);
    subject.button = button;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) { close(true); return; }
    if (event.key !== "r" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea") || document.querySelector("dialog[open]")) return;
    const row = event.target.closest(".r") || document.querySelector(".r.here");
    const subject = row && subjects.get(row.id);
    if (!subject) return;
    event.preventDefault();
    go(row, "nearest");
    show(subject, subject.button);
  });
  const keys = document.querySelector("#help dl");
  make("kbd", "", "r", make("dt", "", "", keys));
  make("dd", "", say("key"), keys);

  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  drawBar();
})();
