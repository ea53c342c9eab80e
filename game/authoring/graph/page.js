"use strict";
// The map's own script: pan, zoom, search, and a panel that shows the chosen moment. Texts only ever enter the
// page as text nodes.
(() => {
  const { nodes, words, language } = JSON.parse(document.getElementById("data").textContent);
  const view = document.getElementById("view");
  const drawing = view.querySelector("svg");
  const panel = document.getElementById("panel");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const cards = [...view.querySelectorAll(".node")];
  const roads = [...view.querySelectorAll(".road")];
  const byId = new Map(nodes.map((node, number) => [node.id, number]));
  const size = { width: Number(drawing.getAttribute("width")), height: Number(drawing.getAttribute("height")) };
  const shift = document.getElementById("map").transform.baseVal.getItem(0).matrix;
  const welcome = [...panel.childNodes];
  let place = { x: 0, y: 0, scale: 1 };
  let hits = [];
  let hit = -1;
  let chosen = -1;

  // ---- moving about

  function show(glide = false) {
    view.classList.toggle("gliding", glide);
    drawing.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`;
  }

  function zoom(factor, x = view.clientWidth / 2, y = view.clientHeight / 2, glide = false) {
    const scale = Math.min(4, Math.max(0.02, place.scale * factor));
    const ratio = scale / place.scale;
    place = { x: x - (x - place.x) * ratio, y: y - (y - place.y) * ratio, scale };
    show(glide);
  }

  function pan(x, y, glide = false) {
    place = { ...place, x: place.x + x, y: place.y + y };
    show(glide);
  }

  function whole() {
    const scale = Math.min(view.clientWidth / size.width, view.clientHeight / size.height, 1.5);
    place = { scale, x: (view.clientWidth - size.width * scale) / 2, y: (view.clientHeight - size.height * scale) / 2 };
    show(true);
  }

  // Where a card stands in the drawing, whatever moves on the screen at this moment.
  function standing(number) {
    const box = cards[number].getBBox();
    return { x: box.x + shift.e, y: box.y + shift.f, width: box.width, height: box.height };
  }

  function centre(number, least = 0.7) {
    const box = standing(number);
    const scale = Math.max(place.scale, least);
    place = {
      scale,
      x: view.clientWidth / 2 - (box.x + box.width / 2) * scale,
      y: view.clientHeight / 2 - (box.y + box.height / 2) * scale,
    };
    show(true);
  }

  function inSight(number) {
    const box = standing(number);
    const left = place.x + box.x * place.scale;
    const top = place.y + box.y * place.scale;
    return left >= 0 && left + box.width * place.scale <= view.clientWidth
      && top >= 0 && top + box.height * place.scale <= view.clientHeight;
  }

  view.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = view.getBoundingClientRect();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? view.clientHeight : 1;
    zoom(Math.exp(-event.deltaY * unit * 0.0015), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });

  // A browser scrolls to what gets the focus; here the map moves instead.
  view.addEventListener("scroll", () => view.scrollTo(0, 0));

  const pointers = new Map();
  let moved = 0;
  view.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    moved = 0;
  });
  window.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const x = event.clientX - before.clientX;
    const y = event.clientY - before.clientY;
    moved += Math.abs(x) + Math.abs(y);
    const other = [...pointers.values()].find((one) => one.pointerId !== event.pointerId);
    if (other) {
      const frame = view.getBoundingClientRect();
      const gap = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      zoom(gap(event) / Math.max(1, gap(before)), other.clientX - frame.left, other.clientY - frame.top);
    } else if (moved > 4) {
      view.classList.add("moving");
      pan(x, y);
    }
    pointers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, (event) => {
      pointers.delete(event.pointerId);
      view.classList.remove("moving");
      setTimeout(() => { moved = 0; });
    });
  }

  // ---- the panel

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // A text of the scene, which may be in another language than the page.
  function scene(name, text, className) {
    const made = element(name, text, className);
    made.lang = language;
    return made;
  }

  function leadTo(road) {
    const button = element("button", road.to);
    button.type = "button";
    const goal = byId.get(road.node);
    if (goal === undefined) button.disabled = true;
    else button.addEventListener("click", () => { choose(goal); read(); });
    const line = element("div");
    if (road.when) line.append(element("code", road.when), " ");
    line.append("→ ", button);
    return line;
  }

  function replyCard(reply) {
    const card = element("article");
    const head = element("h4");
    head.append(element("span", reply.sign, `sign ${reply.tone}`), reply.id);
    const said = reply.say ? scene("p", reply.say) : element("p", words.silence);
    card.append(head, said, element("p", reply.facts, "small"));
    for (const [heading, text, code] of reply.texts) {
      const line = element("p", "", "small");
      line.append(element("strong", heading), " ", code ? element("code", text) : scene("span", text));
      card.append(line);
    }
    const leads = element("div", "", "roads");
    leads.append(...reply.roads.map(leadTo));
    card.append(leads);
    return card;
  }

  function choose(number) {
    const node = nodes[number];
    chosen = number;
    cards.forEach((card, index) => card.classList.toggle("chosen", index === number));
    const mine = String(number);
    roads.forEach((road) => road.classList.toggle("lit", road.dataset.from === mine || road.dataset.to === mine));
    view.classList.add("chosen");
    const title = scene("h2", node.title);
    title.tabIndex = -1;
    const parts = [title, element("p", node.facts, "facts")];
    for (const [heading, text] of node.texts) parts.push(element("h3", heading), scene("p", text));
    if (node.roads.length) {
      const leads = element("div", "", "roads");
      leads.append(...node.roads.map(leadTo));
      parts.push(leads);
    }
    if (node.replies.length) parts.push(element("h3", words.replies), ...node.replies.map(replyCard));
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
    if (!inSight(number) || place.scale < 0.35) centre(number);
  }

  // From the map into the panel: a screen reader begins at its heading.
  function read() {
    panel.querySelector("h2").focus();
  }

  function leave() {
    chosen = -1;
    cards.forEach((card) => card.classList.remove("chosen"));
    roads.forEach((road) => road.classList.remove("lit"));
    view.classList.remove("chosen");
    panel.replaceChildren(...welcome);
  }

  cards.forEach((card, number) => {
    card.addEventListener("click", () => { if (moved <= 4) choose(number); });
    card.addEventListener("focus", () => { if (card.matches(":focus-visible")) choose(number); });
    card.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(number); read(); }
    });
  });

  // ---- search

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const haystacks = nodes.map((node) => plain(JSON.stringify([node.id, node.title, node.texts, node.replies])));

  function look() {
    const wanted = plain(search.value.trim());
    hits = [];
    if (wanted) haystacks.forEach((text, number) => { if (text.includes(wanted)) hits.push(number); });
    hit = -1;
    view.classList.toggle("searching", hits.length > 0);
    cards.forEach((card, number) => card.classList.toggle("hit", hits.includes(number)));
    found.textContent = wanted ? String(hits.length) : "";
    if (hits.length && !hits.some(inSight)) centre(hits[0]);
  }

  function next(step) {
    if (!hits.length) return;
    hit = (hit + step + hits.length) % hits.length;
    found.textContent = `${hit + 1} / ${hits.length}`;
    choose(hits[hit]);
    centre(hits[hit]);
  }

  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); next(event.shiftKey ? -1 : 1); }
    if (event.key === "Escape") { search.value = ""; look(); }
    event.stopPropagation();
  });

  // ---- keys and buttons

  const actions = { larger: () => zoom(1.3, undefined, undefined, true), smaller: () => zoom(1 / 1.3, undefined, undefined, true), whole };
  for (const [name, act] of Object.entries(actions)) document.getElementById(name).addEventListener("click", act);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (panel.contains(event.target)) {
      if (event.key === "Escape" && chosen >= 0) { event.preventDefault(); cards[chosen].focus({ preventScroll: true }); }
      return;
    }
    const far = 90;
    const keys = {
      ArrowLeft: () => pan(far, 0, true), ArrowRight: () => pan(-far, 0, true),
      ArrowUp: () => pan(0, far, true), ArrowDown: () => pan(0, -far, true),
      "+": actions.larger, "=": actions.larger, "-": actions.smaller, "0": whole,
      "/": () => search.focus(), Escape: leave,
    };
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // ---- the beginning: the start of the session, large enough to read

  const first = Math.max(0, cards.findIndex((card) => card.dataset.start === "1"));
  whole();
  if (place.scale < 0.7 && cards.length) {
    zoom(0.9 / place.scale);
    centre(first, 0.9);
    pan(0, 120 - view.clientHeight / 2);
  }
  show();
})();
