"use strict";
(() => {
  const $ = (s, from = document) => from.querySelector(s);
  const $$ = (s, from = document) => [...from.querySelectorAll(s)];
  document.documentElement.classList.add("js");
  const said = JSON.parse(document.body.dataset.words);
  const say = (key, values = {}) => said[key].replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
  const printed = new Intl.NumberFormat(document.documentElement.lang);
  const thousands = (n) => printed.format(n);

  const form = $("form.filters");
  const picker = $("#run");
  const field = Object.fromEntries(["q", "sort", "every", "said", "measure", "kind", "rare"].map((id) => [id, $(`#${id}`)]));
  const BARS = 20;
  const SHADES = 9;
  const OFTEN = 25; // topics that stand there without being asked for; the style sheet knows it too
  const FIRST = "country+";
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let sorted = FIRST; // column and direction
  let here = null;

  /* "1,204", "−12%", "<1%" and ">99%" as numbers; what is no number is null and stands last. */
  const value = (text) => {
    const found = /-?\d+(\.\d+)?/.exec(text.replace(/−/g, "-").replace(/,/g, ""));
    if (!found) return null;
    return Number(found[0]) + (text[0] === "<" ? -0.5 : text[0] === ">" ? 0.5 : 0);
  };

  /* Tables of countries: a body is one pair, with its headlines below. */
  const tables = $$("table.countries, table.heat").map((table) => {
    const heat = table.matches(".heat");
    const heads = $$("thead th", table);
    const els = heat ? [...table.tBodies[0].rows] : [...table.tBodies];
    return { table, heat, heads, keys: heads.map((th) => th.dataset.k), rows: els.map((el, n) => row(el, n, heat, heads)) };
  });

  function row(el, place, heat, heads) {
    const tr = heat ? el : el.rows[0];
    const cells = [...tr.cells];
    const found = { el, tr, cells, place, run: el.dataset.e, text: "", on: true, link: $("a", cells[0])?.getAttribute("href") };
    if (heat) {
      found.shown = cells.slice(1).map((td) => td.textContent);
      found.slots = cells.slice(1).map((td) => td.firstChild || td.appendChild(document.createTextNode("")));
      found.values = { new: found.shown.map((text) => value(text)) };
      return found;
    }
    found.own = cells.map((td) => td.textContent);
    found.every = cells.map((td, n) => td.dataset.a ?? found.own[n]);
    found.slots = cells.map((td) => td.firstChild);
    return found;
  }

  /* A number leads to its rows on the country's page, as many as it says; the link is made when
     the pointer or the focus comes to the row: a thousand links would slow each sorting. */
  const link = (one, t, every) => {
    one.cells.forEach((td, n) => {
      const fragment = t.heads[n].dataset.f;
      if (!fragment || !one.link || one.every[n] === "0") return;
      let a = $("a", td);
      if (!a) {
        a = document.createElement("a");
        a.append(...td.childNodes);
        td.append(a);
      }
      const own = !every && "a" in td.dataset && fragment.includes("=") ? "&own=1" : "";
      a.setAttribute("href", `${one.link}#${fragment}${own}`);
    });
  };

  const plain = (one) => {
    one.text ||= one.el.textContent.toLowerCase().replace(/\s+/g, " ");
    return one.text;
  };

  const items = $$(".item").map((el) => ({ el, kind: el.dataset.kind, text: "" }));

  const read = () => ({
    run: picker ? picker.value : null,
    q: field.q ? field.q.value.trim().toLowerCase() : "",
    every: Boolean(field.every?.checked),
    said: Boolean(field.said?.checked),
    rare: Boolean(field.rare?.checked),
    measure: field.measure?.value || "new",
    kind: field.kind?.value || "",
  });

  /* Runs of editions */

  const chooseRun = (run) => {
    const overview = $("#runs");
    for (const el of $$(".run-sum")) el.hidden = overview || run ? el.dataset.e !== run : false;
    if (overview) overview.hidden = Boolean(run);
  };

  /* Rows */

  const name = (one) => (one.name ||= one.cells[0].textContent.toLowerCase().replace(/\s+/g, " "));

  const show = (state) => {
    let on = 0;
    let all = 0;
    for (const { rows, heat, table } of tables) {
      let some = false;
      for (const one of rows) {
        const inRun = !state.run || one.run === state.run;
        one.inRun = inRun;
        const now = inRun && (!state.q || (heat ? name(one) : plain(one)).includes(state.q));
        if (one.on !== now) one.el.hidden = !(one.on = now);
        on += now;
        all += inRun;
        some ||= inRun;
      }
      table.hidden = !some;
    }
    for (const one of items) {
      const now = (!state.kind || one.kind === state.kind) && (!state.q || plain(one).includes(state.q));
      one.el.hidden = !now;
      on += now;
      all += 1;
    }
    for (const part of $$(".edits-run")) part.hidden = !$(".item:not([hidden])", part);
    return [on, all];
  };

  const bars = (t, state) => {
    const told = `${state.run} ${state.every}`;
    if (t.told === told) return;
    t.told = told;
    t.heads.forEach((th, n) => {
      if (!th.classList.contains("n")) return;
      const values = t.rows.map((one) => value((state.every ? one.every : one.own)[n]));
      const most = Math.max(0, ...values.filter((v, i) => v !== null && t.rows[i].inRun));
      t.rows.forEach((one, i) => {
        const text = (state.every ? one.every : one.own)[n];
        if (one.slots[n] && one.slots[n].data !== text) one.slots[n].data = text;
        const v = values[i];
        const wide = "b" in th.dataset || !(v > 0) || !most ? 0 : Math.min(BARS, Math.max(1, Math.round((BARS * v) / most)));
        const css = wide ? `n w${wide}` : "n";
        if (one.cells[n].className !== css) one.cells[n].className = css;
      });
    });
  };

  const column = (one, measure, every) => {
    const key = every && `${measure}_every` in one.el.dataset ? `${measure}_every` : measure;
    one.values[key] ||= (one.el.getAttribute(`data-${key}`) || "").split(",").map((text) => (text ? Number(text) : null));
    return one.values[key];
  };

  const sign = (v) => (v > 0 ? `+${v}` : String(v).replace("-", "−"));

  const shade = (t, state) => {
    const signed = field.measure && "signed" in field.measure.selectedOptions[0].dataset;
    const told = t.rows.map((one) => column(one, state.measure, state.every));
    let most = 0;
    t.rows.forEach((one, i) => {
      if (one.inRun) for (const v of told[i]) if (Math.abs(v) > most) most = Math.abs(v);
    });
    t.rows.forEach((one, i) => {
      told[i].forEach((v, n) => {
        const td = one.cells[n + 1];
        const text = state.measure === "new" ? one.shown[n] : v ? (signed ? sign(v) : thousands(v)) : "";
        const step = v ? Math.min(SHADES, Math.max(1, Math.round(Math.sqrt(Math.abs(v) / most) * SHADES))) : 0;
        const css = step ? `${v < 0 ? "l" : "h"}${step}` : "";
        if (one.slots[n].data !== text) one.slots[n].data = text;
        if (td.className !== css) td.className = css;
      });
    });
  };

  /* Order */

  const order = (t, state) => {
    const [, key, way] = /^(.*)([+-])$/.exec(sorted);
    const at = t.keys.indexOf(key);
    for (const th of t.heads) th.removeAttribute("aria-sort");
    const down = way === "-";
    if (at >= 0) t.heads[at].setAttribute("aria-sort", down ? "descending" : "ascending");
    const of = (one) => {
      if (at <= 0) return null;
      if (t.heat) return column(one, state.measure, state.every)[at - 1] ?? (state.measure === "shift" ? 0 : null);
      if (!t.heads[at].classList.contains("n")) return one.own[at].toLowerCase();
      return value((state.every ? one.every : one.own)[at]);
    };
    const turned = at === 0 && down ? -1 : 1;
    const ranked = t.rows.map((one) => [of(one), one]).sort(([x, a], [y, b]) => {
      if (x === y) return turned * (a.place - b.place);
      if (x === null || y === null) return x === null ? 1 : -1;
      return (x < y ? -1 : 1) * (down ? -1 : 1);
    });
    const before = t.heat ? t.table.tBodies[0] : t.table;
    const now = ranked.map(([, one]) => one.el);
    if (t.order && now.every((el, n) => el === t.order[n])) return;
    t.order = now;
    before.append(...now);
  };

  const options = () => {
    if (!field.sort) return;
    const made = new Map();
    for (const t of tables) {
      if (t.table.hidden) continue;
      t.heads.forEach((th) => {
        const label = (th.dataset.label ||= th.textContent);
        const ways = th.dataset.k === "country" ? ["+", "-"] : ["-", "+"];
        for (const way of ways) made.set(`${th.dataset.k}${way}`, `${label} ${way === "-" ? "↓" : "↑"}`);
      });
    }
    const keys = [...made.keys()].join(" ");
    if (options.keys !== keys) {
      options.keys = keys;
      field.sort.replaceChildren(...[...made].map(([key, label]) => new Option(label, key)));
    }
    if (!made.has(sorted)) sorted = FIRST;
    field.sort.value = sorted;
  };

  /* Who sorts by a rare topic wants to see it. */
  const uncover = () => {
    const hidden = field.rare && tables.some((t) => t.heat && t.keys.indexOf(sorted.slice(0, -1)) > OFTEN);
    if (hidden) field.rare.checked = true;
  };

  /* On paper there are no controls: a line says what is shown. */
  const tellPaper = (state, on, all) => {
    const line = $(".measured");
    if (!line) return;
    const chosen = (el) => el && el.selectedOptions[0]?.text;
    const ticked = (el) => el && el.checked && $("span", el.parentElement).textContent;
    line.textContent = [
      chosen(field.measure),
      sorted !== FIRST && chosen(field.sort),
      state.q && `“${field.q.value.trim()}”`,
      ticked(field.every),
      on < all && say("some", { count: thousands(on), all: thousands(all) }),
    ].filter(Boolean).join(" · ");
    line.hidden = !line.textContent;
  };

  /* Between two organizations nothing is newer or gone: the measures have other names. */
  const nameMeasures = () => {
    if (!field.measure || !picker) return;
    const chosen = picker.selectedOptions[0];
    const every = !picker.value && $("option[data-across]", picker);
    for (const option of field.measure.options) {
      const own = (option.dataset.own ||= option.text);
      const other = option.dataset.across;
      option.text = every ? `${own} / ${other}` : chosen && "across" in chosen.dataset ? other : own;
    }
  };

  const apply = (keep) => {
    uncover();
    nameMeasures();
    const state = read();
    if (picker) chooseRun(state.run);
    const [on, all] = show(state);
    options();
    for (const t of tables) {
      if (t.table.hidden) continue;
      if (t.heat) shade(t, state); else bars(t, state);
      order(t, state);
      t.table.classList.toggle("quiet", !state.said);
      t.table.classList.toggle("few", t.heat && Boolean(field.rare) && !state.rare);
      t.table.classList.toggle("one-run", Boolean(state.run));
    }
    const out = $("#shown");
    if (out) {
      const count = on === all ? say("all", { count: thousands(all) }) : say("some", { count: thousands(on), all: thousands(all) });
      out.value = on ? count : `${count}. ${say("none")}`;
    }
    tellPaper(state, on, all);
    const active = Boolean(state.q || state.every || state.said || state.rare || state.kind || state.measure !== "new" || sorted !== FIRST);
    if (form) $("[type=reset]", form).hidden = !active;
    // browsers take longer to note an address than to sort: after the rows have moved
    if (keep !== true) { clearTimeout(apply.later); apply.later = setTimeout(remember, 50, state); }
  };

  /* The address holds what is chosen, so that it can be sent. */

  const remember = (state) => {
    const parts = [];
    if (picker && state.run !== picker.dataset.first) parts.push(`run=${state.run}`);
    if (state.q) parts.push(`q=${encodeURIComponent(state.q)}`);
    if (sorted !== FIRST) parts.push(`sort=${encodeURIComponent(sorted)}`);
    if (state.every) parts.push("every=1");
    if (state.said) parts.push("said=1");
    if (state.rare) parts.push("rare=1");
    if (state.measure !== "new") parts.push(`measure=${state.measure}`);
    if (state.kind) parts.push(`kind=${state.kind}`);
    try {
      history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
    } catch { /* a sandboxed frame has no history to write to */ }
  };

  const recall = () => {
    const hash = location.hash.slice(1);
    if (!/^(run|q|sort|every|said|rare|measure|kind)=/.test(hash)) return false;
    const told = new URLSearchParams(hash);
    if (picker && told.has("run")) picker.value = told.get("run");
    for (const key of ["q", "kind"]) if (field[key]) field[key].value = told.get(key) || "";
    if (field.measure) field.measure.value = told.get("measure") || "new";
    for (const key of ["every", "said", "rare"]) if (field[key]) field[key].checked = told.get(key) === "1";
    sorted = /^[\w]+[+-]$/.test(told.get("sort") || "") ? told.get("sort") : FIRST;
    return true;
  };

  /* A link leads to its country or edit, through whatever hides it. */
  const reach = () => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const el = id && document.getElementById(id);
    if (!el) return;
    const sum = el.matches(".run-sum") ? el : null;
    const body = el.closest(".countries tbody");
    if (sum && picker) { picker.value = sum.dataset.e; apply(true); sum.scrollIntoView(); return; }
    if (body) country(el, body);
    else if (el.matches(".item") && el.hidden) { form.reset(); clear(); apply(true); el.scrollIntoView(); }
  };

  const country = (el, body) => {
    const slug = (b) => b.id.split("--")[0];
    const own = el === body ? body : null;
    const wanted = own || $$(".countries tbody").find((b) => slug(b) === slug(body) && picker && b.dataset.e === picker.value) || body;
    if (picker && picker.value && wanted.dataset.e !== picker.value) picker.value = wanted.dataset.e;
    if (field.q && wanted.hidden) field.q.value = "";
    apply(true);
    here?.classList.remove("here");
    here = wanted;
    wanted.classList.add("here");
    wanted.scrollIntoView({ block: "center" });
  };

  const clear = () => { sorted = FIRST; };

  /* Heads sort; a second click turns the order round. */
  const sortBy = (told) => {
    sorted = told;
    apply();
  };

  for (const t of tables) {
    for (const th of t.heads) {
      const button = document.createElement("button");
      button.type = "button";
      th.dataset.label = th.textContent;
      button.append(...th.childNodes);
      button.title = th.title || say("sort", { column: th.dataset.label });
      th.removeAttribute("title");
      th.append(button);
      button.addEventListener("click", () => {
        const first = th.dataset.k === "country" || th.dataset.k === "edition" ? "ascending" : "descending";
        const other = first === "ascending" ? "-" : "+";
        const turn = th.getAttribute("aria-sort") === first ? other : first === "ascending" ? "+" : "-";
        sortBy(`${th.dataset.k}${turn}`);
      });
    }
    if (!t.heat) {
      const near = (event) => {
        const body = event.target.closest("tbody");
        const one = body && t.rows.find((r) => r.el === body);
        if (one) link(one, t, read().every);
      };
      for (const kind of ["pointerover", "pointerdown", "focusin"]) t.table.addEventListener(kind, near);
    }
    if (t.heat) {
      t.table.addEventListener("click", (event) => {
        const td = event.target.closest("td");
        const link = td && td.textContent && $("th a", td.parentElement);
        if (link) location.href = `${link.getAttribute("href")}#topic=${t.keys[td.cellIndex]}`;
      });
    }
  }

  /* Browsers do not repeat a head with buttons on each sheet: on paper it has words only. */
  const heads = tables.flatMap((t) => t.heads);
  addEventListener("beforeprint", () => {
    for (const th of heads) {
      const button = $("button", th);
      if (!button) continue;
      th.button = button;
      th.append(...button.childNodes);
      button.remove();
    }
  });
  addEventListener("afterprint", () => {
    for (const th of heads) {
      if (!th.button || th.button.isConnected) continue;
      th.button.append(...th.childNodes);
      th.append(th.button);
    }
  });

  const inSight = () => {
    const th = $(".countries:not([hidden]) thead [aria-sort], .heat thead [aria-sort]");
    const box = th?.closest(".scroll");
    if (box && th.cellIndex) box.scrollTo({ left: Math.max(0, th.offsetLeft - box.clientWidth / 2), behavior: still ? "auto" : "smooth" });
  };

  let wait;
  const changed = (event) => {
    if (event.target === field.sort) { sortBy(field.sort.value); inSight(); return; }
    clearTimeout(wait);
    wait = setTimeout(apply, event.target.type === "search" ? 120 : 0);
  };
  for (const f of $$("form.bar")) {
    f.hidden = false;
    f.addEventListener("input", changed);
    f.addEventListener("submit", (event) => event.preventDefault());
  }
  form?.addEventListener("reset", () => { clear(); setTimeout(apply); });
  if (picker) picker.value = picker.dataset.first;
  addEventListener("hashchange", () => {
    if (!recall()) { reach(); return; }
    apply(true);
    if (form) form.scrollIntoView({ behavior: still ? "auto" : "smooth" });
    inSight();
  });
  const told = recall();
  apply(true);
  if (told) inSight();
  reach();
  document.rightsDiff = { apply, sortBy };
})();
