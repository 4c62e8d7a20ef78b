"use strict";
(() => {
  const $ = (s, from = document) => from.querySelector(s);
  const $$ = (s, from = document) => [...from.querySelectorAll(s)];
  document.documentElement.classList.add("js");

  const form = $(".filters");
  const rows = $$(".r").map((el) => ({
    el,
    what: el.dataset.w.split(" "),
    topics: (el.dataset.t || "").split(" "),
    text: "",
  }));
  const byElement = new Map(rows.map((r) => [r.el, r]));
  const holders = (s) => $$(s).map((el) => ({ el, rows: $$(".r", el).map((r) => byElement.get(r)) }));
  const groups = holders(".g");
  const folds = holders(".fold");
  const runs = holders(".run");
  const ghosts = $$(".ghost");
  const chips = $$("[name=what]").map((box) => ({ box, out: $("output", box.parentElement) }));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let here = null;

  const read = () => ({
    what: chips.filter((c) => c.box.checked).map((c) => c.box.value),
    topic: form.topic ? form.topic.value : "",
    q: form.q.value.trim().toLowerCase(),
    view: form.view.value,
  });

  const plain = (row) => {
    row.text ||= $$("blockquote p", row.el).map((p) => p.textContent).join("\n")
      .toLowerCase().replace(/\s+/g, " ");
    return row.text;
  };

  const apply = (keep) => {
    const state = read();
    const counts = {};
    let shown = 0;
    for (const row of rows) {
      const fits = (!state.topic || row.topics.includes(state.topic))
        && (!state.q || plain(row).includes(state.q));
      if (fits) for (const w of row.what) counts[w] = (counts[w] || 0) + 1;
      row.on = fits && (!state.what.length || row.what.some((w) => state.what.includes(w)));
      row.el.hidden = !row.on;
      shown += row.on;
    }
    const active = Boolean(state.what.length || state.topic || state.q);
    for (const { box, out } of chips) out.value = counts[box.value] || 0;
    for (const g of groups) g.el.hidden = active && !g.rows.some((r) => r.on);
    for (const f of folds) {
      f.el.hidden = !f.rows.some((r) => r.on);
      if (active && !f.el.hidden) f.el.open = true;
    }
    for (const g of ghosts) g.hidden = active;
    for (const run of runs) run.el.hidden = active && !run.rows.some((r) => r.on);
    $("#shown").value = active ? `${shown} of ${rows.length} rows` : `${rows.length} rows`;
    $("[type=reset]", form).hidden = !active;
    mark(state.q);
    view(state.view);
    if (!keep) remember(state);
  };

  const remember = (state) => {
    const parts = [];
    if (state.what.length) parts.push(`what=${state.what.join(",")}`);
    if (state.topic) parts.push(`topic=${encodeURIComponent(state.topic)}`);
    if (state.q) parts.push(`q=${encodeURIComponent(state.q)}`);
    if (state.view !== "side") parts.push(`view=${state.view}`);
    try {
      history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
    } catch { /* a sandboxed frame has no history to write to */ }
  };

  const recall = () => {
    const hash = location.hash.slice(1);
    if (!/^(what|topic|q|view)=/.test(hash)) return false;
    const told = new URLSearchParams(hash);
    const what = (told.get("what") || "").split(",");
    for (const { box } of chips) box.checked = what.includes(box.value);
    if (form.topic) form.topic.value = told.get("topic") || "";
    form.q.value = told.get("q") || "";
    form.view.value = told.get("view") === "inline" ? "inline" : "side";
    return true;
  };

  const mark = (q) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (q.length < 2) return;
    const ranges = [];
    for (const row of rows) {
      if (!row.on) continue;
      const walk = document.createTreeWalker(row.el, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode());) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (let at = text.indexOf(q); at >= 0; at = text.indexOf(q, at + q.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + q.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  /* One running text from two marked quotes: both hold one mark an edit, in the same order. */
  const merge = (row) => {
    const [before, after] = [$(".o p", row), $(".n p", row)];
    const changes = (p) => $$("del,ins,wbr", p);
    const gone = changes(before);
    const came = changes(after);
    if (!gone.length || gone.length !== came.length) return null;
    const quote = document.createElement("blockquote");
    const p = quote.appendChild(document.createElement("p"));
    quote.className = "x";
    let next = 0;
    for (const node of after.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) { p.append(node.data); continue; }
      const old = gone[next++];
      const came = node.localName === "ins";
      if (old.localName === "del") {
        if (/\s$/.test(old.previousSibling?.data || "") && !/\s$/.test(p.textContent)) p.append(" ");
        p.append(old.cloneNode(true));
        if (came ? !/^[,.;:!?)\]’”]/.test(node.textContent) : /^\w/.test(node.nextSibling?.data || "")) p.append(" ");
      }
      if (came) p.append(node.cloneNode(true));
    }
    return quote;
  };

  const view = (kind) => {
    const inline = kind === "inline";
    $("#comparison").classList.toggle("inline", inline);
    if (!inline || view.made) return;
    view.made = true;
    for (const { el } of rows) {
      if (!el.classList.contains("pair")) continue;
      const quote = merge(el);
      if (quote) { el.insertBefore(quote, $(".m", el)); el.classList.add("merged-view"); }
    }
  };

  /* The inline reading is of the page, never of the page's own merged copy. */
  const words = (row, side) => {
    const p = $(`blockquote.${side} p`, row);
    return p ? p.textContent.replace(/\s+/g, " ").trim() : "";
  };

  const fragment = (url, quote) => {
    if (!url) return "";
    const all = quote.split(" ");
    const part = (list) => encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
    const target = all.length > 10 ? `${part(all.slice(0, 5))},${part(all.slice(-4))}` : part(all);
    return ` ${url.split("#")[0]}#:~:text=${target}`;
  };

  const citation = (row) => {
    const { dataset } = document.body;
    const group = row.closest(".g").dataset;
    const line = (quote, name, place, leaf, url) =>
      quote ? `“${quote}” (${[name, place && `section “${place}”`, leaf].filter(Boolean).join(", ")}).${fragment(url, quote)}` : "";
    const old = words(row, "o") || (row.classList.contains("same") ? words(row, "n") : "");
    return [
      line(old, dataset.old, row.dataset.os || group.old, row.dataset.op, dataset.oldUrl),
      line(words(row, "n"), dataset.new, group.new, row.dataset.np, dataset.newUrl),
    ].filter(Boolean).join("\n");
  };

  const tell = (words) => {
    $("#told").textContent = words;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => { $("#told").textContent = ""; }, 2200);
  };

  const copy = async (row) => {
    const text = citation(row);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.body.appendChild(document.createElement("textarea"));
      area.value = text;
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    tell("Citation copied");
  };

  const go = (el, block = "center") => {
    here?.classList.remove("here");
    here = el;
    el.classList.add("here");
    el.tabIndex = -1;
    el.focus({ preventScroll: true });
    el.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
  };

  const reach = () => {
    const el = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!el || !el.matches(".r")) return;
    if (el.hidden) { form.reset(); apply(true); }
    const fold = el.closest("details.fold");
    if (fold) fold.open = true;
    here?.classList.remove("here");
    here = el;
    el.scrollIntoView({ block: "center" });
  };

  const step = (by) => {
    const stops = rows.filter((r) => r.on && !(r.what.length === 1 && r.what[0] === "unchanged")).map((r) => r.el);
    if (!stops.length) return;
    const at = stops.indexOf(here);
    const first = stops.findIndex((el) => el.getBoundingClientRect().bottom > 80);
    const to = at < 0 ? (by > 0 ? first : first - 1) : at + by;
    go(stops[Math.max(0, Math.min(stops.length - 1, to))]);
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => { $(".drawer").open = true; form.q.focus(); },
    i: () => { form.view.value = form.view.value === "inline" ? "side" : "inline"; apply(); },
    c: () => here && copy(here),
    x: () => form.reset(),
    "?": () => $("#help").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input[type=search], select, textarea");
    if (typing) { if (event.key === "Escape") typing.blur(); return; }
    if ($("#help").open || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  for (const { el } of rows) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.title = "Copy the citation";
    button.setAttribute("aria-label", `Copy the citation of row ${el.id}`);
    button.textContent = "❞";
    $(".pm", el).after(button);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".cite");
    if (button) { copy(button.closest(".r")); return; }
    const count = event.target.closest("[data-what]");
    if (!count) return;
    event.preventDefault();
    const wanted = count.dataset.what.split(" ");
    for (const { box } of chips) box.checked = wanted.includes(box.value);
    apply();
    $("#comparison").scrollIntoView({ behavior: still ? "auto" : "smooth" });
  });

  const sortable = (table) => {
    const body = table.tBodies[0];
    $$("thead th", table).forEach((th, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        const down = th.getAttribute("aria-sort") !== "descending";
        $$("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        th.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (tr) => {
          const cell = tr.cells[column];
          const text = cell.dataset.v ?? cell.textContent.replace(/−/g, "-").replace(/,/g, "");
          const found = /-?\d+(\.\d+)?/.exec(text);
          return cell.classList.contains("num") ? (found ? Number(found[0]) : -Infinity) : text.trim().toLowerCase();
        };
        const sign = down ? -1 : 1;
        [...body.rows].sort((a, b) => {
          const [x, y] = [value(a), value(b)];
          return x < y ? -sign : x > y ? sign : 0;
        }).forEach((tr) => body.append(tr));
      });
    });
  };
  $$("table.figures.full").forEach(sortable);

  let wait;
  form.addEventListener("input", (event) => {
    clearTimeout(wait);
    wait = setTimeout(apply, event.target.type === "search" ? 120 : 0);
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { if (recall()) apply(true); else reach(); });
  addEventListener("beforeprint", () => { for (const g of groups) g.el.style.contentVisibility = "visible"; });
  const drawer = $(".drawer");
  drawer.hidden = false;
  if (matchMedia("(max-width: 64rem)").matches) drawer.open = $(".toc").open = false;
  recall();
  apply(true);
  reach();
})();
