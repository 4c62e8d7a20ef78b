"use strict";
(() => {
  const $ = (s, from = document) => from.querySelector(s);
  const $$ = (s, from = document) => [...from.querySelectorAll(s)];
  document.documentElement.classList.add("js");
  const said = JSON.parse(document.body.dataset.words);
  const say = (key, values = {}) => said[key].replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
  const thousands = (n) => n.toLocaleString(document.documentElement.lang);

  const form = $(".filters");
  const rows = $$(".r").map((el) => ({
    el,
    what: el.dataset.w.split(" "),
    on: true,
    topics: (el.dataset.t || "").split(" "),
    text: "",
  }));
  const byElement = new Map(rows.map((r) => [r.el, r]));
  const holders = (s) => $$(s).map((el) => ({ el, rows: $$(".r", el).map((r) => byElement.get(r)) }));
  const groups = holders(".g");
  const folds = holders(".fold");
  const runs = holders(".run");
  const ghosts = $$(".ghost");
  const chips = $$("[name=what]").map((box) => ({
    box,
    out: $("small", box.parentElement),
    label: $("span", box.parentElement).textContent,
  }));
  const topics = form.topic ? [...form.topic.options].slice(1) : [];
  const UNSURE = "unsure";
  const TEMPLATE = "template"; // marked inside a site of many countries, and nowhere else
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let here = null;
  let sorted = ""; // column and direction of the figures table

  const read = () => ({
    what: chips.filter((c) => c.box.checked).map((c) => c.box.value),
    topic: form.topic ? form.topic.value : "",
    q: form.q.value.trim().toLowerCase(),
    sure: Boolean(form.sure?.checked),
    own: Boolean(form.own?.checked),
    view: form.view.value,
  });

  const plain = (row) => {
    row.text ||= $$("blockquote p", row.el).map((p) => p.textContent).join("\n")
      .toLowerCase().replace(/\s+/g, " ");
    return row.text;
  };

  /* Each count says what a click on its filter alone would show, the other kinds of filter kept. */
  const weigh = (state) => {
    const counts = {};
    const about = {};
    let shown = 0;
    for (const row of rows) {
      const out = (state.sure && row.what.includes(UNSURE)) || (state.own && row.what.includes(TEMPLATE));
      const fits = !out && (!state.q || plain(row).includes(state.q));
      const wanted = fits && (!state.what.length || row.what.some((w) => state.what.includes(w)));
      const on = !state.topic || row.topics.includes(state.topic);
      if (fits && on) for (const w of row.what) counts[w] = (counts[w] || 0) + 1;
      if (wanted) for (const t of row.topics) about[t] = (about[t] || 0) + 1;
      if (row.on !== (wanted && on)) row.el.hidden = !(row.on = wanted && on);
      shown += row.on;
    }
    for (const { box, out } of chips) {
      out.textContent = thousands(counts[box.value] || 0);
      box.parentElement.classList.toggle("none", !counts[box.value]);
    }
    for (const option of topics) {
      option.text = `${option.dataset.label} (${thousands(about[option.value] || 0)})`;
    }
    return shown;
  };

  const tellFilters = (state, shown, active) => {
    const all = thousands(rows.length);
    const count = active ? say("some_rows", { count: thousands(shown), all }) : say("all_rows", { count: all });
    $("#shown").value = count;
    $("[type=reset]", form).hidden = !active;
    const filters = [
      ...chips.filter((c) => c.box.checked).map((c) => c.label),
      state.topic && topics.find((o) => o.value === state.topic)?.dataset.label,
      state.q && say("filtered_text", { words: form.q.value.trim() }),
      state.sure && $("span", form.sure.parentElement).textContent,
      state.own && $("span", form.own.parentElement).textContent,
    ].filter(Boolean).join(" · ");
    const none = shown ? "" : ` ${say("no_rows")}`;
    $("#filtered").hidden = !active;
    $("#filtered span").textContent = active ? `${say("filtered", { filters })} ${count}.${none}` : "";
  };

  const apply = (keep) => {
    const state = read();
    const shown = weigh(state);
    const active = Boolean(state.what.length || state.topic || state.q || state.sure || state.own);
    for (const g of groups) g.el.hidden = active && !g.rows.some((r) => r.on);
    for (const f of folds) {
      f.el.hidden = !f.rows.some((r) => r.on);
      if (active && !f.el.hidden) f.el.open = true;
    }
    for (const g of ghosts) g.hidden = active;
    for (const run of runs) run.el.hidden = active && !run.rows.some((r) => r.on);
    tellFilters(state, shown, active);
    mark(state.q);
    view(state.view);
    if (!keep) remember(state);
  };

  const remember = (state) => {
    const parts = [];
    if (state.what.length) parts.push(`what=${state.what.join(",")}`);
    if (state.topic) parts.push(`topic=${encodeURIComponent(state.topic)}`);
    if (state.q) parts.push(`q=${encodeURIComponent(state.q)}`);
    if (state.sure) parts.push("sure=1");
    if (state.own) parts.push("own=1");
    if (sorted) parts.push(`sort=${encodeURIComponent(sorted)}`);
    if (state.view !== "side") parts.push(`view=${state.view}`);
    try {
      history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
    } catch { /* a sandboxed frame has no history to write to */ }
  };

  const recall = () => {
    const hash = location.hash.slice(1);
    if (!/^(what|topic|q|sure|own|sort|view)=/.test(hash)) return false;
    const told = new URLSearchParams(hash);
    const what = (told.get("what") || "").split(",");
    for (const { box } of chips) box.checked = what.includes(box.value);
    if (form.topic) form.topic.value = told.get("topic") || "";
    form.q.value = told.get("q") || "";
    if (form.sure) form.sure.checked = told.get("sure") === "1";
    if (form.own) form.own.checked = told.get("own") === "1";
    resort(told.get("sort") || "");
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

  const citation = (row) => {
    const { dataset } = document.body;
    const group = row.closest(".g").dataset;
    const line = (quote, name, place, leaf, link) => {
      const where = [name, place && say("section", { place }), leaf].filter(Boolean).join(", ");
      return quote ? `${say("citation", { quote, where })}${link ? ` ${link.href}` : ""}` : "";
    };
    const same = row.classList.contains("same");
    const old = words(row, "o") || (same ? words(row, "n") : "");
    return [
      line(old, dataset.old, row.dataset.os || group.old, row.dataset.op, $("blockquote.o .leaf a", row)),
      line(words(row, "n"), dataset.new, group.new, row.dataset.np, $("blockquote.n .leaf a", row)),
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
    tell(say("copied"));
  };

  const go = (el, block = "center") => {
    here?.classList.remove("here");
    here = el;
    el.classList.add("here");
    el.tabIndex = -1;
    el.focus({ preventScroll: true });
    el.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
  };

  const choose = (wanted, sure) => {
    for (const { box } of chips) box.checked = wanted.includes(box.value);
    if (form.topic) form.topic.value = "";
    form.q.value = "";
    if (form.sure) form.sure.checked = sure;
    if (form.own) form.own.checked = false;
  };

  /* A link leads to its row or place, through whatever hides it. */
  const reach = () => {
    const el = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!el || !el.matches(".r, .ghost")) return;
    if (el.hidden) { choose([], false); apply(true); }
    const fold = el.closest("details.fold");
    if (fold) fold.open = true;
    here?.classList.remove("here");
    here = el.matches(".r") ? el : null;
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
    button.title = say("cite");
    button.setAttribute("aria-label", say("cite_row", { row: el.id }));
    button.textContent = "❞";
    $(".pm", el).after(button);
  }

  /* Whoever opens why a row stands there also wants to know how to quote it. */
  document.addEventListener("toggle", (event) => {
    const why = event.target;
    if (!why.matches?.("details.why") || !why.open || $(".how", why)) return;
    for (const line of citation(why.closest(".r")).split("\n")) {
      const p = why.appendChild(document.createElement("p"));
      p.className = "how";
      p.textContent = line;
    }
    const button = why.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "copy";
    button.textContent = say("cite");
  }, true);

  const only = (wanted, sure) => {
    choose(wanted, sure);
    apply();
    $("#comparison").scrollIntoView({ behavior: still ? "auto" : "smooth" });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".cite, .copy");
    if (button) { copy(button.closest(".r")); return; }
    if (event.target.closest("#filtered button")) { form.reset(); return; }
    const count = event.target.closest("[data-what]");
    if (!count) return;
    event.preventDefault();
    only(count.dataset.what.split(" "), "sure" in count.dataset);
  });

  const order = (table, column, down) => {
    const heads = $$("thead th", table);
    for (const th of heads) th.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (tr) => {
      const cell = tr.cells[column];
      const text = cell.dataset.v ?? cell.textContent.replace(/−/g, "-").replace(/,/g, "");
      const found = /-?\d+(\.\d+)?/.exec(text);
      return cell.classList.contains("num") ? (found ? Number(found[0]) : -Infinity) : text.trim().toLowerCase();
    };
    const sign = down ? -1 : 1;
    [...table.tBodies[0].rows].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      return x < y ? -sign : x > y ? sign : 0;
    }).forEach((tr) => table.tBodies[0].append(tr));
    sorted = `${column}${down ? "-" : "+"}`;
  };

  const resort = (told) => {
    const table = $("table.figures.full");
    const [, column, sign] = /^(\d+)([+-])$/.exec(told) || [];
    if (table && sign && $$("thead th", table)[column]) order(table, Number(column), sign === "-");
  };

  const sortable = (table) => {
    $$("thead th", table).forEach((th, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      button.title = say("sort", { column: button.textContent });
      th.append(button);
      button.addEventListener("click", () => {
        order(table, column, th.getAttribute("aria-sort") !== "descending");
        remember(read());
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
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    $("#comparison").scrollIntoView({ behavior: still ? "auto" : "smooth" }); // what was found
  });
  addEventListener("hashchange", () => { if (recall()) apply(true); else reach(); });
  addEventListener("beforeprint", () => { for (const g of groups) g.el.style.contentVisibility = "visible"; });
  const drawer = $(".drawer");
  drawer.hidden = false;
  if (matchMedia("(max-width: 64rem)").matches) drawer.open = $(".toc").open = false;
  document.rightsDiff = Object.freeze({ rows, words, citation, tell, go, apply });
  recall();
  apply(true);
  reach();
})();
