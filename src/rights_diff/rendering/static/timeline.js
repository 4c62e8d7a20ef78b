"use strict";
(() => {
  const $ = (s, from = document) => from.querySelector(s);
  const $$ = (s, from = document) => [...from.querySelectorAll(s)];
  document.documentElement.classList.add("js");

  const form = $(".filters");
  const value = (name) => (form[name] ? form[name].value : "");
  const item = (el) => ({
    el,
    who: (el.dataset.o || "").split("|"),
    topics: (el.dataset.t || "").split(" "),
    statuses: el.dataset.s === undefined ? null : el.dataset.s.split(" "),
    text: "",
  });
  const items = $$(".sr-item, .th-item").map(item);
  const heat = $$(".ht-item");
  const rest = $(".rest");

  const plain = (one) => {
    one.text ||= one.el.textContent.toLowerCase().replace(/\s+/g, " ");
    return one.text;
  };

  const apply = () => {
    const who = value("who");
    const topic = value("topic");
    const status = value("status");
    const q = value("q").trim().toLowerCase();
    let shown = 0;
    let below = 0;
    for (const one of items) {
      const on = (!who || one.who.includes(who))
        && (!topic || one.topics.includes(topic))
        && (!status || (one.statuses || []).includes(status))
        && (!q || plain(one).includes(q));
      one.el.hidden = !on;
      shown += on;
      below += on && Boolean(rest) && rest.contains(one.el);
    }
    for (const row of heat) row.hidden = Boolean(topic) && row.dataset.t !== topic;
    const active = Boolean(who || topic || status || q);
    if (rest) {
      rest.hidden = active && !below;
      if (active && below) rest.open = true;
    }
    $("#shown").value = active ? `${shown} of ${items.length}` : `${items.length} figures and claims`;
    $("[type=reset]", form).hidden = !active;
  };

  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let el = target; el; el = el.parentElement) {
      if (el.tagName === "DETAILS") el.open = true;
    }
    for (const details of $$("details", target)) {
      if (target.matches("tr.sr-item")) details.open = true;
    }
    target.scrollIntoView({ block: "center" });
  };

  const narrow = matchMedia("(max-width:64rem)");
  const drawers = () => {
    for (const d of $$(".drawer, .toc")) d.open = !narrow.matches;
  };

  $(".drawer").hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", reveal);
  narrow.addEventListener("change", drawers);
  drawers();
  apply();
  reveal();
})();
