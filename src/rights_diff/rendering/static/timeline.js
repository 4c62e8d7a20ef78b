"use strict";
(() => {
  const $ = (s, from = document) => from.querySelector(s);
  const $$ = (s, from = document) => [...from.querySelectorAll(s)];
  const said = JSON.parse(document.body.dataset.words);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (m, key) => values[key] ?? m);
  const count = new Intl.NumberFormat(document.documentElement.lang);
  document.documentElement.classList.add("js");

  const form = $(".filters");
  const NAMES = ["who", "topic", "status", "q"];
  const field = (name) => form.elements[name];
  const value = (name) => (field(name) ? field(name).value.trim() : "");
  const item = (el) => ({
    el,
    who: (el.dataset.o || "").split("|"),
    topics: (el.dataset.t || "").split(" "),
    statuses: el.dataset.s === undefined ? null : el.dataset.s.split(" "),
    text: "",
    on: true,
  });
  const items = $$(".sr-item, .th-item").map(item);
  const heat = $$(".ht-item");
  const rests = $$(".rest").map((el) => ({ el, own: items.filter((i) => el.contains(i.el)) }));

  const plain = (one) => {
    one.text ||= one.el.textContent.toLowerCase().replace(/\s+/g, " ");
    return one.text;
  };

  const apply = () => {
    const [who, topic, status] = NAMES.map(value);
    const q = value("q").toLowerCase();
    let shown = 0;
    for (const one of items) {
      one.on = (!who || one.who.includes(who))
        && (!topic || one.topics.includes(topic))
        && (!status || (one.statuses || []).includes(status))
        && (!q || plain(one).includes(q));
      if (one.el.hidden === one.on) one.el.hidden = !one.on;
      shown += one.on;
    }
    for (const row of heat) row.hidden = Boolean(topic) && row.dataset.t !== topic;
    const active = Boolean(who || topic || status || q);
    for (const { el, own } of rests) {
      const below = own.some((one) => one.on);
      el.hidden = active && !below;
      if (active && below) el.open = true;
    }
    $("#shown").value = fill(active ? said.some : said.all, {
      count: count.format(active ? shown : items.length),
      all: count.format(items.length),
    });
    $("[type=reset]", form).hidden = !active;
  };

  // The state stands in the address, so that it can be sent.
  const keep = () => {
    const state = new URLSearchParams();
    for (const name of NAMES) if (value(name)) state.set(name, value(name));
    const text = state.toString();
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  };

  const filtered = (hash) => {
    const state = new URLSearchParams(hash);
    if (!NAMES.some((name) => state.has(name))) return false;
    for (const name of NAMES) if (field(name)) field(name).value = state.get(name) || "";
    apply();
    if (state.has("status")) $("#threads").scrollIntoView();
    return true;
  };

  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  const reveal = () => {
    const hash = location.hash.slice(1);
    if (!hash || filtered(hash)) return;
    const target = document.getElementById(decoded(hash));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      apply();
    }
    for (let el = target; el; el = el.parentElement) {
      if (el.tagName === "DETAILS") el.open = true;
    }
    if (target.matches("tr.sr-item, tr.th-item")) {
      for (const details of $$("details", target)) details.open = true;
    }
    target.scrollIntoView({ block: target.matches("tr, p") ? "center" : "start" });
  };

  const narrow = matchMedia("(max-width:64rem)");
  const drawers = () => {
    for (const d of $$(".drawer, .toc")) d.open = !narrow.matches;
  };

  const keys = (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const typing = e.target.matches("input, select, textarea");
    if (e.key === "/" && !typing) {
      e.preventDefault();
      $(".drawer").open = true;
      field("q").focus();
    } else if (e.key === "x" && !typing) {
      form.reset();
    }
  };

  let waiting = 0;
  $(".drawer").hidden = false;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { apply(); keep(); }, 90);
  });
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); keep(); }));
  addEventListener("hashchange", reveal);
  addEventListener("keydown", keys);
  narrow.addEventListener("change", drawers);
  drawers();
  for (const el of $$(".newest")) el.scrollLeft = el.scrollWidth;
  apply();
  reveal();
})();
