"use strict";

// lib/core/follow.ts
function outgoing(graph, node, link2) {
  return (node.links[link2] ?? []).flatMap((one2) => {
    const found = one2.state === "linked" ? graph.nodes[one2.node] : void 0;
    return found === void 0 ? [] : [found];
  });
}
function incoming(graph, node, link2, kind) {
  return (graph.incoming[node.id]?.[link2] ?? []).flatMap((id) => {
    const found = graph.nodes[id];
    return found === void 0 || kind !== void 0 && found.kind.name !== kind ? [] : [found];
  });
}
function mayLead(link2, node) {
  return link2.state === "unknown" || link2.state === "one-of" && link2.nodes.includes(node.id);
}

// lib/core/glob.ts
function isGlob(pattern) {
  return pattern.includes("*");
}
function matchesGlob(pattern, text2) {
  const first = pattern.indexOf("*");
  if (first === -1) return pattern === text2;
  const end = pattern.slice(pattern.lastIndexOf("*") + 1).replace(/^[./]/, "");
  if (!text2.startsWith(pattern.slice(0, first)) || !text2.endsWith(end)) return false;
  const separator = separatorOf(pattern);
  const pieces = piecesOf(pattern, separator);
  const inKey = separator === null ? null : brackets(text2);
  let places3 = withEmptyRuns([0], pieces);
  for (let at3 = 0; at3 < text2.length && places3.length > 0; at3++) {
    const character = text2[at3] ?? "";
    places3 = withEmptyRuns(advance(places3, pieces, character, character === separator && inKey?.[at3] !== 1), pieces);
  }
  return places3.includes(pieces.length);
}
function separatorOf(pattern) {
  const inKey = brackets(pattern);
  const uses = (separator) => [...inKey.keys()].some((at3) => pattern[at3] === separator && inKey[at3] !== 1);
  if (uses("/")) return "/";
  return uses(".") ? "." : null;
}
function brackets(text2) {
  const marks2 = new Uint8Array(text2.length);
  let open3 = -1;
  let quoted3 = false;
  for (let at3 = 0; at3 < text2.length; at3++) {
    const character = text2[at3];
    if (open3 === -1) {
      if (character === "[") open3 = at3;
    } else if (quoted3) {
      if (character === "\\") at3++;
      else if (character === '"') quoted3 = false;
    } else if (character === '"') quoted3 = true;
    else if (character === "]") {
      marks2.fill(1, open3, at3 + 1);
      open3 = -1;
    }
  }
  return marks2;
}
function piecesOf(pattern, separator) {
  const pieces = [];
  for (let at3 = 0; at3 < pattern.length; at3++) {
    const character = pattern[at3] ?? "";
    if (character !== "*") {
      pieces.push({ is: "character", character });
      continue;
    }
    const start = at3;
    while (pattern[at3 + 1] === "*") at3++;
    if (at3 === start) pieces.push({ is: "within" });
    else {
      const wholeSegments = pattern[at3 + 1] === separator && (start === 0 || pattern[start - 1] === separator);
      if (wholeSegments) pieces.push({ is: "optional" });
      pieces.push({ is: "across" });
    }
  }
  return pieces;
}
function advance(places3, pieces, character, separates) {
  const next2 = [];
  for (const place of places3) {
    const piece = pieces[place];
    if (piece?.is === "across" || piece?.is === "within" && !separates) next2.push(place);
    else if (piece?.is === "character" && piece.character === character) next2.push(place + 1);
  }
  return next2;
}
function withEmptyRuns(places3, pieces) {
  const reached = new Set(places3);
  for (const place of reached) {
    const piece = pieces[place];
    if (piece === void 0 || piece.is === "character") continue;
    reached.add(place + 1);
    if (piece.is === "optional") reached.add(place + 3);
  }
  return [...reached];
}

// lib/core/scope.ts
function isInScope(resource, scope2) {
  if (scope2 === null || resource.source === "configuration") return true;
  const { account: account2, region } = resource.identity;
  if (scope2.region !== void 0 && region !== void 0 && region !== scope2.region) return false;
  if (scope2.account !== void 0 && account2 !== void 0 && account2 !== scope2.account) return false;
  const { source: source3 } = scope2;
  const documents = resource.documents ?? (resource.location === void 0 ? [] : [resource.location.document]);
  return source3 === void 0 || documents.length === 0 || documents.some((one2) => source3.some((glob) => matchesGlob(glob, one2)));
}

// lib/core/select.ts
var clientKey = "client";
function select(graph, selector, key3, scope2) {
  if (selector.by === "inline") {
    const node = graph.nodes[selector.fact.id];
    return node === void 0 ? [] : [node];
  }
  const all = key3 === clientKey ? Object.values(graph.nodes) : graph.hops;
  const matches = all.filter(
    (node) => !isMade(node) && means(selector, node) && standsAs(graph, node, key3) && isInScope(node, scope2)
  );
  return key3 === clientKey ? likelyClients(graph, matches) : withoutMembers(graph, matches);
}
function isMade({ source: source3 }) {
  return source3 === "configuration" || source3 === "catalog";
}
function likelyClients(graph, nodes) {
  const clients = nodes.filter(({ kind }) => kind.hop?.key === clientKey || kind.client !== void 0);
  const shown5 = new Set(
    clients.flatMap((node) => (node.kind.client?.via ?? []).flatMap((link2) => outgoing(graph, node, link2)))
  );
  const programs = clients.filter((node) => !shown5.has(node));
  return programs.length > 0 ? programs : nodes;
}
function standsAs(graph, node, key3) {
  if (key3 === clientKey) return true;
  const owners3 = ownersOf(graph, node);
  const all = owners3.length > 0 ? owners3 : [node];
  if (key3 === null) return all.some(({ kind }) => kind.hop !== void 0 && kind.hop.key !== clientKey);
  return all.some((one2) => keysOf(one2).includes(key3));
}
function keysOf({ kind: { hop }, settings }) {
  if (hop === void 0) return [];
  return [hop.key, ...(hop.also ?? []).flatMap(({ key: key3, may }) => may?.(settings) === false ? [] : [key3])];
}
function sideOf({ kind: { hop } }, key3) {
  const beside = hop?.key === key3 ? void 0 : hop?.also?.find((one2) => one2.key === key3);
  return beside?.side ?? hop?.side ?? "either";
}
function means(selector, node) {
  if (selector.by === "tag")
    return Object.entries(selector.tags).every(([tag, value2]) => {
      const own2 = node.tags[tag];
      return own2 !== void 0 && matchesGlob(value2, own2);
    });
  return selector.names.some((name4) => isCalled(node, name4));
}
function isCalled(node, name4) {
  return isIn(node.subject, name4) || node.names.some((own2) => isIn(own2, name4));
}
function isIn(own2, name4) {
  if (!own2.startsWith(name4)) return matchesGlob(name4, own2);
  const next2 = own2[name4.length];
  return next2 === void 0 || next2 === "[" || next2 === "/" || next2 === "." && name4.includes("module.") || matchesGlob(name4, own2);
}
function withoutMembers(graph, nodes) {
  const ids = new Set(nodes.map((node) => node.id));
  return nodes.filter((node) => !ownersOf(graph, node).some((owner) => ids.has(owner.id)));
}
function ownersOf(graph, node) {
  return Object.entries(node.links).flatMap(
    ([name4, links]) => links.flatMap((link2) => {
      const owner = link2.state === "linked" ? graph.nodes[link2.node] : void 0;
      const isMember2 = (owner?.kind.hop?.members ?? []).some(
        (member3) => "kind" in member3 && member3.kind === node.kind.name && member3.link === name4
      );
      return owner !== void 0 && isMember2 ? [owner] : [];
    })
  );
}
function describeEntry(entry2) {
  const { select: selector } = entry2;
  const what = selector.by === "name" ? selector.names.join(", ") : selector.by === "tag" ? Object.entries(selector.tags).map(([tag, value2]) => `${tag}=${value2}`).join(", ") : selector.fact.subject;
  return entry2.key === null ? what : `${entry2.key}: ${what}`;
}

// lib/core/setting.ts
var levels = [
  "default",
  "cluster-group",
  "instance-group",
  "server",
  "all-roles",
  "database",
  "role",
  "role-in-database",
  "connection-options",
  "init-query",
  "session",
  "declared",
  "own"
];
function table(entries2 = []) {
  const made2 = /* @__PURE__ */ Object.create(null);
  for (const [key3, value2] of entries2) made2[key3] = value2;
  return made2;
}
function known(value2, ...from) {
  return { state: "known", value: value2, from };
}
function unknown(why2, settles4, from = [], bounds) {
  return bounds === void 0 ? { state: "unknown", why: why2, settles: settles4, from } : { state: "unknown", why: why2, settles: settles4, from, bounds };
}
function oneOf(candidates2, why2, settles4) {
  const distinct2 = candidates2.filter((one2, at3) => candidates2.findIndex((other) => other.value === one2.value) === at3);
  const only = distinct2[0];
  if (only === void 0) return unknown(why2, settles4);
  return distinct2.length === 1 ? only : { state: "one-of", candidates: distinct2, why: why2, settles: settles4 };
}
function candidates(setting) {
  if (setting.state === "known") return [setting];
  return setting.state === "one-of" ? setting.candidates : null;
}
function mapSetting(setting, to) {
  if (setting.state === "known") return { ...setting, value: to(setting.value) };
  if (setting.state === "one-of") {
    const mapped = setting.candidates.map((one2) => ({ ...one2, value: to(one2.value) }));
    return oneOf(mapped, setting.why, setting.settles);
  }
  return unknown(setting.why, setting.settles, setting.from);
}
function valueOf(setting) {
  return setting?.state === "known" ? setting.value : void 0;
}
function provenanceOf(setting) {
  return setting.state === "one-of" ? setting.candidates.flatMap((one2) => one2.from) : setting.from;
}

// lib/core/catalogs.ts
function roleHomes(graph, database) {
  const homes = [database];
  for (const home of homes) {
    const above = [...ownersOf(graph, home), ...outgoing(graph, home, "replicate_source_db")];
    homes.push(...above.filter((one2) => !homes.includes(one2)));
  }
  return homes;
}
function catalogsOf(graph, database) {
  return askedOf(graph, database).filter((catalog) => whyUnread(catalog) === null);
}
function unreadCatalogOf(graph, database) {
  const reasons = askedOf(graph, database).map(whyUnread);
  return reasons.includes(null) ? null : reasons[0] ?? null;
}
function whyUnread({ settings: { parameters: parameters3 } }) {
  return parameters3?.state === "unknown" ? parameters3 : null;
}
function askedOf(graph, database) {
  if (graph.catalogs.length === 0) return [];
  const found = roleHomes(graph, database).flatMap((home) => pointingAt(graph, home, "shows"));
  return [...new Set(found)];
}
function catalogsRunBy(graph, database) {
  return pointingAt(graph, database, "runs");
}
function runningParameters(catalog) {
  const rows = valueOf(catalog.settings.parameters) ?? null;
  return Array.isArray(rows) ? rows : [];
}
function databasesIn(catalog) {
  const names2 = valueOf(catalog.settings.databases) ?? null;
  return Array.isArray(names2) ? names2.filter((name4) => typeof name4 === "string") : [];
}
function pointingAt(graph, node, link2) {
  return graph.catalogs.filter(
    ({ kind, links }) => (links[kind.catalog?.[link2] ?? ""] ?? []).some((to) => to.state === "linked" && to.node === node.id)
  );
}

// lib/core/relation.ts
function relation(graph, upper, lower) {
  if (lower.kind.session !== void 0 && upper.kind.hop?.startupOptions === "refused")
    return proxyRelation(graph, proxyOf(graph, upper), lower);
  if (upper === lower || leadsTo(graph, upper, lower)) return "linked";
  const groups = targetGroupsOf(graph, upper);
  const own2 = ownTargetGroups(graph, lower);
  return groups.some((group) => own2.includes(group)) ? "linked" : "unsettled";
}
function leadsTo(graph, upper, lower) {
  const members = (upper.kind.hop?.members ?? []).flatMap(
    (spec) => "kind" in spec ? incoming(graph, upper, spec.link, spec.kind) : []
  );
  return [upper, ...members].some((member3) => programsBehind(graph, member3)?.includes(lower) === true);
}
function programsBehind(graph, integration) {
  const programs = [];
  for (const link2 of integration.links.target ?? []) {
    if (link2.state === "absent") continue;
    if (link2.state !== "linked" && link2.state !== "one-of") return null;
    const nodes = (link2.state === "linked" ? [link2.node] : link2.nodes).flatMap((id) => graph.nodes[id] ?? []);
    for (const node of nodes) {
      const isAlias = node.links.function !== void 0;
      const behind4 = isAlias ? outgoing(graph, node, "function") : [node];
      if (behind4.length === 0) return null;
      programs.push(...behind4);
    }
  }
  return programs;
}
function proxyOf(graph, node) {
  return outgoing(graph, node, "proxy")[0] ?? node;
}
function proxyRelation(graph, proxy, database) {
  const targets = incoming(graph, proxy, "proxy").filter((node) => "instance" in node.links || "cluster" in node.links);
  const relatives = [database, ...ownersOf(graph, database)];
  const links = targets.flatMap((target2) => [...target2.links.instance ?? [], ...target2.links.cluster ?? []]);
  if (links.some((link2) => link2.state === "linked" && relatives.some((one2) => one2.id === link2.node))) return "linked";
  const isNameless = relatives.every((one2) => one2.identity.identifier === void 0);
  const open3 = links.some(
    (link2) => link2.state === "named" ? isNameless : relatives.some((one2) => mayLead(link2, one2))
  );
  return targets.length === 0 || open3 ? "unsettled" : "apart";
}
function proxiesOf(graph, database) {
  const relatives = [database, ...ownersOf(graph, database)];
  const targets = relatives.flatMap((node) => [
    ...incoming(graph, node, "instance"),
    ...incoming(graph, node, "cluster")
  ]);
  const proxies = targets.flatMap((target2) => outgoing(graph, target2, "proxy"));
  return [...new Map(proxies.map((proxy) => [proxy.id, proxy])).values()];
}
function targetGroupsOf(graph, balancer) {
  return unique(forwarders(graph, balancer).flatMap((node) => forwards(graph, node)));
}
function possibleTargetGroupsOf(graph, balancer) {
  const links = forwarders(graph, balancer).flatMap((node) => [
    ...node.links.target_groups ?? [],
    ...node.links.forward_target_groups ?? []
  ]);
  return unique(
    links.flatMap((link2) => link2.state === "one-of" ? link2.nodes.flatMap((id) => graph.nodes[id] ?? []) : [])
  );
}
function forwarders(graph, balancer) {
  const listeners = [balancer, ...incoming(graph, balancer, "load_balancer")];
  return [...listeners, ...listeners.flatMap((listener) => incoming(graph, listener, "listener"))];
}
function ownTargetGroups(graph, client4) {
  const attachments = incoming(graph, client4, "target");
  return unique([
    ...outgoing(graph, client4, "target_groups"),
    ...attachments.flatMap((attachment) => outgoing(graph, attachment, "target_group"))
  ]);
}
function forwards(graph, node) {
  return [...outgoing(graph, node, "target_groups"), ...outgoing(graph, node, "forward_target_groups")];
}
function unique(nodes) {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

// lib/core/catalog-databases.ts
function databasesOf(graph, catalog, workloads2) {
  const name4 = textOf(catalog, "name");
  const called2 = name4 === null ? [] : behind(graph, namedBy(graph, name4, workloads2));
  const there = behind(graph, atHost(graph, catalog));
  const byName2 = called2.length === 0 ? null : settled(graph, called2);
  if (byName2 !== null) return byName2;
  const byHost2 = settled(
    graph,
    there.filter((one2) => called2.length === 0 || called2.some((other) => homeOf(graph, other) === homeOf(graph, one2)))
  );
  if (byHost2 !== null) return byHost2;
  const candidates2 = (called2.length > 0 ? called2 : there).map((one2) => one2.subject);
  if (candidates2.length > 1)
    return {
      is: "unbound",
      why: `it may be of ${candidates2.slice(0, 10).join(", ")}, so nothing was judged by it: name it NAME=URL, with a name that only one of them has`
    };
  const because = name4 === null ? "no endpoint in view has its address" : `no database in view is called ${name4}`;
  return {
    is: "unbound",
    why: `it is bound to no database in view (${because}), so nothing was judged by it: name it NAME=URL, with a name of the database in the configuration`
  };
}
function settled(graph, databases2) {
  const [first] = databases2;
  if (first === void 0) return null;
  const areInline = databases2.every((one2) => one2.source === "configuration" && one2.subject === first.subject);
  const isOneHome = databases2.every((one2) => homeOf(graph, one2) === homeOf(graph, first));
  if (!areInline && !isOneHome) return null;
  return { is: "bound", databases: databases2, areOne: areInline || databases2.length === 1 };
}
function homeOf(graph, database) {
  return roleHomes(graph, database).at(-1);
}
function namedBy(graph, name4, workloads2) {
  const byName2 = { by: "name", names: [name4] };
  const inView = ["database", "proxy", "pooler"].flatMap((key3) => select(graph, byName2, key3, null));
  const inline2 = Object.values(graph.nodes).filter(
    (node) => node.source === "configuration" && node.kind.session !== void 0 && node.subject === name4
  );
  const written7 = workloads2.flatMap(
    ({ path, databases: databases2, scope: scope2 }) => [
      ...Array.isArray(path) ? path : [],
      ...databases2.map((selector) => ({ key: "database", select: selector }))
    ].flatMap(
      (entry2) => entry2.key !== "client" && entry2.select.by === "name" && entry2.select.names.includes(name4) ? select(graph, entry2.select, entry2.key, scope2) : []
    )
  );
  return [...inView, ...inline2, ...written7];
}
function atHost(graph, catalog) {
  const host = (textOf(catalog, "host") ?? "").toLowerCase().replace(/\.$/, "");
  if (host === "" || host.startsWith("/") || /^(localhost|127\..*|\[?::1\]?)$/.test(host)) return [];
  const port2 = valueOf(catalog.settings.port);
  return graph.hops.filter((node) => {
    const addresses = [...node.names, ...addressSettings.flatMap((setting) => textOf(node, setting) ?? [])];
    const own2 = valueOf(node.settings.port);
    const isOther = typeof own2 === "number" && typeof port2 === "number" && own2 !== port2;
    return !isOther && addresses.some((address2) => address2.toLowerCase() === host);
  });
}
var addressSettings = ["address", "endpoint", "reader_endpoint"];
function behind(graph, nodes) {
  const all = nodes.flatMap((node) => {
    if (node.kind.session !== void 0) return [node];
    const [proxy = node] = outgoing(graph, node, "proxy");
    return graph.hops.filter((one2) => one2.kind.session !== void 0 && proxiesOf(graph, one2).includes(proxy));
  });
  const once2 = [...new Set(all)];
  return once2.filter((node) => !ownersOf(graph, node).some((owner) => once2.includes(owner)));
}
function textOf(node, setting) {
  const value2 = valueOf(node.settings[setting]);
  return typeof value2 === "string" && value2 !== "" ? value2 : null;
}

// lib/core/resolve-links.ts
function indexForLinks(facts, alias) {
  const called2 = table();
  for (const fact of facts)
    for (const name4 of new Set(fact.names)) (called2[nameKey(fact.kind, name4)] ??= []).push(fact.id);
  return { alias, facts: table(facts.map((fact) => [fact.id, fact])), called: called2 };
}
function resolveLinks(from, kind, index) {
  return table(
    Object.entries(from.links).map(([name4, list4]) => {
      const to = kind.links[name4]?.to ?? [];
      return [name4, list4.map((link2) => resolveLink(link2, from, to, index))];
    })
  );
}
function nameKey(kind, name4) {
  return `${kind} ${name4}`;
}
function resolveLink(link2, from, to, index) {
  if (link2.state === "absent") return { state: "absent" };
  if (link2.state === "unknown") return { state: "unknown", why: link2.why, settles: link2.settles };
  const targets = link2.state === "linked" ? [link2.to] : link2.to;
  const found = targets.map((target2) => resolveTarget(target2, from, to, index));
  const ids = [...new Set(found.flat())];
  const [first, second] = ids;
  if (link2.state === "one-of" && found.some((one2) => one2.length === 0))
    return {
      state: "unknown",
      why: `${link2.why}, and not all of these are in the documents`,
      settles: link2.settles
    };
  if (first === void 0) return unresolved(link2, targets, from);
  if (second === void 0)
    return { state: "linked", node: first, sure: link2.state === "linked" ? link2.sure : "exact" };
  return link2.state === "one-of" ? { state: "one-of", nodes: ids, why: link2.why, settles: link2.settles } : {
    state: "one-of",
    nodes: ids,
    why: `several resources are called as ${link2.attribute} of ${from.subject} says`,
    settles: "narrow the documents with `scope`"
  };
}
function unresolved(link2, targets, from) {
  const [target2] = targets;
  if (target2 !== void 0 && "name" in target2) return { state: "named", name: target2.name };
  return {
    state: "unknown",
    why: `${link2.attribute} of ${from.subject} leads to a resource that is not in the documents`,
    settles: "pass the document that holds it as well"
  };
}
function resolveTarget(target2, from, to, index) {
  if ("id" in target2) {
    const id = index.alias[target2.id];
    return id === void 0 ? [] : [id];
  }
  const called2 = to.flatMap((kind) => index.called[nameKey(kind, target2.name)] ?? []);
  const near = target2.name.startsWith("arn:") ? called2 : called2.filter((id) => isNear(index.facts[id], from));
  const beside = near.filter((id) => index.facts[id]?.documents.some((one2) => from.documents.includes(one2)));
  return beside.length > 0 ? beside : near;
}
function isNear(a, b) {
  const same2 = (one2, other) => one2 === void 0 || other === void 0 || one2 === other;
  return same2(a?.identity.region, b.identity.region) && same2(a?.identity.account, b.identity.account);
}

// lib/core/members.ts
function membersOf(graph, named3, narrow) {
  const owner = ownersOf(graph, named3)[0];
  const isMember2 = owner !== void 0 && named3.kind.hop !== void 0;
  const all = isMember2 ? [named3] : allMembers(graph, named3);
  const specs2 = isMember2 ? [] : named3.kind.hop?.members ?? [];
  if (all.length === 0 && specs2.length > 0 && named3.kind.timers.length === 0)
    return {
      state: "none",
      why: `${named3.subject} has no ${specs2.map((spec) => memberTitle(spec)).join(" or ")} in the documents, and the timer belongs to it`
    };
  const chosen = byEndpoint(atPort(all, narrow.port), narrow.endpoint);
  if (chosen.length === 0 && all.length > 0)
    return { state: "none", why: `no listener of ${named3.subject} has port ${String(narrow.port)}` };
  return { state: "found", node: isMember2 ? owner : named3, members: all.length === 0 ? [named3] : chosen };
}
function hidesMembers(graph, named3) {
  const { members = [] } = named3.kind.hop ?? {};
  if (named3.kind.timers.length > 0 || members.length === 0) return false;
  return members.every(
    (spec) => "outgoing" in spec ? outgoing(graph, named3, spec.outgoing).length === 0 : incoming(graph, named3, spec.link, spec.kind).length === 0
  );
}
function allMembers(graph, named3) {
  return (named3.kind.hop?.members ?? []).flatMap((spec) => {
    const all = "outgoing" in spec ? outgoing(graph, named3, spec.outgoing) : incoming(graph, named3, spec.link, spec.kind);
    return all.filter((member3) => spec.use?.(member3.settings) ?? true);
  });
}
function possibleMembers(graph, named3, { port: asked2 }) {
  const specs2 = (named3.kind.hop?.members ?? []).flatMap((spec) => "kind" in spec ? [spec] : []);
  if (specs2.length === 0) return [];
  return Object.values(graph.nodes).filter((node) => {
    const { kind, links, settings } = node;
    const may = specs2.some(
      (spec) => spec.kind === kind.name && (links[spec.link] ?? []).some((link2) => link2.state === "unknown") && (spec.use?.(settings) ?? true)
    );
    const isOther = kind.session === void 0 && settings.port?.state === "known" && settings.port.value !== asked2;
    return may && isNear(node, named3) && (asked2 === void 0 || !isOther);
  });
}
function atPort(members, port2) {
  if (port2 === void 0) return members;
  const isListener = (member3) => member3.kind.session === void 0 && "port" in member3.kind.settings;
  const fitting = members.filter((member3) => !isListener(member3) || valueOf(member3.settings.port) === port2);
  return fitting.length > 0 ? fitting : members.filter((member3) => member3.settings.port?.state !== "known");
}
function memberTitle(spec) {
  return ("kind" in spec ? spec.kind : spec.outgoing).replace(/[-_]/g, " ");
}
function byEndpoint(members, endpoint2) {
  if (endpoint2 === void 0 || members.length === 1) return members;
  const roles = members.map((member3) => valueOf(member3.settings.writer));
  if (roles.some((role) => typeof role !== "boolean")) return members;
  const chosen = members.filter((_, at3) => roles[at3] === (endpoint2 === "writer"));
  return chosen.length === 0 ? members : chosen;
}
function isReader(graph, member3, endpoint2) {
  const replicates = (member3.links.replicate_source_db ?? []).some((link2) => link2.state !== "absent");
  if (replicates) return "yes";
  const writer = valueOf(member3.settings.writer);
  const cluster = ownersOf(graph, member3)[0];
  if (cluster === void 0) return endpoint2 === "reader" ? "yes" : "no";
  const siblings = membersOf(graph, cluster, {});
  const alone2 = siblings.state === "found" && siblings.members.length < 2;
  if (alone2 || endpoint2 === "writer") return "no";
  if (typeof writer === "boolean") return writer ? "no" : "yes";
  return endpoint2 === "reader" ? "yes" : "maybe";
}

// lib/core/engine-version.ts
var versionText = /^(\d{1,3})(?:\.(\d{1,3}))?(?=$|[\s.-])/;
var familyText = /^(aurora-postgresql|postgres)(\d{1,3}(?:\.\d{1,3})?)$/;
function majorVersion(engineVersion) {
  const [, first, second] = versionText.exec(engineVersion.trim()) ?? [];
  if (first === void 0) return null;
  const major = Number(first);
  if (major >= 10) return major;
  return second === void 0 ? null : Number(`${first}.${second}`);
}
function familyOf(family) {
  const [, engine2, version2] = familyText.exec(family.trim()) ?? [];
  const major = version2 === void 0 ? null : majorVersion(version2);
  if (major === null) return null;
  return { flavour: engine2 === "postgres" ? "rds" : "aurora", major };
}

// lib/core/version.ts
var versionSettings = ["engine_version_actual", "engine_version"];
function versionOf(database) {
  for (const name4 of versionSettings) {
    const text2 = valueOf(database.settings[name4]);
    const major = typeof text2 === "string" ? majorVersion(text2) : null;
    if (major !== null) return major;
  }
  return null;
}

// lib/core/bind-catalogs.ts
function bindCatalogs(graph, workloads2) {
  const nodes = table(Object.entries(graph.nodes));
  const notes = [];
  for (const catalog of graph.catalogs) {
    const found = databasesOf(graph, catalog, workloads2);
    const isUnread = whyUnread(catalog) !== null;
    if (found.is === "unbound") {
      if (isUnread) continue;
      const { subject: what, location } = catalog;
      notes.push({ what, why: found.why, level: "incomplete", ...location === void 0 ? {} : { location } });
      continue;
    }
    const { kind } = catalog;
    const shows = [...new Set(found.databases.flatMap((one2) => roleHomes(graph, one2).at(-1) ?? []))];
    const runs = found.areOne && !isUnread ? found.databases.flatMap((one2) => answering(graph, one2, catalog)) : [];
    nodes[catalog.id] = linked(linked(catalog, kind.catalog?.shows, shows), kind.catalog?.runs, runs);
    for (const role of incoming(graph, catalog, kind.catalog?.roles ?? ""))
      nodes[role.id] = linked(role, role.kind.role?.database, shows);
    for (const one2 of [...shows, ...runs]) nodes[one2.id] = withVersion(nodes[one2.id] ?? one2, catalog);
  }
  return { nodes, notes };
}
function answering(graph, database, catalog) {
  const found = membersOf(graph, database, {});
  const members = found.state === "found" ? found.members : [database];
  if (members.length === 1) return members;
  const isStandby = valueOf(catalog.settings.in_recovery) === true;
  const roles = members.map((member3) => valueOf(member3.settings.writer));
  if (roles.some((role) => typeof role !== "boolean")) return [];
  const fitting = members.filter((_, at3) => roles[at3] === !isStandby);
  return fitting.length === 1 ? fitting : [];
}
function linked(node, link2, to) {
  if (link2 === void 0) return node;
  const links = table(Object.entries(node.links));
  const resolved2 = to.map((one2) => ({ state: "linked", node: one2.id, sure: "exact" }));
  links[link2] = resolved2.length === 0 ? [{ state: "absent" }] : resolved2;
  return { ...node, links };
}
function withVersion(node, catalog) {
  const text2 = valueOf(catalog.settings.version);
  if (typeof text2 !== "string" || versionOf(node) !== null) return node;
  const settings = table(Object.entries(node.settings));
  settings.engine_version_actual = known(text2, {
    level: "server",
    subject: catalog.subject,
    attribute: "server_version",
    text: text2
  });
  return { ...node, settings };
}

// lib/core/spelled.ts
function spellingOf(source3) {
  switch (source3) {
    case "template":
      return "cloudformation";
    case "account":
      return "account";
    case "plan":
    case "state":
    case "cdktf":
    case "catalog":
    case "configuration":
      return "terraform";
  }
}
function spelledIn(source3, spec) {
  return spec[spellingOf(source3)];
}
function outermost(path) {
  return path.split(/[.[]/, 1)[0] ?? path;
}
var parsed = /* @__PURE__ */ new Map();
function pathSteps(path) {
  const seen2 = parsed.get(path);
  if (seen2 !== void 0) return seen2;
  const steps2 = (path.match(/[^.[\]]+(?:\[[^\]]*\])*/g) ?? []).map((text2) => {
    const conditions = [...text2.matchAll(/\[([^=\]]*)=([^\]]*)\]/g)];
    return {
      name: text2.split("[", 1)[0] ?? text2,
      where: conditions.map(([, key3 = "", value2 = ""]) => ({ key: key3, value: value2 }))
    };
  });
  parsed.set(path, steps2);
  return steps2;
}
function shownPath(path) {
  return /\[[^=\]]*=([^\]]*)\]\.[^.\]]*$/.exec(path)?.[1] ?? path;
}

// lib/core/effective-settings.ts
function effectiveSettings(fact, kind) {
  const settings = table(Object.entries(fact.settings));
  const later3 = [];
  for (const [name4, spec] of Object.entries(kind.settings)) {
    const documented = spec.default ?? spec.defaults;
    if (settings[name4] !== void 0 || documented === void 0) continue;
    if (typeof documented === "function") later3.push([name4, documented]);
    else settings[name4] = fromDefaults(documented, fact, name4, kind);
  }
  for (const [name4, make] of later3) {
    const value2 = make(settings);
    if (value2 !== null) settings[name4] = fromDefaults(value2, fact, name4, kind);
  }
  for (const [name4, spec] of Object.entries(kind.settings)) {
    const value2 = spec.fixed?.(settings) ?? null;
    if (value2 !== null) settings[name4] = fromDefault(value2, fact, name4, kind);
  }
  for (const [name4, setting] of Object.entries(settings)) {
    const spec = kind.settings[name4];
    if (spec !== void 0) settings[name4] = bounded(setting, spec);
  }
  return settings;
}
function bounded(setting, { as, range }) {
  const isDuration = as === "seconds" || as === "milliseconds";
  if (setting.state !== "unknown" || setting.bounds !== void 0 || range === void 0 || !isDuration) return setting;
  return { ...setting, bounds: { min: range.min, max: range.max } };
}
function fromDefaults(of, fact, name4, kind) {
  if (!("oneOf" in of)) return fromDefault(of, fact, name4, kind);
  const all = of.oneOf.map((value2) => fromDefault(value2, fact, name4, kind));
  return oneOf(all, `\`${spelled(fact, name4, kind)}\` of \`${fact.subject}\` ${of.why}`, of.settles);
}
function fromDefault(value2, fact, name4, kind) {
  return known(value2.value, {
    level: "default",
    subject: fact.subject,
    attribute: spelled(fact, name4, kind),
    text: value2.value === null ? null : String(value2.value),
    cite: value2.cite,
    ...value2.unverified ? { unverified: true } : {}
  });
}
function spelled(fact, name4, kind) {
  const keys = fact.source === "configuration" ? Object.entries(kind.hop?.inline ?? {}) : [];
  const inline2 = keys.find(([, key3]) => key3.setting === name4)?.[0];
  const spec = kind.settings[name4];
  const path = spec && spelledIn(fact.source, spec);
  return inline2 ?? (path === void 0 ? name4 : shownPath(path));
}

// lib/core/fact.ts
var sources = ["plan", "state", "cdktf", "template", "account", "catalog", "configuration"];

// lib/core/merge-facts.ts
function mergeFacts(facts) {
  const strongestFirst = [...facts].sort((a, b) => rank(a) - rank(b));
  const alias = table();
  const merged = sameResource(strongestFirst).flatMap((group) => {
    const kept = [];
    for (const fact of group) {
      const at3 = kept.findIndex((one2) => isDataSource(fact) || !one2.documents.includes(documentOf(fact)));
      const into = kept[at3];
      if (into === void 0) kept.push({ ...fact, documents: [documentOf(fact)] });
      else kept[at3] = combine(into, fact);
      alias[fact.id] = (into ?? fact).id;
    }
    return kept;
  });
  return { facts: merged, alias };
}
function documentOf(fact) {
  return fact.location?.document ?? fact.source;
}
function rank(fact) {
  return sources.indexOf(fact.source) + (isDataSource(fact) ? sources.length : 0);
}
function isDataSource(fact) {
  return /^(?:module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\.)*data\./.test(fact.subject);
}
function identities(fact) {
  const { arn, account: account2, region, identifier } = fact.identity;
  const keys = arn === void 0 ? [] : [`arn ${arn}`];
  const kind = fact.kind === "other" ? `other ${fact.type}` : fact.kind;
  if (account2 !== void 0 && region !== void 0 && identifier !== void 0)
    keys.push(`${kind} ${account2} ${region} ${identifier}`);
  return keys;
}
function sameResource(facts) {
  const parents = facts.map((_, at3) => at3);
  const rootOf = (at3) => {
    let root = at3;
    for (let next2 = parents[root]; next2 !== void 0 && next2 !== root; next2 = parents[root]) root = next2;
    for (let step2 = at3; step2 !== root; ) {
      const next2 = parents[step2] ?? root;
      parents[step2] = root;
      step2 = next2;
    }
    return root;
  };
  const holder = table();
  facts.forEach((fact, at3) => {
    for (const key3 of identities(fact)) {
      const [first, second] = [rootOf(holder[key3] ?? at3), rootOf(at3)];
      holder[key3] ??= at3;
      parents[Math.max(first, second)] = Math.min(first, second);
    }
  });
  const groups = /* @__PURE__ */ new Map();
  facts.forEach((fact, at3) => {
    const root = rootOf(at3);
    const group = groups.get(root);
    if (group === void 0) groups.set(root, [fact]);
    else group.push(fact);
  });
  return [...groups.values()];
}
function combine(strong, weak) {
  const links = table(Object.entries(strong.links));
  for (const [name4, list4] of Object.entries(weak.links)) {
    const mine = links[name4];
    if (mine === void 0 || mine.every((link2) => link2.state === "unknown")) links[name4] = list4;
  }
  return {
    ...strong,
    documents: [.../* @__PURE__ */ new Set([...strong.documents, documentOf(weak)])],
    names: [.../* @__PURE__ */ new Set([...strong.names, ...weak.names])],
    identity: { ...weak.identity, ...strong.identity },
    tags: table([...Object.entries(weak.tags), ...Object.entries(strong.tags)]),
    settings: showsEverything(strong) ? strong.settings : table([...Object.entries(weak.settings), ...Object.entries(strong.settings)]),
    links
  };
}
function showsEverything(fact) {
  return !isDataSource(fact) && fact.source !== "cdktf" && fact.source !== "template";
}

// lib/core/build-graph.ts
var otherKind = {
  name: "other",
  title: "resource",
  settings: table(),
  links: table(),
  timers: []
};
function buildGraph(readings, configuration, kinds2) {
  const byName2 = table(kinds2.map((kind) => [kind.name, kind]));
  const inScope = readings.flatMap((reading) => reading.facts).filter((fact) => isInScope(fact, configuration.scope));
  const { facts, alias } = mergeFacts([...inScope, ...inlineFacts(configuration.workloads)]);
  const index = indexForLinks(facts, alias);
  const shared = sharedSubjects(facts);
  const nodes = table();
  for (const fact of facts) {
    const kind = byName2[fact.kind] ?? otherKind;
    const named3 = shared.has(fact.subject) ? { ...fact, subject: `${documentOf(fact)}:${fact.subject}` } : fact;
    nodes[fact.id] = {
      ...named3,
      kind,
      settings: effectiveSettings(named3, kind),
      links: resolveLinks(named3, kind, index)
    };
  }
  const graph = graphOf(
    nodes,
    kinds2.find(({ hop }) => hop?.key === clientKey && hop.inline !== void 0) ?? null,
    configuration.declared,
    readings.flatMap((reading) => reading.notes)
  );
  if (graph.catalogs.length === 0) return graph;
  const bound = bindCatalogs(graph, configuration.workloads);
  return graphOf(bound.nodes, graph.client, graph.declared, [...graph.notes, ...bound.notes]);
}
function graphOf(nodes, client4, declared5, notes) {
  const all = Object.values(nodes);
  return {
    nodes,
    incoming: indexIncoming(nodes),
    hops: all.filter((node) => node.kind.hop !== void 0 && node.source !== "configuration"),
    roles: all.filter((node) => node.kind.role !== void 0),
    groups: all.filter((node) => node.kind.group !== void 0),
    catalogs: all.filter((node) => node.kind.catalog !== void 0),
    client: client4,
    declared: declared5,
    notes
  };
}
function inlineFacts(workloads2) {
  return workloads2.flatMap(
    (workload2) => Array.isArray(workload2.path) ? workload2.path.flatMap((entry2) => entry2.select.by === "inline" ? [entry2.select.fact] : []) : []
  );
}
function sharedSubjects(facts) {
  const first = table();
  const shared = /* @__PURE__ */ new Set();
  for (const fact of facts) {
    if (fact.source === "configuration" || fact.source === "catalog") continue;
    first[fact.subject] ??= documentOf(fact);
    if (first[fact.subject] !== documentOf(fact)) shared.add(fact.subject);
  }
  return shared;
}
function indexIncoming(nodes) {
  const incoming2 = table();
  for (const node of Object.values(nodes))
    for (const [name4, list4] of Object.entries(node.links))
      for (const target2 of new Set(list4.flatMap((link2) => targetsOf(link2))))
        ((incoming2[target2] ??= table())[name4] ??= []).push(node.id);
  return incoming2;
}
function targetsOf(link2) {
  if (link2.state === "linked") return [link2.node];
  return link2.state === "one-of" ? link2.nodes : [];
}

// lib/core/client-carriers.ts
function carriersOf(graph, client4) {
  const via = client4.kind.client?.via ?? [];
  return [client4, ...via.flatMap((link2) => outgoing(graph, client4, link2))];
}
function carried(carriers, name4) {
  for (const carrier of carriers) {
    const value2 = carrier.settings[name4];
    if (value2 !== void 0) return { value: value2, carrier };
  }
  return null;
}
function connectionsIn(setting) {
  const value2 = setting?.state === "known" ? setting.value : null;
  if (!Array.isArray(value2)) return null;
  const connections = value2;
  return connections.every(isConnection) ? connections : null;
}
function isConnection(value2) {
  if (typeof value2 !== "object" || value2 === null) return false;
  const { name: name4, form, parameters: parameters3, options } = value2;
  const isRecord = typeof options === "object" && options !== null;
  return typeof name4 === "string" && typeof form === "string" && Array.isArray(parameters3) && isRecord;
}
function textsIn(setting) {
  const value2 = setting?.state === "known" ? setting.value : null;
  if (value2 === null || typeof value2 !== "object" || Array.isArray(value2)) return table();
  return table(Object.entries(value2).filter((entry2) => typeof entry2[1] === "string"));
}

// lib/core/client-drivers.ts
function parameterIn(driver, name4) {
  const asked2 = comparable(driver, name4);
  for (const [own2, parameter2] of Object.entries(driver.parameters))
    if ([own2, ...parameter2.aliases ?? []].some((one2) => comparable(driver, one2) === asked2))
      return { ...parameter2, name: own2 };
  return null;
}
function comparable({ names: names2 }, name4) {
  if (names2 === "exact") return name4;
  return names2 === "any-case" ? name4.toLowerCase() : name4.toLowerCase().replace(/\s+/g, "");
}
function readsIt({ forms, schemes }, { form, scheme }) {
  return forms.includes(form) && (scheme === null || schemes.includes(scheme));
}
function driversFor(connection5, drivers2) {
  if (connection5.hidden !== null) return drivers2;
  const fitting = drivers2.filter((driver) => readsIt(driver, connection5));
  return fitting.length > 0 ? fitting : drivers2.filter(({ forms }) => forms.includes(connection5.form));
}
function driversOfRuntime(runtime, drivers2) {
  const fitting = drivers2.filter(({ runtimes }) => runtimes.some((one2) => runtime.startsWith(one2)));
  return fitting.length > 0 ? fitting : drivers2;
}

// lib/core/client-entry.ts
var declareConnection = 'write what it says, without user and password, beside `client`: `connection: "postgresql:///?keepalives_idle=60"`';
function driverNamed(client4, { driver }) {
  const own2 = client4.settings.driver;
  return driver ?? (own2?.state === "known" && typeof own2.value === "string" ? own2.value : null);
}

// lib/core/client-secrets.ts
function heldBy(graph, reference4) {
  const names2 = namesOf(reference4);
  const meant2 = Object.values(graph.nodes).filter(
    ({ kind, names: own2, identity }) => kind.name === "ssm-parameter" && names2.some((name4) => own2.includes(name4) || identity.arn === name4)
  );
  const [carrier] = meant2;
  if (carrier === void 0 || meant2.length > 1) return null;
  const connections = connectionsIn(carrier.settings.connections);
  return connections === null ? null : { connections, carrier };
}
function namesOf(reference4) {
  const [, name4] = /^arn:[^:]*:ssm:[^:]*:[^:]*:parameter\/(.+)$/.exec(reference4) ?? [];
  return name4 === void 0 ? [reference4] : [reference4, name4, `/${name4}`];
}

// lib/core/client-connections.ts
function shownBy(graph, client4) {
  const carriers = carriersOf(graph, client4).filter(({ settings }) => settings.connections !== void 0);
  if (carriers.length === 0) return { state: "nothing" };
  const connections = [];
  const secrets = [];
  for (const carrier of carriers) {
    const own2 = connectionsIn(carrier.settings.connections);
    if (own2 === null) return { state: "unknown", ...whyUnknown(carrier.settings.connections, carrier) };
    const held = textsIn(carrier.settings.secrets);
    secrets.push(...Object.keys(held));
    connections.push(...resolved(graph, own2, carrier, held));
  }
  return { state: "shown", connections: withVariables(connections), secrets };
}
function whyUnknown(setting, { subject }) {
  return setting !== void 0 && setting.state !== "known" ? setting : { why: `the variables of ${subject} are not known`, settles: declareConnection };
}
function resolved(graph, own2, carrier, secrets) {
  const found = table();
  for (const [name4, reference4] of Object.entries(secrets)) {
    const held = heldBy(graph, reference4);
    if (held === null) continue;
    const container = own2.find((one2) => one2.name === name4)?.container ?? null;
    found[name4] = held.connections.map((one2) => ({ value: { ...one2, name: name4, container }, carrier: held.carrier }));
  }
  const kept = own2.filter(({ name: name4, hidden: hidden3 }) => hidden3 === null || found[name4] === void 0);
  return [...kept.map((value2) => ({ value: value2, carrier })), ...Object.values(found).flat()];
}
function withVariables(connections) {
  const isVariables = ({ value: value2 }) => value2.form === "variables";
  const variables = connections.filter(isVariables);
  const strings = connections.filter((one2) => !isVariables(one2));
  const isBeside = (one2, other) => one2.value.container === other.value.container;
  const alone2 = variables.filter((one2) => !strings.some((other) => isBeside(one2, other)));
  return [...strings, ...alone2].map((one2) => ({
    connection: one2.value,
    variables: isVariables(one2) ? null : variables.find((other) => isBeside(one2, other))?.value ?? null,
    carrier: one2.carrier
  }));
}
function narrowed(graph, client4, entry2) {
  const all = client4.kind.client?.drivers ?? [];
  const driver = all.find(({ name: name4 }) => name4 === driverNamed(client4, entry2));
  const shown5 = shownBy(graph, client4);
  const meant2 = meantBy(shown5, client4, entry2);
  const { fitting, unseen } = driver === void 0 ? { fitting: meant2, unseen: null } : fit(meant2, driver, shown5, client4);
  return {
    connections: fitting.map((one2) => ({
      ...one2,
      drivers: driver === void 0 ? possible(one2.connection, all, client4) : [driver]
    })),
    unseen
  };
}
function possible(connection5, all, client4) {
  const { runtime } = client4.settings;
  const readers = driversFor(connection5, all);
  return runtime?.state === "known" && typeof runtime.value === "string" ? driversOfRuntime(runtime.value, readers) : readers;
}
function meantBy(shown5, client4, { declaredConnection, connection: name4 }) {
  const strings = shown5.state === "shown" ? shown5.connections : [];
  if (declaredConnection !== void 0) {
    const hidden3 = strings.find(({ connection: connection5 }) => connection5.hidden !== null);
    return [{ connection: declaredConnection, variables: hidden3?.variables ?? null, carrier: client4 }];
  }
  if (name4 === void 0) return strings;
  const meant2 = strings.filter(({ connection: connection5 }) => isCalled2(connection5, name4));
  if (meant2.length > 0) return meant2;
  const cause = shown5.state === "unknown" ? shown5 : { why: `no document shows what \`${name4}\` of ${client4.subject} holds`, settles: declareConnection };
  return [{ connection: unseenConnection(name4, cause), variables: null, carrier: client4 }];
}
function isCalled2({ name: name4, container }, asked2) {
  return name4 === asked2 || container !== null && `${container}/${name4}` === asked2;
}
function fit(strings, driver, shown5, client4) {
  const fitting = strings.filter(({ connection: connection5 }) => connection5.hidden !== null || readsIt(driver, connection5));
  if (fitting.length > 0 || strings.length === 0 && client4.source === "configuration")
    return { fitting, unseen: null };
  if (shown5.state === "unknown") return { fitting, unseen: shown5 };
  const names2 = strings.map(({ connection: connection5 }) => `\`${connection5.name}\``).join(", ");
  const why2 = names2 === "" ? `no document shows the connection string of ${client4.subject}` : `${driver.name} reads no text like that of ${names2} of ${client4.subject}, so no document shows what it is given`;
  return { fitting, unseen: { why: why2, settles: declareConnection } };
}
function unseenConnection(name4, hidden3) {
  return { name: name4, container: null, form: "url", scheme: null, parameters: [], options: table(), unnamed: 0, hidden: hidden3 };
}

// lib/core/client-keepalive.ts
var kernelSettings = {
  idle: "net.ipv4.tcp_keepalive_time",
  interval: "net.ipv4.tcp_keepalive_intvl",
  count: "net.ipv4.tcp_keepalive_probes"
};
function systemTime(time, carriers, system3) {
  const attribute2 = kernelSettings[time];
  const shown5 = carried(carriers, "sysctls");
  if (shown5 !== null && shown5.value.state !== "known")
    return unknown(shown5.value.why, shown5.value.settles, shown5.value.state === "unknown" ? shown5.value.from : []);
  const isContainer = carriers.some(({ kind }) => kind.settings.sysctls !== void 0);
  const written7 = shown5 === null ? void 0 : textsIn(shown5.value)[attribute2];
  if (shown5 === null || written7 === void 0)
    return known(system3[time].value, {
      ...defaultStep(attribute2, system3[time]),
      ...isContainer ? {} : unseenKernel
    });
  const location = shown5.value.state === "known" ? shown5.value.from.at(-1)?.location : void 0;
  const step2 = {
    level: "own",
    subject: shown5.carrier.subject,
    attribute: attribute2,
    text: written7,
    ...location === void 0 ? {} : { location }
  };
  return /^\s*[1-9]\d{0,8}\s*$/.test(written7) ? known(Number(written7), step2) : unknown(`${attribute2} of ${shown5.carrier.subject} is no whole number`, "write a whole number above 0", [step2]);
}
var unseenKernel = { assumed: "declare `keepalive` beside `client` if its machine sets other times" };
function defaultStep(attribute2, { value: value2, cite: cite15, unverified }) {
  return {
    level: "default",
    subject: "Linux",
    attribute: attribute2,
    text: String(value2),
    cite: cite15,
    ...unverified === void 0 ? {} : { unverified }
  };
}

// lib/core/client-parameters.ts
function saidBy(way) {
  const said2 = {};
  for (const one2 of [...fromVariables(way), ...fromString(way)]) {
    const { sets } = one2.parameter;
    if (sets !== void 0 && hiddenFrom(way, sets) === null) said2[sets] = one2;
  }
  return said2;
}
function switchedOnBy(said2) {
  const times3 = [said2.keepalive_idle, said2.keepalive_interval, said2.keepalive_count];
  const found = times3.find((one2) => one2?.parameter.switchesOn === true && one2.text !== null && isOn(one2));
  return found ?? null;
}
function isOn({ parameter: parameter2, text: text2 }) {
  const value2 = text2 === null ? void 0 : takenAs(parameter2, text2);
  return value2 !== void 0 && value2 !== null && value2 !== "system";
}
function hiddenFrom({ connection: connection5, variables, driver }, setting) {
  const isVariables = connection5.form === "variables";
  const inString = () => Object.values(driver.parameters).some(({ sets }) => sets === setting);
  const inVariables = () => Object.values(driver.variables).some((name4) => parameterIn(driver, name4)?.sets === setting);
  if (connection5.hidden !== null && !isVariables && inString()) return connection5.hidden;
  const process2 = isVariables ? connection5 : variables;
  return process2 !== null && process2.hidden !== null && inVariables() ? process2.hidden : null;
}
function fromString({ connection: connection5, driver }) {
  if (connection5.form === "variables") return [];
  return connection5.parameters.flatMap(({ name: name4, text: text2 }) => {
    const parameter2 = parameterIn(driver, name4);
    return parameter2 === null ? [] : [{ parameter: parameter2, attribute: name4, text: text2, name: connection5.name }];
  });
}
function fromVariables({ connection: connection5, variables, driver }) {
  const read5 = connection5.form === "variables" ? connection5 : variables;
  return (read5?.parameters ?? []).flatMap(({ name: name4, text: text2 }) => {
    const stands = driver.variables[name4];
    const parameter2 = stands === void 0 ? null : parameterIn(driver, stands);
    return parameter2 === null ? [] : [{ parameter: parameter2, attribute: name4, text: text2, name: name4 }];
  });
}
function takenAs({ as, zero }, text2) {
  const word2 = switches[text2.trim().toLowerCase()];
  if (as === "switch") return word2;
  if (word2 === false && zero !== void 0) return zero === "off" ? null : "system";
  if (!/^\d{1,15}(\.\d{1,15})?$/.test(text2.trim())) return void 0;
  const number6 = Number(text2);
  if (number6 === 0 && zero !== void 0) return zero === "off" ? null : "system";
  return as === "milliseconds" ? number6 / 1e3 : number6;
}
var switches = table([
  ...["1", "on", "true", "yes", "t", "y"].map((word2) => [word2, true]),
  ...["0", "off", "false", "no", "f", "n"].map((word2) => [word2, false])
]);
function startupOptions(way) {
  const { connection: connection5, variables, driver } = way;
  const own2 = connection5.form === "variables" ? [] : optionsOf(connection5, takesOptions(driver));
  const hasOwn = own2.length > 0 || connection5.parameters.some(({ name: name4 }) => parameterIn(driver, name4)?.as === "options");
  const process2 = connection5.form === "variables" ? connection5 : variables;
  const fallback = process2 === null || hasOwn ? [] : optionsOf(process2, takesVariableOptions(driver));
  return table([...fallback, ...own2, ...sentBy(way)]);
}
function optionsOf({ options }, taken3) {
  return taken3 ? Object.entries(options) : [];
}
function takesOptions(driver) {
  const parameter2 = parameterIn(driver, "options");
  return parameter2 === null ? driver.others.become === "sent" : parameter2.as === "options";
}
function takesVariableOptions(driver) {
  return Object.values(driver.variables).some((name4) => parameterIn(driver, name4)?.as === "options");
}
function sentBy({ connection: connection5, driver }) {
  if (connection5.form === "variables") return [];
  return connection5.parameters.flatMap(({ name: name4, text: text2 }) => {
    if (text2 === null) return [];
    const parameter2 = parameterIn(driver, name4);
    if (parameter2 !== null) return parameter2.sends === void 0 ? [] : [[parameter2.sends, text2]];
    return driver.others.become === "sent" ? [[name4.toLowerCase(), text2]] : [];
  });
}

// lib/core/duration.ts
var secondsPer = { d: 86400, h: 3600, min: 60, s: 1, ms: 1e-3 };
var number = String.raw`(\d{1,9}(?:\.\d{1,3})?)`;
var plain = `(?=\\d)(?:${number} ?d ?)?(?:${number} ?h ?)?(?:${number} ?(?:min|m) ?)?(?:${number} ?s ?)?(?:${number} ?ms)?`;
var iso = `P(?=[\\dT])(?:${number}D)?(?:T(?=\\d)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?`;
var durationPattern = `^(?:0|${plain}|${iso})$`.replace(/\((?=\\d\{1,9\})/g, "(?:");
var plainForm = new RegExp(`^${plain}$`);
var isoForm = new RegExp(`^${iso}$`);
var units = ["d", "h", "min", "s", "ms"];
function parseDuration(value2) {
  if (value2 === 0) return { ok: true, seconds: 0 };
  if (typeof value2 === "number" && Number.isFinite(value2))
    return refuse(value2 < 0 ? negative : withoutUnit(String(value2)));
  if (typeof value2 !== "string") return refuse(`is not a duration; ${howToWrite}`);
  const text2 = value2.trim();
  if (text2 === "0") return { ok: true, seconds: 0 };
  if (text2.startsWith("-")) return refuse(negative);
  if (/^\d{1,15}(\.\d{1,15})?$/.test(text2)) return refuse(withoutUnit(text2));
  if (text2.length > longest) return refuse(`is not a duration; ${howToWrite}`);
  const parts = (plainForm.exec(text2) ?? isoForm.exec(text2))?.slice(1);
  if (parts === void 0 || parts.every((part) => part === void 0))
    return refuse(`is ${JSON.stringify(text2)}, which is not a duration; ${howToWrite}`);
  const seconds2 = units.reduce((sum, unit, at3) => sum + Number(parts[at3] ?? 0) * secondsPer[unit], 0);
  return { ok: true, seconds: toMicroseconds(seconds2) };
}
var longest = 64;
var negative = "is negative; write a duration from 0 up";
var howToWrite = "write it like 250ms, 30s, 5min, 1h30m or PT5M";
function refuse(reason) {
  return { ok: false, reason };
}
function withoutUnit(text2) {
  return `is ${text2} without a unit, which could be seconds or milliseconds; write ${text2}s or ${text2}ms`;
}
function toMicroseconds(seconds2) {
  return Math.round(seconds2 * 1e6) / 1e6;
}
function formatDuration(seconds2) {
  const exact = toMicroseconds(seconds2);
  if (exact > 0 && exact < 1) return `${toMicroseconds(exact * 1e3)} ms`;
  if (exact < 120 || exact % 60 !== 0) return `${exact} s`;
  const hours = Math.floor(exact / 3600);
  const minutes = exact % 3600 / 60;
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

// lib/core/client-settings.ts
var times = ["idle", "interval", "count"];
function settingsOf(way, scene) {
  const said2 = saidBy(way);
  const raw = (name4, idle3) => {
    const switched = name4 === "keepalive_on" ? switchedOnBy(said2) : null;
    if (switched !== null) return mapSetting(valueSaid(switched, way), () => true);
    const written7 = said2[name4];
    if (written7 !== void 0) return valueSaid(written7, way);
    const declared5 = declaredFor(name4, scene);
    if (declared5 !== null) return declared5;
    const hidden3 = hiddenFrom(way, name4);
    return hidden3 === null ? byDefault(name4, way.driver, idle3) : notInView(hidden3);
  };
  const off2 = (name4) => mapSetting(raw(name4), (value2) => value2 === "system" ? null : value2);
  return {
    ...keepalive(raw, scene),
    tcp_user_timeout: off2("tcp_user_timeout"),
    read_timeout: off2("read_timeout"),
    query_timeout: off2("query_timeout"),
    command_timeout: off2("command_timeout")
  };
}
function notInView({ why: why2, settles: settles4 }) {
  return unknown(why2, settles4 === declareConnection ? settles4 : `${settles4}, or ${declareConnection}`);
}
function withIdle(value2, idle3) {
  return value2 === "idle" ? idle3.value : value2;
}
function declaredSettings(scene) {
  return keepalive((name4) => declaredFor(name4, scene) ?? known("system"), scene);
}
function keepalive(raw, { carriers, system: system3 }) {
  const on = mapSetting(raw("keepalive_on"), (value2) => value2 === true);
  if (on.state !== "known")
    return { keepalive_on: on, keepalive_idle: on, keepalive_interval: on, keepalive_count: on };
  if (!on.value) return { keepalive_on: on, keepalive_idle: { ...on, value: null } };
  const settings = { keepalive_on: on };
  const idle3 = raw("keepalive_idle");
  if (idle3.state === "known" && idle3.value === null)
    return { keepalive_on: { ...idle3, value: false }, keepalive_idle: idle3 };
  const isSet2 = idle3.state === "known" && typeof idle3.value === "number";
  for (const time of times) {
    const said2 = time === "idle" ? idle3 : raw(`keepalive_${time}`, isSet2 ? idle3 : void 0);
    const isLeft = said2.state === "known" && said2.value === "system";
    const value2 = isLeft ? systemTime(time, carriers, system3) : said2;
    const before = isLeft ? [...on.from, ...said2.from] : on.from;
    settings[`keepalive_${time}`] = value2.state === "one-of" ? value2 : { ...value2, from: [...before, ...value2.from] };
  }
  return settings;
}
function valueSaid({ parameter: parameter2, attribute: attribute2, text: text2, name: name4 }, { carrier }) {
  const subject = `${name4} of ${carrier.subject}`;
  const location = carrier.settings.connections?.state === "known" ? locationOf(carrier) : {};
  const step2 = { level: "connection-options", subject, attribute: attribute2, text: text2, cite: parameter2.cite, ...location };
  const value2 = text2 === null ? void 0 : takenAs(parameter2, text2);
  if (value2 !== void 0) return known(value2, step2);
  const what = parameter2.as === "switch" ? "on or off" : "a number";
  return unknown(`\`${attribute2}\` in ${subject} is not ${what} that can be read`, `write ${what}`, [step2]);
}
function locationOf({ settings }) {
  const shown5 = settings.connections;
  const location = shown5?.state === "known" ? shown5.from.at(-1)?.location : void 0;
  return location === void 0 ? {} : { location };
}
function declaredFor(name4, { client: client4, entry: entry2 }) {
  if (name4.startsWith("keepalive_") && entry2.keepalive !== void 0) return besideClient(name4, client4, entry2);
  if (client4.source !== "configuration") return null;
  if (client4.settings[name4] !== void 0) return client4.settings[name4];
  if (name4 !== "keepalive_on") return null;
  const idle3 = client4.settings.keepalive_idle;
  return idle3 === void 0 ? null : mapSetting(idle3, (value2) => value2 !== null);
}
function besideClient(name4, client4, { keepalive: declared5, location }) {
  if (declared5 === void 0) return null;
  const step2 = (attribute2, text2) => ({
    level: "declared",
    subject: client4.subject,
    attribute: attribute2,
    text: text2,
    ...location === void 0 ? {} : { location }
  });
  if (name4 === "keepalive_on") return known(declared5.on, step2("keepalive", declared5.on ? "on" : "off"));
  const time = times.find((one2) => name4 === `keepalive_${one2}`);
  const value2 = time === void 0 ? null : declared5[time];
  if (time === void 0 || value2 === null) return null;
  return known(value2, step2(`keepalive.${time}`, time === "count" ? String(value2) : formatDuration(value2)));
}
function byDefault(name4, driver, idle3) {
  const { attribute: attribute2, cite: cite15, unverified, inProgram: inProgram4, ...own2 } = driver.defaults[name4];
  const value2 = idle3 === void 0 || own2.withIdle === void 0 ? own2.value : withIdle(own2.withIdle, idle3);
  return known(value2, {
    level: "default",
    subject: driver.title,
    attribute: attribute2,
    // The operating system's own value is a step of its own.
    text: value2 === null || value2 === "system" ? null : String(value2),
    cite: cite15,
    ...unverified === void 0 ? {} : { unverified },
    ...inProgram4 === void 0 || !name4.startsWith("keepalive_") ? {} : { assumed: "declare `keepalive` beside `client`" }
  });
}

// lib/core/client-startup.ts
function startupOf(ways2, client4, { why: why2, settles: settles4 }) {
  const all = ways2.map((way) => {
    const { connection: connection5, carrier } = way;
    const shown5 = carrier.settings.connections;
    const location = shown5?.state === "known" ? shown5.from.at(-1)?.location : void 0;
    return known(table([...declared(client4), ...Object.entries(startupOptions(way))]), {
      level: "connection-options",
      subject: connection5.name === "" ? client4.subject : `${connection5.name} of ${carrier.subject}`,
      attribute: "options",
      text: null,
      ...location === void 0 ? {} : { location }
    });
  });
  const keys = all.map(({ value: value2 }) => JSON.stringify(value2));
  const isHidden2 = ways2.every(({ connection: connection5 }) => connection5.hidden !== null);
  if (isHidden2 && keys.every((key3) => key3 === "{}")) return null;
  return oneOf(
    all.filter((_, at3) => keys.indexOf(keys[at3] ?? "") === at3),
    why2,
    settles4
  );
}
function declared(client4) {
  const own2 = valueOf(client4.settings.startup_options);
  return own2 === void 0 || own2 === null || typeof own2 !== "object" || Array.isArray(own2) ? [] : Object.entries(own2);
}

// lib/core/client-hop.ts
function clientHop(graph, resource, entry2) {
  const client4 = asClient(graph, resource);
  const spec = client4.kind.client;
  if (spec === void 0) return { node: resource, opens: { connections: [], drivers: [] } };
  const carriers = carriersOf(graph, client4);
  const found = narrowed(graph, client4, entry2);
  const drivers2 = spec.drivers.filter(
    (driver) => driver.name === driverNamed(client4, entry2) || found.connections.some((one2) => one2.drivers.includes(driver))
  );
  const ways2 = waysOf(found, drivers2, client4);
  const scene = { client: client4, carriers, entry: entry2, system: spec.system };
  const settings = table([
    ...Object.entries(client4.settings),
    ...["stop_timeout", "conntrack_timeout"].flatMap((name4) => {
      const shown5 = carried(carriers, name4);
      return shown5 === null ? [] : [[name4, shown5.value]];
    }),
    ...ways2.length === 0 ? keepaliveAlone(graph, scene) : ofWays(ways2, scene, doubt(found, drivers2, client4))
  ]);
  return { node: { ...client4, settings }, opens: { connections: found.connections, drivers: drivers2 } };
}
function asClient({ client: client4 }, node) {
  if (node.kind.client !== void 0 || client4?.client === void 0) return node;
  const own2 = node.kind.hop?.key === clientKey ? node.kind.timers : [];
  return { ...node, kind: { ...node.kind, client: client4.client, timers: [...own2, ...client4.timers] } };
}
function waysOf({ connections, unseen }, drivers2, client4) {
  const ways2 = connections.flatMap(({ drivers: readers, ...one2 }) => readers.map((driver) => ({ ...one2, driver })));
  if (ways2.length > 0) return ways2;
  const connection5 = unseenConnection("", unseen);
  return drivers2.map((driver) => ({ connection: connection5, variables: null, carrier: client4, driver }));
}
function keepaliveAlone(graph, scene) {
  if (scene.entry.keepalive !== void 0) return Object.entries(declaredSettings(scene));
  const shown5 = shownBy(graph, scene.client);
  return shown5.state === "unknown" ? [["keepalive_idle", unknown(shown5.why, shown5.settles)]] : [];
}
function ofWays(ways2, scene, cause) {
  const all = ways2.map((way) => table(Object.entries(settingsOf(way, scene))));
  const names2 = new Set(all.flatMap((one2) => Object.keys(one2)));
  const startup = startupOf(ways2, scene.client, cause);
  return [
    ...[...names2].map(
      (name4) => [
        name4,
        together(
          all.flatMap((one2) => one2[name4] ?? []),
          cause
        )
      ]
    ),
    ...startup === null ? [] : [["startup_options", startup]]
  ];
}
function together(settings, { why: why2, settles: settles4 }) {
  const isKnown = (one2) => one2.state === "known";
  return settings.find((one2) => !isKnown(one2)) ?? oneOf(settings.filter(isKnown), why2, settles4);
}
function doubt({ connections }, drivers2, { subject }) {
  const strings = connections.map(({ connection: connection5 }) => connection5.name);
  const names2 = drivers2.map(({ name: name4 }) => name4);
  const whys = [];
  const keys = [];
  if (strings.length > 1) {
    whys.push(`${subject} has several connection strings (${strings.join(", ")})`);
    keys.push(`\`connection: ${strings[0] ?? ""}\``);
  }
  if (names2.length > 1) {
    whys.push(`which driver ${subject} uses is not shown (${names2.join(", ")})`);
    keys.push(`\`driver: ${names2[0] ?? ""}\``);
  }
  return {
    why: whys.join(", and "),
    settles: `write which one it is beside \`client\`, for example ${keys.join(" and ")}`
  };
}

// lib/core/hops.ts
function makeHop(graph, input2) {
  const { key: key3, node, member: member3, membership, endpoint: endpoint2, dbname: dbname2 } = input2;
  if (key3 === clientKey) {
    const client4 = clientHop(graph, node, input2.entry ?? {});
    return {
      key: key3,
      member: client4.node,
      ...client4,
      parts: [],
      partsSure: true,
      membership,
      does: "terminates",
      endpoint: endpoint2
    };
  }
  const spec = member3.kind.hop ?? node.kind.hop;
  const does = spec?.does ?? "passes";
  return {
    key: key3,
    node,
    member: member3,
    ...partsOf(graph, input2),
    membership,
    does: typeof does === "function" ? does(member3.settings) : does,
    endpoint: endpoint2,
    ...dbname2 === void 0 ? {} : { dbname: dbname2 }
  };
}
function partsOf(graph, { node, member: member3, client: client4 }) {
  const spec = node.kind.hop?.parts;
  if (spec === void 0) return { parts: [], partsSure: true };
  if (spec !== "behind-listener") {
    const owners3 = member3 === node ? [node] : [node, member3];
    const parts = owners3.flatMap((owner) => spec.flatMap((part) => incoming(graph, owner, part.link, part.kind)));
    if (parts.length > 0) return { parts, partsSure: true };
    const possible3 = possibleParts(graph, node, spec);
    return { parts: possible3, partsSure: possible3.length === 0 };
  }
  const behind4 = targetGroupsOf(graph, member3);
  const own2 = client4 === null ? [] : ownTargetGroups(graph, client4);
  const both2 = behind4.filter((group) => own2.some((one2) => one2.id === group.id));
  if (both2.length > 0) return { parts: both2, partsSure: true };
  const possible2 = possibleTargetGroupsOf(graph, member3).filter((group) => !behind4.includes(group));
  return { parts: [...behind4, ...possible2], partsSure: behind4.length < 2 && possible2.length === 0 && own2.length === 0 };
}
function possibleParts(graph, node, spec) {
  if (node.source === "configuration") return [];
  return Object.values(graph.nodes).filter(
    (one2) => spec.some(
      ({ kind, link: link2 }) => one2.kind.name === kind && (one2.links[link2] ?? []).some((target2) => target2.state === "unknown") && isNear(one2, node)
    )
  );
}
function impliedClient() {
  const node = {
    id: "implied client",
    kind: otherKind,
    type: "client",
    source: "configuration",
    subject: "the client",
    names: [],
    identity: {},
    tags: table(),
    settings: table(),
    links: table()
  };
  return {
    key: clientKey,
    node,
    member: node,
    parts: [],
    partsSure: true,
    membership: "implied",
    does: "terminates",
    endpoint: null
  };
}

// lib/core/did-you-mean.ts
var longest2 = 64;
function closest(word2, candidates2, most2 = Infinity) {
  if (word2.length > longest2) return null;
  const plain3 = plainly(word2);
  let best = null;
  let least = Math.min(most2, Math.max(1, Math.floor(plain3.length / 3))) + 1;
  for (const candidate of candidates2) {
    if (candidate.length > longest2) continue;
    const errors = typingErrors(plain3, plainly(candidate));
    if (errors < least) [best, least] = [candidate, errors];
  }
  return best;
}
function plainly(word2) {
  return word2.toLowerCase().replace(/[-_]/g, "");
}
function typingErrors(a, b) {
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, at3) => at3);
  for (let row2 = 1; row2 <= a.length; row2++) {
    const current = [row2];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row2 - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row2 - 1] === b[column - 2] && a[row2 - 2] === b[column - 1];
      current[column] = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + changed,
        swapped ? at(before, column - 2) + 1 : Infinity
      );
    }
    [before, above] = [above, current];
  }
  return at(above, b.length);
}
function at(row2, column) {
  return row2[column] ?? Infinity;
}

// lib/core/client-problems.ts
function clientProblems(graph, client4, entry2) {
  const drivers2 = (client4.kind.client ?? graph.client?.client)?.drivers ?? [];
  return [
    ...driverProblem(drivers2, entry2),
    ...connectionProblem(graph, client4, entry2),
    ...mismatch(drivers2, client4, entry2)
  ];
}
function driverProblem(drivers2, { driver }) {
  const names2 = drivers2.map(({ name: name4 }) => name4);
  if (driver === void 0 || names2.includes(driver)) return [];
  return [`\`driver: ${driver}\` names no driver that is known here; ${meant(driver, names2)}`];
}
function connectionProblem(graph, client4, entry2) {
  const shown5 = shownBy(graph, client4);
  if (shown5.state !== "shown") return [];
  const { connection: name4, declaredConnection } = entry2;
  const strings = shown5.connections.map(({ connection: connection5 }) => connection5);
  const names2 = [...new Set(strings.map((one2) => one2.name))];
  if (name4 !== void 0 && !shown5.secrets.includes(name4) && !strings.some((one2) => isCalled2(one2, name4))) {
    const where = carriersOf(graph, client4).map(({ subject }) => subject);
    const none2 = `\`connection: ${name4}\` names no connection string of ${where.join(" or ")}`;
    return [names2.length === 0 ? `${none2}, which shows none` : `${none2}; ${meant(name4, names2)}`];
  }
  if (declaredConnection !== void 0 && strings.length > 0 && strings.every(({ hidden: hidden3 }) => hidden3 === null))
    return [
      `\`connection\` says what stands in ${names2.join(", ")} of ${client4.subject}, which is in view; name the variable that is meant, or remove the key`
    ];
  return [];
}
function mismatch(drivers2, client4, entry2) {
  const driver = drivers2.find(({ name: name4 }) => name4 === driverNamed(client4, entry2));
  const inline2 = client4.source === "configuration" ? connectionsIn(client4.settings.connections) : null;
  const declared5 = entry2.declaredConnection ?? inline2?.[0];
  if (driver === void 0 || declared5 === void 0 || readsIt(driver, declared5)) return [];
  const readers = drivers2.filter((one2) => readsIt(one2, declared5)).map(({ name: name4 }) => name4);
  const instead = readers.length === 0 ? "" : `, which is one for ${readers.join(", ")}`;
  return [`\`driver: ${driver.name}\` does not read \`connection\`${instead}; correct one of the two`];
}
function meant(word2, names2) {
  const near = closest(word2, names2);
  return near === null ? `write one of ${names2.join(", ")}` : `did you mean \`${near}\`?`;
}

// lib/core/fan-out.ts
var mostPaths = 500;
function choicesOf(graph, workload2, entry2) {
  const at3 = entry2.location ?? workload2.location;
  const problem = (message) => ({ message, ...at3 === void 0 ? {} : { location: at3 } });
  const none2 = (message) => ({
    choices: [],
    problems: [problem(message)]
  });
  const nodes = select(graph, entry2.select, entry2.key, workload2.scope);
  const what = `\`${describeEntry(entry2)}\` in the path of workload ${workload2.name}`;
  if (nodes.length === 0) return none2(`${what} matches nothing in the documents${hintOf(graph, workload2, entry2)}`);
  if (entry2.key === null && nodes.length > 1)
    return none2(`${what} matches ${listNames(nodes)}: write the kind of hop before it, or a full name`);
  if (nodes.length > mostPaths) return none2(`${what} matches ${String(nodes.length)} resources: narrow it`);
  const choices = [];
  const problems = [];
  for (const node of nodes) {
    const members = node.kind.hop === void 0 || entry2.key === clientKey ? null : membersOf(graph, node, entry2);
    if (entry2.key === clientKey || node.kind.client !== void 0)
      problems.push(...clientProblems(graph, node, entry2).map((message) => problem(`${what}: ${message}`)));
    if (members?.state === "none") problems.push(problem(`${what}: ${members.why}`));
    else choices.push({ entry: entry2, node: members?.node ?? node, members: members?.members ?? [node] });
    if (members?.state !== "found" || members.node !== node) continue;
    const possible2 = possibleMembers(graph, node, entry2);
    if (possible2.length > 0)
      problems.push(
        problem(
          `${what}: ${listNames(possible2)} may belong to ${node.subject}, which no link shows, so what ${possible2.length === 1 ? "it cuts" : "they cut"} cannot be told: write the name of the resource in both places as the same fixed text, or name the members in the path`
        )
      );
  }
  return { choices, problems };
}
function hintOf(graph, workload2, entry2) {
  const mayBeClient = entry2.key === null && select(graph, entry2.select, clientKey, workload2.scope).length > 0;
  return mayBeClient ? " as a hop: write `client:` before it if it opens the PostgreSQL connection" : "";
}
function listNames(nodes) {
  const names2 = nodes.slice(0, 10).map((node) => node.subject);
  return nodes.length > 10 ? `${names2.join(", ")} and ${String(nodes.length - 10)} more` : names2.join(", ");
}
function combine2(graph, workload2, entries2) {
  const problems = [];
  let ways2 = [[]];
  for (const choices of entries2) {
    const isOne = lastOf(ways2).length < 2 || choices.length < 2;
    const paired = ways2.map((way) => ({ way, next: continuations(graph, way, choices, isOne) }));
    const dead = paired.filter(({ next: next2 }) => next2.length === 0).map(({ way }) => way);
    const used = new Set(paired.flatMap(({ next: next2 }) => next2));
    const unused = choices.filter((choice3) => !used.has(choice3));
    if (dead.length > 0) problems.push(contradicts(workload2, dead, choices));
    else if (unused.length > 0) problems.push(contradicts(workload2, ways2, unused));
    if (!isOne && paired.some(({ way, next: next2 }) => next2.length > 1 && !next2.some((one2) => isLinked(graph, way, one2))))
      return { ways: [], problems: [...problems, unsettled(workload2, ways2, choices)] };
    ways2 = paired.flatMap(({ way, next: next2 }) => next2.map((choice3) => [...way, choice3]));
    if (ways2.length === 0) return { ways: ways2, problems };
    if (ways2.length > mostPaths) return { ways: [], problems: [...problems, tooMany(workload2)] };
  }
  return { ways: ways2, problems };
}
function continuations(graph, way, choices, isOne) {
  const open3 = choices.filter((choice3) => relationTo(graph, way, choice3) !== "apart");
  const linked3 = isOne ? [] : open3.filter((choice3) => isLinked(graph, way, choice3));
  return linked3.length > 0 ? linked3 : open3;
}
function isLinked(graph, way, choice3) {
  return relationTo(graph, way, choice3) === "linked";
}
function relationTo(graph, way, choice3) {
  const relations = way.map((upper) => relation(graph, upper.node, choice3.node));
  if (relations.includes("apart")) return "apart";
  return relations.includes("linked") ? "linked" : "unsettled";
}
function lastOf(ways2) {
  return [...new Map(ways2.flatMap((way) => way.at(-1)?.node ?? []).map((node) => [node.id, node])).values()];
}
function tooMany(workload2) {
  return at2(workload2, `workload ${workload2.name} has more than ${String(mostPaths)} paths: narrow its selectors`);
}
function at2(workload2, message) {
  return workload2.location === void 0 ? { message } : { message, location: workload2.location };
}
function contradicts(workload2, ways2, choices) {
  return at2(
    workload2,
    `the path of workload ${workload2.name} contradicts the documents: ${listNames(lastOf(ways2))} does not lead to ${listNames(choices.map((choice3) => choice3.node))}`
  );
}
function unsettled(workload2, ways2, choices) {
  return at2(
    workload2,
    `in the path of workload ${workload2.name} nothing says which of ${listNames(lastOf(ways2))} leads to which of ${listNames(choices.map((choice3) => choice3.node))}: name one of them`
  );
}

// lib/core/place-client.ts
function placeClient(way, workload2) {
  const problem = (message) => workload2.location === void 0 ? { message } : { message, location: workload2.location };
  const clients = way.flatMap((choice3, position) => choice3.entry.key === clientKey ? [position] : []);
  if (clients.length > 1)
    return problem(
      `the path of workload ${workload2.name} has ${String(clients.length)} clients: one opens the connection`
    );
  const named3 = clients[0] ?? program(way);
  const at3 = named3 ?? inferred(way);
  if (at3 === null)
    return problem(
      `the path of workload ${workload2.name} does not say where the client is: ${way[0]?.node.subject ?? ""} can carry HTTP or PostgreSQL; write \`- client: \u2026\` above or below it`
    );
  const implied = named3 === void 0;
  const above = way.slice(0, at3);
  const below = way.slice(implied ? at3 : at3 + 1);
  const wrongAbove = above.find((choice3) => side(choice3) === "connection" && speaksPostgres(choice3));
  if (wrongAbove)
    return problem(
      `${wrongAbove.node.subject} speaks PostgreSQL and stands above the client in the path of workload ${workload2.name}`
    );
  const wrongBelow = below.find((choice3) => side(choice3) === "request");
  if (wrongBelow)
    return problem(
      `${wrongBelow.node.subject} carries only HTTP and stands below the client in the path of workload ${workload2.name}`
    );
  const database = below.findIndex((choice3) => choice3.node.kind.session !== void 0);
  if (database >= 0 && database < below.length - 1)
    return problem(
      `the path of workload ${workload2.name} goes on below its database ${below[database]?.node.subject ?? ""}`
    );
  return { at: at3, implied };
}
function program(way) {
  const last = way.map(side).lastIndexOf("request");
  const { entry: entry2, node } = way[last] ?? {};
  const isItself = (entry2?.key ?? node?.kind.hop?.key) === node?.kind.hop?.key;
  return isItself && node?.kind.client !== void 0 ? last : void 0;
}
function inferred(way) {
  const sides = way.map(side);
  const lastHttp = sides.lastIndexOf("request");
  if (lastHttp >= 0) return lastHttp + 1;
  const firstConnection = sides.indexOf("connection");
  const above = firstConnection < 0 ? sides : sides.slice(0, firstConnection);
  return above.includes("either") ? null : 0;
}
function side({ entry: entry2, node }) {
  return sideOf(node, entry2.key);
}
function speaksPostgres(choice3) {
  return choice3.node.kind.session !== void 0 || choice3.node.kind.hop?.startupOptions !== void 0;
}

// lib/core/leads-to.ts
function ledAlong(graph, workload2, way) {
  const led = [];
  for (const [position, choice3] of way.entries()) {
    const next2 = way[position + 1]?.node;
    const members = choice3.members.filter((member3) => next2 === void 0 || !leadsElsewhere(graph, member3, next2));
    if (next2 !== void 0 && members.length === 0) return contradicts2(graph, workload2, choice3, next2);
    led.push(members.length === choice3.members.length ? choice3 : { ...choice3, members });
  }
  return led;
}
function leadsElsewhere(graph, member3, next2) {
  const programs = programsBehind(graph, member3);
  if (programs === null || programs.length === 0) return false;
  const isDeclared = next2.source === "configuration" && next2.kind.client !== void 0;
  return !isDeclared && !programs.includes(next2);
}
function contradicts2(graph, workload2, { node, members }, next2) {
  const programs = [...new Set(members.flatMap((member3) => programsBehind(graph, member3) ?? []))];
  const message = `the path of workload ${workload2.name} contradicts the documents: ${node.subject} leads to ${listNames(programs)}, not to ${next2.subject}`;
  return workload2.location === void 0 ? { message } : { message, location: workload2.location };
}

// lib/core/legs.ts
function legsOf(hops, clientAt) {
  const legs = [];
  let open3 = [];
  let caller = clientAt === 0 ? hops[0] ?? null : null;
  hops.forEach((hop, position) => {
    if (position === 0 && clientAt === 0) return;
    open3.push(hop);
    const ends2 = hop.does === "terminates" || position === clientAt;
    const last = position === hops.length - 1;
    if (!ends2 && !last) return;
    legs.push({
      index: legs.length,
      layer: clientAt >= 0 && position > clientAt ? "connection" : "request",
      hops: open3,
      callerEnd: caller,
      serverEnd: ends2 ? hop : null
    });
    caller = hop;
    open3 = [];
  });
  return legs;
}

// lib/core/paths.ts
function declaredPaths(graph, workload2, entries2) {
  const found = entries2.map((entry2) => choicesOf(graph, workload2, entry2));
  const problems = found.flatMap((one2) => one2.problems);
  if (found.some((one2) => one2.choices.length === 0)) return { paths: [], problems };
  const { ways: ways2, problems: unpaired } = combine2(
    graph,
    workload2,
    found.map((one2) => one2.choices)
  );
  const paths = [];
  const misplaced = /* @__PURE__ */ new Map();
  for (const declared5 of ways2) {
    const way = ledAlong(graph, workload2, declared5);
    if ("message" in way) {
      misplaced.set(way.message, way);
      continue;
    }
    const placed = placeClient(way, workload2);
    const count = way.reduce((product, choice3) => product * choice3.members.length, 1);
    if ("message" in placed) misplaced.set(placed.message, placed);
    else if (paths.length + count > mostPaths)
      return { paths: [], problems: [...problems, ...unpaired, tooMany(workload2)] };
    else paths.push(...alternatives(graph, way, placed.at, placed.implied));
  }
  return { paths, problems: [...problems, ...unpaired, ...misplaced.values()] };
}
function alternatives(graph, way, clientAt, implied) {
  let rows = [[]];
  for (const choice3 of way) rows = rows.flatMap((row2) => choice3.members.map((member3) => [...row2, { choice: choice3, member: member3 }]));
  return rows.map((row2) => {
    const client4 = implied ? null : row2[clientAt]?.choice.node ?? null;
    const endpoint2 = row2.some(({ choice: choice3, member: member3 }) => readsOnly(choice3.node) || readsOnly(member3)) ? "reader" : null;
    const hops = row2.map(
      ({ choice: choice3, member: member3 }, position) => makeHop(graph, {
        key: !implied && position === clientAt ? clientKey : choice3.entry.key ?? choice3.node.kind.hop?.key ?? clientKey,
        node: choice3.node,
        member: member3,
        client: position < clientAt ? client4 : null,
        membership: "declared",
        endpoint: choice3.entry.endpoint ?? (choice3.node.kind.session === void 0 ? null : endpoint2),
        dbname: choice3.entry.dbname,
        entry: choice3.entry
      })
    );
    if (implied) hops.splice(clientAt, 0, impliedClient());
    return makePath(hops, clientAt, "declared");
  });
}
function readsOnly(node) {
  const role = node.settings.target_role;
  return role?.state === "known" && role.value === "READ_ONLY";
}
function makePath(hops, clientAt, membership) {
  const named3 = hops.filter((hop) => hop.membership !== "implied");
  return {
    name: named3.map((hop) => hop.member.subject).join(" \u2192 "),
    hops,
    legs: legsOf(hops, clientAt),
    client: hops[clientAt] ?? null,
    database: hops.find((hop) => hop.key !== clientKey && hop.node.kind.session !== void 0) ?? null,
    membership
  };
}

// lib/core/timers.ts
function timersOf(graph, path, hop, session) {
  if (hop.key === "client" && hop.member.kind.hop?.key !== "client" && hop.member.kind.client === void 0) return [];
  const nodes = hop.member === hop.node ? [hop.node] : [hop.node, hop.member];
  return [...nodes, ...hop.parts].flatMap(
    (node) => node.kind.timers.flatMap((spec) => {
      if (spec.as !== void 0 && spec.as !== hop.key) return [];
      const isStoodFor = node === hop.node && node !== hop.member;
      if (isStoodFor && (node.kind.session !== void 0 || spec.alone === true)) return [];
      const value2 = valueFor(spec, node, session);
      if (value2 === null || !applies(spec, graph, path, hop)) return [];
      return spec.phases.map((phase) => ({ hop, timer: { ...describe(spec, node), phase, value: value2 } }));
    })
  );
}
function describe(spec, node) {
  const setting = "parameter" in spec.value ? spec.value.parameter : spec.value.setting;
  return {
    name: spec.name,
    class: spec.class,
    subject: node,
    setting,
    attribute: attributeOf(node, setting),
    expiry: typeof spec.expiry === "function" ? spec.expiry(node.settings) : spec.expiry,
    bounds: spec.bounds ?? null,
    uncertain: spec.uncertain ?? null,
    sees: spec.sees ?? null,
    cite: spec.cite
  };
}
function attributeOf(node, setting) {
  const written7 = node.settings[setting];
  const last = written7?.state === "known" ? written7.from.at(-1) : void 0;
  if (last !== void 0) return last.attribute;
  const spec = node.kind.settings[setting];
  const path = spec && spelledIn(node.source, spec);
  return path === void 0 ? setting : shownPath(path);
}
function valueFor(spec, node, session) {
  if ("parameter" in spec.value) {
    const setting2 = session[spec.value.parameter];
    return setting2 === void 0 || isForeign(setting2) ? null : durationOf(setting2, spec.value.parameter);
  }
  if ("compute" in spec.value) return spec.value.compute(node.settings);
  const setting = node.settings[spec.value.setting];
  if (setting === void 0) return null;
  if (setting.state === "known" && setting.value === null && setting.from.at(-1)?.level === "default") return null;
  return durationOf(setting, spec.value.setting);
}
function isForeign(setting) {
  return setting.state === "known" && setting.value === null && setting.from.every((step2) => step2.level === "default" && step2.text === null);
}
function durationOf(setting, name4) {
  const isNumber = (value2) => value2 === null || typeof value2 === "number";
  if (setting.state === "known")
    return isNumber(setting.value) ? known(setting.value, ...setting.from) : unreadable(name4, setting.from);
  if (setting.state === "one-of")
    return setting.candidates.every((one2) => isNumber(one2.value)) ? setting : unreadable(name4, []);
  return setting;
}
function unreadable(name4, from) {
  return unknown(`the value of ${name4} is not a duration`, "write a number", from);
}
function applies(spec, graph, path, hop) {
  if (spec.class !== "conflict") return true;
  return path.database === hop && isReader(graph, hop.member, hop.endpoint) !== "no";
}

// lib/core/assumed-paths.ts
function assumedPaths(graph, workload2) {
  const at3 = workload2.location === void 0 ? {} : { location: workload2.location };
  const problems = [];
  const chosen = workload2.databases.flatMap((selector) => {
    const nodes = select(graph, selector, "database", workload2.scope);
    if (nodes.length === 0)
      problems.push({ message: `\`database\` of workload ${workload2.name} matches nothing in the documents`, ...at3 });
    return nodes;
  });
  const databases2 = workload2.databases.length > 0 ? chosen : owners(graph, workload2).filter(isDatabase);
  if (databases2.length === 0 && problems.length === 0)
    problems.push({ message: `workload ${workload2.name} has no path and no PostgreSQL database is in view`, ...at3 });
  const balancers = owners(graph, workload2).filter((node) => isBalancer(node));
  problems.push(...hidden(graph, balancers).map((problem) => ({ ...problem, ...at3 })));
  return {
    paths: [
      ...databases2.flatMap((database) => databasePaths(graph, database)),
      ...balancers.flatMap((node) => singlePaths(graph, node, "assumed"))
    ],
    problems
  };
}
function everyTimerPaths(graph, workload2) {
  const hops = owners(graph, workload2);
  const paths = hops.flatMap(
    (node) => isDatabase(node) ? [...directPaths(graph, node), ...initialisedPaths(graph, node)] : standings(node).flatMap((key3) => singlePaths(graph, node, "declared", key3))
  ).filter((path) => limitsQueries(graph, path));
  const problems = hidden(graph, hops);
  return {
    paths,
    problems: paths.length + problems.length === 0 ? [{ message: "no load balancer, proxy, gateway or PostgreSQL database is in view" }] : problems
  };
}
function limitsQueries(graph, path) {
  return path.hops.some(
    (hop) => hop.key !== clientKey || timersOf(graph, path, hop, table()).some(({ timer: { phase } }) => phase === "query")
  );
}
function standings(node) {
  const { hop, timers, client: client4 } = node.kind;
  const own2 = client4 === void 0 ? hop?.key ?? node.kind.name : clientKey;
  return [own2, ...keysOf(node).filter((key3) => timers.some((timer) => timer.as === key3))];
}
function hidden(graph, nodes) {
  return nodes.filter((node) => hidesMembers(graph, node)).map((node) => {
    const members = membersOf(graph, node, {});
    const why2 = members.state === "none" ? members.why : "";
    return { message: `${why2}: pass the document that holds it as well` };
  });
}
function isDatabase(node) {
  return node.kind.session !== void 0;
}
function isBalancer(node) {
  const hop = node.kind.hop;
  return hop !== void 0 && hop.key !== clientKey && hop.side !== "connection" && node.kind.client === void 0;
}
function owners(graph, workload2) {
  return graph.hops.filter(
    (node) => isInScope(node, workload2.scope) && ownersOf(graph, node).length === 0 && outgoing(graph, node, "proxy").length === 0
  );
}
function databasePaths(graph, database) {
  const proxies = proxiesOf(graph, database);
  if (proxies.length === 0) return directPaths(graph, database);
  return proxies.flatMap((proxy) => {
    const hop = makeHop(graph, {
      key: "proxy",
      node: proxy,
      member: proxy,
      client: null,
      membership: "linked",
      endpoint: null
    });
    return databaseHops(graph, database).map((last) => makePath([impliedClient(), hop, last], 0, "declared"));
  });
}
function directPaths(graph, database) {
  return databaseHops(graph, database).map((hop) => makePath([impliedClient(), hop], 0, "declared"));
}
function databaseHops(graph, database) {
  const members = membersOf(graph, database, {});
  const all = members.state === "found" ? members.members : [database];
  return all.map(
    (member3) => makeHop(graph, { key: "database", node: database, member: member3, client: null, membership: "declared", endpoint: null })
  );
}
function initialisedPaths(graph, database) {
  return databasePaths(graph, database).filter(
    ({ hops }) => hops.some(({ parts, member: member3 }) => [...parts, member3].some(({ settings }) => saysMore(settings.init_query)))
  );
}
function saysMore(initQuery) {
  return initQuery !== void 0 && (initQuery.state !== "known" || initQuery.value !== null);
}
function singlePaths(graph, node, membership, key3 = node.kind.hop?.key ?? node.kind.name) {
  const members = membersOf(graph, node, {});
  if (members.state === "none") return [];
  const connection5 = sideOf(node, key3) !== "request" && key3 !== clientKey;
  return members.members.map((member3) => {
    const hop = makeHop(graph, {
      key: key3,
      node,
      member: member3,
      client: null,
      membership,
      endpoint: null
    });
    return connection5 ? makePath([impliedClient(), hop], 0, membership) : makePath([hop], 1, membership);
  });
}

// lib/core/demand.ts
function leastDemandOn(timer, layer, workload2) {
  if (timer.class !== "life-cap") return null;
  return demandOn({ ...timer, class: layer === "request" ? "request-cap" : "server-limit" }, layer, workload2);
}
function demandOn(timer, layer, workload2) {
  const promise2 = promised(timer, layer, workload2);
  if (promise2 === null) return null;
  return { ...promise2, withHeadroom: withHeadroom(promise2.seconds, workload2), orEqual: timer.class === "drain" };
}
function promised(timer, layer, workload2) {
  const query = { promise: "maxQueryDuration", seconds: workload2.maxQueryDuration };
  const request3 = declared2("request.maxDuration", workload2.request.maxDuration) ?? query;
  if (timer.class === "life-cap")
    return layer === "request" ? older("request.maxConnectionAge", workload2.request.maxConnectionAge, request3) : older("maxConnectionAge", workload2.maxConnectionAge, query);
  if (timer.bounds === "idle-in-transaction") return declared2("maxIdleInTransaction", workload2.maxIdleInTransaction);
  if (timer.bounds === "idle" || timer.phase === "pause") return declared2("maxIdle", workload2.maxIdle);
  if (timer.bounds === "transaction")
    return longer(query, declared2("maxTransactionDuration", workload2.maxTransactionDuration));
  if (timer.class === "server-limit" || timer.class === "client-limit" || timer.class === "conflict") return query;
  if (timer.class === "request-cap") return request3;
  if (timer.class === "drain") return layer === "request" ? request3 : query;
  if (layer === "request") return declared2("request.maxSilence", workload2.request.maxSilence) ?? request3;
  return declared2("maxSilence", workload2.maxSilence) ?? query;
}
function older(promise2, age, last) {
  return age === null ? null : { promise: `${promise2} + ${last.promise}`, seconds: age + last.seconds };
}
function longer(query, transaction) {
  return transaction === null || transaction.seconds < query.seconds ? query : transaction;
}
function declared2(promise2, seconds2) {
  return seconds2 === null ? null : { promise: promise2, seconds: seconds2 };
}
function withHeadroom(seconds2, workload2) {
  const { headroom: headroom2 } = workload2;
  return toMicroseconds2(
    headroom2.as === "duration" ? seconds2 + headroom2.seconds : seconds2 * (1 + headroom2.percent / 100)
  );
}
function toMicroseconds2(seconds2) {
  return Math.round(seconds2 * 1e6) / 1e6;
}

// lib/core/keepalive.ts
function probesOf(leg, session) {
  return [probeOf(leg.callerEnd, session), probeOf(leg.serverEnd, session)];
}
function probeOf(end, session) {
  if (end === null)
    return silentEnd("the other end", "the path does not show that end of the connection", "declare the hop there");
  const { subject, settings, kind, source: source3 } = end.member;
  const own2 = end.node.kind.hop?.keepalive ?? kind.hop?.keepalive;
  if (end.key !== "client" && own2 === "session") return sessionProbe(end.member, session);
  if (end.key !== "client" && own2 === "undocumented")
    return silentEnd(
      subject,
      `AWS does not document whether ${subject} sends keepalive probes`,
      "measure it, or set keepalive at the other end"
    );
  const idle3 = settings.keepalive_idle;
  if (idle3 === void 0 || source3 !== "configuration" && end.key !== "client" && own2 !== "own")
    return silentEnd(
      subject,
      `whether ${subject} sends keepalive probes is not shown`,
      "declare it: `client: { name, keepalive: { idle, interval, count } }`"
    );
  return {
    end: subject,
    idle: idle3,
    interval: settings.keepalive_interval ?? notShown(subject),
    count: settings.keepalive_count ?? notShown(subject),
    userTimeout: settings.tcp_user_timeout ?? known(null)
  };
}
function notShown(subject) {
  return unknown(`the keepalive interval of ${subject} is not shown`, "declare it in `keepalive`");
}
function silentEnd(end, why2, settles4) {
  const nothing2 = unknown(why2, settles4);
  return { end, idle: nothing2, interval: nothing2, count: nothing2, userTimeout: nothing2 };
}
function sessionProbe({ subject, kind }, session) {
  const read5 = (name4) => {
    const setting = session[name4];
    if (setting === void 0) return unknown(`${name4} of ${subject} is not known`, "declare it");
    const most2 = kind.session?.parameters[name4]?.effectiveMax?.value ?? Number.POSITIVE_INFINITY;
    const odd = candidates(setting)?.find((one2) => one2.value === null || one2.value === 0 || one2.value > most2);
    if (odd === void 0) return setting;
    return odd.value === null || odd.value === 0 ? unknown(
      `${name4} of ${subject} is 0, which selects the operating system's value`,
      `set ${name4} to a positive number`,
      odd.from
    ) : unknown(
      `${name4} of ${subject} is ${String(odd.value)}, which the operating system refuses, so the value before it stays in force`,
      `set ${name4} to ${String(most2)} or less`,
      odd.from
    );
  };
  return {
    end: subject,
    idle: read5("tcp_keepalives_idle"),
    interval: read5("tcp_keepalives_interval"),
    count: read5("tcp_keepalives_count"),
    userTimeout: session.tcp_user_timeout ?? known(null)
  };
}
function period(probe) {
  const idles = candidates(probe.idle);
  if (idles?.every((idle3) => idle3.value === null)) return probe.idle;
  const intervals = candidates(probe.interval);
  if (idles === null || intervals === null) return openPeriod(probe.idle, probe.interval);
  const periods = idles.flatMap(
    (idle3) => intervals.map(
      (interval) => idle3.value === null ? idle3 : { state: "known", value: Math.max(idle3.value, interval.value), from: [...idle3.from, ...interval.from] }
    )
  );
  const first = periods[0];
  if (first === void 0) return unknown("no keepalive is known", "declare it");
  if (periods.every((one2) => one2.value === first.value)) return first;
  const why2 = [probe.idle, probe.interval].find((one2) => one2.state === "one-of");
  return {
    state: "one-of",
    candidates: periods,
    why: why2?.state === "one-of" ? why2.why : "the keepalive may be one of several",
    settles: why2?.state === "one-of" ? why2.settles : "declare it"
  };
}
function openPeriod(idle3, interval) {
  const open3 = idle3.state === "unknown" ? idle3 : interval;
  const least = Math.max(leastOf(idle3), leastOf(interval));
  return open3.state === "unknown" && least > 0 ? { ...open3, bounds: { min: least } } : open3;
}
function leastOf(part) {
  const values = candidates(part)?.map((one2) => one2.value ?? 0);
  return values === void 0 ? 0 : Math.min(...values);
}
function firstProbe(probes, limit3) {
  const firsts = probes.map(({ idle: idle3 }) => idle3.state === "known" ? idle3.value ?? 0 : 0);
  return Math.max(0, ...firsts.filter((first) => first < limit3));
}
function keptAlive(probes, limit3) {
  let unsure2 = null;
  for (const probe of probes) {
    const every = period(probe);
    const values = candidates(every);
    if (values === null) {
      const isTooSlow = every.state === "unknown" && (every.bounds?.min ?? 0) >= limit3;
      if (every.state === "unknown" && !isTooSlow)
        unsure2 ??= { kept: "unknown", why: every.why, settles: every.settles };
      continue;
    }
    const good = values.filter((one2) => one2.value !== null && one2.value < limit3);
    const slowest = [...good].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    if (slowest !== void 0 && good.length === values.length) return { kept: "yes", by: probe, period: slowest };
    if (good.length > 0 && every.state === "one-of")
      unsure2 ??= { kept: "unknown", why: every.why, settles: every.settles };
  }
  return unsure2 ?? { kept: "no" };
}
function deadPeerAfter(probe) {
  if (valueOf(probe.idle) === null) return mapSetting(probe.idle, () => null);
  const userTimeout2 = valueOf(probe.userTimeout);
  const parts = [
    probe.idle,
    probe.interval,
    probe.userTimeout,
    ...typeof userTimeout2 === "number" ? [] : [probe.count]
  ];
  const open3 = parts.find((part) => part.state !== "known");
  if (open3 !== void 0) return unknownAs(open3);
  const idle3 = valueOf(probe.idle) ?? 0;
  return {
    ...known(idle3 + givesUpAfter(probe, idle3)),
    from: parts.flatMap((part) => part.state === "known" && part.value !== null ? part.from : [])
  };
}
function givesUpAfter(probe, silence) {
  const interval = valueOf(probe.interval) ?? 0;
  const userTimeout2 = valueOf(probe.userTimeout) ?? null;
  if (userTimeout2 === null) return interval * (valueOf(probe.count) ?? 0);
  return interval <= 0 ? 0 : interval * Math.max(1, Math.ceil((userTimeout2 - silence) / interval));
}
function unknownAs(part) {
  return part.state === "known" ? part : unknown(part.why, part.settles, provenanceOf(part));
}

// lib/core/phrases.ts
function code(text2) {
  return `\`${text2}\``;
}
function clip(text2) {
  return text2.length > 60 ? `${text2.slice(0, 60)}...` : text2;
}
function decisive(from) {
  return [...from].reverse().find((step2) => step2.text !== null) ?? from.find((step2) => step2.level === "default");
}

// lib/core/symptoms.ts
function noticesOf(scene) {
  const { timer, at: at3 } = scene;
  const when = at3 === null ? "unknown" : at3.from;
  switch (timer.expiry) {
    case "reset-on-next-packet":
      return timer.phase === "pause" ? resetAfterPause(scene) : resetDuringQuery(scene, when);
    case "silent-drop":
      return timer.phase === "pause" ? droppedAfterPause() : droppedDuringQuery(scene, when);
    case "http-504":
      return both("HTTP 504 from the load balancer", when, "nothing: its own connection lives on", "never");
    case "request-error":
      return both(
        timer.sees ?? "an error in place of the response",
        when,
        "nothing: its own connection lives on",
        "never"
      );
    case "client-ended":
      return both(
        timer.sees ?? "an error: the program that answers it is ended",
        when,
        "nothing until it sends the result",
        endOf(scene)
      );
    case "client-closes":
      return both(
        "a timeout of its own: the client closes the connection",
        when,
        "nothing until it sends the result",
        endOf(scene)
      );
    case "client-gives-up":
      return both("a timeout of its own: the client stops waiting", when, "nothing: the query runs on", "never");
    case "client-cancels":
      return both(
        "a timeout of its own, which cancels: ERROR 57014 canceling statement due to user request",
        when,
        "it cancels the statement; the connection lives on",
        when
      );
    case "orderly-close":
      return both("the connection is closed", when, "the connection is closed", when);
    case "error-57014":
      return both(
        "ERROR 57014 canceling statement due to statement timeout",
        when,
        "it cancels the statement; the connection lives on",
        when
      );
    case "fatal-25P04":
      return both("FATAL 25P04 terminating connection due to transaction timeout", when, "it ends the session", when);
    case "fatal-25P03":
      return both(
        "FATAL 25P03 terminating connection due to idle-in-transaction timeout, at its next query",
        "unknown",
        "it ends the session",
        when
      );
    case "fatal-57P05":
      return both(
        "FATAL 57P05 terminating connection due to idle-session timeout, at its next query",
        "unknown",
        "it ends the session",
        when
      );
    case "error-40001":
      return both(
        "ERROR 40001 canceling statement due to conflict with recovery",
        "unknown",
        "it cancels the statement",
        "unknown"
      );
  }
}
function queryGoesOn(timer) {
  return timer.phase !== "pause" && !["error-57014", "fatal-25P04", "error-40001", "client-cancels"].includes(timer.expiry);
}
function both(sees2, at3, serverSees, serverAt) {
  return { caller: { sees: sees2, at: at3 }, server: { sees: serverSees, at: serverAt } };
}
function resetAfterPause(scene) {
  return both(
    "connection reset (RST) when it sends the next query",
    endOf(scene),
    "nothing until it sends or probes",
    "unknown"
  );
}
function droppedAfterPause() {
  return both("the next query hangs until TCP gives up", "unknown", "nothing: the query never arrives", "never");
}
function resetDuringQuery(scene, when) {
  const [client4, server] = scene.probes;
  const clientProbe = nextProbe(client4, when);
  const serverProbe = nextProbe(server, when);
  const end = endOf(scene);
  const probesFirst = typeof serverProbe === "number" && (typeof end !== "number" || serverProbe < end);
  return {
    caller: typeof clientProbe === "number" ? { sees: "connection reset (RST) at its next keepalive probe", at: clientProbe } : hang(clientProbe),
    server: probesFirst ? { sees: "RST at its next keepalive probe; the backend runs on and fails when it sends", at: serverProbe } : { sees: "nothing until it sends the result, which is answered with RST", at: end }
  };
}
function droppedDuringQuery(scene, when) {
  const [client4] = scene.probes;
  const dead = deadAfter(client4, when);
  return {
    caller: typeof dead === "number" ? { sees: "connection timed out: its keepalive probes go unanswered", at: dead } : hang(dead),
    server: { sees: "nothing until it sends the result, which is never acknowledged", at: endOf(scene) }
  };
}
function hang(at3) {
  return at3 === "never" ? { sees: "nothing: it waits for ever", at: at3 } : { sees: "nothing, unless its keepalive finds out", at: at3 };
}
function endOf(scene) {
  return scene.demand?.seconds ?? "unknown";
}
function nextProbe(probe, when) {
  if (probe === void 0 || typeof when !== "number") return "unknown";
  const idle3 = probe.idle.state === "known" ? probe.idle.value : void 0;
  const every = valueOf(period(probe));
  if (idle3 === null) return "never";
  if (idle3 === void 0 || every === void 0 || every === null || every <= 0) return "unknown";
  return idle3 > when ? idle3 : idle3 + Math.floor((when - idle3) / every + 1) * every;
}
function deadAfter(probe, when) {
  const first = nextProbe(probe, when);
  if (typeof first !== "number" || probe === void 0) return first;
  const idle3 = valueOf(probe.idle);
  const every = valueOf(period(probe));
  if (typeof idle3 !== "number" || typeof every !== "number" || valueOf(deadPeerAfter(probe)) === void 0)
    return "unknown";
  return first + givesUpAfter(probe, first === idle3 ? idle3 : every);
}

// lib/core/judge.ts
function judge(trial) {
  const { timer, leg, workload: workload2, probes } = trial;
  const demand = demandOn(timer, leg.layer, workload2) ?? sureDemand(trial);
  const verified = (candidates(timer.value) ?? []).every((one2) => decisive(one2.from)?.unverified !== true);
  const ruling = temper(demand === null ? undeclared(trial) : rule(trial, demand), trial, verified);
  const notices = noticesOf({ timer, leg, probes, at: ruling.at, demand });
  return {
    timer,
    ...ruling,
    demand,
    ...notices,
    queryGoesOn: queryGoesOn(timer),
    decides: decides(timer),
    verified
  };
}
function decides(timer) {
  if (timer.uncertain !== null) return false;
  return timer.phase === "query" || timer.phase === "pause" && timer.class === "packet-idle";
}
function sureDemand(trial) {
  const least = leastDemandOn(trial.timer, trial.leg.layer, trial.workload);
  return least !== null && rule(trial, least).effect === "cuts" ? least : null;
}
function undeclared({ timer, leg }) {
  const age = leg.layer === "request" ? "request.maxConnectionAge" : "maxConnectionAge";
  return {
    effect: "may-cut",
    at: null,
    because: "the promise that it bounds is not declared",
    settles: `declare ${timer.class === "life-cap" ? age : "the promise"}`,
    provenance: provenanceOf(timer.value)
  };
}
function outlasts(limit3, demand) {
  if (limit3 === null) return true;
  return demand.orEqual ? limit3 >= demand.withHeadroom : limit3 > demand.withHeadroom;
}
function rule(trial, demand) {
  const { timer } = trial;
  const values = candidates(timer.value);
  if (values === null) return ruleByBounds(trial, demand);
  const provenance = provenanceOf(timer.value);
  const short = values.filter((one2) => one2.value !== null && !outlasts(one2.value, demand));
  if (short.length === 0)
    return { effect: "outlives", at: span(values), because: "it is longer", settles: null, provenance };
  const kept = timer.class === "packet-idle" ? short.map((one2) => keptAlive(trial.probes, one2.value)) : [];
  const keptBy = kept.find((one2) => one2.kept === "yes");
  if (kept.length > 0 && kept.every((one2) => one2.kept === "yes") && keptBy?.kept === "yes")
    return {
      effect: "kept-alive",
      at: span(short),
      because: keptBecause(keptBy),
      settles: null,
      provenance: [...provenance, ...keptBy.period.from]
    };
  const sure = short.length === values.length && kept.every((one2) => one2.kept === "no");
  return sure ? ruleSure(trial, demand, short) : unsure(trial, short, kept);
}
function unsure(trial, short, kept) {
  const at3 = { from: span(short)?.from ?? 0, to: null };
  return { effect: "may-cut", at: at3, ...doubt2(trial, kept), provenance: provenanceOf(trial.timer.value) };
}
function ruleSure(trial, demand, short) {
  const provenance = provenanceOf(trial.timer.value);
  const first = (limit3) => trial.timer.class === "packet-idle" ? firstProbe(trial.probes, limit3) : 0;
  const fires = short.map((one2) => ({ ...one2, value: first(one2.value) + one2.value }));
  const cut = fires.filter((one2) => !outlasts(one2.value, demand));
  if (cut.length > 0 && cut.length < fires.length) return unsure(trial, cut, []);
  if (cut.length > 0) return { effect: "cuts", at: span(fires), because: "it fires first", settles: null, provenance };
  return {
    effect: "may-cut",
    at: { from: span(short)?.from ?? 0, to: null },
    because: "its first keepalive probe resets it in time only on a connection that was not probed before",
    settles: "set the interval of the keepalive below the limit too",
    provenance
  };
}
function keptBecause(kept) {
  return `${kept.by.end} sends a keepalive probe every ${formatDuration(kept.period.value ?? 0)}`;
}
function doubt2(trial, kept) {
  const unsure2 = kept.find((one2) => one2.kept === "unknown");
  if (unsure2?.kept === "unknown") return { because: unsure2.why, settles: unsure2.settles };
  const { value: value2 } = trial.timer;
  return value2.state === "known" ? { because: "it may fire first", settles: "declare the keepalive of both ends" } : { because: value2.why, settles: value2.settles };
}
function ruleByBounds(trial, demand) {
  const { value: value2 } = trial.timer;
  const bounds = value2.state === "unknown" ? value2.bounds : void 0;
  const provenance = provenanceOf(value2);
  if (bounds?.min !== void 0 && outlasts(bounds.min, demand))
    return {
      effect: "outlives",
      at: { from: bounds.min, to: bounds.max ?? null },
      because: `it is ${formatDuration(bounds.min)} at least`,
      settles: null,
      provenance
    };
  const { probes, timer } = trial;
  const keptIf = (limit3) => timer.class === "packet-idle" ? keptAlive(probes, limit3) : { kept: "no" };
  const kept = bounds?.min === void 0 ? null : keptIf(bounds.min);
  if (kept?.kept === "yes")
    return { effect: "kept-alive", at: null, because: keptBecause(kept), settles: null, provenance };
  const why2 = value2.state === "unknown" ? value2.why : "";
  const settles4 = value2.state === "unknown" ? value2.settles : null;
  if (bounds?.max !== void 0 && !outlasts(bounds.max, demand) && keptIf(bounds.max).kept === "no")
    return {
      effect: "cuts",
      at: { from: bounds.min ?? 0, to: bounds.max },
      because: `it is ${formatDuration(bounds.max)} at most`,
      settles: null,
      provenance
    };
  return {
    effect: "may-cut",
    at: bounds?.min === void 0 ? null : { from: bounds.min, to: null },
    because: why2,
    settles: settles4,
    provenance
  };
}
function temper(ruling, trial, verified) {
  if (ruling.effect !== "cuts") return ruling;
  const { timer, hop, path } = trial;
  const at3 = { from: ruling.at?.from ?? 0, to: null };
  if (hop.membership === "assumed" || path.membership === "assumed")
    return {
      ...ruling,
      effect: "may-cut",
      at: at3,
      because: `if ${hop.node.subject} is on the path, it cuts at ${formatDuration(at3.from)}`,
      settles: `put ${hop.node.subject} into the path of the workload, or leave it out by declaring the path`
    };
  if (timer.uncertain !== null)
    return { ...ruling, effect: "may-cut", at: at3, because: timer.uncertain, settles: ruling.settles ?? "measure it" };
  if (!verified)
    return {
      ...ruling,
      effect: "may-cut",
      at: at3,
      because: "the number has no verified source",
      settles: "measure it, or set the value"
    };
  if (hop.parts.includes(timer.subject) && !hop.partsSure)
    return {
      ...ruling,
      effect: "may-cut",
      at: at3,
      because: `which target group of ${hop.node.subject} the client is in cannot be told`,
      settles: "name the service that registers in the target group as `client`"
    };
  return ruling;
}
function span(values) {
  const numbers = values.flatMap((one2) => one2.value === null ? [] : [one2.value]);
  if (numbers.length === 0) return null;
  return { from: Math.min(...numbers), to: numbers.length < values.length ? null : Math.max(...numbers) };
}

// lib/core/pauses.ts
function pausesOf(path) {
  const found = /* @__PURE__ */ new Map();
  let whose = "client";
  for (const leg of path.legs) {
    found.set(leg.index, whose);
    const end = leg.serverEnd;
    const spec = end?.node.kind.hop;
    if (end === null || spec?.startupOptions === void 0 || whose === "tended") continue;
    const { below = "tended" } = spec;
    const shared = typeof below === "function" ? below(end.node.settings) : below;
    if (shared === "tended") whose = "tended";
    else if (shared === "pool") whose = { pool: end };
  }
  return found;
}
function runsInPauses(timer, leg, whose) {
  if (leg.layer === "request") return false;
  if (whose === "client" || timer.bounds === "idle-in-transaction") return true;
  return whose !== "tended" && timer.class === "packet-idle";
}
function temperedBy(whose, judgement) {
  const { timer, effect } = judgement;
  if (whose === "client" || whose === "tended" || timer.phase !== "pause" || effect !== "cuts") return judgement;
  if (timer.bounds === "idle-in-transaction") return judgement;
  return {
    ...judgement,
    effect: "may-cut",
    at: judgement.at === null ? null : { from: judgement.at.from, to: null },
    because: `how long a connection waits in the pool of ${whose.pool.node.subject} depends on its other clients, and it hands out one that is dead`,
    settles: `let ${whose.pool.node.subject} or the database send keepalive probes more often than that`
  };
}

// lib/core/apply-status.ts
var statuses = { "instance-group": "parameter_apply_status", "cluster-group": "cluster_parameter_apply_status" };
function notApplied(database, level2) {
  const setting = database.settings[statuses[level2]];
  if (setting === void 0 || setting.state === "known" && setting.value === "in-sync") return null;
  const status = setting.state === "known" ? clip(String(setting.value)) : "of unknown status";
  return { status, ...ends(status, database.subject) };
}
function ends(status, database) {
  switch (status) {
    case "pending-reboot":
      return { from: "after the reboot", settles: `reboot ${database}` };
    case "applying":
      return { from: "once it is applied", settles: `wait until it is applied to ${database}` };
    case "failed-to-apply":
      return { from: "once RDS can apply it", settles: `correct the values that RDS could not apply to ${database}` };
    case "pending-database-upgrade":
      return { from: "after the upgrade", settles: `finish the upgrade of ${database}` };
    default:
      return { from: "once it is in sync", settles: `wait until ${database} is in sync with it` };
  }
}

// lib/core/attached-groups.ts
function attachedGroups(graph, database) {
  return (database.kind.session?.groups ?? []).flatMap(({ level: level2, link: link2, via, inherits }) => {
    const owner = via === void 0 ? database : outgoing(graph, database, via)[0];
    const source3 = inherits === void 0 ? void 0 : outgoing(graph, database, inherits)[0];
    if (source3 !== void 0 && database.links[link2]?.[0]?.state === "absent" && hasGroup(source3, link2)) {
      return [{ level: level2, owner: database, link: link2, to: ofItsSource(database, source3, link2) }];
    }
    if (owner !== void 0) return [{ level: level2, owner, link: link2, to: owner.links[link2]?.[0] ?? unsaid(owner, link2) }];
    if (via === void 0 || database.links[via]?.[0]?.state === "absent") return [];
    const why2 = `the ${via} of ${database.subject} is not in the documents`;
    return [
      { level: level2, owner: database, link: link2, to: { state: "unknown", why: why2, settles: "pass the document that holds it" } }
    ];
  });
}
function hasGroup(source3, link2) {
  const to = source3.links[link2]?.[0];
  return to?.state === "named" ? !to.name.startsWith("default.") : to?.state !== "absent";
}
function ofItsSource(replica, source3, link2) {
  const words = link2.replaceAll("_", " ");
  return {
    state: "unknown",
    why: `${replica.subject} names no ${words}, and RDS gives it that of ${source3.subject} unless they are in different Regions`,
    settles: `name the ${words} of ${replica.subject}`
  };
}
function unsaid(owner, link2) {
  return {
    state: "unknown",
    why: `no document says which ${link2.replaceAll("_", " ")} ${owner.subject} has`,
    settles: `pass the document that manages ${owner.subject}`
  };
}

// lib/core/group-change.ts
function previousRow(group, name4) {
  const row2 = previousRows(group)?.find((one2) => typeof one2.name === "string" && one2.name.toLowerCase() === name4);
  return typeof row2?.value === "string" ? row2.value : null;
}
function isNewRow(group, name4) {
  const rows = previousRows(group);
  return rows !== null && rows.every((one2) => typeof one2.name === "string" && one2.name.toLowerCase() !== name4);
}
function previousRows(group) {
  if (group.change?.action !== "update") return null;
  const attribute2 = group.kind.settings[group.kind.group?.parameters ?? ""]?.terraform;
  const before = attribute2 === void 0 ? void 0 : group.change.before[attribute2];
  if (!Array.isArray(before)) return null;
  return before.flatMap(
    (row2) => row2 !== null && typeof row2 === "object" && !Array.isArray(row2) ? [row2] : []
  );
}
function previousGroup(owner, linkName, now, graph) {
  const spec = owner.kind.links[linkName];
  const before = spec === void 0 || owner.change?.action !== "update" ? void 0 : owner.change.before[spec.terraform];
  if (typeof before !== "string" || before === "") return null;
  const current = now.state === "linked" ? graph.nodes[now.node] : void 0;
  if (current?.names.includes(before) || now.state === "named" && now.name === before) return null;
  if (now.state === "absent" && before.startsWith("default.")) return null;
  const called2 = graph.groups.filter(
    (node) => node.names.includes(before) && (spec?.to ?? []).includes(node.kind.name) && isNear(node, owner)
  );
  const [only, other] = called2;
  if (only === void 0) return { state: "named", name: before };
  if (other === void 0) return { state: "linked", node: only.id, sure: "exact" };
  return {
    state: "one-of",
    nodes: called2.map((node) => node.id),
    why: `several parameter groups are called ${before}`,
    settles: "narrow the documents with `scope`"
  };
}

// lib/core/postgres-number.ts
var space = "[ \\t\\n\\v\\f\\r]*";
var whole = new RegExp(`^${space}([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)`);
var floating = new RegExp(`^${space}[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?`);
var longMaximum = 2n ** 63n;
var longestWhole = 22;
var smallest = 22250738585072014e-324;
function leadingWhole(text2) {
  const [all, sign, digits] = whole.exec(text2) ?? [];
  if (all === void 0 || digits === void 0) return null;
  const rest2 = text2.slice(all.length);
  const size = magnitude(digits);
  if (size === null || size > longMaximum || size === longMaximum && sign !== "-") return { value: null, rest: rest2 };
  return { value: sign === "-" ? -Number(size) : Number(size), rest: rest2 };
}
function magnitude(digits) {
  const isHexadecimal = /^0[xX]/.test(digits);
  const isOctal = !isHexadecimal && digits.startsWith("0");
  const significant = digits.replace(/^0[xX]?0*/, "");
  if (significant === "") return 0n;
  if (significant.length > longestWhole) return null;
  if (isHexadecimal) return BigInt(`0x${significant}`);
  return BigInt(isOctal ? `0o${significant}` : significant);
}
function leadingNumber(text2) {
  const integer = leadingWhole(text2);
  const next2 = integer === null ? text2[0] : integer.rest[0];
  const isFractional = next2 === "." || next2 === "e" || next2 === "E";
  if (!isFractional && integer?.value !== null) return integer;
  const found = floating.exec(text2)?.[0];
  if (found === void 0) return integer;
  const value2 = Number(found);
  const isTooSmall = Math.abs(value2) < smallest && /[1-9]/.test(found.replace(/[eE].*/, ""));
  return { value: Number.isFinite(value2) && !isTooSmall ? value2 : null, rest: text2.slice(found.length) };
}
function roundHalfEven(value2) {
  const below = Math.floor(value2);
  const above = value2 - below;
  if (above === 0.5) return below % 2 === 0 ? below : below + 1;
  return above < 0.5 ? below : below + 1;
}

// lib/core/postgres-value.ts
var units2 = {
  ms: [
    ["d", 864e5],
    ["h", 36e5],
    ["min", 6e4],
    ["s", 1e3],
    ["ms", 1],
    ["us", 1 / 1e3]
  ],
  s: [
    ["d", 86400],
    ["h", 3600],
    ["min", 60],
    ["s", 1],
    ["ms", 1 / 1e3],
    ["us", 1 / 1e6]
  ],
  kB: [
    ["TB", 1024 ** 3],
    ["GB", 1024 ** 2],
    ["MB", 1024],
    ["kB", 1],
    ["B", 1 / 1024]
  ]
};
var integerRange = { min: -2147483648, max: 2147483647 };
var readsFractions = 12;
function parsePostgresValue(text2, spec, version2) {
  if (spec.as === "boolean") return parseBoolean(text2);
  const read5 = version2 === null || version2 >= readsFractions ? readCurrent(text2, spec.unit) : readEarly(text2, spec.unit);
  return typeof read5 === "number" ? inOurWords(read5, spec) : read5;
}
function parseGroupValue(text2, spec) {
  if (/^\s*(?:GREATEST|LEAST|SUM)\s*\(/i.test(text2) || text2.includes("{"))
    return { ok: false, as: "formula", reason: "a formula, which RDS computes from the size of the instance" };
  const result = spec.as === "boolean" ? parseBoolean(text2) : readPlain(text2, spec);
  return result.ok ? result : { ok: false, as: "invalid", reason: result.reason };
}
function readPlain(text2, spec) {
  if (/^-?0\d+$/.test(text2)) return refused("PostgreSQL reads a leading 0 as octal; write the number without it");
  if (!/^-?\d+$/.test(text2))
    return refused(`RDS takes a plain integer here${spec.unit === null ? "" : `, in ${spec.unit}, without a unit`}`);
  const value2 = Number(text2);
  return fits(value2) ? inOurWords(value2, spec) : refused("it exceeds the integer range");
}
function refused(reason) {
  return { ok: false, reason };
}
function fits(value2) {
  return value2 >= integerRange.min && value2 <= integerRange.max;
}
function readCurrent(text2, base) {
  const number6 = leadingNumber(text2);
  if (number6 === null) return refused("it does not begin with a number");
  if (number6.value === null) return refused("it exceeds the integer range");
  const unit = withoutSpace(number6.rest);
  if (unit === "") return whole2(number6.value);
  if (base === null) return refused("it takes a number without a unit");
  const at3 = units2[base].findIndex(([name4]) => name4 === unit);
  const multiplier = units2[base][at3]?.[1];
  if (multiplier === void 0) return refused(unitReason(base, units2[base]));
  const finer = units2[base][at3 + 1]?.[1];
  const value2 = number6.value * multiplier;
  return whole2(finer === void 0 ? value2 : roundHalfEven(value2 / finer) * finer);
}
function whole2(value2) {
  const rounded = roundHalfEven(value2);
  return fits(rounded) ? rounded + 0 : refused("it exceeds the integer range");
}
function readEarly(text2, base) {
  const number6 = leadingWhole(text2);
  if (number6 === null) return refused("it does not begin with a number");
  if (number6.value === null || !fits(number6.value)) return refused("it exceeds the integer range");
  const unit = withoutSpace(number6.rest);
  if (unit === "") return number6.value;
  if (base === null) return refused("it takes a number without a unit");
  const known3 = units2[base].filter(([name4]) => name4 !== "us");
  const multiplier = known3.find(([name4]) => name4 === unit)?.[1];
  if (multiplier === void 0)
    return refused(`${unitReason(base, known3)}, and PostgreSQL 11 and older read only whole numbers`);
  const value2 = multiplier >= 1 ? number6.value * multiplier : Math.trunc(number6.value / Math.round(1 / multiplier)) + 0;
  return fits(value2) ? value2 : refused("it exceeds the integer range");
}
function unitReason(base, known3) {
  const names2 = known3.map(([name4]) => name4).reverse();
  return `what follows the number is none of the units ${names2.join(", ")}${base === "kB" ? "" : " (case counts)"}`;
}
function withoutSpace(text2) {
  return text2.replace(/^[ \t\n\v\f\r]+/, "").replace(/[ \t\n\v\f\r]+$/, "");
}
function inOurWords(value2, spec) {
  const { min, max } = spec.range;
  if (value2 < min || value2 > max)
    return refused(
      `${String(value2)}${spec.unit === null ? "" : ` ${spec.unit}`} is outside the valid range (${String(min)} .. ${String(max)})`
    );
  if (value2 === 0 && spec.zero === "off") return { ok: true, value: null };
  if (value2 === -1 && spec.minusOne === "off") return { ok: true, value: null };
  return { ok: true, value: spec.as === "duration" && spec.unit === "ms" ? value2 / 1e3 : value2 };
}
function parseBoolean(text2) {
  const word2 = text2.toLowerCase();
  const begins = (full, least) => word2.length >= least && full.startsWith(word2);
  if (word2 === "1" || begins("true", 1) || begins("yes", 1) || begins("on", 2)) return { ok: true, value: 1 };
  if (word2 === "0" || begins("false", 1) || begins("no", 1) || begins("off", 2)) return { ok: true, value: 0 };
  return refused("it is none of on, off, true, false, yes, no, 1, 0");
}

// lib/core/group-rows.ts
function groupSays(group, parameter2, level2, graph) {
  const read5 = rowsSay(group, parameter2, level2);
  if (read5.does !== "sets" || read5.to.state !== "unknown") return read5;
  const name4 = group.names.find((one2) => graph.declared.parameterGroups[one2] !== void 0);
  const declared5 = name4 === void 0 ? void 0 : declaredSays(graph, name4, parameter2);
  if (declared5 === void 0) return read5;
  return declared5.does === "nothing" && isNamed(group, parameter2) ? read5 : declared5;
}
function declaredSays(graph, name4, parameter2) {
  const declared5 = graph.declared.parameterGroups[name4];
  if (declared5 === void 0) return void 0;
  const text2 = declared5[parameter2.name];
  if (text2 === void 0) return { does: "nothing" };
  return { does: "sets", to: parsed2(text2, parameter2, stepOf(parameter2, "declared", name4, text2)) };
}
function stepOf(parameter2, level2, subject, text2) {
  return { level: level2, subject, attribute: parameter2.name, text: text2 };
}
function rowsOf(value2) {
  return Array.isArray(value2) ? value2 : [];
}
function untilReboot(what) {
  return {
    why: `${what} counts only after a reboot`,
    settles: "reboot the instance after the apply, then check again"
  };
}
function isNamed(group, parameter2) {
  const setting = group.settings[group.kind.group?.parameters ?? ""];
  return setting?.state === "known" && rowsOf(setting.value).some((row2) => row2.name === parameter2.name);
}
function rowsSay(group, parameter2, level2) {
  const setting = group.settings[group.kind.group?.parameters ?? ""];
  if (setting === void 0) return { does: "nothing" };
  const silent = stepOf(parameter2, level2, group.subject, null);
  if (setting.state !== "known") return { does: "sets", to: unknown(setting.why, setting.settles, [silent]) };
  const rows = rowsOf(setting.value);
  const mine = rows.filter((row2) => row2.name === parameter2.name);
  if (mine.length === 0)
    return rows.some((row2) => row2.name === null) ? nameless(group, parameter2, silent) : { does: "nothing" };
  const values = mine.map((row2) => {
    const location = row2.location ?? setting.from.at(-1)?.location;
    return rowValue(row2, parameter2, {
      ...stepOf(parameter2, level2, group.subject, row2.value),
      ...location === void 0 ? {} : { location }
    });
  });
  const now = single(values, parameter2, group);
  const sometimes = mine.find((row2) => row2.candidates?.includes(null));
  if (sometimes !== void 0 && now.state !== "unknown") {
    const sure = now.state === "known" ? [now] : now.candidates;
    return { does: "may-set", to: sure, ...openRow(sometimes, `${parameter2.name} of ${group.subject}`) };
  }
  return mine.some((row2) => row2.applyMethod === "pending-reboot") ? withPrevious(now, parameter2, group, level2) : { does: "sets", to: now };
}
function nameless(group, parameter2, step2) {
  const why2 = `the name of a parameter of ${group.subject} is known only after apply, and it may be ${parameter2.name}`;
  const settles4 = "write the name literally, or declare the group under declared.parameterGroups";
  return { does: "sets", to: unknown(why2, settles4, [step2]) };
}
function rowValue(row2, parameter2, step2) {
  if (row2.state === "sensitive")
    return unknown(
      `${parameter2.name} of ${step2.subject} is marked sensitive`,
      "unmark it with nonsensitive(), or declare the group under declared.parameterGroups",
      [step2]
    );
  if (row2.state === "one-of") {
    const { why: why2, settles: settles4 } = openRow(row2, `${parameter2.name} of ${step2.subject}`);
    const all = (row2.candidates ?? []).flatMap(
      (text2) => text2 === null ? [] : [parsed2(text2, parameter2, { ...step2, text: text2 })]
    );
    const sure = all.flatMap((value2) => value2.state === "known" ? [value2] : []);
    return sure.length === all.length ? oneOf(sure, why2, settles4) : all.find((one2) => one2.state !== "known") ?? unknown(why2, settles4, [step2]);
  }
  if (row2.state === "unknown" || row2.value === null) {
    const { why: why2, settles: settles4 } = openRow(row2, `${parameter2.name} of ${step2.subject}`);
    return unknown(why2, settles4, [step2]);
  }
  return parsed2(row2.value, parameter2, step2);
}
function openRow(row2, what) {
  return {
    why: `${what} ${row2.why ?? "is known only after apply"}`,
    settles: row2.settles ?? "write the value literally, or declare the group under declared.parameterGroups"
  };
}
function parsed2(text2, parameter2, step2) {
  const result = parseGroupValue(text2, parameter2);
  if (result.ok) return known(result.value, step2);
  return unknown(`${parameter2.name} of ${step2.subject} is "${text2}": ${result.reason}`, "write a plain integer", [
    step2
  ]);
}
function single(values, parameter2, group) {
  const [first] = values;
  if (values.length === 1 && first !== void 0) return first;
  const sure = values.flatMap((value2) => value2.state === "known" ? [value2] : []);
  const why2 = `${group.subject} sets ${parameter2.name} ${String(values.length)} times`;
  return sure.length === values.length ? oneOf(sure, why2, "keep one of them") : unknown(why2, "keep one of them");
}
function withPrevious(now, parameter2, group, level2) {
  if (now.state !== "known") return { does: "sets", to: now };
  const { why: why2, settles: settles4 } = untilReboot(`the new ${parameter2.name} of ${group.subject}`);
  if (isNewRow(group, parameter2.name)) return { does: "may-set", to: [now], why: why2, settles: settles4 };
  const old = previousRow(group, parameter2.name);
  if (old === null) return { does: "sets", to: now };
  const before = parsed2(old, parameter2, stepOf(parameter2, level2, `${group.subject} until the reboot`, old));
  return { does: "sets", to: before.state === "known" ? oneOf([before, now], why2, settles4) : unknown(why2, settles4) };
}

// lib/core/session-groups.ts
function groupLevels(parameter2, context) {
  const { graph, database } = context;
  return attachedGroups(graph, database).map((group) => {
    const { level: level2, owner, link: link2, to } = group;
    const now = followGroup(to, parameter2, level2, owner, graph);
    const status = notApplied(database, level2);
    if (status !== null) return untilApplied(now, parameter2, group, status, context);
    const before = previousGroup(owner, link2, to, graph);
    if (before === null) return now;
    return afterReboot(now, followGroup(before, parameter2, level2, owner, graph), parameter2, owner);
  });
}
function untilApplied(now, parameter2, { level: level2, to: link2 }, status, { graph, database }) {
  const settles4 = `${status.settles}, or read its catalog with \`--postgres\``;
  const until = { ...stepOf(parameter2, level2, database.subject, null), assumed: settles4 };
  if (now.does === "nothing") return { ...now, step: until };
  const to = now.does === "sets" ? now.to : oneOf(now.to, now.why, now.settles);
  const texts = (candidates(to) ?? []).flatMap((one2) => one2.from.at(-1)?.text ?? []);
  const then = texts.length === 0 ? "" : `: ${parameter2.name} = ${texts.map(clip).join(" or ")} runs ${status.from}`;
  const name4 = nameOfGroup(link2, graph);
  return {
    does: "waits",
    to,
    why: `parameter group ${name4} is ${status.status} on ${database.subject}${then}, and what runs until then is not shown`,
    settles: settles4,
    until
  };
}
function nameOfGroup(link2, graph) {
  if (link2.state === "linked") return graph.nodes[link2.node]?.subject ?? link2.node;
  return link2.state === "named" ? link2.name : "of the database";
}
function followGroup(link2, parameter2, level2, owner, graph) {
  switch (link2.state) {
    case "absent":
      return { does: "nothing" };
    case "linked": {
      const group = graph.nodes[link2.node];
      return group === void 0 ? { does: "nothing" } : groupSays(group, parameter2, level2, graph);
    }
    case "one-of": {
      const groups = link2.nodes.flatMap((id) => graph.nodes[id] ?? []);
      return anyOf(
        groups.map((group) => groupSays(group, parameter2, level2, graph)),
        link2
      );
    }
    case "named":
      return namedGroup(link2.name, parameter2, level2, owner, graph);
    case "unknown":
      return { does: "sets", to: unknown(link2.why, link2.settles, [stepOf(parameter2, level2, owner.subject, null)]) };
  }
}
function namedGroup(name4, parameter2, level2, owner, graph) {
  if (name4.startsWith("default.")) return { does: "nothing" };
  const declared5 = declaredSays(graph, name4, parameter2);
  if (declared5 !== void 0) return declared5;
  return {
    does: "sets",
    to: unknown(
      `parameter group ${name4} of ${owner.subject} is not in the documents`,
      `pass the document that defines ${name4}, or declare its values under declared.parameterGroups`,
      [stepOf(parameter2, level2, name4, null)]
    )
  };
}
function anyOf(effects, { why: why2, settles: settles4 }) {
  const values = effects.map(valuesOf);
  const known3 = values.flatMap((one2) => one2.values);
  if (values.some((one2) => one2.isOpen)) return { does: "sets", to: unknown(why2, settles4) };
  if (known3.length === 0) return { does: "nothing" };
  return values.some((one2) => one2.mayLeave) ? { does: "may-set", to: known3, why: why2, settles: settles4 } : { does: "sets", to: oneOf(known3, why2, settles4) };
}
function valuesOf(effect) {
  switch (effect.does) {
    case "nothing":
      return { values: [], mayLeave: true, isOpen: false };
    case "may-set":
      return { values: effect.to, mayLeave: true, isOpen: false };
    case "sets":
      return effect.to.state === "unknown" ? { values: [], mayLeave: false, isOpen: true } : { values: effect.to.state === "known" ? [effect.to] : effect.to.candidates, mayLeave: false, isOpen: false };
  }
}
function afterReboot(now, old, parameter2, owner) {
  return anyOf([old, now], untilReboot(`${parameter2.name} of the group that this plan attaches to ${owner.subject}`));
}

// lib/core/role-sources.ts
function rolesNamed(place, role) {
  return livingAt(
    place,
    place.graph.roles.filter((node) => valueOf(nameOf(node)) === role)
  );
}
function rolesAt(place) {
  return livingAt(place, place.graph.roles);
}
function livingAt({ graph, database }, roles) {
  if (roles.length === 0) return [];
  const homes = roleHomes(graph, database);
  return roles.filter((node) => livesAt(node, homes) !== "no");
}
function isNoRole(place, role) {
  return catalogsOf(place.graph, place.database).length > 0 && rolesNamed(place, role).length === 0;
}
function roleSources(graph, database, role, session = { is: "open" }) {
  const here = rolesAt({ graph, database });
  if (here.length === 0) return [];
  const homes = roleHomes(graph, database);
  const named3 = role === null ? [] : here.filter((node) => valueOf(nameOf(node)) === role);
  const isWritten2 = named3.some((node) => node.source !== "catalog");
  const nameless2 = role === null || isWritten2 ? [] : here.filter((node) => nameOf(node)?.state !== "known");
  const everyone = here.filter((node) => nameOf(node)?.state === "known" && valueOf(nameOf(node)) === null);
  const found = [...everyone, ...nameless2, ...named3].flatMap((node) => {
    const isEveryone = everyone.includes(node);
    const inDatabase = databaseOf(node);
    if (inDatabase === null)
      return [{ node, level: isEveryone ? "all-roles" : "role", doubt: doubtOf(node, homes, nameless2.includes(node)) }];
    if (session.is !== "open" && valueOf(inDatabase) !== session.name) return [];
    const doubt3 = doubtOf(node, homes, nameless2.includes(node)) ?? (session.is === "open" ? elsewhere(node) : null);
    const level2 = isEveryone ? "database" : "role-in-database";
    return [{ node, level: level2, doubt: doubt3, ...session.is === "assumed" ? { assumed: session.settles } : {} }];
  });
  return found.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || rankOf(b.node) - rankOf(a.node));
}
function databaseOf(node) {
  const inDatabase = node.settings[node.kind.role?.inDatabase ?? ""];
  return inDatabase === void 0 || inDatabase.state === "known" && inDatabase.value === null ? null : inDatabase;
}
function nameOf(node) {
  return node.settings[node.kind.role?.name ?? ""];
}
function rankOf(node) {
  return sources.indexOf(node.source);
}
function doubtOf(node, homes, isNameless) {
  if (livesAt(node, homes) !== "yes")
    return {
      why: `which database server ${node.subject} lives on cannot be told`,
      settles: "set the host of its provider from the database, or declare the role under declared.roles"
    };
  if (isNameless)
    return {
      why: `the name of ${node.subject} is not known`,
      settles: "write its name literally, or declare the role under declared.roles"
    };
  return null;
}
function elsewhere(node) {
  const name4 = String(valueOf(databaseOf(node) ?? void 0) ?? "one database");
  const role = valueOf(nameOf(node));
  const who = typeof role === "string" ? `role ${role}` : "every role";
  return {
    why: `what is set for ${who} in database ${name4} counts only for sessions there, and which database the workload uses is not declared`,
    settles: `write \`dbname:\` beside the database in the path, or set the value on the role itself`
  };
}
function livesAt(node, homes) {
  const links = node.links[node.kind.role?.database ?? ""] ?? [];
  if (links.some((link2) => link2.state === "linked" && homes.some((one2) => one2.id === link2.node))) return "yes";
  return links.length === 0 || links.some((link2) => link2.state === "named" || homes.some((one2) => mayLead(link2, one2))) ? "maybe" : "no";
}

// lib/core/session-roles.ts
function roleLevels(parameter2, context) {
  if (parameter2.context !== "user") return [];
  const carriers = context.roles.filter(({ node }) => node.kind.role?.parameters.includes(parameter2.name));
  const speaking = carriers.filter((source3) => !isOverruled(source3, carriers));
  const said2 = speaking.map((source3) => roleSays(source3, parameter2, context));
  const { role } = context;
  if (role === null || speaking.some(({ level: level2, doubt: doubt3 }) => level2 === "role" && doubt3 === null)) return said2;
  return [unshown(role, parameter2, context), ...said2];
}
function isOverruled({ node, level: level2 }, carriers) {
  if (level2 !== "role" || node.source !== "catalog") return false;
  return carriers.some((one2) => one2.level === "role" && one2.doubt === null && one2.node.source !== "catalog");
}
function unshown(role, parameter2, context) {
  if (isNoRole(context, role)) return noSuchRole(role, parameter2, context);
  const declared5 = context.graph.declared.roles[role];
  const text2 = declared5?.[parameter2.name];
  if (text2 !== void 0)
    return { does: "sets", to: parseValue(text2, parameter2, context, stepOf2(parameter2, "declared", role, text2)) };
  if (declared5 !== void 0) return { does: "nothing" };
  const unread2 = unreadCatalogOf(context.graph, context.database);
  if (unread2 !== null && isTimeout(parameter2))
    return {
      does: "sets",
      to: unknown(`${unread2.why}; so ${parameter2.name} of role ${role} is not known`, unread2.settles, [
        stepOf2(parameter2, "role", role, null)
      ])
    };
  if (context.database.source === "template" && isTimeout(parameter2))
    return {
      does: "sets",
      to: unknown(
        `no CloudFormation resource makes PostgreSQL roles, so ${parameter2.name} of role ${role} is not known`,
        `declare what ${role} sets under declared.roles (\`${role}: {}\` where it sets nothing), or read the catalog`,
        [stepOf2(parameter2, "role", role, null)]
      )
    };
  return {
    does: "nothing",
    step: {
      ...stepOf2(parameter2, "role", role, null),
      assumed: `no source shows ${parameter2.name} of role ${role}: declare its settings under declared.roles, or read the catalog`
    }
  };
}
function noSuchRole(role, parameter2, { database }) {
  if (!isTimeout(parameter2)) return { does: "nothing" };
  return {
    does: "sets",
    to: unknown(
      `the catalog of ${database.subject} has no login role ${role}, so nobody can query as ${role}`,
      `correct its name under \`roles\`, or create it and read the catalog again`,
      [stepOf2(parameter2, "role", role, null)]
    )
  };
}
function isTimeout({ name: name4 }) {
  return name4.endsWith("_timeout") && !name4.startsWith("tcp_");
}
function stepOf2(parameter2, level2, subject, text2) {
  return { level: level2, subject, attribute: parameter2.name, text: text2 };
}
function roleSays({ node, level: level2, doubt: doubt3, assumed: assumed2 }, parameter2, context) {
  const setting = node.settings[parameter2.name];
  if (setting === void 0 || setting.state === "known" && setting.value === null) {
    if (doubt3 !== null) return { does: "nothing" };
    const cite15 = setting?.from.at(-1)?.cite;
    const step3 = stepOf2(parameter2, level2, node.subject, null);
    return { does: "nothing", step: cite15 === void 0 ? step3 : { ...step3, cite: cite15 } };
  }
  const step2 = { ...stepOf2(parameter2, level2, node.subject, null), ...assumed2 === void 0 ? {} : { assumed: assumed2 } };
  const to = read(setting, step2, parameter2, context);
  if (doubt3 === null) return { does: "sets", to };
  return to.state === "known" ? { does: "may-set", to: [to], ...doubt3 } : { does: "sets", to: unknown(doubt3.why, doubt3.settles) };
}
function read(setting, step2, parameter2, context) {
  if (setting.state !== "known") return setting;
  const text2 = String(setting.value);
  const location = setting.from.at(-1)?.location;
  return parseValue(text2, parameter2, context, { ...step2, text: text2, ...location === void 0 ? {} : { location } });
}
function parseValue(text2, parameter2, context, step2) {
  const result = parsePostgresValue(text2, parameter2, versionOf(context.database));
  if (result.ok) return known(result.value, step2);
  return unknown(
    `${parameter2.name} of ${step2.subject} is "${text2}": ${result.reason}`,
    "write a value that PostgreSQL accepts",
    [step2]
  );
}

// lib/core/sql-tokens.ts
var skipped = /(?:\s+|--[^\n]*)/y;
var word = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
var number2 = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![A-Za-z0-9_$.])/y;
var plainText = /'([^']*(?:''[^']*)*)'(?!')/y;
var escapeText = /'(?:[^'\\]|\\[^]|'')*'/y;
var quotedName = /"([^"]*(?:""[^"]*)*)"(?!")/y;
var dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
function statementsOf(sql) {
  const statements = [];
  let tokens = [];
  let from = 0;
  let at3 = 0;
  const match = (expression) => {
    expression.lastIndex = at3;
    const found = expression.exec(sql);
    if (found !== null) at3 = expression.lastIndex;
    return found;
  };
  const close = () => {
    if (tokens.length > 0) statements.push({ tokens, text: sql.slice(from, at3) });
    tokens = [];
    from = at3;
  };
  while (at3 < sql.length) {
    if (match(skipped) !== null) continue;
    if (sql.startsWith("/*", at3)) {
      const end = endOfComment(sql, at3);
      if (end === null) tokens.push({ as: "other" });
      at3 = end ?? sql.length;
      continue;
    }
    if (sql[at3] === ";") {
      close();
      at3 += 1;
      continue;
    }
    tokens.push(next(sql, match, (to) => at3 = to));
  }
  close();
  return statements;
}
function next(sql, match, jump) {
  const bare = match(word);
  if (bare !== null) return afterWord(sql, bare, match, jump);
  const digits = match(number2);
  if (digits !== null) return { as: "number", text: digits[0] };
  const quoted3 = match(plainText);
  if (quoted3 !== null) return { as: "text", text: (quoted3[1] ?? "").replaceAll("''", "'") };
  const name4 = match(quotedName);
  if (name4 !== null) return { as: "name", text: (name4[1] ?? "").replaceAll('""', '"') };
  const tag = match(dollarTag);
  if (tag !== null) {
    const start = tag.index + tag[0].length;
    const end = sql.indexOf(tag[0], start);
    jump(end < 0 ? sql.length : end + tag[0].length);
    return end < 0 ? { as: "other" } : { as: "text", text: sql.slice(start, end) };
  }
  const position = match(/[^]/y)?.index ?? sql.length;
  const sign = sql[position] ?? "";
  if (sign === "'" || sign === '"') {
    jump(sql.length);
    return { as: "other" };
  }
  return /[0-9]/.test(sign) ? { as: "other" } : { as: "sign", text: sign };
}
function afterWord(sql, bare, match, jump) {
  if (sql[bare.index + bare[0].length] !== "'") return { as: "word", text: bare[0].toLowerCase() };
  const isEscape = bare[0].toLowerCase() === "e";
  const body = match(isEscape ? escapeText : plainText);
  if (body === null) jump(sql.length);
  if (body === null || !isEscape || body[0].includes("\\")) return { as: "other" };
  return { as: "text", text: body[0].slice(1, -1).replaceAll("''", "'") };
}
function endOfComment(sql, from) {
  const mark2 = /\/\*|\*\//g;
  mark2.lastIndex = from;
  let depth = 0;
  for (let found = mark2.exec(sql); found !== null; found = mark2.exec(sql)) {
    depth += found[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark2.lastIndex;
  }
  return null;
}

// lib/core/sql-settings.ts
var longest3 = 65536;
function settingsOf2(sql) {
  if (sql.length > longest3) return { parameters: table(), understood: false };
  let parameters3 = table();
  let understood = true;
  for (const statement of statementsOf(sql)) {
    const effect = read2(statement.tokens);
    if (effect.does === "sets") parameters3[effect.name] = effect.text;
    else if (effect.does === "resets") delete parameters3[effect.name];
    else if (effect.does === "resets-all") parameters3 = table();
    else if (effect.does === "unread") {
      understood = false;
      const text2 = statement.text.toLowerCase();
      for (const name4 of Object.keys(parameters3)) if (text2.includes(name4)) delete parameters3[name4];
    }
  }
  return { parameters: parameters3, understood };
}
var unread = { does: "unread" };
function read2(tokens) {
  const [verb, ...rest2] = tokens;
  if (isWord(verb, "set")) return readSet(rest2);
  const isAll = rest2.length === 1 && isWord(rest2[0], "all");
  if (isWord(verb, "discard")) return isAll ? { does: "resets-all" } : unread;
  if (!isWord(verb, "reset")) return unread;
  if (isAll) return { does: "resets-all" };
  const name4 = nameOf2(rest2);
  return name4 === null || name4.length !== rest2.length ? unread : { does: "resets", name: name4.text };
}
function readSet(tokens) {
  const isLocal = isWord(tokens[0], "local");
  const target2 = isLocal || isWord(tokens[0], "session") ? tokens.slice(1) : tokens;
  const name4 = nameOf2(target2);
  if (name4 === null) return unread;
  const equals = target2[name4.length];
  if (!isWord(equals, "to") && !(equals?.as === "sign" && equals.text === "=")) return unread;
  const value2 = target2.slice(name4.length + 1);
  const text2 = valueOf2(value2);
  if (text2 === null) return unread;
  if (isLocal) return { does: "nothing" };
  const isDefault = value2.length === 1 && isWord(value2[0], "default");
  return isDefault ? { does: "resets", name: name4.text } : { does: "sets", name: name4.text, text: text2 };
}
function isWord(token, text2) {
  return token?.as === "word" && token.text === text2;
}
function isSign(token, text2) {
  return token?.as === "sign" && token.text === text2;
}
function nameOf2(tokens) {
  const [first, dot, second] = tokens;
  if (first?.as !== "word" && first?.as !== "name") return null;
  if (!isSign(dot, ".")) return { text: first.text.toLowerCase(), length: 1 };
  if (second?.as !== "word" && second?.as !== "name") return null;
  return { text: `${first.text}.${second.text}`.toLowerCase(), length: 3 };
}
function valueOf2(tokens) {
  const texts = [];
  let at3 = 0;
  for (; ; ) {
    const isSigned = isSign(tokens[at3], "-") || isSign(tokens[at3], "+");
    const isNegative = isSign(tokens[at3], "-");
    if (isSigned) at3 += 1;
    const token = tokens[at3];
    if (token === void 0 || token.as === "sign" || token.as === "other") return null;
    if (isSigned && token.as !== "number") return null;
    texts.push(token.as === "number" ? `${isNegative ? "-" : ""}${numberText(token.text)}` : token.text);
    at3 += 1;
    if (at3 === tokens.length) return texts.join(", ");
    if (!isSign(tokens[at3], ",")) return null;
    at3 += 1;
  }
}
function numberText(text2) {
  return /^[0-9]+$/.test(text2) ? text2.replace(/^0+(?=[0-9])/, "") : text2;
}

// lib/core/session-hops.ts
function hopLevels(parameter2, context) {
  if (parameter2.context !== "user") return [];
  const below = context.hops.filter((hop) => hop.does === "terminates" && hop.key !== "client");
  return [
    ...context.hops.flatMap((hop) => optionsOf2(hop, below, parameter2, context)),
    ...below.flatMap(
      (hop) => [.../* @__PURE__ */ new Set([...hop.parts, hop.member, hop.node])].flatMap(
        (node) => initQueryOf(node.settings.init_query, node.subject, parameter2, context).map(
          (effect) => hop.partsSure || !hop.parts.includes(node) ? effect : ifPartOf(hop, node.subject, effect)
        )
      )
    ),
    ...context.hops.flatMap((hop) => setBy(hop, "session_parameters", "session", parameter2, context))
  ];
}
function ifPartOf({ node }, subject, effect) {
  if (effect.does !== "sets" || effect.to.state !== "known") return effect;
  return {
    does: "may-set",
    to: [effect.to],
    why: `no link shows whether ${subject} belongs to ${node.subject}`,
    settles: "write the name of the proxy in both places as the same fixed text, or pass a document that shows it"
  };
}
function optionsOf2(hop, below, parameter2, context) {
  const effects = setBy(hop, "startup_options", "connection-options", parameter2, context);
  if (below.some((one2) => one2.node.kind.hop?.startupOptions === "refused")) return [];
  const dropper = below.find((one2) => one2.node.kind.hop?.startupOptions === "may-drop");
  if (dropper === void 0) return effects;
  return effects.map((effect) => {
    const to = effect.does === "sets" ? candidates(effect.to) : null;
    return to === null ? effect : {
      does: "may-set",
      to,
      why: `${dropper.node.subject} may drop startup options`,
      settles: `set ${parameter2.name} on the role instead`
    };
  });
}
function setBy(hop, setting, level2, parameter2, context) {
  const written7 = hop.node.settings[setting];
  if (written7 === void 0) return [];
  const stepOf3 = (text2, from) => ({
    level: level2,
    subject: valueOwner(from) ?? hop.node.subject,
    attribute: parameter2.name,
    text: text2,
    ...placeOf(from)
  });
  if (written7.state === "unknown")
    return [{ does: "sets", to: unknown(written7.why, written7.settles, [stepOf3(null, written7)]) }];
  const ways2 = written7.state === "known" ? [written7] : written7.candidates;
  const texts = ways2.flatMap((way) => {
    const text2 = textIn(way.value, parameter2.name);
    return text2 === void 0 ? [] : [parseValue(text2, parameter2, context, stepOf3(text2, way))];
  });
  const first = texts[0];
  if (first === void 0) return [];
  if (written7.state === "known") return [{ does: "sets", to: first }];
  const { why: why2, settles: settles4 } = written7;
  const open3 = texts.find((one2) => one2.state !== "known");
  if (open3 !== void 0) return [{ does: "sets", to: open3 }];
  const set2 = texts.filter((one2) => one2.state === "known");
  return [
    texts.length === ways2.length ? { does: "sets", to: oneOf(set2, why2, settles4) } : { does: "may-set", to: set2, why: why2, settles: settles4 }
  ];
}
function valueOwner(setting) {
  const last = setting.state === "known" ? setting.from.at(-1) : void 0;
  return last?.level === "connection-options" ? last.subject : void 0;
}
function textIn(parameters3, name4) {
  if (parameters3 === void 0 || parameters3 === null || typeof parameters3 !== "object" || Array.isArray(parameters3))
    return void 0;
  const value2 = Object.hasOwn(parameters3, name4) ? parameters3[name4] : void 0;
  return typeof value2 === "string" || typeof value2 === "number" || typeof value2 === "boolean" ? String(value2) : void 0;
}
function initQueryOf(setting, subject, parameter2, context) {
  if (setting === void 0) return [];
  const step2 = (text3) => ({
    level: "init-query",
    subject,
    attribute: parameter2.name,
    text: text3,
    ...placeOf(setting)
  });
  if (setting.state !== "known") return [{ does: "sets", to: unknown(setting.why, setting.settles, [step2(null)]) }];
  if (typeof setting.value !== "string") return [];
  const { parameters: parameters3, understood } = settingsOf2(setting.value);
  const text2 = parameters3[parameter2.name];
  if (text2 !== void 0) return [{ does: "sets", to: parseValue(text2, parameter2, context, step2(text2)) }];
  if (understood || !setting.value.toLowerCase().includes(parameter2.name)) return [];
  const why2 = `the init query of ${subject} mentions ${parameter2.name} in a way that is not read`;
  return [{ does: "sets", to: unknown(why2, "write it as SET name = value", [step2(null)]) }];
}
function placeOf(setting) {
  const location = setting?.state === "one-of" ? void 0 : setting?.from.at(-1)?.location;
  return location === void 0 ? {} : { location };
}

// lib/core/session-database.ts
var systemDatabases = ["postgres", "template0", "template1", "rdsadmin"];
function sessionDatabase(graph, database, hops) {
  const declared5 = hops.find((hop) => hop.member === database && hop.dbname !== void 0)?.dbname;
  if (declared5 !== void 0) return { is: "declared", name: declared5 };
  const catalogs = catalogsOf(graph, database);
  const own2 = [...new Set(catalogs.flatMap(databasesIn))].filter((name5) => !systemDatabases.includes(name5));
  const read5 = [...new Set(catalogs.flatMap((one2) => textOf2(one2)))];
  const [name4, second] = own2.length === 0 ? read5 : own2.length === 1 ? own2 : read5.filter((one2) => own2.includes(one2));
  if (name4 === void 0 || second !== void 0 || own2.length > 1 && read5.length > 1) return { is: "open" };
  return {
    is: "assumed",
    name: name4,
    settles: `write \`dbname: ${name4}\` beside ${database.subject} in the path, or the database that it uses`
  };
}
function textOf2(catalog) {
  const name4 = valueOf(catalog.settings.dbname);
  return typeof name4 === "string" ? [name4] : [];
}

// lib/core/session-running.ts
var serverSources = ["default", "environment variable", "configuration file", "command line"];
function runningLevels(parameter2, context) {
  const { graph, database } = context;
  const does = strength(database.source);
  if (does === null) return [];
  return catalogsRunBy(graph, database).flatMap((catalog) => {
    const row2 = runningParameters(catalog).find((one2) => one2.name === parameter2.name);
    if (row2 === void 0) return [];
    if (!serverSources.includes(row2.source)) return hidden2(parameter2, context);
    const text2 = `${effective(row2, parameter2)}${row2.unit === null ? "" : ` ${row2.unit}`}`;
    const step2 = {
      level: "server",
      subject: catalog.subject,
      attribute: parameter2.name,
      text: text2,
      ...catalog.location === void 0 ? {} : { location: catalog.location }
    };
    return [{ does, to: parseValue(text2, parameter2, context, step2) }];
  });
}
function hidden2(parameter2, { database, spec }) {
  const declared5 = textIn(valueOf(database.settings.server_parameters), parameter2.name);
  if (spec.groups.length > 0 || declared5 !== void 0) return [];
  const why2 = `the login that read the catalog of ${database.subject} has its own ${parameter2.name}, which hides the server's`;
  const settles4 = `read the catalog with a login that has no ${parameter2.name} of its own, or declare it in the settings of ${database.subject}`;
  const step2 = { level: "server", subject: database.subject, attribute: parameter2.name, text: null };
  return [{ does: "sets", to: unknown(why2, settles4, [step2]) }];
}
function strength(source3) {
  if (source3 === "account" || source3 === "configuration") return "sets";
  return source3 === "state" ? "settles" : null;
}
function effective(row2, { zero }) {
  return zero === "system" && row2.setting !== "0" ? row2.setting : row2.resetVal;
}

// lib/core/session.ts
function sessionOf(graph, database, hops, role) {
  const spec = database.kind.session;
  if (spec === void 0) return table();
  const roles = roleSources(graph, database, role, sessionDatabase(graph, database, hops));
  const context = { graph, database, hops, role, roles, spec };
  return table(Object.values(spec.parameters).map((parameter2) => [parameter2.name, effective2(parameter2, context)]));
}
function effective2(parameter2, context) {
  if (isTooOld(parameter2, context.database)) return engineDefault(parameter2, context);
  const levels3 = [
    ...serverLevels(parameter2, context),
    ...groupLevels(parameter2, context),
    ...runningLevels(parameter2, context),
    ...roleLevels(parameter2, context),
    ...hopLevels(parameter2, context)
  ];
  let current = engineDefault(parameter2, context);
  for (const level2 of levels3) current = apply(current, level2);
  return current;
}
function serverLevels(parameter2, context) {
  const { database } = context;
  const text2 = textIn(valueOf(database.settings.server_parameters), parameter2.name);
  if (text2 === void 0) return [];
  const step2 = { level: "declared", subject: database.subject, attribute: parameter2.name, text: text2 };
  return [{ does: "sets", to: parseValue(text2, parameter2, context, step2) }];
}
function isTooOld(parameter2, database) {
  const version2 = versionOf(database);
  return version2 !== null && version2 < parameter2.since;
}
function engineDefault(parameter2, context) {
  const { database, spec } = context;
  if (isTooOld(parameter2, database))
    return known(null, {
      level: "default",
      subject: `PostgreSQL ${String(versionOf(database))}`,
      attribute: parameter2.name,
      text: null,
      cite: `${parameter2.name} exists from PostgreSQL ${String(parameter2.since)} on`
    });
  const flavour2 = typeof spec.flavour === "function" ? spec.flavour(database.settings) : spec.flavour;
  const value2 = parameter2.defaults[flavour2];
  return known(value2.value, {
    level: "default",
    subject: flavourTitles[flavour2],
    attribute: parameter2.name,
    text: value2.value === null ? "0" : String(value2.value),
    cite: value2.cite,
    ...value2.unverified ? { unverified: true } : {}
  });
}
var flavourTitles = { rds: "RDS for PostgreSQL", aurora: "Aurora PostgreSQL", vanilla: "PostgreSQL" };
function apply(current, level2) {
  if (level2.does === "nothing") return level2.step === void 0 ? current : withStep(current, level2.step);
  const before = provenanceOf(current);
  if (level2.does === "sets") return prefixed(level2.to, before);
  if (level2.does === "settles") return current.state === "unknown" ? prefixed(level2.to, before) : current;
  if (level2.does === "waits") return waiting(current, level2);
  if (current.state === "unknown") return current;
  const others3 = current.state === "known" ? [current] : current.candidates;
  const set2 = level2.to.map((one2) => ({ ...one2, from: [...before, ...one2.from] }));
  return oneOf([...others3, ...set2], level2.why, level2.settles);
}
function waiting(current, { to, why: why2, settles: settles4, until }) {
  const before = provenanceOf(current);
  return to.state === "known" && current.state === "known" && to.value === current.value ? prefixed({ ...to, from: [...to.from, until] }, before) : unknown(why2, settles4, [...before, ...provenanceOf(to)]);
}
function withStep(setting, step2) {
  if (setting.state === "one-of")
    return { ...setting, candidates: setting.candidates.map((one2) => ({ ...one2, from: [...one2.from, step2] })) };
  return { ...setting, from: [...setting.from, step2] };
}
function prefixed(setting, before) {
  if (setting.state === "known") return { ...setting, from: [...before, ...setting.from] };
  if (setting.state === "unknown")
    return unknown(setting.why, setting.settles, [...before, ...setting.from], setting.bounds);
  return { ...setting, candidates: setting.candidates.map((one2) => ({ ...one2, from: [...before, ...one2.from] })) };
}

// lib/core/timeline.ts
function runPath(graph, workload2, path, role) {
  const database = path.database;
  const session = database === null ? table() : sessionOf(graph, database.member, path.hops, role);
  const pauses = pausesOf(path);
  const rows = path.legs.flatMap((leg) => {
    const probes = probesOf(leg, session);
    const whose = pauses.get(leg.index) ?? "client";
    return hopsOn(path, leg).flatMap(
      (hop) => timersOf(graph, path, hop, session).filter(({ timer }) => homeOf2(path, leg, hop, timer) === leg).filter(({ timer }) => timer.phase !== "pause" || runsInPauses(timer, leg, whose)).map(({ timer }) => ({
        judgement: temperedBy(whose, judge({ timer, hop, leg, path, workload: workload2, probes })),
        hop,
        leg
      }))
    );
  });
  return { workload: workload2, path, role, session, rows: rows.filter(({ judgement }) => isJudged(judgement)) };
}
function hopsOn(path, leg) {
  return path.client !== null && leg.callerEnd === path.client ? [path.client, ...leg.hops] : leg.hops;
}
function homeOf2(path, leg, hop, timer) {
  if (hop !== path.client) return leg;
  const above = path.legs.find((one2) => one2.serverEnd === hop);
  const below = path.legs.find((one2) => one2.callerEnd === hop);
  return timer.class === "request-cap" || timer.class === "drain" ? above ?? below : below ?? above;
}
function isJudged(judgement) {
  return judgement.demand !== null || judgement.timer.class === "life-cap" && judgement.timer.uncertain === null;
}

// lib/core/workload-roles.ts
function rolesOf(graph, workload2, path) {
  const database = path.database?.member;
  if (database === void 0) return [null];
  const inView = rolesAt({ graph, database }).flatMap((node) => {
    const name4 = valueOf(node.settings[node.kind.role?.name ?? ""]);
    return typeof name4 === "string" ? [name4] : [];
  });
  const all = [.../* @__PURE__ */ new Set([...inView, ...Object.keys(graph.declared.roles)])];
  if (workload2.roles.length === 0) return workload2.path === "every-timer" ? [null, ...all] : [null];
  const chosen = workload2.roles.flatMap((pattern) => {
    if (!isGlob(pattern)) return [pattern];
    const matching3 = all.filter((name4) => matchesGlob(pattern, name4));
    return matching3.length > 0 ? matching3 : [pattern];
  });
  return [...new Set(chosen)];
}

// lib/core/runs.ts
function runWorkload(graph, workload2) {
  const { paths, problems } = pathsOf(graph, workload2);
  const runs = paths.flatMap(
    (path) => rolesOf(graph, workload2, path).map((role) => runPath(graph, workload2, path, role))
  );
  return { workload: workload2, runs, problems };
}
function pathsOf(graph, workload2) {
  if (workload2.path === null) return assumedPaths(graph, workload2);
  if (workload2.path === "every-timer") return everyTimerPaths(graph, workload2);
  return declaredPaths(graph, workload2, workload2.path);
}

// lib/kinds/_sources.ts
function api(service, version2) {
  return `https://github.com/boto/botocore/blob/develop/botocore/data/${service}/${version2}/service-2.json`;
}
function provider(page4) {
  return `https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/${page4}.html.markdown`;
}
function manual(page4, version2 = "current") {
  return `https://www.postgresql.org/docs/${version2}/${page4}.html`;
}
var elbApi = api("elbv2", "2015-12-01");
var classicElbApi = api("elb", "2012-06-01");
var rdsApi = api("rds", "2014-10-31");
var firewallApi = api("network-firewall", "2020-11-12");
var ecsApi = api("ecs", "2014-11-13");
var ec2Api = api("ec2", "2016-11-15");
var albTroubleshooting = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html";
var nlbGuide = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html";
var nlbIdleTimeout = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/update-idle-timeout.html";
var gwlbIdleTimeout = "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/update-idle-timeout.html";
var nlbTargetGroups = "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html";
var nlbUnhealthyDraining = "https://repost.aws/articles/ARRGfqON8OTXeENJAkkYJJcg";
var classicIdleTimeout = "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-idle-timeout.html";
var classicDraining = "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html";
var natTroubleshooting = "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html";
var longTcp = "https://aws.amazon.com/blogs/networking-and-content-delivery/implementing-long-running-tcp-connections-within-vpc-networking/";
var deadConnections = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.DeadConnectionHandling.html";
var proxyConnections = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html";
var recordedParameters = "https://github.com/cloud-custodian/cloud-custodian/tree/main/tests/data/placebo/test_rds_param_filter";
var auroraParameters = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Reference.ParameterGroups.html";
var pgbouncer = "https://github.com/pgbouncer/pgbouncer/blob/master/doc/config.md";
var linuxTcp = "https://docs.kernel.org/networking/ip-sysctl.html";
var roleProvider = "https://github.com/cyrilgdn/terraform-provider-postgresql/blob/main/postgresql/resource_postgresql_role.go";
var beanstalkOptions = "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html";
var appRunnerGuide = "https://docs.aws.amazon.com/apprunner/latest/dg/develop.html";
var lambdaApi = api("lambda", "2015-03-31");
var restApi = api("apigateway", "2015-07-09");
var httpApi = api("apigatewayv2", "2018-11-29");
var cloudFrontApi = api("cloudfront", "2020-05-31");
var latticeApi = api("vpc-lattice", "2022-11-30");
var restStreaming = "https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html";
var apiTimeouts = "https://repost.aws/knowledge-center/api-gateway-504-errors";
var appSyncQuotas = "https://docs.aws.amazon.com/general/latest/gr/appsync.html";
var cloudFrontTimeouts = "https://repost.aws/knowledge-center/cloudfront-custom-origin-response";
var latticeServices = "https://docs.aws.amazon.com/vpc-lattice/latest/ug/services.html";
var globalAccelerator = "https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html";
var serviceConnectDefaults = "https://zenn.dev/moozaru/articles/3072f571f7d48f";

// lib/kinds/_kind.ts
function defineKind(kind) {
  const { hop } = kind;
  return {
    ...kind,
    settings: table(Object.entries(kind.settings)),
    links: table(Object.entries(kind.links)),
    ...hop?.inline === void 0 ? {} : { hop: { ...hop, inline: table(Object.entries(hop.inline)) } }
  };
}
function attribute(as, terraform, page4, cloudformation, account2 = cloudformation) {
  return {
    as,
    terraform,
    ...cloudformation === void 0 ? {} : { cloudformation },
    ...account2 === void 0 ? {} : { account: account2 },
    cite: provider(page4)
  };
}

// lib/kinds/accelerator.ts
var cite = `"The timeout is 340 seconds for TCP connections", not customizable, ${globalAccelerator}`;
var accelerator_default = defineKind({
  name: "accelerator",
  title: "Global Accelerator",
  terraform: { types: ["aws_globalaccelerator_accelerator"], names: ["id", "arn", "name", "dns_name"] },
  cloudformation: { types: ["AWS::GlobalAccelerator::Accelerator"], names: [] },
  settings: { idle_timeout: { as: "seconds", fixed: () => ({ value: 340, cite }), cite } },
  links: {},
  timers: [
    {
      name: "accelerator.idle_timeout",
      class: "data-idle",
      phases: ["query", "pause"],
      value: { setting: "idle_timeout" },
      expiry: "orderly-close",
      cite: `"requires that you send a packet with a minimum of one byte of data ... You cannot use TCP keep-alive packets to maintain an open connection." ${globalAccelerator}`
    }
  ],
  // It ends TCP at the edge, in front of an Application or a Network Load Balancer alike.
  hop: { key: "accelerator", side: "either", does: "terminates", inline: {} }
});

// lib/kinds/_balancer-type.ts
function balancerOf(type) {
  return {
    terraform: { types: ["aws_lb", "aws_alb"], when: isOf(type, "load_balancer_type"), names: ["name", "arn"] },
    cloudformation: { types: ["AWS::ElasticLoadBalancingV2::LoadBalancer"], when: isOf(type, "Type"), names: ["Name"] },
    account: {
      types: ["elasticloadbalancing:loadbalancer"],
      when: ({ Type }) => typeof Type === "string" ? Type === type : null,
      names: ["LoadBalancerName", "LoadBalancerArn"]
    }
  };
}
function isOf(type, attribute2) {
  return (attributes) => {
    const value2 = attribute2 in attributes ? attributes[attribute2] : null;
    if (value2 === void 0) return null;
    return (value2 === null || value2 === "" ? "application" : value2) === type;
  };
}

// lib/kinds/alb.ts
var alb_default = defineKind({
  name: "alb",
  title: "Application Load Balancer",
  ...balancerOf("application"),
  settings: {
    idle_timeout: {
      as: "seconds",
      terraform: "idle_timeout",
      cloudformation: "LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value",
      account: "LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value",
      default: { value: 60, cite: `"The default is 60 seconds." ${elbApi}` },
      range: { min: 1, max: 4e3, cite: `"The valid range is 1-4000 seconds." ${elbApi}` },
      cite: `LoadBalancerAttribute idle_timeout.timeout_seconds, ${elbApi}`
    }
  },
  links: {},
  timers: [
    {
      name: "alb.idle_timeout",
      class: "data-idle",
      phases: ["query"],
      value: { setting: "idle_timeout" },
      expiry: "http-504",
      cite: `"the target did not respond before the idle timeout period elapsed" (504); "Sending a TCP keep-alive does not prevent this timeout." ${albTroubleshooting}`
    }
  ],
  hop: {
    key: "alb",
    side: "request",
    does: "terminates",
    // Its listeners run no timer of their own, so none of them stands for it; they belong to it all the same.
    members: [{ kind: "listener", link: "load_balancer", use: () => false }],
    parts: "behind-listener",
    inline: {
      idleTimeout: {
        setting: "idle_timeout",
        as: "duration",
        description: "How long the load balancer waits for a byte before it answers HTTP 504; 60 s unless declared."
      }
    }
  }
});

// lib/kinds/_keepalive.ts
function keepaliveSettings(cite15, defaults2 = null) {
  const withDefault = (value2) => value2 === void 0 ? {} : { default: value2 };
  return {
    keepalive_idle: { as: "seconds", cite: cite15, ...withDefault(defaults2?.idle) },
    keepalive_interval: { as: "seconds", cite: cite15, ...withDefault(defaults2?.interval) },
    keepalive_count: { as: "number", cite: cite15, ...withDefault(defaults2?.count) }
  };
}
var keepaliveKey = {
  setting: "keepalive_idle",
  as: "keepalive",
  description: "TCP keepalive of its connections: idle time before the first probe, interval, count."
};
var linuxKeepalive = {
  idle: { value: 7200, cite: `tcp_keepalive_time: "Default: 2hours" ${linuxTcp}` },
  interval: { value: 75, cite: `tcp_keepalive_intvl: "Default value: 75sec" ${linuxTcp}` },
  count: { value: 9, cite: `tcp_keepalive_probes: "Default value: 9" ${linuxTcp}` }
};

// lib/kinds/drivers/_driver.ts
var libpqConnect = manual("libpq-connect");
var libuvKeepalive = "TCP_KEEPINTVL 1, TCP_KEEPCNT 10, https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay, https://github.com/libuv/libuv/blob/v1.x/src/unix/tcp.c";
function defineDriver(driver) {
  return {
    ...driver,
    parameters: table(Object.entries(driver.parameters)),
    variables: table(Object.entries(driver.variables))
  };
}
function others(cite15, ...names2) {
  return Object.fromEntries(names2.map((name4) => [name4, { as: "other", cite: cite15 }]));
}
function sentToServer(cite15) {
  const sent = (as, ...names2) => names2.map((name4) => [name4, { as, sends: name4, cite: cite15 }]);
  return {
    ...Object.fromEntries([
      ...sent("milliseconds", "statement_timeout", "transaction_timeout", "lock_timeout", "idle_session_timeout"),
      ...sent("milliseconds", "idle_in_transaction_session_timeout", "client_connection_check_interval"),
      // The server's end of the connection, whatever a client's library means by this name.
      ...sent("milliseconds", "tcp_user_timeout"),
      ...sent("seconds", "tcp_keepalives_idle", "tcp_keepalives_interval"),
      ...sent("number", "tcp_keepalives_count")
    ]),
    ...others(cite15, ...sessionNames),
    options: { as: "options", cite: cite15 }
  };
}
var sessionNames = [
  "application_name",
  "bytea_output",
  "client_encoding",
  "client_min_messages",
  "datestyle",
  "DateStyle",
  "default_transaction_isolation",
  "default_transaction_read_only",
  "extra_float_digits",
  "geqo",
  "IntervalStyle",
  "jit",
  "plan_cache_mode",
  "replication",
  "role",
  "search_path",
  "standard_conforming_strings",
  "synchronous_commit",
  "timezone",
  "TimeZone",
  "work_mem"
];
function off(attribute2, cite15, inProgram4) {
  return { value: null, attribute: attribute2, cite: cite15, ...inProgram4 === void 0 ? {} : { inProgram: inProgram4 } };
}
function ofSystem(attribute2, cite15, more = {}) {
  return { value: "system", attribute: attribute2, cite: cite15, ...more };
}

// lib/kinds/drivers/_asyncpg.ts
var asyncpgUtils = "https://github.com/MagicStack/asyncpg/blob/master/asyncpg/connect_utils.py";
var noOption = `the socket gets TCP_NODELAY and nothing else, ${asyncpgUtils}`;
var inProgram = '`SO_KEEPALIVE` on the socket of each connection, in the `init` of `create_pool()`; or probes from the other end: `server_settings={"tcp_keepalives_idle": "60"}`';
var asyncpgDefaults = {
  keepalive_on: { value: false, attribute: "keepalive", cite: noOption, inProgram },
  keepalive_idle: ofSystem("idle time of keepalive", noOption, { inProgram }),
  keepalive_interval: ofSystem("interval of keepalive", noOption, { inProgram }),
  keepalive_count: ofSystem("count of keepalive", noOption, { inProgram }),
  tcp_user_timeout: off("tcp_user_timeout", noOption, inProgram),
  read_timeout: off("read timeout", `no such argument, ${asyncpgUtils}`),
  query_timeout: off("query timeout", `command_timeout cancels, ${asyncpgUtils}`),
  command_timeout: off(
    "command_timeout",
    `None, https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.connection.connect`,
    "`command_timeout=` in `connect()` or `create_pool()`"
  )
};

// lib/kinds/drivers/asyncpg.ts
var asyncpg_default = defineDriver({
  name: "asyncpg",
  title: "asyncpg",
  forms: ["url", "variables"],
  schemes: ["postgresql", "postgres"],
  runtimes: ["python"],
  names: "exact",
  parameters: {
    ...sentToServer(asyncpgUtils),
    ...others(
      asyncpgUtils,
      "database",
      "dbname",
      "gsslib",
      "host",
      "krbsrvname",
      "passfile",
      "password",
      "port",
      "service",
      "ssl_max_protocol_version",
      "ssl_min_protocol_version",
      "sslcert",
      "sslcrl",
      "sslkey",
      "sslmode",
      "sslnegotiation",
      "sslpassword",
      "sslrootcert",
      "target_session_attrs",
      "user"
    )
  },
  variables: {
    PGHOST: "host",
    PGPORT: "port",
    PGDATABASE: "database",
    PGUSER: "user",
    PGPASSWORD: "password",
    PGPASSFILE: "passfile",
    PGSERVICE: "service",
    PGSSLMODE: "sslmode",
    PGSSLCERT: "sslcert",
    PGSSLKEY: "sslkey",
    PGSSLROOTCERT: "sslrootcert",
    PGTARGETSESSIONATTRS: "target_session_attrs"
  },
  others: { become: "sent", cite: `what is left of the query becomes server_settings, ${asyncpgUtils}` },
  defaults: asyncpgDefaults
});

// lib/kinds/drivers/asyncpg-sqlalchemy.ts
var dialect = "https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/dialects/postgresql/asyncpg.py";
var connect = "https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.connection.connect";
var asyncpg_sqlalchemy_default = defineDriver({
  name: "asyncpg-sqlalchemy",
  title: "asyncpg behind SQLAlchemy",
  forms: ["url"],
  schemes: ["postgresql+asyncpg"],
  runtimes: ["python"],
  names: "exact",
  parameters: {
    command_timeout: { as: "seconds", sets: "command_timeout", cite: `${connect}; ${dialect}` },
    ...others(
      `${connect}; ${dialect}`,
      "async_fallback",
      "database",
      "direct_tls",
      "host",
      "krbsrvname",
      "gsslib",
      "max_cacheable_statement_size",
      "max_cached_statement_lifetime",
      "passfile",
      "password",
      "port",
      "prepared_statement_cache_size",
      "service",
      "servicefile",
      "ssl",
      "statement_cache_size",
      "target_session_attrs",
      "timeout",
      "user"
    )
  },
  variables: {},
  others: { become: "refused", cite: `"connect() got an unexpected keyword argument", ${dialect}` },
  defaults: asyncpgDefaults
});

// lib/kinds/drivers/_go.ts
var dial = "https://github.com/golang/go/blob/master/src/net/dial.go";
var inProgram2 = "`KeepAliveConfig` of the `net.Dialer` that the program gives to the driver";
function goDefaults(source3) {
  const ofDialer = (value2, attribute2, constant) => ({
    value: value2,
    attribute: `${attribute2} of net.Dialer`,
    cite: `${constant}, ${dial}; used as it is, ${source3}`,
    inProgram: inProgram2
  });
  const byContext = `only the deadline of a context ends a query, ${source3}`;
  return {
    keepalive_on: ofDialer(true, "KeepAlive", "enabled by default"),
    keepalive_idle: ofDialer(15, "KeepAlive", "defaultTCPKeepAliveIdle = 15 * time.Second"),
    keepalive_interval: ofDialer(15, "KeepAlive", "defaultTCPKeepAliveInterval = 15 * time.Second"),
    keepalive_count: ofDialer(9, "KeepAlive count", "defaultTCPKeepAliveCount = 9"),
    tcp_user_timeout: off(
      "tcp_user_timeout",
      `no such key, and in a connection string the server's own parameter, ${source3}`
    ),
    read_timeout: off("read timeout", byContext),
    query_timeout: off("query timeout", byContext),
    command_timeout: off("command timeout", byContext)
  };
}

// lib/kinds/drivers/lib-pq.ts
var connector = "https://github.com/lib/pq/blob/master/connector.go";
var lib_pq_default = defineDriver({
  name: "lib-pq",
  title: "lib/pq (Go)",
  forms: ["url", "keywords", "variables"],
  schemes: ["postgresql", "postgres"],
  runtimes: ["go", "provided"],
  names: "exact",
  parameters: {
    ...sentToServer(connector),
    ...others(
      connector,
      "binary_parameters",
      "connect_timeout",
      "database",
      "dbname",
      "disable_prepared_binary_result",
      "fallback_application_name",
      "host",
      "hostaddr",
      "krbspn",
      "krbsrvname",
      "load_balance_hosts",
      "max_protocol_version",
      "min_protocol_version",
      "passfile",
      "password",
      "port",
      "service",
      "ssl_max_protocol_version",
      "ssl_min_protocol_version",
      "sslcert",
      "sslinline",
      "sslkey",
      "sslmode",
      "sslnegotiation",
      "sslrootcert",
      "sslsni",
      "target_session_attrs",
      "tz",
      "user"
    )
  },
  variables: {
    PGOPTIONS: "options",
    PGHOST: "host",
    PGHOSTADDR: "hostaddr",
    PGPORT: "port",
    PGDATABASE: "dbname",
    PGUSER: "user",
    PGPASSWORD: "password",
    PGPASSFILE: "passfile",
    PGSERVICE: "service",
    PGAPPNAME: "application_name",
    PGCONNECT_TIMEOUT: "connect_timeout",
    PGCLIENTENCODING: "client_encoding",
    PGDATESTYLE: "datestyle",
    PGGEQO: "geqo",
    PGSSLMODE: "sslmode",
    PGSSLNEGOTIATION: "sslnegotiation",
    PGSSLCERT: "sslcert",
    PGSSLKEY: "sslkey",
    PGSSLROOTCERT: "sslrootcert",
    PGTARGETSESSIONATTRS: "target_session_attrs",
    PGLOADBALANCEHOSTS: "load_balance_hosts",
    PGTZ: "tz"
  },
  others: {
    become: "sent",
    cite: `"any unrecognized parameter in the DSN will be added to this and sent to PostgreSQL" ${connector}`
  },
  defaults: goDefaults(connector)
});

// lib/kinds/drivers/libpq.ts
var cite2 = libpqConnect;
var none = `no such parameter in the list of them, ${libpqConnect}`;
var libpq = {
  name: "libpq",
  title: "libpq (psql, psycopg 2 and 3, Ruby pg, PHP)",
  forms: ["url", "keywords", "variables"],
  // SQLAlchemy hands the query of the URL to the driver: https://docs.sqlalchemy.org/en/20/dialects/postgresql.html.
  schemes: [
    "postgresql",
    "postgres",
    "postgresql+psycopg2",
    "postgresql+psycopg",
    "postgresql+psycopg_async",
    "postgresql+psycopg2cffi"
  ],
  runtimes: ["python", "ruby", "provided"],
  names: "exact",
  parameters: {
    keepalives: { as: "switch", sets: "keepalive_on", cite: cite2 },
    // 0 is the system's value by the manual; Linux refuses to be told so, and libpq (15 to 18) does not connect.
    keepalives_idle: { as: "seconds", sets: "keepalive_idle", zero: "system", cite: cite2 },
    keepalives_interval: { as: "seconds", sets: "keepalive_interval", zero: "system", cite: cite2 },
    keepalives_count: { as: "number", sets: "keepalive_count", zero: "system", cite: cite2 },
    tcp_user_timeout: { as: "milliseconds", sets: "tcp_user_timeout", zero: "off", cite: cite2 },
    options: { as: "options", cite: cite2 },
    ...others(
      cite2,
      "application_name",
      "channel_binding",
      "client_encoding",
      "connect_timeout",
      "dbname",
      "fallback_application_name",
      "gssdelegation",
      "gssencmode",
      "gsslib",
      "host",
      "hostaddr",
      "krbsrvname",
      "load_balance_hosts",
      "max_protocol_version",
      "min_protocol_version",
      "oauth_client_id",
      "oauth_client_secret",
      "oauth_issuer",
      "oauth_scope",
      "passfile",
      "password",
      "port",
      "replication",
      "require_auth",
      "requirepeer",
      "requiressl",
      "scram_client_key",
      "scram_server_key",
      "service",
      "servicefile",
      "ssl",
      "ssl_max_protocol_version",
      "ssl_min_protocol_version",
      "sslcert",
      "sslcertmode",
      "sslcompression",
      "sslcrl",
      "sslcrldir",
      "sslkey",
      "sslkeylogfile",
      "sslmode",
      "sslnegotiation",
      "sslpassword",
      "sslrootcert",
      "sslsni",
      "target_session_attrs",
      "user"
    )
  },
  // There is none for keepalive, which only a connection string can set: https://www.postgresql.org/docs/current/libpq-envars.html.
  variables: {
    PGOPTIONS: "options",
    PGHOST: "host",
    PGHOSTADDR: "hostaddr",
    PGPORT: "port",
    PGDATABASE: "dbname",
    PGUSER: "user",
    PGPASSWORD: "password",
    PGPASSFILE: "passfile",
    PGSERVICE: "service",
    PGSERVICEFILE: "servicefile",
    PGAPPNAME: "application_name",
    PGCONNECT_TIMEOUT: "connect_timeout",
    PGCLIENTENCODING: "client_encoding",
    PGCHANNELBINDING: "channel_binding",
    PGSSLMODE: "sslmode",
    PGSSLNEGOTIATION: "sslnegotiation",
    PGSSLCERT: "sslcert",
    PGSSLKEY: "sslkey",
    PGSSLROOTCERT: "sslrootcert",
    PGTARGETSESSIONATTRS: "target_session_attrs",
    PGLOADBALANCEHOSTS: "load_balance_hosts"
  },
  others: { become: "refused", cite: `"invalid URI query parameter", "invalid connection option", ${libpqConnect}` },
  defaults: {
    keepalive_on: {
      value: true,
      attribute: "keepalives",
      cite: `"The default value is 1, meaning on" ${libpqConnect}`
    },
    keepalive_idle: ofSystem("keepalives_idle", `"A value of zero uses the system default" ${libpqConnect}`),
    keepalive_interval: ofSystem("keepalives_interval", `"A value of zero uses the system default" ${libpqConnect}`),
    keepalive_count: ofSystem("keepalives_count", `"A value of zero uses the system default" ${libpqConnect}`),
    tcp_user_timeout: off("tcp_user_timeout", `"A value of zero uses the system default" ${libpqConnect}`),
    read_timeout: off("read timeout", none),
    query_timeout: off("query timeout", none),
    command_timeout: off("command timeout", none)
  }
};
var libpq_default = defineDriver(libpq);

// lib/kinds/drivers/npgsql.ts
var manual2 = "https://www.npgsql.org/doc/connection-string-parameters.html";
var connector2 = "https://github.com/npgsql/npgsql/blob/main/src/Npgsql/Internal/NpgsqlConnector.cs";
var npgsql_default = defineDriver({
  name: "npgsql",
  title: "Npgsql",
  forms: ["ado"],
  schemes: [],
  runtimes: ["dotnet"],
  names: "any-case-and-spaces",
  parameters: {
    "Tcp Keepalive": { as: "switch", sets: "keepalive_on", cite: `${manual2}, ${connector2}` },
    "Tcp Keepalive Time": {
      as: "seconds",
      sets: "keepalive_idle",
      zero: "system",
      switchesOn: true,
      cite: `timeSeconds, ${connector2}`
    },
    "Tcp Keepalive Interval": {
      as: "seconds",
      sets: "keepalive_interval",
      zero: "system",
      cite: `intervalSeconds, which needs a Tcp Keepalive Time, ${connector2}`
    },
    "Command Timeout": {
      as: "seconds",
      sets: "command_timeout",
      zero: "off",
      cite: `"Set to zero for infinity" ${manual2}`
    },
    Options: { as: "options", cite: manual2 },
    // A ping of its own, between queries only: "it cannot be used during query processing", https://www.npgsql.org/doc/keepalive.html.
    ...others(manual2, "Keepalive"),
    ...others(
      manual2,
      "Application Name",
      "Array Nullability Mode",
      "Auto Prepare Min Usages",
      "Cancellation Timeout",
      "Channel Binding",
      "Check Certificate Revocation",
      "Client Encoding",
      "Connection Idle Lifetime",
      "Connection Lifetime",
      "Connection Pruning Interval",
      "Database",
      "DB",
      "EF Admin Database",
      "EF Template Database",
      "Encoding",
      "Enlist",
      "GSS Encryption Mode",
      "Host",
      "Host Recheck Seconds",
      "Include Error Detail",
      "Include Failed Batched Command",
      "Include Realm",
      "Integrated Security",
      "Internal Command Timeout",
      "Kerberos Service Name",
      "Load Balance Hosts",
      "Load Table Composites",
      "Log Parameters",
      "Max Auto Prepare",
      "Max Pool Size",
      "Maximum Pool Size",
      "Min Pool Size",
      "Minimum Pool Size",
      "Multiplexing",
      "No Reset On Close",
      "Passfile",
      "Password",
      "Persist Security Info",
      "Pooling",
      "Port",
      "PSW",
      "PWD",
      "Read Buffer Size",
      "Replication Mode",
      "Require Auth",
      "Root Certificate",
      "Search Path",
      "Server",
      "Server Compatibility Mode",
      "Socket Receive Buffer Size",
      "Socket Send Buffer Size",
      "SSL Certificate",
      "SSL Key",
      "SSL Mode",
      "SSL Negotiation",
      "SSL Password",
      "Target Session Attributes",
      "Timeout",
      "Timezone",
      "Trust Server Certificate",
      "UID",
      "User Id",
      "Username",
      "Write Buffer Size",
      "Write Coalescing Buffer Threshold Bytes"
    )
  },
  variables: {
    PGOPTIONS: "Options",
    PGUSER: "Username",
    PGPASSWORD: "Password",
    PGPASSFILE: "Passfile",
    PGSSLCERT: "SSL Certificate",
    PGSSLKEY: "SSL Key",
    PGSSLROOTCERT: "Root Certificate",
    PGCLIENTENCODING: "Client Encoding",
    PGTZ: "Timezone",
    PGTARGETSESSIONATTRS: "Target Session Attributes"
  },
  others: {
    become: "refused",
    cite: '"Keyword not supported", https://github.com/npgsql/npgsql/blob/main/src/Npgsql/NpgsqlConnectionStringBuilder.cs'
  },
  defaults: {
    keepalive_on: { value: false, attribute: "Tcp Keepalive", cite: `false, ${manual2}` },
    keepalive_idle: ofSystem("Tcp Keepalive Time", `0 (system defaults), ${manual2}`),
    keepalive_interval: ofSystem("Tcp Keepalive Interval", `"value of Tcp Keepalive Time" ${manual2}`, {
      withIdle: "idle"
    }),
    keepalive_count: ofSystem("count of Tcp Keepalive", `no parameter sets it, ${connector2}`),
    tcp_user_timeout: off("tcp_user_timeout", `no such parameter, ${manual2}`),
    read_timeout: off("read timeout", `no such parameter, ${manual2}`),
    query_timeout: off("query timeout", `Command Timeout cancels, ${manual2}`),
    command_timeout: { value: 30, attribute: "Command Timeout", cite: `30, ${manual2}` }
  }
});

// lib/kinds/drivers/pg.ts
var source = "https://github.com/brianc/node-postgres/blob/master/packages";
var parameters = `${source}/pg/lib/connection-parameters.js`;
var client = `${source}/pg/lib/client.js`;
var inProgram3 = "`keepAlive: true, keepAliveInitialDelayMillis: 60_000` in the options of `new Pool()` or `new Client()`";
var pg_default = defineDriver({
  name: "pg",
  title: "node-postgres (pg; Prisma 7, Knex, Sequelize and TypeORM use it)",
  forms: ["url", "variables"],
  schemes: ["postgresql", "postgres"],
  runtimes: ["nodejs"],
  names: "exact",
  parameters: {
    // Its own text "0" counts as a number that is set, so a query would end at once.
    query_timeout: { as: "milliseconds", sets: "query_timeout", cite: client },
    statement_timeout: { as: "milliseconds", sends: "statement_timeout", cite: parameters },
    lock_timeout: { as: "milliseconds", sends: "lock_timeout", cite: parameters },
    idle_in_transaction_session_timeout: {
      as: "milliseconds",
      sends: "idle_in_transaction_session_timeout",
      cite: parameters
    },
    options: { as: "options", cite: parameters },
    ...others(
      parameters,
      "application_name",
      "binary",
      "client_encoding",
      "database",
      "fallback_application_name",
      "host",
      "password",
      "port",
      "replication",
      "ssl",
      "sslcert",
      "sslkey",
      "sslmode",
      "sslnegotiation",
      "sslrootcert",
      "uselibpqcompat",
      "user"
    )
  },
  variables: {
    PGOPTIONS: "options",
    PGHOST: "host",
    PGPORT: "port",
    PGDATABASE: "database",
    PGUSER: "user",
    PGPASSWORD: "password",
    PGAPPNAME: "application_name",
    PGSSLMODE: "sslmode",
    PGSSLNEGOTIATION: "sslnegotiation",
    PGREPLICATION: "replication",
    PGBINARY: "binary",
    PGCLIENT_ENCODING: "client_encoding"
  },
  others: {
    become: "ignored",
    cite: `what stands in the URL becomes options, and those that ${parameters} does not name are read by nobody: keepAlive is one`
  },
  defaults: {
    keepalive_on: {
      value: false,
      attribute: "keepAlive",
      cite: `keepAlive: c.keepAlive || false, ${client}`,
      inProgram: inProgram3
    },
    keepalive_idle: ofSystem(
      "keepAliveInitialDelayMillis",
      `0, which leaves the socket's value alone, ${client}; ${libuvKeepalive}`,
      { inProgram: inProgram3 }
    ),
    keepalive_interval: ofSystem("interval of keepAlive", libuvKeepalive, { withIdle: 1 }),
    keepalive_count: ofSystem("count of keepAlive", libuvKeepalive, { withIdle: 10 }),
    tcp_user_timeout: off("tcp_user_timeout", `no such option, ${client}`),
    read_timeout: off("read timeout", `query_timeout bounds the whole query, ${client}`),
    query_timeout: off("query_timeout", `false, ${source}/pg/lib/defaults.js`),
    command_timeout: off("command timeout", `query_timeout does not cancel, ${client}`)
  }
});

// lib/kinds/drivers/pgbouncer.ts
var system = `"On Linux, the system defaults are tcp_keepidle=7200, tcp_keepintvl=75, tcp_keepcnt=9" ${pgbouncer}`;
var pgbouncer_default = defineDriver({
  name: "pgbouncer",
  title: "PgBouncer",
  forms: ["ini"],
  schemes: [],
  runtimes: [],
  names: "any-case",
  parameters: {
    tcp_keepalive: { as: "switch", sets: "keepalive_on", cite: pgbouncer },
    tcp_keepidle: { as: "seconds", sets: "keepalive_idle", zero: "system", cite: pgbouncer },
    tcp_keepintvl: { as: "seconds", sets: "keepalive_interval", zero: "system", cite: pgbouncer },
    tcp_keepcnt: { as: "number", sets: "keepalive_count", zero: "system", cite: pgbouncer },
    tcp_user_timeout: { as: "milliseconds", sets: "tcp_user_timeout", zero: "off", cite: pgbouncer },
    // It closes the server's connection with a Terminate message and no cancel request, so the query goes on (measured, 1.18).
    query_timeout: {
      as: "seconds",
      sets: "query_timeout",
      zero: "off",
      cite: `${pgbouncer}; disconnect_server(server, true, "query timeout"), https://github.com/pgbouncer/pgbouncer/blob/master/src/janitor.c`
    },
    ...others(
      pgbouncer,
      "auth_file",
      "auth_type",
      "autodb_idle_timeout",
      "cancel_wait_timeout",
      "client_idle_timeout",
      "client_login_timeout",
      "default_pool_size",
      "idle_transaction_timeout",
      "ignore_startup_parameters",
      "listen_addr",
      "listen_port",
      "max_client_conn",
      "max_db_connections",
      "max_prepared_statements",
      "min_pool_size",
      "pool_mode",
      "query_wait_timeout",
      "reserve_pool_size",
      "reserve_pool_timeout",
      "server_check_delay",
      "server_check_query",
      "server_connect_timeout",
      "server_idle_timeout",
      "server_lifetime",
      "server_login_retry",
      "server_reset_query",
      "server_tls_sslmode",
      "suspend_timeout",
      "tcp_defer_accept",
      "tcp_socket_buffer",
      "transaction_timeout"
    )
  },
  variables: {},
  others: { become: "refused", cite: `"unknown parameter" ends its start (measured, 1.18), ${pgbouncer}` },
  defaults: {
    keepalive_on: { value: true, attribute: "tcp_keepalive", cite: `1, ${pgbouncer}` },
    keepalive_idle: ofSystem("tcp_keepidle", system),
    keepalive_interval: ofSystem("tcp_keepintvl", system),
    keepalive_count: ofSystem("tcp_keepcnt", system),
    tcp_user_timeout: off("tcp_user_timeout", `"If set to 0, then operating system's default is used" ${pgbouncer}`),
    read_timeout: off("read timeout", `no such setting, ${pgbouncer}`),
    query_timeout: off("query_timeout", `0 (disabled), ${pgbouncer}`),
    command_timeout: off("command timeout", `query_timeout does not cancel, ${pgbouncer}`)
  }
});

// lib/kinds/drivers/pgjdbc.ts
var properties = "https://github.com/pgjdbc/pgjdbc/blob/master/pgjdbc/src/main/java/org/postgresql/PGProperty.java";
var switchOnly = `tcpKeepAlive only switches SO_KEEPALIVE, ${properties}`;
var pgjdbc_default = defineDriver({
  name: "pgjdbc",
  title: "PostgreSQL JDBC driver",
  forms: ["jdbc"],
  // The AWS Advanced JDBC Wrapper hands what it does not know to the driver: https://github.com/aws/aws-advanced-jdbc-wrapper.
  schemes: ["jdbc:postgresql", "jdbc:aws-wrapper:postgresql"],
  runtimes: ["java"],
  names: "exact",
  parameters: {
    tcpKeepAlive: { as: "switch", sets: "keepalive_on", cite: properties },
    socketTimeout: { as: "seconds", sets: "read_timeout", zero: "off", cite: properties },
    // Since 42.7.9; before, it is one of the names that are ignored.
    queryTimeout: { as: "seconds", sets: "command_timeout", zero: "off", cite: properties },
    options: { as: "options", cite: properties },
    ...others(
      properties,
      "ApplicationName",
      "PGDBNAME",
      "PGHOST",
      "PGPORT",
      "adaptiveFetch",
      "adaptiveFetchMaximum",
      "adaptiveFetchMinimum",
      "allowEncodingChanges",
      "assumeMinServerVersion",
      "authenticationPluginClassName",
      "autosave",
      "binaryTransfer",
      "binaryTransferDisable",
      "binaryTransferEnable",
      "cancelSignalTimeout",
      "channelBinding",
      "cleanupSavepoints",
      "connectTimeout",
      "currentSchema",
      "databaseMetadataCacheFields",
      "databaseMetadataCacheFieldsMiB",
      "defaultRowFetchSize",
      "disableColumnSanitiser",
      "escapeSyntaxCallMode",
      "groupStartupParameters",
      "gssEncMode",
      "gssResponseTimeout",
      "gssUseDefaultCreds",
      "gsslib",
      "hideUnprivilegedObjects",
      "hostRecheckSeconds",
      "jaasApplicationName",
      "jaasLogin",
      "kerberosServerName",
      "loadBalanceHosts",
      "localSocketAddress",
      "logServerErrorDetail",
      "logUnclosedConnections",
      "loggerFile",
      "loggerLevel",
      "loginTimeout",
      "maxResultBuffer",
      "maxSendBufferSize",
      "password",
      "preferQueryMode",
      "prepareThreshold",
      "preparedStatementCacheQueries",
      "preparedStatementCacheSizeMiB",
      "protocolVersion",
      "quoteReturningIdentifiers",
      "reWriteBatchedInserts",
      "readOnly",
      "readOnlyMode",
      "receiveBufferSize",
      "replication",
      "sendBufferSize",
      "service",
      "socketFactory",
      "socketFactoryArg",
      "ssl",
      "sslAlias",
      "sslNegotiation",
      "sslResponseTimeout",
      "sslcert",
      "sslfactory",
      "sslfactoryarg",
      "sslhostnameverifier",
      "sslkey",
      "sslmode",
      "sslpassword",
      "sslpasswordcallback",
      "sslrootcert",
      "sspiServiceClass",
      "stringtype",
      "targetServerType",
      "tcpNoDelay",
      "unknownLength",
      "useSpnego",
      "user",
      "xmlFactoryFactory"
    ),
    ...others(
      "https://github.com/aws/aws-advanced-jdbc-wrapper/blob/main/docs/using-the-jdbc-driver/UsingTheJdbcDriver.md",
      "clusterInstanceHostPattern",
      "failoverTimeoutMs",
      "failureDetectionCount",
      "failureDetectionInterval",
      "failureDetectionTime",
      "secretsManagerSecretId",
      "wrapperDialect",
      "wrapperPlugins"
    )
  },
  variables: {},
  others: {
    become: "ignored",
    cite: "parseURL keeps every property, and those without a PGProperty are read by nobody, https://github.com/pgjdbc/pgjdbc/blob/master/pgjdbc/src/main/java/org/postgresql/Driver.java"
  },
  defaults: {
    keepalive_on: { value: false, attribute: "tcpKeepAlive", cite: `"The default is false" ${properties}` },
    keepalive_idle: ofSystem("idle time of tcpKeepAlive", switchOnly),
    keepalive_interval: ofSystem("interval of tcpKeepAlive", switchOnly),
    keepalive_count: ofSystem("count of tcpKeepAlive", switchOnly),
    tcp_user_timeout: off("tcp_user_timeout", `no such property, ${properties}`),
    read_timeout: off("socketTimeout", `"a value of zero means that it is disabled", default 0, ${properties}`),
    query_timeout: off("query timeout", `queryTimeout cancels, ${properties}`),
    command_timeout: off("queryTimeout", `0, ${properties}`)
  }
});

// lib/kinds/drivers/pgx.ts
var config = "https://github.com/jackc/pgx/blob/master/pgconn/config.go";
var pool = "https://github.com/jackc/pgx/blob/master/pgxpool/pool.go";
var pgx_default = defineDriver({
  name: "pgx",
  title: "pgx (Go)",
  forms: ["url", "keywords", "variables"],
  schemes: ["postgresql", "postgres"],
  runtimes: ["go", "provided"],
  names: "exact",
  parameters: {
    ...sentToServer(config),
    ...others(
      config,
      "channel_binding",
      "connect_timeout",
      "database",
      "dbname",
      "default_query_exec_mode",
      "description_cache_capacity",
      "host",
      "krbspn",
      "krbsrvname",
      "max_protocol_version",
      "min_protocol_version",
      "min_read_buffer_size",
      "passfile",
      "password",
      "port",
      "require_auth",
      "service",
      "servicefile",
      "ssl",
      "sslcert",
      "sslcertmode",
      "sslkey",
      "sslmode",
      "sslnegotiation",
      "sslpassword",
      "sslrootcert",
      "sslsni",
      "statement_cache_capacity",
      "target_session_attrs",
      "user"
    ),
    ...others(
      pool,
      "pool_health_check_period",
      "pool_max_conn_idle_time",
      "pool_max_conn_lifetime",
      "pool_max_conn_lifetime_jitter",
      "pool_max_conns",
      "pool_min_conns",
      "pool_min_idle_conns"
    )
  },
  variables: {
    PGOPTIONS: "options",
    PGHOST: "host",
    PGPORT: "port",
    PGDATABASE: "database",
    PGUSER: "user",
    PGPASSWORD: "password",
    PGPASSFILE: "passfile",
    PGSERVICE: "service",
    PGSERVICEFILE: "servicefile",
    PGAPPNAME: "application_name",
    PGCONNECT_TIMEOUT: "connect_timeout",
    PGCHANNELBINDING: "channel_binding",
    PGSSLMODE: "sslmode",
    PGSSLNEGOTIATION: "sslnegotiation",
    PGSSLCERT: "sslcert",
    PGSSLKEY: "sslkey",
    PGSSLROOTCERT: "sslrootcert",
    PGTARGETSESSIONATTRS: "target_session_attrs",
    PGTZ: "timezone"
  },
  others: { become: "sent", cite: `config.RuntimeParams[k] = v, ${config}` },
  defaults: goDefaults(config)
});

// lib/kinds/drivers/postgres-js.ts
var source2 = "https://github.com/porsager/postgres/blob/master/src/index.js";
var connection = "https://github.com/porsager/postgres/blob/master/src/connection.js";
var noLimit = `no option limits a query, ${source2}`;
var postgres_js_default = defineDriver({
  name: "postgres-js",
  title: "postgres.js (the npm package postgres)",
  forms: ["url", "variables"],
  schemes: ["postgresql", "postgres"],
  runtimes: ["nodejs"],
  names: "exact",
  parameters: {
    ...sentToServer(source2),
    // `disable` and `false` in the URL become false; 0 is false too where the socket is made.
    keep_alive: { as: "seconds", sets: "keepalive_idle", zero: "off", switchesOn: true, cite: source2 },
    ...others(
      source2,
      "backoff",
      "connect_timeout",
      "debug",
      "fetch_types",
      "idle_timeout",
      "max",
      "max_lifetime",
      "max_pipeline",
      "prepare",
      "publications",
      "ssl",
      "sslmode",
      "sslnegotiation",
      "target_session_attrs"
    )
  },
  variables: {
    PGKEEP_ALIVE: "keep_alive",
    PGIDLE_TIMEOUT: "idle_timeout",
    PGCONNECT_TIMEOUT: "connect_timeout",
    PGMAX_LIFETIME: "max_lifetime",
    PGMAX: "max",
    PGSSL: "ssl",
    PGAPPNAME: "application_name",
    PGTARGETSESSIONATTRS: "target_session_attrs"
  },
  others: { become: "sent", cite: `connection: every name that is none of its own defaults, ${source2}` },
  defaults: {
    keepalive_on: {
      value: true,
      attribute: "keep_alive",
      cite: `keep_alive: 60, ${source2}; setKeepAlive, ${connection}`
    },
    keepalive_idle: { value: 60, attribute: "keep_alive", cite: `keep_alive: 60, ${source2}` },
    keepalive_interval: { value: 1, attribute: "interval of keep_alive", cite: libuvKeepalive },
    keepalive_count: { value: 10, attribute: "count of keep_alive", cite: libuvKeepalive },
    tcp_user_timeout: off("tcp_user_timeout", `no such option, and in the URL the server's own parameter, ${source2}`),
    read_timeout: off("read timeout", noLimit),
    query_timeout: off("query timeout", noLimit),
    command_timeout: off("command timeout", noLimit)
  }
});

// lib/kinds/drivers/prisma.ts
var url = "https://github.com/prisma/prisma-engines/blob/3bbe64c0468db143e71ba40232d58c474e3c8f6a/quaint/src/connector/postgres/url.rs";
var tokio = "https://github.com/prisma/rust-postgres/blob/432d2eab02bc742cf1688544f1c2a390e88ef5ff/tokio-postgres/src/config.rs";
var prisma_default = defineDriver({
  name: "prisma",
  title: "Prisma up to 6 (its own engine; Prisma 7 uses pg)",
  forms: ["url"],
  schemes: ["postgresql", "postgres"],
  runtimes: ["nodejs"],
  names: "exact",
  parameters: {
    // A limit of each operation, data or not; nothing is cancelled at the server. 0 is a limit of 0 s.
    socket_timeout: {
      as: "seconds",
      sets: "query_timeout",
      cite: `${url}; https://github.com/prisma/prisma-engines/blob/11c78a3aae024eefb50d2ba2e7cc30371b23207d/quaint/src/connector/timeout.rs`
    },
    options: { as: "options", cite: url },
    ...others(
      url,
      "application_name",
      "channel_binding",
      "connect_timeout",
      "connection_limit",
      "host",
      "max_connection_lifetime",
      "max_idle_connection_lifetime",
      "pgbouncer",
      "pool_timeout",
      "schema",
      "single_use_connections",
      "sslaccept",
      "sslcert",
      "sslidentity",
      "sslmode",
      "sslpassword",
      "statement_cache_size"
    )
  },
  variables: {},
  others: { become: "ignored", cite: `"Discarding connection string param" ${url}` },
  defaults: {
    keepalive_on: { value: true, attribute: "keepalives of its engine", cite: `keepalives: true, ${tokio}` },
    keepalive_idle: {
      value: 7200,
      attribute: "keepalives_idle of its engine",
      cite: `Duration::from_secs(2 * 60 * 60), ${tokio}`
    },
    keepalive_interval: ofSystem("interval of keepalives", `interval: None, ${tokio}`),
    keepalive_count: ofSystem("count of keepalives", `retries: None, ${tokio}`),
    tcp_user_timeout: off("tcp_user_timeout", `tcp_user_timeout: None, ${tokio}`),
    read_timeout: off("read timeout", `socket_timeout bounds the whole operation, ${url}`),
    query_timeout: off("socket_timeout", `let mut socket_timeout = None, ${url}`),
    command_timeout: off("command timeout", `socket_timeout does not cancel, ${url}`)
  }
});

// lib/kinds/drivers/index.ts
var drivers = [
  asyncpg_default,
  asyncpg_sqlalchemy_default,
  lib_pq_default,
  libpq_default,
  npgsql_default,
  pg_default,
  pgbouncer_default,
  pgjdbc_default,
  pgx_default,
  postgres_js_default,
  prisma_default
];

// lib/kinds/_client.ts
var measured = "as each driver documents it (lib/kinds/drivers): https://jdbc.postgresql.org/documentation/use/ and others";
var clientTimers = [
  {
    name: "client.read_timeout",
    class: "data-idle",
    phases: ["query"],
    value: { setting: "read_timeout" },
    expiry: "client-closes",
    cite: measured
  },
  {
    name: "client.query_timeout",
    class: "client-limit",
    phases: ["query"],
    value: { setting: "query_timeout" },
    expiry: "client-gives-up",
    bounds: "query",
    cite: measured
  },
  {
    name: "client.command_timeout",
    class: "client-limit",
    phases: ["query"],
    value: { setting: "command_timeout" },
    expiry: "client-cancels",
    bounds: "query",
    cite: measured
  },
  {
    name: "client.conntrack_timeout",
    class: "packet-idle",
    phases: ["query", "pause"],
    value: { setting: "conntrack_timeout" },
    expiry: "silent-drop",
    cite: `TcpEstablishedTimeout, "Timeout (in seconds) for idle TCP connections in an established state" ${api("ec2", "2016-11-15")}; ${longTcp}`
  },
  {
    name: "client.stop_timeout",
    class: "drain",
    phases: ["rollout"],
    value: { setting: "stop_timeout" },
    expiry: "client-ended",
    bounds: "query",
    cite: `stopTimeout, "Time duration (in seconds) to wait before the container is forcefully killed if it doesn't exit normally on its own" ${api("ecs", "2014-11-13")}`
  }
];
function opensConnections(via) {
  return { drivers, system: linuxKeepalive, ...via === void 0 ? {} : { via } };
}

// lib/kinds/app-runner-service.ts
var page = provider("apprunner_service");
var image = {
  terraform: "source_configuration.image_repository.image_configuration",
  cloudformation: "SourceConfiguration.ImageRepository.ImageConfiguration"
};
var app_runner_service_default = defineKind({
  name: "app-runner-service",
  title: "App Runner service",
  terraform: { types: ["aws_apprunner_service"], names: ["service_name", "service_id", "arn"] },
  cloudformation: { types: ["AWS::AppRunner::Service"], names: ["ServiceName"] },
  settings: {
    // Of a service that runs an image. What is built from source has its variables in its repository, or shows nothing here.
    connections: {
      as: "variables",
      terraform: `${image.terraform}.runtime_environment_variables`,
      cloudformation: `${image.cloudformation}.RuntimeEnvironmentVariables`,
      cite: page
    },
    secrets: {
      as: "container-secrets",
      terraform: `${image.terraform}.runtime_environment_secrets`,
      cloudformation: `${image.cloudformation}.RuntimeEnvironmentSecrets`,
      cite: page
    },
    request_timeout: {
      as: "seconds",
      fixed: () => ({ value: 120, cite: `"a total of 120 seconds request timeout limit" ${appRunnerGuide}` }),
      cite: appRunnerGuide
    }
  },
  links: {},
  timers: [
    ...clientTimers,
    {
      name: "app-runner-service.request_timeout",
      class: "request-cap",
      phases: ["query"],
      value: { setting: "request_timeout" },
      expiry: "request-error",
      cite: `"There is a total of 120 seconds request timeout limit on the HTTP requests." ${appRunnerGuide}`
    }
  ],
  hop: { key: "client", side: "either", does: "terminates" },
  client: opensConnections()
});

// lib/kinds/autoscaling-attachment.ts
var autoscaling_attachment_default = defineKind({
  name: "autoscaling-attachment",
  title: "Auto Scaling attachment",
  terraform: { types: ["aws_autoscaling_attachment"], names: ["id"] },
  settings: {},
  links: {
    target_group: { terraform: "lb_target_group_arn", to: ["target-group"], by: ["arn", "id"] },
    target: { terraform: "autoscaling_group_name", to: ["autoscaling-group"], by: ["name", "id"] }
  },
  timers: []
});

// lib/kinds/_conntrack.ts
var byInstanceType = {
  oneOf: [
    { value: 350, cite: `"350 seconds for Nitro v6 instance types (excluding P6e-GB200)" ${ec2Api}` },
    { value: 432e3, cite: `"432000 seconds for all other instance types" ${ec2Api}` }
  ],
  why: "is not set, and its default depends on the instance type: 350 s on Nitro v6, 432000 s on all others",
  settles: "set `tcp_established_timeout` in the `network_interfaces` of the launch template; `aws ec2 describe-instance-types` says `DefaultTcpEstablishedTimeout` of a type"
};
var conntrackTimeout = {
  as: "seconds",
  defaults: byInstanceType,
  range: { min: 60, max: 432e3, cite: `"Min: 60 seconds. Max: 432000 seconds (5 days)." ${ec2Api}` },
  cite: `ConnectionTrackingSpecification.TcpEstablishedTimeout, ${ec2Api}`
};

// lib/kinds/_launched.ts
function templateLinks(names2) {
  return Object.fromEntries(
    Object.entries(names2).map(([link2, { by, ...spelled3 }]) => [
      link2,
      { ...spelled3, to: ["launch-template"], by: [by] }
    ])
  );
}
function launchedSettings(names2) {
  const named3 = Object.entries(names2).map(([name4, { terraform, cloudformation }]) => [
    name4,
    { as: "text", terraform, cloudformation, cite: `LaunchTemplateSpecification, ${ec2Api}` }
  ]);
  const isNamed3 = (settings) => named3.some(([name4]) => settings[name4] !== void 0);
  return {
    ...Object.fromEntries(named3),
    conntrack_timeout: {
      ...conntrackTimeout,
      defaults: (settings) => isNamed3(settings) ? null : conntrackTimeout.defaults
    }
  };
}
function conntrackOf({ conntrack_timeout: timeout }) {
  return timeout ?? unknown(
    "the launch template, which says how long idle connections are tracked, is not in the documents",
    "pass the document that holds the launch template as well",
    [],
    { min: conntrackTimeout.range.min, max: conntrackTimeout.range.max }
  );
}
var launchedTimers = clientTimers.map(
  (timer) => timer.name === "client.conntrack_timeout" ? { ...timer, value: { compute: conntrackOf, setting: "conntrack_timeout" } } : timer
);

// lib/kinds/autoscaling-group.ts
var mixed = {
  terraform: "mixed_instances_policy.launch_template.launch_template_specification",
  cloudformation: "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification"
};
var templates = {
  launch_template: { terraform: "launch_template.id", cloudformation: "LaunchTemplate.LaunchTemplateId", by: "id" },
  launch_template_name: {
    terraform: "launch_template.name",
    cloudformation: "LaunchTemplate.LaunchTemplateName",
    by: "name"
  },
  mixed_launch_template: {
    terraform: `${mixed.terraform}.launch_template_id`,
    cloudformation: `${mixed.cloudformation}.LaunchTemplateId`,
    by: "id"
  },
  mixed_launch_template_name: {
    terraform: `${mixed.terraform}.launch_template_name`,
    cloudformation: `${mixed.cloudformation}.LaunchTemplateName`,
    by: "name"
  }
};
var autoscaling_group_default = defineKind({
  name: "autoscaling-group",
  title: "Auto Scaling group",
  terraform: { types: ["aws_autoscaling_group"], names: ["name", "arn"] },
  cloudformation: { types: ["AWS::AutoScaling::AutoScalingGroup"], names: ["AutoScalingGroupName"] },
  settings: launchedSettings(templates),
  links: {
    target_groups: {
      terraform: "target_group_arns",
      cloudformation: "TargetGroupARNs",
      to: ["target-group"],
      by: ["arn", "id"],
      many: true
    },
    ...templateLinks(templates)
  },
  timers: launchedTimers,
  hop: { key: "client", side: "either", does: "terminates" },
  client: opensConnections(Object.keys(templates))
});

// lib/kinds/beanstalk-environment.ts
function option(namespace, name4) {
  return {
    terraform: `setting[namespace=${namespace}][name=${name4}].value`,
    cloudformation: `OptionSettings[Namespace=${namespace}][OptionName=${name4}].Value`
  };
}
function unlessElsewhere(value2, cite15) {
  return { value: value2, cite: `${cite15}, unless .ebextensions or a saved configuration says otherwise`, unverified: true };
}
function mayHave(type) {
  return ({ environment_type: environment2, load_balancer_type: balancer }) => valueOf(environment2) !== "SingleInstance" && (balancer === void 0 || (candidates(balancer)?.some(({ value: value2 }) => value2 === type) ?? true));
}
function idleTimeout(type, at3, cite15) {
  const mayBe4 = mayHave(type);
  return {
    as: "seconds",
    ...at3,
    default: (settings) => mayBe4(settings) ? unlessElsewhere(60, cite15) : null,
    fixed: (settings) => mayBe4(settings) ? null : { value: null, cite: `only of type ${type}, ${beanstalkOptions}` },
    range: { min: 1, max: 3600, cite: `valid values are 1 to 3600, ${beanstalkOptions}` },
    cite: beanstalkOptions
  };
}
var mayBeApplication = mayHave("application");
var mayBeClassic = mayHave("classic");
var beanstalk_environment_default = defineKind({
  name: "beanstalk-environment",
  title: "Elastic Beanstalk environment",
  terraform: { types: ["aws_elastic_beanstalk_environment"], names: ["name", "id", "arn"] },
  cloudformation: { types: ["AWS::ElasticBeanstalk::Environment"], names: ["EnvironmentName"] },
  settings: {
    // Of all option settings, those of the namespace aws:elasticbeanstalk:application:environment.
    connections: { as: "variables", terraform: "setting", cloudformation: "OptionSettings", cite: beanstalkOptions },
    environment_type: {
      as: "text",
      ...option("aws:elasticbeanstalk:environment", "EnvironmentType"),
      cite: beanstalkOptions
    },
    load_balancer_type: {
      as: "text",
      ...option("aws:elasticbeanstalk:environment", "LoadBalancerType"),
      cite: beanstalkOptions
    },
    elbv2_idle_timeout: idleTimeout(
      "application",
      option("aws:elbv2:loadbalancer", "IdleTimeout"),
      `IdleTimeout has no default of its own (${beanstalkOptions}), so the load balancer's holds: "The default is 60 seconds." ${elbApi}`
    ),
    elb_idle_timeout: idleTimeout(
      "classic",
      option("aws:elb:policies", "ConnectionSettingIdleTimeout"),
      `ConnectionSettingIdleTimeout is 60, ${beanstalkOptions}`
    )
  },
  links: {},
  timers: [
    ...clientTimers,
    {
      name: "beanstalk-environment.elbv2_idle_timeout",
      as: "alb",
      class: "data-idle",
      phases: ["query"],
      value: { setting: "elbv2_idle_timeout" },
      expiry: "http-504",
      cite: `"Time to wait for a request to complete before closing connections to client and instance." ${beanstalkOptions}`
    },
    {
      name: "beanstalk-environment.elb_idle_timeout",
      as: "clb",
      class: "data-idle",
      phases: ["query"],
      value: { setting: "elb_idle_timeout" },
      expiry: "orderly-close",
      cite: `"If no data has been sent or received after this time period elapses, the load balancer closes the connection." ${beanstalkOptions}; probes are no data: ${classicIdleTimeout}`
    }
  ],
  hop: {
    key: "client",
    side: "either",
    does: "terminates",
    also: [
      { key: "alb", side: "request", may: mayBeApplication },
      { key: "clb", side: "request", may: mayBeClassic }
    ]
  },
  client: opensConnections()
});

// lib/kinds/_parameters.ts
var everyVersion = 9.3;
var integers = (page4) => ({ min: 0, max: 2147483647, cite: manual(page4) });
var is = (value2, cite15) => ({ value: value2, cite: cite15 });
var assumed = (value2, cite15) => ({ value: value2, cite: cite15, unverified: true });
var engines = (value2, page4) => assumed(value2, `no AWS source names a default of its own, so the engine's is assumed: ${manual(page4)}`);
var connection2 = "runtime-config-connection";
var client2 = "runtime-config-client";
var replication = "runtime-config-replication";
var removed = "https://github.com/postgres/postgres/blob/REL9_5_STABLE/doc/src/sgml/release-9.5.sgml";
function keepalive2(name4, system3, rds, largest2) {
  const aws = is(rds, `"Default values 300, 30, 2" ${deadConnections}`);
  return {
    name: `tcp_keepalives_${name4}`,
    as: name4 === "count" ? "count" : "duration",
    unit: name4 === "count" ? null : "s",
    range: integers(connection2),
    since: everyVersion,
    zero: "system",
    defaults: {
      vanilla: is(system3, `0, which selects the operating system's value: ${String(system3)} on Linux, ${linuxTcp}`),
      rds: aws,
      aurora: aws
    },
    context: "user",
    effectiveMax: {
      value: largest2,
      cite: "MAX_TCP_KEEPIDLE, MAX_TCP_KEEPINTVL, MAX_TCP_KEEPCNT: setsockopt refuses more, and the old value stays, https://github.com/torvalds/linux/blob/master/include/net/tcp.h"
    },
    cite: manual(connection2)
  };
}
function limit(name4, since, page4, defaults2) {
  return {
    name: name4,
    as: "duration",
    unit: "ms",
    range: integers(page4),
    since,
    zero: "off",
    defaults: { vanilla: is(null, `0, which is off: ${manual(page4)}`), ...defaults2 },
    context: "user",
    cite: manual(page4)
  };
}
var specs = [
  limit("statement_timeout", everyVersion, client2, {
    rds: is(null, `engine default, no value in the group: ${recordedParameters}`),
    aurora: is(null, `no default in the groups of aurora-postgresql14: ${auroraParameters}`)
  }),
  limit("transaction_timeout", 17, client2, { rds: engines(null, client2), aurora: engines(null, client2) }),
  limit("lock_timeout", everyVersion, client2, { rds: engines(null, client2), aurora: engines(null, client2) }),
  limit("idle_session_timeout", 14, client2, {
    rds: engines(null, client2),
    aurora: is(null, `no default in the groups of aurora-postgresql14: ${auroraParameters}`)
  }),
  limit("idle_in_transaction_session_timeout", 9.6, client2, {
    rds: is(null, `engine default, no value in the group: ${recordedParameters}`),
    aurora: is(86400, `86400000 ms in the groups of aurora-postgresql14: ${auroraParameters}`)
  }),
  keepalive2("idle", 7200, 300, 32767),
  keepalive2("interval", 75, 30, 32767),
  keepalive2("count", 9, 2, 127),
  // 0 leaves the socket option alone: the kernel then gives up after its own retransmissions, whatever this parameter says.
  limit("tcp_user_timeout", 12, connection2, {
    rds: is(null, `0, ${deadConnections}`),
    aurora: is(null, `0, ${deadConnections}`)
  }),
  limit("client_connection_check_interval", 14, connection2, {
    rds: is(null, `0 (off), ${deadConnections}`),
    aurora: is(null, `0 (off), ${deadConnections}`)
  }),
  {
    name: "max_standby_streaming_delay",
    as: "duration",
    unit: "ms",
    range: { min: -1, max: 2147483647, cite: manual(replication) },
    since: everyVersion,
    zero: "value",
    minusOne: "off",
    defaults: {
      vanilla: is(30, `"The default is 30 seconds." ${manual(replication)}`),
      rds: engines(30, replication),
      aurora: assumed(
        14,
        "https://aws.amazon.com/blogs/database/manage-long-running-read-queries-on-amazon-aurora-postgresql-compatible-edition/"
      )
    },
    context: "sighup",
    cite: manual(replication)
  },
  {
    name: "hot_standby_feedback",
    as: "boolean",
    unit: null,
    range: { min: 0, max: 1, cite: manual(replication) },
    since: everyVersion,
    zero: "value",
    defaults: {
      vanilla: is(0, `"The default value is off." ${manual(replication)}`),
      rds: engines(0, replication),
      aurora: engines(0, replication)
    },
    context: "sighup",
    cite: manual(replication)
  },
  {
    name: "authentication_timeout",
    as: "duration",
    unit: "s",
    range: { min: 1, max: 600, cite: recordedParameters },
    since: everyVersion,
    zero: "value",
    defaults: {
      vanilla: is(60, `"The default is one minute (1m)." ${manual(connection2)}`),
      rds: engines(60, connection2),
      aurora: engines(60, connection2)
    },
    context: "sighup",
    cite: `${manual(connection2)}; ${rdsApi}`
  },
  {
    name: "ssl_renegotiation_limit",
    as: "count",
    unit: "kB",
    range: {
      min: 0,
      max: 0,
      cite: `"cannot be set to anything but zero", ${removed}`
    },
    since: everyVersion,
    zero: "value",
    defaults: {
      vanilla: is(0, `renegotiation is gone since 9.5, and its default was 0 before, ${removed}`),
      rds: is(0, `renegotiation is gone since 9.5, and its default was 0 before, ${removed}`),
      aurora: is(0, `renegotiation is gone since 9.5, and its default was 0 before, ${removed}`)
    },
    context: "internal",
    cite: removed
  }
];
var parameters2 = table(specs.map((spec) => [spec.name, spec]));

// lib/kinds/catalog-role.ts
var cite3 = `"default values for run-time configuration variables, for each role and database combination" ${manual("catalog-pg-db-role-setting")}`;
var carried2 = Object.values(parameters2).flatMap(({ name: name4, context }) => context === "user" ? [name4] : []);
var catalog_role_default = defineKind({
  name: "catalog-role",
  title: "PostgreSQL role in the catalog",
  settings: {
    name: { as: "text", cite: cite3 },
    in_database: { as: "text", cite: cite3 },
    ...Object.fromEntries(carried2.map((name4) => [name4, { as: "text", cite: cite3 }]))
  },
  links: {
    server: { terraform: "host", to: ["catalog-server"], by: ["host"] },
    // That of its server, which is found once every document was read.
    database: { terraform: "host", to: ["instance", "cluster", "declared-database"], by: ["address", "endpoint"] }
  },
  timers: [],
  role: { name: "name", parameters: carried2, database: "database", inDatabase: "in_database" }
});

// lib/kinds/catalog-server.ts
var cite4 = manual("view-pg-settings");
var catalog_server_default = defineKind({
  name: "catalog-server",
  title: "catalog of PostgreSQL",
  settings: {
    name: { as: "text", cite: cite4 },
    host: { as: "text", cite: cite4 },
    port: { as: "number", cite: cite4 },
    dbname: { as: "text", cite: cite4 },
    databases: { as: "list", cite: manual("catalog-pg-database") },
    version: { as: "text", cite: cite4 },
    in_recovery: { as: "boolean", cite: manual("functions-admin") },
    parameters: { as: "list", cite: cite4 }
  },
  // Which database it was read from is found once every document was read.
  links: {
    database: { terraform: "host", to: ["instance", "cluster", "declared-database"], by: ["address", "endpoint"] },
    answered: {
      terraform: "host",
      to: ["instance", "cluster", "cluster-instance", "declared-database"],
      by: ["address", "endpoint"]
    }
  },
  timers: [],
  catalog: { shows: "database", runs: "answered", roles: "server" }
});

// lib/kinds/_choose.ts
var never = known(null);
function choose(condition, yes, no) {
  if (condition.state === "known") return after(condition.from, condition.value ? yes : no);
  const both2 = [candidates(yes), candidates(no)];
  const all = both2.flatMap((values) => values ?? []);
  if (both2.includes(null)) return unknown(condition.why, condition.settles);
  return oneOf(all, condition.why, condition.settles);
}
function after(steps2, setting) {
  const prefix = (one2) => ({ ...one2, from: [...steps2, ...one2.from] });
  if (setting.state === "known") return prefix(setting);
  if (setting.state === "one-of") return { ...setting, candidates: setting.candidates.map(prefix) };
  return { ...setting, from: [...steps2, ...setting.from] };
}
function secondsOf(settings, name4) {
  return mapSetting(said(settings, name4), (value2) => typeof value2 === "number" ? value2 : null);
}
function whether(settings, name4, holds) {
  return mapSetting(said(settings, name4), holds);
}
function said(settings, name4) {
  const words = name4.replaceAll("_", " ");
  return settings[name4] ?? unknown(`its ${words} is not shown`, `pass a document that shows its ${words}`);
}

// lib/kinds/clb.ts
function draining(settings) {
  const drains = whether(settings, "connection_draining", (value2) => value2 === true);
  return choose(drains, secondsOf(settings, "connection_draining_timeout"), known(0));
}
var clb_default = defineKind({
  name: "clb",
  title: "Classic Load Balancer",
  terraform: { types: ["aws_elb"], names: ["name", "arn"] },
  cloudformation: { types: ["AWS::ElasticLoadBalancing::LoadBalancer"], names: ["LoadBalancerName"] },
  account: { types: ["elasticloadbalancing:loadbalancer-classic"], names: ["LoadBalancerName"] },
  settings: {
    idle_timeout: {
      as: "seconds",
      terraform: "idle_timeout",
      cloudformation: "ConnectionSettings.IdleTimeout",
      account: "LoadBalancerAttributes.ConnectionSettings.IdleTimeout",
      default: { value: 60, cite: `"Default: \`60\`" ${provider("elb")}` },
      range: {
        min: 1,
        max: 4e3,
        cite: `"range ... is from 1 to 4,000 seconds" ${classicIdleTimeout}; the API model ends at 3600, so more than that is not certain: ${classicElbApi}`
      },
      cite: `ConnectionSettings.IdleTimeout, ${classicElbApi}`
    },
    connection_draining: {
      as: "boolean",
      terraform: "connection_draining",
      cloudformation: "ConnectionDrainingPolicy.Enabled",
      account: "LoadBalancerAttributes.ConnectionDraining.Enabled",
      default: { value: false, cite: `"Default: \`false\`" ${provider("elb")}` },
      cite: provider("elb")
    },
    connection_draining_timeout: {
      as: "seconds",
      terraform: "connection_draining_timeout",
      cloudformation: "ConnectionDrainingPolicy.Timeout",
      account: "LoadBalancerAttributes.ConnectionDraining.Timeout",
      default: { value: 300, cite: `"the default is 300 seconds" ${classicDraining}` },
      range: { min: 1, max: 3600, cite: `"can be set between 1 and 3,600 seconds" ${classicDraining}` },
      cite: classicDraining
    }
  },
  links: {},
  timers: [
    {
      name: "clb.idle_timeout",
      class: "data-idle",
      phases: ["query", "pause"],
      value: { setting: "idle_timeout" },
      expiry: "orderly-close",
      cite: `"TCP keep-alive probes do not prevent the load balancer from terminating the connection because they do not send data in the payload." ${classicIdleTimeout}`
    },
    {
      name: "clb.connection_draining_timeout",
      class: "drain",
      phases: ["rollout"],
      value: { compute: draining, setting: "connection_draining_timeout" },
      expiry: "orderly-close",
      cite: `"When the maximum time limit is reached, the load balancer forcibly closes connections"; "You can disable connection draining if you want your load balancer to immediately close connections" ${classicDraining}`
    }
  ],
  hop: {
    key: "clb",
    side: "either",
    does: "terminates",
    inline: {
      idleTimeout: {
        setting: "idle_timeout",
        as: "duration",
        description: "How long a connection may carry no data before it is closed; 60 s unless declared."
      },
      connectionDraining: {
        setting: "connection_draining",
        as: "boolean",
        description: "Whether connections live on for a while when an instance deregisters; false unless declared."
      },
      connectionDrainingTimeout: {
        setting: "connection_draining_timeout",
        as: "duration",
        description: "How long they live on; 300 s unless declared."
      }
    }
  }
});

// lib/kinds/_zero-is-off.ts
function zeroIsOff(name4, cite15) {
  return (settings) => {
    const setting = settings[name4];
    return setting?.state === "known" && setting.value === 0 ? { value: null, cite: cite15 } : null;
  };
}

// lib/kinds/client.ts
var libpq2 = manual("libpq-connect");
var userTimeout = `tcp_user_timeout, where 0 leaves it to the operating system, ${libpq2}`;
var client_default = defineKind({
  name: "client",
  title: "client",
  settings: {
    ...keepaliveSettings(`declared in the configuration; keepalives of ${libpq2}`),
    tcp_user_timeout: { as: "seconds", fixed: zeroIsOff("tcp_user_timeout", userTimeout), cite: userTimeout },
    keepalive_on: { as: "boolean", cite: `declared in the configuration; keepalives of ${libpq2}` },
    connections: { as: "connection", cite: `declared in the configuration; connection strings of ${libpq2}` },
    driver: { as: "text", cite: "declared in the configuration" },
    session_parameters: { as: "parameters", cite: `what it SETs, ${manual("sql-set")}` },
    startup_options: { as: "parameters", cite: `options of ${libpq2}` }
  },
  links: {},
  timers: [...clientTimers],
  client: opensConnections(),
  hop: {
    key: "client",
    side: "either",
    does: "terminates",
    keepalive: "own",
    inline: {
      driver: {
        setting: "driver",
        as: "text",
        choices: drivers.map(({ name: name4 }) => name4),
        description: "The PostgreSQL driver that it uses: what it does unasked holds where nothing else is said."
      },
      connection: {
        setting: "connections",
        as: "connection",
        description: "Its connection string. User, password, host and database are not read: leave them out."
      },
      keepalive: keepaliveKey,
      tcpUserTimeout: {
        setting: "tcp_user_timeout",
        as: "duration",
        description: "How long sent data may stay unacknowledged before the connection is given up."
      },
      settings: {
        setting: "session_parameters",
        as: "settings",
        description: "PostgreSQL parameters that the client SETs in each session."
      },
      options: {
        setting: "startup_options",
        as: "settings",
        description: "PostgreSQL parameters that the client sends when it connects (options, PGOPTIONS)."
      }
    }
  }
});

// lib/kinds/_database.ts
var databaseHop = { key: "database", side: "connection", does: "terminates", keepalive: "session" };
var parameterApplyStatus = {
  as: "text",
  account: "DBParameterGroups.ParameterApplyStatus",
  cite: `DBParameterGroupStatus.ParameterApplyStatus, ${rdsApi}`
};
function isEngine(engine2, ...engines2) {
  return typeof engine2 !== "string" || engine2 === "" ? null : engines2.includes(engine2.toLowerCase());
}
var clusterEngines = ["aurora-postgresql", "postgres"];
function flavourOfEngine(settings) {
  const { engine: engine2 } = settings;
  return engine2?.state === "known" && String(engine2.value).toLowerCase() === "postgres" ? "rds" : "aurora";
}

// lib/kinds/_database-timers.ts
var client3 = manual("runtime-config-client");
var replication2 = manual("runtime-config-replication");
var databaseTimers = [
  {
    name: "database.statement_timeout",
    class: "server-limit",
    phases: ["query"],
    value: { parameter: "statement_timeout" },
    expiry: "error-57014",
    bounds: "query",
    cite: `"Abort any statement that takes more than the specified amount of time" ${client3}`
  },
  {
    name: "database.transaction_timeout",
    class: "server-limit",
    phases: ["query"],
    value: { parameter: "transaction_timeout" },
    expiry: "fatal-25P04",
    bounds: "transaction",
    cite: `"Terminate any session that spans longer than the specified amount of time in a transaction" ${client3}`
  },
  {
    name: "database.idle_session_timeout",
    class: "between-queries",
    phases: ["pause"],
    value: { parameter: "idle_session_timeout" },
    expiry: "fatal-57P05",
    bounds: "idle",
    cite: `"Be wary of enforcing this timeout on connections made through connection-pooling software or other middleware" ${client3}`
  },
  {
    name: "database.idle_in_transaction_session_timeout",
    class: "between-queries",
    phases: ["pause"],
    value: { parameter: "idle_in_transaction_session_timeout" },
    expiry: "fatal-25P03",
    bounds: "idle-in-transaction",
    cite: `"Terminate any session that has been idle ... within an open transaction for longer than the specified amount of time" ${client3}`
  },
  {
    name: "database.max_standby_streaming_delay",
    class: "conflict",
    phases: ["conflict"],
    value: { parameter: "max_standby_streaming_delay" },
    expiry: "error-40001",
    bounds: "query",
    uncertain: "it bounds how long replay is held up, not how long a query runs: with no conflict nothing is cancelled",
    cite: `"how long the standby server should wait before canceling standby queries that conflict with about-to-be-applied WAL entries" ${replication2}`
  }
];

// lib/kinds/cluster.ts
var cluster_default = defineKind({
  name: "cluster",
  title: "DB cluster",
  terraform: {
    types: ["aws_rds_cluster"],
    when: ({ engine: engine2 }) => isEngine(engine2, ...clusterEngines),
    names: ["cluster_identifier", "endpoint", "reader_endpoint", "arn"]
  },
  cloudformation: {
    types: ["AWS::RDS::DBCluster"],
    when: ({ Engine }) => isEngine(Engine, ...clusterEngines),
    names: ["DBClusterIdentifier"]
  },
  account: {
    types: ["rds:cluster"],
    when: ({ Engine }) => isEngine(Engine, ...clusterEngines),
    names: ["DBClusterIdentifier", "Endpoint", "ReaderEndpoint", "DbClusterResourceId"]
  },
  settings: {
    cluster_identifier: attribute("text", "cluster_identifier", "rds_cluster", "DBClusterIdentifier"),
    engine: attribute("text", "engine", "rds_cluster", "Engine"),
    engine_version: attribute("text", "engine_version", "rds_cluster", "EngineVersion"),
    engine_version_actual: attribute("text", "engine_version_actual", "rds_cluster", void 0, "EngineVersion"),
    port: attribute("number", "port", "rds_cluster", "Port"),
    endpoint: attribute("text", "endpoint", "rds_cluster", void 0, "Endpoint"),
    reader_endpoint: attribute("text", "reader_endpoint", "rds_cluster", void 0, "ReaderEndpoint")
  },
  links: {
    // Not the group for its instances: that one counts only during a major version upgrade.
    cluster_parameter_group: {
      terraform: "db_cluster_parameter_group_name",
      cloudformation: "DBClusterParameterGroupName",
      account: "DBClusterParameterGroup",
      to: ["cluster-parameter-group"],
      by: ["name", "id"]
    }
  },
  timers: databaseTimers,
  hop: { ...databaseHop, members: [{ kind: "cluster-instance", link: "cluster" }] },
  // A Multi-AZ DB cluster shows no instances, and each of them uses the default group: the cluster's group says it all.
  session: {
    parameters: parameters2,
    flavour: flavourOfEngine,
    groups: [{ level: "cluster-group", link: "cluster_parameter_group" }]
  }
});

// lib/kinds/_written.ts
function isWritten(attributes, attribute2) {
  if (!(attribute2 in attributes)) return false;
  const value2 = attributes[attribute2];
  return value2 !== null && value2 !== "" && !(Array.isArray(value2) && value2.length === 0);
}

// lib/kinds/cluster-instance.ts
var cluster_instance_default = defineKind({
  name: "cluster-instance",
  title: "instance of a DB cluster",
  terraform: {
    types: ["aws_rds_cluster_instance"],
    when: ({ engine: engine2 }) => isEngine(engine2, ...clusterEngines),
    names: ["identifier", "endpoint", "arn"]
  },
  // One type for both: naming its cluster makes the instance a member of it.
  cloudformation: {
    types: ["AWS::RDS::DBInstance"],
    when: (properties2) => isWritten(properties2, "DBClusterIdentifier") && isEngine(properties2.Engine, ...clusterEngines),
    names: ["DBInstanceIdentifier"]
  },
  account: {
    types: ["rds:db"],
    when: (answer) => isWritten(answer, "DBClusterIdentifier") && isEngine(answer.Engine, ...clusterEngines),
    names: ["DBInstanceIdentifier", "Endpoint.Address", "DbiResourceId"]
  },
  settings: {
    identifier: attribute("text", "identifier", "rds_cluster_instance", "DBInstanceIdentifier"),
    engine: attribute("text", "engine", "rds_cluster_instance", "Engine"),
    engine_version: attribute("text", "engine_version", "rds_cluster_instance", "EngineVersion"),
    engine_version_actual: attribute(
      "text",
      "engine_version_actual",
      "rds_cluster_instance",
      void 0,
      "EngineVersion"
    ),
    instance_class: attribute("text", "instance_class", "rds_cluster_instance", "DBInstanceClass"),
    port: attribute("number", "port", "rds_cluster_instance", "Port", "Endpoint.Port"),
    endpoint: attribute("text", "endpoint", "rds_cluster_instance", void 0, "Endpoint.Address"),
    // Known of what is there only, and a failover changes it. In an account the cluster says it of its members.
    writer: attribute("boolean", "writer", "rds_cluster_instance", void 0, "IsClusterWriter"),
    parameter_apply_status: parameterApplyStatus,
    cluster_parameter_apply_status: {
      as: "text",
      account: "DBClusterParameterGroupStatus",
      cite: `DBClusterMember.DBClusterParameterGroupStatus, ${rdsApi}`
    }
  },
  links: {
    cluster: {
      terraform: "cluster_identifier",
      cloudformation: "DBClusterIdentifier",
      account: "DBClusterIdentifier",
      to: ["cluster"],
      by: ["cluster_identifier", "id"]
    },
    parameter_group: {
      terraform: "db_parameter_group_name",
      cloudformation: "DBParameterGroupName",
      account: "DBParameterGroups.DBParameterGroupName",
      to: ["parameter-group"],
      by: ["name", "id"]
    }
  },
  timers: databaseTimers,
  hop: databaseHop,
  // "If you edit the corresponding values in the DB parameter group, those values override the settings from the DB cluster
  // parameter group": computed per instance, so readers can differ.
  session: {
    parameters: parameters2,
    flavour: flavourOfEngine,
    groups: [
      { level: "cluster-group", link: "cluster_parameter_group", via: "cluster" },
      { level: "instance-group", link: "parameter_group" }
    ]
  }
});

// lib/kinds/_group.ts
function groupKind({ name: name4, title, terraform, page: page4, cloudformation, account: account2, nameProperty }) {
  return defineKind({
    name: name4,
    title,
    terraform: { types: [terraform], names: ["name", "id", "arn"] },
    cloudformation: { types: [cloudformation], names: [nameProperty] },
    account: { types: [account2], names: [nameProperty] },
    settings: {
      name: attribute("text", "name", page4, nameProperty),
      name_prefix: attribute("text", "name_prefix", page4),
      family: attribute("text", "family", page4, "Family", "DBParameterGroupFamily"),
      parameters: {
        as: "parameters",
        terraform: "parameter",
        cloudformation: "Parameters",
        account: "Parameters",
        cite: provider(page4)
      }
    },
    links: {},
    timers: [],
    group: { parameters: "parameters", family: "family" }
  });
}

// lib/kinds/cluster-parameter-group.ts
var cluster_parameter_group_default = groupKind({
  name: "cluster-parameter-group",
  title: "DB cluster parameter group",
  terraform: "aws_rds_cluster_parameter_group",
  page: "rds_cluster_parameter_group",
  cloudformation: "AWS::RDS::DBClusterParameterGroup",
  account: "rds:cluster-pg",
  nameProperty: "DBClusterParameterGroupName"
});

// lib/kinds/_api.ts
function integrationTimer(value2 = { setting: "integration_timeout" }, more = {}) {
  return {
    name: "api.integration_timeout",
    class: "request-cap",
    phases: ["query"],
    value: value2,
    expiry: "request-error",
    sees: "HTTP 504 from API Gateway",
    ...more,
    cite: `"If an integration request takes longer than your API Gateway REST API maximum integration timeout parameter, API Gateway returns an HTTP 504 status code." ${apiTimeouts}`
  };
}

// lib/kinds/declared-api.ts
var declared_api_default = defineKind({
  name: "declared-api",
  title: "declared API",
  settings: {
    integration_timeout: {
      as: "seconds",
      default: {
        value: 29,
        cite: `of a REST API: "The default value is 29,000 milliseconds." ${provider("api_gateway_integration")}`
      },
      range: { min: 0.05, max: 900, cite: `of a REST API that streams, ${restApi}` },
      cite: "declared in the configuration"
    }
  },
  links: {},
  timers: [integrationTimer()],
  hop: {
    key: "api",
    side: "request",
    does: "terminates",
    inline: {
      timeout: {
        setting: "integration_timeout",
        as: "duration",
        description: "How long the API waits for its integration; 29 s unless declared (an HTTP API waits 30 s)."
      }
    }
  }
});

// lib/kinds/declared-database.ts
var cite5 = `declared in the configuration; ${manual("config-setting")}`;
function flavour({ engine: engine2 }) {
  if (engine2?.state !== "known") return "vanilla";
  return engine2.value === "rds" || engine2.value === "aurora" ? engine2.value : "vanilla";
}
var declared_database_default = defineKind({
  name: "declared-database",
  title: "declared database",
  settings: {
    engine: {
      as: "text",
      default: { value: "vanilla", cite: "not declared: PostgreSQL as its project ships it" },
      cite: cite5
    },
    engine_version: { as: "text", cite: cite5 },
    server_parameters: { as: "parameters", cite: cite5 }
  },
  links: {},
  timers: databaseTimers,
  hop: {
    ...databaseHop,
    inline: {
      engine: {
        setting: "engine",
        as: "text",
        choices: ["vanilla", "rds", "aurora"],
        description: "Whose defaults apply: vanilla PostgreSQL (unless declared), rds or aurora."
      },
      version: {
        setting: "engine_version",
        as: "text",
        description: 'Version of the server, such as "16.4": it decides which parameters exist.'
      },
      settings: {
        setting: "server_parameters",
        as: "settings",
        description: "PostgreSQL parameters of the server: its configuration file or parameter group."
      }
    }
  },
  session: { parameters: parameters2, flavour, groups: [] }
});

// lib/kinds/_distribution.ts
var gaps = `"first packet, as well as ... subsequent packets", What's New 2025-07; HTTP 504: ${cloudFrontTimeouts}`;
function readTimer(name4, value2 = { setting: name4 }) {
  return {
    name: `distribution.${name4}`,
    class: "data-idle",
    phases: ["query"],
    value: value2,
    expiry: "request-error",
    sees: "HTTP 504 from CloudFront",
    cite: gaps
  };
}
function completionTimer(value2) {
  return {
    name: "distribution.response_completion_timeout",
    class: "request-cap",
    phases: ["query"],
    value: value2,
    expiry: "request-error",
    cite: `"If the complete response isn't received from the origin by this time, CloudFront ends the connection." ${cloudFrontApi}`
  };
}
var readDefault = {
  value: 30,
  cite: `"The minimum timeout is 1 second, the maximum is 120 seconds, and the default ... is 30 seconds" ${cloudFrontApi}`
};
var completionDefault = {
  value: null,
  cite: `"If you don't set a value for ResponseCompletionTimeout, CloudFront doesn't enforce a maximum value." ${cloudFrontApi}`
};

// lib/kinds/declared-distribution.ts
var cite6 = "declared in the configuration";
var declared_distribution_default = defineKind({
  name: "declared-distribution",
  title: "declared CloudFront distribution",
  settings: {
    origin_read_timeout: { as: "seconds", default: readDefault, cite: cite6 },
    response_completion_timeout: { as: "seconds", default: completionDefault, cite: cite6 }
  },
  links: {},
  timers: [readTimer("origin_read_timeout"), completionTimer({ setting: "response_completion_timeout" })],
  hop: {
    key: "cdn",
    side: "request",
    does: "terminates",
    inline: {
      readTimeout: {
        setting: "origin_read_timeout",
        as: "duration",
        description: "How long it waits for the next packet of the origin; 30 s unless declared."
      },
      completionTimeout: {
        setting: "response_completion_timeout",
        as: "duration",
        description: "How long it waits for the whole response of the origin; no limit unless declared."
      }
    }
  }
});

// lib/kinds/_firewall-timer.ts
function firewallTimer(own2) {
  return { name: "firewall.tcp_idle_timeout", class: "packet-idle", phases: ["query", "pause"], ...own2 };
}

// lib/kinds/declared-firewall.ts
var cite7 = "declared in the configuration: each firewall has its own idle timeout";
var declared_firewall_default = defineKind({
  name: "declared-firewall",
  title: "declared firewall",
  settings: {
    tcp_idle_timeout: { as: "seconds", cite: cite7 },
    on_expiry: {
      as: "text",
      default: { value: "drop", cite: "not declared: of the two, the one that tells neither end" },
      cite: "declared in the configuration: a firewall drops the packets of a flow it forgot, or resets it"
    }
  },
  links: {},
  timers: [
    firewallTimer({
      value: {
        setting: "tcp_idle_timeout",
        // Without a number there still is a timer: a firewall that remembers flows forgets them.
        compute: (settings) => settings.tcp_idle_timeout === void 0 ? unknown("its idle timeout is not declared", "declare `idleTimeout` of the firewall") : secondsOf(settings, "tcp_idle_timeout")
      },
      expiry: (settings) => {
        const { on_expiry: expiry } = settings;
        return expiry?.state === "known" && expiry.value === "reset" ? "reset-on-next-packet" : "silent-drop";
      },
      cite: cite7
    })
  ],
  hop: {
    key: "firewall",
    side: "connection",
    does: "passes",
    inline: {
      idleTimeout: {
        setting: "tcp_idle_timeout",
        as: "duration",
        description: "How long the firewall remembers a TCP flow without packets."
      },
      onExpiry: {
        setting: "on_expiry",
        as: "text",
        choices: ["drop", "reset"],
        description: "What it does with the next packet of a flow it forgot: drop it (unless declared) or reset the flow."
      }
    }
  }
});

// lib/kinds/_listener.ts
function carries(settings) {
  const { protocol, port: port2 } = settings;
  if (protocol === void 0) return port2 === void 0 ? "geneve" : "http";
  if (protocol.state === "unknown") return "open";
  const all = new Set((protocol.state === "known" ? [protocol] : protocol.candidates).map((one2) => meaning(one2.value)));
  const [only, ...others3] = all;
  return only === void 0 || others3.length > 0 ? "open" : only;
}
function meaning(protocol) {
  switch (String(protocol).toUpperCase()) {
    case "TCP":
      return "tcp";
    case "TLS":
      return "tls";
    case "TCP_UDP":
    case "TCP_QUIC":
      return "mixed";
    case "GENEVE":
      return "geneve";
    case "UDP":
    case "QUIC":
      return "datagrams";
    case "HTTP":
    case "HTTPS":
      return "http";
    default:
      return "open";
  }
}
function carriesPostgres(settings) {
  const what = carries(settings);
  return what !== "datagrams" && what !== "http";
}
function listenerDoes(settings) {
  return carries(settings) === "tls" ? "relays-probes" : "passes";
}
function listenerExpiry(settings) {
  return carries(settings) === "geneve" ? "silent-drop" : "reset-on-next-packet";
}
var seconds = 350;
function idleDefault(settings) {
  switch (carries(settings)) {
    case "tcp":
      return { value: seconds, cite: `"The default is 350 seconds." ${elbApi}` };
    case "geneve":
      return {
        value: seconds,
        cite: `"The default idle timeout value for TCP flows is 350 seconds" ${gwlbIdleTimeout}`
      };
    case "open":
      return {
        value: seconds,
        cite: `the default of TCP and TLS listeners alike, ${nlbIdleTimeout}`,
        unverified: true
      };
    case "tls":
    case "mixed":
    case "datagrams":
    case "http":
      return null;
  }
}
function idleFixed(settings) {
  switch (carries(settings)) {
    case "tls":
      return {
        value: seconds,
        cite: `"The connection idle timeout for TLS listeners is 350 seconds and can't be modified." ${nlbIdleTimeout}`
      };
    case "mixed":
      return { value: seconds, cite: `not settable for TCP_UDP; TCP flows: ${nlbIdleTimeout}`, unverified: true };
    case "datagrams":
    case "http":
      return { value: null, cite: `only TCP and GENEVE listeners have it, ${provider("lb_listener")}` };
    case "tcp":
    case "geneve":
    case "open":
      return null;
  }
}
var listenerIdleTimeout = {
  as: "seconds",
  default: idleDefault,
  fixed: idleFixed,
  range: { min: 60, max: 6e3, cite: `"The valid range is 60-6000 seconds." ${elbApi}` },
  cite: `ListenerAttribute tcp.idle_timeout.seconds, ${elbApi}`
};
var listenerProtocol = { as: "text", cite: provider("lb_listener") };
function listenerTimer(expiry) {
  return {
    name: "listener.tcp_idle_timeout",
    class: "packet-idle",
    phases: ["query", "pause"],
    value: { setting: "tcp_idle_timeout" },
    expiry,
    cite: `"If a client or target sends data after the idle timeout period elapses, it receives a TCP RST packet"; "Clients or targets can use TCP keepalive packets to reset the idle timeout" ${nlbGuide}`
  };
}

// lib/kinds/declared-gwlb.ts
var declared_gwlb_default = defineKind({
  name: "declared-gwlb",
  title: "declared Gateway Load Balancer",
  settings: {
    tcp_idle_timeout: {
      as: "seconds",
      default: {
        value: 350,
        cite: `"The default idle timeout value for TCP flows is 350 seconds" ${gwlbIdleTimeout}`
      },
      range: { min: 60, max: 6e3, cite: `"can be updated to any value between 60-6000 seconds" ${gwlbIdleTimeout}` },
      cite: gwlbIdleTimeout
    }
  },
  links: {},
  timers: [listenerTimer("silent-drop")],
  hop: {
    key: "gwlb",
    side: "either",
    does: "passes",
    inline: {
      idleTimeout: {
        setting: "tcp_idle_timeout",
        as: "duration",
        description: "Idle timeout of TCP flows, 60 s to 6000 s; 350 s unless declared."
      }
    }
  }
});

// lib/kinds/_mesh.ts
var idle = `"The idleTimeout default for HTTP/HTTP2/GRPC is 5 minutes. The idleTimeout default for TCP is 1 hour." ${ecsApi}`;
var request = `15 seconds, which AWS does not document, ${serviceConnectDefaults}; only idleTimeout is allowed for TCP, ${ecsApi}`;
var idleDefaults = [
  { value: 300, cite: idle },
  { value: 3600, cite: idle }
];
var requestDefaults = [
  { value: 15, cite: request, unverified: true },
  { value: null, cite: request }
];
var whyPort = "depends on the port: each has its own, and the default of HTTP is not that of TCP";
var settlesPort = "write the timeout, the same for every port, or describe the proxy in the path: `mesh: { name, requestTimeout, idleTimeout }`";
function eitherOf(defaults2, attribute2) {
  const all = defaults2.map(({ value: value2, cite: cite15, unverified }) => ({
    state: "known",
    value: typeof value2 === "number" ? value2 : null,
    from: [
      {
        level: "default",
        subject: "Service Connect",
        attribute: attribute2,
        text: typeof value2 === "number" ? String(value2) : null,
        cite: cite15,
        ...unverified === true ? { unverified } : {}
      }
    ]
  }));
  return oneOf(
    all,
    `${attribute2} has a default that depends on the protocol of the port, HTTP or TCP`,
    `declare \`${attribute2}\``
  );
}
function meshTimers(otherwise) {
  const value2 = (setting) => ({
    compute: (settings) => settings[setting] === void 0 ? otherwise(setting) : mapSetting(secondsOf(settings, setting), (seconds2) => seconds2 === 0 ? null : seconds2),
    setting
  });
  return [
    {
      name: "mesh.idle_timeout",
      as: "mesh",
      class: "data-idle",
      phases: ["query", "pause"],
      value: value2("idle_timeout"),
      expiry: "orderly-close",
      cite: `"The amount of time in seconds a connection will stay active while idle. A value of 0 can be set to disable idleTimeout." ${ecsApi}`
    },
    {
      name: "mesh.request_timeout",
      as: "mesh",
      class: "request-cap",
      phases: ["query"],
      value: value2("request_timeout"),
      expiry: "request-error",
      cite: `"The amount of time waiting for the upstream to respond with a complete response per request. A value of 0 can be set to disable perRequestTimeout." ${ecsApi}`
    }
  ];
}

// lib/kinds/declared-mesh.ts
var cite8 = "declared in the configuration; 0 is off";
var declared_mesh_default = defineKind({
  name: "declared-mesh",
  title: "declared Service Connect proxy",
  settings: {
    idle_timeout: { as: "seconds", fixed: zeroIsOff("idle_timeout", cite8), cite: cite8 },
    request_timeout: { as: "seconds", fixed: zeroIsOff("request_timeout", cite8), cite: cite8 }
  },
  links: {},
  timers: meshTimers(
    (setting) => setting === "idle_timeout" ? eitherOf(idleDefaults, "idleTimeout") : eitherOf(requestDefaults, "requestTimeout")
  ),
  hop: {
    key: "mesh",
    side: "either",
    does: "terminates",
    inline: {
      requestTimeout: {
        setting: "request_timeout",
        as: "duration",
        description: "How long one request may take; 0 is off. Of HTTP it is 15 s unless declared."
      },
      idleTimeout: {
        setting: "idle_timeout",
        as: "duration",
        description: "How long a connection may carry no data; 0 is off. 5 min for HTTP, 1 h for TCP unless declared."
      }
    }
  }
});

// lib/kinds/declared-nlb.ts
var declared_nlb_default = defineKind({
  name: "declared-nlb",
  title: "declared Network Load Balancer",
  settings: {
    protocol: {
      ...listenerProtocol,
      default: { value: "TCP", cite: `a listener passes TCP unless it is declared to end TLS, ${nlbGuide}` }
    },
    tcp_idle_timeout: listenerIdleTimeout
  },
  links: {},
  timers: [listenerTimer("reset-on-next-packet")],
  hop: {
    key: "nlb",
    side: "either",
    does: listenerDoes,
    inline: {
      idleTimeout: {
        setting: "tcp_idle_timeout",
        as: "duration",
        description: "Idle timeout of the TCP listener, 60 s to 6000 s; 350 s unless declared, and always 350 s for TLS."
      },
      protocol: {
        setting: "protocol",
        as: "text",
        choices: ["TCP", "TLS"],
        description: "Protocol of the listener: TCP passes the connection on, TLS ends it and relays keepalive probes."
      }
    }
  }
});

// lib/kinds/distribution.ts
var why = "is not the same for every origin, and no document says which origin the requests go to";
var settles = "give the origins one value, or describe the distribution in the path: `cdn: { name, readTimeout, completionTimeout }`";
function ofOrigins(terraform, cloudformation, byDefault3) {
  return {
    as: "seconds",
    terraform: `origin.${terraform}`,
    cloudformation: `DistributionConfig.Origins.${cloudformation}`,
    each: { depth: 1, why, settles, defaults: [byDefault3] },
    cite: `Origins, ${cloudFrontApi}`
  };
}
function hasServer(origins, ...configs) {
  if (!Array.isArray(origins) || origins.length === 0) return true;
  return origins.some(
    (origin) => typeof origin === "object" && origin !== null && configs.some((config2) => isWritten(origin, config2))
  );
}
function readTimeout(settings) {
  const { origin_read_timeout: custom, vpc_origin_read_timeout: inVpc } = settings;
  if (custom === void 0 && inVpc !== void 0) return null;
  const shown5 = secondsOf(settings, "origin_read_timeout");
  const values = [shown5, ...inVpc === void 0 ? [] : [secondsOf(settings, "vpc_origin_read_timeout")]].map(
    candidates
  );
  if (custom === void 0 || values.includes(null))
    return custom === void 0 ? unknown("no document shows its origins", "pass the document that holds them") : shown5;
  return oneOf(
    values.flatMap((all) => all ?? []),
    `its origin read timeout ${why}`,
    settles
  );
}
var distribution_default = defineKind({
  name: "distribution",
  title: "CloudFront distribution",
  terraform: {
    types: ["aws_cloudfront_distribution"],
    when: ({ origin }) => hasServer(origin, "custom_origin_config", "vpc_origin_config"),
    names: ["id", "arn", "domain_name"]
  },
  cloudformation: {
    types: ["AWS::CloudFront::Distribution"],
    when: ({ DistributionConfig: config2 }) => {
      const isObject2 = typeof config2 === "object" && config2 !== null && !Array.isArray(config2);
      return !isObject2 || hasServer(config2.Origins, "CustomOriginConfig", "VpcOriginConfig");
    },
    names: []
  },
  settings: {
    origin_read_timeout: ofOrigins(
      "custom_origin_config.origin_read_timeout",
      "CustomOriginConfig.OriginReadTimeout",
      readDefault
    ),
    vpc_origin_read_timeout: ofOrigins(
      "vpc_origin_config.origin_read_timeout",
      "VpcOriginConfig.OriginReadTimeout",
      readDefault
    ),
    response_completion_timeout: ofOrigins(
      "response_completion_timeout",
      "ResponseCompletionTimeout",
      completionDefault
    )
  },
  links: {},
  timers: [
    readTimer("origin_read_timeout", { compute: readTimeout, setting: "origin_read_timeout" }),
    readTimer("vpc_origin_read_timeout", {
      compute: (settings) => settings.origin_read_timeout === void 0 && settings.vpc_origin_read_timeout !== void 0 ? secondsOf(settings, "vpc_origin_read_timeout") : null,
      setting: "vpc_origin_read_timeout"
    }),
    completionTimer({
      // "If omitted or explicitly set to 0, no maximum value is enforced." (provider documentation of the distribution)
      compute: (settings) => settings.response_completion_timeout === void 0 ? null : mapSetting(secondsOf(settings, "response_completion_timeout"), (value2) => value2 === 0 ? null : value2),
      setting: "response_completion_timeout"
    })
  ],
  hop: { key: "cdn", side: "request", does: "terminates" }
});

// lib/kinds/ec2-instance.ts
var templates2 = {
  launch_template: { terraform: "launch_template.id", cloudformation: "LaunchTemplate.LaunchTemplateId", by: "id" },
  launch_template_name: {
    terraform: "launch_template.name",
    cloudformation: "LaunchTemplate.LaunchTemplateName",
    by: "name"
  }
};
var ec2_instance_default = defineKind({
  name: "ec2-instance",
  title: "EC2 instance",
  terraform: { types: ["aws_instance"], names: ["id", "arn"] },
  cloudformation: { types: ["AWS::EC2::Instance"], names: [] },
  settings: launchedSettings(templates2),
  links: templateLinks(templates2),
  timers: launchedTimers,
  hop: { key: "client", side: "either", does: "terminates" },
  client: opensConnections(Object.keys(templates2))
});

// lib/kinds/_is-there.ts
var gone = ["deleted", "deleting", "failed", "rejected", "expired"];
function isThere({ State }) {
  return typeof State !== "string" || !gone.includes(State.toLowerCase());
}

// lib/kinds/endpoint.ts
var cite9 = `"NAT Gateway, Amazon VPC Endpoints, and NLB currently have a fixed idle timeout of 350 seconds" ${longTcp}`;
function isInterface(attribute2) {
  return (attributes) => {
    const type = attribute2 in attributes ? attributes[attribute2] : null;
    if (type === void 0) return null;
    return type === "Interface" || type === "GatewayLoadBalancer";
  };
}
function idle2(settings) {
  const type = settings.vpc_endpoint_type;
  const isOfInterface = type === void 0 || type.state === "known" && type.value === "Interface";
  return isOfInterface ? { value: 350, cite: cite9 } : { value: 350, cite: cite9, unverified: true };
}
var endpoint_default = defineKind({
  name: "endpoint",
  title: "interface VPC endpoint",
  terraform: { types: ["aws_vpc_endpoint"], when: isInterface("vpc_endpoint_type"), names: ["id", "arn"] },
  cloudformation: { types: ["AWS::EC2::VPCEndpoint"], when: isInterface("VpcEndpointType"), names: [] },
  account: {
    types: ["ec2:vpc-endpoint"],
    when: (answer) => isThere(answer) && isInterface("VpcEndpointType")(answer),
    names: ["VpcEndpointId"]
  },
  settings: {
    vpc_endpoint_type: attribute("text", "vpc_endpoint_type", "vpc_endpoint", "VpcEndpointType"),
    idle_timeout: { as: "seconds", fixed: idle2, cite: cite9 }
  },
  links: {},
  timers: [
    {
      name: "endpoint.idle_timeout",
      class: "packet-idle",
      phases: ["query", "pause"],
      value: { setting: "idle_timeout" },
      expiry: "silent-drop",
      cite: `"Packets sent after the idle timeout expired aren't delivered to the destination" ${longTcp}`
    }
  ],
  hop: { key: "endpoint", side: "connection", does: "passes", inline: {} }
});

// lib/kinds/firewall.ts
var engine = "firewall_policy.stateful_engine_options";
var engineOptions = "FirewallPolicy.StatefulEngineOptions";
var flowTimeout = `${engineOptions}.FlowTimeouts.TcpIdleTimeoutSeconds`;
var exceptionPolicy = `${engineOptions}.StreamExceptionPolicy`;
var firewall_default = defineKind({
  name: "firewall",
  title: "Network Firewall policy",
  terraform: { types: ["aws_networkfirewall_firewall_policy"], names: ["name", "arn"] },
  cloudformation: { types: ["AWS::NetworkFirewall::FirewallPolicy"], names: ["FirewallPolicyName"] },
  account: { types: ["network-firewall:firewall-policy"], names: ["FirewallPolicyName"] },
  settings: {
    tcp_idle_timeout: {
      as: "seconds",
      terraform: `${engine}.flow_timeouts.tcp_idle_timeout_seconds`,
      cloudformation: flowTimeout,
      account: flowTimeout,
      default: { value: 350, cite: `"If no value is provided, it defaults to 350 seconds." ${firewallApi}` },
      range: { min: 60, max: 6e3, cite: `"You can define ... between 60 and 6000 seconds." ${firewallApi}` },
      cite: `FlowTimeouts.TcpIdleTimeoutSeconds, ${firewallApi}`
    },
    stream_exception_policy: {
      as: "text",
      terraform: `${engine}.stream_exception_policy`,
      cloudformation: exceptionPolicy,
      account: exceptionPolicy,
      default: { value: "DROP", cite: provider("networkfirewall_firewall_policy") },
      cite: `StatefulEngineOptions.StreamExceptionPolicy, ${firewallApi}`
    }
  },
  links: {},
  timers: [
    firewallTimer({
      value: { setting: "tcp_idle_timeout" },
      expiry: (settings) => {
        const policy = settings.stream_exception_policy;
        return policy?.state === "known" && policy.value === "REJECT" ? "reset-on-next-packet" : "silent-drop";
      },
      cite: `"After the idle timeout passes, data packets are dropped, however, the next TCP SYN packet is considered a new flow ... Clients or targets can use TCP keepalive packets to reset the idle timeout." ${firewallApi}`
    })
  ],
  hop: { key: "firewall", side: "connection", does: "passes" }
});

// lib/kinds/function.ts
var function_default = defineKind({
  name: "function",
  title: "Lambda function",
  terraform: { types: ["aws_lambda_function"], names: ["function_name", "arn", "invoke_arn", "qualified_arn"] },
  cloudformation: { types: ["AWS::Lambda::Function"], names: ["FunctionName"] },
  account: { types: ["lambda:function"], names: ["FunctionName"] },
  settings: {
    timeout: {
      as: "seconds",
      terraform: "timeout",
      cloudformation: "Timeout",
      account: "Timeout",
      default: { value: 3, cite: `"The default is 3 seconds." ${lambdaApi}` },
      range: {
        min: 1,
        max: 5400,
        cite: `the shape of Timeout ends at 5400 s while its text says "The maximum allowed value is 900 seconds." ${lambdaApi}`
      },
      cite: `FunctionConfiguration.Timeout, ${lambdaApi}`
    },
    // Neither is in accounts: the environment holds secrets and is never collected.
    connections: {
      as: "variables",
      terraform: "environment.variables",
      cloudformation: "Environment.Variables",
      cite: provider("lambda_function")
    },
    runtime: { as: "text", terraform: "runtime", cloudformation: "Runtime", cite: provider("lambda_function") }
  },
  links: {},
  timers: [
    ...clientTimers,
    {
      name: "function.timeout",
      class: "request-cap",
      phases: ["query"],
      value: { setting: "timeout" },
      expiry: "client-ended",
      sees: "an error: the function is ended (its log says `Task timed out`)",
      cite: `"The amount of time (in seconds) that Lambda allows a function to run before stopping it." ${lambdaApi}`
    }
  ],
  // Above another client it is a program on the way; as the last hop above the connection it is the client.
  hop: {
    key: "function",
    side: "request",
    does: "terminates",
    inline: {
      timeout: { setting: "timeout", as: "duration", description: "How long it may run; 3 s unless declared." }
    }
  },
  client: opensConnections()
});

// lib/kinds/function-alias.ts
var function_alias_default = defineKind({
  name: "function-alias",
  title: "alias of a Lambda function",
  terraform: { types: ["aws_lambda_alias"], names: ["arn", "invoke_arn"] },
  cloudformation: { types: ["AWS::Lambda::Alias"], names: [] },
  settings: {},
  links: {
    function: {
      terraform: "function_name",
      cloudformation: "FunctionName",
      to: ["function"],
      by: ["function_name", "arn"]
    }
  },
  timers: []
});

// lib/kinds/graphql-api.ts
var cite10 = `"Request execution time for mutations, queries, and subscriptions: 30 Seconds", not adjustable, ${appSyncQuotas}`;
var graphql_api_default = defineKind({
  name: "graphql-api",
  title: "GraphQL API of AppSync",
  // Several APIs may have one name, so the identifier comes first.
  terraform: { types: ["aws_appsync_graphql_api"], names: ["id", "arn", "name"] },
  cloudformation: { types: ["AWS::AppSync::GraphQLApi"], names: [] },
  settings: { request_timeout: { as: "seconds", fixed: () => ({ value: 30, cite: cite10 }), cite: cite10 } },
  links: {},
  timers: [
    {
      name: "graphql-api.request_timeout",
      class: "request-cap",
      phases: ["query"],
      value: { setting: "request_timeout" },
      expiry: "request-error",
      cite: cite10
    }
  ],
  hop: { key: "api", side: "request", does: "terminates" }
});

// lib/kinds/gwlb.ts
var gwlb_default = defineKind({
  name: "gwlb",
  title: "Gateway Load Balancer",
  ...balancerOf("gateway"),
  settings: {},
  links: {},
  timers: [],
  hop: {
    key: "gwlb",
    side: "either",
    does: "passes",
    members: [{ kind: "listener", link: "load_balancer" }],
    parts: "behind-listener"
  }
});

// lib/kinds/http-api.ts
var cite11 = `"between 50 and 29,000 milliseconds for WebSocket APIs and between 50 and 30,000 milliseconds for HTTP APIs" ${httpApi}`;
function longest4({ protocol }) {
  if (protocol === void 0) return { value: 30, cite: cite11 };
  if (protocol.state !== "known") return { value: 29, cite: `${cite11}; its protocol is not known`, unverified: true };
  return { value: protocol.value === "WEBSOCKET" ? 29 : 30, cite: cite11 };
}
var http_api_default = defineKind({
  name: "http-api",
  title: "HTTP or WebSocket API of API Gateway",
  // Several APIs may have one name, so the identifier comes first.
  terraform: { types: ["aws_apigatewayv2_api"], names: ["id", "arn", "execution_arn", "api_endpoint", "name"] },
  cloudformation: { types: ["AWS::ApiGatewayV2::Api"], names: [] },
  settings: {
    protocol: { as: "text", terraform: "protocol_type", cloudformation: "ProtocolType", cite: cite11 },
    integration_timeout: { as: "seconds", fixed: longest4, cite: cite11 }
  },
  links: {
    // Quick create: an API with one integration of its own.
    target: {
      terraform: "target",
      cloudformation: "Target",
      to: ["function", "function-alias"],
      by: ["arn", "invoke_arn"]
    }
  },
  timers: [integrationTimer()],
  hop: {
    key: "api",
    side: "request",
    does: "terminates",
    members: [
      {
        kind: "http-integration",
        link: "api",
        use: ({ type }) => !(type?.state === "known" && type.value === "MOCK")
      }
    ]
  }
});

// lib/kinds/http-integration.ts
var page2 = "apigatewayv2_integration";
var http_integration_default = defineKind({
  name: "http-integration",
  title: "integration of an HTTP or WebSocket API",
  terraform: { types: ["aws_apigatewayv2_integration"], names: ["id"] },
  cloudformation: { types: ["AWS::ApiGatewayV2::Integration"], names: [] },
  settings: {
    type: {
      as: "text",
      terraform: "integration_type",
      cloudformation: "IntegrationType",
      cite: `Integration.IntegrationType, ${httpApi}`
    },
    // Without one of its own only the API's limit holds, which is the default as well.
    integration_timeout: {
      as: "milliseconds",
      terraform: "timeout_milliseconds",
      cloudformation: "TimeoutInMillis",
      range: { min: 0.05, max: 30, cite: `"between 50 and 30,000 milliseconds for HTTP APIs" ${httpApi}` },
      cite: `"The default timeout is 29 seconds for WebSocket APIs and 30 seconds for HTTP APIs." ${provider(page2)}`
    }
  },
  links: {
    api: { terraform: "api_id", cloudformation: "ApiId", to: ["http-api"], by: ["id"] },
    target: {
      terraform: "integration_uri",
      cloudformation: "IntegrationUri",
      to: ["function", "function-alias"],
      by: ["invoke_arn", "arn"]
    }
  },
  timers: [integrationTimer()],
  hop: { key: "api", side: "request", does: "terminates" }
});

// lib/kinds/instance.ts
var sourcesOfReplicas = ["SourceDBInstanceIdentifier", "SourceDBClusterIdentifier"];
var instance_default = defineKind({
  name: "instance",
  title: "RDS instance",
  terraform: {
    types: ["aws_db_instance"],
    // A replica leaves its engine out and inherits it. A path that names it as its database says that it is PostgreSQL.
    when: (attributes) => isEngine(attributes.engine, "postgres") ?? (attributes.replicate_source_db == null ? null : true),
    names: ["identifier", "db_instance_identifier", "address", "arn"]
  },
  cloudformation: {
    types: ["AWS::RDS::DBInstance"],
    when: (properties2) => {
      if (isWritten(properties2, "DBClusterIdentifier")) return false;
      const isReplica = sourcesOfReplicas.some((property) => isWritten(properties2, property));
      return isEngine(properties2.Engine, "postgres") ?? (isReplica ? true : null);
    },
    names: ["DBInstanceIdentifier"]
  },
  // Neptune and DocumentDB come along in the list; they are told by their engines.
  account: {
    types: ["rds:db"],
    when: (answer) => !isWritten(answer, "DBClusterIdentifier") && isEngine(answer.Engine, "postgres"),
    names: ["DBInstanceIdentifier", "Endpoint.Address", "DbiResourceId"]
  },
  settings: {
    identifier: attribute("text", "identifier", "db_instance", "DBInstanceIdentifier"),
    engine: attribute("text", "engine", "db_instance", "Engine"),
    engine_version: attribute("text", "engine_version", "db_instance", "EngineVersion"),
    engine_version_actual: attribute("text", "engine_version_actual", "db_instance", void 0, "EngineVersion"),
    instance_class: attribute("text", "instance_class", "db_instance", "DBInstanceClass"),
    port: attribute("number", "port", "db_instance", "Port", "Endpoint.Port"),
    address: attribute("text", "address", "db_instance", void 0, "Endpoint.Address"),
    parameter_apply_status: parameterApplyStatus
  },
  links: {
    // Its presence makes the instance a reader.
    replicate_source_db: {
      terraform: "replicate_source_db",
      cloudformation: "SourceDBInstanceIdentifier",
      account: "ReadReplicaSourceDBInstanceIdentifier",
      to: ["instance"],
      by: ["identifier", "arn", "id"]
    },
    parameter_group: {
      terraform: "parameter_group_name",
      cloudformation: "DBParameterGroupName",
      account: "DBParameterGroups.DBParameterGroupName",
      to: ["parameter-group"],
      by: ["name", "id"]
    }
  },
  timers: databaseTimers,
  hop: databaseHop,
  // "If you don't specify a value for DBParameterGroupName, then Amazon RDS uses the DBParameterGroup of the source DB instance
  // for a same Region read replica" (CreateDBInstanceReadReplica).
  session: {
    parameters: parameters2,
    flavour: "rds",
    groups: [{ level: "instance-group", link: "parameter_group", inherits: "replicate_source_db" }]
  }
});

// lib/kinds/lattice-service.ts
var duration = `"This setting does not change the maximum connection duration of 10 minutes; connections are still closed when they reach that limit." ${latticeApi}`;
var lattice_service_default = defineKind({
  name: "lattice-service",
  title: "VPC Lattice service",
  terraform: { types: ["aws_vpclattice_service"], names: ["name", "id", "arn"] },
  cloudformation: { types: ["AWS::VpcLattice::Service"], names: ["Name"] },
  settings: {
    idle_timeout: {
      as: "seconds",
      terraform: "idle_timeout_seconds",
      cloudformation: "IdleTimeoutSeconds",
      default: { value: 60, cite: `"default is 60 seconds" ${latticeApi}` },
      range: { min: 60, max: 600, cite: `"valid range is 60 to 600 seconds" ${latticeApi}` },
      cite: `Service.idleTimeoutSeconds, ${latticeApi}`
    },
    connection_duration: { as: "seconds", fixed: () => ({ value: 600, cite: duration }), cite: duration }
  },
  links: {},
  timers: [
    {
      name: "lattice-service.idle_timeout",
      class: "data-idle",
      phases: ["query"],
      value: { setting: "idle_timeout" },
      expiry: "orderly-close",
      cite: `"The amount of time, in seconds, that a connection can remain idle (no data sent) before VPC Lattice closes it." ${latticeApi}`
    },
    {
      name: "lattice-service.connection_duration",
      class: "life-cap",
      phases: ["query"],
      value: { setting: "connection_duration" },
      expiry: "orderly-close",
      bounds: "connection-age",
      cite: `"The maximum duration is 10 minutes, after which we do not allow new streams over the connection and we begin the process of closing the existing streams." ${latticeServices}`
    }
  ],
  hop: {
    key: "lattice",
    side: "request",
    does: "terminates",
    inline: {
      idleTimeout: {
        setting: "idle_timeout",
        as: "duration",
        description: "How long a connection may carry no data, 1 min to 10 min; 60 s unless declared."
      }
    }
  }
});

// lib/kinds/launch-template.ts
var launch_template_default = defineKind({
  name: "launch-template",
  title: "EC2 launch template",
  terraform: { types: ["aws_launch_template"], names: ["id", "name", "arn"] },
  cloudformation: { types: ["AWS::EC2::LaunchTemplate"], names: ["LaunchTemplateName"] },
  settings: {
    conntrack_timeout: {
      ...conntrackTimeout,
      terraform: "network_interfaces.connection_tracking_specification.tcp_established_timeout",
      cloudformation: "LaunchTemplateData.NetworkInterfaces.ConnectionTrackingSpecification.TcpEstablishedTimeout"
    }
  },
  links: {},
  timers: []
});

// lib/kinds/listener.ts
var listener_default = defineKind({
  name: "listener",
  title: "load balancer listener",
  terraform: { types: ["aws_lb_listener", "aws_alb_listener"], names: ["arn"] },
  cloudformation: { types: ["AWS::ElasticLoadBalancingV2::Listener"], names: [] },
  account: { types: ["elasticloadbalancing:listener"], names: ["ListenerArn"] },
  settings: {
    port: attribute("number", "port", "lb_listener", "Port"),
    protocol: { ...listenerProtocol, terraform: "protocol", cloudformation: "Protocol", account: "Protocol" },
    tcp_idle_timeout: {
      ...listenerIdleTimeout,
      terraform: "tcp_idle_timeout_seconds",
      cloudformation: "ListenerAttributes[Key=tcp.idle_timeout.seconds].Value",
      account: "ListenerAttributes[Key=tcp.idle_timeout.seconds].Value"
    }
  },
  links: {
    load_balancer: {
      terraform: "load_balancer_arn",
      cloudformation: "LoadBalancerArn",
      account: "LoadBalancerArn",
      to: ["alb", "nlb", "gwlb"],
      by: ["arn", "id"]
    },
    target_groups: {
      terraform: "default_action.target_group_arn",
      cloudformation: "DefaultActions.TargetGroupArn",
      account: "DefaultActions.TargetGroupArn",
      to: ["target-group"],
      by: ["arn", "id"],
      many: true
    },
    forward_target_groups: {
      terraform: "default_action.forward.target_group.arn",
      cloudformation: "DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn",
      account: "DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn",
      to: ["target-group"],
      by: ["arn", "id"],
      many: true
    }
  },
  timers: [listenerTimer(listenerExpiry)],
  // The listener stands for its load balancer on a path: what it does to a connection depends on its protocol.
  hop: { key: "nlb", side: "either", does: listenerDoes, parts: "behind-listener" }
});

// lib/kinds/listener-rule.ts
var listener_rule_default = defineKind({
  name: "listener-rule",
  title: "listener rule",
  terraform: { types: ["aws_lb_listener_rule", "aws_alb_listener_rule"], names: ["arn"] },
  cloudformation: { types: ["AWS::ElasticLoadBalancingV2::ListenerRule"], names: [] },
  account: { types: ["elasticloadbalancing:listener-rule"], names: ["RuleArn"] },
  settings: {},
  links: {
    listener: {
      terraform: "listener_arn",
      cloudformation: "ListenerArn",
      account: "ListenerArn",
      to: ["listener"],
      by: ["arn", "id"]
    },
    target_groups: {
      terraform: "action.target_group_arn",
      cloudformation: "Actions.TargetGroupArn",
      account: "Actions.TargetGroupArn",
      to: ["target-group"],
      by: ["arn", "id"],
      many: true
    },
    forward_target_groups: {
      terraform: "action.forward.target_group.arn",
      cloudformation: "Actions.ForwardConfig.TargetGroups.TargetGroupArn",
      account: "Actions.ForwardConfig.TargetGroups.TargetGroupArn",
      to: ["target-group"],
      by: ["arn", "id"],
      many: true
    }
  },
  timers: []
});

// lib/kinds/nat.ts
var cite12 = `"If a connection that's using a NAT gateway is idle for 350 seconds or more, the connection times out." ${natTroubleshooting}`;
var nat_default = defineKind({
  name: "nat",
  title: "NAT gateway",
  terraform: { types: ["aws_nat_gateway"], names: ["id"] },
  cloudformation: { types: ["AWS::EC2::NatGateway"], names: [] },
  account: { types: ["ec2:natgateway"], when: isThere, names: ["NatGatewayId"] },
  settings: { idle_timeout: { as: "seconds", fixed: () => ({ value: 350, cite: cite12 }), cite: cite12 } },
  links: {},
  timers: [
    {
      name: "nat.idle_timeout",
      class: "packet-idle",
      phases: ["query", "pause"],
      value: { setting: "idle_timeout" },
      expiry: "reset-on-next-packet",
      cite: `"a NAT gateway returns an RST packet to any resources behind the NAT gateway that attempt to continue the connection (it does not send a FIN packet)" ${natTroubleshooting}`
    }
  ],
  hop: { key: "nat", side: "connection", does: "passes", inline: {} }
});

// lib/kinds/network-firewall.ts
var network_firewall_default = defineKind({
  name: "network-firewall",
  title: "Network Firewall",
  terraform: { types: ["aws_networkfirewall_firewall"], names: ["name", "arn"] },
  cloudformation: { types: ["AWS::NetworkFirewall::Firewall"], names: ["FirewallName"] },
  account: { types: ["network-firewall:firewall"], names: ["FirewallName"] },
  settings: {},
  links: {
    firewall_policy: {
      terraform: "firewall_policy_arn",
      cloudformation: "FirewallPolicyArn",
      account: "FirewallPolicyArn",
      to: ["firewall"],
      by: ["arn", "id"]
    }
  },
  timers: [],
  hop: { key: "firewall", side: "connection", does: "passes", members: [{ outgoing: "firewall_policy" }] }
});

// lib/kinds/nlb.ts
var nlb_default = defineKind({
  name: "nlb",
  title: "Network Load Balancer",
  ...balancerOf("network"),
  // A plan prints idle_timeout 60 for it too, where it means nothing: the timer is the listener's.
  settings: {},
  links: {},
  timers: [],
  hop: {
    key: "nlb",
    side: "either",
    does: "passes",
    members: [{ kind: "listener", link: "load_balancer", use: carriesPostgres }],
    parts: "behind-listener"
  }
});

// lib/kinds/parameter-group.ts
var parameter_group_default = groupKind({
  name: "parameter-group",
  title: "DB parameter group",
  terraform: "aws_db_parameter_group",
  page: "db_parameter_group",
  cloudformation: "AWS::RDS::DBParameterGroup",
  account: "rds:pg",
  nameProperty: "DBParameterGroupName"
});

// lib/kinds/pooler.ts
var system2 = `tcp_keepalive is on with the values of the operating system, ${pgbouncer}; Linux: ${linuxTcp}`;
function offUnlessSet(name4) {
  const cite15 = `${name4}: 0 (off) by default, ${pgbouncer}`;
  return { as: "seconds", default: { value: null, cite: cite15 }, fixed: zeroIsOff(name4, cite15), cite: cite15 };
}
var janitor = "https://github.com/pgbouncer/pgbouncer/blob/master/src/janitor.c (pool_client_maint), seen in docs/lab.md";
function clientIdleTimeout(settings) {
  return valueOf(settings.mode) === "transaction" ? secondsOf(settings, "client_idle_timeout") : null;
}
var pooler_default = defineKind({
  name: "pooler",
  title: "connection pooler (PgBouncer)",
  settings: {
    query_timeout: offUnlessSet("query_timeout"),
    client_idle_timeout: offUnlessSet("client_idle_timeout"),
    mode: {
      as: "text",
      default: { value: "session", cite: `pool_mode: "Default: session", ${pgbouncer}` },
      cite: `pool_mode, ${pgbouncer}`
    },
    ...keepaliveSettings(pgbouncer, {
      idle: { value: 7200, cite: system2 },
      interval: { value: 75, cite: system2 },
      count: { value: 9, cite: system2 }
    })
  },
  links: {},
  timers: [
    {
      name: "pooler.query_timeout",
      class: "server-limit",
      phases: ["query"],
      value: { setting: "query_timeout" },
      expiry: "orderly-close",
      bounds: "query",
      cite: `"should be used only with a slightly smaller server-side statement_timeout" ${pgbouncer}`
    },
    {
      name: "pooler.client_idle_timeout",
      class: "between-queries",
      phases: ["pause"],
      value: { setting: "client_idle_timeout", compute: clientIdleTimeout },
      expiry: "orderly-close",
      bounds: "idle",
      cite: `client_idle_timeout, ${pgbouncer}; it passes over a client that holds a server connection: ${janitor}`
    }
  ],
  hop: {
    key: "pooler",
    side: "connection",
    does: "terminates",
    keepalive: "own",
    // Parameters in the startup packet are an error, or are ignored where ignore_startup_parameters lists them.
    startupOptions: "may-drop",
    // It hands out a server connection without a look if it was used less than server_check_delay (30 s) ago.
    below: ({ mode }) => valueOf(mode) === "transaction" ? "pool" : "client",
    inline: {
      queryTimeout: {
        setting: "query_timeout",
        as: "duration",
        description: "query_timeout: a query that runs longer is cut with its connection; 0 (off) unless declared."
      },
      clientIdleTimeout: {
        setting: "client_idle_timeout",
        as: "duration",
        description: "client_idle_timeout: a client that pauses longer is disconnected in transaction mode, and only there; 0 (off) unless declared."
      },
      mode: {
        setting: "mode",
        as: "text",
        choices: ["session", "transaction"],
        description: "pool_mode: whether a server connection belongs to a client for a session (unless declared) or a transaction."
      },
      keepalive: keepaliveKey
    }
  }
});

// lib/kinds/_proxy-hop.ts
var proxyHop = {
  key: "proxy",
  side: "connection",
  does: "terminates",
  keepalive: "undocumented",
  startupOptions: "refused",
  parts: [{ kind: "proxy-target-group", link: "proxy" }]
};
var proxyByName = {
  terraform: "db_proxy_name",
  cloudformation: "DBProxyName",
  account: "DBProxyName",
  to: ["proxy"],
  by: ["name", "id"]
};

// lib/kinds/proxy.ts
var lifetime = `"RDS Proxy enforces a maximum life of client connections of 24 hours. This value is not configurable", the AWS documentation as quoted in https://github.com/prisma/orm/issues/23529`;
var proxy_default = defineKind({
  name: "proxy",
  title: "RDS Proxy",
  terraform: { types: ["aws_db_proxy"], names: ["name", "endpoint", "arn"] },
  cloudformation: { types: ["AWS::RDS::DBProxy"], names: ["DBProxyName"] },
  account: { types: ["rds:db-proxy"], names: ["DBProxyName", "Endpoint"] },
  settings: {
    name: attribute("text", "name", "db_proxy", "DBProxyName"),
    engine_family: attribute("text", "engine_family", "db_proxy", "EngineFamily"),
    idle_client_timeout: {
      as: "seconds",
      terraform: "idle_client_timeout",
      cloudformation: "IdleClientTimeout",
      account: "IdleClientTimeout",
      default: { value: 1800, cite: `"Default: 1800 (30 minutes)" ${rdsApi}` },
      range: { min: 1, max: 28800, cite: `"Constraints: 1 to 28,800" ${rdsApi}` },
      cite: `DBProxy.IdleClientTimeout, ${rdsApi}`
    },
    connection_lifetime: { as: "seconds", fixed: () => ({ value: 86400, cite: lifetime }), cite: lifetime },
    // A real proxy's is in its target group; a declared one carries it itself.
    init_query: { as: "text", cite: provider("db_proxy_default_target_group") }
  },
  links: {},
  timers: [
    {
      name: "proxy.idle_client_timeout",
      class: "between-queries",
      phases: ["pause"],
      value: { setting: "idle_client_timeout" },
      expiry: "orderly-close",
      bounds: "idle",
      cite: `"A client connection is considered idle when the application doesn't submit a new request within the specified time after the previous request completed" ${proxyConnections}`
    },
    {
      name: "proxy.connection_lifetime",
      class: "life-cap",
      phases: ["query"],
      value: { setting: "connection_lifetime" },
      expiry: "orderly-close",
      bounds: "connection-age",
      uncertain: "whether RDS Proxy cuts a query that runs when its connection is 24 h old is not documented",
      cite: lifetime
    }
  ],
  hop: {
    ...proxyHop,
    inline: {
      idleClientTimeout: {
        setting: "idle_client_timeout",
        as: "duration",
        description: "How long a client may pause between two requests, 1 s to 8 h; 30 min unless declared."
      },
      initQuery: {
        setting: "init_query",
        as: "text",
        description: "SQL that the proxy runs on each new database connection."
      }
    }
  }
});

// lib/kinds/proxy-endpoint.ts
var proxy_endpoint_default = defineKind({
  name: "proxy-endpoint",
  title: "endpoint of RDS Proxy",
  terraform: { types: ["aws_db_proxy_endpoint"], names: ["db_proxy_endpoint_name", "endpoint", "arn"] },
  cloudformation: { types: ["AWS::RDS::DBProxyEndpoint"], names: ["DBProxyEndpointName"] },
  // The default endpoint is the proxy's own: it is called as the proxy is, and stands for nothing else.
  account: {
    types: ["rds:db-proxy-endpoint"],
    when: ({ IsDefault }) => IsDefault !== true,
    names: ["DBProxyEndpointName", "Endpoint"]
  },
  settings: {
    name: attribute("text", "db_proxy_endpoint_name", "db_proxy_endpoint", "DBProxyEndpointName"),
    target_role: {
      ...attribute("text", "target_role", "db_proxy_endpoint", "TargetRole"),
      default: { value: "READ_WRITE", cite: `"The default is READ_WRITE." ${provider("db_proxy_endpoint")}` }
    }
  },
  links: {
    proxy: proxyByName
  },
  timers: [],
  // It carries no timer of its own: the proxy stands for it.
  hop: { ...proxyHop, members: [{ outgoing: "proxy" }] }
});

// lib/kinds/proxy-target.ts
var proxy_target_default = defineKind({
  name: "proxy-target",
  title: "target of RDS Proxy",
  terraform: { types: ["aws_db_proxy_target"], names: ["id"] },
  // A target group of CloudFormation names its targets itself.
  cloudformation: {
    types: ["AWS::RDS::DBProxyTargetGroup"],
    when: (properties2) => isWritten(properties2, "DBInstanceIdentifiers") || isWritten(properties2, "DBClusterIdentifiers"),
    names: [],
    beside: true
  },
  // Targets that were read and are none are known to be none.
  account: { types: ["rds:target-group"], when: (answer) => "Targets" in answer, names: [], beside: true },
  settings: { target_group_name: attribute("text", "target_group_name", "db_proxy_target", "TargetGroupName") },
  links: {
    proxy: proxyByName,
    instance: {
      terraform: "db_instance_identifier",
      cloudformation: "DBInstanceIdentifiers",
      account: "Targets[Type=RDS_INSTANCE].RdsResourceId",
      to: ["instance"],
      by: ["identifier", "id"],
      many: true
    },
    cluster: {
      terraform: "db_cluster_identifier",
      cloudformation: "DBClusterIdentifiers",
      // Beside this row there is one for each instance of the cluster.
      account: "Targets[Type=TRACKED_CLUSTER].RdsResourceId",
      to: ["cluster"],
      by: ["cluster_identifier", "id"],
      many: true
    }
  },
  timers: []
});

// lib/kinds/proxy-target-group.ts
var page3 = provider("db_proxy_default_target_group");
var pool2 = (terraform, property) => ({
  terraform: `connection_pool_config.${terraform}`,
  cloudformation: `ConnectionPoolConfigurationInfo.${property}`,
  account: `ConnectionPoolConfig.${property}`
});
function percent(name4, property, value2, min) {
  return {
    as: "number",
    ...pool2(name4, property),
    default: { value: value2, cite: `${String(value2)}, ${page3}` },
    range: { min, max: 100, cite: rdsApi },
    cite: `${property}, ${rdsApi}`
  };
}
var proxy_target_group_default = defineKind({
  name: "proxy-target-group",
  title: "target group of RDS Proxy",
  terraform: { types: ["aws_db_proxy_default_target_group"], names: ["arn"] },
  // Each is called `default`.
  cloudformation: { types: ["AWS::RDS::DBProxyTargetGroup"], names: [] },
  // So its proxy's name is what a command calls it by.
  account: { types: ["rds:target-group"], names: ["DBProxyName", "TargetGroupArn"] },
  settings: {
    connection_borrow_timeout: {
      as: "seconds",
      ...pool2("connection_borrow_timeout", "ConnectionBorrowTimeout"),
      default: { value: 120, cite: `120, ${page3}` },
      range: { min: 0, max: 300, cite: `0 to 300 in ${rdsApi}; older documentation and the provider go up to 3600` },
      cite: `ConnectionPoolConfiguration.ConnectionBorrowTimeout: "only applies when the proxy has opened its maximum number of connections and all connections are busy", ${rdsApi}`
    },
    max_connections_percent: percent("max_connections_percent", "MaxConnectionsPercent", 100, 1),
    max_idle_connections_percent: percent("max_idle_connections_percent", "MaxIdleConnectionsPercent", 50, 0),
    init_query: { as: "text", ...pool2("init_query", "InitQuery"), cite: page3 },
    session_pinning_filters: {
      as: "list",
      ...pool2("session_pinning_filters", "SessionPinningFilters"),
      cite: `"only supported for MySQL engine family databases" ${rdsApi}`
    }
  },
  links: { proxy: proxyByName },
  timers: []
});

// lib/kinds/rest-api.ts
var cite13 = `Integration.timeoutInMillis, ${restApi}; 15 minutes at most: ${restStreaming}`;
var rest_api_default = defineKind({
  name: "rest-api",
  title: "REST API of API Gateway",
  // Several APIs may have one name, so the identifier comes first.
  terraform: { types: ["aws_api_gateway_rest_api"], names: ["id", "arn", "execution_arn", "name"] },
  cloudformation: { types: ["AWS::ApiGateway::RestApi"], names: [] },
  settings: { integration_timeout: { as: "seconds", cite: cite13 } },
  links: {},
  timers: [
    integrationTimer(
      {
        compute: () => unknown(
          "its integrations are in no document; an OpenAPI body is not read",
          "pass the document that holds them, or describe the API in the path: `api: { name, timeout }`",
          [],
          { min: 0.05, max: 900 }
        ),
        setting: "integration_timeout"
      },
      { alone: true }
    )
  ],
  hop: {
    key: "api",
    side: "request",
    does: "terminates",
    // What answers from a template of its own calls nobody.
    members: [
      {
        kind: "rest-integration",
        link: "rest_api",
        use: ({ type }) => !(type?.state === "known" && type.value === "MOCK")
      }
    ]
  }
});

// lib/kinds/rest-integration.ts
var idleTimeouts = `"For Regional or private endpoints, the timeout is 5 minutes. For edge-optimized endpoints, the timeout is 30 seconds." ${restStreaming}`;
function streamIdle(settings) {
  const streams = whether(settings, "response_transfer_mode", (value2) => value2 === "STREAM");
  if (streams.state === "known" && !streams.value) return null;
  const of = (seconds2) => known(seconds2, {
    level: "default",
    subject: "API Gateway",
    attribute: "stream idle timeout",
    text: String(seconds2),
    cite: idleTimeouts
  });
  const either = oneOf(
    [of(30), of(300)],
    "an edge-optimized API ends a silent stream after 30 s, a Regional or private one after 5 min",
    "send a byte of the response at least every 30 s, and declare that as `request.maxSilence`"
  );
  return choose(streams, either, never);
}
var rest_integration_default = defineKind({
  name: "rest-integration",
  title: "integration of a REST API",
  terraform: { types: ["aws_api_gateway_integration"], names: ["id"] },
  cloudformation: { types: ["AWS::ApiGateway::Method"], names: [] },
  settings: {
    type: { as: "text", terraform: "type", cloudformation: "Integration.Type", cite: `Integration.type, ${restApi}` },
    integration_timeout: {
      as: "milliseconds",
      terraform: "timeout_milliseconds",
      cloudformation: "Integration.TimeoutInMillis",
      default: {
        value: 29,
        cite: `"The default value is 29,000 milliseconds." ${provider("api_gateway_integration")}`
      },
      range: {
        min: 0.05,
        max: 900,
        cite: `"Timeout should be between 50 ms and 900000 ms", AWS as quoted in https://github.com/hashicorp/terraform-provider-aws/pull/45482`
      },
      cite: `Integration.timeoutInMillis, ${restApi}`
    },
    response_transfer_mode: {
      as: "text",
      terraform: "response_transfer_mode",
      cloudformation: "Integration.ResponseTransferMode",
      default: { value: "BUFFERED", cite: `"The default transfer mode setting is BUFFERED." ${restStreaming}` },
      cite: `Integration.responseTransferMode, ${restApi}`
    },
    stream_idle_timeout: { as: "seconds", cite: idleTimeouts }
  },
  links: {
    rest_api: { terraform: "rest_api_id", cloudformation: "RestApiId", to: ["rest-api"], by: ["id"] },
    target: {
      terraform: "uri",
      cloudformation: "Integration.Uri",
      to: ["function", "function-alias"],
      by: ["invoke_arn", "arn"]
    }
  },
  timers: [
    integrationTimer(),
    {
      name: "api.stream_idle_timeout",
      class: "data-idle",
      phases: ["query"],
      value: { compute: streamIdle, setting: "stream_idle_timeout" },
      expiry: "request-error",
      cite: `"Your streams are subject to idle timeouts." ${restStreaming}`
    }
  ],
  hop: { key: "api", side: "request", does: "terminates" }
});

// lib/kinds/role.ts
var cite14 = `postgresql_role, ${roleProvider}`;
function parameter(name4) {
  return {
    as: "text",
    terraform: name4,
    fixed: (settings) => {
      const written7 = settings[name4];
      const isReset = written7?.state === "known" && Number(written7.value) === 0;
      return isReset ? {
        value: null,
        cite: `0 issues ALTER ROLE .. RESET: ${roleProvider}; https://github.com/cyrilgdn/terraform-provider-postgresql/issues/353`
      } : null;
    },
    range: { min: 0, max: 2147483647, cite: cite14 },
    cite: cite14
  };
}
var role_default = defineKind({
  name: "role",
  title: "PostgreSQL role",
  terraform: { types: ["postgresql_role"], names: ["name"] },
  settings: {
    name: { as: "text", terraform: "name", cite: cite14 },
    login: { as: "boolean", terraform: "login", default: { value: false, cite: cite14 }, cite: cite14 },
    statement_timeout: parameter("statement_timeout"),
    idle_in_transaction_session_timeout: parameter("idle_in_transaction_session_timeout")
  },
  links: {
    database: {
      terraform: "host",
      to: ["instance", "cluster", "cluster-instance"],
      by: ["address", "endpoint"],
      provider: "host"
    }
  },
  timers: [],
  role: {
    name: "name",
    parameters: ["statement_timeout", "idle_in_transaction_session_timeout"],
    database: "database"
  }
});

// lib/kinds/service.ts
var service_default = defineKind({
  name: "service",
  title: "ECS service",
  terraform: { types: ["aws_ecs_service"], names: ["name", "id"] },
  cloudformation: { types: ["AWS::ECS::Service"], names: ["ServiceName"] },
  account: { types: ["ecs:service"], names: ["serviceName"] },
  settings: {
    // What Service Connect does in front of the service, as a `mesh`: one timeout for each of its ports.
    service_connect: {
      as: "boolean",
      terraform: "service_connect_configuration.enabled",
      cloudformation: "ServiceConnectConfiguration.Enabled",
      cite: `ServiceConnectConfiguration.enabled, ${ecsApi}`
    },
    idle_timeout: {
      as: "seconds",
      terraform: "service_connect_configuration.service.timeout.idle_timeout_seconds",
      cloudformation: "ServiceConnectConfiguration.Services.Timeout.IdleTimeoutSeconds",
      each: { depth: 2, why: whyPort, settles: settlesPort, defaults: idleDefaults },
      cite: `TimeoutConfiguration.idleTimeoutSeconds, ${ecsApi}`
    },
    request_timeout: {
      as: "seconds",
      terraform: "service_connect_configuration.service.timeout.per_request_timeout_seconds",
      cloudformation: "ServiceConnectConfiguration.Services.Timeout.PerRequestTimeoutSeconds",
      each: { depth: 2, why: whyPort, settles: settlesPort, defaults: requestDefaults },
      cite: `TimeoutConfiguration.perRequestTimeoutSeconds, ${ecsApi}`
    }
  },
  links: {
    target_groups: {
      terraform: "load_balancer.target_group_arn",
      cloudformation: "LoadBalancers.TargetGroupArn",
      account: "loadBalancers.targetGroupArn",
      to: ["target-group"],
      by: ["arn", "id"],
      many: true
    },
    // Not in accounts: what deploys sets a revision of its own, and task definitions, which may hold secrets, are never collected.
    task_definition: {
      terraform: "task_definition",
      cloudformation: "TaskDefinition",
      to: ["task-definition"],
      by: ["arn", "arn_without_revision", "family", "id"]
    }
  },
  timers: [...clientTimers, ...meshTimers(() => null)],
  hop: {
    key: "client",
    side: "either",
    does: "terminates",
    also: [
      {
        key: "mesh",
        side: "either",
        may: ({ service_connect: on, idle_timeout: ports }) => valueOf(on) !== false && ports !== void 0
      }
    ]
  },
  client: opensConnections(["task_definition"])
});

// lib/kinds/ssm-parameter.ts
var isOpen = (type) => type === "String";
var ssm_parameter_default = defineKind({
  name: "ssm-parameter",
  title: "SSM parameter",
  terraform: {
    types: ["aws_ssm_parameter"],
    when: (attributes) => "type" in attributes && attributes.type === void 0 ? null : isOpen(attributes.type),
    names: ["name", "arn"]
  },
  cloudformation: {
    types: ["AWS::SSM::Parameter"],
    when: (properties2) => "Type" in properties2 && properties2.Type === void 0 ? null : isOpen(properties2.Type),
    names: ["Name"]
  },
  settings: {
    connections: { as: "connection", terraform: "value", cloudformation: "Value", cite: provider("ssm_parameter") }
  },
  links: {},
  timers: []
});

// lib/kinds/target-group.ts
var isOneOf = (...words) => (value2) => words.includes(String(value2).toUpperCase());
function deregistration(settings) {
  if (isLambda(settings)) return never;
  const delay = secondsOf(settings, "deregistration_delay");
  const whenTold = choose(
    whether(settings, "connection_termination", (value2) => value2 === true),
    delay,
    never
  );
  const isGateway = whether(settings, "protocol", isOneOf("GENEVE"));
  return choose(whether(settings, "protocol", isOneOf("HTTP", "HTTPS")), delay, choose(isGateway, never, whenTold));
}
function unhealthy(settings) {
  if (isLambda(settings)) return never;
  const interval = secondsOf(settings, "unhealthy_draining_interval");
  const hasInterval = whether(
    settings,
    "unhealthy_draining_interval",
    (value2) => typeof value2 === "number" && value2 > 0
  );
  const atOnce = known(0);
  const terminates = whether(settings, "unhealthy_connection_termination", (value2) => value2 === true);
  const ends2 = choose(terminates, atOnce, choose(hasInterval, interval, never));
  return choose(whether(settings, "protocol", isOneOf("TCP", "TLS")), ends2, never);
}
function isLambda(settings) {
  return settings.target_type?.state === "known" && settings.target_type.value === "lambda";
}
function terminationDefault(settings) {
  const protocol = settings.protocol?.state === "known" ? settings.protocol.value : null;
  return isOneOf("UDP", "TCP_UDP")(protocol) ? { value: true, cite: `true for new UDP and TCP_UDP target groups, ${elbApi}` } : { value: false, cite: `deregistration_delay.connection_termination.enabled, ${elbApi}` };
}
var inList = (key3) => {
  const path = `TargetGroupAttributes[Key=${key3}].Value`;
  return { cloudformation: path, account: path };
};
var target_group_default = defineKind({
  name: "target-group",
  title: "target group",
  terraform: { types: ["aws_lb_target_group", "aws_alb_target_group"], names: ["name", "arn"] },
  cloudformation: { types: ["AWS::ElasticLoadBalancingV2::TargetGroup"], names: ["Name"] },
  account: { types: ["elasticloadbalancing:targetgroup"], names: ["TargetGroupName", "TargetGroupArn"] },
  settings: {
    deregistration_delay: {
      as: "seconds",
      terraform: "deregistration_delay",
      ...inList("deregistration_delay.timeout_seconds"),
      default: { value: 300, cite: `"The default value is 300 seconds." ${provider("lb_target_group")}` },
      range: { min: 0, max: 3600, cite: `"The range is 0-3600 seconds." ${provider("lb_target_group")}` },
      cite: `TargetGroupAttribute deregistration_delay.timeout_seconds, ${elbApi}`
    },
    connection_termination: {
      as: "boolean",
      terraform: "connection_termination",
      ...inList("deregistration_delay.connection_termination.enabled"),
      default: terminationDefault,
      cite: `TargetGroupAttribute deregistration_delay.connection_termination.enabled, ${elbApi}`
    },
    protocol: attribute("text", "protocol", "lb_target_group", "Protocol"),
    port: attribute("number", "port", "lb_target_group", "Port"),
    target_type: {
      as: "text",
      terraform: "target_type",
      cloudformation: "TargetType",
      account: "TargetType",
      default: { value: "instance", cite: `"The default is \`instance\`." ${provider("lb_target_group")}` },
      cite: provider("lb_target_group")
    },
    preserve_client_ip: attribute(
      "boolean",
      "preserve_client_ip",
      "lb_target_group",
      inList("preserve_client_ip.enabled").cloudformation
    ),
    unhealthy_connection_termination: {
      as: "boolean",
      terraform: "target_health_state.enable_unhealthy_connection_termination",
      ...inList("target_health_state.unhealthy.connection_termination.enabled"),
      default: { value: true, cite: `"The default is true." ${elbApi}` },
      cite: `TargetGroupAttribute target_health_state.unhealthy.connection_termination.enabled, ${elbApi}`
    },
    unhealthy_draining_interval: {
      as: "seconds",
      terraform: "target_health_state.unhealthy_draining_interval",
      ...inList("target_health_state.unhealthy.draining_interval_seconds"),
      default: { value: 0, cite: `"Default: \`0\`." ${provider("lb_target_group")}` },
      range: { min: 0, max: 36e4, cite: `"The range is \`0-360000\`." ${provider("lb_target_group")}` },
      cite: `TargetGroupAttribute target_health_state.unhealthy.draining_interval_seconds, ${elbApi}`
    }
  },
  links: {},
  timers: [
    {
      name: "target-group.deregistration_delay",
      class: "drain",
      phases: ["rollout"],
      value: { compute: deregistration, setting: "deregistration_delay" },
      expiry: "orderly-close",
      cite: `"connections to deregistered targets are closed shortly after the end of the deregistration timeout" ${nlbTargetGroups}; HTTP: ${albTroubleshooting}`
    },
    {
      name: "target-group.unhealthy_draining_interval",
      class: "drain",
      phases: ["rollout"],
      value: { compute: unhealthy, setting: "unhealthy_draining_interval" },
      expiry: "reset-on-next-packet",
      uncertain: "it acts only when a target fails its health checks",
      cite: `"Indicates whether the load balancer terminates connections to unhealthy targets ... The default is true." ${elbApi}; without termination, after the draining interval: ${nlbUnhealthyDraining}`
    }
  ]
});

// lib/kinds/target-group-attachment.ts
var target_group_attachment_default = defineKind({
  name: "target-group-attachment",
  title: "target group attachment",
  terraform: { types: ["aws_lb_target_group_attachment", "aws_alb_target_group_attachment"], names: ["id"] },
  // A target group of CloudFormation names its targets itself.
  cloudformation: {
    types: ["AWS::ElasticLoadBalancingV2::TargetGroup"],
    when: (properties2) => isWritten(properties2, "Targets"),
    names: [],
    beside: true
  },
  account: {
    types: ["elasticloadbalancing:targetgroup"],
    when: (answer) => isWritten(answer, "Targets"),
    names: [],
    beside: true
  },
  settings: {},
  links: {
    target_group: {
      terraform: "target_group_arn",
      cloudformation: "Ref",
      account: "Ref",
      to: ["target-group"],
      by: ["arn", "id"]
    },
    // Whatever has an address may be one, so `other` too; a load balancer may stand behind a load balancer.
    target: {
      terraform: "target_id",
      cloudformation: "Targets.Id",
      account: "Targets.Id",
      to: ["ec2-instance", "function", "alb", "other"],
      by: ["id", "arn"],
      many: true
    }
  },
  timers: []
});

// lib/kinds/task-definition.ts
var containers = { terraform: "container_definitions", cloudformation: "ContainerDefinitions" };
function onHostNetwork({ network_mode: mode }) {
  return mode?.state === "known" && mode.value === "host" ? { value: {}, cite: `"Sysctls ... for tasks that use the host network mode ... aren't supported" ${ecsApi}` } : null;
}
var task_definition_default = defineKind({
  name: "task-definition",
  title: "ECS task definition",
  terraform: { types: ["aws_ecs_task_definition"], names: ["family", "arn", "arn_without_revision"] },
  cloudformation: { types: ["AWS::ECS::TaskDefinition"], names: ["Family"] },
  settings: {
    connections: { as: "container-variables", ...containers, cite: provider("ecs_task_definition") },
    secrets: { as: "container-secrets", ...containers, cite: `Secret, ${ecsApi}` },
    sysctls: { as: "container-sysctls", ...containers, fixed: onHostNetwork, cite: `SystemControl, ${ecsApi}` },
    network_mode: {
      as: "text",
      terraform: "network_mode",
      cloudformation: "NetworkMode",
      cite: provider("ecs_task_definition")
    },
    stop_timeout: {
      as: "container-stop-timeout",
      ...containers,
      // On EC2 the agent of the instance may say otherwise (ECS_CONTAINER_STOP_TIMEOUT), which no document shows.
      default: { value: 30, cite: `"the default value of 30 seconds is used" ${ecsApi}` },
      cite: `stopTimeout, "Time duration (in seconds) to wait before the container is forcefully killed"; on Fargate "the max stop timeout value is 120 seconds" ${ecsApi}`
    }
  },
  links: {},
  timers: [...clientTimers],
  // A task that a schedule starts has no service: the definition itself is the client then.
  hop: { key: "client", side: "either", does: "terminates" },
  client: opensConnections()
});

// lib/kinds/index.ts
var kinds = [
  accelerator_default,
  alb_default,
  app_runner_service_default,
  autoscaling_attachment_default,
  autoscaling_group_default,
  beanstalk_environment_default,
  catalog_role_default,
  catalog_server_default,
  clb_default,
  client_default,
  cluster_default,
  cluster_instance_default,
  cluster_parameter_group_default,
  declared_api_default,
  declared_database_default,
  declared_distribution_default,
  declared_firewall_default,
  declared_gwlb_default,
  declared_mesh_default,
  declared_nlb_default,
  distribution_default,
  ec2_instance_default,
  endpoint_default,
  firewall_default,
  function_default,
  function_alias_default,
  graphql_api_default,
  gwlb_default,
  http_api_default,
  http_integration_default,
  instance_default,
  lattice_service_default,
  launch_template_default,
  listener_default,
  listener_rule_default,
  nat_default,
  network_firewall_default,
  nlb_default,
  parameter_group_default,
  pooler_default,
  proxy_default,
  proxy_endpoint_default,
  proxy_target_default,
  proxy_target_group_default,
  rest_api_default,
  rest_integration_default,
  role_default,
  service_default,
  ssm_parameter_default,
  target_group_default,
  target_group_attachment_default,
  task_definition_default
];

// lib/core/input-error.ts
var InputError = class extends Error {
  problems;
  constructor(problems) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.name = "InputError";
    this.problems = problems;
  }
};

// lib/read/json.ts
function isObject(value2) {
  return typeof value2 === "object" && value2 !== null && !Array.isArray(value2);
}
function own(value2, key3) {
  return isObject(value2) && Object.hasOwn(value2, key3) ? value2[key3] : void 0;
}
function items(value2) {
  return Array.isArray(value2) ? value2 : [];
}
function entries(value2) {
  return isObject(value2) ? Object.entries(value2) : [];
}
function textOf3(value2) {
  return typeof value2 === "string" && value2 !== "" ? value2 : void 0;
}
function marks(mask) {
  const pending = [mask];
  while (pending.length > 0) {
    const next2 = pending.pop();
    if (next2 === true) return true;
    if (typeof next2 !== "object" || next2 === null) continue;
    for (const inner of Object.values(next2)) if (inner === true || typeof inner === "object") pending.push(inner);
  }
  return false;
}
function sameJson(one2, other) {
  const pending = [[one2, other]];
  for (let pair = pending.pop(); pair !== void 0; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key3) => Object.hasOwn(b, key3))) return false;
    for (const key3 of keys) pending.push([a[key3], b[key3]]);
  }
  return true;
}
function pointerTo(base, ...segments2) {
  return base + segments2.map((segment) => `/${String(segment).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

// lib/read/connection/ado.ts
function adoApart(name4, text2) {
  if (!/^\s*[a-z][a-z ]{0,40}=/i.test(text2) || !text2.includes(";")) return null;
  const pairs = adoPairs(text2);
  if (pairs === null) {
    return /^\s*host\s*=/i.test(text2) && /;\s*database\s*=/i.test(text2) ? { why: "breaks off: a quote is open, or a `=` is missing", settles: "write it as `Host=...;Database=...`" } : null;
  }
  return isNpgsql(name4, pairs) ? { scheme: null, pairs } : null;
}
function isNpgsql(name4, pairs) {
  const said2 = new Map(pairs.map(([key3, value2]) => [key3.toLowerCase().replace(/\s+/g, ""), value2]));
  const hasDatabase = said2.has("database") || said2.has("db");
  const isPostgresPort = said2.get("port") === "5432";
  if (said2.has("host")) return hasDatabase || isPostgresPort;
  return said2.has("server") && (isPostgresPort || hasDatabase && /postgres|npgsql/i.test(name4));
}
function adoPairs(text2) {
  const pairs = [];
  let at3 = 0;
  while (at3 < text2.length) {
    const rest2 = /[\s;]*/y;
    rest2.lastIndex = at3;
    rest2.test(text2);
    at3 = rest2.lastIndex;
    if (at3 >= text2.length) break;
    const key3 = keyFrom(text2, at3);
    if (key3 === null) return null;
    const value2 = valueFrom(text2, key3.end);
    if (value2 === null) return null;
    pairs.push([key3.text, value2.text]);
    at3 = value2.end;
  }
  return pairs;
}
function keyFrom(text2, start) {
  let sign = text2.indexOf("=", start);
  while (sign !== -1 && text2[sign + 1] === "=") sign = text2.indexOf("=", sign + 2);
  if (sign === -1) return null;
  return { text: text2.slice(start, sign).replace(/==/g, "=").trim(), end: sign + 1 };
}
function valueFrom(text2, from) {
  const space2 = /\s*/y;
  space2.lastIndex = from;
  space2.test(text2);
  const start = space2.lastIndex;
  const quote = text2[start];
  if (quote !== '"' && quote !== "'") {
    const semicolon = text2.indexOf(";", from);
    const end2 = semicolon === -1 ? text2.length : semicolon;
    return { text: text2.slice(from, end2).trim(), end: end2 };
  }
  let close = text2.indexOf(quote, start + 1);
  while (close !== -1 && text2[close + 1] === quote) close = text2.indexOf(quote, close + 2);
  if (close === -1) return null;
  space2.lastIndex = close + 1;
  space2.test(text2);
  const end = space2.lastIndex;
  if (end < text2.length && text2[end] !== ";") return null;
  return {
    text: text2.slice(start + 1, close).split(quote + quote).join(quote),
    end
  };
}

// lib/read/connection/hidden.ts
function hiddenConnection({ name: name4, container, form }, why2, settles4) {
  const variable4 = container === null ? `\`${name4}\`` : `\`${name4}\` of container \`${container}\``;
  return {
    name: name4,
    container,
    form,
    scheme: null,
    parameters: [],
    options: table(),
    unnamed: 0,
    hidden: { why: `${variable4} ${why2}`, settles: settles4 }
  };
}

// lib/read/connection/ini.ts
function iniApart(text2) {
  if (!/^[ \t]*\[(?:pgbouncer|databases)\][ \t]*$/m.test(text2)) return null;
  const pairs = [];
  let section = "";
  for (const line of text2.split(/\r?\n/).map((one2) => one2.trim())) {
    if (line.startsWith("[")) section = line;
    if (section !== "[pgbouncer]" || /^[[;#%]/.test(line)) continue;
    const sign = line.indexOf("=");
    if (sign !== -1) pairs.push([line.slice(0, sign).trim(), line.slice(sign + 1).trim()]);
  }
  return { scheme: null, pairs };
}

// lib/read/connection/taken-apart.ts
var opaque = "\uFFFC";

// lib/read/connection/url.ts
var ours = /^postgres(?:ql)?(?:\+[a-z0-9_]+)?$/;
function urlApart(text2, schemes) {
  const [, written7] = /^([a-z][a-z0-9+.:-]{0,60}):\/\//i.exec(text2) ?? [];
  const scheme = written7?.toLowerCase();
  if (written7 === void 0 || scheme === void 0 || !(ours.test(scheme) || schemes.has(scheme))) return null;
  const rest2 = text2.slice(written7.length + "://".length);
  if (rest2.startsWith(opaque) && !/[/?@]/.test(rest2)) return { why: "is not known behind `://`", settles: settles2 };
  const mark2 = rest2.indexOf("?");
  if (mark2 === -1) return { scheme, pairs: [] };
  const before = rest2.slice(0, mark2);
  if (!/[@/]/.test(before) && rest2.includes("@", mark2))
    return { why: "has a `?` before its `@`, which drivers read differently", settles: "write it as `%3F`" };
  return { scheme, pairs: queryPairs(rest2.slice(mark2 + 1)) };
}
var settles2 = "write scheme, host and parameters in the open, and only the password as a reference";
function queryPairs(query) {
  return query.split("&").filter((pair) => pair !== "").map((pair) => {
    const sign = pair.indexOf("=");
    const [name4, value2] = sign === -1 ? [pair, ""] : [pair.slice(0, sign), pair.slice(sign + 1)];
    return [decoded(name4) ?? "", decoded(value2)];
  });
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2.replace(/\+/g, " "));
  } catch {
    return null;
  }
}

// lib/read/connection/jdbc.ts
var wrapped = "jdbc:postgresql";
function jdbcApart(text2, schemes) {
  const [, written7] = /^(jdbc(?:-secretsmanager)?(?::[a-z0-9_-]{1,40}){0,3}?:postgresql):/i.exec(text2) ?? [];
  if (written7 === void 0) return null;
  const scheme = written7.toLowerCase();
  const mark2 = text2.indexOf("?");
  return { scheme: schemes.has(scheme) ? scheme : wrapped, pairs: mark2 === -1 ? [] : queryPairs(text2.slice(mark2 + 1)) };
}

// lib/read/connection/keywords.ts
function keywordsApart(text2) {
  if (!/^\s*[a-z_]{2,40}\s*=/.test(text2)) return null;
  const pairs = keywordPairs(text2);
  if (pairs === null) {
    const looksLike = /^\s*(?:host|hostaddr|dbname|user|password|port|sslmode)\s*=/.test(text2);
    return looksLike && /\bdbname\s*=/.test(text2) ? { why: "breaks off: a quote is open, or a `=` is missing", settles: "write it as `host=... options='-c ...'`" } : null;
  }
  return isOurs(pairs) ? { scheme: null, pairs } : null;
}
function isOurs(pairs) {
  const said2 = new Map(pairs);
  if (said2.has("dbname") || said2.has("hostaddr")) return true;
  if (!said2.has("host") || said2.get("host")?.includes(";") === true) return false;
  return said2.has("user") || said2.has("sslmode") || said2.get("port") === "5432";
}
function keywordPairs(text2) {
  const pairs = [];
  const space2 = /\s*/y;
  const word2 = /[^\s=]+/y;
  let at3 = skip(space2, text2, 0);
  while (at3 < text2.length) {
    const end = skip(word2, text2, at3);
    const name4 = text2.slice(at3, end);
    at3 = skip(space2, text2, end);
    if (name4 === "" || text2[at3] !== "=") return null;
    const value2 = valueFrom2(text2, skip(space2, text2, at3 + 1));
    if (value2 === null) return null;
    pairs.push([name4, value2.text]);
    at3 = skip(space2, text2, value2.end);
  }
  return pairs;
}
function valueFrom2(text2, start) {
  const isQuoted = text2[start] === "'";
  const said2 = [];
  for (let at3 = isQuoted ? start + 1 : start; at3 < text2.length; at3 += 1) {
    const character = text2[at3] ?? "";
    if (character === "\\") {
      at3 += 1;
      said2.push(text2[at3] ?? "");
    } else if (isQuoted && character === "'") return { text: said2.join(""), end: at3 + 1 };
    else if (!isQuoted && /\s/.test(character)) return { text: said2.join(""), end: at3 };
    else said2.push(character);
  }
  return isQuoted ? null : { text: said2.join(""), end: text2.length };
}
function skip(pattern, text2, at3) {
  pattern.lastIndex = at3;
  return pattern.test(text2) ? pattern.lastIndex : at3;
}

// lib/read/connection/kept.ts
var switchWords = /* @__PURE__ */ new Set(["on", "off", "true", "false", "yes", "no"]);
var number3 = /^[+-]?\d{1,15}(?:\.\d{1,9})?(?: ?(?:us|ms|s|min|m|h|d))?$/;
var compound = /^(?:\d{1,9}(?:ms|s|m|h)){2,4}$/;
var clock = /^(?:\d{1,6}\.)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?$/;
function keptText(value2) {
  if (value2.length > 40) return null;
  const text2 = value2.trim();
  const word2 = text2.toLowerCase();
  if (switchWords.has(word2)) return word2;
  return [number3, compound, clock].some((pattern) => pattern.test(text2)) ? text2 : null;
}

// lib/read/connection/options.ts
function optionsIn(text2) {
  const found = table();
  const words = split(text2);
  for (let at3 = 0; at3 < words.length; at3 += 1) {
    const word2 = words[at3] ?? "";
    const [, flag2, attached = ""] = /^(-c|--)([^]*)$/.exec(word2) ?? [];
    if (flag2 === void 0) continue;
    if (flag2 === "-c" && attached === "") at3 += 1;
    const said2 = flag2 === "-c" && attached === "" ? words[at3] ?? "" : attached;
    const sign = said2.indexOf("=");
    if (sign === -1) continue;
    const name4 = said2.slice(0, sign).replace(/-/g, "_").toLowerCase();
    if (parameters2[name4] === void 0) continue;
    const value2 = keptText(said2.slice(sign + 1));
    if (value2 === null) return null;
    found[name4] = value2;
  }
  return found;
}
function split(text2) {
  const words = text2.match(/(?:\\[^]|[^\s\\])+/g) ?? [];
  return words.map((word2) => word2.replace(/\\([^])/g, "$1"));
}

// lib/read/connection/sanitised.ts
function sanitised(form, apart2, words) {
  const parameters3 = /* @__PURE__ */ new Map();
  const options = table();
  let unnamed = 0;
  for (const [name4, value2] of apart2.pairs) {
    if (name4.includes(opaque)) return { why: "has parameters that are not known", settles: settles3 };
    const word2 = form === "variables" ? words.variableOf(name4) : words.wordOf(form, name4);
    if (word2 === null) {
      unnamed += 1;
      continue;
    }
    if (word2.is !== "other" && value2?.includes(opaque) === true)
      return { why: `sets \`${word2.name}\` to what is not known`, settles: settles3 };
    if (word2.is === "options") {
      const said2 = value2 === null ? null : optionsIn(value2);
      if (said2 === null)
        return {
          why: `sets parameters in \`${word2.name}\` to what PostgreSQL does not take`,
          settles: "write a number with its unit"
        };
      Object.assign(options, said2);
    }
    const text2 = word2.is === "judged" && value2 !== null ? keptText(value2) : null;
    const before = parameters3.get(word2.name);
    parameters3.set(word2.name, { name: word2.name, text: before === void 0 || before.text === text2 ? text2 : null });
  }
  const scheme = apart2.scheme !== null && words.schemes.has(apart2.scheme) ? apart2.scheme : null;
  return { scheme, parameters: [...parameters3.values()], options, unnamed };
}
var settles3 = "write the parameters in the open, and only user, password, host and database as references";

// lib/read/connection/vocabulary.ts
var longestName = 100;
var known2 = /* @__PURE__ */ new WeakMap();
function vocabularyOf(drivers2) {
  const made2 = known2.get(drivers2) ?? build(drivers2);
  known2.set(drivers2, made2);
  return made2;
}
function build(drivers2) {
  const exact = /* @__PURE__ */ new Map();
  const byForm = /* @__PURE__ */ new Map();
  const variables = /* @__PURE__ */ new Map();
  for (const driver of drivers2) {
    for (const [name4, parameter2] of Object.entries(driver.parameters)) {
      for (const spelled3 of [name4, ...parameter2.aliases ?? []]) {
        add(exact, spelled3, spelled3, parameter2);
        for (const form of driver.forms) add(byForm, key(form, driver.names, spelled3), spelled3, parameter2);
      }
    }
    for (const { attribute: attribute2 } of Object.values(driver.defaults))
      if (/^\w+$/.test(attribute2)) add(exact, attribute2, attribute2, void 0);
    for (const [variable4, name4] of Object.entries(driver.variables)) {
      const parameter2 = Object.hasOwn(driver.parameters, name4) ? driver.parameters[name4] : void 0;
      add(variables, variable4, variable4, parameter2);
    }
  }
  return {
    schemes: new Set(drivers2.flatMap(({ schemes }) => schemes)),
    wordOf: (form, text2) => {
      if (text2.length > longestName) return null;
      const found = comparisons.map((names2) => byForm.get(key(form, names2, text2))).find((word2) => word2 !== void 0);
      return found ?? exact.get(text2) ?? null;
    },
    variableOf: (name4) => variables.get(name4) ?? null
  };
}
var comparisons = ["exact", "any-case", "any-case-and-spaces"];
function key(form, names2, text2) {
  const word2 = names2 === "exact" ? text2 : text2.toLowerCase();
  return `${form} ${names2} ${names2 === "any-case-and-spaces" ? word2.replace(/\s+/g, "") : word2}`;
}
function add(to, key3, name4, parameter2) {
  const is2 = parameter2 === void 0 || parameter2.as === "other" ? "other" : parameter2.as === "options" ? "options" : "judged";
  const before = to.get(key3);
  if (before === void 0 || before.is === "other") to.set(key3, { name: name4, is: is2 });
}

// lib/read/connection/read-connection.ts
var longest5 = 1e5;
function readConnection(name4, text2, container, vocabulary = drivers, cause = null) {
  const words = vocabularyOf(vocabulary);
  const found = formOf(name4, text2.slice(0, longest5).trim(), words);
  if (found === null) return null;
  const { form, apart: apart2 } = found;
  const hide = ({ why: why2, settles: settles4 }) => hiddenConnection({ name: name4, container, form }, why2, settles4);
  if (text2.length > longest5) return hide({ why: "is longer than what is read here", settles: "write it shorter" });
  if (openEnd.test(text2)) return hide(cause ?? { why: "ends in a part that is not known", settles: "write it out" });
  if ("why" in apart2) return hide(cause ?? apart2);
  const said2 = sanitised(form, apart2, words);
  return "why" in said2 ? hide(cause ?? said2) : { name: name4, container, form, hidden: null, ...said2 };
}
var openEnd = new RegExp(`[\\p{L}\\p{N}${opaque}]${opaque}\\s*$`, "u");
function connectionOfText(name4, text2) {
  return readConnection(name4, text2, null);
}
function formOf(name4, text2, { schemes }) {
  const forms = [
    ["jdbc", () => jdbcApart(text2, schemes)],
    ["url", () => urlApart(text2, schemes)],
    ["ini", () => iniApart(text2)],
    ["keywords", () => keywordsApart(text2)],
    ["ado", () => adoApart(name4, text2)]
  ];
  for (const [form, take2] of forms) {
    const apart2 = take2();
    if (apart2 !== null) return { form, apart: apart2 };
  }
  return null;
}

// lib/read/configuration/place.ts
function placeAt(trail, where, problems) {
  return {
    trail,
    inside: (step2) => placeAt([...trail, step2], where, problems),
    location: () => where(trail),
    problem: (clause) => {
      problems.push({ message: `${nameOf3(trail)} ${clause}`, location: where(trail) });
      return void 0;
    }
  };
}
function nameOf3(trail) {
  return trail.length === 0 ? "the configuration" : `\`${trail.map(link).join("").replace(/^\./, "")}\``;
}
function link(step2) {
  if (typeof step2 === "number") return `[${String(step2)}]`;
  return /^[A-Za-z_][\w-]{0,80}$/.test(step2) ? `.${step2}` : `[${quoted(step2)}]`;
}
var longest6 = 60;
function quoted(text2) {
  return JSON.stringify(text2.length > longest6 ? `${text2.slice(0, longest6)}\u2026` : text2);
}
function shown(value2) {
  if (value2 === null) return "empty";
  if (typeof value2 === "string") return quoted(value2);
  if (typeof value2 === "number") return `the number ${String(value2)}`;
  if (typeof value2 === "boolean") return String(value2);
  return Array.isArray(value2) ? "a list" : "a table";
}
function mismatch2(value2, wanted2, example4) {
  return `is ${shown(value2)}, where ${wanted2} is expected; write for example \`${example4}\``;
}
function listed(names2, last = "and") {
  const marked = names2.map((name4) => `\`${name4}\``);
  const end = marked.pop() ?? "";
  return marked.length === 0 ? end : `${marked.join(", ")} ${last} ${end}`;
}

// lib/read/configuration/scalars.ts
function text(what, example4) {
  return {
    schema: { type: "string", pattern: "\\S" },
    read: (value2, at3) => {
      if (typeof value2 === "number" || typeof value2 === "boolean")
        return at3.problem(`is ${shown(value2)}, where ${what} is expected, which is text; write it in quotes`);
      if (typeof value2 !== "string" || value2.trim() === "") return at3.problem(mismatch2(value2, what, example4));
      return value2;
    }
  };
}
function prose(what, example4) {
  return {
    schema: { type: "string", pattern: "\\S" },
    read: (value2, at3) => typeof value2 === "string" && value2.trim() !== "" ? value2.trim() : at3.problem(mismatch2(value2, what, example4))
  };
}
function choice(words) {
  return {
    schema: { enum: words },
    read: (value2, at3) => {
      const found = words.find((word2) => word2 === value2);
      if (found !== void 0) return found;
      const near = typeof value2 === "string" ? closest(value2, words) : null;
      return at3.problem(
        `is ${shown(value2)}; ${near === null ? `write ${listed(words, "or")}` : `did you mean \`${near}\`?`}`
      );
    }
  };
}
var flag = {
  schema: { type: "boolean" },
  read: (value2, at3) => typeof value2 === "boolean" ? value2 : at3.problem(`is ${shown(value2)}; write \`true\` or \`false\``)
};
function whole3(what, min, max) {
  return {
    schema: { type: "integer", minimum: min, maximum: max },
    read: (value2, at3) => typeof value2 === "number" && Number.isInteger(value2) && value2 >= min && value2 <= max ? value2 : at3.problem(
      `is ${shown(value2)}, where ${what} is expected; write a whole number from ${String(min)} to ${String(max)}`
    )
  };
}
var durationSchema = { anyOf: [{ type: "string", pattern: durationPattern }, { const: 0 }] };
var duration2 = {
  schema: durationSchema,
  read: (value2, at3) => {
    if (value2 === null) return at3.problem("has no value; write a duration like 30s, or remove the key");
    const parsed3 = parseDuration(value2);
    return parsed3.ok ? parsed3.seconds : at3.problem(parsed3.reason);
  }
};
var promise = {
  schema: { type: "string", pattern: durationPattern },
  read: (value2, at3) => {
    const seconds2 = duration2.read(value2, at3);
    return seconds2 === 0 ? at3.problem("is 0, which promises nothing; write how long it may take, or remove the key") : seconds2;
  }
};
function amount(range) {
  const { min, max } = range ?? { min: 0, max: Number.MAX_SAFE_INTEGER };
  return {
    schema: { type: "number", minimum: min, maximum: max },
    read: (value2, at3) => typeof value2 === "number" && value2 >= min && value2 <= max ? value2 : at3.problem(`is ${shown(value2)}, where a number is expected; write one from ${String(min)} to ${String(max)}`)
  };
}
function limit2(range, zeroIsOff3) {
  return {
    schema: zeroIsOff3 ? durationSchema : { type: "string", pattern: durationPattern },
    read: (value2, at3) => {
      const seconds2 = duration2.read(value2, at3);
      if (seconds2 === void 0) return void 0;
      if (seconds2 === 0 && zeroIsOff3) return null;
      if (range !== void 0 && (seconds2 < range.min || seconds2 > range.max))
        return at3.problem(
          `is ${formatDuration(seconds2)}, which is not possible here; write a duration from ${formatDuration(range.min)} to ${formatDuration(range.max)}`
        );
      return seconds2 === 0 ? at3.problem("is 0, which could mean at once or never; write the duration, or remove the key") : seconds2;
    }
  };
}
function wholeSeconds(min, max) {
  return {
    schema: { type: "string", pattern: durationPattern },
    read: (value2, at3) => {
      const seconds2 = duration2.read(value2, at3);
      if (seconds2 === void 0 || Number.isInteger(seconds2) && seconds2 >= min && seconds2 <= max) return seconds2;
      return at3.problem(
        `is ${formatDuration(seconds2)}, which Linux refuses for a keepalive; write whole seconds from ${String(min)}s to ${String(max)}s`
      );
    }
  };
}
var headroom = {
  schema: {
    anyOf: [
      { type: "string", pattern: durationPattern },
      { type: "string", pattern: "^\\d{1,4}(\\.\\d{1,3})? ?%$" },
      { const: 0 }
    ]
  },
  read: (value2, at3) => {
    const percent2 = typeof value2 === "string" ? /^(\d{1,4}(?:\.\d{1,3})?) ?%$/.exec(value2.trim())?.[1] : void 0;
    if (percent2 !== void 0) return { as: "percentage", percent: Number(percent2) };
    if (typeof value2 === "string" && value2.includes("%"))
      return at3.problem(`is ${quoted(value2)}, which is not a percentage; write it like 10%`);
    const seconds2 = duration2.read(value2, at3);
    return seconds2 === void 0 ? void 0 : { as: "duration", seconds: seconds2 };
  }
};

// lib/read/configuration/unknown-key.ts
function unknownKey(name4, what, names2, at3) {
  const near = closest(name4, names2);
  const fix2 = near === null ? `the keys of ${what} are ${listed(names2)}` : `did you mean \`${near}\`?`;
  return at3.inside(name4).problem(`is not a key of ${what}, so it would do nothing; ${fix2}`);
}

// lib/read/configuration/shape.ts
function object(what, keys) {
  const names2 = Object.keys(keys);
  return {
    schema: {
      type: "object",
      additionalProperties: false,
      properties: table(Object.entries(keys).map(([name4, key3]) => [name4, describe2(key3)])),
      ...requiring(names2.filter((name4) => keys[name4]?.required !== void 0))
    },
    read: (value2, at3) => {
      if (!isObject(value2))
        return at3.problem(`is ${shown(value2)}, where a table is expected; the keys of ${what} are ${listed(names2)}`);
      const values = table();
      let sound = true;
      for (const [name4, inner] of Object.entries(value2)) {
        const key3 = Object.hasOwn(keys, name4) ? keys[name4] : void 0;
        values[name4] = key3 === void 0 ? unknownKey(name4, what, names2, at3) : key3.shape.read(inner, at3.inside(name4));
        sound &&= values[name4] !== void 0;
      }
      for (const [name4, key3] of Object.entries(keys)) {
        if (key3.required === void 0 || own(value2, name4) !== void 0) continue;
        at3.problem(`has no \`${name4}\`, ${key3.required}; add for example \`${name4}: ${inline(key3.example)}\``);
        sound = false;
      }
      return sound ? values : void 0;
    }
  };
}
function describe2(key3) {
  const { shape, description: description2, example: example4 } = key3;
  return {
    ...shape.schema,
    description: description2,
    examples: [example4],
    ...key3.default === void 0 ? {} : { default: key3.default }
  };
}
function requiring(names2) {
  return names2.length === 0 ? {} : { required: names2 };
}
function inline(value2) {
  return typeof value2 === "string" && /^[A-Za-z0-9][\w .-]*$/.test(value2) ? value2 : JSON.stringify(value2);
}
function tableOf(values, what, example4) {
  return {
    schema: { type: "object", additionalProperties: values.schema },
    read: (value2, at3) => {
      if (!isObject(value2)) return at3.problem(mismatch2(value2, what, example4));
      const read5 = entries(value2).map(([name4, inner]) => [name4, values.read(inner, at3.inside(name4))]);
      return allSound(read5) ? table(read5) : void 0;
    }
  };
}
function allSound(pairs) {
  return pairs.every(([, value2]) => value2 !== void 0);
}
function list(item, what, example4, least = 0) {
  return {
    schema: { type: "array", items: item.schema, ...least === 0 ? {} : { minItems: least } },
    read: (value2, at3) => {
      if (!Array.isArray(value2)) return at3.problem(mismatch2(value2, what, example4));
      const items3 = value2;
      if (items3.length < least)
        return at3.problem(`is an empty list, where ${what} is expected; write for example \`${example4}\``);
      const read5 = items3.map((inner, position) => item.read(inner, at3.inside(position)));
      const sound = read5.filter((one2) => one2 !== void 0);
      return sound.length === read5.length ? sound : void 0;
    }
  };
}

// lib/read/configuration/keepalive.ts
var longest7 = 32767;
var mostProbes = 127;
var example = "{ idle: 60s, interval: 10s, count: 6 }";
var times2 = object("`keepalive`", {
  idle: {
    shape: wholeSeconds(1, longest7),
    description: "Silence before the first probe. Default: 7200s (Linux).",
    example: "60s",
    default: `${String(linuxKeepalive.idle.value)}s`
  },
  interval: {
    shape: wholeSeconds(1, longest7),
    description: "Time between probes. Default: 75s (Linux).",
    example: "10s",
    default: `${String(linuxKeepalive.interval.value)}s`
  },
  count: {
    shape: whole3("a number of probes", 1, mostProbes),
    description: "Unanswered probes that end the connection. Default: 9 (Linux).",
    example: 6,
    default: linuxKeepalive.count.value
  }
});
var untimed = { idle: null, interval: null, count: null };
var keepalive3 = {
  schema: { anyOf: [times2.schema, { type: "boolean" }, { const: "system" }] },
  read: (raw, at3) => {
    if (raw === false) return { on: false, ...untimed };
    if (raw === true || raw === "system") return { on: true, ...untimed };
    if (!isObject(raw)) return at3.problem(mismatch2(raw, "a keepalive", example));
    const read5 = times2.read(raw, at3);
    return read5 && { on: true, idle: read5.idle ?? null, interval: read5.interval ?? null, count: read5.count ?? null };
  }
};

// lib/read/configuration/client-keys.ts
var example2 = "postgresql:///?keepalives_idle=60";
var connectionString = {
  schema: { type: "string", pattern: "\\S" },
  read: (value2, at3) => {
    const read5 = typeof value2 === "string" ? connectionOfText("connection", value2) : null;
    if (read5 === null)
      return at3.problem(`is no connection string that a PostgreSQL driver reads; write for example \`${example2}\``);
    return read5.hidden === null ? read5 : at3.problem(`cannot be read: ${read5.hidden.why}; ${read5.hidden.settles}`);
  }
};
var variable = /^(?:[A-Za-z0-9_-]{1,255}\/)?(?:PG\*|(?:ConnectionStrings:)?[A-Za-z_][A-Za-z0-9_.-]{0,127})$/;
var connection3 = {
  schema: { type: "string", pattern: "\\S" },
  read: (value2, at3) => {
    if (typeof value2 === "string" && variable.test(value2)) return { connection: value2 };
    const read5 = typeof value2 === "string" ? connectionOfText("connection", value2) : null;
    if (read5 !== null && read5.hidden === null) return { declaredConnection: read5 };
    return at3.problem(
      `is neither the name of a variable nor a connection string that a PostgreSQL driver reads; write for example \`DATABASE_URL\` or \`${example2}\``
    );
  }
};
function driverNames(kinds2) {
  return [...new Set(kinds2.flatMap(({ client: client4 }) => client4?.drivers.map(({ name: name4 }) => name4) ?? []))];
}
function clientKeys(kinds2) {
  const names2 = driverNames(kinds2);
  const driver = choice(names2);
  const described = (schema, description2, shown5) => ({
    ...schema,
    description: description2,
    examples: [shown5]
  });
  const openers = kinds2.flatMap(({ hop, client: client4 }) => hop === void 0 || client4 === void 0 ? [] : [hop.key]);
  return {
    hops: [.../* @__PURE__ */ new Set([clientKey, ...openers])],
    schemas: {
      ...names2.length === 0 ? {} : { driver: described(driver.schema, "Of a client: the driver that it uses.", names2[0] ?? "") },
      connection: described(
        connection3.schema,
        "Of a client: the variable that holds the connection string which this workload uses, where there are several; or, where no document shows the string, what it says, without user and password.",
        "DATABASE_URL"
      ),
      keepalive: described(
        keepalive3.schema,
        "Of a client: the TCP keepalive that its program sets. What a connection string says wins over it.",
        { idle: "60s", interval: "10s", count: 6 }
      )
    },
    read: (value2, at3) => {
      const said2 = (name4, shape) => {
        const written7 = own(value2, name4);
        return written7 === void 0 ? null : shape.read(written7, at3.inside(name4));
      };
      const read5 = {
        driver: said2("driver", driver),
        string: said2("connection", connection3),
        probes: said2("keepalive", keepalive3)
      };
      if (read5.driver === void 0 || read5.string === void 0 || read5.probes === void 0) return void 0;
      return {
        ...read5.driver === null ? {} : { driver: read5.driver },
        ...read5.string,
        ...read5.probes === null ? {} : { keepalive: read5.probes }
      };
    }
  };
}
function misplacedKeys(value2, key3, isInline, keys, at3) {
  const written7 = Object.keys(keys.schemas).filter((name4) => own(value2, name4) !== void 0);
  if (written7.length === 0 || keys.hops.includes(key3) && !(key3 === clientKey && isInline)) return false;
  for (const name4 of written7)
    at3.inside(name4).problem(
      key3 === clientKey ? "is written beside an inline client; write it inside its braces" : `is written beside \`${key3}\`, which opens no connection to PostgreSQL; write it beside \`client\``
    );
  return true;
}

// lib/core/parameter-phrases.ts
function rangeText({ range, unit }) {
  return `an integer from ${String(range.min)} to ${String(range.max)}${unit === null ? "" : ` in ${unit}`}`;
}

// lib/read/configuration/parameters.ts
function knownParameters(kinds2) {
  return table(kinds2.flatMap((kind) => Object.entries(kind.session?.parameters ?? {})));
}
function parameterTable(known3, reader) {
  return {
    schema: {
      type: "object",
      properties: table(Object.values(known3).map((spec) => [spec.name, describe3(spec, reader)])),
      additionalProperties: anyValue
    },
    read: (value2, at3) => {
      if (!isObject(value2))
        return at3.problem(mismatch2(value2, "a table of PostgreSQL parameters", "{ statement_timeout: 30s }"));
      const values = table();
      let sound = true;
      for (const [written7, raw] of Object.entries(value2)) {
        const place = at3.inside(written7);
        const name4 = written7.toLowerCase();
        const text2 = isKnownName(name4, known3, place) ? parameterText(raw, known3[name4], reader, place) : void 0;
        if (values[name4] !== void 0)
          place.problem("is written twice, as the case of its name does not count; keep one");
        if (text2 === void 0 || values[name4] !== void 0) sound = false;
        else values[name4] = text2;
      }
      return sound ? values : void 0;
    }
  };
}
var anyValue = { type: ["string", "number", "boolean"] };
function describe3(spec, reader) {
  const { as, unit, since, zero } = spec;
  const off2 = zero === "off" ? "0 is off." : zero === "system" ? "0 leaves it to the operating system." : "";
  const takes = as === "duration" && reader === "session" ? `A duration, or ${rangeText(spec)}.` : `Takes ${rangeText(spec)}.`;
  const description2 = [takes, off2, since > oldest ? `From PostgreSQL ${String(since)} on.` : ""];
  return {
    ...anyValue,
    description: description2.filter((part) => part !== "").join(" "),
    examples: [
      as === "boolean" ? "on" : as === "count" ? 3 : reader === "session" ? "30s" : unit === "s" ? 30 : 3e4
    ]
  };
}
var oldest = 10;
function isKnownName(name4, known3, at3) {
  const near = known3[name4] === void 0 ? closest(name4, Object.keys(known3), 2) : null;
  if (near === null) return true;
  at3.problem(`is no parameter that is looked at, so it would do nothing; did you mean \`${near}\`?`);
  return false;
}
function parameterText(raw, spec, reader, at3) {
  if (typeof raw === "boolean") return accepted(raw ? "on" : "off", spec, reader, at3);
  if (typeof raw === "number" && Number.isFinite(raw)) return accepted(String(raw), spec, reader, at3);
  if (typeof raw === "string") return accepted(raw, spec, reader, at3);
  return at3.problem(`is ${shown(raw)}, where the value of a parameter is expected; write for example \`30s\``);
}
function accepted(text2, spec, reader, at3) {
  if (spec === void 0) return text2;
  const reason = refusal(text2, spec, reader);
  if (reason === null) return text2;
  const translated = spec.as === "duration" ? inPostgresWords(text2, spec, reader) : null;
  if (translated !== null && refusal(translated, spec, reader) === null) return translated;
  return at3.problem(`is ${quoted(text2)}, which ${reader === "group" ? "RDS" : "PostgreSQL"} refuses: ${reason}`);
}
function refusal(text2, spec, reader) {
  if (reader === "session") {
    const parsed4 = parsePostgresValue(text2, spec, null);
    return parsed4.ok ? null : parsed4.reason;
  }
  const parsed3 = parseGroupValue(text2, spec);
  return parsed3.ok || parsed3.as === "formula" ? null : parsed3.reason;
}
function inPostgresWords(text2, spec, reader) {
  const parsed3 = parseDuration(text2);
  if (!parsed3.ok) return null;
  const { seconds: seconds2 } = parsed3;
  if (reader === "session") return Number.isInteger(seconds2) ? `${String(seconds2)}s` : `${String(seconds2 * 1e3)}ms`;
  const inUnit = spec.unit === "ms" ? seconds2 * 1e3 : seconds2;
  return Number.isInteger(inUnit) ? String(inUnit) : null;
}

// lib/read/configuration/inline-values.ts
function inlineKey(name4, key3, kind, parameters3) {
  return { shape: shapeOf(name4, key3, kind, parameters3), description: key3.description, example: exampleOf(key3) };
}
function exampleOf(key3) {
  if (key3.choices?.[0] !== void 0) return key3.choices[0];
  const examples = {
    duration: "5m",
    number: 10,
    text: "text",
    boolean: true,
    settings: { statement_timeout: "30s" },
    keepalive: { idle: "60s", interval: "10s", count: 6 },
    connection: "postgresql:///?keepalives_idle=60"
  };
  return examples[key3.as];
}
function shapeOf(name4, key3, kind, parameters3) {
  const range = kind.settings[key3.setting]?.range;
  switch (key3.as) {
    case "duration":
      return single2(name4, key3, limit2(range, zeroIsOff2(key3, kind)));
    case "number":
      return single2(name4, key3, amount(range));
    case "text":
      return single2(name4, key3, key3.choices === void 0 ? text("text", "text") : choice(key3.choices));
    case "boolean":
      return single2(name4, key3, flag);
    case "settings":
      return single2(name4, key3, parameterTable(parameters3, "session"));
    case "keepalive":
      return keepalive4(name4);
    case "connection":
      return connection4(name4);
  }
}
function zeroIsOff2(key3, kind) {
  const fixed = kind.settings[key3.setting]?.fixed?.(table([[key3.setting, known(0)]]));
  return fixed?.value === null;
}
function single2(name4, key3, shape) {
  return {
    schema: shape.schema,
    read: (raw, at3) => {
      const value2 = shape.read(raw, at3);
      return value2 === void 0 ? void 0 : [{ setting: key3.setting, value: value2, attribute: name4, text: written(raw) }];
    }
  };
}
function written(raw) {
  if (!isObject(raw)) return String(raw);
  return Object.entries(raw).map(([name4, value2]) => `${name4} = ${String(value2)}`).join(", ");
}
function keepalive4(name4) {
  return {
    schema: keepalive3.schema,
    read: (raw, at3) => {
      const read5 = keepalive3.read(raw, at3);
      if (read5 === void 0) return void 0;
      if (!read5.on) return noKeepalive(name4, String(raw));
      const text2 = isObject(raw) ? null : String(raw);
      return ["idle", "interval", "count"].map((time) => {
        const setting = `keepalive_${time}`;
        const value2 = read5[time];
        return value2 === null ? { setting, ...linuxKeepalive[time], attribute: name4, text: text2 } : { setting, value: value2, attribute: `${name4}.${time}`, text: String(own(raw, time)) };
      });
    }
  };
}
function noKeepalive(name4, text2) {
  return [{ setting: "keepalive_idle", value: null, attribute: name4, text: text2 }];
}
function leftToDriver(declared5) {
  if (declared5.cite === void 0 || !declared5.setting.startsWith("keepalive_")) return [declared5];
  const { attribute: attribute2, text: text2 } = declared5;
  return declared5.setting === "keepalive_idle" ? [{ setting: "keepalive_on", value: true, attribute: attribute2, text: text2 }] : [];
}
function connection4(name4) {
  return {
    schema: connectionString.schema,
    read: (raw, at3) => {
      const read5 = connectionString.read(raw, at3);
      return read5 && [{ setting: "connections", value: [read5], attribute: name4, text: null }];
    }
  };
}

// lib/read/configuration/inline-hop.ts
function inlineForm(kinds2, key3) {
  const kind = kinds2.find(({ hop }) => hop?.key === key3 && hop.inline !== void 0);
  return kind?.hop?.inline === void 0 ? null : { kind, keys: kind.hop.inline };
}
function inlineHop(key3, form, parameters3) {
  const keys = table([
    [
      "name",
      {
        shape: name,
        description: "What messages call it.",
        example: "datacentre edge",
        required: "so no message could name it"
      }
    ],
    ...Object.entries(form.keys).map(
      ([inner, spec]) => [inner, inlineKey(inner, spec, form.kind, parameters3)]
    )
  ]);
  const fields = object(`an inline \`${key3}\``, keys);
  return {
    schema: fields.schema,
    read: (value2, at3) => {
      const read5 = fields.read(value2, at3);
      return read5 === void 0 ? void 0 : { by: "inline", fact: factOf(key3, form, read5, at3) };
    }
  };
}
var name = text("a name", "datacentre edge");
function factOf(key3, form, read5, at3) {
  const subject = String(read5.name);
  const said2 = Object.keys(form.keys).flatMap((inner) => read5[inner] ?? []);
  const declared5 = sendsNoProbes(key3, form, read5, said2) ? [...said2, ...noKeepalive("keepalive", null)] : namesDriver(said2) ? said2.flatMap(leftToDriver) : said2;
  return {
    kind: form.kind.name,
    type: key3,
    source: "configuration",
    subject,
    names: [subject],
    identity: {},
    tags: table(),
    settings: table(declared5.map((one2) => [one2.setting, settingOf(one2, subject, at3)])),
    links: table(),
    location: at3.location()
  };
}
function namesDriver(said2) {
  return said2.some(({ setting }) => setting === "connections" || setting === "driver");
}
function sendsNoProbes(key3, form, read5, said2) {
  return key3 === "client" && !namesDriver(said2) && Object.entries(form.keys).every(([inner, spec]) => spec.as !== "keepalive" || read5[inner] === void 0);
}
function settingOf({ value: value2, attribute: attribute2, text: written7, cite: cite15 }, subject, at3) {
  const place = attribute2.split(".").reduce((inside5, step3) => inside5.inside(step3), at3);
  const step2 = { level: "declared", subject, attribute: attribute2, text: written7, location: place.location() };
  return known(value2, cite15 === void 0 ? step2 : { ...step2, cite: cite15 });
}

// lib/read/configuration/selector.ts
var oneName = text("a name that a source knows the resource by", "aws_lb.public");
var names = list(oneName, "a list of names", "[aws_db_proxy.orders, orders-proxy]", 1);
var byName = {
  schema: { anyOf: [oneName.schema, names.schema] },
  read: (value2, at3) => {
    if (Array.isArray(value2)) {
      const several2 = names.read(value2, at3);
      return several2 === void 0 ? void 0 : { by: "name", names: several2 };
    }
    const one2 = oneName.read(value2, at3);
    return one2 === void 0 ? void 0 : { by: "name", names: [one2] };
  }
};
var tags = tableOf(
  text("the value of a tag", "warehouse"),
  "a table of tags",
  "{ service: warehouse }"
);
var description = "Tags that must all be equal; values may hold wildcards.";
var tagKeys = {
  tag: { shape: tags, description, example: { service: "warehouse" } },
  tags_all: {
    shape: tags,
    description: `${description} The same as \`tag\`, as Terraform calls it.`,
    example: { service: "warehouse" }
  }
};
var tagTable = object("a selector by tag", tagKeys);
function selectsByTag(value2) {
  return isObject(value2) && (own(value2, "tag") !== void 0 || own(value2, "tags_all") !== void 0);
}
var byTag = {
  schema: { ...tagTable.schema, minProperties: 1, maxProperties: 1 },
  read: (value2, at3) => {
    const read5 = tagTable.read(value2, at3);
    if (read5 === void 0) return void 0;
    if (read5.tag !== void 0 && read5.tags_all !== void 0)
      return at3.problem("has both `tag` and `tags_all`, which mean the same; write all tags below `tag`");
    const wanted2 = read5.tag ?? read5.tags_all;
    if (wanted2 === void 0 || Object.keys(wanted2).length === 0)
      return at3.problem("names no tag, so it would match everything; write for example `tag: { service: warehouse }`");
    return { by: "tag", tags: wanted2 };
  }
};
var byNameOrTag = {
  schema: { anyOf: [byName.schema, byTag.schema] },
  read: (value2, at3) => isObject(value2) ? byTag.read(value2, at3) : byName.read(value2, at3)
};
var several = list(byNameOrTag, "a list of databases", "[aws_db_instance.orders, aws_db_instance.stock]", 1);
var databases = {
  schema: { anyOf: [byNameOrTag.schema, several.schema] },
  read: (value2, at3) => {
    if (Array.isArray(value2)) return several.read(value2, at3);
    const one2 = byNameOrTag.read(value2, at3);
    return one2 === void 0 ? void 0 : [one2];
  }
};

// lib/read/configuration/hop.ts
var port = whole3("the port of a listener", 1, 65535);
var endpoint = choice(["reader", "writer"]);
var dbname = text("the name of a database", "shop");
var besides = {
  port: { ...port.schema, description: "Narrows a load balancer to the listener of that port.", examples: [5432] },
  endpoint: {
    ...endpoint.schema,
    description: "Narrows a cluster to its readers or its writer.",
    examples: ["reader"]
  },
  dbname: {
    ...dbname.schema,
    description: "The database of the server that sessions are in: what is set for it (ALTER DATABASE, ALTER ROLE ... IN DATABASE) counts.",
    examples: ["shop"]
  }
};
var example3 = "alb: aws_lb.public";
function hopKeys(kinds2) {
  return [...new Set(kinds2.flatMap((kind) => kind.hop === void 0 ? [] : [kind.hop.key]))];
}
function hopEntry(kinds2, parameters3) {
  const keys = hopKeys(kinds2);
  const selectors = new Map(keys.map((key3) => [key3, hopSelector(key3, kinds2, parameters3)]));
  const client4 = clientKeys(kinds2);
  return {
    schema: { anyOf: [oneName.schema, entrySchema(keys, kinds2, selectors, client4)] },
    read: (value2, at3) => {
      if (typeof value2 === "string") {
        const select3 = byName.read(value2, at3);
        return select3 === void 0 ? void 0 : { key: null, select: select3, location: at3.location() };
      }
      if (!isObject(value2)) return at3.problem(mismatch2(value2, "a hop", example3));
      return keyedEntry(value2, selectors, client4, at3);
    }
  };
}
function keyedEntry(value2, selectors, client4, at3) {
  const written7 = Object.entries(value2);
  const legal = [.../* @__PURE__ */ new Set([...selectors.keys(), ...Object.keys(besides), ...Object.keys(client4.schemas)])];
  const unknown4 = written7.filter(([name4]) => !legal.includes(name4));
  for (const [name4] of unknown4) unknownKey(name4, "a hop", legal, at3);
  const kinds2 = written7.filter(([name4]) => selectors.has(name4) && !narrows(name4, value2, selectors));
  const [first] = kinds2;
  if (kinds2.length > 1)
    at3.problem(
      `is ${listed(kinds2.map(([name4]) => name4))} at once, and a hop is one resource; write one entry for each`
    );
  else if (first === void 0 && unknown4.length === 0)
    at3.problem(`does not say what kind of hop it is; write for example \`${example3}\``);
  const selected = kinds2.map(([name4, inner]) => ({ name: name4, select: selectors.get(name4)?.read(inner, at3.inside(name4)) }));
  const beside = readBeside(value2, selectors, at3);
  const says = client4.read(value2, at3);
  const only = selected[0];
  if (only?.select === void 0 || beside === void 0 || kinds2.length > 1 || unknown4.length > 0) return void 0;
  if (misplacedKeys(value2, only.name, only.select.by === "inline", client4, at3) || says === void 0) return void 0;
  if (beside.dbname !== void 0 && only.name !== "database")
    return at3.inside("dbname").problem(`is written beside \`${only.name}\`, which holds no databases; write it beside \`database\``);
  return { key: only.name, select: only.select, ...beside, ...says, location: at3.location() };
}
function narrows(name4, value2, selectors) {
  if (!Object.hasOwn(besides, name4)) return false;
  return !selectors.has(name4) || Object.keys(value2).some((key3) => key3 !== name4 && selectors.has(key3));
}
function readBeside(value2, selectors, at3) {
  const beside = (name5) => narrows(name5, value2, selectors) ? own(value2, name5) : void 0;
  const written7 = { port: beside("port"), endpoint: beside("endpoint"), dbname: beside("dbname") };
  const number6 = written7.port === void 0 ? null : port.read(written7.port, at3.inside("port"));
  const side2 = written7.endpoint === void 0 ? null : endpoint.read(written7.endpoint, at3.inside("endpoint"));
  const name4 = written7.dbname === void 0 ? null : dbname.read(written7.dbname, at3.inside("dbname"));
  if (number6 === void 0 || side2 === void 0 || name4 === void 0) return void 0;
  return {
    ...number6 === null ? {} : { port: number6 },
    ...side2 === null ? {} : { endpoint: side2 },
    ...name4 === null ? {} : { dbname: name4 }
  };
}
function hopSelector(key3, kinds2, parameters3) {
  const form = inlineForm(kinds2, key3);
  const inline2 = form === null ? null : inlineHop(key3, form, parameters3);
  return {
    schema: { anyOf: [byName.schema, byTag.schema, ...inline2 === null ? [] : [inline2.schema]] },
    read: (value2, at3) => {
      if (!isObject(value2)) return byName.read(value2, at3);
      if (selectsByTag(value2)) return byTag.read(value2, at3);
      if (inline2 !== null) return inline2.read(value2, at3);
      return at3.problem(
        `is a table without \`tag\`, and \`${key3}\` has no inline form; write its name or \`{ tag: { ... } }\``
      );
    }
  };
}
function entrySchema(keys, kinds2, selectors, client4) {
  const kindOf2 = (key3) => [
    key3,
    { ...selectors.get(key3)?.schema, description: describe4(key3, kinds2), examples: ["module.orders"] }
  ];
  const properties2 = table([
    ...keys.map(kindOf2),
    ...Object.entries(besides),
    ...Object.entries(client4.schemas)
  ]);
  for (const [name4, narrowing] of Object.entries(besides)) {
    const hop = selectors.get(name4)?.schema;
    const description2 = `${describe4(name4, kinds2)} Beside another kind: ${narrowing.description}`;
    if (hop !== void 0) properties2[name4] = { anyOf: [narrowing, hop], description: description2, examples: narrowing.examples };
  }
  const doubles = Object.keys(besides).filter((name4) => selectors.has(name4));
  const narrowed2 = table(Object.entries(besides).filter(([name4]) => doubles.includes(name4)));
  const alone2 = keys.filter((key3) => !doubles.includes(key3)).map((key3) => ({ required: [key3] }));
  return {
    type: "object",
    additionalProperties: false,
    properties: properties2,
    oneOf: [
      ...alone2.map((one2) => doubles.length === 0 ? one2 : { ...one2, properties: narrowed2 }),
      ...doubles.map((key3) => ({ required: [key3], not: { anyOf: alone2 } }))
    ]
  };
}
function describe4(key3, kinds2) {
  const titles = [...new Set(kinds2.filter((kind) => kind.hop?.key === key3).map((kind) => kind.title))];
  return `${titles.join(", ")}. A name, names of it in several sources, tags, or an inline hop where one is described.`;
}

// lib/read/configuration/promises.ts
var sourceGlob = text("a glob over the names of documents", "prod/orders/**");
var sources2 = list(sourceGlob, "a list of globs", "[prod/orders/**]", 1);
var account = {
  schema: { type: "string", pattern: "^\\d{12}$" },
  read: (value2, at3) => {
    const digits = text("the id of an AWS account", '"111122223333"').read(value2, at3);
    if (digits === void 0 || /^\d{12}$/.test(digits)) return digits;
    return at3.problem("is not the id of an AWS account; write its twelve digits in quotes");
  }
};
var scopeTable = object("a scope", {
  source: {
    shape: {
      schema: { anyOf: [sourceGlob.schema, sources2.schema] },
      read: (value2, at3) => {
        if (Array.isArray(value2)) return sources2.read(value2, at3);
        const one2 = sourceGlob.read(value2, at3);
        return one2 === void 0 ? void 0 : [one2];
      }
    },
    description: "Globs over the names of documents.",
    example: "prod/orders/**"
  },
  region: {
    shape: text("a region", "eu-west-1"),
    description: "The region of the resources that are meant.",
    example: "eu-west-1"
  },
  account: {
    shape: account,
    description: "The account of the resources that are meant, in quotes.",
    example: "111122223333"
  }
});
var scope = {
  schema: scopeTable.schema,
  read: (value2, at3) => {
    const read5 = scopeTable.read(value2, at3);
    if (read5 === void 0) return void 0;
    const { source: source3, region, account: id } = read5;
    return {
      ...source3 === void 0 ? {} : { source: source3 },
      ...region === void 0 ? {} : { region },
      ...id === void 0 ? {} : { account: id }
    };
  }
};
var request2 = object("`request`", {
  maxDuration: {
    shape: promise,
    description: "The longest that one request to the caller may take, with all its queries.",
    example: "90s"
  },
  maxSilence: {
    shape: promise,
    description: "The longest that the response may send nothing. Without it: the whole request.",
    example: "20s"
  },
  maxConnectionAge: {
    shape: duration2,
    description: "The age up to which a request may start on an HTTP connection, as the program that answers closes them; 0: each has its own.",
    example: "5m"
  }
});
var promises = {
  roles: {
    shape: list(text("the name of a login role", "app_user"), "a list of login roles", "[app_user]"),
    description: "Login roles as the database sees them. Globs are allowed.",
    example: ["app_user"]
  },
  maxQueryDuration: { shape: promise, description: "The promise: how long a query may run.", example: "30s" },
  maxSilence: {
    shape: promise,
    description: "The longest that a running query sends nothing. Without it: the whole query.",
    example: "10s"
  },
  maxTransactionDuration: { shape: promise, description: "How long a transaction may be open.", example: "1m" },
  maxIdle: {
    shape: promise,
    description: "The longest pause of a pooled connection between two queries.",
    example: "10m"
  },
  maxIdleInTransaction: {
    shape: promise,
    description: "The longest pause between two queries of a transaction.",
    example: "30s"
  },
  maxConnectionAge: { shape: promise, description: "The age at which the pool closes a connection.", example: "30m" },
  maxStatementTimeout: {
    shape: promise,
    description: "The safety net: `statement_timeout` is finite and no looser than this.",
    example: "2m"
  },
  detectDeadPeerWithin: { shape: promise, description: "How soon a vanished peer has to be noticed.", example: "10m" },
  request: {
    shape: request2,
    description: "What is promised of the request that runs the queries.",
    example: { maxDuration: "90s" }
  },
  headroom: {
    shape: headroom,
    description: "Added to each duration that timers must exceed: a duration or a percentage. Default: 0.",
    example: "10%",
    default: 0
  },
  scope: {
    shape: scope,
    description: "Limits which documents and resources are meant.",
    example: { source: "prod/orders/**" }
  }
};
var defaults = object("`defaults`", promises);

// lib/core/configuration.ts
var severities = ["error", "warning", "info"];

// lib/read/configuration/waiver.ts
function policyName(known3) {
  const name4 = text("the name of a policy", "alb-idle-timeout-outlasts-query");
  return {
    schema: name4.schema,
    read: (value2, at3) => {
      const read5 = name4.read(value2, at3);
      if (read5 === void 0 || known3.some((policy) => matchesGlob(read5, policy))) return read5;
      return at3.problem(`${unknownPolicy(read5, known3)}`);
    }
  };
}
function unknownPolicy(name4, known3) {
  const near = isGlob(name4) ? null : closest(name4, known3);
  return `matches no policy, so ${quoted(name4)} would do nothing; ${near === null ? "`holdfast list` names them all" : `did you mean \`${near}\`?`}`;
}
var level = choice(["off", ...severities]);
var month = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
var day = {
  schema: { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" },
  read: (value2, at3) => {
    const text2 = typeof value2 === "string" ? value2.trim() : "";
    const [, year, months, days] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text2) ?? []).map(Number);
    if (year === void 0 || months === void 0 || days === void 0)
      return at3.problem(
        `is ${typeof value2 === "string" ? quoted(value2) : "not text"}, which is no day; write it like 2027-01-31`
      );
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const last = months === 2 && isLeap ? 29 : month[months - 1] ?? 0;
    return days >= 1 && days <= last ? text2 : at3.problem(`is ${quoted(text2)}, a day that no calendar has; write it like 2027-01-31`);
  }
};
var wildcards = "Globs are allowed.";
function waiver(known3) {
  const fields = object("a waiver", {
    policy: {
      shape: policyName(known3),
      description: `The policy whose findings are excused. ${wildcards}`,
      example: "alb-idle-timeout-outlasts-query",
      required: "so it would excuse nothing"
    },
    resource: {
      shape: text("the address of a resource", "aws_lb.legacy"),
      description: `The resource whose findings are excused. ${wildcards}`,
      example: "aws_lb.legacy",
      required: "so it would excuse nothing"
    },
    workload: {
      shape: text("the name of a workload", "checkout-api"),
      description: `Without it: every workload. ${wildcards}`,
      example: "checkout-api"
    },
    role: {
      shape: text("the name of a role", "app_user"),
      description: `Without it: every role. ${wildcards}`,
      example: "app_user"
    },
    reason: {
      shape: prose("a reason", "retired with the 2027 migration"),
      description: "Why the finding may stay.",
      example: "retired with the 2027 migration",
      required: "so nobody could tell why the finding may stay"
    },
    owner: {
      shape: text("who answers for it", "payments"),
      description: "Who answers for it.",
      example: "payments",
      required: "so nobody would answer for it"
    },
    until: {
      shape: day,
      description: "The last day on which it holds (UTC).",
      example: "2027-01-31",
      required: "so it would never end"
    }
  });
  return {
    schema: fields.schema,
    read: (value2, at3) => {
      const read5 = fields.read(value2, at3);
      if (read5 === void 0) return void 0;
      return { ...read5, workload: read5.workload ?? null, role: read5.role ?? null, location: at3.location() };
    }
  };
}

// lib/read/configuration/contradictions.ts
function contradictions(it, workload2, placeOf4) {
  const query = `\`maxQueryDuration\` of ${JSON.stringify(workload2)} is ${formatDuration(it.maxQueryDuration)}`;
  const is2 = (seconds2) => `is ${formatDuration(seconds2)}`;
  const request3 = it.request;
  const found = [];
  const check = (seconds2, place, contradicts3, clause) => {
    if (seconds2 !== void 0) found.push([contradicts3(seconds2), place, `${is2(seconds2)} and ${clause}`]);
  };
  check(
    it.maxSilence,
    placeOf4("maxSilence"),
    (silence) => silence > it.maxQueryDuration,
    `${query}: a query is not silent for longer than it runs; lower \`maxSilence\``
  );
  check(
    it.maxTransactionDuration,
    placeOf4("maxTransactionDuration"),
    (transaction) => transaction < it.maxQueryDuration,
    `${query}: a transaction outlasts each of its queries; raise \`maxTransactionDuration\``
  );
  check(
    it.maxStatementTimeout,
    placeOf4("maxStatementTimeout"),
    (net) => net <= it.maxQueryDuration,
    `${query}: no \`statement_timeout\` lies between them; raise \`maxStatementTimeout\``
  );
  check(
    request3?.maxDuration,
    placeOf4("request").inside("maxDuration"),
    (duration3) => duration3 < it.maxQueryDuration,
    `${query}: a request outlasts each of its queries; raise \`request.maxDuration\``
  );
  check(
    request3?.maxSilence,
    placeOf4("request").inside("maxSilence"),
    (silence) => request3?.maxDuration !== void 0 && silence > request3.maxDuration,
    `\`request.maxDuration\` is ${formatDuration(request3?.maxDuration ?? 0)}: a response is not silent for longer than the request; lower \`request.maxSilence\``
  );
  for (const [contradicts3, place, clause] of found) if (contradicts3) place.problem(clause);
  return found.every(([contradicts3]) => !contradicts3);
}

// lib/read/configuration/workload.ts
function workload(entry2, inherited) {
  const fields = object("a workload", {
    name: {
      shape: text("a name", "checkout-api"),
      description: "What findings call the workload.",
      example: "checkout-api",
      required: "so findings could not name it"
    },
    ...promises,
    path: {
      shape: list(entry2, "a list of hops", "[database: aws_db_instance.orders]", 1),
      description: "The hops from the caller to the database, in order. Without it the databases with their proxies are judged.",
      example: [{ alb: "aws_lb.public" }, { client: "aws_ecs_service.api" }, { database: "aws_db_instance.orders" }]
    },
    database: {
      shape: databases,
      description: "Where there is no path: which databases. Without it: all PostgreSQL in view.",
      example: "aws_db_instance.orders"
    }
  });
  return {
    schema: fields.schema,
    read: (value2, at3) => {
      const read5 = fields.read(value2, at3);
      if (read5 === void 0 || inherited === "broken") return void 0;
      const { name: name4, path, database } = read5;
      if (path !== void 0 && database !== void 0)
        return at3.inside("database").problem("stands beside `path`, which names the database itself; remove one of them");
      const values = inherit(read5, inherited?.values);
      const placeOf4 = (key3) => (read5[key3] === void 0 && inherited !== null ? inherited.at : at3).inside(key3);
      const { maxQueryDuration } = values;
      if (maxQueryDuration === void 0)
        return at3.problem(
          "has no `maxQueryDuration`, so there is no promise to judge; add for example `maxQueryDuration: 30s`"
        );
      const entries2 = path === void 0 ? null : identified(path, name4, at3.inside("path"));
      const isSound = contradictions({ ...values, maxQueryDuration }, name4, placeOf4);
      if (entries2 === void 0 || !isSound) return void 0;
      return {
        name: name4,
        roles: values.roles ?? [],
        maxQueryDuration,
        maxSilence: declared3(values.maxSilence),
        maxTransactionDuration: declared3(values.maxTransactionDuration),
        maxIdle: declared3(values.maxIdle),
        maxIdleInTransaction: declared3(values.maxIdleInTransaction),
        maxConnectionAge: declared3(values.maxConnectionAge),
        maxStatementTimeout: declared3(values.maxStatementTimeout),
        detectDeadPeerWithin: declared3(values.detectDeadPeerWithin),
        request: {
          maxDuration: declared3(values.request?.maxDuration),
          maxSilence: declared3(values.request?.maxSilence),
          maxConnectionAge: declared3(values.request?.maxConnectionAge)
        },
        headroom: values.headroom ?? noHeadroom,
        path: entries2,
        databases: database ?? [],
        scope: values.scope ?? null,
        location: at3.location()
      };
    }
  };
}
var noHeadroom = { as: "duration", seconds: 0 };
function declared3(seconds2) {
  return seconds2 ?? null;
}
function inherit(own2, inherited) {
  if (inherited === void 0) return own2;
  return {
    roles: own2.roles ?? inherited.roles,
    maxQueryDuration: own2.maxQueryDuration ?? inherited.maxQueryDuration,
    maxSilence: own2.maxSilence ?? inherited.maxSilence,
    maxTransactionDuration: own2.maxTransactionDuration ?? inherited.maxTransactionDuration,
    maxIdle: own2.maxIdle ?? inherited.maxIdle,
    maxIdleInTransaction: own2.maxIdleInTransaction ?? inherited.maxIdleInTransaction,
    maxConnectionAge: own2.maxConnectionAge ?? inherited.maxConnectionAge,
    maxStatementTimeout: own2.maxStatementTimeout ?? inherited.maxStatementTimeout,
    detectDeadPeerWithin: own2.detectDeadPeerWithin ?? inherited.detectDeadPeerWithin,
    request: own2.request ?? inherited.request,
    headroom: own2.headroom ?? inherited.headroom,
    scope: own2.scope ?? inherited.scope
  };
}
function identified(path, workload2, at3) {
  const seen2 = /* @__PURE__ */ new Map();
  let sound = true;
  const entries2 = path.map((entry2, position) => {
    const { select: select3 } = entry2;
    if (select3.by !== "inline") return { ...entry2, select: select3 };
    const { subject } = select3.fact;
    const before = seen2.get(subject);
    if (before !== void 0) {
      at3.inside(position).problem(
        `is called ${JSON.stringify(subject)} like hop ${String(before + 1)} of the path; give it another name`
      );
      sound = false;
    }
    seen2.set(subject, position);
    return {
      ...entry2,
      select: { by: "inline", fact: { ...select3.fact, id: `configuration#${escaped(workload2)}/${subject}` } }
    };
  });
  return sound ? entries2 : void 0;
}
function escaped(name4) {
  return name4.replace(/~/g, "~0").replace(/\//g, "~1");
}

// lib/read/configuration/definition.ts
function definition({ kinds: kinds2, policies, titles = table(), defaults: inherited }) {
  const parameters3 = knownParameters(kinds2);
  return object("the configuration", {
    $schema: {
      shape: text("the address of the schema", schemaFile),
      description: "The schema, for editors.",
      example: schemaFile
    },
    version: {
      shape: version,
      description: "The version of this format.",
      example: 1,
      required: "so its format is not known"
    },
    extends: {
      shape: extended,
      description: "Local files that this one builds on, relative to it. Workloads merge by name; what is nearer wins.",
      example: "../holdfast.yaml"
    },
    defaults: {
      shape: defaults,
      description: "What holds for each workload that does not say otherwise.",
      example: { headroom: "10s" }
    },
    policies: {
      shape: levels2(policies, titles),
      description: "The level of policies, by name or glob; the last match wins.",
      example: { "statement-timeout-is-set-per-role": "info" }
    },
    declared: {
      shape: declared4(parameters3),
      description: "Facts that live outside every source. Anything read wins over them.",
      example: { roles: { app_user: { statement_timeout: "45s" } } }
    },
    workloads: {
      shape: workloads(workload(hopEntry(kinds2, parameters3), inherited)),
      description: "Who queries, what was promised, over which path.",
      example: [{ name: "checkout-api", maxQueryDuration: "30s" }]
    },
    waivers: {
      shape: list(waiver(policies), "a list of waivers", "[]"),
      description: "Findings that are excused for a time.",
      example: []
    },
    scope: {
      shape: scope,
      description: "Limits which documents and resources are meant.",
      example: { source: "prod/orders/**" }
    }
  });
}
var schemaFile = "./node_modules/holdfast/schema/configuration.schema.json";
var version = {
  schema: { const: 1 },
  read: (value2, at3) => value2 === 1 ? 1 : at3.problem(`is ${shown(value2)}, and this version of Holdfast reads 1; write \`version: 1\``)
};
var file = prose("the path of a local file", "../holdfast.yaml");
var files = list(file, "a list of local files", "[../holdfast.yaml]");
var extended = {
  schema: { anyOf: [file.schema, files.schema] },
  read: (value2, at3) => {
    const read5 = Array.isArray(value2) ? files.read(value2, at3) : file.read(value2, at3);
    if (read5 !== void 0)
      at3.problem("names another file, which cannot be followed here; load the configuration from its file");
    return void 0;
  }
};
function levels2(known3, titles) {
  const values = tableOf(level, "a table of policies and their levels", "{ statement-timeout-is-set-per-role: info }");
  const described = Object.entries(titles).map(
    ([policy, title]) => [policy, { ...level.schema, description: `${title}.`, examples: ["info"] }]
  );
  return {
    schema: { ...values.schema, ...described.length === 0 ? {} : { properties: table(described) } },
    read: (value2, at3) => {
      const read5 = values.read(value2, at3);
      const unknown4 = Object.keys(isObject(value2) ? value2 : {}).filter(
        (name4) => !known3.some((policy) => matchesGlob(name4, policy))
      );
      for (const name4 of unknown4) at3.inside(name4).problem(unknownPolicy(name4, known3));
      if (read5 === void 0 || unknown4.length > 0) return void 0;
      return Object.entries(read5).map(([policy, set2]) => ({
        policy,
        level: set2,
        location: at3.inside(policy).location()
      }));
    }
  };
}
function declared4(parameters3) {
  const roles = tableOf(
    parameterTable(parameters3, "session"),
    "a table of roles",
    "{ app_user: { statement_timeout: 45s } }"
  );
  const groups = tableOf(
    parameterTable(parameters3, "group"),
    "a table of parameter groups",
    "{ orders-pg16: { statement_timeout: 0 } }"
  );
  const fields = object("`declared`", {
    roles: {
      shape: roles,
      description: "PostgreSQL parameters of login roles, by the name of the role.",
      example: { app_user: { statement_timeout: "45s" } }
    },
    parameterGroups: {
      shape: groups,
      description: "PostgreSQL parameters of parameter groups, by the name of the group.",
      example: { "orders-pg16": { statement_timeout: 0 } }
    }
  });
  return {
    schema: fields.schema,
    read: (value2, at3) => {
      const read5 = fields.read(value2, at3);
      return read5 && { roles: read5.roles ?? table(), parameterGroups: read5.parameterGroups ?? table() };
    }
  };
}
function workloads(one2) {
  const all = list(one2, "a list of workloads", "[{ name: checkout-api, maxQueryDuration: 30s }]", 1);
  return {
    schema: all.schema,
    read: (value2, at3) => {
      const read5 = all.read(value2, at3);
      return namedOnce(value2, at3) ? read5 : void 0;
    }
  };
}
function namedOnce(value2, at3) {
  const seen2 = /* @__PURE__ */ new Map();
  let once2 = true;
  for (const [position, item] of items(value2).entries()) {
    const name4 = own(item, "name");
    if (typeof name4 !== "string") continue;
    const before = seen2.get(name4);
    if (before === void 0) seen2.set(name4, position);
    else {
      once2 = false;
      at3.inside(position).inside("name").problem(`is ${quoted(name4)} like that of workload ${String(before + 1)}; give each its own name`);
    }
  }
  return once2;
}

// lib/read/configuration/read.ts
function readConfiguration(raw, where, kinds2, known3) {
  const problems = [];
  const top = placeAt([], where, problems);
  if (raw === null)
    throw new InputError([
      {
        message: "the configuration is empty, so nothing could be judged; `holdfast init FILE` writes a starting one",
        location: where([])
      }
    ]);
  const read5 = definition({ kinds: kinds2, policies: known3.policies, defaults: readDefaults(raw, where, problems) }).read(
    raw,
    top
  );
  if (isObject(raw) && own(raw, "workloads") === void 0)
    top.problem(`has no \`workloads\`, so nothing could be judged; ${fix}`);
  if (read5?.workloads === void 0 || problems.length > 0) throw new InputError(inOrder(problems));
  return {
    workloads: read5.workloads,
    policies: read5.policies ?? [],
    declared: read5.declared ?? { roles: table(), parameterGroups: table() },
    waivers: read5.waivers ?? [],
    scope: read5.scope ?? null
  };
}
var fix = "add for example `workloads: [{ name: checkout-api, maxQueryDuration: 30s }]`";
function readDefaults(raw, where, problems) {
  const written7 = own(raw, "defaults");
  if (written7 === void 0) return null;
  const values = defaults.read(written7, placeAt(["defaults"], where, []));
  return values === void 0 ? "broken" : { values, at: placeAt(["defaults"], where, problems) };
}
function inOrder(problems) {
  const line = ({ location }) => location?.line ?? 0;
  const column = ({ location }) => location?.column ?? 0;
  return [...problems].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}

// lib/read/evaluated/choices.ts
var most = 16;
function alternativesOf(value2) {
  const of = [];
  let [why2, settles4] = ["", ""];
  const pending = [value2];
  for (let next2 = pending.shift(); next2 !== void 0; next2 = pending.shift()) {
    if (next2.is === "choice") {
      if (why2 === "") ({ why: why2, settles: settles4 } = next2);
      pending.unshift(...next2.of);
    } else if (next2.is === "reference" && next2.value?.is === "choice") pending.unshift(next2.value);
    else of.push(next2);
    if (of.length + pending.length > most) return null;
  }
  return { of, why: why2, settles: settles4 };
}

// lib/read/evaluated/value.ts
var unset = { is: "value", value: null };
function literal(value2) {
  if (typeof value2 !== "object" || value2 === null) return { is: "value", value: value2 };
  if (isList(value2)) return { is: "list", items: value2.map(literal) };
  return { is: "object", entries: table(Object.entries(value2).map(([key3, one2]) => [key3, literal(one2)])) };
}
function plain2(value2) {
  switch (value2.is) {
    case "value":
      return value2.value;
    case "list": {
      const items3 = value2.items.map(plain2);
      return items3.includes(void 0) ? void 0 : items3;
    }
    case "object": {
      const entries2 = Object.entries(value2.entries).map(([key3, one2]) => [key3, plain2(one2)]);
      return entries2.some(([, one2]) => one2 === void 0) ? void 0 : table(entries2);
    }
    case "reference":
      return value2.value === void 0 ? void 0 : plain2(value2.value);
    case "text":
    case "choice":
    case "unknown":
      return void 0;
  }
}
function isList(value2) {
  return Array.isArray(value2);
}

// lib/read/evaluated/reason.ts
function comesFrom(text2) {
  return {
    is: "unknown",
    why: `comes from \`${text2}\`, which is known only after deploy`,
    settles: "write a fixed value, or check the state after deploy"
  };
}
function reasonOf(value2) {
  switch (value2.is) {
    case "unknown":
    case "choice":
      return { why: value2.why, settles: value2.settles };
    case "reference":
      return reasonOf(value2.value ?? comesFrom(value2.text));
    case "list":
    case "object":
    case "text": {
      const parts = value2.is === "list" ? value2.items : value2.is === "text" ? value2.parts : Object.values(value2.entries);
      const open3 = parts.find((part) => plain2(part) === void 0);
      return open3 === void 0 ? reasonOf(comesFrom("an expression")) : reasonOf(open3);
    }
    case "value":
      return { why: "is not of a kind that can be read", settles: "write a fixed value" };
  }
}

// lib/read/evaluated/link-to.ts
function linkTo(value2, spec, attribute2, resource, kindsById) {
  const ways2 = alternativesOf(value2);
  const what = `\`${attribute2}\` of \`${resource.subject}\``;
  const unclear2 = (why2, settles4) => ({
    state: "unknown",
    attribute: attribute2,
    why: `${what} ${why2}`,
    settles: settles4
  });
  if (ways2 === null) return unclear2("has too many possible values", "refer to one resource");
  const ends2 = ways2.of.map((way) => targetOf(way, spec, kindsById));
  const [only, ...others3] = ends2;
  if (only === void 0) return null;
  if (others3.length === 0) {
    if (only.is === "unset") return null;
    if (only.is === "target") return { state: "linked", to: only.to, sure: only.sure, attribute: attribute2 };
    return unclear2(only.why, only.settles);
  }
  const open3 = ends2.find((end) => end.is === "open");
  if (open3?.is === "open") return unclear2(open3.why, open3.settles);
  if (ends2.every((end) => end.is === "unset")) return null;
  const targets = ends2.flatMap((end) => end.is === "target" ? [end.to] : []);
  if (targets.length < ends2.length) {
    return unclear2(`is set on a condition: it ${ways2.why}`, "refer to a resource on both branches");
  }
  return { state: "one-of", to: targets, attribute: attribute2, why: `${what} ${ways2.why}`, settles: ways2.settles };
}
function targetOf(value2, spec, kindsById) {
  if (value2.is === "reference" && mayBe(value2.to, spec, kindsById))
    return { is: "target", to: { id: value2.to }, sure: "exact" };
  const json = plain2(value2);
  if (json === null || json === "") return { is: "unset" };
  if (typeof json === "string" || typeof json === "number")
    return { is: "target", to: { name: String(json) }, sure: "exact" };
  if (value2.is === "text") {
    const meant2 = new Set(
      value2.parts.flatMap((part) => part.is === "reference" && mayBe(part.to, spec, kindsById) ? [part.to] : [])
    );
    const [only, another] = meant2;
    if (only !== void 0 && another === void 0) return { is: "target", to: { id: only }, sure: "probable" };
  }
  if (value2.is === "reference" && value2.value !== void 0 && value2.value.is !== "choice") {
    return targetOf(value2.value, spec, kindsById);
  }
  return { is: "open", ...reasonOf(value2) };
}
function mayBe(id, { to }, kindsById) {
  const kinds2 = kindsById.get(id) ?? [];
  return kinds2.length === 0 ? to.includes("other") : kinds2.some((kind) => to.includes(kind.name));
}

// lib/read/evaluated/path.ts
function valuesAt(root, path, every) {
  let level2 = [root];
  for (const step2 of pathSteps(path)) {
    level2 = level2.flatMap((found) => inside(found, step2, every));
    if (!every) level2 = level2.slice(0, 1);
  }
  return every ? level2.flatMap(unfolded) : level2;
}
function inside({ value: value2, pointer }, step2, every) {
  switch (value2.is) {
    case "object": {
      const next2 = value2.entries[step2.name];
      if (next2 === void 0) return [];
      const found = { value: next2, pointer: pointerTo(pointer, step2.name) };
      if (step2.where.length === 0) return [found];
      return every ? elementsWhere(found, step2.where) : elementWhere(found, step2.where);
    }
    case "list": {
      const items3 = every ? value2.items : value2.items.slice(0, 1);
      return items3.flatMap((item, at3) => inside({ value: item, pointer: pointerTo(pointer, at3) }, step2, every));
    }
    case "reference":
      return value2.value === void 0 ? [{ value: comesFrom(value2.text), pointer }] : inside({ value: value2.value, pointer }, step2, every);
    case "choice":
      return [
        { value: eachOf(value2, (one2) => gathered(inside({ value: one2, pointer }, step2, every), every)), pointer }
      ];
    case "unknown":
    case "text":
      return [{ value: value2, pointer }];
    case "value":
      return [];
  }
}
function elementsWhere(found, where) {
  const { value: value2, pointer } = found;
  if (value2.is !== "list") return elementWhere(found, where);
  return value2.items.flatMap((item, at3) => {
    const is2 = hasKeys(item, where);
    return is2 === false ? [] : [{ value: is2 === true ? item : onlyWith(where)(item), pointer: pointerTo(pointer, at3) }];
  });
}
function elementWhere({ value: value2, pointer }, where) {
  if (value2.is === "choice") {
    const of = eachOf(value2, (one2) => elementWhere({ value: one2, pointer }, where)[0]?.value ?? unset);
    return [{ value: of, pointer }];
  }
  if (value2.is === "reference" && value2.value !== void 0)
    return elementWhere({ value: value2.value, pointer }, where);
  if (value2.is === "value") return [];
  const hits = unfolded({ value: value2, pointer }).flatMap(({ value: item, pointer: at3 }) => {
    const is2 = hasKeys(item, where);
    return is2 === false ? [] : [{ item, is: is2, pointer: at3 }];
  });
  const [first] = hits;
  return first === void 0 ? [] : [{ value: oneOfHits(hits, where), pointer: first.pointer }];
}
function oneOfHits(hits, where) {
  const isSure = hits.some(({ is: is2 }) => is2 === true);
  const counted2 = isSure ? hits.filter(({ is: is2, item }) => is2 === true || item.is === "choice") : hits;
  const values = counted2.map(({ item, is: is2 }) => is2 === true ? item : maybeWith(item, where));
  const [only, ...others3] = values;
  if (only !== void 0 && others3.length === 0) return only;
  const open3 = counted2.find(({ is: is2 }) => is2 === "maybe");
  const cause = open3 === void 0 ? { why: "is written more than once", settles: "write it once" } : reasonOf(open3.item);
  const of = isSure ? values.map((one2) => one2.is === "choice" ? withoutUnset(one2) : one2) : values;
  return { is: "choice", of, ...cause };
}
function withoutUnset(choice3) {
  return { ...choice3, of: choice3.of.filter((one2) => one2 !== unset) };
}
function maybeWith(item, where) {
  if (item.is === "choice") return eachOf(item, onlyWith(where));
  const open3 = where.find((one2) => hasKey(item, one2) === "maybe");
  const key3 = item.is === "object" && open3 !== void 0 ? item.entries[open3.key] : void 0;
  return key3 === void 0 ? item : { is: "choice", of: [item, unset], ...reasonOf(key3) };
}
function hasKeys(item, where) {
  if (item.is === "choice") return item.of.some((one2) => hasKeys(one2, where) !== false) && "maybe";
  const each2 = where.map((one2) => hasKey(item, one2));
  if (each2.includes(false)) return false;
  return each2.includes("maybe") ? "maybe" : true;
}
function hasKey(item, { key: key3, value: value2 }) {
  if (item.is !== "object") return item.is === "value" || item.is === "list" ? false : "maybe";
  const own2 = item.entries[key3];
  if (own2 === void 0) return false;
  if (own2.is === "choice") return own2.of.some((one2) => one2.is !== "value" || String(one2.value) === value2) && "maybe";
  return own2.is === "value" ? String(own2.value) === value2 : "maybe";
}
function onlyWith(where) {
  return (one2) => hasKeys(one2, where) === false ? unset : one2;
}
function eachOf(choice3, to) {
  return { ...choice3, of: choice3.of.map(to) };
}
function gathered(found, every) {
  if (every) return { is: "list", items: found.flatMap(unfolded).map(({ value: value2 }) => value2) };
  return found[0]?.value ?? unset;
}
function unfolded(found) {
  const { value: value2, pointer } = found;
  if (value2.is === "list") return value2.items.map((item, at3) => ({ value: item, pointer: pointerTo(pointer, at3) }));
  return [found];
}

// lib/read/evaluated/provider-link.ts
function providerLink(resource, spec, argument, kindsById) {
  const attribute2 = `provider.${argument}`;
  const value2 = resource.provider[argument];
  const host = value2 === void 0 ? void 0 : plain2(value2);
  const link2 = value2 === void 0 ? null : linkTo(
    typeof host === "string" ? { is: "value", value: host.replace(/:\d{1,5}$/, "") } : value2,
    spec,
    attribute2,
    resource,
    kindsById
  );
  if (link2 !== null && link2.state !== "unknown") return link2;
  const servers = [...kindsById].filter(([, [kind]]) => kind !== void 0 && spec.to.includes(kind.name));
  const owners3 = servers.filter(
    ([, [kind]]) => !servers.some(([, [owner]]) => isMember(kind?.name, owner?.hop?.members))
  );
  const [sole, another] = owners3;
  if (sole !== void 0 && another === void 0)
    return { state: "linked", to: { id: sole[0] }, sure: "probable", attribute: attribute2 };
  return {
    state: "unknown",
    attribute: attribute2,
    why: `the \`${argument}\` of the provider of \`${resource.subject}\` cannot be followed to a server`,
    settles: "declare the role with its parameters under `declared.roles`, or refer to the server by an attribute in the provider block"
  };
}
function isMember(kind, members) {
  return (members ?? []).some((member3) => "kind" in member3 && member3.kind === kind);
}

// lib/read/evaluated/links.ts
function linksOf(resource, kind, kindsById) {
  const links = table();
  for (const [name4, spec] of Object.entries(kind.links)) {
    if (spec.provider !== void 0) {
      if (resource.source === "cdktf") links[name4] = [providerLink(resource, spec, spec.provider, kindsById)];
      continue;
    }
    const path = spelledIn(resource.source, spec);
    if (path === "Ref") links[name4] = [{ state: "linked", to: { id: resource.id }, sure: "exact", attribute: path }];
    else if (path !== void 0) links[name4] = linksAt(resource, path, spec, kindsById);
  }
  return links;
}
function linksAt(resource, path, spec, kindsById) {
  const root = { value: { is: "object", entries: resource.attributes }, pointer: resource.location.pointer };
  const attribute2 = shownPath(path);
  const found = valuesAt(root, path, spec.many === true);
  const links = found.flatMap(({ value: value2 }) => linkTo(value2, spec, attribute2, resource, kindsById) ?? []);
  return links.length > 0 ? links : [{ state: "absent", attribute: attribute2 }];
}

// lib/core/interpret.ts
var decimal = /^[+-]?\d+(\.\d+)?$/;
function interpret(spec, raw, step2) {
  const value2 = read3(spec, raw);
  if (value2 !== void 0) return known(value2, step2);
  return unknown(
    `\`${step2.attribute}\` of \`${step2.subject}\` is ${shown2(raw)}, which is not ${wanted[spec.as]}`,
    `write ${wanted[spec.as]} as \`${step2.attribute}\` of \`${step2.subject}\``,
    [step2]
  );
}
function groupParameter(name4, value2, applyMethod) {
  const text2 = scalarText(value2 ?? null);
  return {
    name: typeof name4 === "string" ? name4.toLowerCase() : null,
    value: text2 ?? null,
    state: text2 === void 0 ? "unknown" : "known",
    applyMethod: typeof applyMethod === "string" ? applyMethod : null
  };
}
var wanted = {
  seconds: "a number of seconds",
  milliseconds: "a number of milliseconds",
  number: "a number",
  text: "text",
  boolean: "`true` or `false`",
  parameters: "a list of parameters with name and value",
  list: "a list"
};
function read3(spec, raw) {
  switch (spec.as) {
    case "seconds":
    case "number":
      return raw === null ? null : numberOf(raw);
    case "milliseconds": {
      const milliseconds = raw === null ? null : numberOf(raw);
      return typeof milliseconds === "number" ? milliseconds / 1e3 : milliseconds;
    }
    case "text":
      return scalarText(raw);
    case "boolean":
      if (raw === true || raw === "true") return true;
      return raw === false || raw === "false" ? false : void 0;
    case "parameters":
      return Array.isArray(raw) ? raw.map(row) : void 0;
    case "list":
      if (Array.isArray(raw)) return raw;
      return scalarText(raw) === void 0 ? void 0 : [raw];
  }
}
function row(raw) {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    return groupParameter(void 0, void 0, void 0);
  const of = (key3) => Object.hasOwn(raw, key3) ? raw[key3] : void 0;
  return groupParameter(of("name"), of("value"), of("apply_method"));
}
function numberOf(raw) {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : void 0;
  if (typeof raw !== "string" || !decimal.test(raw.trim())) return void 0;
  const value2 = Number(raw);
  return Number.isFinite(value2) ? value2 : void 0;
}
function scalarText(raw) {
  if (typeof raw === "string") return raw;
  return typeof raw === "number" || typeof raw === "boolean" ? String(raw) : void 0;
}
function shown2(raw) {
  if (raw === null) return "`null`";
  if (Array.isArray(raw)) return "a list";
  if (typeof raw === "object") return "an object";
  const text2 = String(raw);
  return `\`${text2.length > 60 ? `${text2.slice(0, 60)}...` : text2}\``;
}

// lib/read/connection/seen.ts
function seen(value2) {
  switch (value2.is) {
    case "value":
      return value2.value === null ? null : { text: String(value2.value), cause: null };
    case "reference":
      return value2.value === void 0 ? { text: opaque, cause: causeOf(value2) } : seen(value2.value);
    case "text": {
      const parts = value2.parts.map((part) => seen(part));
      const open3 = value2.parts.find((part) => plain2(part) === void 0);
      return {
        text: parts.map((part) => part?.text ?? "").join(""),
        cause: open3 === void 0 ? null : causeOf(open3)
      };
    }
    case "choice":
    case "unknown":
      return { text: opaque, cause: causeOf(value2) };
    case "list":
    case "object":
      return null;
  }
}
var quotable = [
  /^comes from `[^`]*`, which is known only after /,
  /^comes from (?:the )?(?:secret|parameter)\b/,
  /^is the (?:variable|parameter) `[^`]*`/,
  /^sets `net\.[\w.-]+` to /,
  /^is (?:read|known|set|not)\b[^`]*$/
];
function causeOf(value2) {
  const { why: why2, settles: settles4 } = reasonOf(value2);
  return quotable.some((one2) => one2.test(why2)) ? { why: why2, settles: settles4 } : {
    why: "comes from an expression that is not evaluated here",
    settles: "write it in the open, but for the password"
  };
}

// lib/read/connection/process-variables.ts
var together2 = "PG*";
var places = /* @__PURE__ */ new Set(["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"]);
function processVariables(variables, container, vocabulary) {
  const words = vocabularyOf(vocabulary);
  const base = { name: together2, container, form: "variables" };
  const pairs = [];
  let isOne = false;
  for (const { name: name4, value: value2 } of variables) {
    const word2 = name4.startsWith("PG") ? words.variableOf(name4) : null;
    const said3 = word2 === null ? null : seen(value2);
    if (word2 === null || said3 === null) continue;
    if (word2.is === "other") isOne ||= places.has(name4);
    else if (said3.cause !== null)
      return hiddenConnection(base, `includes \`${word2.name}\`, which ${said3.cause.why}`, said3.cause.settles);
    else isOne = true;
    pairs.push([name4, said3.text]);
  }
  if (!isOne) return null;
  const said2 = sanitised("variables", { scheme: null, pairs }, words);
  return "why" in said2 ? hiddenConnection(base, said2.why, said2.settles) : { ...base, hidden: null, ...said2 };
}

// lib/read/connection/variable.ts
var name2 = /^(?:ConnectionStrings:)?[A-Za-z_][A-Za-z0-9_.-]{0,127}$/;
function shownName(text2) {
  return name2.test(text2) ? text2 : "(a name that no process takes)";
}
var owners2 = "database|db|postgres|postgresql|pg|jdbc|datasource|sql_?alchemy";
var nouns = "url|uri|dsn|conn|conn_?str|conn_?string|connection|connection_?string";
var called = new RegExp(`(?:^|_)(?:${owners2})(?:_[a-z0-9_]*)?_?(?:${nouns})$`, "i");
var others2 = /mongo|redis|mysql|maria|mssql|sqlserver|oracle|cosmos|dynamo|elastic|snowflake|clickhouse|influx|neo4j|cassandra|amqp|rabbit/i;
function calledLikeConnection(text2) {
  if (!name2.test(text2) || others2.test(text2)) return null;
  if (/^ConnectionStrings(?:__|:)/i.test(text2)) return "ado";
  if (!called.test(text2)) return null;
  return /jdbc|spring_datasource/i.test(text2) ? "jdbc" : "url";
}

// lib/read/connection/connections.ts
function connectionsIn2(variables, container, vocabulary = drivers) {
  const strings = variables.flatMap((variable4) => connectionOf(variable4, container, vocabulary) ?? []);
  const process2 = processVariables(variables, container, vocabulary);
  return process2 === null ? strings : [...strings, process2];
}
function connectionOf({ name: name4, value: value2 }, container, vocabulary = drivers) {
  const ways2 = alternativesOf(value2);
  const found = ways2?.of.map((way) => single3(name4, way, container, vocabulary)) ?? [];
  const [first = null] = found;
  if (ways2 !== null && found.every((one2) => JSON.stringify(one2) === JSON.stringify(first))) return first;
  const form = found.find((one2) => one2 !== null)?.form ?? calledLikeConnection(name4);
  if (form === null) return null;
  const { why: why2, settles: settles4 } = causeOf(value2);
  return hiddenConnection({ name: shownName(name4), container, form }, why2, settles4);
}
function single3(name4, value2, container, vocabulary) {
  const text2 = seen(value2);
  if (text2 === null) return null;
  const read5 = readConnection(shownName(name4), text2.text, container, vocabulary, text2.cause);
  if (read5 !== null || text2.cause === null) return read5;
  const form = calledLikeConnection(name4);
  return form === null ? null : hiddenConnection({ name: name4, container, form }, text2.cause.why, text2.cause.settles);
}

// lib/read/connection/members.ts
function behind2(value2) {
  let at3 = value2;
  while (at3.is === "reference" && at3.value !== void 0) at3 = at3.value;
  return at3;
}
function member(value2, ...spellings) {
  const object4 = behind2(value2);
  if (object4.is !== "object") return unset;
  const found = spellings.find((spelling) => object4.entries[spelling] !== void 0);
  return (found === void 0 ? void 0 : object4.entries[found]) ?? unset;
}
function elements(value2) {
  const list4 = behind2(value2);
  if (list4.is === "list") return list4.items;
  return list4.is === "value" && (list4.value === null || list4.value === "") ? [] : { open: list4 };
}
function isOpen2(found) {
  return "open" in found;
}
function waysOf2(element2) {
  return (alternativesOf(element2)?.of ?? []).map(behind2);
}
function choice2(of, cause) {
  const [only = unset, second] = of;
  return second === void 0 ? only : { is: "choice", of, ...reasonOf(cause) };
}

// lib/read/connection/secret.ts
var reference = /^(?:arn:aws[a-z-]*:(?:secretsmanager|ssm):[\w:/.+=@-]{1,600}|[\w/.-]{1,600})$/;
function fromSecret(valueFrom3) {
  const name4 = referenceIn(valueFrom3);
  const shown5 = name4?.startsWith("arn:") === true ? name4.split(":").slice(5).join(":") : name4;
  return {
    is: "unknown",
    why: shown5 == null ? "comes from a secret" : `comes from secret \`${shown5.slice(0, 80)}\``,
    settles: "write the URL without its password in the open and only the password as a secret, or declare `driver` and `keepalive` beside `client`"
  };
}
function secretsIn(value2) {
  const found = behind2(value2);
  if (found.is === "object") return Object.entries(found.entries).flatMap(([name4, from]) => rowOf(name4, from));
  const list4 = elements(found);
  if (isOpen2(list4)) return list4;
  return list4.flatMap(waysOf2).flatMap((row2) => {
    const name4 = seen(member(row2, "name", "Name"))?.text;
    return name4 === void 0 ? [] : rowOf(name4, member(row2, "valueFrom", "ValueFrom", "value", "Value"));
  });
}
function rowOf(name4, from) {
  const written7 = referenceIn(from);
  return written7 === null ? [] : [[shownName(name4), written7]];
}
function referenceIn(value2) {
  if (value2.is === "reference")
    return value2.value?.is === "reference" ? referenceIn(value2.value) : value2.to.slice(value2.to.indexOf("#") + 1);
  const text2 = seen(value2)?.text;
  if (text2 === void 0) return null;
  const [, parameter2] = /^arn:[^:]*:ssm:[^:]*:[^:]*:(parameter\/[\w/.-]{1,600})$/.exec(text2) ?? [];
  if (text2.includes(opaque)) return parameter2 === void 0 ? null : `arn:aws:ssm:::${parameter2}`;
  return reference.test(text2) ? text2 : null;
}

// lib/read/connection/variables-in.ts
var environment = "aws:elasticbeanstalk:application:environment";
var environmentSecrets = "aws:elasticbeanstalk:application:environmentsecrets";
function variablesIn(value2) {
  const found = behind2(value2);
  if (found.is === "object") return Object.entries(found.entries).map(([name4, one2]) => ({ name: name4, value: one2 }));
  const list4 = elements(found);
  return isOpen2(list4) ? list4 : list4.flatMap(variablesOf);
}
function variablesOf(element2) {
  const ways2 = waysOf2(element2);
  const rows = ways2.map(rowOf2);
  const names2 = [...new Set(rows.flatMap((row2) => row2 === null ? [] : [row2.name]))];
  return names2.map((name4) => ({
    name: name4,
    value: choice2(
      rows.map((row2) => row2?.name === name4 ? row2.value : unset),
      element2
    )
  }));
}
function rowOf2(row2) {
  if (row2.is !== "object") return null;
  const namespace = textOf4(member(row2, "namespace", "Namespace"));
  if (namespace !== "" && namespace !== opaque && namespace !== environment && namespace !== environmentSecrets)
    return null;
  const value2 = member(row2, "value", "Value");
  return {
    name: textOf4(member(row2, "name", "Name", "OptionName")),
    value: namespace === environmentSecrets ? fromSecret(value2) : value2
  };
}
function textOf4(value2) {
  return seen(value2)?.text ?? "";
}

// lib/read/connection/container-settings.ts
function connectionsOfContainers(containers2) {
  const found = [];
  for (const [at3, container] of containers2.entries()) {
    const written7 = variablesIn(member(container, "environment", "Environment"));
    if (isOpen2(written7)) return written7;
    const secrets = elements(member(container, "secrets", "Secrets"));
    if (isOpen2(secrets)) return secrets;
    found.push(...connectionsIn2([...written7, ...secrets.flatMap(secretVariables)], nameOf4(container, at3)));
  }
  return found;
}
function secretVariables(element2) {
  return waysOf2(element2).filter((way) => way.is === "object").map((way) => ({
    name: seen(member(way, "name", "Name"))?.text ?? "",
    value: fromSecret(member(way, "valueFrom", "ValueFrom"))
  }));
}
function nameOf4(container, at3) {
  const name4 = seen(member(container, "name", "Name"))?.text ?? "";
  return /^[\w-]{1,255}$/.test(name4) ? name4 : `#${String(at3 + 1)}`;
}
function secretsOfContainers(containers2) {
  const all = [];
  for (const container of containers2) {
    const rows = secretsIn(member(container, "secrets", "Secrets"));
    if (isOpen2(rows)) return rows;
    all.push(...rows);
  }
  return all;
}
function sysctlsOfContainers(containers2) {
  const found = /* @__PURE__ */ new Map();
  for (const container of containers2) {
    const controls = elements(member(container, "systemControls", "SystemControls"));
    if (isOpen2(controls)) return controls;
    for (const control of controls) {
      const name4 = seen(member(control, "namespace", "Namespace"))?.text ?? "";
      if (!/^net\.[\w.-]{1,80}$/.test(name4)) continue;
      const written7 = seen(member(control, "value", "Value"));
      const text2 = written7 === null || written7.cause !== null ? null : keptText(written7.text);
      const before = found.get(name4);
      if (text2 === null || before !== void 0 && before !== text2) return { open: unclear(name4, text2) };
      found.set(name4, text2);
    }
  }
  return [...found];
}
function unclear(name4, text2) {
  return text2 === null ? { is: "unknown", why: `sets \`${name4}\` to what is no number or not known`, settles: "write a number" } : { is: "unknown", why: `sets \`${name4}\` to several values`, settles: "write the same value in every container" };
}
function stopTimeoutOfContainers(containers2, documented) {
  const essential = containers2.filter((one2) => seen(member(one2, "essential", "Essential"))?.text !== "false");
  const written7 = (essential.length > 0 ? essential : containers2).map(
    (one2) => member(one2, "stopTimeout", "StopTimeout")
  );
  const said2 = written7.filter((one2) => plain2(one2) !== null && plain2(one2) !== "");
  const open3 = said2.find((one2) => !Number.isFinite(Number(plain2(one2))));
  if (open3 !== void 0 || said2.length === 0) return open3;
  const shortest = said2.reduce((one2, other) => Number(plain2(other)) < Number(plain2(one2)) ? other : one2);
  if (said2.length === written7.length) return shortest;
  const byDefault3 = typeof documented === "object" && "value" in documented ? documented.value : null;
  return typeof byDefault3 === "number" && Number(plain2(shortest)) >= byDefault3 ? void 0 : shortest;
}

// lib/read/connection/json-text.ts
var deepest = 8;
var mark = /\uFFFC(\d{1,9})\uFFFC/;
function jsonIn(text2) {
  const parts = text2.is === "text" ? text2.parts : [text2];
  const open3 = [];
  let [written7, isQuoted] = ["", false];
  for (const part of parts) {
    if (part.is === "value") {
      const piece = String(part.value ?? "");
      written7 += piece;
      isQuoted = quotedAfter(piece, isQuoted);
    } else {
      const stands = `\uFFFC${String(open3.push(part) - 1)}\uFFFC`;
      written7 += isQuoted ? stands : `"${stands}"`;
    }
  }
  try {
    return evaluated(JSON.parse(written7), open3, 0);
  } catch {
    return null;
  }
}
function quotedAfter(piece, before) {
  let isQuoted = before;
  for (let at3 = 0; at3 < piece.length; at3 += 1) {
    if (piece[at3] === '"') isQuoted = !isQuoted;
    else if (isQuoted && piece[at3] === "\\") at3 += 1;
  }
  return isQuoted;
}
function evaluated(json, open3, depth) {
  if (depth > deepest) return tooDeep;
  if (typeof json === "string") return textOf5(json, open3);
  if (typeof json !== "object" || json === null) return { is: "value", value: json };
  if (!isObject(json))
    return { is: "list", items: json.map((one2) => evaluated(one2, open3, depth + 1)) };
  const entries2 = Object.entries(json).map(([key3, one2]) => [key3, evaluated(one2, open3, depth + 1)]);
  return { is: "object", entries: table(entries2) };
}
var tooDeep = { is: "unknown", why: "is nested too deeply to be read", settles: "write it flat" };
function textOf5(json, open3) {
  if (open3.length === 0 || !mark.test(json)) return { is: "value", value: json };
  const pieces = json.split(mark).map((piece, at3) => {
    const part = at3 % 2 === 1 ? open3[Number(piece)] : void 0;
    return part ?? { is: "value", value: piece };
  });
  const parts = pieces.filter((piece) => !(piece.is === "value" && piece.value === ""));
  const [only] = parts;
  return only !== void 0 && parts.length === 1 ? only : { is: "text", parts };
}

// lib/read/connection/containers.ts
function containersIn(value2) {
  const found = behind2(value2);
  const isText = found.is === "text" || found.is === "value" && typeof found.value === "string";
  const list4 = isText ? jsonIn(found) : found;
  if (list4 === null) return { open: found.is === "text" ? found : notJson };
  const containers2 = elements(list4);
  if (isOpen2(containers2)) return containers2;
  const strange = containers2.map(behind2).find((one2) => one2.is !== "object");
  return strange === void 0 ? containers2.map(behind2) : { open: strange };
}
var notJson = {
  is: "unknown",
  why: "is not a JSON list of containers",
  settles: "write it with `jsonencode()`"
};

// lib/read/connection/process-setting.ts
function processSetting(spec, value2, at3, isSensitive = false) {
  const found = behind2(value2);
  if (found.is === "value" && (found.value === null || found.value === "")) return void 0;
  const step2 = (text2) => ({ ...at3, text: isSensitive ? "(sensitive)" : text2 });
  const open3 = (one2) => {
    const { why: why2, settles: settles4 } = causeOf(one2);
    return unknown(`\`${at3.attribute}\` of \`${at3.subject}\` ${why2}`, settles4, [at3]);
  };
  const list4 = (rows, noun, made2) => isOpen2(rows) ? open3(rows.open) : known(made2(rows), step2(`${String(rows.length)} ${noun}${rows.length === 1 ? "" : "s"}`));
  if (spec.as === "connection") {
    const attribute2 = at3.attribute.slice(at3.attribute.lastIndexOf(".") + 1);
    if (found.is === "list" || found.is === "object") return list4([], "connection", (rows) => rows);
    const connection5 = connectionOf({ name: attribute2, value: found }, null);
    if (connection5 === null && plain2(found) === void 0) return open3(found);
    return list4(connection5 === null ? [] : [connection5], "connection", (rows) => rows);
  }
  if (spec.as === "variables") {
    const variables = variablesIn(found);
    return list4(isOpen2(variables) ? variables : connectionsIn2(variables, null), "connection", (rows) => rows);
  }
  const containers2 = containersIn(found);
  switch (spec.as) {
    case "container-variables":
      return list4(isOpen2(containers2) ? containers2 : connectionsOfContainers(containers2), "connection", (rows) => rows);
    case "container-secrets": {
      const own2 = secretsIn(found);
      const rows = isOpen2(containers2) ? own2 : secretsOfContainers(containers2);
      return list4(isOpen2(own2) || isOpen2(rows) ? rows : [...own2, ...rows], "secret", secretsTable);
    }
    case "container-sysctls": {
      const rows = isOpen2(containers2) ? containers2 : sysctlsOfContainers(containers2);
      return list4(rows, "kernel setting", (all) => table(all));
    }
    case "container-stop-timeout": {
      if (isOpen2(containers2)) return open3(containers2.open);
      const written7 = stopTimeoutOfContainers(containers2, spec.default);
      const text2 = written7 === void 0 ? "" : String(plain2(written7) ?? "");
      if (written7 === void 0) return void 0;
      return wholeSeconds2.test(text2) ? known(Number(text2), step2(text2)) : open3(written7);
    }
  }
}
var wholeSeconds2 = /^\d{1,9}$/;
function nothingWritten(as, step2) {
  switch (as) {
    case "variables":
    case "container-variables":
    case "connection":
      return known([], step2);
    case "container-sysctls":
    case "container-secrets":
      return known(table(), step2);
    default:
      return null;
  }
}
function secretsTable(rows) {
  const secrets = table();
  for (const [name4, from] of rows) secrets[name4] ??= from;
  return secrets;
}

// lib/read/connection/reads.ts
var connectionReads = {
  variables: true,
  connection: true,
  "container-variables": true,
  "container-sysctls": true,
  "container-stop-timeout": true,
  "container-secrets": true
};
function isPlain(as) {
  return !Object.hasOwn(connectionReads, as);
}

// lib/read/each-element.ts
function ofEachElement(each2, elements2, subject) {
  const all = [];
  for (const { setting, step: step2 } of elements2) {
    const values = setting === void 0 ? byDefault2(each2, step2) : candidates(setting);
    if (values === null) return setting;
    all.push(...values);
  }
  return all.length === 0 ? void 0 : oneOf(all, `${subject} ${each2.why}`, each2.settles);
}
function byDefault2({ defaults: defaults2 }, step2) {
  return defaults2.map(({ value: value2, cite: cite15, unverified }) => {
    const text2 = value2 === null ? null : String(value2);
    return known(value2, { ...step2, level: "default", text: text2, cite: cite15, ...unverified === true ? { unverified } : {} });
  });
}
function splitAt(path, depth) {
  const steps2 = path.split(".");
  return [steps2.slice(0, -depth).join("."), steps2.slice(-depth).join(".")];
}

// lib/read/written.ts
function written2(value2) {
  if (isObject(value2)) return `${Object.keys(value2).length} keys`;
  if (Array.isArray(value2)) return `${value2.length} elements`;
  return shortened(String(value2), 200);
}
function shortened(text2, most2) {
  return text2.length > most2 ? `${text2.slice(0, most2)}...` : text2;
}

// lib/read/evaluated/parameters.ts
function parameterRows(value2, location) {
  const base = location?.pointer ?? "";
  const rows = rowsIn(value2, base);
  if (rows === null) return null;
  return rows.map((row2) => rowOf3(row2, location && { ...location, pointer: row2.at }));
}
function rowsIn(value2, base) {
  if (value2.is === "reference" && value2.value !== void 0) return rowsIn(value2.value, base);
  if (value2.is === "list") {
    const rows = value2.items.map((item, at3) => blockIn(item, pointerTo(base, at3)));
    if (rows.some((row2) => row2 === null)) return null;
    return rows.filter((row2) => !(row2.isAnswer && plain2(row2.value) === null));
  }
  if (value2.is !== "object") return null;
  const { name: name4 } = value2.entries;
  if (name4 !== void 0 && value2.entries.value !== void 0 && Object.keys(value2.entries).length <= 3) {
    const block = blockIn(value2, base);
    return block === null ? null : [block];
  }
  return Object.entries(value2.entries).map(([key3, one2]) => ({
    name: { is: "value", value: key3 },
    value: one2,
    apply: unset,
    at: pointerTo(base, key3),
    isAnswer: false
  }));
}
function blockIn(item, at3) {
  if (item.is !== "object") return null;
  const { ParameterName, ParameterValue = unset, ApplyMethod = unset } = item.entries;
  if (ParameterName !== void 0)
    return { name: ParameterName, value: ParameterValue, apply: ApplyMethod, at: at3, isAnswer: true };
  const { name: name4 = unset, value: value2 = unset, apply_method: apply3 = unset } = item.entries;
  return { name: name4, value: value2, apply: apply3, at: at3, isAnswer: false };
}
function rowOf3({ name: name4, value: value2, apply: apply3 }, location) {
  const row2 = groupParameter(plain2(name4), plain2(value2), plain2(apply3));
  const placed = location === void 0 ? row2 : { ...row2, location };
  const ways2 = alternativesOf(value2);
  if (ways2 !== null && ways2.of.length > 1) {
    const texts = ways2.of.map((way) => textOf6(way));
    const candidates2 = [...new Set(texts)];
    if (candidates2.every((one2) => one2 !== void 0)) {
      return { ...placed, value: null, state: "one-of", candidates: candidates2, why: ways2.why, settles: ways2.settles };
    }
  }
  return plain2(value2) === void 0 ? { ...placed, value: null, state: "unknown", ...reasonOf(value2) } : placed;
}
function textOf6(value2) {
  const json = plain2(value2);
  if (json === null) return null;
  return typeof json === "object" || json === void 0 ? void 0 : String(json);
}

// lib/read/evaluated/settings.ts
function settingsOf3(resource, kind) {
  const settings = table();
  const { pointer } = resource.location;
  for (const [name4, spec] of Object.entries(kind.settings)) {
    const path = spelledIn(resource.source, spec);
    if (path === void 0) continue;
    const root = { value: { is: "object", entries: resource.attributes }, pointer };
    const found = spec.each === void 0 ? valuesAt(root, path, false).slice(0, 1) : inEach(root, path, spec.each.depth);
    const said2 = found.map(({ value: value2, pointer: at3 }) => {
      const location = { ...resource.location, pointer: at3 };
      const step2 = { level: "own", subject: resource.subject, attribute: shownPath(path), text: null, location };
      return { step: step2, setting: spec.as === "parameters" ? parametersOf(value2, step2) : settingOf2(value2, spec, step2) };
    });
    const setting = spec.each === void 0 ? said2[0]?.setting : ofEachElement(spec.each, said2, `\`${shownPath(path)}\` of \`${resource.subject}\``);
    if (setting !== void 0) settings[name4] = setting;
  }
  return settings;
}
function inEach(root, path, depth) {
  const [elements2, within] = splitAt(path, depth);
  const all = valuesAt(root, elements2, true).filter(({ value: value2 }) => value2.is !== "value");
  return all.map((one2) => valuesAt(one2, within, false)[0] ?? { value: unset, pointer: one2.pointer });
}
function settingOf2(value2, spec, step2) {
  const subject = `\`${step2.attribute}\` of \`${step2.subject}\``;
  const ways2 = alternativesOf(value2);
  if (ways2 === null) return unknown(`${subject} has too many possible values`, "write a fixed value", [step2]);
  const [only, ...others3] = ways2.of;
  if (only === void 0) return void 0;
  if (others3.length === 0) return single4(only, spec, step2);
  const candidates2 = [];
  for (const way of ways2.of) {
    const setting = single4(way, spec, step2) ?? nothingWritten(spec.as, step2) ?? defaultOf(spec, step2);
    if (setting.state !== "known") return setting;
    candidates2.push({ ...setting, value: same(setting.value, candidates2) });
  }
  return oneOf(candidates2, `${subject} ${ways2.why}`, ways2.settles);
}
function same(value2, candidates2) {
  const text2 = JSON.stringify(value2);
  return candidates2.find((one2) => JSON.stringify(one2.value) === text2)?.value ?? value2;
}
function single4(value2, spec, step2) {
  const { as } = spec;
  if (!isPlain(as)) return processSetting({ ...spec, as }, value2, step2);
  const json = plain2(value2);
  if (json === null || json === "") return void 0;
  if (json !== void 0) return interpret({ as }, json, { ...step2, text: written2(json) });
  const open3 = value2.is === "reference" ? value2.value ?? comesFrom(value2.text) : value2;
  const { why: why2, settles: settles4 } = reasonOf(open3);
  return unknown(`\`${step2.attribute}\` of \`${step2.subject}\` ${why2}`, settles4, [step2]);
}
function defaultOf(spec, step2) {
  const value2 = spec.default;
  if (value2 === void 0 || typeof value2 === "function") {
    return unknown(
      `\`${step2.attribute}\` of \`${step2.subject}\` is set on a condition, and what applies without it is not known here`,
      "write it on both branches",
      [step2]
    );
  }
  return known(value2.value, {
    ...step2,
    level: "default",
    text: value2.value === null ? null : String(value2.value),
    cite: value2.cite,
    ...value2.unverified ? { unverified: true } : {}
  });
}
function parametersOf(value2, step2) {
  const rows = parameterRows(value2, step2.location);
  if (rows === null) {
    if (plain2(value2) === null) return void 0;
    const { why: why2, settles: settles4 } = reasonOf(value2);
    return unknown(`\`${step2.attribute}\` of \`${step2.subject}\` ${why2}`, settles4, [step2]);
  }
  return known(rows, { ...step2, text: `${rows.length} elements` });
}

// lib/read/evaluated/tags.ts
function tagsOf({ attributes }) {
  const tags2 = table();
  for (const written7 of [attributes.tags_all, attributes.tags, attributes.Tags, attributes.TagList]) {
    for (const [key3, value2] of written7 === void 0 ? [] : pairsIn(written7)) {
      const text2 = plain2(value2);
      if (typeof text2 === "string") tags2[key3] = text2;
    }
  }
  return tags2;
}
function pairsIn(written7) {
  if (written7.is === "object") return Object.entries(written7.entries);
  if (written7.is !== "list") return [];
  return written7.items.flatMap((item) => {
    if (item.is !== "object") return [];
    const { Key, Value, key: key3 = Key, value: value2 = Value } = item.entries;
    const name4 = key3 === void 0 ? void 0 : plain2(key3);
    return typeof name4 === "string" && value2 !== void 0 ? [[name4, value2]] : [];
  });
}

// lib/read/evaluated/facts.ts
function factsOf(resources, kinds2) {
  const byType2 = kindsByType(kinds2);
  const notes = [];
  const kindsById = /* @__PURE__ */ new Map();
  for (const resource of resources) {
    const found = kindsOf(resource, byType2);
    if (found === "unclear") {
      notes.push({
        what: resource.subject,
        why: `which kind of \`${resource.type.slice(0, 80)}\` it is depends on an attribute that is not known here, so its timers were not read`,
        level: "unread",
        location: resource.location
      });
    }
    kindsById.set(resource.id, found === "unclear" ? [] : found);
  }
  const facts = resources.flatMap((resource) => {
    const [own2, ...beside] = kindsById.get(resource.id) ?? [];
    return [
      factOf2(resource, own2, resource.id, resource.identity),
      ...beside.map((kind) => factOf2(resource, kind, `${resource.id}#${kind.name}`, placeOf2(resource)))
    ];
  });
  return { facts, notes };
  function factOf2(resource, kind, id, identity) {
    const { source: source3, type, subject, location } = resource;
    return {
      id,
      kind: kind?.name ?? "other",
      type,
      source: source3,
      subject,
      identity: identityOf(resource, kind, identity),
      names: [.../* @__PURE__ */ new Set([subject, ...resource.names, ...namesOf2(resource, kind)])],
      tags: tagsOf(resource),
      settings: kind === void 0 ? table() : settingsOf3(resource, kind),
      links: kind === void 0 ? table() : linksOf(resource, kind, kindsById),
      location
    };
  }
}
function kindsByType(kinds2) {
  const byType2 = /* @__PURE__ */ new Map();
  for (const kind of kinds2) {
    for (const type of [kind.terraform, kind.cloudformation, kind.account].flatMap((one2) => one2?.types ?? [])) {
      byType2.set(type, [...byType2.get(type) ?? [], kind]);
    }
  }
  return byType2;
}
function kindsOf(resource, byType2) {
  const possible2 = byType2.get(resource.type);
  if (possible2 === void 0) return [];
  const attributes = table(Object.entries(resource.attributes).map(([name4, value2]) => [name4, plain2(value2)]));
  const own2 = [];
  const beside = [];
  let unclear2 = false;
  for (const kind of possible2) {
    const spelling = kind[spellingOf(resource.source)];
    const is2 = conditionOf(spelling?.when, attributes);
    const isBeside = spelling !== void 0 && "beside" in spelling && spelling.beside === true;
    if (is2 === true) (isBeside ? beside : own2).push(kind);
    else if (is2 === null && !isBeside) unclear2 = true;
  }
  const [first] = own2;
  if (first === void 0) return unclear2 ? "unclear" : [];
  return [first, ...beside];
}
function conditionOf(when, attributes) {
  return when === void 0 ? true : when(attributes);
}
function namesOf2(resource, kind) {
  return nameAttributes(resource, kind).flatMap((attribute2) => textAt(resource, attribute2) ?? []);
}
function identityOf(resource, kind, identity) {
  const [first] = nameAttributes(resource, kind);
  const identifier = first === void 0 ? void 0 : textAt(resource, first);
  return { ...identity, ...identifier === void 0 ? {} : { identifier } };
}
function placeOf2({ identity: { account: account2, region } }) {
  return { ...account2 !== void 0 && { account: account2 }, ...region !== void 0 && { region } };
}
function nameAttributes(resource, kind) {
  return kind?.[spellingOf(resource.source)]?.names ?? [];
}
function textAt({ attributes }, path) {
  const [found] = valuesAt({ value: { is: "object", entries: attributes }, pointer: "" }, path, false);
  const value2 = found === void 0 ? void 0 : plain2(found.value);
  return typeof value2 === "string" && value2 !== "" ? value2 : void 0;
}

// lib/read/cdktf/judged.ts
function judgedByType(kinds2) {
  const byType2 = /* @__PURE__ */ new Map();
  for (const { terraform, settings, links } of kinds2) {
    for (const type of terraform?.types ?? []) {
      const judged2 = byType2.get(type) ?? { attributes: /* @__PURE__ */ new Set(), provider: /* @__PURE__ */ new Set() };
      byType2.set(type, judged2);
      for (const spec of Object.values(settings))
        if (spec.terraform !== void 0) judged2.attributes.add(outermost(spec.terraform));
      for (const spec of Object.values(links)) {
        if (spec.provider === void 0) judged2.attributes.add(outermost(spec.terraform));
        else judged2.provider.add(spec.provider);
      }
    }
  }
  return byType2;
}

// lib/core/order.ts
function compare(one2, other) {
  return one2 < other ? -1 : one2 > other ? 1 : 0;
}

// lib/read/cdktf/expression/number.ts
var certain = 15;
function tidy(result) {
  if (!Number.isFinite(result)) return null;
  const short = Number(result.toPrecision(certain));
  const near = !Number.isInteger(result) && Math.abs(short - result) <= Math.abs(result) * Number.EPSILON;
  return (near ? short : result) + 0;
}
function isExact(number6) {
  return Number.isSafeInteger(number6) || Number(number6.toPrecision(certain)) === number6;
}
function numberText2(number6) {
  if (!isExact(number6)) return null;
  const written7 = String(number6);
  const [, sign = "", whole4 = "", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(written7) ?? [];
  if (whole4 === "") return written7;
  const digits = whole4 + fraction;
  const point = whole4.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, "0");
}
function numberOf2(text2) {
  if (/^[+-]?(?:inf|[\d.]+p)/i.test(text2)) return void 0;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text2)) return null;
  const digits = text2.replace(/[eE].*$/s, "").replace(/\D/g, "").replace(/^0+/, "").length;
  const number6 = Number(text2) + 0;
  return digits > certain && !Number.isSafeInteger(number6) ? void 0 : Number.isFinite(number6) ? number6 : void 0;
}

// lib/read/cdktf/expression/size.ts
var measured2 = /* @__PURE__ */ new WeakMap();
var largest = 1e6;
var deepest2 = 200;
var tooDeep2 = { characters: Infinity, levels: Infinity };
function sizeOf(value2) {
  return measure(value2, 0).characters;
}
function isTooLarge(values) {
  let all = 0;
  for (const value2 of values) {
    const { characters, levels: levels3 } = measure(value2, 0);
    all += characters;
    if (all > largest || levels3 > deepest2) return true;
  }
  return false;
}
function measure(value2, depth) {
  if (value2.is === "value")
    return { characters: typeof value2.value === "string" ? value2.value.length + 2 : 4, levels: 1 };
  const known3 = measured2.get(value2);
  if (known3 !== void 0) return known3;
  if (depth > deepest2) return tooDeep2;
  let characters = value2.is === "unknown" ? value2.why.length + value2.settles.length : 2;
  let levels3 = 0;
  for (const part of partsOf2(value2)) {
    const size2 = measure(part, depth + 1);
    characters += size2.characters;
    levels3 = Math.max(levels3, size2.levels);
  }
  if (value2.is === "object") for (const key3 of Object.keys(value2.entries)) characters += key3.length + 2;
  const size = { characters, levels: levels3 + 1 };
  measured2.set(value2, size);
  return size;
}
function partsOf2(value2) {
  switch (value2.is) {
    case "value":
    case "unknown":
      return [];
    case "list":
      return value2.items;
    case "object":
      return Object.values(value2.entries);
    case "reference":
      return value2.value === void 0 ? [] : [value2.value];
    case "text":
      return value2.parts;
    case "choice":
      return value2.of;
  }
}

// lib/read/cdktf/expression/outcome.ts
var planSettles = "check the plan: terraform show -json PLAN | holdfast check";
var tooLarge = { is: "unknown", why: "is larger than what is read here", settles: planSettles };
var mostChoices = 16;
function unknown2(why2, settles4 = planSettles) {
  return { is: "unknown", why: why2, settles: settles4 };
}
function failure(why2) {
  return { is: "failure", why: why2 };
}
function value(of) {
  return { is: "value", value: of };
}
function settled2(outcome2) {
  return outcome2.is === "failure" ? unknown2(outcome2.why) : outcome2;
}
function behind3(one2) {
  let at3 = one2;
  while (at3.is === "reference" && at3.value !== void 0) at3 = at3.value;
  return at3;
}
function isOpen3(one2) {
  return plain2(one2) === void 0;
}
function unknownFrom(how, cause) {
  const { why: why2, settles: settles4 } = causeOf2(cause);
  const told = /^(?:is the result of|is computed from) /.test(why2);
  return unknown2(told ? why2 : `${how} a value that ${why2}`, settles4);
}
function causeOf2(cause) {
  const open3 = behind3(cause);
  const { why: why2, settles: settles4 } = reasonOf(open3);
  return { why: why2, settles: open3.is === "unknown" || open3.is === "choice" ? settles4 : planSettles };
}
function choose2(among, why2, settles4) {
  const distinct2 = /* @__PURE__ */ new Map();
  const all = among.map(settled2).flatMap(ways);
  if (isTooLarge(all)) return tooLarge;
  for (const one2 of all) {
    distinct2.set(JSON.stringify(one2), one2);
    if (distinct2.size > mostChoices) return unknown2(`${why2}, and has too many possible values`, settles4);
  }
  const [only, second] = distinct2.values();
  if (only === void 0) return unknown2(why2, settles4);
  return second === void 0 ? only : { is: "choice", of: [...distinct2.values()], why: why2, settles: settles4 };
}
function ways(one2) {
  return one2.is === "choice" ? one2.of.flatMap(ways) : [one2];
}
function overChoices(parts, make) {
  const values = [];
  for (const part of parts) {
    if (part.is === "failure") return part;
    values.push(part);
  }
  return spreadOut(values, 0, 1, make);
}
function spreadOut(values, from, combinations, make) {
  for (let at3 = from; at3 < values.length; at3 += 1) {
    const one2 = values[at3];
    const choice3 = one2 === void 0 ? void 0 : behind3(one2);
    if (choice3?.is !== "choice") continue;
    const { of, why: why2, settles: settles4 } = choice3;
    if (combinations * of.length > mostChoices) return unknown2(`${why2}, and has too many possible values`, settles4);
    const made2 = of.map((way) => spreadOut(replaced(values, at3, way), at3, combinations * of.length, make));
    return choose2(made2, why2, settles4);
  }
  return make(values);
}
function replaced(values, at3, by) {
  return values.map((one2, index) => index === at3 ? by : one2);
}

// lib/read/cdktf/expression/convert.ts
var notNull = failure("is made of a value that is null, which Terraform refuses there");
function textOf7(value2) {
  return convert(value2, "a text", (one2) => typeof one2 === "number" ? numberText2(one2) ?? void 0 : String(one2));
}
function numberIn(value2) {
  return convert(value2, "a number", (one2) => {
    if (typeof one2 === "string") return numberOf2(one2);
    return typeof one2 === "number" ? one2 : null;
  });
}
function truthOf(value2) {
  return convert(value2, "true or false", (one2) => {
    if (typeof one2 !== "string") return typeof one2 === "boolean" ? one2 : null;
    if (one2 === "true" || one2 === "1") return true;
    return one2 === "false" || one2 === "0" ? false : null;
  });
}
function convert(value2, wanted2, to) {
  const found = behind3(value2);
  switch (found.is) {
    case "value": {
      if (found.value === null) return notNull;
      const made2 = to(found.value);
      if (made2 === void 0) return void 0;
      return made2 === null ? notOf(wanted2) : { is: "converted", to: made2 };
    }
    case "list":
    case "object":
      return notOf(wanted2);
    case "reference":
    case "text":
    case "choice":
    case "unknown":
      return void 0;
  }
}
function notOf(wanted2) {
  return failure(`is made of a value that is not ${wanted2}, which Terraform refuses there`);
}
function allOf(values, to) {
  const made2 = [];
  let open3 = false;
  for (const value2 of values) {
    const one2 = to(value2);
    if (one2 === void 0) open3 = true;
    else if (one2.is === "failure") return one2;
    else made2.push(one2.to);
  }
  return open3 ? void 0 : { is: "converted", to: made2 };
}

// lib/read/cdktf/expression/equal.ts
function sameness(one2, other) {
  const [a, b] = [behind3(one2), behind3(other)];
  if (isHidden(a) || isHidden(b)) return void 0;
  if (a.is === "list" && b.is === "list") {
    return differ(a.items.length === b.items.length, a.items, b.items);
  }
  if (a.is === "object" && b.is === "object") {
    const keys = Object.keys(a.entries);
    const alike2 = keys.length === Object.keys(b.entries).length && keys.every((key3) => key3 in b.entries);
    return differ(
      alike2,
      keys.flatMap((key3) => a.entries[key3] ?? []),
      keys.flatMap((key3) => b.entries[key3] ?? [])
    );
  }
  if (a.is !== "value" || b.is !== "value") return false;
  return sameScalar(a.value, b.value);
}
function sameScalar(one2, other) {
  if (typeof one2 === "number" && typeof other === "number") {
    return isExact(one2) && isExact(other) ? one2 === other : void 0;
  }
  if (typeof one2 === typeof other || one2 === null || other === null) return one2 === other;
  return String(one2) === String(other) ? void 0 : false;
}
function differ(alike2, some, others3) {
  const different = !alike2 || some.some((one2, at3) => sameness(one2, others3[at3] ?? one2) === false);
  return different ? false : void 0;
}
function isHidden(value2) {
  return value2.is === "reference" || value2.is === "text" || value2.is === "choice" || value2.is === "unknown";
}

// lib/read/cdktf/expression/unify.ts
function unified(values) {
  const typed2 = values.filter((one2) => one2.is === "list" || one2.is === "object" || isScalar(one2));
  if (typed2.every((one2) => one2.is === "list")) return onlyThose(values, isList2, unifiedLists);
  if (typed2.every((one2) => one2.is === "object")) return onlyThose(values, isDictionary, unifiedObjects);
  return typed2.every(isScalar) ? onlyThose(values, isScalar, unifiedScalars) : null;
}
function isScalar(one2) {
  return one2.is === "value" && one2.value !== null;
}
function isList2(one2) {
  return one2.is === "list";
}
function isDictionary(one2) {
  return one2.is === "object";
}
function onlyThose(values, are, unify) {
  const made2 = unify(values.filter(are));
  if (made2 === null) return null;
  let next2 = 0;
  return values.map((one2) => are(one2) ? made2[next2++] ?? one2 : one2);
}
function unifiedScalars(scalars) {
  const types = new Set(scalars.map((one2) => typeof one2.value));
  if (types.size <= 1) return scalars;
  return types.has("string") ? scalars.map(written3) : null;
}
function written3(one2) {
  const text2 = typeof one2.value === "number" ? numberText2(one2.value) : String(one2.value);
  return text2 === null ? one2 : value(text2);
}
function unifiedLists(lists) {
  const [first] = lists;
  if (first === void 0 || lists.length === 1) return lists;
  const items3 = lists.map((one2) => one2.items);
  const made2 = items3.every(({ length: length3 }) => length3 === first.items.length) ? byPlace(items3) : together3(items3);
  return made2?.map((each2) => ({ is: "list", items: each2 })) ?? null;
}
function unifiedObjects(objects) {
  const [first] = objects;
  if (first === void 0 || objects.length === 1) return objects;
  const keys = objects.map((one2) => Object.keys(one2.entries).sort());
  const alike2 = keys.every((each2) => each2.length === keys[0]?.length && each2.every((key3, at3) => key3 === keys[0]?.[at3]));
  const values = objects.map((one2, at3) => (keys[at3] ?? []).flatMap((key3) => one2.entries[key3] ?? []));
  const made2 = alike2 ? byPlace(values) : together3(values);
  return made2?.map((each2, at3) => ({
    is: "object",
    entries: table((keys[at3] ?? []).map((key3, index) => [key3, each2[index] ?? value(null)]))
  })) ?? null;
}
function byPlace(rows) {
  const columns = [];
  for (const at3 of (rows[0] ?? []).keys()) {
    const column = unified(rows.flatMap((row2) => row2[at3] ?? []));
    if (column === null) return null;
    columns.push(column);
  }
  return rows.map((_, row2) => columns.flatMap((column) => column[row2] ?? []));
}
function together3(rows) {
  const made2 = unified(rows.flat());
  if (made2 === null) return null;
  let start = 0;
  return rows.map((row2) => made2.slice(start, start += row2.length));
}

// lib/read/cdktf/expression/functions/encoded.ts
function encoded(one2) {
  const found = behind3(one2);
  const isKnown = plain2(found) !== void 0;
  if (!isKnown && found.is !== "list" && found.is !== "object" && found.is !== "text") return void 0;
  const parts = partsOf3(found);
  if (parts === void 0) return void 0;
  const merged = [];
  let literal2 = "";
  for (const part of parts) {
    if (typeof part === "string") literal2 += part;
    else {
      if (literal2 !== "") merged.push(value(literal2));
      merged.push(part);
      literal2 = "";
    }
  }
  if (merged.length === 0) return value(literal2);
  return { is: "text", parts: literal2 === "" ? merged : [...merged, value(literal2)] };
}
function partsOf3(one2) {
  const found = behind3(one2);
  const json = plain2(found);
  if (json !== void 0) {
    const text2 = textOf8(json);
    return text2 === void 0 ? void 0 : [text2];
  }
  switch (found.is) {
    case "list":
      return enclosed("[", found.items.map(partsOf3), "]");
    case "object": {
      const entries2 = Object.entries(found.entries).sort(([a], [b]) => compare(a, b));
      return enclosed(
        "{",
        entries2.map(([key3, inner]) => memberOf(key3, partsOf3(inner))),
        "}"
      );
    }
    case "text":
      return quoted2(found.parts);
    case "reference":
    case "choice":
    case "unknown":
    case "value":
      return [found];
  }
}
function enclosed(opening3, parts, closing2) {
  const made2 = [opening3];
  for (const [at3, inner] of parts.entries()) {
    if (inner === void 0) return void 0;
    if (at3 > 0) made2.push(",");
    made2.push(...inner);
  }
  return [...made2, closing2];
}
function memberOf(key3, inner) {
  const name4 = textOf8(key3);
  return name4 === void 0 || inner === void 0 ? void 0 : [`${name4}:`, ...inner];
}
function quoted2(parts) {
  const made2 = ['"'];
  for (const part of parts) {
    const json = plain2(part);
    const text2 = json === void 0 ? void 0 : textOf8(String(json));
    if (json !== void 0 && text2 === void 0) return void 0;
    made2.push(text2 === void 0 ? part : text2.slice(1, -1));
  }
  return [...made2, '"'];
}
function textOf8(json) {
  if (typeof json === "number") return numberText2(json) ?? void 0;
  if (typeof json === "string") return isPlainText(json) ? escaped2(JSON.stringify(json)) : void 0;
  if (typeof json !== "object" || json === null) return String(json);
  const parts = Array.isArray(json) ? json.map(textOf8) : Object.entries(json).sort(([one2], [other]) => compare(one2, other)).map(([key3, one2]) => {
    const [name4, of] = [textOf8(key3), textOf8(one2)];
    return name4 === void 0 || of === void 0 ? void 0 : `${name4}:${of}`;
  });
  if (parts.includes(void 0)) return void 0;
  return Array.isArray(json) ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
}
function isPlainText(text2) {
  return !/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/.test(text2.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ""));
}
function escaped2(text2) {
  return text2.replace(/[<>&\u2028\u2029]/g, (one2) => `\\u${one2.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// lib/read/cdktf/expression/functions/function.ts
function taking(count, run) {
  return { least: count, most: count, run };
}
function converting(to, make) {
  return (args) => {
    const converted = allOf(args, to);
    return converted?.is === "converted" ? make(converted.to) : converted;
  };
}
function listOf(value2) {
  const found = value2 === void 0 ? void 0 : behind3(value2);
  if (found?.is === "list") return found;
  return found?.is === "unknown" || found?.is === "reference" ? void 0 : failure(needs("a list"));
}
function objectOf(value2) {
  const found = value2 === void 0 ? void 0 : behind3(value2);
  if (found?.is === "object") return found;
  return found?.is === "unknown" || found?.is === "reference" ? void 0 : failure(needs("an object"));
}
function ofList(make) {
  return ([first, ...others3]) => {
    const list4 = listOf(first);
    return list4?.is === "list" ? make(list4, others3) : list4;
  };
}
function ofObject(make) {
  return ([first, ...others3]) => {
    const object4 = objectOf(first);
    return object4?.is === "object" ? make(object4, others3) : object4;
  };
}
function isNull(value2) {
  const found = behind3(value2);
  return found.is === "value" && found.value === null;
}
function needs(what) {
  return `is computed from a value that is not ${what}, which Terraform refuses there`;
}

// lib/read/cdktf/expression/functions/conversions.ts
function scalar(to) {
  return taking(1, ([one2]) => {
    if (one2 === void 0 || isNull(one2)) return one2;
    const converted = to(one2);
    if (converted?.is === "failure") return converted;
    if (converted === void 0) return one2.is === "reference" && one2.value === void 0 ? one2 : void 0;
    return one2.is === "reference" ? { ...one2, value: value(converted.to) } : value(converted.to);
  });
}
var mixed2 = failure("is a collection of values of different types, which Terraform refuses");
function list2({ items: items3 }) {
  const alike2 = unified(items3);
  return alike2 === null ? mixed2 : { is: "list", items: alike2 };
}
function set({ items: items3 }) {
  const alike2 = unified(items3);
  if (alike2 === null) return mixed2;
  const once2 = distinctOf(alike2);
  if (once2 === void 0 || once2.length < 2) return once2 && { is: "list", items: once2 };
  if (!once2.every(isScalar2)) return void 0;
  return { is: "list", items: [...once2].sort(byValue) };
}
function distinctOf(items3) {
  if (items3.length < 2) return items3;
  const found = /* @__PURE__ */ new Map();
  for (const item of items3) {
    const known3 = plain2(item);
    if (known3 === void 0) return void 0;
    const key3 = JSON.stringify(known3, inOrder2);
    if (!found.has(key3)) found.set(key3, item);
  }
  return [...found.values()];
}
function inOrder2(_key, json) {
  return isObject(json) ? table(Object.entries(json).sort(([one2], [other]) => compare(one2, other))) : json;
}
function isScalar2(one2) {
  const found = behind3(one2);
  return found.is === "value" && found.value !== null;
}
function byValue(one2, other) {
  const [a, b] = [plain2(one2), plain2(other)];
  return typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
}
function map(entries2) {
  const keys = Object.keys(entries2);
  const alike2 = unified(Object.values(entries2));
  if (alike2 === null) return mixed2;
  return { is: "object", entries: table(keys.map((key3, at3) => [key3, alike2[at3] ?? value(null)])) };
}
var deepest3 = 100;
function decoded2(text2) {
  if (depthOf(text2) > deepest3) return void 0;
  let json;
  try {
    json = JSON.parse(text2);
  } catch {
    return failure("is decoded from a text that is not JSON");
  }
  return isFaithful(json) ? literal(json) : void 0;
}
function depthOf(text2) {
  let [depth, most2, quoted3] = [0, 0, false];
  for (let at3 = 0; at3 < text2.length; at3 += 1) {
    const character = text2[at3];
    if (quoted3 && character === "\\") at3 += 1;
    else if (character === '"') quoted3 = !quoted3;
    else if (!quoted3 && (character === "[" || character === "{")) most2 = Math.max(most2, ++depth);
    else if (!quoted3 && (character === "]" || character === "}")) depth -= 1;
  }
  return most2;
}
function isFaithful(json) {
  if (typeof json === "number") return isExact(json);
  return typeof json !== "object" || json === null || Object.values(json).every(isFaithful);
}
var conversionFunctions = /* @__PURE__ */ new Map([
  ["tostring", scalar(textOf7)],
  ["tonumber", scalar(numberIn)],
  ["tobool", scalar(truthOf)],
  ["nonsensitive", taking(1, ([one2]) => one2)],
  ["tolist", taking(1, keepingNull(ofList(list2)))],
  ["toset", taking(1, keepingNull(ofList(set)))],
  ["tomap", taking(1, keepingNull(ofObject(({ entries: entries2 }) => map(entries2))))],
  ["jsonencode", taking(1, ([one2]) => one2 === void 0 ? void 0 : encoded(one2))],
  [
    "jsondecode",
    taking(1, ([one2]) => {
      const text2 = one2 === void 0 ? void 0 : textOf7(one2);
      return text2?.is === "converted" ? decoded2(text2.to) : text2;
    })
  ]
]);
function keepingNull(run) {
  return (args) => {
    const [one2] = args;
    const keeps2 = one2 !== void 0 && (isNull(one2) || one2.is === "reference" && one2.value === void 0);
    return keeps2 ? one2 : run(args);
  };
}

// lib/read/cdktf/expression/functions/collections.ts
function items2(made2) {
  return { is: "list", items: made2 };
}
var merge = (args) => {
  const merged = table();
  for (const arg of args) {
    if (isNull(arg)) continue;
    const object4 = objectOf(arg);
    if (object4?.is !== "object") return object4;
    for (const [key3, one2] of Object.entries(object4.entries)) merged[key3] = one2;
  }
  return { is: "object", entries: merged };
};
var concat = (args) => {
  const all = [];
  for (const arg of args) {
    const list4 = listOf(arg);
    if (list4?.is !== "list") return list4;
    for (const item of list4.items) all.push(item);
  }
  return items2(all);
};
var length = ([arg]) => {
  const found = arg === void 0 || isNull(arg) ? value(null) : behind3(arg);
  if (found.is === "list") return value(found.items.length);
  if (found.is === "object") return value(Object.keys(found.entries).length);
  if (found.is !== "value") return void 0;
  if (typeof found.value !== "string")
    return failure("is the length of a value that has none, which Terraform refuses");
  return /^[\x20-\x7e\n\t]*$/.test(found.value) ? value(found.value.length) : void 0;
};
function sorted({ entries: entries2 }) {
  return Object.entries(entries2).sort(([one2], [other]) => compare(one2, other));
}
function flatten({ items: outer }) {
  const flat = [];
  const pending = [...outer].reverse();
  for (let next2 = pending.pop(); next2 !== void 0; next2 = pending.pop()) {
    const found = behind3(next2);
    if (found.is === "unknown" || found.is === "choice") return void 0;
    if (found.is === "list") for (const item of [...found.items].reverse()) pending.push(item);
    else flat.push(next2);
  }
  return items2(flat);
}
function distinct({ items: all }) {
  const alike2 = unified(all);
  if (alike2 === null) return failure("is a list of values of different types, which Terraform refuses");
  const once2 = distinctOf(alike2);
  return once2 && items2(once2);
}
function compact({ items: all }) {
  const kept = [];
  for (const item of all) {
    if (isNull(item)) continue;
    const text2 = textOf7(item);
    if (text2?.is === "failure") return text2;
    const found = behind3(item);
    if (text2 === void 0 && found.is !== "reference" && found.is !== "text") return void 0;
    if (text2 === void 0 || item.is === "reference") kept.push(item);
    else if (text2.to !== "") kept.push(value(text2.to));
  }
  return items2(kept);
}
function contains({ items: all }, [wanted2]) {
  if (wanted2 === void 0) return void 0;
  const same2 = all.map((item) => sameness(item, wanted2));
  if (same2.includes(true)) return value(true);
  return same2.includes(void 0) ? void 0 : value(false);
}
var zipmap = ([first, second]) => {
  const [keys, values] = [listOf(first), listOf(second)];
  if (keys?.is !== "list") return keys;
  if (values?.is !== "list") return values;
  const names2 = allOf(keys.items, textOf7);
  if (names2?.is !== "converted") return names2;
  if (names2.to.length !== values.items.length) return failure("is made of keys and values that are not equally many");
  return { is: "object", entries: table(names2.to.map((name4, at3) => [name4, values.items[at3] ?? value(null)])) };
};
function ofMany(least, run) {
  return { least, most: Infinity, run };
}
var collectionFunctions = /* @__PURE__ */ new Map([
  ["merge", ofMany(0, merge)],
  ["concat", ofMany(1, concat)],
  ["length", taking(1, length)],
  [
    "keys",
    taking(
      1,
      ofObject((object4) => items2(sorted(object4).map(([key3]) => value(key3))))
    )
  ],
  [
    "values",
    taking(
      1,
      ofObject((object4) => items2(sorted(object4).map(([, one2]) => one2)))
    )
  ],
  ["flatten", taking(1, ofList(flatten))],
  ["distinct", taking(1, ofList(distinct))],
  ["compact", taking(1, ofList(compact))],
  ["contains", taking(2, ofList(contains))],
  ["zipmap", taking(2, zipmap)]
]);

// lib/read/cdktf/expression/functions/numbers.ts
function number4(result) {
  const tidied = tidy(result);
  return tidied === null ? void 0 : value(tidied);
}
function ofOne(make) {
  return taking(
    1,
    converting(numberIn, ([one2 = 0]) => number4(make(one2)))
  );
}
function ofMany2(make) {
  const run = converting(
    numberIn,
    ([first = 0, ...others3]) => number4(others3.reduce((one2, other) => make(one2, other), first))
  );
  return { least: 1, most: Infinity, run };
}
var numberFunctions = /* @__PURE__ */ new Map([
  ["max", ofMany2(Math.max)],
  ["min", ofMany2(Math.min)],
  ["floor", ofOne(Math.floor)],
  ["ceil", ofOne(Math.ceil)],
  ["abs", ofOne(Math.abs)]
]);

// lib/read/cdktf/expression/traversal.ts
var written4 = /* @__PURE__ */ new Set(["var", "local", "each", "count", "path", "terraform"]);
function stepsAsked(root, steps2) {
  return written4.has(root) && steps2[0]?.is === "name" ? 1 : steps2.length;
}
function traversalOf(root, steps2) {
  return { root, steps: steps2, text: root + steps2.map(stepText).join("") };
}
function stepText(step2) {
  if (step2.is === "name") return `.${step2.name}`;
  return step2.is === "splat" ? "[*]" : `[${JSON.stringify(step2.key)}]`;
}

// lib/read/cdktf/expression/step-into.ts
function stepInto(from, steps2) {
  let at3 = from;
  for (const [index, step2] of steps2.entries()) {
    if (step2.is === "splat") return ofEach(at3, steps2.slice(index + 1));
    const key3 = step2.is === "name" ? value(step2.name) : step2.key;
    at3 = overChoices([at3, key3], ([of = at3, by = key3]) => single5(of, by, step2.is === "name"));
  }
  return at3;
}
function ofEach(from, steps2) {
  return overChoices([from], ([of]) => {
    const found = of === void 0 ? value(null) : behind3(of);
    if (found.is === "unknown" || found.is === "reference") return unknownFrom("is computed from", found);
    const isNull2 = found.is === "value" && found.value === null;
    const items3 = [];
    for (const item of found.is === "list" ? found.items : isNull2 ? [] : [of ?? found]) {
      const reached = stepInto(item, steps2);
      if (reached.is === "failure") return reached;
      items3.push(reached);
    }
    return { is: "list", items: items3 };
  });
}
function single5(of, key3, named3) {
  const found = behind3(of);
  const by = behind3(key3);
  if (found.is === "unknown") return found;
  if (found.is === "reference") return beyond(found, by);
  if (found.is !== "list" && found.is !== "object") {
    return failure("takes a part of a value that has none, which Terraform refuses");
  }
  const values = found.is === "list" ? found.items : Object.values(found.entries);
  if (by.is !== "value") {
    if (by.is === "list" || by.is === "object") return missing("of this kind");
    const choice3 = eachOf2(values, by);
    return choice3 ?? unknownFrom("is computed from", by);
  }
  if (by.value === null || typeof by.value === "boolean") return missing("of this kind");
  const shown5 = code(clip(String(by.value)));
  if (found.is === "object") return found.entries[String(by.value)] ?? missing(shown5);
  const index = typeof by.value === "string" && /^\d{1,15}$/.test(by.value) && !named3 ? Number(by.value) : by.value;
  return (typeof index === "number" ? found.items[index] : void 0) ?? missing(shown5);
}
function eachOf2(values, key3) {
  if (values.length === 0) return void 0;
  const { why: why2, settles: settles4 } = unknownFrom("depends on", key3);
  return choose2(values, why2, settles4);
}
function missing(key3) {
  return failure(`takes the key ${key3}, which is not there`);
}
function beyond(reference4, key3) {
  const { to, attribute: attribute2, text: text2 } = reference4;
  if (key3.is === "value" && typeof key3.value === "string") {
    const step2 = stepText({ is: "name", name: key3.value });
    return { is: "reference", to, attribute: attribute2 === null ? key3.value : attribute2 + step2, text: text2 + step2 };
  }
  if (key3.is === "value" && typeof key3.value === "number" && attribute2 !== null) {
    const step2 = stepText({ is: "key", key: key3.value });
    return { is: "reference", to, attribute: attribute2 + step2, text: text2 + step2 };
  }
  return unknownFrom("is computed from", key3.is === "value" ? reference4 : key3);
}

// lib/read/cdktf/expression/functions/selections.ts
var coalesce = (args) => {
  const alike2 = unified(args);
  if (alike2 === null) return failure("is one of values of different types, which Terraform refuses");
  for (const one2 of alike2) {
    if (isNull(one2)) continue;
    const found = behind3(one2);
    if (found.is === "unknown") return void 0;
    if (found.is !== "value" || found.value !== "") return one2;
  }
  return failure("is the first value that is set of several, and none is");
};
var lookup = ([from, key3, instead]) => {
  const object4 = objectOf(from);
  if (object4?.is !== "object" || key3 === void 0) return object4;
  const text2 = textOf7(key3);
  if (text2 === void 0) {
    return eachOf2([...Object.values(object4.entries), ...instead === void 0 ? [] : [instead]], key3);
  }
  if (text2.is === "failure") return text2;
  return object4.entries[text2.to] ?? instead ?? failure("looks up a key that is not there");
};
function element({ items: items3 }, [index]) {
  if (items3.length === 0) return failure("is an element of an empty list");
  const at3 = index === void 0 ? void 0 : numberIn(index);
  if (at3 === void 0) return index === void 0 ? void 0 : eachOf2(items3, index);
  if (at3.is === "failure") return at3;
  if (!Number.isInteger(at3.to)) return failure("is an element at a place that is not a whole number");
  return at3.to < 0 ? void 0 : items3[at3.to % items3.length];
}
var one = ([from]) => {
  if (from?.is === "reference" && from.value === void 0) return from;
  const list4 = listOf(from);
  if (list4?.is !== "list") return list4;
  if (list4.items.length > 1) return failure("is the only element of a list that has several");
  return list4.items[0] ?? value(null);
};
var selectionFunctions = /* @__PURE__ */ new Map([
  ["coalesce", { least: 1, most: Infinity, run: coalesce }],
  ["lookup", { least: 2, most: 3, run: lookup }],
  ["element", taking(2, ofList(element))],
  ["one", taking(1, one)]
]);

// lib/read/cdktf/expression/join.ts
function joined(parts) {
  return overChoices(parts, (known3) => {
    if (isTooLarge(known3)) return tooLarge;
    const made2 = [];
    let literal2 = "";
    for (const part of known3.flatMap(unfolded2)) {
      const text2 = textOf7(part);
      if (text2?.is === "failure") return text2;
      if (text2 !== void 0) literal2 += text2.to;
      else {
        if (literal2 !== "") made2.push(value(literal2));
        made2.push(part);
        literal2 = "";
      }
    }
    if (made2.length === 0) return value(literal2);
    if (literal2 !== "") made2.push(value(literal2));
    const [only, second] = made2;
    return only?.is === "text" && second === void 0 ? only : { is: "text", parts: made2 };
  });
}
function unfolded2(part) {
  const found = behind3(part);
  return found.is === "text" ? found.parts : [part];
}

// lib/read/cdktf/expression/functions/texts.ts
function isAscii(text2) {
  return /^[\0-\x7f]*$/.test(text2);
}
function ofText(make) {
  return taking(
    1,
    converting(textOf7, ([text2 = ""]) => isAscii(text2) ? value(make(text2)) : void 0)
  );
}
function replace([text2 = "", search = "", by = ""]) {
  if (search === "" || search.length > 1 && search.startsWith("/") && search.endsWith("/")) return void 0;
  const pieces = text2.split(search);
  if (text2.length + pieces.length * by.length > 1e6) return tooLarge;
  return value(pieces.join(by));
}
function split2([separator = "", text2 = ""]) {
  if (separator === "") return void 0;
  return { is: "list", items: text2.split(separator).map(value) };
}
function join([separator, ...lists]) {
  const between = separator === void 0 ? void 0 : textOf7(separator);
  if (between?.is !== "converted") return between;
  const parts = [];
  for (const one2 of lists) {
    const list4 = listOf(one2);
    if (list4?.is !== "list") return list4;
    for (const item of list4.items) parts.push(...parts.length === 0 ? [item] : [value(between.to), item]);
  }
  return joined(parts);
}
function format([pattern, ...args]) {
  const written7 = pattern === void 0 ? void 0 : textOf7(pattern);
  if (written7?.is !== "converted") return written7;
  if (args.some(isNull)) return void 0;
  const parts = [];
  let next2 = 0;
  for (const piece of written7.to.match(/%.?|[^%]+/gs) ?? []) {
    if (piece === "%%") parts.push(value("%"));
    else if (!piece.startsWith("%")) parts.push(value(piece));
    else if (piece !== "%s" && piece !== "%d") return void 0;
    else {
      const arg = args[next2++];
      const part = arg === void 0 ? failure(wrongCount) : piece === "%s" ? arg : wholeNumber(arg);
      if (part.is === "failure") return part;
      parts.push(part);
    }
  }
  return next2 < args.length ? failure(wrongCount) : joined(parts);
}
var wrongCount = "gives `format()` more or fewer values than it has places for";
function wholeNumber(arg) {
  const number6 = numberIn(arg);
  if (number6 === void 0) return arg;
  if (number6.is === "failure") return number6;
  return Number.isInteger(number6.to) ? value(number6.to) : failure("gives `%d` of `format()` a number that is not whole");
}
var textFunctions = /* @__PURE__ */ new Map([
  ["lower", ofText((text2) => text2.toLowerCase())],
  ["upper", ofText((text2) => text2.toUpperCase())],
  ["trimspace", ofText((text2) => text2.trim())],
  ["replace", taking(3, converting(textOf7, replace))],
  ["split", taking(2, converting(textOf7, split2))],
  ["join", { least: 1, most: Infinity, run: join }],
  ["format", { least: 1, most: Infinity, run: format }]
]);

// lib/read/cdktf/expression/call.ts
var functions = new Map([
  ...collectionFunctions,
  ...conversionFunctions,
  ...numberFunctions,
  ...selectionFunctions,
  ...textFunctions
]);
function call({ name: name4, args, spread }, inside5) {
  switch (name4) {
    case "try":
      return firstThatHolds(args, inside5);
    case "can":
      return can(args, inside5);
    case "sensitive":
      return unknown2(
        "is marked sensitive, so it is not read",
        "wrap the value in `nonsensitive()`, or write it without `sensitive()`"
      );
    default:
      return overChoices(
        args.map(inside5),
        (values) => spread ? overChoices(spreadOut2(name4, values), (all) => apply2(name4, all)) : apply2(name4, values)
      );
  }
}
function firstThatHolds(args, inside5) {
  let last = wrongArguments("try");
  for (const arg of args) {
    last = inside5(arg);
    if (last.is !== "failure") return last;
  }
  return last;
}
function can([arg, ...others3], inside5) {
  if (arg === void 0 || others3.length > 0) return wrongArguments("can");
  const outcome2 = inside5(arg);
  return outcome2.is === "unknown" ? unknownFrom(resultOf("can"), outcome2) : value(outcome2.is !== "failure");
}
function spreadOut2(name4, values) {
  const last = values.at(-1);
  if (last === void 0) return [];
  const found = behind3(last);
  if (found.is === "list") return [...values.slice(0, -1), ...found.items];
  return [
    found.is === "unknown" || found.is === "reference" ? unknownFrom(resultOf(name4), found) : wrongArguments(name4)
  ];
}
function apply2(name4, values) {
  const known3 = functions.get(name4);
  const alone2 = unknown2(`is the result of ${code(`${clip(name4)}()`)}, which only Terraform computes`);
  if (known3 === void 0) return alone2;
  if (values.length < known3.least || values.length > known3.most) return wrongArguments(name4);
  if (isTooLarge(values)) return tooLarge;
  const result = known3.run(values);
  if (result !== void 0) return result;
  const open3 = values.find(isOpen3);
  return open3 === void 0 ? alone2 : unknownFrom(resultOf(name4), open3);
}
function resultOf(name4) {
  return `is the result of ${code(`${clip(name4)}()`)} over`;
}
function wrongArguments(name4) {
  return failure(`calls ${code(`${clip(name4)}()`)} with arguments that it does not take`);
}

// lib/read/cdktf/expression/syntax.ts
var precedence = [["||"], ["&&"], ["==", "!="], [">", ">=", "<", "<="], ["+", "-"], ["*", "/", "%"]];
function namesIn(expression) {
  const found = /* @__PURE__ */ new Set();
  const pending = [expression];
  for (let next2 = pending.pop(); next2 !== void 0; next2 = pending.pop()) {
    if (next2.is === "variable") found.add(nameOf5(next2));
    pending.push(...[...inside2(next2)].reverse());
  }
  return [...found];
}
function nameOf5({ root, steps: steps2 }) {
  let text2 = root;
  for (const step2 of steps2) {
    if (step2.is === "name") text2 += `.${step2.name}`;
    else if (step2.is === "splat") text2 += "[*]";
    else if (step2.key.is === "literal") text2 += `[${JSON.stringify(step2.key.value)}]`;
    else break;
  }
  return text2;
}
function inside2(expression) {
  switch (expression.is) {
    case "literal":
      return [];
    case "template":
      return expression.parts;
    case "list":
      return expression.items;
    case "object":
      return expression.entries.flatMap(({ key: key3, value: value2 }) => [key3, value2]);
    case "variable":
      return keysOf2(expression.steps);
    case "steps":
      return [expression.of, ...keysOf2(expression.steps)];
    case "call":
      return expression.args;
    case "unary":
      return [expression.operand];
    case "chain":
      return [expression.first, ...expression.rest.map(({ operand }) => operand)];
    case "conditional":
      return [expression.condition, expression.then, expression.otherwise];
    case "for":
      return [expression.collection];
  }
}
function keysOf2(steps2) {
  return steps2.flatMap((step2) => step2.is === "key" ? [step2.key] : []);
}

// lib/read/cdktf/expression/conditional.ts
function conditional({ condition, then, otherwise }, inside5) {
  return overChoices([inside5(condition)], ([decides2 = value(null)]) => {
    const truth = truthOf(decides2);
    if (truth?.is === "failure") return truth;
    const [first, second] = [inside5(then), inside5(otherwise)];
    const branches = alike(first, second);
    if (branches === null) return failure("is one of two values of different types, which Terraform refuses");
    if (truth !== void 0) return truth.to ? branches[0] : branches[1];
    const { why: why2, settles: settles4 } = causeOf2(decides2);
    const names2 = namesIn(condition).slice(0, 3).map((name4) => code(clip(name4)));
    return choose2(branches, `depends on ${names2.length === 0 ? `a value that ${why2}` : names2.join(" and ")}`, settles4);
  });
}
function alike(one2, other) {
  if (one2.is === "failure" || other.is === "failure") return [one2, other];
  const [first, second] = unified([one2, other]) ?? [];
  return first === void 0 || second === void 0 ? null : [first, second];
}

// lib/read/cdktf/expression/evaluate-for.ts
function evaluateFor(made2, inside5, within) {
  return overChoices([inside5(made2.collection)], ([collection = value(null)]) => {
    const found = behind3(collection);
    if (found.is === "unknown" || found.is === "reference") return unknownFrom("is computed from", found);
    if (found.is !== "list" && found.is !== "object") {
      return failure("goes through the elements of a value that has none, which Terraform refuses");
    }
    const pairs = found.is === "list" ? found.items.map((item, at3) => [String(at3), item]) : Object.entries(found.entries).sort(([one2], [other]) => compare(one2, other));
    const rounds = [];
    for (const [key3, item] of pairs) {
      const keyed3 = value(found.is === "list" ? Number(key3) : key3);
      const names2 = made2.key === null ? [[made2.value, item]] : [
        [made2.key, keyed3],
        [made2.value, item]
      ];
      const kept = isKept(made2.only, names2, within);
      if (typeof kept !== "boolean") return kept;
      if (kept) rounds.push(names2);
    }
    return made2.makes.as === "list" ? list3(made2.makes.item, rounds, within) : object2(made2.makes, rounds, within);
  });
}
function isKept(only, names2, within) {
  if (only === null) return true;
  const condition = within(only, names2);
  if (condition.is === "failure") return condition;
  const truth = truthOf(condition);
  if (truth === void 0) return unknownFrom("is computed from", condition);
  return truth.is === "failure" ? truth : truth.to;
}
function list3(item, rounds, within) {
  const items3 = [];
  for (const names2 of rounds) {
    const one2 = within(item, names2);
    if (one2.is === "failure") return one2;
    items3.push(one2);
  }
  return { is: "list", items: items3 };
}
function object2(makes, rounds, within) {
  const groups = /* @__PURE__ */ new Map();
  for (const names2 of rounds) {
    const [key3, one2] = [within(makes.key, names2), within(makes.value, names2)];
    if (key3.is === "failure") return key3;
    if (one2.is === "failure") return one2;
    const text2 = textOf7(key3);
    if (text2 === void 0) return unknownFrom("is computed from", key3);
    if (text2.is === "failure") return text2;
    const group = groups.get(text2.to);
    if (group !== void 0 && !makes.grouped) return failure("gives a key twice, which Terraform refuses");
    groups.set(text2.to, [...group ?? [], one2]);
  }
  const entries2 = table();
  for (const [key3, items3] of groups) entries2[key3] = makes.grouped ? { is: "list", items: items3 } : items3[0] ?? value(null);
  return { is: "object", entries: entries2 };
}

// lib/read/cdktf/expression/operators.ts
var made = "is computed from";
function combine3(operator, left, right) {
  return operator === "&&" || operator === "||" ? overChoices([left], ([one2 = value(null)]) => logical(operator === "||", one2, right)) : overChoices([left, right()], ([one2 = value(null), other = value(null)]) => binary(operator, one2, other));
}
function invert(operator, operand) {
  return overChoices([operand], ([one2 = value(null)]) => {
    const found = operator === "!" ? truthOf(one2) : numberIn(one2);
    if (found === void 0) return unknownFrom(made, one2);
    if (found.is === "failure") return found;
    return value(typeof found.to === "boolean" ? !found.to : 0 - found.to);
  });
}
function logical(decisive2, left, right) {
  const first = truthOf(left);
  if (first?.is === "failure") return first;
  if (first?.to === decisive2) return value(decisive2);
  return overChoices([right()], ([other = value(null)]) => {
    const second = truthOf(other);
    if (second?.is === "failure") return second;
    if (second?.to === decisive2) return value(decisive2);
    if (first === void 0) return unknownFrom(made, left);
    return second === void 0 ? unknownFrom(made, other) : value(!decisive2);
  });
}
function binary(operator, left, right) {
  if (operator === "==" || operator === "!=") {
    const same2 = sameness(left, right);
    if (same2 !== void 0) return value(same2 === (operator === "=="));
    const open3 = [left, right].find(isOpen3);
    return open3 === void 0 ? unknown2("compares values of which only Terraform knows the types") : unknownFrom(made, open3);
  }
  const operands = allOf([left, right], numberIn);
  if (operands === void 0) return unknownFrom(made, numberIn(left) === void 0 ? left : right);
  if (operands.is === "failure") return operands;
  const [a = 0, b = 0] = operands.to;
  switch (operator) {
    case "<":
      return value(a < b);
    case "<=":
      return value(a <= b);
    case ">":
      return value(a > b);
    case ">=":
      return value(a >= b);
    case "+":
      return number5(a + b);
    case "-":
      return number5(a - b);
    case "*":
      return number5(a * b);
    case "/":
      return a === 0 && b === 0 ? failure("divides zero by zero, which Terraform refuses") : number5(a / b);
    case "%":
      return number5(a % b);
  }
}
function number5(result) {
  const tidied = tidy(result);
  return tidied === null ? unknown2("is a number that only Terraform computes") : value(tidied);
}

// lib/read/cdktf/expression/evaluate.ts
var wholeBudget = 3e5;
var tooMuch = unknown2("is an expression that takes too long to compute");
function evaluate(expression, context) {
  context.budget.left -= 1;
  if (context.budget.left < 0) return tooMuch;
  const outcome2 = worth(expression, context);
  if (outcome2.is === "failure") return outcome2;
  if (isTooLarge([outcome2])) return tooLarge;
  context.budget.left -= Math.floor(sizeOf(outcome2) / 100);
  return context.budget.left < 0 ? tooMuch : outcome2;
}
function worth(expression, context) {
  const inside5 = (inner) => evaluate(inner, context);
  switch (expression.is) {
    case "literal":
      return value(expression.value);
    case "template":
      return joined(expression.parts.map(inside5));
    case "list":
      return collected(expression.items.map(inside5), (items3) => ({ is: "list", items: items3 }));
    case "object":
      return object3(expression, inside5);
    case "variable":
      return variable2(expression, context);
    case "steps":
      return steps(inside5(expression.of), expression.steps, inside5);
    case "call":
      return call(expression, inside5);
    case "unary":
      return invert(expression.operator, inside5(expression.operand));
    case "chain": {
      let result = inside5(expression.first);
      for (const { operator, operand } of expression.rest) result = combine3(operator, result, () => inside5(operand));
      return result;
    }
    case "conditional":
      return conditional(expression, inside5);
    case "for":
      return evaluateFor(
        expression,
        inside5,
        (inner, names2) => evaluate(inner, { ...context, names: new Map([...context.names, ...names2]) })
      );
  }
}
function collected(parts, make) {
  const values = [];
  for (const part of parts) {
    if (isFailure(part)) return part;
    values.push(part);
  }
  return make(values);
}
function isFailure(part) {
  return part.is === "failure";
}
function object3({ entries: entries2 }, inside5) {
  const values = entries2.map(({ value: of }) => inside5(of));
  return collected(
    values,
    (known3) => overChoices(
      entries2.map(({ key: key3 }) => inside5(key3)),
      (keys) => keyed(keys, known3)
    )
  );
}
function keyed(keys, values) {
  const made2 = table();
  for (const [at3, key3] of keys.entries()) {
    const text2 = textOf7(key3);
    if (text2 === void 0) return unknownFrom("is computed from", key3);
    if (text2.is === "failure") return text2;
    made2[text2.to] = values[at3] ?? value(null);
  }
  return { is: "object", entries: made2 };
}
function steps(from, written7, inside5) {
  return collected(
    written7.map((step2) => knownStep(step2, inside5)),
    (known3) => stepInto(from, known3)
  );
}
function knownStep(step2, inside5) {
  if (step2.is !== "key") return step2;
  const key3 = inside5(step2.key);
  return key3.is === "failure" ? key3 : { is: "key", key: key3 };
}
function variable2({ root, steps: written7 }, context) {
  const inside5 = (inner) => evaluate(inner, context);
  const local = context.names.get(root);
  if (local !== void 0) return steps(local, written7, inside5);
  const asked2 = stepsAsked(root, written7);
  return collected(
    written7.slice(0, asked2).map((step2) => knownStep(step2, inside5)),
    (known3) => steps(reference2(root, known3, context.scope), written7.slice(asked2), inside5)
  );
}
function reference2(root, known3, scope2) {
  const keys = known3.flatMap((step2) => step2.is === "key" ? [step2.key] : []);
  return overChoices(keys, (values) => {
    let next2 = 0;
    const taken3 = [];
    for (const step2 of known3) {
      const key3 = step2.is === "key" ? behind3(values[next2++] ?? step2.key) : null;
      if (step2.is !== "key") taken3.push(step2);
      else if (key3?.is === "value" && (typeof key3.value === "string" || typeof key3.value === "number")) {
        taken3.push({ is: "key", key: key3.value });
      } else return unknownFrom("is computed from", key3 ?? step2.key);
    }
    return scope2(traversalOf(root, taken3));
  });
}

// lib/read/hcl/expression.ts
var broken = -1;
function endOfComment2(text2, at3) {
  const first = text2[at3];
  if (first === "#" || first === "/" && text2[at3 + 1] === "/") {
    const end2 = text2.indexOf("\n", at3);
    return end2 < 0 ? text2.length : end2;
  }
  if (first !== "/" || text2[at3 + 1] !== "*") return null;
  const end = text2.indexOf("*/", at3 + 2);
  return end < 0 ? broken : end + 2;
}

// lib/read/cdktf/expression/cursor.ts
var deepest4 = 100;
function cursorOn(text2) {
  return { text: text2, at: 0, depth: 0, lines: false, refused: null };
}
function refuse2(cursor, reason) {
  cursor.refused ??= reason;
  cursor.at = cursor.text.length;
}
function nested(cursor, lines, parse2) {
  const outer = cursor.lines;
  cursor.lines = lines;
  cursor.depth += 1;
  if (cursor.depth > deepest4) refuse2(cursor, "depth");
  const parsed3 = parse2(cursor);
  cursor.depth -= 1;
  cursor.lines = outer;
  return parsed3;
}
function skip2(cursor, everyLine = false) {
  const { text: text2 } = cursor;
  for (; ; ) {
    const character = text2[cursor.at];
    const blank = character === " " || character === "	" || character === "\r";
    if (blank || character === "\n" && (everyLine || !cursor.lines)) {
      cursor.at += 1;
      continue;
    }
    const behind4 = endOfComment2(text2, cursor.at);
    if (behind4 === null) return;
    if (behind4 < 0) return refuse2(cursor, "grammar");
    cursor.at = behind4;
  }
}
function sees(cursor, symbol) {
  skip2(cursor);
  return cursor.text.startsWith(symbol, cursor.at);
}
function take(cursor, symbol) {
  if (!sees(cursor, symbol)) return false;
  cursor.at += symbol.length;
  return true;
}
function expect(cursor, symbol) {
  if (!take(cursor, symbol)) refuse2(cursor, "grammar");
}
function takeMatch(cursor, pattern) {
  skip2(cursor);
  pattern.lastIndex = cursor.at;
  const [match = null] = pattern.exec(cursor.text) ?? [];
  if (match !== null) cursor.at += match.length;
  return match;
}
var name3 = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
function takeName(cursor) {
  return takeMatch(cursor, name3);
}
function takeWord(cursor, word2) {
  const start = cursor.at;
  if (takeName(cursor) === word2) return true;
  if (cursor.refused === null) cursor.at = start;
  return false;
}

// lib/read/cdktf/expression/parse-for.ts
function parseFor(cursor, as) {
  const first = nameFrom(cursor);
  const second = take(cursor, ",") ? nameFrom(cursor) : null;
  if (!takeWord(cursor, "in")) refuse2(cursor, "grammar");
  const collection = parseExpression(cursor);
  expect(cursor, ":");
  const makes = as === "list" ? { as, item: parseExpression(cursor) } : entryFrom(cursor);
  const only = takeWord(cursor, "if") ? parseExpression(cursor) : null;
  expect(cursor, as === "list" ? "]" : "}");
  return { is: "for", key: second === null ? null : first, value: second ?? first, collection, makes, only };
}
function entryFrom(cursor) {
  const key3 = parseExpression(cursor);
  expect(cursor, "=>");
  const value2 = parseExpression(cursor);
  return { as: "object", key: key3, value: value2, grouped: take(cursor, "...") };
}
function nameFrom(cursor) {
  const name4 = takeName(cursor);
  if (name4 === null) refuse2(cursor, "grammar");
  return name4 ?? "";
}

// lib/read/cdktf/expression/template.ts
function parseTemplate(cursor, quoted3) {
  const parts = [];
  let literal2 = "";
  let trims = false;
  const close = (end) => {
    if (end !== "") parts.push({ is: "literal", value: end });
    literal2 = "";
    trims = false;
  };
  const add3 = (stretch) => {
    const kept = trims ? stretch.trimStart() : stretch;
    if (kept !== "") trims = false;
    literal2 += kept;
  };
  while (cursor.at < cursor.text.length && !(quoted3 && cursor.text[cursor.at] === '"')) {
    const sign = cursor.text[cursor.at];
    if (sign === "$" || sign === "%") {
      const opens = opening(cursor);
      if (opens !== "interpolation") {
        add3(opens);
        continue;
      }
      const interpolation = nested(cursor, false, parseInterpolation);
      close(interpolation.trimsBefore ? literal2.trimEnd() : literal2);
      parts.push(interpolation.expression);
      trims = interpolation.trimsBehind;
    } else if (quoted3 && sign === "\\") add3(escaped3(cursor));
    else add3(stretchOf(cursor, quoted3));
  }
  close(literal2);
  if (quoted3) {
    if (cursor.text[cursor.at] === '"') cursor.at += 1;
    else refuse2(cursor, "grammar");
  }
  const [only, second] = parts;
  if (only === void 0) return { is: "literal", value: "" };
  return second === void 0 ? only : { is: "template", parts };
}
function opening(cursor) {
  const { text: text2, at: at3 } = cursor;
  const sign = text2[at3] === "$" ? "$" : "%";
  if (text2[at3 + 1] === sign && text2[at3 + 2] === "{") {
    cursor.at += 3;
    return sign === "$" ? "${" : "%{";
  }
  if (text2[at3 + 1] !== "{") {
    cursor.at += 1;
    return sign;
  }
  if (sign === "%") refuse2(cursor, "directive");
  else cursor.at += 2;
  return sign === "%" ? sign : "interpolation";
}
function parseInterpolation(cursor) {
  const trimsBefore = take(cursor, "~");
  const expression = parseExpression(cursor);
  const trimsBehind = take(cursor, "~");
  expect(cursor, "}");
  return { expression, trimsBefore, trimsBehind };
}
function stretchOf(cursor, quoted3) {
  const pattern = quoted3 ? /[^"\\\r\n$%]+/y : /[^$%]+/y;
  pattern.lastIndex = cursor.at;
  const [stretch] = pattern.exec(cursor.text) ?? [];
  if (stretch === void 0) refuse2(cursor, "grammar");
  else cursor.at += stretch.length;
  return stretch ?? "";
}
var escapes = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function escaped3(cursor) {
  const selector = cursor.text.charAt(cursor.at + 1);
  if (Object.hasOwn(escapes, selector)) {
    cursor.at += 2;
    return escapes[selector] ?? "";
  }
  const pattern = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;
  pattern.lastIndex = cursor.at;
  const [all, short, long] = pattern.exec(cursor.text) ?? [];
  const point = parseInt(short ?? long ?? "", 16);
  if (all === void 0 || point > 1114111) {
    refuse2(cursor, "grammar");
    return "";
  }
  cursor.at += all.length;
  return String.fromCodePoint(point);
}

// lib/read/cdktf/expression/operand.ts
function parseOperand(cursor) {
  for (const operator of ["!", "-"]) {
    if (take(cursor, operator)) {
      return { is: "unary", operator, operand: nested(cursor, cursor.lines, parseOperand) };
    }
  }
  return parseSteps(cursor, parseValue2(cursor));
}
var nothing = { is: "literal", value: null };
function parseValue2(cursor) {
  skip2(cursor);
  switch (cursor.text[cursor.at]) {
    case '"':
      cursor.at += 1;
      return nested(cursor, false, (inner) => parseTemplate(inner, true));
    case "(":
      cursor.at += 1;
      return nested(cursor, false, parseBracketed);
    case "[":
      cursor.at += 1;
      return nested(cursor, false, parseList);
    case "{":
      cursor.at += 1;
      return nested(cursor, true, parseObject);
    default:
      break;
  }
  const number6 = takeMatch(cursor, /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number6 !== null) return numeral(number6);
  const name4 = takeName(cursor);
  if (name4 === null) {
    refuse2(cursor, "grammar");
    return nothing;
  }
  if (take(cursor, "(")) return nested(cursor, false, (inner) => parseCall(inner, name4));
  if (name4 === "true" || name4 === "false") return { is: "literal", value: name4 === "true" };
  return name4 === "null" ? nothing : { is: "variable", root: name4, steps: [] };
}
function numeral(text2) {
  const value2 = Number(text2);
  return text2.length <= 15 ? { is: "literal", value: value2 } : { is: "call", name: "tonumber", args: [{ is: "literal", value: text2 }], spread: false };
}
function parseBracketed(cursor) {
  const inner = parseExpression(cursor);
  expect(cursor, ")");
  return inner;
}
function parseCall(cursor, name4) {
  const args = [];
  let spread = false;
  while (!sees(cursor, ")") && cursor.refused === null) {
    args.push(parseExpression(cursor));
    spread = take(cursor, "...");
    const more = take(cursor, ",");
    if (spread || !more) break;
  }
  expect(cursor, ")");
  return { is: "call", name: name4, args, spread };
}
function parseList(cursor) {
  if (takeWord(cursor, "for")) return parseFor(cursor, "list");
  const items3 = [];
  while (!sees(cursor, "]") && cursor.refused === null) {
    items3.push(parseExpression(cursor));
    if (!take(cursor, ",")) break;
  }
  expect(cursor, "]");
  return { is: "list", items: items3 };
}
function parseObject(cursor) {
  skip2(cursor, true);
  if (takeWord(cursor, "for")) {
    cursor.lines = false;
    return parseFor(cursor, "object");
  }
  const entries2 = [];
  for (skip2(cursor, true); !sees(cursor, "}") && cursor.refused === null; skip2(cursor, true)) {
    const key3 = parseKey(cursor);
    if (!take(cursor, "=") && !take(cursor, ":")) refuse2(cursor, "grammar");
    entries2.push({ key: key3, value: parseExpression(cursor) });
    if (!take(cursor, ",") && !sees(cursor, "\n") && !sees(cursor, "}")) refuse2(cursor, "grammar");
  }
  expect(cursor, "}");
  return { is: "object", entries: entries2 };
}
function parseKey(cursor) {
  const start = cursor.at;
  const name4 = takeName(cursor);
  if (name4 !== null && (sees(cursor, "=") || sees(cursor, ":"))) return { is: "literal", value: name4 };
  if (cursor.refused === null) cursor.at = start;
  const bracketed = sees(cursor, "(");
  const key3 = parseExpression(cursor);
  if (key3.is === "variable" && !bracketed) refuse2(cursor, "grammar");
  return key3;
}
function parseSteps(cursor, from) {
  let base = from;
  let steps2 = [];
  let namesOnly = false;
  for (; ; ) {
    if (sees(cursor, "...")) break;
    if (take(cursor, ".")) {
      if (take(cursor, "*")) namesOnly = steps2.push({ is: "splat" }) > 0;
      else steps2.push(parseName(cursor));
    } else if (take(cursor, "[")) {
      if (namesOnly) [base, steps2, namesOnly] = [withSteps(base, steps2), [], false];
      steps2.push(nested(cursor, false, parseIndex));
    } else break;
  }
  return withSteps(base, steps2);
}
function withSteps(base, steps2) {
  if (steps2.length === 0) return base;
  if (base.is === "variable" && base.steps.length === 0) return { ...base, steps: steps2 };
  return { is: "steps", of: base, steps: steps2 };
}
function parseName(cursor) {
  const index = takeMatch(cursor, /\d{1,15}/y);
  if (index !== null) return { is: "key", key: { is: "literal", value: Number(index) } };
  const name4 = takeName(cursor);
  if (name4 === null) refuse2(cursor, "grammar");
  return { is: "name", name: name4 ?? "" };
}
function parseIndex(cursor) {
  if (take(cursor, "*")) {
    expect(cursor, "]");
    return { is: "splat" };
  }
  const key3 = parseExpression(cursor);
  expect(cursor, "]");
  return { is: "key", key: key3 };
}

// lib/read/cdktf/expression/parse.ts
function parseText(text2) {
  const cursor = cursorOn(text2);
  const expression = parseTemplate(cursor, false);
  return cursor.refused === null ? { expression } : { expression: null, refused: cursor.refused };
}
function parseExpression(cursor) {
  const condition = parseChain(cursor, 0);
  if (!take(cursor, "?")) return condition;
  const then = nested(cursor, cursor.lines, parseExpression);
  expect(cursor, ":");
  const otherwise = nested(cursor, cursor.lines, parseExpression);
  return { is: "conditional", condition, then, otherwise };
}
function parseChain(cursor, level2) {
  const operators = precedence[level2];
  if (operators === void 0) return parseOperand(cursor);
  const first = parseChain(cursor, level2 + 1);
  const rest2 = [];
  for (let next2 = takeOperator(cursor, operators); next2 !== null; next2 = takeOperator(cursor, operators)) {
    rest2.push({ operator: next2, operand: parseChain(cursor, level2 + 1) });
  }
  return rest2.length === 0 ? first : { is: "chain", first, rest: rest2 };
}
function takeOperator(cursor, among) {
  skip2(cursor);
  const start = cursor.at;
  if (!"|&=!<>+-*/%".includes(cursor.text[start] ?? " ") || sees(cursor, "=>")) return null;
  const operator = takeMatch(cursor, /\|\||&&|[=!<>]=|[<>+\-*/%]/y);
  const found = among.find((one2) => one2 === operator) ?? null;
  if (found === null && cursor.refused === null) cursor.at = start;
  return found;
}

// lib/read/cdktf/evaluate-text.ts
var longest8 = 1e5;
function evaluateText(text2, scope2) {
  if (!text2.includes("${") && !text2.includes("%{")) return value(text2);
  if (text2.length > longest8) return unknown2("is longer than what is read here");
  const parsed3 = parseText(text2);
  if (parsed3.expression !== null) {
    return settled2(evaluate(parsed3.expression, { scope: scope2, names: /* @__PURE__ */ new Map(), budget: { left: wholeBudget } }));
  }
  const shown5 = code(clip(text2));
  switch (parsed3.refused) {
    case "directive":
      return unknown2(
        `is ${shown5}, a template with directives (\`%{ if }\`, \`%{ for }\`), which only Terraform carries out`
      );
    case "depth":
      return unknown2(`is ${shown5}, an expression that nests too deeply to be read`);
    case "grammar":
      return unknown2(`is ${shown5}, which cannot be read as an expression`);
  }
}

// lib/read/cdktf/dynamic.ts
function dynamicBlocks(dynamic) {
  const found = /* @__PURE__ */ new Map();
  for (const one2 of listed2(dynamic)) {
    for (const [name4, bodies] of entries(one2)) {
      const mine = found.get(name4) ?? [];
      mine.push(...listed2(bodies));
      found.set(name4, mine);
    }
  }
  return found;
}
function isDynamic(value2) {
  const bodies = [...dynamicBlocks(value2).values()].flat();
  return bodies.length > 0 && bodies.every((one2) => isObject(one2) && "for_each" in one2 && "content" in one2);
}
function listed2(value2) {
  if (Array.isArray(value2)) return items(value2);
  return value2 === void 0 || value2 === null ? [] : [value2];
}

// lib/read/cdktf/iterations.ts
var mostRounds = 1e3;
function iterationsOf(forEach, keys) {
  switch (forEach.is) {
    case "reference":
      return forEach.value === void 0 ? open(forEach) : iterationsOf(forEach.value, keys);
    case "object":
      return limited(
        Object.entries(forEach.entries).map(([key3, value2]) => ({ key: { is: "value", value: key3 }, value: value2 }))
      );
    case "list":
      return limited(
        forEach.items.map((value2, at3) => ({ key: keys === "values" ? value2 : { is: "value", value: at3 }, value: value2 }))
      );
    case "value":
    case "text":
    case "choice":
    case "unknown":
      return open(forEach);
  }
}
function open(value2) {
  return { known: false, ...reasonOf(value2) };
}
function limited(rounds) {
  return rounds.length <= mostRounds ? { known: true, rounds } : { known: false, why: `has more than ${mostRounds} elements`, settles: "check the plan instead of the stack" };
}

// lib/read/cdktf/unresolved-token.ts
var marker = /[$#&]\{TfToken\[|<unresolved-/;
var largestToken = -1e289;
var printedToken = /-\d(?:\.\d{1,20})?e\+2(?:89|98)/;
function isUnresolvedToken(value2) {
  if (typeof value2 === "number") return value2 < largestToken;
  if (typeof value2 === "string") return marker.test(value2) || printedToken.test(value2);
  return isObject(value2) && Object.keys(value2).some((key3) => marker.test(key3));
}

// lib/read/cdktf/evaluate-json.ts
var deepest5 = 100;
function evaluateJson(estate, value2, where, depth = 0) {
  if (isUnresolvedToken(value2)) {
    return unknown2(
      "is an unresolved token, so synth does not tell it",
      "pass on the token itself, not a text or number that was made from it"
    );
  }
  if (typeof value2 === "string") return estate.evaluate(value2, where);
  if (depth >= deepest5) return unknown2(`is nested more than ${deepest5} levels deep`);
  if (isObject(value2)) return objectOf2(estate, value2, where, depth + 1);
  if (typeof value2 === "object" && value2 !== null) {
    return { is: "list", items: items(value2).map((one2) => evaluateJson(estate, one2, where, depth + 1)) };
  }
  return { is: "value", value: value2 };
}
function evaluateBlocks(estate, name4, written7, dynamic, where, depth = 0) {
  const blocks = listed2(written7).flatMap((one2) => {
    const block = evaluateJson(estate, one2, where, depth + 1);
    return block.is === "list" ? block.items : [block];
  });
  return { is: "list", items: [...blocks, ...dynamic.flatMap((one2) => madeBy(estate, name4, one2, where, depth + 1))] };
}
function objectOf2(estate, value2, where, depth) {
  const found = table();
  const dynamic = own(value2, "dynamic");
  const made2 = isDynamic(dynamic) ? dynamicBlocks(dynamic) : null;
  for (const [name4, one2] of Object.entries(value2)) {
    if (name4 === "dynamic" && made2 !== null) continue;
    const key3 = name4.includes("${") ? plain2(estate.evaluate(name4, where)) : name4;
    if (typeof key3 !== "string") return unknown2("has a key that only Terraform computes");
    found[key3] = evaluateJson(estate, one2, where, depth);
  }
  for (const [name4, bodies] of made2 ?? []) {
    found[name4] = evaluateBlocks(estate, name4, own(value2, name4), bodies, where, depth);
  }
  return { is: "object", entries: found };
}
function madeBy(estate, name4, body, where, depth) {
  const forEach = own(body, "for_each");
  const content = own(body, "content");
  if (forEach === void 0 || content === void 0) {
    return [unknown2(`comes from a \`dynamic\` block without \`${forEach === void 0 ? "for_each" : "content"}\``)];
  }
  const isSet2 = typeof forEach === "string" && forEach.startsWith("${toset(");
  const iterations = iterationsOf(evaluateJson(estate, forEach, where, depth), isSet2 ? "values" : "positions");
  if (!iterations.known) {
    return [unknown2(`comes from a \`dynamic\` block whose \`for_each\` ${iterations.why}`, iterations.settles)];
  }
  const rounds = where.rounds * Math.max(iterations.rounds.length, 1);
  if (rounds > mostRounds) return [unknown2(`comes from \`dynamic\` blocks that make more than ${mostRounds} blocks`)];
  const iterator = own(body, "iterator");
  return iterations.rounds.map((round) => {
    const iterators = table([
      ...Object.entries(where.iterators),
      [typeof iterator === "string" ? iterator : name4, round]
    ]);
    return evaluateJson(estate, content, { ...where, iterators, rounds }, depth);
  });
}

// lib/read/cdktf/instances.ts
var tooMany2 = "check the plan of one stack at a time";
function instancesOf(estate, block) {
  const argument = (own(block.body, "for_each") ?? null) === null ? "count" : "for_each";
  const written7 = own(block.body, argument) ?? null;
  const value2 = written7 === null ? null : estate.trail.once(block, argument, () => evaluateJson(estate, written7, inStack(block.stack)));
  const had = estate.instances.get(block);
  if (had !== void 0) return had;
  const made2 = value2 === null ? single6(block) : argument === "count" ? counted(block, value2) : keyed2(block, value2);
  const fits3 = eachOf3(made2).length <= estate.room.left;
  const kept = fits3 ? made2 : standIn(block, argument, { why: "is one of very many in these stacks", settles: tooMany2 });
  estate.room.left -= eachOf3(kept).length;
  estate.instances.set(block, kept);
  for (const one2 of eachOf3(kept)) estate.byId.set(one2.id, one2);
  return kept;
}
function eachOf3(instances) {
  return instances.as === "many" ? instances.all : [instances.only];
}
function inStack(stack) {
  return { stack, self: null, iterators: table(), rounds: 1 };
}
function single6(block) {
  return { as: "single", only: instance(block, null, {}) };
}
function counted(block, count) {
  const written7 = plain2(count);
  const number6 = typeof written7 === "string" ? Number(written7) : written7;
  if (typeof number6 !== "number" || !Number.isInteger(number6) || number6 < 0) {
    return standIn(block, "count", reasonOf(count));
  }
  if (number6 > mostRounds) return standIn(block, "count", { why: `is more than ${mostRounds}`, settles: tooMany2 });
  return many(
    "count",
    Array.from({ length: number6 }, (_, at3) => instance(block, at3, { count: { is: "value", value: at3 } }))
  );
}
function keyed2(block, forEach) {
  const iterations = iterationsOf(forEach, "values");
  if (!iterations.known) return standIn(block, "for_each", iterations);
  const all = [];
  for (const each2 of iterations.rounds) {
    const key3 = plain2(each2.key);
    if (key3 === null || key3 === void 0 || typeof key3 === "object") {
      return standIn(block, "for_each", reasonOf(each2.key));
    }
    all.push(instance(block, String(key3), { each: each2 }));
  }
  return many("for_each", all);
}
function many(argument, all) {
  return { as: "many", argument, all, byKey: new Map(all.map((one2) => [String(one2.key), one2])) };
}
function standIn(block, argument, reason) {
  const { type, name: name4 } = block;
  const open3 = unknown2(`comes from \`${argument}\` of \`${type}.${name4}\`, which ${reason.why}`, reason.settles);
  const repeated = argument === "count" ? { count: open3 } : { each: { key: open3, value: open3 } };
  return { as: "stand-in", only: instance(block, null, repeated), argument, ...reason };
}
function instance(block, key3, { each: each2 = null, count = null }) {
  const index = key3 === null ? "" : `[${JSON.stringify(key3).replace(/[$%](?=\{)/g, "$&$&")}]`;
  const address2 = `${block.type}.${block.name}${index}`;
  return { block, key: key3, address: address2, id: `${block.stack.document}#${address2}`, each: each2, count };
}

// lib/read/cdktf/attributes.ts
var metaArguments = /* @__PURE__ */ new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "dynamic",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner"
]);
function attributeOf2(estate, instance2, name4) {
  const { block } = instance2;
  if (metaArguments.has(name4)) return void 0;
  const written7 = own(block.body, name4);
  const dynamic = block.dynamic.get(name4) ?? [];
  if (written7 === void 0 && dynamic.length === 0) return void 0;
  const where = { ...inStack(block.stack), self: instance2 };
  return estate.trail.once(
    instance2,
    `.${name4}`,
    () => dynamic.length > 0 ? evaluateBlocks(estate, name4, written7, dynamic, where) : evaluateJson(estate, written7 ?? null, where)
  );
}
function attributesOf(estate, instance2) {
  const { body, dynamic } = instance2.block;
  const found = table();
  for (const name4 of /* @__PURE__ */ new Set([...Object.keys(body), ...dynamic.keys()])) {
    const value2 = attributeOf2(estate, instance2, name4);
    if (value2 !== void 0) found[name4] = value2;
  }
  return found;
}

// lib/read/cdktf/walk.ts
function walk(value2, steps2, text2) {
  return reach(value2, steps2, text2) ?? unknown2(`leads to ${code(clip(text2))}, which is not there`);
}
function reach(value2, steps2, text2) {
  const [step2, ...rest2] = steps2;
  if (step2 === void 0 || value2.is === "unknown") return value2;
  if (value2.is === "choice") return { ...value2, of: value2.of.map((one2) => walk(one2, steps2, text2)) };
  if (step2.is === "splat" && !(value2.is === "reference" && value2.attribute !== null)) {
    return { is: "list", items: elementsOf(value2).map((one2) => walk(one2, rest2, text2)) };
  }
  if (value2.is === "reference") return further(value2, steps2, text2);
  const next2 = step2.is === "splat" ? void 0 : member2(value2, step2.is === "name" ? step2.name : step2.key);
  return next2 === void 0 ? void 0 : reach(next2, rest2, text2);
}
function further(reference4, steps2, text2) {
  const { value: value2, ...bare } = reference4;
  const attribute2 = steps2.reduce((path, step2) => path + spelled2(step2), reference4.attribute ?? "").replace(/^\./, "");
  const found = value2 === void 0 ? void 0 : reach(value2, steps2, text2);
  return { ...bare, attribute: attribute2, text: text2, ...found !== void 0 && { value: found } };
}
function spelled2(step2) {
  switch (step2.is) {
    case "name":
      return `.${step2.name}`;
    case "key":
      return `[${JSON.stringify(step2.key)}]`;
    case "splat":
      return "[*]";
  }
}
function elementsOf(value2) {
  if (value2.is === "list") return value2.items;
  return value2.is === "value" && value2.value === null ? [] : [value2];
}
function member2(value2, key3) {
  if (value2.is === "list") return /^\d{1,9}$/.test(String(key3)) ? value2.items[Number(key3)] : void 0;
  if (value2.is !== "object") return void 0;
  return value2.entries[String(key3)] ?? (key3 === 0 ? value2 : void 0);
}

// lib/read/cdktf/resource-reference.ts
var mostMeant = 16;
function resourceReference(estate, where, traversal) {
  const { root, text: text2 } = traversal;
  const [name4, ...steps2] = traversal.steps;
  if (name4?.is !== "name") return unknown2(`refers to ${code(clip(text2))}, which names nothing`);
  const address2 = `${root}.${name4.name}`;
  const own2 = where.stack.resources.get(address2);
  const meant2 = own2 === void 0 ? estate.declaring.get(address2) ?? [] : [own2];
  const [only, another] = meant2;
  if (only === void 0) {
    return unknown2(
      `leads to ${code(clip(address2))}, a resource that is in none of the stacks`,
      "check the stack that makes it together with this one, or check the plan"
    );
  }
  const through = (block) => throughBlock(estate, block, steps2, where, text2);
  if (another === void 0) return through(only);
  const why2 = `leads to ${code(clip(address2))}, which ${meant2.length} of the other stacks have`;
  return severally(
    meant2.map((block) => () => through(block)),
    why2
  );
}
function throughInstance(estate, instance2, steps2, text2) {
  const [step2, ...rest2] = steps2;
  const reference4 = { is: "reference", to: instance2.id, text: text2 };
  if (step2 === void 0) return { ...reference4, attribute: null };
  if (step2.is === "splat") return { is: "list", items: [throughInstance(estate, instance2, rest2, text2)] };
  const attribute2 = step2.is === "name" ? step2.name : String(step2.key);
  const value2 = attributeOf2(estate, instance2, attribute2);
  return walk({ ...reference4, attribute: attribute2, ...value2 !== void 0 && { value: value2 } }, rest2, text2);
}
function written5(estate, value2) {
  if (value2.is === "list") return value2.items.some(isBare) ? { ...value2, items: value2.items.map(filled) } : value2;
  if (value2.is === "choice") return value2.of.some(isBare) ? { ...value2, of: value2.of.map(filled) } : value2;
  return filled(value2);
  function filled(one2) {
    if (!isBare(one2)) return one2;
    const instance2 = estate.byId.get(one2.to);
    const found = instance2 === void 0 ? void 0 : attributeOf2(estate, instance2, one2.attribute);
    return found === void 0 ? one2 : { ...one2, value: found };
  }
}
function isBare(value2) {
  return value2.is === "reference" && value2.attribute !== null && value2.value === void 0;
}
function throughBlock(estate, block, steps2, where, text2) {
  const instances = instancesOf(estate, block);
  const [step2, ...rest2] = steps2;
  const through = (one3, further2) => throughInstance(estate, one3, further2, text2);
  if (instances.as !== "many") {
    const isIndex = step2?.is === "key" && (instances.as === "stand-in" || step2.key === 0);
    return through(instances.only, isIndex ? rest2 : steps2);
  }
  const { all, byKey } = instances;
  if (step2 === void 0) {
    if (instances.argument === "count") return { is: "list", items: all.map((one3) => through(one3, [])) };
    return { is: "object", entries: table(all.map((one3) => [String(one3.key), through(one3, [])])) };
  }
  if (step2.is === "splat") return { is: "list", items: all.map((one3) => through(one3, rest2)) };
  if (step2.is === "key") {
    const one3 = byKey.get(String(step2.key));
    return one3 === void 0 ? unknown2(`leads to ${code(clip(text2))}, an instance that is not there`) : through(one3, rest2);
  }
  const [first, second] = all;
  const one2 = byKey.get(String(where.self?.key)) ?? (second === void 0 ? first : void 0);
  if (one2 !== void 0) return through(one2, steps2);
  const what = `${code(clip(`${block.type}.${block.name}`))}`;
  if (first === void 0) return unknown2(`leads to ${what}, which has no instances`);
  return severally(
    all.map((each2) => () => through(each2, steps2)),
    `leads to ${what} without saying which of its ${all.length} instances is meant`
  );
}
function severally(ways2, why2) {
  const { settles: settles4 } = unknown2(why2);
  return ways2.length > mostMeant ? unknown2(why2) : { is: "choice", of: ways2.map((way) => way()), why: why2, settles: settles4 };
}

// lib/read/cdktf/remote-state.ts
var input = "cross-stack-reference-input-";
var output = "cross-stack-output-";
var places2 = {
  local: ["path"],
  s3: ["bucket", "key"]
};
function remoteState(estate, stack, name4, steps2, text2) {
  const data = stack.data.get(`terraform_remote_state.${name4}`);
  const [only, another] = estate.stacks.filter((one2) => one2 !== stack && (isNamed2(one2, name4) || keeps(one2, data)));
  if (only === void 0 || another !== void 0) {
    const which2 = only === void 0 ? "is not among these documents" : "several of these documents may be";
    return unknown2(
      `comes from ${code(`data.terraform_remote_state.${clip(name4)}`)}, the state of a stack that ${which2}`,
      "check the stack that makes it together with this one, or check the plan"
    );
  }
  const [outputs, which, ...rest2] = steps2;
  const key3 = which?.is === "name" ? which.name : which?.is === "key" ? String(which.key) : void 0;
  if (outputs?.is !== "name" || outputs.name !== "outputs" || key3 === void 0) {
    return unknown2(`comes from ${code(clip(text2))}, which is not one output`);
  }
  return walk(outputOf(estate, only, key3), rest2, text2);
}
function outputOf(estate, stack, name4) {
  const found = stack.outputs.get(name4);
  const what = `the output ${code(clip(name4))} of ${code(clip(stack.document))}`;
  if (found === void 0) return unknown2(`comes from ${what}, which is not there`);
  if (own(found.body, "sensitive") === true && !name4.startsWith(output)) {
    return unknown2(`comes from ${what}, which is marked sensitive, so it is not read`, "unmark the output");
  }
  return estate.trail.once(
    found,
    "value",
    () => evaluateJson(estate, own(found.body, "value") ?? null, inStack(stack))
  );
}
function isNamed2(stack, name4) {
  return name4.startsWith(input) && stack.ids.some((id) => input + inName(id) === name4);
}
function inName(id) {
  return id.replace(/\//g, "--").replace(/[^A-Za-z0-9_-]/g, "");
}
function keeps({ ids, backend }, data) {
  const type = textOf3(own(data?.body, "backend"));
  const config2 = own(data?.body, "config");
  if (type === void 0 || data === void 0 || data.name.startsWith(input) || elsewhere2(own(data.body, "workspace")))
    return false;
  const place = Object.hasOwn(places2, type) ? places2[type] : void 0;
  if (backend?.type === type && place?.every((key3) => isSame(own(config2, key3), own(backend.body, key3)))) return true;
  const file2 = type === "local" ? textOf3(own(config2, "path")) : void 0;
  return file2 !== void 0 && ids.some((id) => file2.split(/[/\\]/).at(-1) === `terraform.${id}.tfstate`);
}
function isSame(one2, other) {
  return typeof one2 === "string" && one2 === other;
}
function elsewhere2(workspace) {
  return workspace !== void 0 && workspace !== null && workspace !== "${terraform.workspace}";
}

// lib/read/cdktf/variable.ts
function variableValue(estate, stack, name4) {
  const variable4 = stack.variables.get(name4);
  const what = `is the variable ${code(clip(name4))}`;
  if (variable4 === void 0) return unknown2(`${what}, which the stack does not declare`);
  if (own(variable4.body, "sensitive") === true) {
    return unknown2(`${what}, which is marked sensitive, so it is not read`, "unmark the variable");
  }
  const written7 = own(variable4.body, "default");
  if (written7 === void 0) {
    return unknown2(`${what}, which has no default: its value is known when a plan is made`);
  }
  if (isUnresolvedToken(written7)) return unknown2(`${what}, whose default is an unresolved token`);
  estate.trail.uses(variable4);
  return literal(written7);
}
function defaultNote({ document }, { name: name4, body, pointer }) {
  return {
    what: `var.${name4}`,
    why: `taken at its default${shown3(own(body, "default"))}; the plan check judges the value that is really passed`,
    level: "info",
    location: { document, pointer }
  };
}
function shown3(value2) {
  return typeof value2 === "number" || typeof value2 === "boolean" ? ` (${value2})` : "";
}

// lib/read/cdktf/scope.ts
function scopeAt(estate, where) {
  return (traversal) => {
    const { root, steps: steps2, text: text2 } = traversal;
    const iterator = where.iterators[root];
    return iterator === void 0 ? named(estate, where, traversal) : inRound(iterator, steps2, text2);
  };
}
function named(estate, where, traversal) {
  const { root, steps: steps2, text: text2 } = traversal;
  const { stack, self } = where;
  const [first, ...rest2] = steps2;
  const name4 = first?.is === "name" ? first.name : "";
  switch (root) {
    case "each":
      return self?.each ? inRound(self.each, steps2, text2) : meaningless(text2);
    case "count":
      return self?.count && name4 === "index" ? walk(self.count, rest2, text2) : meaningless(text2);
    case "self":
      return self === null ? meaningless(text2) : throughInstance(estate, self, steps2, text2);
    case "var":
      return walk(variableValue(estate, stack, name4), rest2, text2);
    case "local":
      return walk(localValue(estate, stack, name4), rest2, text2);
    case "data":
      return fromData(estate, stack, traversal);
    case "module":
      return unknown2(`comes from module ${code(clip(name4))}, whose contents synth does not show`);
    case "path":
      return unknown2(`depends on ${code(clip(text2))}, a folder of the machine that Terraform runs on`);
    case "terraform":
      return unknown2(`depends on ${code(clip(text2))}, which is known when Terraform runs`);
    default:
      return resourceReference(estate, where, traversal);
  }
}
function inRound(round, [step2, ...rest2], text2) {
  if (step2?.is === "name" && step2.name === "key") return walk(round.key, rest2, text2);
  if (step2?.is === "name" && step2.name === "value") return walk(round.value, rest2, text2);
  return meaningless(text2);
}
function localValue(estate, stack, name4) {
  const written7 = stack.locals.get(name4);
  if (written7 === void 0) return unknown2(`refers to the local ${code(clip(name4))}, which the stack does not have`);
  return estate.trail.once(stack.locals, name4, () => evaluateJson(estate, written7, inStack(stack)));
}
function fromData(estate, stack, { steps: steps2, text: text2 }) {
  const [type, name4, ...rest2] = steps2;
  if (type?.is !== "name" || name4?.is !== "name") return meaningless(text2);
  if (type.name === "terraform_remote_state") return remoteState(estate, stack, name4.name, rest2, text2);
  const source3 = `data.${type.name}.${name4.name}`;
  return unknown2(`comes from the data source ${code(clip(source3))}, which Terraform reads when it plans`);
}
function meaningless(text2) {
  return unknown2(`refers to ${code(clip(text2))}, which means nothing here`);
}

// lib/read/cdktf/trail.ts
var deepest6 = 100;
function newTrail() {
  const done = /* @__PURE__ */ new Map();
  const frames = [];
  let depth = 0;
  const uses = (variable4) => void frames.at(-1)?.add(variable4);
  const watched = (make) => {
    const variables = /* @__PURE__ */ new Set();
    frames.push(variables);
    try {
      return { value: make(), variables };
    } finally {
      frames.pop();
    }
  };
  const followed = (make) => {
    depth += 1;
    try {
      const value2 = make();
      return isTooLarge([value2]) ? unknown2("is too large to be followed") : value2;
    } catch (error) {
      if (depth > 1 || !(error instanceof RangeError)) throw error;
      return unknown2("is nested too deeply to be followed");
    } finally {
      depth -= 1;
    }
  };
  const once2 = (owner, key3, make) => {
    const mine = done.get(owner) ?? /* @__PURE__ */ new Map();
    done.set(owner, mine);
    const had = mine.get(key3);
    if (had === "open") return unknown2("leads back to itself", "break the circle of references");
    if (had !== void 0) {
      had.variables.forEach(uses);
      return had.value;
    }
    if (depth >= deepest6) return unknown2(`leads through more than ${deepest6} references`);
    mine.set(key3, "open");
    try {
      const entry2 = watched(() => followed(make));
      mine.set(key3, entry2);
      entry2.variables.forEach(uses);
      return entry2.value;
    } catch (error) {
      mine.delete(key3);
      throw error;
    }
  };
  return { once: once2, uses, watched };
}

// lib/read/cdktf/open-estate.ts
var mostInstances = 1e5;
function openEstate(stacks2) {
  const declaring = /* @__PURE__ */ new Map();
  for (const stack of stacks2) {
    for (const [address2, block] of stack.resources) {
      const blocks = declaring.get(address2);
      if (blocks === void 0) declaring.set(address2, [block]);
      else blocks.push(block);
    }
  }
  const estate = {
    stacks: stacks2,
    declaring,
    trail: newTrail(),
    instances: /* @__PURE__ */ new Map(),
    byId: /* @__PURE__ */ new Map(),
    room: { left: mostInstances },
    evaluate: (text2, where) => written5(estate, evaluateText(text2, scopeAt(estate, where)))
  };
  return estate;
}

// lib/read/cdktf/provider.ts
function providerArguments(estate, block, wanted2) {
  const found = table();
  for (const name4 of wanted2) {
    const value2 = argumentOf(estate, block, name4);
    if (value2 !== void 0) found[name4] = value2;
  }
  return found;
}
function regionOf(estate, instance2) {
  for (const value2 of [attributeOf2(estate, instance2, "region"), argumentOf(estate, instance2.block, "region")]) {
    const region = value2 === void 0 ? null : plain2(value2);
    if (region !== null && region !== "") return typeof region === "string" ? region : void 0;
  }
  return void 0;
}
function argumentOf(estate, block, name4) {
  const provider2 = providerOf(block);
  const written7 = own(provider2, name4);
  if (provider2 === void 0 || written7 === void 0) return void 0;
  return estate.trail.once(provider2, name4, () => evaluateJson(estate, written7, inStack(block.stack)));
}
function providerOf({ stack, type, body }) {
  const named3 = textOf3(own(body, "provider"))?.replace(/^\$\{(.*)\}$/, "$1");
  return stack.providers.get(named3 ?? type.slice(0, Math.max(type.indexOf("_"), 0)));
}

// lib/read/cdktf/stack-trace.ts
var mostFrames = 200;
function madeAt(metadata) {
  for (const frame of items(own(metadata, "stackTrace")).slice(0, mostFrames)) {
    const place = typeof frame === "string" && frame.length < 2e3 ? placeIn(frame) : null;
    if (place !== null) return place;
  }
  return {};
}
function placeIn(frame) {
  const inside5 = frame.endsWith(")") ? frame.slice(frame.indexOf(" (") + 2, -1) : frame.replace(/^\s*(?:at )?(?:async )?/, "");
  const [, file2, line, column] = /^(.*):(\d{1,9}):(\d{1,9})$/.exec(inside5) ?? [];
  if (file2 === void 0 || /^(?:node:|internal\/|<anonymous>)|[\\/]node_modules[\\/]/.test(file2)) return null;
  return { file: file2.replace(/^file:\/\//, ""), line: Number(line), column: Number(column) };
}

// lib/read/cdktf/resources.ts
function resourcesOf(estate, stack, judgedByType2) {
  const resources = [];
  const notes = [];
  const variables = /* @__PURE__ */ new Set();
  for (const block of stack.resources.values()) {
    const judged2 = judgedByType2.get(block.type);
    const instances = instancesOf(estate, block);
    for (const instance2 of eachOf3(instances)) {
      resources.push(resourceOf(estate, instance2, judged2));
      if (judged2 !== void 0) defaultsOf(estate, instance2, judged2).forEach((variable4) => variables.add(variable4));
    }
    if (judged2 !== void 0 && instances.as === "stand-in") notes.push(standInNote(instances));
  }
  return { resources, notes, variables };
}
function resourceOf(estate, instance2, judged2) {
  const { block, id, address: address2 } = instance2;
  const { construct, ...location } = locationOf2(block);
  const region = regionOf(estate, instance2);
  return {
    id,
    source: "cdktf",
    type: block.type,
    subject: address2,
    names: construct === void 0 ? [] : [construct],
    attributes: judged2 === void 0 ? table() : attributesOf(estate, instance2),
    provider: judged2 === void 0 ? table() : providerArguments(estate, block, judged2.provider),
    identity: region === void 0 ? {} : { region },
    location: construct === void 0 ? location : { ...location, construct }
  };
}
function locationOf2({ stack, pointer, body }) {
  const metadata = own(own(body, "//"), "metadata");
  const construct = textOf3(own(metadata, "path"));
  return { document: stack.document, pointer, ...construct !== void 0 && { construct }, ...madeAt(metadata) };
}
function defaultsOf(estate, instance2, { attributes, provider: provider2 }) {
  return estate.trail.watched(() => {
    instancesOf(estate, instance2.block);
    for (const name4 of attributes) attributeOf2(estate, instance2, name4);
    providerArguments(estate, instance2.block, provider2);
  }).variables;
}
function standInNote({ only, argument, why: why2 }) {
  return {
    what: only.address,
    why: `how many instances it has is not known, since its \`${argument}\` ${why2}; it is judged as one`,
    level: "info",
    location: locationOf2(only.block)
  };
}

// lib/read/cdktf/stack.ts
function stackOf({ document, stack: id, body }) {
  const notes = [];
  const unread2 = (what, why2, pointer) => {
    notes.push({ what, why: why2, level: "unread", location: { document, pointer } });
  };
  const resources = /* @__PURE__ */ new Map();
  const made2 = {
    document,
    ids: idsOf(id, body),
    resources,
    data: twice(body, "data", unread2),
    modules: [...once(body, "module", unread2).values()],
    variables: once(body, "variable", unread2),
    outputs: once(body, "output", unread2),
    locals: new Map(labels(own(body, "locals"), "/locals").map(({ name: name4, value: value2 }) => [name4, value2])),
    providers: providersOf(body),
    backend: backendOf(body),
    notes
  };
  for (const [address2, labelled] of twice(body, "resource", unread2)) {
    const type = address2.slice(0, address2.length - labelled.name.length - 1);
    resources.set(address2, { ...labelled, stack: made2, type, dynamic: dynamicBlocks(own(labelled.body, "dynamic")) });
  }
  return made2;
}
function labels(value2, pointer) {
  const objects = Array.isArray(value2) ? items(value2).map((one2, at3) => ({ one: one2, at: pointerTo(pointer, at3) })) : [{ one: value2, at: pointer }];
  return objects.flatMap(
    ({ one: one2, at: at3 }) => entries(one2).flatMap(
      ([name4, inner]) => name4 === "//" ? [] : [{ name: name4, value: inner, pointer: pointerTo(at3, name4) }]
    )
  );
}
function once(body, type, unread2) {
  const found = /* @__PURE__ */ new Map();
  for (const label of labels(own(body, type), `/${type}`))
    add2(found, `${type}.${label.name}`, label.name, label, unread2);
  return found;
}
function twice(body, type, unread2) {
  const found = /* @__PURE__ */ new Map();
  for (const outer of labels(own(body, type), `/${type}`)) {
    for (const label of labels(outer.value, outer.pointer)) {
      const address2 = `${outer.name}.${label.name}`;
      add2(found, type === "data" ? `data.${address2}` : address2, address2, label, unread2);
    }
  }
  return found;
}
function add2(found, what, key3, label, unread2) {
  const { name: name4, pointer } = label;
  const [body, second] = listed2(label.value);
  if (!isObject(body)) return unread2(what, "its body is not an object, so it was not read", pointer);
  if (found.has(key3) || second !== void 0) {
    unread2(what, "the document declares it twice; the first was read", pointer);
  }
  if (!found.has(key3)) found.set(key3, { name: name4, body, pointer: body === label.value ? pointer : pointerTo(pointer, 0) });
}
function providersOf(body) {
  const found = /* @__PURE__ */ new Map();
  for (const { name: name4, value: value2 } of labels(own(body, "provider"), "")) {
    for (const one2 of listed2(value2)) {
      const alias = textOf3(own(one2, "alias"));
      const key3 = alias === void 0 ? name4 : `${name4}.${alias}`;
      if (isObject(one2) && !found.has(key3)) found.set(key3, one2);
    }
  }
  return found;
}
function backendOf(body) {
  const [terraform] = listed2(own(body, "terraform"));
  const [first] = labels(own(terraform, "backend"), "");
  return first === void 0 ? null : { type: first.name, body: first.value };
}
function idsOf(given, body) {
  const id = textOf3(own(own(own(body, "//"), "metadata"), "stackName"));
  const path = id === void 0 ? void 0 : pathOf(id, body);
  return [.../* @__PURE__ */ new Set([given, path, id])].filter((one2) => one2 !== null && one2 !== void 0);
}
function pathOf(id, body) {
  for (const outer of labels(own(body, "resource"), "")) {
    for (const { value: value2 } of labels(outer.value, "")) {
      const path = textOf3(own(own(own(value2, "//"), "metadata"), "path"))?.split("/") ?? [];
      const at3 = path.indexOf(id);
      if (at3 >= 0) return path.slice(0, at3 + 1).join("/");
    }
  }
  return void 0;
}

// lib/read/cdktf/stack-notes.ts
function stackNotes({ document, modules, notes }, isEmpty) {
  const empty = {
    what: document,
    why: "declares no resources, so nothing was judged. Check the stack that makes the databases and load balancers",
    level: "incomplete",
    location: { document }
  };
  const calls = modules.map(({ name: name4, body, pointer }) => {
    const construct = textOf3(own(own(own(body, "//"), "metadata"), "path"));
    return {
      what: `module.${name4}`,
      why: "synth does not show what is inside a module, so it is not judged here. Check the plan: terraform show -json PLAN | holdfast check",
      level: "unread",
      location: { document, pointer, ...construct !== void 0 && { construct } }
    };
  });
  return [...isEmpty ? [empty] : [], ...notes, ...calls];
}

// lib/read/cdktf/read.ts
function readStacks(stacks2, kinds2) {
  const parsed3 = stacks2.map(stackOf);
  const estate = openEstate(parsed3);
  const judged2 = judgedByType(kinds2);
  const read5 = parsed3.map((stack) => resourcesOf(estate, stack, judged2));
  const { facts, notes } = factsOf(
    read5.flatMap(({ resources }) => resources),
    kinds2
  );
  const isEmpty = parsed3.every(({ resources }) => resources.size === 0);
  const defaults2 = new Set(read5.flatMap(({ variables }) => [...variables]));
  const ofDocument = (all, document) => all.filter(({ location }) => location?.document === document);
  return parsed3.map((stack, at3) => {
    const { document } = stack;
    const used = [...stack.variables.values()].filter((variable4) => defaults2.has(variable4));
    return {
      document,
      source: "cdktf",
      facts: ofDocument(facts, document),
      notes: [
        ...stackNotes(stack, isEmpty),
        ...read5[at3]?.notes ?? [],
        ...ofDocument(notes, document),
        ...used.map((variable4) => defaultNote(stack, variable4))
      ]
    };
  });
}

// lib/read/cloudformation/construct-paths.ts
var pathKey = "aws:cdk:path";
function withConstructPaths(body, paths) {
  const resources = own(body, "Resources");
  if (!isObject(resources)) return body;
  const named3 = Object.entries(resources).map(([id, resource]) => {
    const path = paths[id];
    const metadata = own(resource, "Metadata");
    if (path === void 0 || !isObject(resource) || own(metadata, pathKey) !== void 0) return [id, resource];
    return [id, { ...resource, Metadata: { ...isObject(metadata) ? metadata : {}, [pathKey]: path } }];
  });
  return { ...body, Resources: table(named3) };
}

// lib/read/cloudformation/nested-name.ts
function documentNamed(place, stacks2) {
  const wanted2 = segments(place);
  const scored = stacks2.map((stack) => ({ stack, score: agreement(wanted2, segments(stack.document)) }));
  const best = scored.reduce((most2, { score }) => Math.max(most2, score), 0);
  const [found, rival] = scored.filter(({ score }) => score === best);
  return best > 0 && rival === void 0 ? found?.stack : void 0;
}
function segments(place) {
  const [path = ""] = place.slice(-maxLength).split(/[?#]/);
  return path.split(/[\\/]/).filter((segment) => segment !== "" && segment !== "." && segment !== "..").reverse();
}
var maxLength = 4096;
function agreement(one2, other) {
  const differs = one2.findIndex((segment, at3) => segment !== other[at3]);
  return differs === -1 ? one2.length : differs;
}

// lib/read/cloudformation/stack.ts
function stackOf2({ document, body, stackName, account: account2, region }) {
  const section = (name4) => {
    const written7 = own(body, name4);
    return isObject(written7) ? written7 : {};
  };
  return {
    document,
    body,
    parameters: section("Parameters"),
    mappings: section("Mappings"),
    conditions: section("Conditions"),
    resources: section("Resources"),
    outputs: section("Outputs"),
    ...stackName !== void 0 && stackName !== "" && { stackName },
    ...account2 !== void 0 && /^\d{12}$/.test(account2) && { account: account2 },
    ...region !== void 0 && /^[a-z]{2,5}(-[a-z]{2,20}){1,3}-\d{1,2}$/.test(region) && { region }
  };
}
function resourceAt(stack, logicalId) {
  const resource = own(stack.resources, logicalId);
  const type = own(resource, "Type");
  return isObject(resource) && typeof type === "string" ? { body: resource, type } : void 0;
}
function idOf(stack, logicalId) {
  return `${stack.document}#${logicalId}`;
}

// lib/read/cloudformation/estate.ts
var nestingTypes = [
  { type: "AWS::CloudFormation::Stack", property: "TemplateURL" },
  { type: "AWS::Serverless::Application", property: "Location" }
];
function estateOf(templates4) {
  const stacks2 = templates4.map(stackOf2);
  const parents = /* @__PURE__ */ new Map();
  const children = /* @__PURE__ */ new Map();
  const nest = (child, by) => {
    parents.set(child, [...parents.get(child) ?? [], by]);
    children.set(key2(by), child);
  };
  for (const [at3, { nestedIn }] of templates4.entries()) {
    const child = stacks2[at3];
    const parent = stacks2.find(({ document }) => document === nestedIn?.document);
    if (child === void 0 || nestedIn === void 0 || parent === void 0 || parent === child) continue;
    nest(child, { stack: parent, logicalId: nestedIn.logicalId });
  }
  for (const by of stacks2.flatMap(nestingsOf)) {
    if (children.has(key2(by))) continue;
    const place = placeOf3(by);
    const others3 = stacks2.filter((one2) => one2 !== by.stack);
    const child = place === void 0 ? void 0 : documentNamed(place, others3);
    if (child !== void 0) nest(child, by);
  }
  return { stacks: stacks2, parents, child: (stack, logicalId) => children.get(key2({ stack, logicalId })) };
}
function nestingsOf(stack) {
  return Object.keys(stack.resources).flatMap(
    (logicalId) => isNesting(resourceAt(stack, logicalId)?.type) ? [{ stack, logicalId }] : []
  );
}
function isNesting(type) {
  return nestingTypes.some((one2) => one2.type === type);
}
function placeOf3({ stack, logicalId }) {
  const resource = own(stack.resources, logicalId);
  const asset = own(own(resource, "Metadata"), "aws:asset:path");
  if (typeof asset === "string") return asset;
  const type = own(resource, "Type");
  const property = nestingTypes.find((one2) => one2.type === type)?.property ?? "";
  return lastText(own(own(resource, "Properties"), property));
}
function lastText(value2) {
  if (typeof value2 === "string") return value2;
  const sub = own(value2, "Fn::Sub");
  if (sub !== void 0) return typeof sub === "string" ? sub : lastText(firstOf(sub));
  const joined2 = own(value2, "Fn::Join");
  const parts = Array.isArray(joined2) ? joined2[1] : void 0;
  return Array.isArray(parts) ? lastText(parts.at(-1)) : void 0;
}
function firstOf(value2) {
  return Array.isArray(value2) ? value2[0] : void 0;
}
function key2({ stack, logicalId }) {
  return JSON.stringify([stack.document, logicalId]);
}

// lib/read/cloudformation/unknowns.ts
var settledByAudit = "write the value into the template, or check what is deployed: holdfast audit";
function unknownValue(why2, settles4 = settledByAudit) {
  return { is: "unknown", why: why2, settles: settles4 };
}
function named2(name4) {
  const line = name4.replace(/\s+/g, " ");
  return `\`${line.length > 80 ? `${line.slice(0, 80)}\u2026` : line}\``;
}

// lib/read/cloudformation/dynamic-reference.ts
var stores = /* @__PURE__ */ new Map([
  ["ssm", "Parameter Store"],
  ["ssm-secure", "Parameter Store"],
  ["secretsmanager", "Secrets Manager"]
]);
var opening2 = "{{resolve:";
var closing = "}}";
function dynamicReference(text2) {
  if (!text2.includes(opening2)) return void 0;
  const parts = withoutReferences([{ is: "value", value: text2 }]);
  const [only] = parts;
  return only !== void 0 && parts.length === 1 ? only : { is: "text", parts };
}
function withoutReferences(parts) {
  const kept = [];
  let isInside = false;
  for (const part of parts) {
    if (part.is !== "value" || typeof part.value !== "string") {
      if (!isInside) kept.push(part);
      continue;
    }
    let at3 = 0;
    while (at3 < part.value.length) {
      if (isInside) {
        const end = part.value.indexOf(closing, at3);
        isInside = end === -1;
        at3 = isInside ? part.value.length : end + closing.length;
        continue;
      }
      const start = part.value.indexOf(opening2, at3);
      const before = part.value.slice(at3, start === -1 ? void 0 : start);
      if (before !== "") kept.push({ is: "value", value: before });
      if (start === -1) break;
      isInside = true;
      at3 = start + opening2.length;
      kept.push(readFrom(part.value.slice(at3, at3 + 40)));
    }
  }
  return kept;
}
function readFrom(rest2) {
  const [service = ""] = rest2.split(":");
  return unknownValue(`is read from ${stores.get(service) ?? "another service"} when the stack is deployed`);
}

// lib/read/cloudformation/expansion.ts
function isExpanded(key3) {
  return key3 === "Fn::Transform" || key3.startsWith("Fn::ForEach::");
}

// lib/read/cloudformation/choices.ts
var maxCandidates = 16;
function choiceOf(of, why2, settles4) {
  const [first] = of;
  if (first === void 0 || of.length > maxCandidates) return unknownValue(why2, settles4);
  return of.every((one2) => isSame2(one2, first)) ? first : { is: "choice", of, why: why2, settles: settles4 };
}
function perCase(given, make, room = maxCandidates) {
  const choice3 = given.find((one2) => one2.is === "choice");
  if (choice3 === void 0) return make(given);
  const { of, why: why2, settles: settles4 } = choice3;
  if (of.length > room) return unknownValue("is one of very many values");
  const cases = of.map(
    (_, at3) => perCase(
      given.map((one2) => one2.is === "choice" && one2.why === why2 ? one2.of[at3] ?? one2 : one2),
      make,
      Math.floor(room / of.length)
    )
  );
  return choiceOf(cases, why2, settles4);
}
function isSame2(one2, other) {
  if (one2 === other) return true;
  if (one2.is === "reference" || other.is === "reference") {
    return one2.is === "reference" && other.is === "reference" && one2.to === other.to && one2.attribute === other.attribute;
  }
  const [a, b] = [plain2(one2), plain2(other)];
  return a !== void 0 && b !== void 0 && sameJson(a, b);
}

// lib/read/cloudformation/scope.ts
function inside3(value2, scope2) {
  return scope2.evaluate(value2, typeof value2 === "object" ? { ...scope2, depth: scope2.depth + 1 } : scope2);
}
function follow(name4, of, value2, scope2, stack) {
  if (isUnderWay(name4, of, scope2)) return unknownValue("refers to itself");
  return inside3(value2, { ...scope2, stack, way: [...scope2.way, { name: name4, of }] });
}
function isUnderWay(name4, of, scope2) {
  return scope2.way.some((one2) => one2.of === of && one2.name === name4);
}

// lib/read/cloudformation/find-in-map.ts
function findInMap(argument, scope2) {
  const [map2, first, second, options] = items(argument);
  const fallback = own(options, "DefaultValue");
  return perCase([inside3(map2, scope2), inside3(first, scope2), inside3(second, scope2)], ([mapping, ...keys]) => {
    const name4 = mapping === void 0 ? void 0 : plain2(mapping);
    if (typeof name4 !== "string") return unknownValue("is looked up in a mapping that is not known here");
    const texts = keys.map((key3) => keyText(key3));
    const found = [...new Set(lookUp([own(scope2.stack.mappings, name4)], texts))];
    scope2.work.left -= found.length;
    const isSure = texts.every((text2) => text2 !== void 0);
    if (found.length > maxCandidates) return unknownValue(`is one of many values of the mapping ${named2(name4)}`);
    const values = found.map((value2) => inside3(value2, scope2));
    if (fallback !== void 0 && (values.length === 0 || !isSure)) values.push(inside3(fallback, scope2));
    if (values.length === 0) return unknownValue(`is looked up in the mapping ${named2(name4)}, which has no such key`);
    return choiceOf(
      values,
      `is looked up in the mapping ${named2(name4)} of ${named2(scope2.stack.document)} by a key that is not known here`,
      "write values that outlive the query for every key, or check what is deployed: holdfast audit"
    );
  });
}
function lookUp(from, [key3, ...rest2]) {
  const next2 = from.flatMap((one2) => {
    if (!isObject(one2)) return [];
    if (key3 === void 0) return Object.values(one2);
    const value2 = own(one2, key3);
    return value2 === void 0 ? [] : [value2];
  });
  return rest2.length === 0 ? next2 : lookUp(next2, rest2);
}
function keyText(key3) {
  const text2 = plain2(key3);
  return typeof text2 === "string" || typeof text2 === "number" ? String(text2) : void 0;
}

// lib/read/cloudformation/condition.ts
function decide(condition, scope2) {
  const [entry2, more] = entries(condition);
  scope2.work.left -= 1;
  if (entry2 === void 0 || more !== void 0 || scope2.depth > maxDepth || scope2.work.left < 0) return void 0;
  const [name4, argument] = entry2;
  const deeper = { ...scope2, takesDefaults: false, depth: scope2.depth + 1 };
  const all = () => items(argument).map((one2) => decide(one2, deeper));
  switch (name4) {
    case "Condition":
      return typeof argument === "string" ? decideNamed(argument, deeper) : void 0;
    case "Fn::And":
      return firmly(all(), false);
    case "Fn::Or":
      return firmly(all(), true);
    case "Fn::Not": {
      const [holds] = all();
      return holds === void 0 ? void 0 : !holds;
    }
    case "Fn::Equals": {
      const [one2, other] = items(argument).map((side2) => textsOf(inside3(side2, deeper)));
      return one2 === void 0 || other === void 0 ? void 0 : equal(one2, other);
    }
    default:
      return void 0;
  }
}
var maxDepth = 150;
function decideNamed(name4, scope2) {
  const { stack } = scope2;
  if (isUnderWay(`condition ${name4}`, stack, scope2)) return void 0;
  const way = [...scope2.way, { name: `condition ${name4}`, of: stack }];
  return decide(own(stack.conditions, name4), { ...scope2, way });
}
function firmly(all, decisive2) {
  if (all.includes(decisive2)) return decisive2;
  return all.length === 0 || all.includes(void 0) ? void 0 : !decisive2;
}
function equal(one2, other) {
  const results = new Set(one2.flatMap((a) => other.map((b) => a === b)));
  const [only] = results;
  return results.size === 1 ? only : void 0;
}
function textsOf(value2) {
  switch (value2.is) {
    case "value":
      return [String(value2.value ?? "")];
    case "reference":
      return value2.value === void 0 ? void 0 : textsOf(value2.value);
    case "choice": {
      const texts = value2.of.map(textsOf);
      const all = texts.flatMap((one2) => one2 ?? []);
      return texts.includes(void 0) || all.length > maxCandidates ? void 0 : all;
    }
    default:
      return void 0;
  }
}

// lib/read/cloudformation/conditional.ts
function conditional2(argument, scope2) {
  const [condition, yes, no] = items(argument);
  const name4 = typeof condition === "string" ? condition : void 0;
  const holds = decide(name4 === void 0 ? condition : { Condition: name4 }, scope2);
  if (holds !== void 0) return inside3(holds ? yes : no, scope2);
  return choiceOf(
    [inside3(yes, scope2), inside3(no, scope2)],
    name4 === void 0 ? "depends on a condition" : `depends on the condition ${named2(name4)} of ${named2(scope2.stack.document)}`,
    "write values that outlive the query in both branches, or check what is deployed: holdfast audit"
  );
}

// lib/read/cloudformation/output.ts
function outputOf2(stack, output2, scope2) {
  const value2 = own(own(stack.outputs, output2), "Value");
  return value2 === void 0 ? void 0 : follow(`output ${output2}`, stack, value2, scope2, stack);
}

// lib/read/cloudformation/presence.ts
function presenceOf({ body }, scope2) {
  const condition = own(body, "Condition");
  if (typeof condition !== "string") return "there";
  const holds = decide({ Condition: condition }, scope2);
  if (holds === void 0) return "perhaps";
  return holds ? "there" : "absent";
}

// lib/read/cloudformation/parameter.ts
function parameterValue(name4, scope2) {
  const { stack } = scope2;
  const parameter2 = own(stack.parameters, name4);
  const type = own(parameter2, "Type");
  if (isTrue(own(parameter2, "NoEcho"))) {
    return unknownValue(`is the parameter ${named2(name4)} with \`NoEcho\`, so it is not read`);
  }
  if (typeof type === "string" && type.startsWith("AWS::SSM::Parameter::Value")) {
    return unknownValue(`is read from Parameter Store when the stack is deployed (parameter ${named2(name4)})`);
  }
  const passed = passedTo(name4, scope2);
  if (passed !== void 0) return perCase([passed], ([value2 = passed]) => typed(value2, type, name4));
  const fallback = own(parameter2, "Default");
  if (fallback !== void 0 && scope2.takesDefaults) {
    scope2.onDefault(stack, name4);
    return typed(literalText(fallback), type, name4);
  }
  const values = items(own(parameter2, "AllowedValues")).slice(0, maxCandidates + 1);
  const allowed = values.map((one2) => typed(literalText(one2), type, name4));
  const place = `the parameter ${named2(name4)} of ${named2(stack.document)}`;
  return allowed.length === 0 ? unknownValue(`is ${place}, which has no default`, "give the parameter a default, or write the value in its place") : choiceOf(
    allowed,
    `is ${place}, of which a deployment passes one of the allowed values`,
    "allow only values that outlive the query, or give the parameter a default"
  );
}
function passedTo(name4, scope2) {
  const passed = (scope2.estate.parents.get(scope2.stack) ?? []).map(({ stack, logicalId }) => {
    const properties2 = own(own(stack.resources, logicalId), "Properties");
    const argument = own(own(properties2, "Parameters"), name4);
    return argument === void 0 ? void 0 : follow(`parameter ${name4}`, scope2.stack, argument, scope2, stack);
  });
  const given = passed.filter((one2) => one2 !== void 0);
  if (given.length === 0) return void 0;
  if (given.length < passed.length) {
    return unknownValue(`is the parameter ${named2(name4)}, which not every stack around this one passes`);
  }
  return choiceOf(
    given,
    `is the parameter ${named2(name4)} of ${named2(scope2.stack.document)}, which is nested more than once`,
    "pass values that outlive the query wherever it is nested"
  );
}
function typed(value2, type, name4) {
  if (type === "Number") return numeric(value2, name4);
  const isList3 = typeof type === "string" && (type === "CommaDelimitedList" || type.startsWith("List<"));
  if (!isList3) return value2.is === "list" || value2.is === "object" ? unreadable2(name4) : value2;
  if (value2.is === "list") return value2.items.every(isScalar3) ? value2 : inPart(name4);
  if (value2.is !== "value") return isScalar3(value2) ? value2 : inPart(name4);
  const texts = String(value2.value ?? "").split(",");
  const list4 = texts.map((text2) => ({ is: "value", value: text2.trim() }));
  return { is: "list", items: type === "List<Number>" ? list4.map((item) => numeric(item, name4)) : list4 };
}
function numeric(value2, name4) {
  if (value2.is === "list" || value2.is === "object") return unreadable2(name4);
  if (value2.is !== "value") return value2;
  const text2 = String(value2.value).trim();
  return text2 !== "" && Number.isFinite(Number(text2)) ? { is: "value", value: Number(text2) } : unreadable2(name4);
}
function isScalar3(value2) {
  return value2.is === "value" || value2.is === "reference" || value2.is === "unknown";
}
function inPart(name4) {
  return unknownValue(`is the parameter ${named2(name4)}, a list of which only a part is known here`);
}
function unreadable2(name4) {
  return unknownValue(`is the parameter ${named2(name4)}, whose value does not fit its type`);
}
function literalText(value2) {
  if (typeof value2 === "object") return { is: "list", items: items(value2).map(literalText) };
  return (typeof value2 === "string" ? dynamicReference(value2) : void 0) ?? { is: "value", value: value2 };
}
function isTrue(value2) {
  return value2 === true || value2 === "true";
}

// lib/read/cloudformation/environment.ts
function environmentOf(stack, estate) {
  let { account: account2, region } = stack;
  const seen2 = /* @__PURE__ */ new Set([stack]);
  let around = parentOf(stack, estate);
  while (around !== void 0 && !seen2.has(around)) {
    seen2.add(around);
    account2 ??= around.account;
    region ??= around.region;
    around = parentOf(around, estate);
  }
  return { ...account2 !== void 0 && { account: account2 }, ...region !== void 0 && { region } };
}
function mayBeBeside(one2, other) {
  return isAlike(one2.account, other.account) && isAlike(one2.region, other.region);
}
function isAlike(one2, other) {
  return one2 === void 0 || other === void 0 || one2 === other;
}
function parentOf(stack, { parents }) {
  const [only, another] = new Set((parents.get(stack) ?? []).map((by) => by.stack));
  return another === void 0 ? only : void 0;
}

// lib/read/cloudformation/pseudo-parameter.ts
function pseudoParameter(name4, { stack, estate }) {
  const { account: account2, region } = environmentOf(stack, estate);
  const isCommercial = region !== void 0 && /^(af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\d+$/.test(region);
  const known3 = /* @__PURE__ */ new Map([
    ["AWS::AccountId", account2],
    ["AWS::Region", region],
    ["AWS::StackName", stack.stackName],
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html: `aws`, `aws-cn`, `aws-us-gov`, each with Regions of its own.
    ["AWS::Partition", isCommercial ? "aws" : void 0],
    ["AWS::URLSuffix", isCommercial ? "amazonaws.com" : void 0]
  ]);
  const value2 = known3.get(name4);
  return value2 === void 0 ? unknownValue(`depends on ${named2(name4)}, which is known when the stack is deployed`) : { is: "value", value: value2 };
}

// lib/read/cloudformation/reference.ts
var physicalNames = /* @__PURE__ */ new Map([
  ["AWS::RDS::DBInstance", "DBInstanceIdentifier"],
  ["AWS::RDS::DBCluster", "DBClusterIdentifier"],
  ["AWS::RDS::DBParameterGroup", "DBParameterGroupName"],
  ["AWS::RDS::DBClusterParameterGroup", "DBClusterParameterGroupName"],
  ["AWS::RDS::DBProxy", "DBProxyName"],
  ["AWS::RDS::DBProxyEndpoint", "DBProxyEndpointName"],
  ["AWS::ElasticLoadBalancing::LoadBalancer", "LoadBalancerName"]
]);
function reference3(argument, scope2) {
  const name4 = plain2(inside3(argument, scope2));
  return typeof name4 === "string" ? referenceTo(name4, scope2) : unknownValue("refers to a name that is not known here");
}
function referenceTo(name4, scope2) {
  const { stack } = scope2;
  if (name4 === "AWS::NoValue") return unset;
  if (name4.startsWith("AWS::")) return pseudoParameter(name4, scope2);
  if (own(stack.parameters, name4) !== void 0) return parameterValue(name4, scope2);
  const resource = resourceAt(stack, name4);
  if (resource === void 0 || presenceOf(resource, scope2) === "absent") return missing2(name4);
  const to = { is: "reference", to: idOf(stack, name4), attribute: null, text: `!Ref ${name4}` };
  const property = physicalNames.get(resource.type);
  if (property === void 0) return to;
  const value2 = follow(`name of ${name4}`, stack, own(own(resource.body, "Properties"), property), scope2, stack);
  return value2.is === "value" && value2.value !== null ? { ...to, value: value2 } : to;
}
function missing2(name4) {
  return unknownValue(`refers to ${named2(name4)}, which the template does not have here`);
}

// lib/read/cloudformation/get-att.ts
function getAtt(argument, scope2) {
  if (typeof argument === "string") return attributeOf3(argument, scope2);
  const parts = (Array.isArray(argument) ? argument : []).map((one2) => plain2(inside3(one2, scope2)));
  return parts.length > 1 && parts.every((part) => typeof part === "string") ? attributeOf3(parts.join("."), scope2) : unknownValue("is an attribute of a resource that is not known here");
}
function attributeOf3(written7, scope2) {
  const { stack, estate } = scope2;
  const dot = written7.indexOf(".");
  const [name4, attribute2] = [written7.slice(0, dot), written7.slice(dot + 1)];
  if (dot === -1) return unknownValue(`is an attribute of ${named2(written7)} that is not named`);
  const resource = resourceAt(stack, name4);
  if (resource === void 0 || presenceOf(resource, scope2) === "absent") return missing2(name4);
  const output2 = attribute2.startsWith("Outputs.") ? attribute2.slice("Outputs.".length) : void 0;
  if (output2 === void 0 || !isNesting(resource.type)) {
    return { is: "reference", to: idOf(stack, name4), attribute: attribute2, text: `!GetAtt ${written7}` };
  }
  const child = estate.child(stack, name4);
  if (child === void 0) {
    return unknownValue(
      `is an output of the nested stack ${named2(name4)}, whose template is not in view`,
      "check the template of the nested stack together with this one"
    );
  }
  return outputOf2(child, output2, scope2) ?? unknownValue(`is the output ${named2(output2)} of the nested stack ${named2(name4)}, which has no such output`);
}

// lib/read/cloudformation/get-stack-output.ts
function getStackOutput(argument, scope2) {
  const parts = ["StackName", "OutputName", "Region"].map((name4) => inside3(own(argument, name4), scope2));
  return perCase(parts, (chosen) => {
    const [stackName, output2, given] = chosen.map(plain2);
    if (typeof stackName !== "string" || typeof output2 !== "string") {
      return unknownValue("is an output of a stack that is not known here");
    }
    const { estate } = scope2;
    const region = typeof given === "string" ? given : environmentOf(scope2.stack, estate).region;
    const where = region === void 0 ? {} : { region };
    const found = estate.stacks.filter(
      (stack) => stack.stackName === stackName && mayBeBeside(where, environmentOf(stack, estate))
    );
    const why2 = `is the output ${named2(output2)} of the stack ${named2(stackName)}`;
    if (found.length > maxCandidates) return unknownValue(`${why2}, which many templates in view may be`);
    const values = found.map(
      (stack) => outputOf2(stack, output2, scope2) ?? unknownValue(`${why2}, which has no such output`)
    );
    return values.length === 0 ? unknownValue(`${why2}, whose template is not in view`, "check the template of that stack together with this one") : choiceOf(
      values,
      `${why2}, which several templates in view may be`,
      "leave out the templates that are not deployed beside this one"
    );
  });
}

// lib/read/cloudformation/name-pattern.ts
function patternOf(name4) {
  const text2 = plain2(name4);
  if (typeof text2 === "string") return { start: text2, end: text2, isWhole: true };
  if (name4.is !== "text") return void 0;
  const [start, end] = [textAt2(name4.parts, 0), textAt2(name4.parts, -1)];
  return start + end === "" ? void 0 : { start, end, isWhole: false };
}
function textAt2(parts, at3) {
  const part = parts.at(at3);
  return part?.is === "value" ? String(part.value) : "";
}
function mayBe2(one2, other) {
  if (one2.isWhole && other.isWhole) return false;
  const starts = one2.start.startsWith(other.start) || other.start.startsWith(one2.start);
  const ends2 = one2.end.endsWith(other.end) || other.end.endsWith(one2.end);
  const common = Math.min(one2.start.length, other.start.length) + Math.min(one2.end.length, other.end.length);
  const isLongEnough = [one2, other].every(({ isWhole, start }) => !isWhole || common <= start.length);
  return starts && ends2 && common > 0 && isLongEnough;
}

// lib/read/cloudformation/exports.ts
var noExports = { named: /* @__PURE__ */ new Map(), partly: [] };
function exportsOf(scope2) {
  const named3 = /* @__PURE__ */ new Map();
  const partly = [];
  for (const stack of scope2.estate.stacks) {
    for (const [output2, body] of entries(stack.outputs)) {
      const written7 = own(own(body, "Export"), "Name");
      const name4 = written7 === void 0 ? void 0 : patternOf(inside3(written7, { ...scope2, stack, exports: noExports }));
      if (name4?.isWhole === true) named3.set(name4.start, [...named3.get(name4.start) ?? [], { stack, name: name4, output: output2 }]);
      else if (name4 !== void 0) partly.push({ stack, name: name4, output: output2 });
    }
  }
  return { named: named3, partly };
}
function exportsNamed(wanted2, { exports: { named: named3, partly }, work, stack, estate }) {
  const here = environmentOf(stack, estate);
  const isInReach = (one2) => mayBeBeside(here, environmentOf(one2.stack, estate));
  const exact = wanted2.isWhole ? (named3.get(wanted2.start) ?? []).filter(isInReach) : [];
  if (exact.length > 0) return { found: exact, isSure: true };
  const possible2 = wanted2.isWhole ? partly : [...partly, ...[...named3.values()].flat()];
  work.left -= possible2.length / comparisonsPerStep;
  return { found: possible2.filter((one2) => mayBe2(wanted2, one2.name) && isInReach(one2)), isSure: false };
}
var comparisonsPerStep = 8;

// lib/read/cloudformation/import-value.ts
function importValue(argument, scope2) {
  return perCase([inside3(argument, scope2)], ([name4]) => {
    const wanted2 = name4 === void 0 ? void 0 : patternOf(name4);
    if (wanted2 === void 0) return unknownValue("is imported under a name that is not known here");
    const shown5 = named2(wanted2.isWhole ? wanted2.start : `${wanted2.start}\u2026${wanted2.end}`);
    const { found, isSure } = exportsNamed(wanted2, scope2);
    if (found.length === 0) {
      return unknownValue(
        `is imported as ${shown5}, and no template in view exports that`,
        "check the template that exports it together with this one"
      );
    }
    const why2 = `is imported as ${shown5}, which several templates in view may export`;
    const settles4 = "write the name of the export out, or leave out the templates that are not deployed beside this one";
    if (found.length > maxCandidates) return unknownValue(why2, settles4);
    const [only] = found;
    if (!isSure && found.length === 1 && only !== void 0) scope2.onGuess(shown5, only.stack);
    return choiceOf(
      found.map(
        ({ stack, output: output2 }) => outputOf2(stack, output2, scope2) ?? unknownValue(`is imported as ${shown5}, which has no value`)
      ),
      why2,
      settles4
    );
  });
}

// lib/read/cloudformation/lists.ts
function select2(argument, scope2) {
  const [index, list4] = items(argument);
  return perCase([inside3(index, scope2), inside3(list4, scope2)], ([which, from]) => {
    const at3 = which === void 0 ? void 0 : plain2(which);
    if (from?.is === "unknown") return from;
    if (from?.is !== "list" || at3 === void 0) return unknownValue("is an element of a list that is not known here");
    return from.items[Number(at3)] ?? unknownValue("is an element that its list does not have");
  });
}
function split3(argument, scope2) {
  const [delimiter, source3] = items(argument);
  return perCase([inside3(source3, scope2)], ([from]) => {
    const text2 = from === void 0 ? void 0 : plain2(from);
    if (from?.is === "unknown") return from;
    if (typeof delimiter !== "string" || delimiter === "" || typeof text2 !== "string") {
      return unknownValue("is cut out of a text that is not known here");
    }
    const pieces = text2.split(delimiter);
    scope2.work.left -= pieces.length;
    return { is: "list", items: pieces.map((piece) => ({ is: "value", value: piece })) };
  });
}
function length2(argument, scope2) {
  return perCase(
    [inside3(argument, scope2)],
    ([list4]) => list4?.is === "list" ? { is: "value", value: list4.items.length } : unknownValue("is the length of a list that is not known here")
  );
}
function toJsonString(argument, scope2) {
  return perCase([inside3(argument, scope2)], ([value2]) => {
    const known3 = value2 === void 0 ? void 0 : plain2(value2);
    return known3 === void 0 ? unknownValue("is a text of values that are not known here") : { is: "value", value: JSON.stringify(known3) };
  });
}

// lib/read/cloudformation/texts.ts
function join2(argument, scope2) {
  const [delimiter, list4] = items(argument);
  if (typeof delimiter !== "string") return unknownValue("is joined by a text that is not known here");
  return perCase([inside3(list4, scope2)], ([joined2]) => {
    if (joined2?.is !== "list")
      return joined2?.is === "unknown" ? joined2 : unknownValue("is joined from an unknown list");
    const between = { is: "value", value: delimiter };
    return textFrom(
      joined2.items.flatMap((item, at3) => at3 === 0 ? [item] : [between, item]),
      scope2
    );
  });
}
function substitute(argument, scope2) {
  const [template, map2] = typeof argument === "string" ? [argument] : items(argument);
  if (typeof template !== "string") return unknownValue("is put together from a text that is not known here");
  const given = new Map(entries(map2).map(([name4, value2]) => [name4, inside3(value2, scope2)]));
  const parts = piecesOf2(template).map((piece) => {
    if (piece.is === "text") return { is: "value", value: piece.text };
    const own2 = given.get(piece.name);
    if (own2 !== void 0) return own2;
    const deeper = { ...scope2, depth: scope2.depth + 1 };
    return piece.name.includes(".") ? attributeOf3(piece.name, deeper) : referenceTo(piece.name, deeper);
  });
  return textFrom(parts, scope2);
}
function piecesOf2(template) {
  const pieces = [];
  let at3 = 0;
  for (; ; ) {
    const start = template.indexOf("${", at3);
    const end = start === -1 ? -1 : template.indexOf("}", start);
    if (end === -1) break;
    const name4 = template.slice(start + 2, end).trim();
    pieces.push({ is: "text", text: template.slice(at3, start) });
    pieces.push(name4.startsWith("!") ? { is: "text", text: `\${${name4.slice(1)}}` } : { is: "name", name: name4 });
    at3 = end + 1;
  }
  return [...pieces, { is: "text", text: template.slice(at3) }];
}
function textFrom(parts, scope2) {
  return perCase(parts, (chosen) => {
    const written7 = chosen.filter((part) => textOf9(part) !== "").flatMap((one2) => one2.is === "text" ? one2.parts : [one2]);
    const [only] = written7;
    if (written7.length === 1 && only?.is === "reference") return only;
    const merged = [];
    let pending = [];
    const flush = () => {
      if (pending.length > 0) merged.push({ is: "value", value: pending.join("") });
      pending = [];
    };
    for (const part of written7) {
      const text2 = textOf9(part);
      scope2.work.left -= 1 + (text2?.length ?? 0) / charactersPerStep;
      if (scope2.work.left < 0) return unknownValue("was not read: the template takes too long to evaluate");
      if (text2 !== void 0) pending.push(text2);
      else if (part.is === "list" || part.is === "object") return unknownValue("is a text with a list in it");
      else {
        flush();
        merged.push(part);
      }
    }
    flush();
    const shown5 = withoutReferences(merged);
    return shown5.length > 1 ? { is: "text", parts: shown5 } : shown5[0] ?? { is: "value", value: "" };
  });
}
var charactersPerStep = 32;
function textOf9(part) {
  if (part.is === "value") return part.value === null ? "" : String(part.value);
  return part.is === "reference" && part.value?.is === "value" ? textOf9(part.value) : void 0;
}

// lib/read/cloudformation/intrinsics.ts
var atDeployment = (what) => {
  const value2 = unknownValue(`${what}, which is known when the stack is deployed`);
  return () => value2;
};
var intrinsics = /* @__PURE__ */ new Map([
  ["Ref", reference3],
  ["Fn::GetAtt", getAtt],
  ["Fn::ImportValue", importValue],
  ["Fn::GetStackOutput", getStackOutput],
  ["Fn::If", conditional2],
  ["Fn::FindInMap", findInMap],
  ["Fn::Sub", substitute],
  ["Fn::Join", join2],
  ["Fn::Split", split3],
  ["Fn::Select", select2],
  ["Fn::Length", length2],
  ["Fn::ToJsonString", toJsonString],
  ["Fn::Base64", () => unknownValue("is encoded with `Fn::Base64`, and is not read")],
  ["Fn::Cidr", atDeployment("is a range of `Fn::Cidr`")],
  ["Fn::GetAZs", atDeployment("is a zone of `Fn::GetAZs`")]
]);

// lib/read/cloudformation/evaluate.ts
var maxDepth2 = 150;
function evaluate2(value2, scope2) {
  scope2.work.left -= 1;
  if (scope2.work.left < 0) return unknownValue("was not read: the template takes too long to evaluate");
  if (scope2.depth > maxDepth2) return unknownValue("refers to itself, or is nested too deeply to be read");
  if (value2 === void 0 || value2 === null) return unset;
  if (typeof value2 === "string") return dynamicReference(value2) ?? { is: "value", value: value2 };
  if (typeof value2 !== "object") return { is: "value", value: value2 };
  if (!isObject(value2)) {
    const items3 = value2.map((item) => inside3(item, scope2));
    return { is: "list", items: items3.filter(isSet) };
  }
  const keys = Object.keys(value2);
  const [name4 = ""] = keys;
  if (keys.length === 1) {
    const intrinsic = intrinsics.get(name4);
    if (intrinsic !== void 0) return intrinsic(value2[name4] ?? null, scope2);
  }
  const expanded = keys.find(isExpanded);
  if (expanded !== void 0) {
    return unknownValue(`is expanded by CloudFormation (${named2(expanded)}), so it is not judged here`);
  }
  if (keys.length === 1 && name4.startsWith("Fn::")) {
    return unknownValue(`comes from ${named2(name4)}, which is not evaluated here`);
  }
  const entries2 = keys.map((key3) => [key3, inside3(value2[key3], scope2)]);
  return { is: "object", entries: table(entries2.filter(([, entry2]) => isSet(entry2))) };
}
function isSet(value2) {
  return value2.is !== "value" || value2.value !== null;
}

// lib/read/cloudformation/judged-properties.ts
function judgedProperties(kinds2) {
  const judged2 = /* @__PURE__ */ new Map();
  for (const { cloudformation, settings, links } of kinds2) {
    if (cloudformation === void 0) continue;
    const paths = [...Object.values(settings), ...Object.values(links)].flatMap((spec) => spec.cloudformation ?? []);
    const tops = [...paths, ...cloudformation.names].map(outermost);
    for (const type of cloudformation.types) judged2.set(type, /* @__PURE__ */ new Set([...judged2.get(type) ?? [], ...tops]));
  }
  return judged2;
}

// lib/read/cloudformation/resources.ts
function resourcesOf2(stack, judged2, scope2) {
  const resources = [];
  const notes = [];
  for (const logicalId of Object.keys(stack.resources)) {
    const location = { document: stack.document, pointer: pointerTo("", "Resources", logicalId) };
    const note2 = (why2, level2) => void notes.push({ what: logicalId, why: why2, level: level2, location });
    const resource = resourceAt(stack, logicalId);
    if (isExpanded(logicalId)) {
      note2("it is expanded by CloudFormation, so the resources that it makes are not judged here", "unread");
    } else if (resource === void 0) {
      note2("it has no `Type`, so nothing says what it is", "unread");
    } else {
      if (resource.type.endsWith("::MODULE")) {
        note2("it is a module, which CloudFormation expands, so the resources in it are not judged here", "unread");
      }
      const presence = presenceOf(resource, scope2);
      if (presence === "absent") continue;
      const wanted2 = judged2.get(resource.type);
      if (presence === "perhaps" && wanted2 !== void 0) {
        note2("it is made only where its `Condition` holds, and was judged as if it is there", "info");
      }
      if (wanted2 !== void 0 && expandedIn(resource) !== void 0) {
        note2("some of its properties are expanded by CloudFormation, so they are not judged here", "unread");
      }
      resources.push(resourceFrom(stack, logicalId, resource, wanted2, scope2));
    }
  }
  return { resources, notes };
}
function resourceFrom(stack, logicalId, resource, wanted2, scope2) {
  const path = own(own(resource.body, "Metadata"), "aws:cdk:path");
  const construct = typeof path === "string" ? path.replace(/\/Resource$/, "") : void 0;
  const { document, stackName } = stack;
  const location = {
    document,
    pointer: pointerTo("", "Resources", logicalId, "Properties"),
    ...construct !== void 0 && { construct }
  };
  const names2 = [
    logicalId,
    ...construct === void 0 ? [] : [construct],
    ...typeof path === "string" && path !== construct ? [path] : [],
    ...stackName === void 0 ? [] : [`${stackName}/${logicalId}`]
  ];
  return {
    id: idOf(stack, logicalId),
    source: "template",
    type: resource.type,
    subject: logicalId,
    names: [...new Set(names2)],
    attributes: table(attributesOf2(resource, wanted2, scope2)),
    provider: table(),
    identity: environmentOf(stack, scope2.estate),
    location
  };
}
function attributesOf2(resource, wanted2, scope2) {
  const expanded = expandedIn(resource);
  const written7 = entries(own(resource.body, "Properties")).filter(
    ([name4]) => !isExpanded(name4) && (wanted2 !== void 0 || name4 === "Tags")
  );
  const unwritten = expanded === void 0 ? [] : [...wanted2 ?? []].filter((name4) => !written7.some(([one2]) => one2 === name4));
  return [
    ...written7.flatMap(([name4, value2]) => {
      const isJudged2 = wanted2?.has(name4) === true;
      const evaluated2 = inside3(value2, isJudged2 ? scope2 : { ...scope2, onDefault: ignore, onGuess: ignore });
      return evaluated2.is === "value" && evaluated2.value === null ? [] : [[name4, evaluated2]];
    }),
    ...unwritten.map(
      (name4) => [name4, unknownValue(`may be written by ${named2(expanded ?? "")} when the stack is deployed`)]
    )
  ];
}
function expandedIn({ body }) {
  return [...Object.keys(body), ...entries(own(body, "Properties")).map(([name4]) => name4)].find(isExpanded);
}
function ignore() {
}

// lib/read/cloudformation/template-notes.ts
var harmless = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen|ServiceCatalog)(-|$)/;
function templateNotes(stack, estate) {
  const { document } = stack;
  const transform = own(stack.body, "Transform");
  const macros = [transform, ...items(transform)].flatMap((one2) => {
    const name4 = typeof one2 === "string" ? one2 : own(one2, "Name");
    return typeof name4 === "string" && !harmless.test(name4) ? [name4] : [];
  });
  return [
    ...macros.map((name4) => ({
      what: document,
      why: `the macro ${named2(name4)} changes it when it is deployed, so what is judged is what is written`,
      level: "unread",
      location: { document, pointer: "/Transform" }
    })),
    ...nestingsOf(stack).flatMap(
      ({ logicalId }) => estate.child(stack, logicalId) !== void 0 ? [] : [
        {
          what: logicalId,
          why: "the template of this nested stack is not in view, so what it holds is not judged; check it together with this one",
          level: "unread",
          location: { document, pointer: pointerTo("", "Resources", logicalId) }
        }
      ]
    )
  ];
}
function roleNotes(document, facts, kinds2) {
  const databases2 = new Set(kinds2.filter(({ session }) => session !== void 0).map(({ name: name4 }) => name4));
  if (!facts.some(({ kind }) => databases2.has(kind))) return [];
  return [
    {
      what: document,
      why: "CloudFormation makes no database roles, so what they set is not in the template; declare it under `declared.roles`, or check it with holdfast audit",
      level: "info",
      location: { document }
    }
  ];
}
function emptyNote(stack, isAlone) {
  return {
    what: stack.document,
    why: "the template has no resources, so there is nothing to judge in it",
    level: isAlone ? "incomplete" : "info",
    location: { document: stack.document }
  };
}

// lib/read/cloudformation/evaluate-templates.ts
function evaluateTemplates(templates4, kinds2) {
  const estate = estateOf(templates4);
  const judged2 = judgedProperties(kinds2);
  const ground = { estate, takesDefaults: true, onDefault: ignore2, onGuess: ignore2, depth: 0, way: [], evaluate: evaluate2 };
  const exports2 = exportsOf({ ...ground, work: { left: workPerTemplate } });
  const isEmpty = estate.stacks.every(hasNothing);
  return estate.stacks.map((stack) => {
    const { scope: scope2, remarks } = scopeOf(stack, { ...ground, exports: exports2 });
    const { resources, notes } = resourcesOf2(stack, judged2, scope2);
    const all = [...notes, ...remarks(), ...templateNotes(stack, estate)];
    return {
      document: stack.document,
      resources,
      notes: hasNothing(stack) ? [...all, emptyNote(stack, isEmpty)] : all
    };
  });
}
var workPerTemplate = 2e5;
function scopeOf(stack, ground) {
  const notes = /* @__PURE__ */ new Map();
  const work = { left: workPerTemplate };
  const scope2 = {
    ...ground,
    stack,
    work,
    onDefault: ({ document }, parameter2) => {
      notes.set(JSON.stringify([document, parameter2]), {
        what: `parameter ${named2(parameter2)}`,
        why: "it was judged at its default; what a deployment passes instead is not judged here",
        level: "info",
        location: { document, pointer: pointerTo("", "Parameters", parameter2) }
      });
    },
    onGuess: (exported, from) => {
      notes.set(exported, {
        what: `import ${exported}`,
        why: `it was taken for an export of ${named2(from.document)}, the only template in view that may export it`,
        level: "info",
        location: { document: stack.document }
      });
    }
  };
  return { scope: scope2, remarks: () => [...notes.values(), ...work.left < 0 ? [tooMuch2(stack)] : []] };
}
function tooMuch2({ document }) {
  const why2 = "the template takes too long to evaluate, so part of it was not read";
  return { what: document, why: why2, level: "incomplete", location: { document } };
}
function hasNothing({ resources }) {
  return Object.keys(resources).length === 0;
}
function ignore2() {
}

// lib/read/cloudformation/read.ts
function readTemplates(templates4, kinds2) {
  const evaluated2 = evaluateTemplates(templates4, kinds2);
  const all = factsOf(
    evaluated2.flatMap(({ resources }) => resources),
    kinds2
  );
  const facts = byDocument(all.facts);
  const notes = byDocument(all.notes);
  return evaluated2.map(({ document, notes: found }) => {
    const mine = taken(facts, document);
    const own2 = [...found, ...taken(notes, document), ...roleNotes(document, mine, kinds2)];
    return { document, source: "template", facts: mine, notes: own2 };
  });
}
function byDocument(all) {
  const found = /* @__PURE__ */ new Map();
  for (const one2 of all) {
    const document = one2.location?.document ?? "";
    const list4 = found.get(document);
    if (list4 === void 0) found.set(document, [one2]);
    else list4.push(one2);
  }
  return found;
}
function taken(from, document) {
  const found = from.get(document) ?? [];
  from.delete(document);
  return found;
}

// lib/read/collection/catalog-form.ts
function formOf2(catalog) {
  const host = own(catalog, "host");
  const port2 = own(catalog, "port");
  const database = own(catalog, "database");
  const serverVersion = own(catalog, "serverVersion");
  const inRecovery = own(catalog, "inRecovery");
  const settings = each(own(catalog, "settings"), settingOf3);
  const loginRoles = each(own(catalog, "loginRoles"), nameOf6);
  const databases2 = each(own(catalog, "databases"), nameOf6);
  const roleSettings = each(own(catalog, "roleSettings"), rowOf4);
  if (typeof host !== "string" || typeof database !== "string" || typeof inRecovery !== "boolean") return null;
  if (typeof port2 !== "number" || typeof serverVersion !== "number" || !Number.isInteger(serverVersion)) return null;
  if (settings === null || loginRoles === null || databases2 === null || roleSettings === null) return null;
  const name4 = textOf3(own(catalog, "name")) ?? null;
  return { name: name4, host, port: port2, database, serverVersion, inRecovery, settings, loginRoles, databases: databases2, roleSettings };
}
function each(list4, read5) {
  if (!Array.isArray(list4)) return null;
  const all = items(list4).map(read5);
  return all.includes(null) ? null : all;
}
function nameOf6(item) {
  return typeof item === "string" ? item : null;
}
function settingOf3(item) {
  const [name4, unit, source3] = [own(item, "name"), own(item, "unit"), own(item, "source")];
  const [setting, resetVal, pendingRestart] = [
    own(item, "setting"),
    own(item, "resetVal"),
    own(item, "pendingRestart")
  ];
  if (typeof name4 !== "string" || typeof source3 !== "string") return null;
  if (typeof setting !== "string" || typeof resetVal !== "string") return null;
  if (unit !== null && typeof unit !== "string" || typeof pendingRestart !== "boolean") return null;
  return { name: name4, unit, setting, resetVal, source: source3, pendingRestart };
}
function rowOf4(item, at3) {
  const [role, database, settings] = [own(item, "role"), own(item, "database"), own(item, "settings")];
  if (role !== null && typeof role !== "string" || database !== null && typeof database !== "string") return null;
  const written7 = entries(settings);
  if (settings === void 0 || written7.some(([, value2]) => typeof value2 !== "string")) return null;
  return {
    role,
    database,
    settings: table(written7),
    pointer: pointerTo("", "roleSettings", at3)
  };
}

// lib/read/collection/catalogs.ts
function readCatalogs(document, catalogs, failed) {
  const facts = [];
  const notes = [];
  catalogs.forEach((catalog, at3) => {
    const location = { document, pointer: `/catalogs/${String(at3)}` };
    const form = formOf2(catalog);
    if (form === null)
      notes.push({
        what: `catalog ${String(at3 + 1)} of ${document}`,
        why: "is not in the form of a catalog, so nothing of it was read: collect it again",
        level: "incomplete",
        location
      });
    else facts.push(...factsOf2(form, location));
  });
  failed.forEach((one2, at3) => {
    const location = { document, pointer: `/failedCatalogs/${String(at3)}` };
    const name4 = shortened(textOf3(own(one2, "name")) ?? String(at3 + 1), 200);
    const why2 = shortened(textOf3(own(one2, "why")) ?? "no reason was given", 500);
    notes.push({
      what: `catalog of ${name4}`,
      why: `could not be read, so what its roles set and what the server runs is not known: ${why2}`,
      level: "incomplete",
      location
    });
    facts.push(failedServer(name4, why2, location));
  });
  return { document, source: "catalog", facts, notes };
}
function factsOf2(form, location) {
  const server = serverFact(form, location);
  return [server, ...rolesOf2(form).map((row2) => roleFact(row2, server))];
}
function serverFact(form, location) {
  const subject = `catalog of ${form.name ?? `${form.host}:${String(form.port)}`}`;
  const own2 = ownSettings(subject, location);
  return {
    ...serverOf(subject, location),
    settings: table([
      own2("name", form.name),
      own2("host", form.host),
      own2("port", form.port),
      own2("dbname", form.database),
      own2("databases", form.databases),
      own2("version", versionText2(form.serverVersion)),
      own2("in_recovery", form.inRecovery),
      own2("parameters", form.settings)
    ])
  };
}
function failedServer(name4, why2, location) {
  const subject = `catalog of ${name4}`;
  const own2 = ownSettings(subject, location);
  const [, host, port2] = /^\[?([^\]]+)\]?:(\d{1,5})(?:\/|$)/.exec(name4) ?? [];
  return {
    ...serverOf(subject, location),
    settings: table([
      own2("name", name4),
      ...host === void 0 ? [] : [own2("host", host), own2("port", Number(port2))],
      ["parameters", unknown(`the catalog of ${name4} could not be read: ${why2}`, "mend that, and collect again")]
    ])
  };
}
function ownSettings(subject, location) {
  return (attribute2, value2) => [attribute2, known(value2, { level: "own", subject, attribute: attribute2, text: null, location })];
}
function serverOf(subject, location) {
  return {
    id: `${location.document}#${location.pointer ?? ""}`,
    kind: catalog_server_default.name,
    type: "pg_settings",
    source: "catalog",
    subject,
    names: [],
    identity: {},
    tags: table(),
    links: table([
      ["database", [{ state: "absent", attribute: "host" }]],
      ["answered", [{ state: "absent", attribute: "host" }]]
    ]),
    location
  };
}
function versionText2(number6) {
  const [major, rest2] = [Math.floor(number6 / 1e4), number6 % 1e4];
  return major >= 10 ? `${String(major)}.${String(rest2)}` : `${String(major)}.${String(Math.floor(rest2 / 100))}.${String(rest2 % 100)}`;
}
var ownedByAws = ["rdsadmin", "rdstopmgr", "rdsproxyadmin"];
function rolesOf2({ loginRoles, roleSettings }) {
  const logins = new Set(loginRoles.filter((name4) => !ownedByAws.includes(name4)));
  const rows = roleSettings.filter(({ role }) => role === null || logins.has(role));
  const withRow = new Set(rows.flatMap(({ role, database }) => role !== null && database === null ? [role] : []));
  const silent = [...logins].filter((name4) => !withRow.has(name4));
  return [...rows, ...silent.map((role) => ({ role, database: null, settings: table(), pointer: null }))];
}
function roleFact(row2, server) {
  const { role, database, settings } = row2;
  const subject = role ?? database ?? "all roles";
  const place = server.location?.pointer ?? "";
  const location = {
    document: server.location?.document ?? "",
    pointer: row2.pointer === null ? place : `${place}${row2.pointer}`
  };
  const step2 = (attribute2, text2) => known(text2, { level: "own", subject, attribute: attribute2, text: text2, location });
  const carried3 = catalog_role_default.role?.parameters.flatMap((name4) => {
    const value2 = settings[name4];
    if (value2 === void 0) return [];
    return [
      [name4, value2.length > 100 ? unknown("its value is too long to be one", "collect it again") : step2(name4, value2)]
    ];
  });
  return {
    id: `${server.id}#${JSON.stringify([role, database])}`,
    kind: catalog_role_default.name,
    type: "role",
    source: "catalog",
    subject,
    names: [],
    identity: {},
    tags: table(),
    settings: table([
      ["name", step2("name", role)],
      ...database === null ? [] : [["in_database", step2("in_database", database)]],
      ...carried3 ?? []
    ]),
    links: table([
      ["server", [{ state: "linked", to: { id: server.id }, sure: "exact", attribute: "host" }]],
      ["database", [{ state: "absent", attribute: "host" }]]
    ]),
    location
  };
}

// lib/read/collection/failed-calls.ts
var answers = /* @__PURE__ */ new Map([
  ["DescribeDBInstances", "RDS instances"],
  ["DescribeDBClusters", "DB clusters"],
  ["DescribeDBParameterGroups", "families of DB parameter groups"],
  ["DescribeDBClusterParameterGroups", "families of DB cluster parameter groups"],
  ["DescribeDBParameters", "parameters"],
  ["DescribeDBClusterParameters", "parameters"],
  ["DescribeDBProxies", "RDS proxies"],
  ["DescribeDBProxyTargetGroups", "connection pools"],
  ["DescribeDBProxyTargets", "targets"],
  ["DescribeDBProxyEndpoints", "endpoints"],
  ["ListTagsForResource", "tags"],
  ["DescribeLoadBalancers", "load balancers"],
  ["DescribeLoadBalancerAttributes", "attributes"],
  ["DescribeListeners", "listeners"],
  ["DescribeListenerAttributes", "attributes"],
  ["DescribeRules", "rules"],
  ["DescribeTargetGroups", "target groups"],
  ["DescribeTargetGroupAttributes", "attributes"],
  ["DescribeTargetHealth", "targets"],
  ["DescribeTags", "tags"],
  ["DescribeNatGateways", "NAT gateways"],
  ["DescribeVpcEndpoints", "VPC endpoints"],
  ["DescribeNetworkInterfaces", "network interfaces"],
  ["ListFirewalls", "network firewalls"],
  ["DescribeFirewall", "policies"],
  ["ListFirewallPolicies", "firewall policies"],
  ["DescribeFirewallPolicy", "timeouts"],
  ["ListClusters", "ECS services"],
  ["ListServices", "ECS services"],
  ["DescribeServices", "ECS services"],
  ["ListFunctions", "Lambda functions"]
]);
function actionOf({ service, action }) {
  return `${service}:${action}`;
}
function failureOf(call2) {
  const became = {
    denied: "was denied",
    "denied-by-scp": "is forbidden by a service control policy",
    throttled: "was throttled until it gave up",
    "timed-out": "got no answer in time",
    unsupported: "is not known there",
    interrupted: "was interrupted",
    failed: call2.message === "" ? "failed" : `failed (${shortened(call2.message, 300)})`
  };
  return `${actionOf(call2)} ${became[call2.why]}`;
}
function remedyOf(call2) {
  const remedies = {
    denied: `allow ${actionOf(call2)} to the role that reads, and collect again`,
    "denied-by-scp": `have the service control policy allow ${actionOf(call2)} here, or leave this Region out`,
    throttled: "collect again while others call less",
    "timed-out": "collect again, and see whether the endpoint of the service is reached from here",
    unsupported: "see whether the Region is enabled and has the service",
    interrupted: "collect again, to the end",
    failed: "collect again"
  };
  return remedies[call2.why];
}
function isDocumented({ action }) {
  return action.startsWith("DescribeEngineDefault");
}
function failureNotes(document, regions) {
  return regions.flatMap(({ account: account2, region, failed }) => {
    const alike2 = /* @__PURE__ */ new Map();
    for (const call2 of failed) {
      const key3 = JSON.stringify([call2.service, call2.action, call2.why, call2.subject === null]);
      const group = alike2.get(key3);
      if (group === void 0) alike2.set(key3, [call2]);
      else group.push(call2);
    }
    return [...alike2.values()].flatMap((calls) => noteOn(calls, account2, region, document));
  });
}
function noteOn(calls, account2, region, document) {
  const [first] = calls;
  if (first === void 0) return [];
  const what = answers.get(first.action) ?? "answers";
  const lost = isDocumented(first) ? "so the documented defaults stand in for its own" : first.subject === null ? `so no ${what} were read` : `so the ${what} of ${listed3(calls.flatMap(({ subject }) => subject ?? []))} are not known`;
  const isNowhere = first.why === "unsupported" && first.subject === null;
  return [
    {
      what: `${account2 === null ? "" : `${account2} `}${region}`,
      why: `${failureOf(first)}, ${lost}; ${remedyOf(first)}`,
      level: isDocumented(first) ? "info" : isNowhere ? "unread" : "incomplete",
      location: { document }
    }
  ];
}
var readBy = /* @__PURE__ */ new Map([
  ["@aws-sdk/client-elastic-load-balancing", "Classic Load Balancers"],
  ["@aws-sdk/client-ec2", "NAT gateways and VPC endpoints"],
  ["@aws-sdk/client-network-firewall", "network firewalls"],
  ["@aws-sdk/client-ecs", "ECS services"],
  ["@aws-sdk/client-lambda", "Lambda functions"]
]);
function absenceNotes(document, regions) {
  const absent = new Map(regions.flatMap((region) => region.absent.map((one2) => [one2.package, one2.service])));
  return [...absent].map(([npmPackage, service]) => ({
    what: readBy.get(npmPackage) ?? service,
    why: `were not read, since ${npmPackage} is not installed; npm install ${npmPackage}`,
    level: "unread",
    location: { document }
  }));
}
function listed3(subjects) {
  const some = subjects.slice(0, 3).map((subject) => shortened(subject, 120));
  const rest2 = subjects.length - some.length;
  return rest2 === 0 ? some.join(", ") : `${some.join(", ")} and ${String(rest2)} more`;
}

// lib/read/refuse.ts
function refuse3(document, message) {
  throw new InputError([{ message: `${document}: ${message}`, location: { document } }]);
}

// lib/read/collection/form.ts
var refusals = [
  "denied",
  "denied-by-scp",
  "throttled",
  "timed-out",
  "unsupported",
  "interrupted",
  "failed"
];
function formOf3(document, body) {
  const version2 = 1;
  if (own(body, "version") !== version2) {
    refuse3(
      document,
      `a collected document of another version than ${String(version2)}, the one that is read here. Update holdfast, or collect again with this version.`
    );
  }
  const lists = ["regions", "catalogs", "failedCatalogs"];
  const missing3 = lists.find((list4) => !Array.isArray(own(body, list4)));
  if (missing3 !== void 0) {
    refuse3(document, `a collected document without its list \`${missing3}\`, so it is not whole. Collect again.`);
  }
  const notes = [];
  const broken2 = (pointer, what) => {
    const why2 = `${what} at ${pointer} is not in the form of a collected document, so it was not read; collect again`;
    notes.push({ what: document, why: why2, level: "incomplete", location: { document, pointer } });
  };
  const regions = items(own(body, "regions")).flatMap((row2, at3) => {
    const read5 = regionIn(row2, pointerTo("", "regions", at3), broken2);
    return read5 === null ? [] : [read5];
  });
  return {
    complete: own(body, "complete") === true,
    collectedAt: textOf3(own(body, "collectedAt")) ?? null,
    regions,
    notes
  };
}
function regionIn(row2, pointer, broken2) {
  const region = textOf3(own(row2, "region"));
  if (region === void 0 || !Array.isArray(own(row2, "resources")) || !Array.isArray(own(row2, "failed"))) {
    broken2(pointer, "a Region");
    return null;
  }
  const failed = items(own(row2, "failed")).map((call2, at3) => {
    const read5 = failedCall(call2);
    if (read5 === null) broken2(pointerTo(pointer, "failed", at3), "a failed call");
    return read5;
  });
  const resources = items(own(row2, "resources")).flatMap((resource, at3) => {
    const here = pointerTo(pointer, "resources", at3);
    const read5 = resourceIn(resource, here, failed);
    if (read5 === null) broken2(here, "a resource");
    return read5 ?? [];
  });
  const absent = items(own(row2, "absent")).flatMap((one2) => {
    const [service, npmPackage] = [textOf3(own(one2, "service")), textOf3(own(one2, "package"))];
    return service === void 0 || npmPackage === void 0 ? [] : [{ service, package: npmPackage }];
  });
  return {
    account: textOf3(own(row2, "account")) ?? null,
    region,
    resources: withoutRepeats(resources),
    failed: failed.flatMap((call2) => call2 ?? []),
    absent
  };
}
function resourceIn(row2, pointer, failed) {
  const [type, answer] = [textOf3(own(row2, "type")), own(row2, "answer")];
  if (type === void 0 || !isObject(answer)) return null;
  const unread2 = table(
    entries(own(row2, "unread")).map(
      ([field, at3]) => [field, typeof at3 === "number" ? failed[at3] ?? null : null]
    )
  );
  return { type, arn: textOf3(own(row2, "arn")) ?? null, answer, unread: unread2, pointer: pointerTo(pointer, "answer") };
}
function withoutRepeats(resources) {
  const seen2 = /* @__PURE__ */ new Set();
  return resources.filter(({ type, arn }) => {
    const key3 = `${type} ${arn ?? ""}`;
    return arn === null || !seen2.has(key3) ? seen2.add(key3) !== void 0 : false;
  });
}
function failedCall(row2) {
  const [service, action] = [textOf3(own(row2, "service")), textOf3(own(row2, "action"))];
  if (service === void 0 || action === void 0) return null;
  const why2 = refusals.find((one2) => one2 === own(row2, "why")) ?? "failed";
  const message = textOf3(own(row2, "message")) ?? "";
  return { service, action, subject: textOf3(own(row2, "subject")) ?? null, why: why2, message };
}

// lib/read/collection/completed.ts
function completed(region) {
  const members = membersIn(region);
  return {
    ...region,
    resources: region.resources.flatMap((resource) => {
      switch (resource.type) {
        case "rds:db":
          return [asMember(resource, members)];
        case "rds:db-proxy":
          return withPool(resource, region);
        default:
          return [resource];
      }
    })
  };
}
function membersIn(region) {
  return new Map(
    region.resources.filter(({ type }) => type === "rds:cluster").flatMap(
      ({ answer }) => items(own(answer, "DBClusterMembers")).flatMap(
        (member3) => isObject(member3) ? [[keyOf(own(answer, "DBClusterIdentifier"), own(member3, "DBInstanceIdentifier")), member3]] : []
      )
    )
  );
}
function keyOf(...parts) {
  return JSON.stringify(parts);
}
var ofMembers = ["IsClusterWriter", "DBClusterParameterGroupStatus"];
function asMember(resource, members) {
  const { answer, unread: unread2 } = resource;
  const cluster = textOf3(own(answer, "DBClusterIdentifier"));
  if (cluster === void 0) return resource;
  const member3 = members.get(keyOf(cluster, own(answer, "DBInstanceIdentifier")));
  if (member3 === void 0)
    return {
      ...resource,
      unread: table([...Object.entries(unread2), ...ofMembers.map((field) => [field, null])])
    };
  return {
    ...resource,
    answer: { ...answer, ...Object.fromEntries(ofMembers.flatMap((field) => entryOf(member3, field))) }
  };
}
function entryOf(member3, field) {
  const value2 = own(member3, field);
  return value2 === void 0 ? [] : [[field, value2]];
}
function withPool(proxy, { resources }) {
  const name4 = textOf3(own(proxy.answer, "DBProxyName"));
  const isRead = resources.some(
    ({ type, answer }) => type === "rds:target-group" && own(answer, "DBProxyName") === (name4 ?? null)
  );
  if (name4 === void 0 || isRead) return [proxy];
  const why2 = proxy.unread.TargetGroups ?? null;
  const open3 = ["ConnectionPoolConfig", "Targets"].map((field) => [field, why2]);
  return [
    proxy,
    { type: "rds:target-group", arn: null, answer: { DBProxyName: name4 }, unread: table(open3), pointer: proxy.pointer }
  ];
}

// lib/read/collection/default-rows.ts
function groupForms(kinds2) {
  const parameters3 = table(kinds2.flatMap(({ session }) => Object.entries(session?.parameters ?? {})));
  return new Map(
    kinds2.flatMap(({ account: account2, group, settings }) => {
      const rows = group && settings[group.parameters]?.account;
      const family = group && settings[group.family]?.account;
      const [name4] = account2?.names ?? [];
      return rows === void 0 || family === void 0 || name4 === void 0 ? [] : (account2?.types ?? []).map((type) => [type, { rows, name: name4, family, parameters: parameters3 }]);
    })
  );
}
function isPlainDefault(answer, form) {
  if (textOf3(own(answer, form.name))?.startsWith("default.") !== true) return false;
  const rows = rowsThatSay(own(answer, form.rows) ?? [], answer, form);
  return rows.is === "list" && rows.items.every((row2) => row2.is === "object" && plain2(row2.entries.ParameterValue ?? unset) === null);
}
function rowsThatSay(rows, answer, form) {
  if (!Array.isArray(rows)) return literal(rows);
  const flavour2 = familyOf(textOf3(own(answer, form.family)) ?? "")?.flavour;
  return { is: "list", items: rows.map((row2) => rowThatSays(row2, form.parameters, flavour2)) };
}
function rowThatSays(row2, parameters3, flavour2) {
  const read5 = literal(row2);
  const source3 = own(row2, "Source");
  if (!isObject(row2) || read5.is !== "object" || source3 !== "engine-default" && source3 !== "system") return read5;
  const [name4, text2] = [own(row2, "ParameterName"), textOf3(own(row2, "ParameterValue"))];
  const spec = typeof name4 === "string" ? parameters3[name4.toLowerCase()] : void 0;
  const says = spec !== void 0 && text2 !== void 0 && !repeatsDefault(text2, spec, flavour2);
  const value2 = says ? {
    is: "choice",
    of: [{ is: "value", value: text2 }, unset],
    why: `is ${text2.slice(0, 60)} as its default in the account, where another default is documented`,
    settles: "read what runs from the catalog, with `--postgres`"
  } : unset;
  return { is: "object", entries: table([...Object.entries(read5.entries), ["ParameterValue", value2]]) };
}
function repeatsDefault(text2, { defaults: defaults2, ...spec }, flavour2) {
  const value2 = parseGroupValue(text2, { defaults: defaults2, ...spec });
  const flavours = flavour2 === void 0 ? ["rds", "aurora"] : [flavour2];
  return value2.ok && flavours.some((one2) => defaults2[one2].value === value2.value);
}

// lib/read/collection/subjects.ts
function subjectsOf(all, kinds2) {
  const balancers = new Map(
    all.flatMap(({ resource: { arn, answer } }) => {
      const name4 = textOf3(own(answer, "LoadBalancerName"));
      return arn === null || name4 === void 0 ? [] : [[arn, name4]];
    })
  );
  const plain3 = all.map(({ resource }) => `${lastWord(resource.type)}:${nameOf7(resource, kinds2, balancers)}`);
  const inRegions = apart(plain3, (at3) => `${all[at3]?.region.region ?? ""}:${plain3[at3] ?? ""}`);
  return apart(inRegions, (at3) => all[at3]?.resource.arn ?? `${inRegions[at3] ?? ""} (${String(at3 + 1)})`);
}
function lastWord(type) {
  return type.slice(type.lastIndexOf(":") + 1);
}
function apart(names2, other) {
  const counts = /* @__PURE__ */ new Map();
  for (const name4 of names2) counts.set(name4, (counts.get(name4) ?? 0) + 1);
  return names2.map((name4, at3) => (counts.get(name4) ?? 0) > 1 ? other(at3) : name4);
}
function nameOf7(resource, kinds2, balancers) {
  const { type, arn, answer } = resource;
  const field = (name5) => textOf3(own(answer, name5));
  if (type === "rds:target-group" && field("DBProxyName") !== void 0)
    return `${field("DBProxyName") ?? ""}/${field("TargetGroupName") ?? "default"}`;
  const balancer = balancers.get(field("LoadBalancerArn") ?? "");
  const port2 = own(answer, "Port");
  if (type === "elasticloadbalancing:listener" && balancer !== void 0)
    return typeof port2 === "number" ? `${balancer}:${String(port2)}` : balancer;
  const [name4] = kinds2.flatMap(
    ({ account: account2 }) => account2?.types.includes(type) === true ? account2.names[0] ?? [] : []
  );
  return (name4 === void 0 ? void 0 : field(name4)) ?? endOf2(arn) ?? "without a name";
}
function endOf2(arn) {
  return arn === null ? void 0 : /[^:/]+$/.exec(arn)?.[0] ?? arn;
}

// lib/read/collection/resources.ts
var asked = /* @__PURE__ */ new Set([
  "LoadBalancerAttributes",
  "ListenerAttributes",
  "TargetGroupAttributes",
  "Parameters",
  "FirewallPolicy",
  "FirewallPolicyArn"
]);
function resourcesOf3(document, regions, kinds2) {
  const forms = groupForms(kinds2);
  const all = regions.map(completed).flatMap((region) => region.resources.map((resource) => ({ resource, region }))).filter(({ resource: { type, answer } }) => {
    const form = forms.get(type);
    return form === void 0 || !isPlainDefault(answer, form);
  });
  const subjects = subjectsOf(all, kinds2);
  const wanted2 = askedFields(kinds2);
  return all.map(({ resource, region }, at3) => {
    const { type, arn, pointer } = resource;
    const account2 = region.account ?? accountIn(arn);
    const end = endOf2(arn);
    return {
      id: `${document}#${String(at3)} ${pointer}`,
      source: "account",
      type,
      subject: subjects[at3] ?? type,
      names: [...arn === null ? [] : [arn], ...wanted2.has(type) || end === void 0 ? [] : [end]],
      attributes: table(fieldsOf(resource, forms.get(type), wanted2.get(type) ?? [])),
      provider: table(),
      identity: {
        ...arn !== null && { arn },
        ...account2 !== null && { account: account2 },
        region: region.region
      },
      location: { document, pointer }
    };
  });
}
function askedFields(kinds2) {
  const found = /* @__PURE__ */ new Map();
  for (const { account: account2, settings, links } of kinds2) {
    const paths = [...Object.values(settings), ...Object.values(links)].flatMap((spec) => spec.account ?? []);
    const tops = paths.map(outermost).filter((top) => asked.has(top));
    for (const type of account2?.types ?? []) found.set(type, [.../* @__PURE__ */ new Set([...found.get(type) ?? [], ...tops])]);
  }
  return found;
}
function accountIn(arn) {
  const [scheme, , , , account2 = ""] = arn?.split(":", 6) ?? [];
  return scheme === "arn" && account2 !== "" ? account2 : null;
}
function fieldsOf({ answer, unread: unread2 }, form, wanted2) {
  const read5 = Object.entries(answer).map(([field, value2]) => [
    field,
    form?.rows === field ? rowsThatSay(value2, answer, form) : literal(value2)
  ]);
  const unasked = wanted2.filter((field) => !Object.hasOwn(answer, field));
  return [
    ...read5,
    ...unasked.map((field) => [field, open2(null)]),
    ...Object.entries(unread2).map(([field, call2]) => [field, open2(call2)])
  ];
}
function open2(call2) {
  return call2 === null ? { is: "unknown", why: "was not read", settles: "collect again" } : { is: "unknown", why: `could not be read: ${failureOf(call2)}`, settles: remedyOf(call2) };
}

// lib/read/collection/views.ts
var typesOf = table([
  ["@aws-sdk/client-elastic-load-balancing", "elasticloadbalancing:loadbalancer-classic"]
]);
function viewsOf({ complete, regions, notes }) {
  if (!complete || notes.length > 0) return [];
  return regions.map(({ account: account2, region, failed, absent }) => {
    const calls = failed.filter((call2) => !isDocumented(call2)).map(({ service }) => service);
    const unread2 = [...calls, ...absent.map((client4) => typesOf[client4.package] ?? client4.service)];
    return { account: account2, region, unread: [...new Set(unread2)] };
  });
}

// lib/read/collection/read.ts
function readCollection(document, body, kinds2) {
  const form = formOf3(document, body);
  const [catalogs, failed] = [items(own(body, "catalogs")), items(own(body, "failedCatalogs"))];
  const { facts, notes } = factsOf(resourcesOf3(document, form.regions, kinds2), kinds2);
  return [
    {
      document,
      source: "account",
      facts,
      views: viewsOf(form),
      notes: [
        ...extentNotes(document, form, catalogs.length + failed.length > 0),
        ...form.notes,
        ...failureNotes(document, form.regions),
        ...absenceNotes(document, form.regions),
        ...notes
      ]
    },
    ...catalogs.length + failed.length > 0 ? [readCatalogs(document, catalogs, failed)] : []
  ];
}
function extentNotes(document, { complete, collectedAt, regions }, hasCatalogs) {
  const note2 = (why2, level2) => ({ what: document, why: why2, level: level2, location: { document } });
  const isEmpty = regions.every(({ resources }) => resources.length === 0) && !hasCatalogs;
  const isSilent = regions.every(({ failed }) => failed.length === 0);
  return [
    ...complete ? [] : [note2("it was interrupted, so what is not in it may be there all the same; collect again", "incomplete")],
    ...isEmpty && isSilent ? [
      note2(
        "nothing was found in it, so there is nothing to judge; see which account and Region was meant",
        "incomplete"
      )
    ] : [],
    note2(
      `collected ${collectedAt === null ? "at a time that it does not tell" : collectedAt.slice(0, 40)}: judged is what was there then`,
      "info"
    )
  ];
}

// node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED = /* @__PURE__ */ Symbol("NOT_RESOLVED");
function defineScalarTag(tagName, options) {
  return {
    tagName,
    nodeKind: "scalar",
    implicit: options.implicit ?? false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    implicitFirstChars: options.implicitFirstChars ?? null,
    resolve: options.resolve,
    identify: options.identify,
    represent: options.represent ?? ((data) => String(data)),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineSequenceTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "sequence",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addItem: options.addItem,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineMappingTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "mapping",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addPair: options.addPair,
    has: options.has,
    keys: options.keys,
    get: options.get,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
  resolve: (source3) => source3,
  identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source3) => {
    if (NULL_VALUES$1.indexOf(source3) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object4) => object4 === null,
  represent: () => "null"
});
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: ["n"],
  resolve: (source3, isExplicit) => {
    if (source3 === "null" || isExplicit && source3 === "") return null;
    return NOT_RESOLVED;
  },
  identify: (object4) => object4 === null,
  represent: () => "null"
});
var NULL_VALUES = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source3) => {
    if (NULL_VALUES.indexOf(source3) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object4) => object4 === null,
  represent: () => "null"
});
var TRUE_VALUES$2 = [
  "true",
  "True",
  "TRUE"
];
var FALSE_VALUES$2 = [
  "false",
  "False",
  "FALSE"
];
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "t",
    "T",
    "f",
    "F"
  ],
  resolve: (source3) => {
    if (TRUE_VALUES$2.indexOf(source3) !== -1) return true;
    if (FALSE_VALUES$2.indexOf(source3) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object4) => Object.prototype.toString.call(object4) === "[object Boolean]",
  represent: (object4) => object4 ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: ["t", "f"],
  resolve: (source3) => {
    if (TRUE_VALUES$1.indexOf(source3) !== -1) return true;
    if (FALSE_VALUES$1.indexOf(source3) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object4) => Object.prototype.toString.call(object4) === "[object Boolean]",
  represent: (object4) => object4 ? "true" : "false"
});
var TRUE_VALUES = [
  "true",
  "True",
  "TRUE",
  "y",
  "Y",
  "yes",
  "Yes",
  "YES",
  "on",
  "On",
  "ON"
];
var FALSE_VALUES = [
  "false",
  "False",
  "FALSE",
  "n",
  "N",
  "no",
  "No",
  "NO",
  "off",
  "Off",
  "OFF"
];
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "y",
    "Y",
    "n",
    "N",
    "t",
    "T",
    "f",
    "F",
    "o",
    "O"
  ],
  resolve: (source3) => {
    if (TRUE_VALUES.indexOf(source3) !== -1) return true;
    if (FALSE_VALUES.indexOf(source3) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object4) => Object.prototype.toString.call(object4) === "[object Boolean]",
  represent: (object4) => object4 ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source3) {
  let value2 = source3;
  let sign = 1;
  if (value2[0] === "-" || value2[0] === "+") {
    if (value2[0] === "-") sign = -1;
    value2 = value2.slice(1);
  }
  if (value2.startsWith("0b")) return sign * parseInt(value2.slice(2), 2);
  if (value2.startsWith("0o")) return sign * parseInt(value2.slice(2), 8);
  if (value2.startsWith("0x")) return sign * parseInt(value2.slice(2), 16);
  return sign * parseInt(value2, 10);
}
function resolveYamlInteger$2(source3, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source3)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source3)) return NOT_RESOLVED;
  const result = parseYamlInteger$2(source3);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger$2,
  identify: (object4) => Number.isInteger(object4) && !Object.is(object4, -0) && object4.toString(10).indexOf("e") < 0,
  represent: (object4) => object4.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source3) {
  let value2 = source3;
  let sign = 1;
  if (value2[0] === "-" || value2[0] === "+") {
    if (value2[0] === "-") sign = -1;
    value2 = value2.slice(1);
  }
  if (value2.startsWith("0b")) return sign * parseInt(value2.slice(2), 2);
  if (value2.startsWith("0o")) return sign * parseInt(value2.slice(2), 8);
  if (value2.startsWith("0x")) return sign * parseInt(value2.slice(2), 16);
  return sign * parseInt(value2, 10);
}
function resolveYamlInteger$1(source3, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source3)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source3)) return NOT_RESOLVED;
  const result = parseYamlInteger$1(source3);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlInteger$1,
  identify: (object4) => Number.isInteger(object4) && !Object.is(object4, -0) && object4.toString(10).indexOf("e") < 0,
  represent: (object4) => object4.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source3) {
  let value2 = source3.replace(/_/g, "");
  let sign = 1;
  if (value2[0] === "-" || value2[0] === "+") {
    if (value2[0] === "-") sign = -1;
    value2 = value2.slice(1);
  }
  if (value2.startsWith("0b")) return sign * parseInt(value2.slice(2), 2);
  if (value2.startsWith("0x")) return sign * parseInt(value2.slice(2), 16);
  if (value2.includes(":")) {
    let result = 0;
    for (const part of value2.split(":")) result = result * 60 + Number(part);
    return sign * result;
  }
  if (value2 !== "0" && value2[0] === "0") return sign * parseInt(value2, 8);
  return sign * parseInt(value2, 10);
}
function resolveYamlInteger(source3) {
  if (!YAML_INTEGER_PATTERN.test(source3)) return NOT_RESOLVED;
  const result = parseYamlInteger(source3);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger,
  identify: (object4) => Number.isInteger(object4) && !Object.is(object4, -0) && object4.toString(10).indexOf("e") < 0,
  represent: (object4) => object4.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source3) {
  if (!YAML_FLOAT_PATTERN$1.test(source3)) return NOT_RESOLVED;
  let value2 = source3.toLowerCase();
  const sign = value2[0] === "-" ? -1 : 1;
  if ("+-".includes(value2[0])) value2 = value2.slice(1);
  if (value2 === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value2 === ".nan") return NaN;
  const result = sign * parseFloat(value2);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source3)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$2(object4) {
  if (isNaN(object4)) return ".nan";
  if (object4 === Number.POSITIVE_INFINITY) return ".inf";
  if (object4 === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object4, -0)) return "-0.0";
  const result = object4.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat$2,
  identify: (object4) => typeof object4 === "number" && (!Number.isInteger(object4) || Object.is(object4, -0) || object4.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source3, isExplicit) {
  if (isExplicit) {
    if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source3)) return NOT_RESOLVED;
    let value2 = source3.toLowerCase();
    const sign = value2[0] === "-" ? -1 : 1;
    if ("+-".includes(value2[0])) value2 = value2.slice(1);
    if (value2 === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (value2 === ".nan") return NaN;
    const result2 = sign * parseFloat(value2);
    return Number.isFinite(result2) ? result2 : NOT_RESOLVED;
  }
  if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source3)) return NOT_RESOLVED;
  const result = Number(source3);
  if (Number.isFinite(result)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$1(object4) {
  if (isNaN(object4)) return ".nan";
  if (object4 === Number.POSITIVE_INFINITY) return ".inf";
  if (object4 === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object4, -0)) return "-0.0";
  const result = object4.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlFloat$1,
  identify: (object4) => typeof object4 === "number" && (!Number.isInteger(object4) || Object.is(object4, -0) || object4.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source3) {
  if (!YAML_FLOAT_PATTERN.test(source3)) return NOT_RESOLVED;
  let value2 = source3.toLowerCase().replace(/_/g, "");
  const sign = value2[0] === "-" ? -1 : 1;
  if ("+-".includes(value2[0])) value2 = value2.slice(1);
  if (value2 === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value2 === ".nan") return NaN;
  let result = 0;
  if (value2.includes(":")) {
    for (const part of value2.split(":")) result = result * 60 + Number(part);
    result *= sign;
  } else result = sign * parseFloat(value2);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source3)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat(object4) {
  if (isNaN(object4)) return ".nan";
  if (object4 === Number.POSITIVE_INFINITY) return ".inf";
  if (object4 === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object4, -0)) return "-0.0";
  const result = object4.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat,
  identify: (object4) => typeof object4 === "number" && (!Number.isInteger(object4) || Object.is(object4, -0) || object4.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat
});
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (source3, isExplicit) => {
    if (source3 === "<<" || isExplicit && source3 === "") return "<<";
    return NOT_RESOLVED;
  },
  identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source3) {
  const input2 = source3.replace(/\s/g, "");
  if (input2.length % 4 !== 0 || !BASE64_PATTERN.test(input2)) return NOT_RESOLVED;
  const binary2 = atob(input2);
  const result = new Uint8Array(binary2.length);
  for (let index = 0; index < binary2.length; index++) result[index] = binary2.charCodeAt(index);
  return result;
}
function representYamlBinary(object4) {
  let binary2 = "";
  for (let index = 0; index < object4.length; index++) binary2 += String.fromCharCode(object4[index]);
  return btoa(binary2);
}
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
  resolve: resolveYamlBinary,
  identify: (object4) => Object.prototype.toString.call(object4) === "[object Uint8Array]",
  represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month2, day2, hour = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month2, day2, hour, minute, second, fraction));
  date.setUTCFullYear(year, month2, day2);
  return date;
}
function resolveYamlTimestamp(source3) {
  let match = YAML_DATE_REGEXP.exec(source3);
  if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source3);
  if (match === null) return NOT_RESOLVED;
  const year = +match[1];
  const month2 = +match[2] - 1;
  const day2 = +match[3];
  if (!match[4]) {
    const date2 = makeUtcDate(year, month2, day2);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month2 || date2.getUTCDate() !== day2) return NOT_RESOLVED;
    return date2;
  }
  const hour = +match[4];
  const minute = +match[5];
  const second = +match[6];
  let fraction = 0;
  if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
  if (match[7]) {
    let value2 = match[7].slice(0, 3);
    while (value2.length < 3) value2 += "0";
    fraction = +value2;
  }
  const date = makeUtcDate(year, month2, day2, hour, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month2 || date.getUTCDate() !== day2) return NOT_RESOLVED;
  if (match[9]) {
    const offsetHour = +match[10];
    const offsetMinute = +(match[11] || 0);
    if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
    const offset = (offsetHour * 60 + offsetMinute) * 6e4;
    date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
  }
  return date;
}
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
  implicit: true,
  implicitFirstChars: [..."0123456789"],
  resolve: resolveYamlTimestamp,
  identify: (object4) => object4 instanceof Date,
  represent: (object4) => object4.toISOString()
});
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
  create: () => [],
  addItem: (container, item) => {
    container.push(item);
  },
  identify: Array.isArray
});
function isPlainObject(data) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
  create: () => ({
    list: [],
    seen: /* @__PURE__ */ new Set()
  }),
  addItem: (carrier, item) => {
    let key3;
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve an ordered map item";
      key3 = item.keys().next().value;
    } else if (isPlainObject(item)) {
      const itemKeys = Object.keys(item);
      if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
      key3 = itemKeys[0];
    } else return "cannot resolve an ordered map item";
    if (carrier.seen.has(key3)) return "duplicate key in ordered map";
    carrier.seen.add(key3);
    carrier.list.push(item);
    return "";
  },
  finalize: (carrier) => carrier.list,
  identify: () => false
});
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
  create: () => [],
  addItem: (container, item) => {
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve a pairs item";
      container.push(item.entries().next().value);
      return "";
    }
    if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
    const object4 = item;
    const keys = Object.keys(object4);
    if (keys.length !== 1) return "cannot resolve a pairs item";
    container.push([keys[0], object4[keys[0]]]);
    return "";
  },
  identify: () => false
});
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map2 = /* @__PURE__ */ new Map();
    for (const key3 of Object.keys(o)) map2.set(key3, o[key3]);
    return map2;
  },
  addPair: (container, key3, value2) => {
    if (key3 !== null && typeof key3 === "object") return "object-based map does not support complex keys";
    const normalizedKey = String(key3);
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value: value2,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value2;
    return "";
  },
  has: (container, key3) => {
    if (key3 !== null && typeof key3 === "object") return false;
    return Object.prototype.hasOwnProperty.call(container, String(key3));
  },
  keys: (container) => Object.keys(container),
  get: (container, key3) => {
    const normalizedKey = String(key3);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
  create: () => /* @__PURE__ */ new Set(),
  identify: (data) => data instanceof Set,
  represent: (data) => {
    const map2 = /* @__PURE__ */ new Map();
    for (const key3 of data) map2.set(key3, null);
    return map2;
  },
  addPair: (container, key3, value2) => {
    if (value2 !== null) return "cannot resolve a set item";
    container.add(key3);
    return "";
  },
  has: (container, key3) => container.has(key3),
  keys: (container) => container.keys(),
  get: () => null
});
function createTagDefinitionMap() {
  return {
    scalar: /* @__PURE__ */ Object.create(null),
    sequence: /* @__PURE__ */ Object.create(null),
    mapping: /* @__PURE__ */ Object.create(null)
  };
}
function createTagDefinitionListMap() {
  return {
    scalar: [],
    sequence: [],
    mapping: []
  };
}
function compileTags(tags2) {
  const result = [];
  for (const tag of tags2) {
    let index = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
        index = previousIndex;
        break;
      }
    }
    result[index] = tag;
  }
  return result;
}
var Schema = class Schema2 {
  tags;
  /** @internal */
  implicitScalarTags;
  /**
  * Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
  * the resolvers that may match that key, in schema order; a key absent from
  * the map uses
  * {@link Schema.implicitScalarAnyFirstChar}
  * (resolvers that declared no first-char constraint, so they apply to any
  * first character).
  */
  implicitScalarByFirstChar;
  implicitScalarAnyFirstChar;
  /**
  * The default scalar tag (`!!str`), resolved once so the composer's fallback
  * for unresolved plain scalars avoids a keyed lookup per scalar.
  *
  * @internal
  */
  defaultScalarTag;
  /**
  * The default container tags (`!!seq` / `!!map`), used by the dumper: when a
  * value is identified by its default tag, the tag is implicit and not
  * printed. Undefined if the schema does not define them (then such values
  * can't be dumped).
  *
  * @internal
  */
  defaultSequenceTag;
  /** @internal */
  defaultMappingTag;
  exact;
  prefix;
  constructor(tags2) {
    const compiledTags = compileTags(tags2);
    const implicitScalarTags = [];
    const exact = createTagDefinitionMap();
    const prefix = createTagDefinitionListMap();
    for (const tag of compiledTags) {
      if (tag.nodeKind === "scalar" && tag.implicit) {
        if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag);
      }
      switch (tag.nodeKind) {
        case "scalar":
          if (tag.matchByTagPrefix) prefix.scalar.push(tag);
          else exact.scalar[tag.tagName] = tag;
          break;
        case "sequence":
          if (tag.matchByTagPrefix) prefix.sequence.push(tag);
          else exact.sequence[tag.tagName] = tag;
          break;
        case "mapping":
          if (tag.matchByTagPrefix) prefix.mapping.push(tag);
          else exact.mapping[tag.tagName] = tag;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key3 of tag.implicitFirstChars) keys.add(key3);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key3 of keys) implicitScalarByFirstChar.set(key3, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key3) !== -1));
    const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
    if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
    this.tags = compiledTags;
    this.implicitScalarTags = implicitScalarTags;
    this.implicitScalarByFirstChar = implicitScalarByFirstChar;
    this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
    this.defaultScalarTag = defaultScalarTag;
    this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
    this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
    this.exact = exact;
    this.prefix = prefix;
  }
  /** @internal */
  lookupScalarTag(tagName) {
    const exactTag = this.exact.scalar[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  resolveImplicitScalarTag(source3) {
    const candidates2 = this.implicitScalarByFirstChar.get(source3.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag2 of candidates2) {
      const value2 = tag2.resolve(source3, false, tag2.tagName);
      if (value2 !== NOT_RESOLVED) return {
        value: value2,
        tag: tag2
      };
    }
    const tag = this.defaultScalarTag;
    return {
      value: tag.resolve(source3, false, tag.tagName),
      tag
    };
  }
  /**
  * Creates a new schema with the specified tags added. If a tag already
  * exists, it is replaced by the specified tag.
  *
  * @example
  *
  * ```javascript
  * import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
  *
  * const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
  * ```
  */
  withTags(...tags2) {
    let flatTags = [];
    for (const tag of tags2) flatTags = flatTags.concat(tag);
    return new Schema2([...this.tags, ...flatTags]);
  }
};
var FAILSAFE_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag
]);
var JSON_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullJsonTag,
  boolJsonTag,
  intJsonTag,
  floatJsonTag
]);
var CORE_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag
]);
var YAML11_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
  timestampTag,
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag
]);
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
  ...intYaml11Tag,
  resolve: (source3, isExplicit, tagName) => {
    const result = intYaml11Tag.resolve(source3, isExplicit, tagName);
    return result === NOT_RESOLVED ? intCoreTag.resolve(source3, isExplicit, tagName) : result;
  }
}, {
  ...floatYaml11Tag,
  resolve: (source3, isExplicit, tagName) => {
    const result = floatYaml11Tag.resolve(source3, isExplicit, tagName);
    return result === NOT_RESOLVED ? floatCoreTag.resolve(source3, isExplicit, tagName) : result;
  }
});
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => /* @__PURE__ */ new Map(),
  addPair: (container, key3, value2) => {
    container.set(key3, value2);
    return "";
  },
  has: (container, key3) => container.has(key3),
  keys: (container) => container.keys(),
  get: (container, key3) => container.get(key3),
  identify: (data) => data instanceof Map || isPlainObject(data),
  represent: (data) => {
    if (data instanceof Map) return data;
    const map2 = /* @__PURE__ */ new Map();
    const obj = data;
    for (const key3 of Object.keys(obj)) map2.set(key3, obj[key3]);
    return map2;
  }
});
function normalizeKey(key3) {
  if (Array.isArray(key3)) {
    const array = Array.prototype.slice.call(key3);
    for (let index = 0; index < array.length; index++) {
      if (Array.isArray(array[index])) return null;
      if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
    }
    return String(array);
  }
  if (typeof key3 === "object" && Object.prototype.toString.call(key3) === "[object Object]") return "[object Object]";
  return String(key3);
}
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map2 = /* @__PURE__ */ new Map();
    for (const key3 of Object.keys(o)) map2.set(key3, o[key3]);
    return map2;
  },
  addPair: (container, key3, value2) => {
    const normalizedKey = normalizeKey(key3);
    if (normalizedKey === null) return "nested arrays are not supported inside keys";
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value: value2,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value2;
    return "";
  },
  has: (container, key3) => {
    const normalizedKey = normalizeKey(key3);
    return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
  },
  keys: (container) => Object.keys(container),
  get: (container, key3) => {
    const normalizedKey = String(key3);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var DEFAULT_SNIPPET_OPTIONS = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
  let head = "";
  let tail = "";
  const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
  if (position - lineStart > maxHalfLength) {
    head = " ... ";
    lineStart = position - maxHalfLength + head.length;
  }
  if (lineEnd - position > maxHalfLength) {
    tail = " ...";
    lineEnd = position + maxHalfLength - tail.length;
  }
  return {
    str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "\u2192") + tail,
    pos: position - lineStart + head.length
  };
}
function padStart(string, max) {
  return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark2, options) {
  if (!mark2.buffer) return null;
  const opts = {
    ...DEFAULT_SNIPPET_OPTIONS,
    ...options
  };
  const re = /\r?\n|\r|\0/g;
  const lineStarts = [0];
  const lineEnds = [];
  let match;
  let foundLineNo = -1;
  while (match = re.exec(mark2.buffer)) {
    lineEnds.push(match.index);
    lineStarts.push(match.index + match[0].length);
    if (mark2.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
  }
  if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
  let result = "";
  const lineNoLength = Math.min(mark2.line + opts.linesAfter, lineEnds.length).toString().length;
  const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
  for (let i = 1; i <= opts.linesBefore; i++) {
    if (foundLineNo - i < 0) break;
    const line2 = getLine(mark2.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark2.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
    result = `${" ".repeat(opts.indent)}${padStart((mark2.line - i + 1).toString(), lineNoLength)} | ${line2.str}
${result}`;
  }
  const line = getLine(mark2.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark2.position, maxLineLength);
  result += `${" ".repeat(opts.indent)}${padStart((mark2.line + 1).toString(), lineNoLength)} | ${line.str}
`;
  result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^
`;
  for (let i = 1; i <= opts.linesAfter; i++) {
    if (foundLineNo + i >= lineEnds.length) break;
    const line2 = getLine(mark2.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark2.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
    result += `${" ".repeat(opts.indent)}${padStart((mark2.line + i + 1).toString(), lineNoLength)} | ${line2.str}
`;
  }
  return result.replace(/\n$/, "");
}
function formatError(exception, compact2) {
  let where = "";
  if (!exception.mark) return exception.reason;
  if (exception.mark.name) where += `in "${exception.mark.name}" `;
  where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
  if (!compact2 && exception.mark.snippet) where += `

${exception.mark.snippet}`;
  return `${exception.reason} ${where}`;
}
var YAMLException = class YAMLException2 extends Error {
  reason;
  mark;
  /**
  * Optional `mark` contains source snippet data. Usually, use
  * {@link YAMLException.throwAt} instead of passing it directly.
  */
  constructor(reason, mark2) {
    super();
    this.name = "YAMLException";
    this.reason = reason;
    this.mark = mark2;
    this.message = formatError(this, false);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  /**
  * Returns the formatted error, omitting the source snippet in compact mode.
  */
  toString(compact2) {
    return `${this.name}: ${formatError(this, compact2)}`;
  }
  /**
  * Builds a YAMLException with a source snippet and throws it. `source` is
  * the raw input text; `position` is an offset into it.
  */
  static throwAt(source3, position, message, filename = "") {
    let line = 0;
    let lineStart = 0;
    for (let index = 0; index < position; index++) {
      const ch = source3.charCodeAt(index);
      if (ch === 10) {
        line++;
        lineStart = index + 1;
      } else if (ch === 13) {
        line++;
        if (source3.charCodeAt(index + 1) === 10) index++;
        lineStart = index + 1;
      }
    }
    const mark2 = {
      name: filename,
      buffer: source3,
      position,
      line,
      column: position - lineStart
    };
    mark2.snippet = makeSnippet(mark2);
    throw new YAMLException2(message, mark2);
  }
};
var EVENT_ID = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var COLLECTION_STYLE = {
  BLOCK: 1,
  FLOW: 2
};
var CHOMPING_MODE = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
  switch (c) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "\x85";
    case 95:
      return "\xA0";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
  simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
  simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
  if (c <= 65535) return String.fromCharCode(c);
  return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
  if (c >= 48 && c <= 57) return c - 48;
  return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  return 8;
}
function skipFoldedBreaks(input2, position, end) {
  let breaks = 0;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 10) {
      breaks++;
      position++;
    } else if (ch === 13) {
      breaks++;
      position++;
      if (input2.charCodeAt(position) === 10) position++;
    } else if (ch === 32 || ch === 9) position++;
    else break;
  }
  return {
    position,
    breaks
  };
}
function foldedBreaks(count) {
  if (count === 1) return " ";
  return "\n".repeat(count - 1);
}
function getPlainValue(input2, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 10 || ch === 13) {
      result += input2.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input2, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input2.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input2, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 39) {
      result += input2.slice(captureStart, position) + "'";
      position += 2;
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input2.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input2, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input2.slice(captureStart, end);
}
function getDoubleQuotedValue(input2, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 92) {
      result += input2.slice(captureStart, position);
      position++;
      const escaped4 = input2.charCodeAt(position);
      if (escaped4 === 10 || escaped4 === 13) position = skipFoldedBreaks(input2, position, end).position;
      else if (escaped4 < 256 && simpleEscapeCheck[escaped4]) {
        result += simpleEscapeMap[escaped4];
        position++;
      } else {
        let hexLength = escapedHexLen$1(escaped4);
        let hexResult = 0;
        for (; hexLength > 0; hexLength--) {
          position++;
          const digit = fromHexCode$1(input2.charCodeAt(position));
          hexResult = (hexResult << 4) + digit;
        }
        result += charFromCodepoint(hexResult);
        position++;
      }
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input2.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input2, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input2.slice(captureStart, end);
}
function getBlockValue(input2, start, end, indent, chomping, folded) {
  const textIndent = indent < 0 ? 0 : indent;
  const region = input2.slice(start, end).replace(/\r\n?/g, "\n");
  const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
  let result = "";
  let didReadContent = false;
  let emptyLines = 0;
  let atMoreIndented = false;
  for (const line of lines) {
    let column = 0;
    while (column < textIndent && line.charCodeAt(column) === 32) column++;
    if (indent < 0 || column >= line.length) {
      emptyLines++;
      continue;
    }
    const content = line.slice(textIndent);
    const first = content.charCodeAt(0);
    if (folded) {
      if (first === 32 || first === 9) {
        atMoreIndented = true;
        result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
      } else if (atMoreIndented) {
        atMoreIndented = false;
        result += "\n".repeat(emptyLines + 1);
      } else if (emptyLines === 0) {
        if (didReadContent) result += " ";
      } else result += "\n".repeat(emptyLines);
    } else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
    result += content;
    didReadContent = true;
    emptyLines = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
  else if (chomping !== CHOMPING_MODE.STRIP) {
    if (didReadContent) result += "\n";
  }
  return result;
}
function getScalarValue(input2, scalar2) {
  if (scalar2.valueStart === NO_RANGE$3) return "";
  const { valueStart, valueEnd } = scalar2;
  if (scalar2.fast) return input2.slice(valueStart, valueEnd);
  switch (scalar2.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
      return getSingleQuotedValue(input2, valueStart, valueEnd);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return getDoubleQuotedValue(input2, valueStart, valueEnd);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return getBlockValue(input2, valueStart, valueEnd, scalar2.indent, scalar2.chomping, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return getBlockValue(input2, valueStart, valueEnd, scalar2.indent, scalar2.chomping, true);
    default:
      return getPlainValue(input2, valueStart, valueEnd);
  }
}
var DEFAULT_TAG_HANDLERS = Object.assign(/* @__PURE__ */ Object.create(null), {
  "!": "!",
  "!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
function tagPercentDecode(source3) {
  let result = "";
  let index = 0;
  while (index < source3.length) {
    if (source3.charCodeAt(index) !== 37) {
      result += source3[index++];
      continue;
    }
    let ch = parseInt(source3.slice(index + 1, index + 3), 16);
    index += 3;
    if (ch >= 192) {
      let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
      ch &= (1 << 6 - remaining) - 1;
      while (remaining-- > 0) {
        ch = ch << 6 | parseInt(source3.slice(index + 1, index + 3), 16) & 63;
        index += 3;
      }
    }
    if (ch < 65536) result += String.fromCharCode(ch);
    else {
      ch -= 65536;
      result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
    }
  }
  return result;
}
function tagNameFull(rawTag, tagHandlers) {
  if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
  const handleEnd = rawTag.indexOf("!", 1);
  const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
  return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
  filename: "",
  schema: CORE_SCHEMA,
  json: false,
  maxTotalMergeKeys: 1e4,
  maxAliases: -1
};
function eventPosition$1(event) {
  if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
  if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
  if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
  if ("start" in event) return event.start;
  return 0;
}
function throwError$1(state, message) {
  YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
  try {
    return tag.finalize(carrier);
  } catch (error) {
    if (error instanceof YAMLException) throw error;
    YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
  }
}
function constructScalar(state, event) {
  const source3 = getScalarValue(state.source, event);
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  const strTag2 = state.schema.defaultScalarTag;
  if (rawTag !== "") {
    if (rawTag === "!") return {
      value: source3,
      tag: strTag2
    };
    const tagName = tagNameFull(rawTag, state.tagHandlers);
    const scalarTag = state.schema.lookupScalarTag(tagName);
    if (scalarTag) {
      const result = scalarTag.resolve(source3, true, tagName);
      if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      return {
        value: result,
        tag: scalarTag
      };
    }
    const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
    if (collectionTagDef) {
      if (source3 !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      const carrier = collectionTagDef.create(tagName);
      return {
        value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
        tag: collectionTagDef
      };
    }
    throwError$1(state, `unknown scalar tag !<${tagName}>`);
  }
  if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source3);
  return {
    value: strTag2.resolve(source3, false, strTag2.tagName),
    tag: strTag2
  };
}
function collectionTagName(state, event, defaultTagName) {
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
  return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
  state.totalMergeKeys++;
  if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame, source3, sourceTag) {
  chargeMergeWork(state);
  for (const sourceKey of sourceTag.keys(source3)) {
    chargeMergeWork(state);
    if (frame.tag.has(frame.value, sourceKey)) continue;
    const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source3, sourceKey));
    if (err) throwError$1(state, err);
    frame.overridable ??= /* @__PURE__ */ new Set();
    frame.overridable.add(sourceKey);
  }
}
function mergeSource(state, frame, source3, sourceTag) {
  state.position = frame.keyPosition;
  if (isMappingTag(sourceTag)) mergeKeys(state, frame, source3, sourceTag);
  else if (sourceTag.nodeKind === "sequence" && Array.isArray(source3)) {
    if (source3.length > 100) throwError$1(state, "abnormal merge sequence size");
    for (const element2 of source3) {
      const elementTag = state.nodeTags.get(element2);
      if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
      mergeKeys(state, frame, element2, elementTag);
    }
  } else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame, key3, value2, tag) {
  state.position = frame.keyPosition;
  if (frame.keyIsMerge) {
    mergeSource(state, frame, value2, tag);
    return;
  }
  if (!state.json && frame.tag.has(frame.value, key3) && !frame.overridable?.has(key3)) throwError$1(state, "duplicated mapping key");
  const err = frame.tag.addPair(frame.value, key3, value2);
  if (err) throwError$1(state, err);
  frame.overridable?.delete(key3);
}
function addValue(state, value2, tag) {
  const frame = state.frames[state.frames.length - 1];
  if (frame.kind === "document") {
    frame.value = value2;
    frame.hasValue = true;
  } else if (frame.kind === "sequence") {
    if (isMappingTag(tag)) state.nodeTags.set(value2, tag);
    const err = frame.tag.addItem(frame.value, value2, frame.index++);
    if (err) throwError$1(state, err);
  } else if (frame.hasKey) {
    const key3 = frame.key;
    frame.key = void 0;
    frame.hasKey = false;
    addMappingValue(state, frame, key3, value2, tag);
  } else {
    frame.key = value2;
    frame.keyPosition = state.position;
    frame.hasKey = true;
    frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
  }
}
function storeAnchor(state, event, value2, tag, isValueFinal) {
  if (event.anchorStart !== NO_RANGE$2) {
    const anchor = {
      value: value2,
      tag,
      isValueFinal
    };
    state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }
  return null;
}
function constructFromEvents(events, options) {
  const state = {
    ...DEFAULT_CONSTRUCTOR_OPTIONS,
    ...options,
    events,
    documents: [],
    eventIndex: 0,
    position: 0,
    frames: [],
    anchors: /* @__PURE__ */ new Map(),
    nodeTags: /* @__PURE__ */ new Map(),
    tagHandlers: /* @__PURE__ */ Object.create(null),
    totalMergeKeys: 0,
    aliasCount: 0
  };
  while (state.eventIndex < state.events.length) {
    const event = state.events[state.eventIndex++];
    state.position = eventPosition$1(event);
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        state.anchors = /* @__PURE__ */ new Map();
        state.nodeTags = /* @__PURE__ */ new Map();
        state.aliasCount = 0;
        state.tagHandlers = /* @__PURE__ */ Object.create(null);
        for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
        state.frames.push({
          kind: "document",
          position: state.position,
          value: void 0,
          hasValue: false
        });
        break;
      case EVENT_ID.SCALAR: {
        const { value: value2, tag } = constructScalar(state, event);
        storeAnchor(state, event, value2, tag, true);
        addValue(state, value2, tag);
        break;
      }
      case EVENT_ID.SEQUENCE: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
        const tag = state.schema.lookupSequenceTag(tagName);
        if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
        const value2 = tag.create(tagName);
        const anchor = storeAnchor(state, event, value2, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "sequence",
          position: state.position,
          value: value2,
          tag,
          anchor,
          index: 0
        });
        break;
      }
      case EVENT_ID.MAPPING: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
        const tag = state.schema.lookupMappingTag(tagName);
        if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
        const value2 = tag.create(tagName);
        const anchor = storeAnchor(state, event, value2, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "mapping",
          position: state.position,
          value: value2,
          tag,
          anchor,
          key: void 0,
          keyPosition: state.position,
          hasKey: false,
          keyIsMerge: false,
          overridable: null
        });
        break;
      }
      case EVENT_ID.ALIAS: {
        if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
        const name4 = state.source.slice(event.anchorStart, event.anchorEnd);
        const anchor = state.anchors.get(name4);
        if (!anchor) throwError$1(state, `unidentified alias "${name4}"`);
        if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name4}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
        addValue(state, anchor.value, anchor.tag);
        break;
      }
      case EVENT_ID.POP: {
        const frame = state.frames.pop();
        if (frame.kind === "mapping" && frame.hasKey) {
          state.position = frame.keyPosition;
          throwError$1(state, "incomplete mapping pair in event stream");
        }
        if (frame.kind === "document") state.documents.push(frame.value);
        else {
          const value2 = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
          if (frame.anchor) {
            frame.anchor.value = value2;
            frame.anchor.isValueFinal = true;
          }
          addValue(state, value2, frame.tag);
        }
        break;
      }
    }
  }
  return state.documents;
}
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
  state.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart,
    explicitEnd,
    directives: state.directives
  });
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.SEQUENCE,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.MAPPING,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function insertFlowPairMappingEvent(state, snapshot) {
  state.events.splice(snapshot.eventsLength, 0, {
    type: EVENT_ID.MAPPING,
    start: snapshot.position,
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1,
    style: COLLECTION_STYLE.FLOW
  });
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
  state.events.push({
    type: EVENT_ID.SCALAR,
    valueStart,
    valueEnd,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style,
    chomping,
    indent,
    fast
  });
}
function addAliasEvent(state, anchorStart, anchorEnd) {
  state.events.push({
    type: EVENT_ID.ALIAS,
    anchorStart,
    anchorEnd
  });
}
function addPopEvent(state) {
  state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
  addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
  return {
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1
  };
}
function snapshotState(state) {
  return {
    position: state.position,
    line: state.line,
    lineStart: state.lineStart,
    lineIndent: state.lineIndent,
    firstTabInLine: state.firstTabInLine,
    eventsLength: state.events.length
  };
}
function restoreState(state, snapshot) {
  state.position = snapshot.position;
  state.line = snapshot.line;
  state.lineStart = snapshot.lineStart;
  state.lineIndent = snapshot.lineIndent;
  state.firstTabInLine = snapshot.firstTabInLine;
  state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
  YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
  return c === 10 || c === 13;
}
function isWhiteSpace(c) {
  return c === 9 || c === 32;
}
function isWsOrEol(c) {
  return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
  return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
  return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
  return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
  if (c >= 48 && c <= 57) return c - 48;
  const lc = c | 32;
  if (lc >= 97 && lc <= 102) return lc - 97 + 10;
  return -1;
}
function escapedHexLen(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  if (c === 85) return 8;
  return 0;
}
function isSimpleEscape(c) {
  return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
  if (state.input.charCodeAt(state.position) === 10) state.position++;
  else {
    state.position++;
    if (state.input.charCodeAt(state.position) === 10) state.position++;
  }
  state.line++;
  state.lineStart = state.position;
  state.lineIndent = 0;
  state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
  let lineBreaks = 0;
  let ch = state.input.charCodeAt(state.position);
  let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
  while (ch !== 0) {
    while (isWhiteSpace(ch)) {
      hasSeparation = true;
      if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
      ch = state.input.charCodeAt(++state.position);
    }
    if (allowComments && hasSeparation && ch === 35) do
      ch = state.input.charCodeAt(++state.position);
    while (!isEol(ch) && ch !== 0);
    if (!isEol(ch)) break;
    consumeLineBreak(state);
    lineBreaks++;
    hasSeparation = true;
    ch = state.input.charCodeAt(state.position);
    while (ch === 32) {
      state.lineIndent++;
      ch = state.input.charCodeAt(++state.position);
    }
  }
  return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
  const ch = state.input.charCodeAt(position);
  if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
    const following = state.input.charCodeAt(position + 3);
    return following === 0 || isWsOrEol(following);
  }
  return false;
}
function skipByteOrderMark(state) {
  if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
    state.position++;
    state.lineStart = state.position;
  }
}
function testDocumentBoundary(state) {
  if (state.position !== state.lineStart) return false;
  if (testDocumentSeparator(state)) return true;
  if (state.input.charCodeAt(state.position) !== 65279) return false;
  const snapshot = snapshotState(state);
  skipByteOrderMark(state);
  skipSeparationSpace(state, true);
  const ch = state.input.charCodeAt(state.position);
  const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
  restoreState(state, snapshot);
  return result;
}
function skipUntilLineEnd(state) {
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
  const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
  if (match !== null) {
    state.position = start + match.index + match[0].length - 1;
    throwError(state, "the stream contains non-printable characters");
  }
}
function readTagProperty(state, props, inFlow) {
  if (state.input.charCodeAt(state.position) !== 33) return false;
  if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
  const start = state.position;
  let isVerbatim = false;
  let isNamed3 = false;
  let tagHandle = "!";
  let ch = state.input.charCodeAt(++state.position);
  if (ch === 60) {
    isVerbatim = true;
    ch = state.input.charCodeAt(++state.position);
  } else if (ch === 33) {
    isNamed3 = true;
    tagHandle = "!!";
    ch = state.input.charCodeAt(++state.position);
  }
  let suffixStart = state.position;
  let tagName;
  if (isVerbatim) {
    while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
    if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
    tagName = state.input.slice(suffixStart, state.position);
    state.position++;
  } else {
    while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
      if (ch === 33) {
        if (!isNamed3) {
          tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
          if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
          isNamed3 = true;
          suffixStart = state.position + 1;
        } else throwError(state, "tag suffix cannot contain exclamation marks");
      }
      ch = state.input.charCodeAt(++state.position);
    }
    tagName = state.input.slice(suffixStart, state.position);
    if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
  }
  if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
  if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
  props.tagStart = start;
  props.tagEnd = state.position;
  return true;
}
function readAnchorProperty(state, props) {
  if (state.input.charCodeAt(state.position) !== 38) return false;
  if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
  props.anchorStart = start;
  props.anchorEnd = state.position;
  return true;
}
function readAlias(state, props) {
  if (state.input.charCodeAt(state.position) !== 42) return false;
  if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
  addAliasEvent(state, start, state.position);
  return true;
}
function readFlowScalarBreak(state, nodeIndent) {
  skipSeparationSpace(state, false);
  if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 39) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 39) {
      if (state.input.charCodeAt(state.position + 1) === 39) {
        simple = false;
        state.position += 2;
        continue;
      }
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 34) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 34) {
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (ch === 92) {
      simple = false;
      const escaped4 = state.input.charCodeAt(++state.position);
      if (isEol(escaped4)) readFlowScalarBreak(state, nodeIndent);
      else if (isSimpleEscape(escaped4)) state.position++;
      else {
        let hexLength = escapedHexLen(escaped4);
        if (hexLength === 0) throwError(state, "unknown escape sequence");
        while (hexLength-- > 0) {
          state.position++;
          if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
        }
        state.position++;
      }
    } else if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  let chomping = CHOMPING_MODE.CLIP;
  let indent = -1;
  let detectedIndent = false;
  if (ch !== 124 && ch !== 62) return false;
  const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    const current = state.input.charCodeAt(state.position);
    const digit = fromDecimalCode(current);
    if (current === 43 || current === 45) {
      if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
      chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
      state.position++;
    } else if (digit >= 0) {
      if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
      if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
      indent = parentIndent + digit - 1;
      detectedIndent = true;
      state.position++;
    } else break;
  }
  let hadWhitespace = false;
  while (isWhiteSpace(state.input.charCodeAt(state.position))) {
    hadWhitespace = true;
    state.position++;
  }
  if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
  let contentIndent = detectedIndent ? indent : -1;
  let maxLeadingIndent = 0;
  const valueStart = state.position;
  let valueEnd = state.position;
  while (state.input.charCodeAt(state.position) !== 0) {
    const linePosition = state.position;
    let column = 0;
    while (state.input.charCodeAt(linePosition + column) === 32) column++;
    const first = state.input.charCodeAt(linePosition + column);
    if (first === 0) {
      if (contentIndent >= 0) {
        if (column > contentIndent) valueEnd = linePosition + column;
      } else if (column > 0) valueEnd = linePosition + column;
      break;
    }
    if (testDocumentBoundary(state)) break;
    if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
    if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
      if (first === 9 && column < parentIndent) {
        state.position = linePosition + column;
        throwError(state, "tab characters must not be used in indentation");
      }
      if (column >= parentIndent && column < maxLeadingIndent) {
        state.position = linePosition + column;
        throwError(state, "bad indentation of a mapping entry");
      }
    }
    if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
    const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
    if (first !== 0 && !isEol(first) && column < requiredIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    skipUntilLineEnd(state);
    valueEnd = state.position;
    if (isEol(state.input.charCodeAt(state.position))) {
      consumeLineBreak(state);
      valueEnd = state.position;
    }
  }
  checkPrintable(state, valueStart, valueEnd);
  addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
  return true;
}
function canStartPlainScalar(state, nodeContext) {
  const ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
  if (ch === 63 || ch === 45) {
    const following = state.input.charCodeAt(state.position + 1);
    if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
  }
  return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
  if (!canStartPlainScalar(state, nodeContext)) return false;
  const start = state.position;
  let end = state.position;
  let ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  let multiline = false;
  while (ch !== 0) {
    if (testDocumentBoundary(state)) break;
    if (ch === 58) {
      const following = state.input.charCodeAt(state.position + 1);
      if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
    } else if (ch === 35) {
      if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
    } else if (inFlow && isFlowIndicator(ch)) break;
    else if (isEol(ch)) {
      const savedPosition = state.position;
      const savedLine = state.line;
      const savedLineStart = state.lineStart;
      const savedLineIndent = state.lineIndent;
      skipSeparationSpace(state, false);
      if (state.lineIndent >= nodeIndent) {
        multiline = true;
        ch = state.input.charCodeAt(state.position);
        continue;
      }
      state.position = savedPosition;
      state.line = savedLine;
      state.lineStart = savedLineStart;
      state.lineIndent = savedLineIndent;
      break;
    }
    if (!isWhiteSpace(ch)) end = state.position + 1;
    ch = state.input.charCodeAt(++state.position);
  }
  if (end === start) return false;
  checkPrintable(state, start, end);
  addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
  return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
  const startLine = state.line;
  skipSeparationSpace(state, true);
  if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  const isMapping = ch === 123;
  const start = state.position;
  let readNext = true;
  if (ch !== 91 && ch !== 123) return false;
  const terminator = isMapping ? 125 : 93;
  if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    skipFlowSeparationSpace(state, nodeIndent);
    let ch2 = state.input.charCodeAt(state.position);
    if (ch2 === terminator) {
      state.position++;
      addPopEvent(state);
      return true;
    } else if (!readNext) throwError(state, "missed comma between flow collection entries");
    else if (ch2 === 44) throwError(state, "expected the node content, but found ','");
    let isPair = false;
    let isExplicitPair = false;
    if (ch2 === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
      isPair = isExplicitPair = true;
      state.position += 1;
      skipFlowSeparationSpace(state, nodeIndent);
    }
    const entryLine = state.line;
    const entryStart = snapshotState(state);
    const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
    skipFlowSeparationSpace(state, nodeIndent);
    ch2 = state.input.charCodeAt(state.position);
    if ((isMapping || isExplicitPair || state.line === entryLine) && ch2 === 58) {
      isPair = true;
      state.position++;
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) {
        insertFlowPairMappingEvent(state, entryStart);
        if (!keyWasRead) addEmptyScalarEvent(state);
      } else if (!keyWasRead) addEmptyScalarEvent(state);
      if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) addPopEvent(state);
    } else if (isMapping && isPair) {
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
    } else if (isMapping) addEmptyScalarEvent(state);
    else if (isPair) {
      insertFlowPairMappingEvent(state, entryStart);
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
      addPopEvent(state);
    }
    ch2 = state.input.charCodeAt(state.position);
    if (ch2 === 44) {
      readNext = true;
      state.position++;
    } else readNext = false;
  }
  throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
  if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
  addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
  while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
    if (state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const entryLine = state.line;
    state.position++;
    const hadBreak = skipSeparationSpace(state, true) > 0;
    if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
    if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
    else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
    skipSeparationSpace(state, true);
    if (state.lineIndent < nodeIndent || state.position >= state.length) break;
    if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
    if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
  }
  addPopEvent(state);
  return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
  let atExplicitKey = false;
  let detected = false;
  let mappingOpened = false;
  let pendingExplicitKey = false;
  if (state.firstTabInLine !== -1) return false;
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0) {
    if (!atExplicitKey && state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const following = state.input.charCodeAt(state.position + 1);
    const entryLine = state.line;
    if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
      if (!mappingOpened) {
        addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
        mappingOpened = true;
      }
      if (ch === 63) {
        if (atExplicitKey) addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = true;
      } else if (atExplicitKey) atExplicitKey = false;
      else {
        addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = false;
      }
      state.position += 1;
      pendingExplicitKey = true;
    } else {
      if (atExplicitKey) {
        addEmptyScalarEvent(state);
        atExplicitKey = false;
      }
      const beforeKey = snapshotState(state);
      if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
      if (state.line === entryLine) {
        ch = state.input.charCodeAt(state.position);
        while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
        if (ch === 58) {
          ch = state.input.charCodeAt(++state.position);
          if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
          if (!mappingOpened) {
            state.events.splice(beforeKey.eventsLength, 0, {
              type: EVENT_ID.MAPPING,
              start: beforeKey.position,
              anchorStart: props.anchorStart,
              anchorEnd: props.anchorEnd,
              tagStart: props.tagStart,
              tagEnd: props.tagEnd,
              style: COLLECTION_STYLE.BLOCK
            });
            mappingOpened = true;
          }
          detected = true;
          atExplicitKey = false;
          pendingExplicitKey = false;
        } else if (detected) throwError(state, "expected ':' after a mapping key");
        else {
          if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
            restoreState(state, beforeKey);
            return false;
          }
          return true;
        }
      } else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else {
        if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
          restoreState(state, beforeKey);
          return false;
        }
        return true;
      }
    }
    if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
    if (!atExplicitKey) {
      if (pendingExplicitKey) {
        addEmptyScalarEvent(state);
        pendingExplicitKey = false;
      }
    }
    skipSeparationSpace(state, true);
    ch = state.input.charCodeAt(state.position);
    if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
    else if (state.lineIndent < nodeIndent) break;
  }
  if (!detected) return false;
  if (atExplicitKey) addEmptyScalarEvent(state);
  if (mappingOpened) addPopEvent(state);
  return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
  if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
  state.depth++;
  let indentStatus = 1;
  let atNewLine = false;
  let hasContent = false;
  let propertyStart = null;
  const props = emptyProperties();
  let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
  let allowBlockCollections = allowBlockScalars;
  const allowBlockStyles = allowBlockScalars;
  if (allowToSeek && skipSeparationSpace(state, true)) {
    atNewLine = true;
    if (state.lineIndent > parentIndent) indentStatus = 1;
    else if (state.lineIndent === parentIndent) indentStatus = 0;
    else indentStatus = -1;
  }
  if (indentStatus === 1) while (true) {
    const ch = state.input.charCodeAt(state.position);
    const propertyState = snapshotState(state);
    if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
    if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
      const fallbackState = snapshotState(state);
      const flowIndent = parentIndent + 1;
      if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
        state.depth--;
        return true;
      }
      restoreState(state, fallbackState);
    }
    if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
    if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
    if (propertyStart === null) propertyStart = propertyState;
    if (skipSeparationSpace(state, true)) {
      atNewLine = true;
      allowBlockCollections = allowBlockStyles;
      if (state.lineIndent > parentIndent) indentStatus = 1;
      else if (state.lineIndent === parentIndent) indentStatus = 0;
      else indentStatus = -1;
    } else allowBlockCollections = false;
  }
  if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
  if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
    const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
    const blockIndent = state.position - state.lineStart;
    if (indentStatus === 1) {
      if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
      else {
        const ch = state.input.charCodeAt(state.position);
        if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
          const fallbackState = snapshotState(state);
          const propertyIndent = propertyStart.position - propertyStart.lineStart;
          restoreState(state, propertyStart);
          if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
          else restoreState(state, fallbackState);
        }
        if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
      }
    } else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
  }
  allowBlockScalars = allowBlockScalars && !hasContent;
  if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
    addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
    hasContent = true;
  }
  state.depth--;
  return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
  if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
  state.position++;
  const nameStart = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
  const name4 = state.input.slice(nameStart, state.position);
  const args = [];
  if (name4.length === 0) throwError(state, "directive name must not be less than one character in length");
  while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
    while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
    if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
    const start = state.position;
    while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
    args.push(state.input.slice(start, state.position));
  }
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  if (name4 === "YAML") {
    if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
    if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
    const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
    if (match === null) throwError(state, "ill-formed argument of the YAML directive");
    if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
    state.directives.push({
      kind: "yaml",
      version: args[0]
    });
  } else if (name4 === "TAG") {
    if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
    const [handle, prefix] = args;
    if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
    if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
    if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
    state.tagHandlers[handle] = prefix;
    state.directives.push({
      kind: "tag",
      handle,
      prefix
    });
  }
  return true;
}
function readDocument(state) {
  state.directives = [];
  state.tagHandlers = /* @__PURE__ */ Object.create(null);
  let hasDirectives = false;
  skipSeparationSpace(state, true);
  while (readDirective(state)) {
    hasDirectives = true;
    skipSeparationSpace(state, true);
  }
  let explicitStart = false;
  let explicitEnd = false;
  let allowCompact = true;
  if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
    explicitStart = true;
    const markerLine = state.line;
    state.position += 3;
    skipSeparationSpace(state, true);
    allowCompact = state.line > markerLine;
  } else if (hasDirectives) throwError(state, "directives end mark is expected");
  const documentEventIndex = state.events.length;
  if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
    state.position += 3;
    skipSeparationSpace(state, true);
    return;
  }
  addDocumentEvent(state, explicitStart, false);
  if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
  skipSeparationSpace(state, true);
  if (state.position === state.lineStart && testDocumentSeparator(state)) {
    explicitEnd = state.input.charCodeAt(state.position) === 46;
    if (explicitEnd) {
      const markerLine = state.line;
      state.position += 3;
      skipSeparationSpace(state, true);
      if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
    }
  }
  const documentEvent = state.events[documentEventIndex];
  if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
  addPopEvent(state);
  if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
function parseEvents(input2, options) {
  const length3 = input2.length;
  const state = {
    ...DEFAULT_PARSER_OPTIONS,
    ...options,
    input: `${input2}\0`,
    length: length3,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  };
  const nullpos = input2.indexOf("\0");
  if (nullpos !== -1) YAMLException.throwAt(input2, nullpos, "null byte is not allowed in input", state.filename);
  while (state.position < state.length) {
    skipByteOrderMark(state);
    skipSeparationSpace(state, true);
    if (state.position >= state.length) break;
    const documentStart = state.position;
    readDocument(state);
    if (state.position === documentStart)
      throwError(state, "can not read a document");
  }
  return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function hasBit(mask, bit) {
  return (mask & 1 << bit) !== 0;
}
var DEFAULT_SCALAR_STYLE_RULES = {
  applyQuoteFlowKeysOption,
  doubleQuoteForInvisibles,
  doubleQuoteWhitespaceOnly,
  applyForceQuotesOption,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
  if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
  return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
  if (!layout.presenterOptions.quoteFlowKeys) return;
  if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
  layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
  if (!layout.presenterOptions.forceQuotes) return;
  if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
  if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
  layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
  if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
  const value2 = layout.node.value;
  const multiline = value2.indexOf("\n") !== -1;
  if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
    if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
    return;
  }
  const w = layout.presenterOptions.lineWidth;
  if (w === -1) {
    if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
    return;
  }
  const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  let position = 0;
  let shouldFold = false;
  while (position <= value2.length) {
    let lineEnd = value2.length;
    const nextLineBreak = value2.indexOf("\n", position);
    if (nextLineBreak !== -1) lineEnd = nextLineBreak;
    const line = value2.slice(position, lineEnd);
    if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
    if (nextLineBreak === -1) break;
    position = nextLineBreak + 1;
  }
  if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
  else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
  if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var DEFAULT_PRESENTER_OPTIONS = {
  indent: 2,
  seqNoIndent: false,
  seqInlineFirst: true,
  lineWidth: 80,
  flowBracketPadding: false,
  flowSkipCommaSpace: false,
  flowSkipColonSpace: false,
  quoteFlowKeys: false,
  quoteStyle: "single",
  forceQuotes: false,
  scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name4) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name4)),
  tagBeforeAnchor: false
};
var DEFAULT_DUMP_OPTIONS = {
  ...DEFAULT_PRESENTER_OPTIONS,
  schema: DUMP_SCHEMA,
  skipInvalid: false,
  noRefs: false,
  flowLevel: -1,
  sortKeys: false,
  transform: () => {
  }
};
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
var EVENT_MAPPING = EVENT_ID.MAPPING;
var EVENT_SCALAR = EVENT_ID.SCALAR;
var EVENT_ALIAS = EVENT_ID.ALIAS;
var EVENT_POP = EVENT_ID.POP;
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// lib/read/cloudformation/short-form.ts
var functions2 = [
  "And",
  "Base64",
  "Cidr",
  "Equals",
  "FindInMap",
  "GetAZs",
  "GetAtt",
  "GetStackOutput",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform"
];
var written6 = new Map([
  ["!Ref", "Ref"],
  ["!Condition", "Condition"],
  ...functions2.map((name4) => [`!${name4}`, `Fn::${name4}`])
]);
var templateSchema = FAILSAFE_SCHEMA.withTags(
  nullYaml11Tag,
  // `y` and `n` are names of properties (of a widget, say), and no parser in use takes them for booleans.
  {
    ...boolYaml11Tag,
    resolve: (source3) => source3.length === 1 ? NOT_RESOLVED : boolYaml11Tag.resolve(source3, true, "")
  },
  intYaml11Tag,
  floatYaml11Tag,
  mergeTag,
  defineMappingTag("tag:yaml.org,2002:map", { ...mapTag, create: () => table() }),
  [...written6].flatMap(([tag, name4]) => [
    defineScalarTag(tag, {
      resolve: (source3) => longForm(name4, source3 === "" && name4 !== "Fn::GetAZs" ? null : source3),
      identify: () => false
    }),
    defineSequenceTag(tag, {
      create: () => [],
      addItem: (list4, item) => void list4.push(item),
      finalize: (list4) => longForm(name4, list4),
      identify: () => false
    }),
    defineMappingTag(tag, {
      ...mapTag,
      create: () => table(),
      finalize: (entries2) => longForm(name4, entries2),
      keys: () => [],
      get: () => null
    })
  ])
);
function longForm(name4, argument) {
  return table([[name4, argument]]);
}

// lib/read/cloudformation/parse.ts
function parseTemplate2(name4, text2) {
  return jsonOf(text2) ?? yamlOf(name4, text2);
}
function jsonOf(text2) {
  if (!/^\s*\{/.test(text2)) return void 0;
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
var maxDepth3 = 200;
function yamlOf(name4, text2) {
  try {
    const events = parseEvents(text2, { maxDepth: maxDepth3 });
    if (events.filter(({ type }) => type === EVENT_DOCUMENT).length > 1) {
      return refuse4(name4, "several YAML documents, and a template is one. Check them one by one");
    }
    const [parsed3 = null] = constructFromEvents(events, { source: text2, schema: templateSchema });
    if (!isTooLarge2(parsed3)) return parsed3;
    return refuse4(
      name4,
      "its aliases repeat so much that it has no end. Write it without aliases: `aws cloudformation package` does"
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    const mark2 = error instanceof YAMLException ? error.mark : null;
    const reason = error instanceof YAMLException ? error.reason.slice(0, 200) : "it cannot be parsed";
    return refuse4(name4, `neither JSON nor YAML: ${reason}; mend it here or just above`, mark2 ?? void 0);
  }
}
function refuse4(name4, message, mark2) {
  const location = mark2 ? { document: name4, line: mark2.line + 1, column: mark2.column + 1 } : { document: name4 };
  throw new InputError([{ message: `${name4}: ${message}`, location }]);
}
var maxValues = 5e5;
function isTooLarge2(top) {
  const pending = [top];
  let count = 0;
  for (let next2 = pending.pop(); next2 !== void 0; next2 = pending.pop()) {
    if (typeof next2 !== "object" || next2 === null) continue;
    for (const inner of Object.values(next2)) {
      count += 1;
      if (count > maxValues) return true;
      pending.push(inner);
    }
  }
  return false;
}

// lib/read/decode.ts
var zip = [80, 75, 3, 4];
var notUtf8 = 'not valid UTF-8, so its text cannot be trusted. Windows PowerShell 5 re-encodes what a program prints: write the file with `cmd /c "terraform show -json tfplan > plan.json"`, or with PowerShell 7.';
var notUtf16 = "not valid UTF-16: half a character is missing, so the file was cut or re-encoded. Write it again.";
function decodeText(name4, bytes) {
  if (zip.every((byte, at3) => bytes[at3] === byte)) {
    refuse3(name4, "a binary plan, which only Terraform reads. Run `terraform show -json FILE` and check its output.");
  }
  const text2 = textOf10(name4, bytes);
  if (text2.trim() === "") {
    refuse3(
      name4,
      "empty. Did the command that wrote it fail? `terraform show` prints its error to the console and leaves an empty file behind."
    );
  }
  if (/^\s*\{\s*"remote_plan_format"\s*:/.test(text2.slice(0, 200))) {
    refuse3(
      name4,
      "a bookmark of a plan saved in HCP Terraform. Run `terraform show -json FILE` where you are logged in and check its output."
    );
  }
  return text2;
}
function textOf10(name4, bytes) {
  const [first, second, third] = bytes;
  if (first === 255 && second === 254) return decoded3(name4, "utf-16le", bytes);
  if (first === 254 && second === 255) return decoded3(name4, "utf-16be", bytes);
  if (first === 239 && second === 187 && third === 191) return decoded3(name4, "utf-8", bytes);
  if (first !== void 0 && first !== 0 && second === 0) return decoded3(name4, "utf-16le", bytes);
  if (first === 0 && second !== void 0 && second !== 0) return decoded3(name4, "utf-16be", bytes);
  return decoded3(name4, "utf-8", bytes);
}
function decoded3(name4, encoding, bytes) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse3(name4, encoding === "utf-8" ? notUtf8 : notUtf16);
  }
}

// lib/read/parse-failure.ts
function whyNotJson(text2, reason) {
  const start = text2.trimStart();
  if (text2.includes("[command]") || text2.includes("::debug::")) {
    return "wrapped in log lines of the setup-terraform action (`[command]`, `::debug::`). Set `terraform_wrapper: false` in that step.";
  }
  if (/^\[[^\]\n{}"]*\/[^\]\n{}"]*\]\s*\{/.test(start)) {
    return "prefixed with Terragrunt's `[unit]` log prefix. Run Terragrunt with `--log-disable`, or with `--json-out-dir` for one file per unit.";
  }
  if (isHumanReadable(start)) {
    return "the human-readable output of `terraform show` or `terraform plan`. Run `terraform show -json FILE` and check its output.";
  }
  if (/^(resource|data|module|provider|variable|locals|terraform)\s+(["{])/m.test(start)) {
    return "configuration of Terraform (HCL), which holds expressions instead of values. Run `terraform plan -out=tfplan`, then `terraform show -json tfplan`, and check its output; CDKTF writes JSON where it is run without `--hcl`.";
  }
  if (!start.startsWith("{") && !start.startsWith("[")) {
    return /^\s*\{|\{"/m.test(start) ? "preceded by other text. Write only the output of `terraform show -json FILE` to the file." : "not JSON, nor a CloudFormation template in YAML. Run `terraform show -json FILE` and check its output.";
  }
  const end = endOfFirst(start);
  if (end === null && /unterminated|unexpected end|end of (data|input)|eof/i.test(reason)) {
    return "cut off before its end. Was the disk full, or the job cancelled? Run `terraform show -json FILE` again, or the synth.";
  }
  if (end !== null && start.slice(end).trim() !== "") return whyMore(start.slice(0, end), start.slice(end).trim());
  return 'not valid JSON. If Windows PowerShell wrote it, its quotes may have been destroyed: use `cmd /c "terraform show -json tfplan > plan.json"`, or PowerShell 7.';
}
function whyMore(first, rest2) {
  if (/"@level"\s*:/.test(first)) return uiStream;
  if (rest2.startsWith("{")) {
    return "several documents one after another (`terragrunt run --all show -json` prints one per unit). Write one file per unit, with `--json-out-dir`, and check them together.";
  }
  return "followed by other text. Write only the output of `terraform show -json FILE` to the file.";
}
var uiStream = "the event stream of `terraform plan -json`, not a plan. Run `terraform plan -out=tfplan`, then `terraform show -json tfplan`, and check its output.";
function isHumanReadable(start) {
  const head = start.slice(0, 4e3);
  return /^(\S*(Terraform|OpenTofu) (used the selected providers|will perform)|No changes\.|# \S+:|Note: Objects have changed|Outputs:)/m.test(
    head.replace(/\u001b\[[0-9;]*m/g, "")
  );
}
function endOfFirst(text2) {
  let depth = 0;
  let quoted3 = false;
  for (let at3 = 0; at3 < text2.length; at3 += 1) {
    const character = text2[at3];
    if (quoted3) {
      if (character === "\\") at3 += 1;
      else if (character === '"') quoted3 = false;
    } else if (character === '"') quoted3 = true;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") {
      depth -= 1;
      if (depth === 0) return at3 + 1;
    }
  }
  return null;
}

// lib/read/recognise.ts
var showAgain = "Run `terraform show -json FILE` and check its output.";
var strangers = [
  {
    is: (body) => has(body, "plan_format_version") && has(body, "provider_schemas"),
    why: "a redacted plan of HCP Terraform (`json-output-redacted`): it lacks the configuration and the values. Fetch `json-output` instead."
  },
  {
    is: (body) => has(body, "Version") && has(body, "ImportedResource"),
    why: `a plan of Terraformer, not of Terraform. ${showAgain}`
  },
  {
    is: (body) => own(body, "version") !== void 0 && (has(body, "lineage") || has(body, "modules") || has(body, "serial")),
    why: "a raw state file (`.tfstate`), whose layout Terraform keeps to itself. Run `terraform show -json` (or `terraform show -json FILE.tfstate`) and check its output."
  },
  {
    is: (body) => Array.isArray(own(body, "projects")) && !has(body, "resource_changes"),
    why: `an Infracost breakdown, not a plan. ${showAgain}`
  },
  { is: (body) => has(body, "@level"), why: uiStream },
  {
    is: (body) => has(body, "root_module") && !has(body, "format_version"),
    why: "the configuration alone (`tofu show -config -json`): it holds no values. Run `tofu show -json PLANFILE` and check its output."
  },
  {
    is: (body) => has(body, "version") && (has(body, "artifacts") || isObject(own(body, "stacks"))),
    why: "the manifest of a synthesised app, which holds no resources. Name the folder that it is in."
  },
  {
    is: (body) => has(body, "create") && has(body, "delete") && !has(body, "resource_changes"),
    why: `the counts of a plan (GitLab's merge request widget), not the plan. ${showAgain}`
  }
];
var collectionFormat = "holdfast-collection";
function recognise(parsed3) {
  if (parsed3 === null) return refused2(`the JSON value \`null\`, not a plan. ${showAgain}`);
  if (Array.isArray(parsed3)) return refused2(`a JSON array, not a plan. ${showAgain}`);
  if (!isObject(parsed3)) return refused2(`a single JSON value, not a plan. ${showAgain}`);
  if (own(parsed3, "format") === collectionFormat) return { as: "collection", body: parsed3 };
  const stranger = strangers.find((one2) => one2.is(parsed3));
  if (stranger) return refused2(stranger.why);
  if (isTemplate(parsed3)) return { as: "template", body: parsed3 };
  if (isStack(parsed3)) {
    return isMetadata(parsed3) ? refused2(
      "what CDKTF notes beside a stack that is written as HCL. Synthesise without `--hcl` and check `cdk.tf.json`."
    ) : { as: "stack", body: parsed3 };
  }
  const as = formOf4(parsed3);
  if (as === null) {
    return refused2(
      `JSON, but neither a Terraform plan or state, nor a stack of CDKTF, nor a CloudFormation template, nor what \`holdfast collect\` writes. ${showAgain}`
    );
  }
  const version2 = own(parsed3, "format_version");
  if (typeof version2 !== "string") {
    return refused2(`a ${as} without \`format_version\`, so nothing says how to read it. ${showAgain}`);
  }
  const major = /^(\d{1,6})(\.\d{1,6})*$/.exec(version2)?.[1];
  if (major !== "0" && major !== "1") {
    return refused2(`a ${as} of format version ${printable(version2)}; this version reads 0.x and 1.x. Update holdfast.`);
  }
  return { as, body: parsed3 };
}
function formOf4(body) {
  if (has(body, "resource_changes") || has(body, "planned_values") && has(body, "configuration")) return "plan";
  if (has(body, "values")) return "state";
  const onlyVersions = Object.keys(body).every(
    (key3) => key3 === "format_version" || key3 === "terraform_version" || key3 === "checks"
  );
  return onlyVersions && has(body, "format_version") ? "state" : null;
}
function isStack(body) {
  if (has(body, "format_version")) return false;
  const resource = own(body, "resource");
  return isObject(own(own(body, "//"), "metadata")) || isObject(resource) || Array.isArray(resource);
}
function isMetadata(body) {
  const blocks = entries(own(body, "resource")).flatMap(([, byName2]) => entries(byName2).map(([, block]) => block));
  return !has(body, "provider") && blocks.length > 0 && blocks.every((block) => isObject(block) && has(block, "//") && Object.keys(block).length === 1);
}
function isTemplate(body) {
  if (has(body, "AWSTemplateFormatVersion")) return true;
  if (isObject(own(own(body, "Parameters"), "BootstrapVersion"))) return true;
  const resources = own(body, "Resources");
  return isObject(resources) && Object.values(resources).some((one2) => typeof own(one2, "Type") === "string");
}
var sections = "AWSTemplateFormatVersion|Description|Metadata|Parameters|Mappings|Conditions|Rules|Transform|Resources";
var yamlTemplate = /^(["']?)(AWSTemplateFormatVersion|Transform|Resources)\1\s*:(\s|$)/m;
var jsonTemplate = new RegExp(`^\\s*\\{\\s*"(${sections})"\\s*:`);
function looksLikeTemplate(text2) {
  return /^\s*[{[]/.test(text2) ? jsonTemplate.test(text2) : yamlTemplate.test(text2);
}
function has(body, key3) {
  return Object.hasOwn(body, key3);
}
function refused2(why2) {
  return { as: "refused", why: why2 };
}
function printable(version2) {
  return /^[\w.+-]{1,20}$/.test(version2) ? `\`${version2}\`` : "that is not a version";
}

// lib/read/parse.ts
var deepest7 = 500;
function parseDocument({ name: name4, bytes, stack, template }) {
  const body = parse(name4, decodeText(name4, bytes));
  const found = listedAs(body, stack, template) ?? recognise(body);
  if (found.as === "refused") return refuse3(name4, found.why);
  if (found.as !== "plan" && found.as !== "state" && isTooDeep(body)) {
    return refuse3(name4, `nested more than ${deepest7} levels deep, which no tool writes.`);
  }
  return found;
}
function listedAs(body, stack, template) {
  if (!isObject(body)) return null;
  if (stack !== void 0) return { as: "stack", body };
  return template === void 0 ? null : { as: "template", body };
}
function parse(name4, text2) {
  try {
    return JSON.parse(text2);
  } catch (error) {
    if (looksLikeTemplate(text2)) return parseTemplate2(name4, text2);
    return refuse3(name4, whyNotJson(text2, error instanceof Error ? error.message : ""));
  }
}
function isTooDeep(document) {
  let level2 = [document];
  for (let depth = 0; level2.length > 0; depth += 1) {
    if (depth > deepest7) return true;
    level2 = level2.flatMap((one2) => typeof one2 === "object" && one2 !== null ? Object.values(one2) : []);
  }
  return false;
}

// lib/read/terraform/traversal.ts
function parseTraversal(text2) {
  const parts = [];
  let at3 = 0;
  while (at3 < text2.length) {
    if (text2[at3] === "[") {
      const closed = endOfKey(text2, at3);
      if (closed === null) return null;
      const part = keyPart(text2.slice(at3 + 1, closed));
      if (part === null) return null;
      parts.push(part);
      at3 = closed + 1;
    } else {
      if (text2[at3] === ".") at3 += 1;
      const start = at3;
      while (at3 < text2.length && text2[at3] !== "." && text2[at3] !== "[") at3 += 1;
      if (at3 === start) return null;
      parts.push({ is: "name", name: text2.slice(start, at3) });
    }
  }
  return parts.length === 0 ? null : parts;
}
function endOfKey(text2, open3) {
  if (text2[open3 + 1] !== '"') {
    const close = text2.indexOf("]", open3);
    return close < 0 ? null : close;
  }
  for (let at3 = open3 + 2; at3 < text2.length; at3 += 1) {
    if (text2[at3] === "\\") at3 += 1;
    else if (text2[at3] === '"') return text2[at3 + 1] === "]" ? at3 + 1 : null;
  }
  return null;
}
function keyPart(inside5) {
  if (inside5 === "*") return { is: "any" };
  if (/^\d{1,15}$/.test(inside5)) return { is: "key", key: Number(inside5) };
  if (!inside5.startsWith('"')) return null;
  try {
    return {
      is: "key",
      key: String(JSON.parse(inside5)).replace(/\$\$\{/g, "${").replace(/%%\{/g, "%{")
    };
  } catch {
    return null;
  }
}
function modulesOf(moduleAddress) {
  const parts = moduleAddress === void 0 ? [] : parseTraversal(moduleAddress) ?? [];
  const steps2 = [];
  for (let at3 = 0; at3 + 1 < parts.length; ) {
    const [word2, name4, key3] = [parts[at3], parts[at3 + 1], parts[at3 + 2]];
    if (word2?.is !== "name" || word2.name !== "module" || name4?.is !== "name") return steps2;
    if (key3?.is === "key") steps2.push({ name: name4.name, key: key3.key });
    else steps2.push({ name: name4.name, key: key3?.is === "any" ? void 0 : null });
    at3 += key3 === void 0 || key3.is === "name" ? 2 : 3;
  }
  return steps2;
}
function configurationPath(modules) {
  return modules.map((step2) => `${step2.name}.`).join("");
}
function instancePath(modules) {
  return modules.map((step2) => `${step2.name}[${keyText2(step2.key)}].`).join("");
}
function keyText2(key3) {
  return key3 === void 0 ? "*" : JSON.stringify(key3);
}
function withinPattern(modules, pattern) {
  return modules.length === pattern.length && pattern.every(
    (step2, at3) => step2.name === modules[at3]?.name && (step2.key === void 0 || step2.key === modules[at3].key)
  );
}
function longestReferences(references) {
  const kept = /* @__PURE__ */ new Set();
  let last = "";
  for (const reference4 of references) {
    const rest2 = last.startsWith(reference4) ? last.slice(reference4.length) : null;
    if (rest2 !== null && (rest2 === "" || rest2.startsWith(".") || rest2.startsWith("["))) continue;
    kept.add(reference4);
    last = reference4;
  }
  return [...kept];
}

// lib/read/terraform/configuration.ts
function configured(plan) {
  const modules = table();
  const pending = [];
  const configuration = own(plan, "configuration");
  const root = own(configuration, "root_module");
  if (isObject(root)) pending.push({ path: "", body: root });
  for (let next2 = pending.pop(); next2 !== void 0; next2 = pending.pop()) {
    modules[next2.path] = moduleOf(next2.body);
    for (const [name4, call2] of entries(own(next2.body, "module_calls"))) {
      pending.push({ path: `${next2.path}${name4}.`, body: own(call2, "module") });
    }
  }
  return {
    modules,
    providers: table(entries(own(configuration, "provider_config")).map(([key3, one2]) => [key3, providerOf2(key3, one2)])),
    variables: table(
      entries(own(plan, "variables")).flatMap(([name4, one2]) => {
        const value2 = own(one2, "value");
        return value2 === void 0 ? [] : [[name4, value2]];
      })
    )
  };
}
function moduleOf(body) {
  return {
    resources: table(
      items(own(body, "resources")).map((one2) => [
        `${textOf3(own(one2, "mode")) ?? "managed"}.${textOf3(own(one2, "type")) ?? ""}.${textOf3(own(one2, "name")) ?? ""}`,
        { ...callOf(one2), providerKey: textOf3(own(one2, "provider_config_key")) }
      ])
    ),
    calls: table(
      entries(own(body, "module_calls")).map(([name4, call2]) => [
        name4,
        { ...callOf(call2), source: textOf3(own(call2, "source")) }
      ])
    ),
    variables: table(entries(own(body, "variables")).map(([name4, one2]) => [name4, isObject(one2) ? one2 : {}])),
    outputs: table(
      entries(own(body, "outputs")).flatMap(([name4, one2]) => {
        const expression = own(one2, "expression");
        return expression === void 0 ? [] : [[name4, expression]];
      })
    )
  };
}
function callOf(one2) {
  const expressions = own(one2, "expressions");
  return { expressions: isObject(expressions) ? expressions : {}, forEach: own(one2, "for_each_expression") };
}
function providerOf2(key3, one2) {
  const expressions = own(one2, "expressions");
  const colon = key3.lastIndexOf(":");
  const module2 = textOf3(own(one2, "module_address")) ?? (colon < 0 ? void 0 : key3.slice(0, colon));
  return {
    expressions: isObject(expressions) ? expressions : {},
    modules: modulesOf(module2).map((step2) => ({ name: step2.name, key: void 0 }))
  };
}
function blockFor({ modules }, resource) {
  return modules[configurationPath(resource.modules)]?.resources[`${resource.mode}.${resource.type}.${resource.name}`];
}
function moduleSources({ modules }) {
  return table(
    Object.entries(modules).flatMap(
      ([path, { calls }]) => Object.entries(calls).flatMap(
        ([name4, { source: source3 }]) => source3 === void 0 ? [] : [[`${path}${name4}`, source3]]
      )
    )
  );
}
function referencesOf(expression) {
  return items(own(expression, "references")).filter((one2) => typeof one2 === "string");
}
function constantOf(expression) {
  if (referencesOf(expression).length > 0) return void 0;
  const constant = own(expression, "constant_value");
  return typeof constant === "string" && /[$%]\{/.test(constant) ? void 0 : constant;
}

// lib/read/terraform/attributes.ts
function slotsAt(resource, path) {
  const steps2 = pathSteps(path);
  const { values: value2, unknown: unknown4, sensitive, valuesPointer: pointer } = resource;
  let level2 = [{ value: value2, unknown: unknown4, sensitive, depth: 0, pointer }];
  steps2.forEach(({ name: name4, where }, at3) => {
    level2 = level2.flatMap((slot) => inside4(slot, name4, at3 + 1));
    if (at3 + 1 < steps2.length) level2 = level2.flatMap(blocksOf);
    if (where.length > 0) level2 = withKeys(level2, where);
  });
  return level2;
}
function withKeys(blocks, where) {
  const possible2 = blocks.filter((block) => where.every(({ key: key3, value: value2 }) => hasKey2(block, key3, value2) !== false));
  const sure = possible2.filter((block) => where.every(({ key: key3, value: value2 }) => hasKey2(block, key3, value2) === true));
  return sure.length > 0 ? sure : possible2.slice(0, 1).map((block) => ({ ...block, value: null, unknown: true }));
}
function hasKey2({ value: block, unknown: unknown4 }, key3, value2) {
  return unknown4 === true || own(unknown4, key3) === true ? "maybe" : own(block, key3) === value2;
}
function stateOf({ value: value2, unknown: unknown4, sensitive }) {
  if (unknown4 === true) return "unknown";
  if (typeof value2 === "object" && value2 !== null) {
    if (marks(sensitive)) return "sensitive";
    return marks(unknown4) ? "partly" : "known";
  }
  if (value2 === null || value2 === "") return "unset";
  return sensitive === true ? "sensitive" : "known";
}
function elementsOf2(outer) {
  const values = items(outer.value);
  const masks = items(outer.unknown);
  return Array.from({ length: Math.max(values.length, masks.length) }, (_, at3) => ({
    value: values[at3] ?? null,
    unknown: masks[at3] ?? false,
    sensitive: outer.sensitive === true ? true : items(outer.sensitive)[at3] ?? false,
    depth: outer.depth,
    pointer: pointerTo(outer.pointer, at3)
  }));
}
function inside4(outer, segment, depth) {
  if (outer.unknown === true) return [outer];
  if (outer.value === null) return [];
  return [
    {
      value: own(outer.value, segment) ?? null,
      unknown: own(outer.unknown, segment) ?? false,
      sensitive: outer.sensitive === true ? true : own(outer.sensitive, segment) ?? false,
      depth,
      pointer: pointerTo(outer.pointer, segment)
    }
  ];
}
function blocksOf(outer) {
  const list4 = Array.isArray(outer.value) || Array.isArray(outer.unknown);
  return outer.unknown !== true && list4 ? elementsOf2(outer) : [outer];
}

// lib/read/terraform/walk.ts
function rest(parts, from) {
  return parts.slice(from).flatMap((part) => part.is === "name" ? [part.name] : part.is === "key" ? [part.key] : []);
}
function taken2(value2, path) {
  return path.reduce((inner, step2) => {
    if (Array.isArray(inner)) return inner[Number(step2)] ?? null;
    return own(inner, String(step2)) ?? null;
  }, value2);
}

// lib/read/terraform/resource.ts
function blockOf(resource) {
  return blockKey(configurationPath(resource.modules), resource.mode, resource.type, resource.name);
}
function blockKey(path, mode, type, name4) {
  return `${path}${mode}.${type}.${name4}`;
}
function indexText(resource) {
  return keyText2(resource.index);
}

// lib/read/terraform/inventory.ts
function inventoryOf(resources) {
  const blocks = /* @__PURE__ */ new Map();
  const instances = /* @__PURE__ */ new Set([""]);
  for (const resource of resources) {
    const instance2 = instancePath(resource.modules);
    if (!instances.has(instance2)) addAround(instances, resource.modules);
    const block = entry(blocks, blockOf(resource), () => /* @__PURE__ */ new Map());
    const siblings = entry(block, instance2, () => ({ all: [], byIndex: /* @__PURE__ */ new Map() }));
    siblings.all.push(resource);
    siblings.byIndex.set(indexText(resource), resource);
  }
  return { resources, blocks, instances };
}
function instancesOf2(inventory, block, modules, key3, readersKey) {
  const found = inventory.blocks.get(blockKey(configurationPath(modules), block.mode, block.type, block.name));
  if (found === void 0) return [];
  const open3 = modules.some((step2) => step2.key === void 0);
  const here = found.get(instancePath(modules));
  const places3 = open3 ? [...found.values()].filter(({ all: [first] }) => first && withinPattern(first.modules, modules)) : [here];
  return places3.flatMap((siblings) => {
    if (siblings === void 0) return [];
    const wanted2 = key3 ?? readersKey;
    const one2 = wanted2 === null ? void 0 : siblings.byIndex.get(keyText2(wanted2));
    if (one2 !== void 0) return [one2];
    return key3 === void 0 ? siblings.all : [];
  });
}
function entry(map2, key3, make) {
  const found = map2.get(key3);
  if (found !== void 0) return found;
  const made2 = make();
  map2.set(key3, made2);
  return made2;
}
function addAround(instances, modules) {
  let path = "";
  for (const step2 of modules) {
    path += instancePath([step2]);
    instances.add(path);
  }
}

// lib/read/terraform/walk-steps.ts
function outputBehind({ configured: configured2, inventory }, item, name4, parts, ownKey) {
  const [, , third, fourth] = parts;
  const keyed3 = third?.is === "key" || third?.is === "any";
  const wanted2 = keyed3 ? fourth : third;
  const inside5 = (key4) => [...item.modules, { name: name4, key: key4 }];
  const likely = [
    ...third?.is === "key" ? [third.key] : [],
    ...ownKey && item.self?.key != null ? [item.self.key] : [],
    null
  ];
  const key3 = third?.is === "key" ? third.key : likely.find((one2) => inventory.instances.has(instancePath(inside5(one2))));
  const modules = inside5(key3);
  const outputs = configured2.modules[configurationPath(modules)]?.outputs;
  if (outputs === void 0) return null;
  if (wanted2?.is !== "name") {
    return {
      items: Object.values(outputs).map((expression2) => ({
        expression: expression2,
        modules,
        self: null,
        path: item.path,
        collection: true
      }))
    };
  }
  const expression = outputs[wanted2.name];
  if (expression === void 0) return null;
  const path = [...rest(parts, keyed3 ? 4 : 3), ...item.path];
  return { items: [{ expression, modules, self: null, path, collection: item.collection }] };
}
function resourceBehind(terrain, item, mode, parts, ownKey) {
  const [type, name4, ...further2] = parts;
  if (type?.is !== "name" || name4?.is !== "name") return null;
  const block = { mode, type: type.name, name: name4.name };
  const { configured: configured2, inventory } = terrain;
  if (blockFor(configured2, { ...block, modules: item.modules }) === void 0) return null;
  const [first, second] = further2;
  const readersKey = ownKey ? item.self?.key ?? null : null;
  if (first?.is === "key") {
    const instances2 = instancesOf2(inventory, block, item.modules, first.key, null);
    return {
      resource: { instances: instances2, attribute: second?.is === "name" ? second.name : null, collection: item.collection }
    };
  }
  const [picked, pickedAttribute] = item.path;
  const chosen = first === void 0 && picked !== void 0 ? instancesOf2(inventory, block, item.modules, picked, null) : [];
  if (chosen.length > 0) {
    return {
      resource: {
        instances: chosen,
        attribute: typeof pickedAttribute === "string" ? pickedAttribute : null,
        collection: item.collection
      }
    };
  }
  const named3 = first?.is === "name" ? first.name : second?.is === "name" ? second.name : null;
  const instances = instancesOf2(inventory, block, item.modules, void 0, readersKey);
  const isAttribute = instances[0] !== void 0 && typeof picked === "string" && hasAttribute(instances[0], picked);
  return { resource: { instances, attribute: named3 ?? (isAttribute ? picked : null), collection: item.collection } };
}
function hasAttribute({ values, unknown: unknown4 }, name4) {
  return own(values, name4) !== void 0 || own(unknown4, name4) !== void 0;
}

// lib/read/terraform/references.ts
var mostSteps = 2e3;
var deepestNesting = 40;
function reach2(terrain, place, nesting = 0) {
  const resources = [];
  const constants = [];
  const deadEnds = [];
  const seen2 = /* @__PURE__ */ new Map();
  const pending = [{ ...place, path: [], collection: false }];
  let steps2 = 0;
  const follow2 = (item) => {
    const { expression } = item;
    if (typeof expression === "object" && expression !== null) {
      const visits = seen2.get(expression) ?? /* @__PURE__ */ new Set();
      const visit = `${instancePath(item.modules)}|${JSON.stringify([item.path, item.self?.key ?? null, item.collection])}`;
      if (visits.has(visit)) return;
      seen2.set(expression, visits.add(visit));
    }
    pending.push(item);
  };
  for (let item = pending.pop(); item !== void 0; item = pending.pop()) {
    const references = longestReferences(referencesOf(item.expression));
    const constant = constantOf(item.expression);
    if (constant !== void 0) constants.push(taken2(constant, item.path));
    const ownKey = references.some((one2) => /^(each|count)\./.test(one2));
    for (const reference4 of references) {
      steps2 += 1;
      const parts = parseTraversal(reference4);
      const [head] = parts ?? [];
      if (parts === null || head?.is !== "name" || steps2 > mostSteps || nesting > deepestNesting) {
        deadEnds.push({ reference: reference4, modules: item.modules, collection: item.collection });
        continue;
      }
      const found = step(terrain, item, parts, ownKey, nesting);
      if (found === null) deadEnds.push({ reference: reference4, modules: item.modules, collection: item.collection });
      else {
        constants.push(...found.constants ?? []);
        found.items?.forEach(follow2);
        if (found.resource) resources.push({ ...found.resource, reference: reference4 });
      }
    }
  }
  return { resources, constants, deadEnds };
}
function step(terrain, item, parts, ownKey, nesting) {
  const [head, second] = parts;
  if (head?.is !== "name") return null;
  const name4 = second?.is === "name" ? second.name : null;
  switch (head.name) {
    case "count":
    case "path":
    case "terraform":
    case "self":
      return {};
    case "local":
      return null;
    case "each":
      return name4 === "value" ? eachValue(terrain, item, [...rest(parts, 2), ...item.path], nesting) : {};
    case "var":
      return name4 === null ? null : variable3(terrain, item, name4, [...rest(parts, 2), ...item.path]);
    case "module":
      return name4 === null ? null : outputBehind(terrain, item, name4, parts, ownKey);
    case "data":
      return resourceBehind(terrain, item, "data", parts.slice(1), ownKey);
    default:
      return resourceBehind(terrain, item, "managed", parts, ownKey);
  }
}
function variable3({ configured: configured2 }, item, name4, path) {
  const declared5 = configured2.modules[configurationPath(item.modules)]?.variables[name4];
  const last = item.modules.at(-1);
  const collection = item.collection || path.length > 0;
  if (last === void 0) {
    if (own(declared5, "sensitive") === true) return {};
    const given = configured2.variables[name4] ?? own(declared5, "default") ?? null;
    return declared5 === void 0 && configured2.variables[name4] === void 0 ? null : { constants: [taken2(given, path)] };
  }
  const caller = item.modules.slice(0, -1);
  const call2 = configured2.modules[configurationPath(caller)]?.calls[last.name];
  if (call2 === void 0 || declared5 === void 0) return null;
  const expression = own(call2.expressions, name4);
  if (expression === void 0) return { constants: [taken2(own(declared5, "default") ?? null, path)] };
  const self = { forEach: call2.forEach, key: last.key };
  return { items: [{ expression, modules: caller, self, path, collection }] };
}
function eachValue(terrain, item, path, nesting) {
  const { self, modules } = item;
  if (self === null || self.forEach === void 0) return {};
  const place = { expression: self.forEach, modules, self: null };
  if (self.key == null) return { items: [{ ...place, path: [], collection: true }] };
  for (const constant of reach2(terrain, place, nesting + 1).constants) {
    const element2 = elementOf(constant, self.key);
    if (element2 !== void 0) return { constants: [taken2(element2, path)] };
  }
  return { items: [{ ...place, path: [self.key, ...path], collection: true }] };
}
function elementOf(collection, key3) {
  if (Array.isArray(collection)) return collection.includes(key3) ? key3 : void 0;
  return own(collection, String(key3));
}

// lib/read/terraform/providers.ts
function providerArgument({ configured: configured2 }, resource, argument) {
  const key3 = blockFor(configured2, resource)?.providerKey;
  if (key3 === void 0) return null;
  for (const candidate of [key3, key3.slice(key3.lastIndexOf(":") + 1)]) {
    const provider2 = configured2.providers[candidate];
    const expression = own(provider2?.expressions, argument);
    if (provider2 && expression !== void 0) return { expression, modules: provider2.modules, self: null };
  }
  return null;
}
function regionOf2(terrain, resource) {
  const block = blockFor(terrain.configured, resource);
  const written7 = own(block?.expressions, "region");
  const place = written7 === void 0 ? null : { expression: written7, modules: resource.modules, self: { forEach: block?.forEach, key: resource.index } };
  const provider2 = providerArgument(terrain, resource, "region");
  return soleRegion(terrain, place) ?? soleRegion(terrain, provider2) ?? (own(resource.sensitive, "region") === true ? void 0 : textOf3(own(resource.values, "region")));
}
function soleRegion(terrain, place) {
  if (place === null) return void 0;
  const constant = textOf3(constantOf(place.expression));
  if (constant !== void 0) return constant;
  const { constants, resources, deadEnds } = reach2(terrain, place);
  const [only, second] = constants.filter((one2) => one2 !== null && one2 !== "");
  const region = second === void 0 && resources.length === 0 && deadEnds.length === 0 ? textOf3(only) : void 0;
  return region !== void 0 && /^[a-z]{2,8}(-[a-z]{2,12}){1,3}-\d{1,2}$/.test(region) ? region : void 0;
}

// lib/read/terraform/identity.ts
function plainText2({ values, sensitive, unknown: unknown4 }, attribute2) {
  if (own(sensitive, attribute2) === true || sensitive === true || own(unknown4, attribute2) === true) return void 0;
  return textOf3(own(values, attribute2));
}
function namesOf3(resource, kind) {
  const attributes = [...kind?.terraform?.names ?? [], "arn", "id"];
  const known3 = attributes.flatMap((attribute2) => plainText2(resource, attribute2) ?? []);
  return [.../* @__PURE__ */ new Set([resource.address, ...known3])];
}
function identityOf2(terrain, resource, kind) {
  const arn = [plainText2(resource, "arn"), plainText2(resource, "id")].find((one2) => one2?.startsWith("arn:"));
  const [scheme, , , arnRegion, account2] = arn?.split(":", 6) ?? [];
  const inArn = scheme === "arn";
  const region = regionOf2(terrain, resource) ?? (inArn && arnRegion ? arnRegion : void 0);
  const identifier = kind?.terraform?.names.flatMap((attribute2) => plainText2(resource, attribute2) ?? [])[0];
  return {
    ...arn !== void 0 && { arn },
    ...inArn && account2 && { account: account2 },
    ...region !== void 0 && { region },
    ...identifier !== void 0 && { identifier }
  };
}
function tagsOf2({ values, unknown: unknown4, sensitive }) {
  const tags2 = table();
  for (const attribute2 of ["tags_all", "tags"]) {
    const masks = [own(unknown4, attribute2), own(sensitive, attribute2)];
    if (masks.includes(true) || sensitive === true) continue;
    for (const [key3, value2] of entries(own(values, attribute2))) {
      if (typeof value2 === "string" && !masks.some((mask) => own(mask, key3) === true)) tags2[key3] = value2;
    }
  }
  return tags2;
}

// lib/read/terraform/expressions.ts
function writtenAt(terrain, resource, path, filledIn) {
  const block = blockFor(terrain.configured, resource);
  if (block === void 0) return { is: "absent" };
  const steps2 = pathSteps(path);
  let level2 = [block.expressions];
  for (const [at3, { name: name4, where }] of steps2.entries()) {
    const inner = level2.flatMap((one2) => {
      const found = at3 > 0 && isExpression(one2) ? one2 : own(one2, name4);
      return found === void 0 ? [] : Array.isArray(found) ? found : [found];
    });
    const next2 = where.length === 0 ? inner : withKeys2(inner, where);
    if (next2.length === 0) {
      const block2 = at3 + 1 < steps2.length;
      return { is: block2 && (filledIn === null || filledIn > at3 + 1) ? "hidden" : "none" };
    }
    level2 = next2;
  }
  const self = { forEach: block.forEach, key: resource.index };
  const expressions = level2.filter(isExpression);
  if (expressions.length === 0) return { is: "none" };
  return {
    is: "expressions",
    places: expressions.map((expression) => ({ expression, modules: resource.modules, self }))
  };
}
function withKeys2(blocks, where) {
  const possible2 = blocks.filter((block) => where.every((key3) => keyOf2(block, key3) !== "another"));
  const sure = possible2.filter((block) => where.every((key3) => keyOf2(block, key3) === "same"));
  if (sure.length > 0) return sure;
  return possible2.flatMap(
    (block) => isExpression(block) ? [block] : where.flatMap((key3) => keyOf2(block, key3) === "open" ? own(block, key3.key) ?? [] : [])
  );
}
function keyOf2(block, { key: key3, value: value2 }) {
  const expression = own(block, key3);
  if (expression === void 0) return isExpression(block) ? "open" : "another";
  const constant = constantOf(expression);
  if (constant === void 0) return "open";
  return constant === value2 ? "same" : "another";
}
function isExpression(one2) {
  if (!isObject(one2)) return false;
  const keys = Object.keys(one2);
  return keys.every((key3) => key3 === "references" || key3 === "constant_value");
}

// lib/read/terraform/unset.ts
function behindUnknown(terrain, resource, path, depth, as) {
  const written7 = writtenAt(terrain, resource, path, depth);
  switch (written7.is) {
    case "none":
      return { is: "unset" };
    case "absent":
      return unknown3(
        `${later}, and the document holds no configuration that shows where it comes from`,
        "check the whole plan"
      );
    case "hidden":
      return unknown3(
        `${later}: it is set in a \`dynamic\` block, which plans leave out`,
        "write the block without `dynamic`"
      );
    case "expressions":
      break;
  }
  const [only, second] = written7.places;
  const constant = second === void 0 ? constantOf(only?.expression) : void 0;
  if (constant != null) return { is: "written", value: constant };
  const reached = written7.places.map((place) => reach2(terrain, place));
  const cause = reached.flatMap(({ resources }) => resources).find((one2) => mayBeUnknown(one2, as));
  if (cause) return unknown3(`comes from \`${cause.reference}\`, which ${later}`, "write a fixed value");
  const [dead] = reached.flatMap(({ deadEnds }) => deadEnds);
  if (dead)
    return unknown3(
      `${later}: its expression goes through \`${dead.reference}\`, which plans leave out`,
      "write the value itself"
    );
  return { is: "unset" };
}
var later = "is known only after apply";
function unknown3(why2, otherwise) {
  return { is: "unknown", why: why2, settles: `check the state after apply, or ${otherwise}` };
}
function mayBeUnknown({ instances, attribute: attribute2, collection }, as) {
  const textOnly = as === "text" || as === "list" || as === "parameters" || as === null;
  return instances.some((one2) => {
    if (!textOnly && collection && (attribute2 === "arn" || attribute2 === "id" && one2.type.startsWith("aws_")))
      return false;
    return attribute2 === null ? marks(one2.unknown) : one2.unknown === true || marks(own(one2.unknown, attribute2));
  });
}

// lib/read/terraform/kind-of.ts
function kindsByType2(kinds2) {
  const byType2 = /* @__PURE__ */ new Map();
  for (const kind of kinds2) {
    for (const type of kind.terraform?.types ?? []) byType2.set(type, [...byType2.get(type) ?? [], kind]);
  }
  return byType2;
}
function kindOf(byType2, terrain, resource) {
  const possible2 = byType2.get(resource.type);
  if (possible2 === void 0) return "other";
  const shown5 = matching(possible2, table(shownAttributes(resource)));
  return shown5 === "unclear" ? matching(possible2, withUnset(terrain, resource)) : shown5;
}
function matching(kinds2, attributes) {
  let unclear2 = false;
  for (const kind of kinds2) {
    const is2 = kind.terraform?.when?.(attributes);
    if (is2 === void 0 || is2 === true) return kind;
    if (is2 === null) unclear2 = true;
  }
  return unclear2 ? "unclear" : "other";
}
function shownAttributes({ values, unknown: unknown4 }) {
  const open3 = entries(unknown4).flatMap(([name4, mask]) => mask === true ? [[name4, void 0]] : []);
  return [...entries(values), ...open3];
}
function withUnset(terrain, resource) {
  const attributes = table(shownAttributes(resource));
  for (const [name4, mask] of entries(resource.unknown)) {
    if (mask !== true) continue;
    const behind4 = behindUnknown(terrain, resource, name4, 1, null);
    if (behind4.is === "unset") attributes[name4] = null;
    if (behind4.is === "written") attributes[name4] = behind4.value;
  }
  return attributes;
}

// lib/read/terraform/view.ts
var mostCandidates = 200;
function viewOf(terrain, all) {
  const byResource = new Map(all.map((one2) => [one2.resource, one2]));
  const byKind = /* @__PURE__ */ new Map();
  for (const one2 of all) if (one2.kind) entry(byKind, one2.kind.name, () => []).push(one2);
  const ofKind = (kind) => byKind.get(kind) ?? [];
  const byOutermost = /* @__PURE__ */ new Map();
  const byAttribute = /* @__PURE__ */ new Map();
  return {
    terrain,
    of: (resource) => byResource.get(resource),
    ofKind,
    inside: (kind, outermost2) => entry(byOutermost, kind, () => grouped(ofKind(kind), (one2) => outermostOf(one2.resource))).get(outermost2) ?? [],
    withValue: (kind, attribute2, value2) => entry(
      byAttribute,
      `${kind} ${attribute2}`,
      () => grouped(ofKind(kind), (one2) => plainText2(one2.resource, attribute2))
    ).get(value2) ?? []
  };
}
function outermostOf({ modules }) {
  return instancePath(modules.slice(0, 1));
}
function grouped(all, by) {
  const groups = /* @__PURE__ */ new Map();
  for (const one2 of all) {
    const key3 = by(one2);
    if (key3 !== void 0) entry(groups, key3, () => []).push(one2);
  }
  return groups;
}

// lib/read/terraform/link-known.ts
function knownLink(view, reader, spec, value2) {
  const attribute2 = spec.terraform;
  const found = matching2(view, reader, spec, value2);
  const [only, second] = found;
  if (only === void 0) return { state: "linked", to: { name: value2 }, sure: "exact", attribute: attribute2 };
  if (second === void 0) return { state: "linked", to: { id: only.id }, sure: "exact", attribute: attribute2 };
  return {
    state: "one-of",
    to: found.map(({ id }) => ({ id })),
    attribute: attribute2,
    why: `\`${attribute2}\` of \`${reader.resource.address}\` is the name of several resources in view`,
    settles: "give the resources different names, or set the region of their providers in the configuration"
  };
}
function matching2(view, reader, spec, value2) {
  const found = /* @__PURE__ */ new Set();
  for (const kind of spec.to) {
    for (const attribute2 of spec.by) {
      for (const one2 of view.withValue(kind, attribute2, value2).slice(0, mostCandidates)) {
        if (one2 !== reader && (value2.startsWith("arn:") || sameRegion(reader, one2))) found.add(one2);
      }
    }
  }
  const managed = [...found].filter((one2) => one2.resource.mode === "managed");
  return managed.length > 0 ? managed : [...found];
}
function sameRegion(one2, other) {
  const [a, b] = [one2.identity.region, other.identity.region];
  return a === void 0 || b === void 0 || a === b;
}

// lib/read/terraform/link-provider.ts
function providerLink2(view, reader, spec, argument) {
  const attribute2 = `provider.${argument}`;
  const place = providerArgument(view.terrain, reader.resource, argument);
  if (place !== null) {
    const host = textOf3(constantOf(place.expression));
    if (host !== void 0) {
      const [only2, second2] = byHost(view, reader, spec, host);
      if (only2 && !second2) return { state: "linked", to: { id: only2.id }, sure: "exact", attribute: attribute2 };
      if (!only2) return { state: "linked", to: { name: host }, sure: "exact", attribute: attribute2 };
    }
    const { resources, constants, deadEnds } = reach2(view.terrain, place);
    const referred = new Set(resources.flatMap((one2) => one2.instances).flatMap((one2) => target(view, spec, one2) ?? []));
    const [only, second] = referred;
    if (only !== void 0 && second === void 0) {
      const sure = deadEnds.length === 0 && resources.every((one2) => !one2.collection) ? "exact" : "probable";
      return { state: "linked", to: { id: only.id }, sure, attribute: attribute2 };
    }
    if (second !== void 0) {
      return {
        state: "one-of",
        to: [...referred].map(({ id }) => ({ id })),
        attribute: attribute2,
        why: `the \`${argument}\` of the provider of \`${reader.resource.address}\` refers to several servers`,
        settles: declareRole
      };
    }
    const named3 = new Set(
      constants.flatMap((one2) => textOf3(one2) === void 0 ? [] : byHost(view, reader, spec, String(one2)))
    );
    const [server, another] = named3;
    if (server && !another) return { state: "linked", to: { id: server.id }, sure: "probable", attribute: attribute2 };
  }
  const servers = spec.to.flatMap((kind) => view.ofKind(kind).slice(0, 2));
  const [sole, more] = servers.filter((one2) => !servers.some((other) => isMemberOf(one2, other)));
  if (sole && !more) return { state: "linked", to: { id: sole.id }, sure: "probable", attribute: attribute2 };
  return {
    state: "unknown",
    attribute: attribute2,
    why: `the \`${argument}\` of the provider of \`${reader.resource.address}\` cannot be followed to a server`,
    settles: declareRole
  };
}
var declareRole = "declare the role with its parameters under `declared.roles`, or refer to the server by an attribute in the provider block";
function isMemberOf({ kind }, owner) {
  return (owner.kind?.hop?.members ?? []).some((member3) => "kind" in member3 && member3.kind === kind?.name);
}
function byHost(view, reader, spec, host) {
  const found = matching2(view, reader, spec, host);
  return found.length > 0 ? found : matching2(view, reader, spec, host.replace(/:\d{1,5}$/, ""));
}
function target(view, spec, resource) {
  const seen2 = view.of(resource);
  return seen2?.kind && spec.to.includes(seen2.kind.name) ? seen2 : void 0;
}

// lib/read/terraform/link-fallback.ts
function behindLocal(view, reader, spec, modules) {
  const outermost2 = instancePath(modules.slice(0, 1));
  const lists = spec.to.map((kind) => outermost2 === "" ? view.ofKind(kind) : view.inside(kind, outermost2));
  if (lists.reduce((sum, list4) => sum + list4.length, 0) > mostCandidates) return [];
  return lists.flat().filter((one2) => one2 !== reader && fits2(reader, spec, one2));
}
function behindDynamic(view, reader, spec) {
  const candidates2 = behindLocal(view, reader, spec, reader.resource.modules);
  if (candidates2.length < 2) return candidates2;
  const named3 = textsOf2(ownElement(view, reader));
  const here = instancePath(reader.resource.modules);
  const chosen = candidates2.filter(
    ({ resource }) => typeof resource.index === "string" && named3.has(resource.index) && instancePath(resource.modules) === here
  );
  return chosen.length > 0 ? chosen : candidates2;
}
function fits2(reader, spec, candidate) {
  const { resource, kind } = candidate;
  const open3 = [...spec.by, "id"].some((attribute2) => marks(own(resource.unknown, attribute2)));
  if (!open3 || !sameRegion(reader, candidate)) return false;
  const family = kind?.group && kind.settings[kind.group.family]?.terraform;
  const [slot] = family === void 0 ? [] : slotsAt(resource, family);
  return familyFits(
    textOf3(slot?.value),
    plainText2(reader.resource, "engine"),
    plainText2(reader.resource, "engine_version")
  );
}
function familyFits(family, engine2, version2) {
  if (family === void 0 || engine2 === void 0) return true;
  if (!family.startsWith(engine2)) return false;
  const major = family.slice(engine2.length);
  return /^\d+(\.\d+)*$/.test(major) && (version2 === void 0 || version2 === major || version2.startsWith(`${major}.`));
}
function ownElement(view, { resource }) {
  const expression = blockFor(view.terrain.configured, resource)?.forEach;
  if (expression === void 0 || typeof resource.index !== "string") return void 0;
  const { constants } = reach2(view.terrain, { expression, modules: resource.modules, self: null });
  const { index } = resource;
  return constants.map((constant) => own(constant, index)).find((element2) => element2 !== void 0);
}
function textsOf2(value2) {
  const texts = /* @__PURE__ */ new Set();
  const pending = [value2];
  while (pending.length > 0) {
    const next2 = pending.pop();
    if (typeof next2 === "string") texts.add(next2);
    else pending.push(...items(next2), ...entries(next2).map(([, inner]) => inner));
  }
  return texts;
}

// lib/read/terraform/link-unknown.ts
function unknownLinks(view, reader, spec, slots) {
  const attribute2 = spec.terraform;
  const written7 = writtenAt(view.terrain, reader.resource, attribute2, null);
  if (written7.is === "none") return [{ state: "absent", attribute: attribute2 }];
  if (written7.is === "absent")
    return [unfollowed(reader, spec, "the document holds no configuration that shows what it refers to", [])];
  if (written7.is === "hidden") {
    const found = behindDynamic(view, reader, spec);
    const all = found.length === 1 || spec.many === true && found.length > 0 && found.length <= slots.length;
    return linked2(reader, spec, slots, {
      found,
      all,
      sure: "probable",
      lost: "is set in a `dynamic` block, which plans leave out"
    });
  }
  const reached = written7.places.map((place) => reach2(view.terrain, place));
  const candidates2 = walked(
    view,
    reader,
    spec,
    reached.flatMap((one2) => one2.resources),
    reached.flatMap((one2) => one2.deadEnds)
  );
  if (candidates2.found.length === 0 && candidates2.lost === null) return [{ state: "absent", attribute: attribute2 }];
  return linked2(reader, spec, slots, candidates2);
}
function walked(view, reader, spec, resources, deadEnds) {
  const found = /* @__PURE__ */ new Set();
  let collection = false;
  let beside = null;
  let strangers2 = false;
  for (const one2 of resources) {
    if (one2.instances.length > mostCandidates) {
      beside ??= `refers to ${one2.instances.length} instances by \`${one2.reference}\``;
      strangers2 = true;
      continue;
    }
    for (const instance2 of one2.instances) {
      const mask = one2.attribute === null ? instance2.unknown : own(instance2.unknown, one2.attribute);
      if (!marks(mask)) continue;
      const seen2 = view.of(instance2);
      if (seen2?.kind && spec.to.includes(seen2.kind.name)) {
        if (one2.attribute !== null && ![...spec.by, "id", "arn"].includes(one2.attribute)) continue;
        found.add(seen2);
        collection ||= one2.collection;
      } else {
        beside ??= `goes through \`${one2.reference}\`, which is known only after apply`;
        strangers2 ||= one2.collection;
      }
    }
  }
  const locals = deadEnds.filter((one2) => one2.reference.startsWith("local."));
  const [dead] = deadEnds;
  const lost = dead ? `goes through \`${dead.reference}\`, which plans leave out` : beside;
  strangers2 ||= deadEnds.some((one2) => one2.collection && !locals.includes(one2));
  const guess = locals.length > 0 && (found.size === 0 || locals.some((one2) => one2.collection));
  if (guess)
    for (const one2 of locals.flatMap((local) => behindLocal(view, reader, spec, local.modules))) found.add(one2);
  return {
    found: [...found],
    all: found.size > 0 && !strangers2 && (!guess || found.size === 1),
    sure: lost === null && !collection ? "exact" : "probable",
    lost
  };
}
function linked2(reader, spec, slots, { found, all, sure, lost }) {
  const attribute2 = spec.terraform;
  if (!all) return [unfollowed(reader, spec, lost ?? "leads to no resource in view", found)];
  const whole4 = slots.some(
    (slot) => slot.depth < attribute2.split(".").length || slot.pointer.endsWith(`/${attribute2}`)
  );
  if (found.length === 1 || spec.many && (whole4 || found.length <= slots.length)) {
    return found.map(({ id }) => ({ state: "linked", to: { id }, sure, attribute: attribute2 }));
  }
  const choice3 = {
    state: "one-of",
    to: found.map(({ id }) => ({ id })),
    attribute: attribute2,
    why: `\`${attribute2}\` of \`${reader.resource.address}\` is known only after apply and refers to ${found.map(address).join(" or ")}`,
    settles: settled3(spec)
  };
  return spec.many ? slots.map(() => choice3) : [choice3];
}
function unfollowed(reader, spec, why2, candidates2) {
  const some = candidates2.slice(0, 5).map(address).join(", ");
  const maybe = some === "" ? "" : ` (it may be ${some}${candidates2.length > 5 ? ", ..." : ""})`;
  return {
    state: "unknown",
    attribute: spec.terraform,
    why: `\`${spec.terraform}\` of \`${reader.resource.address}\` ${why2}${maybe}`,
    settles: settled3(spec)
  };
}
function settled3(spec) {
  const [by = "name"] = spec.by.filter((attribute2) => attribute2 !== "id" && attribute2 !== "arn");
  return `write the \`${by}\` of the resource that it refers to as a fixed text in both places, or check the state after apply`;
}
function address(seen2) {
  return `\`${seen2.resource.address}\``;
}

// lib/read/terraform/links.ts
function linksOf2(view, reader) {
  const links = table();
  for (const [name4, spec] of Object.entries(reader.kind?.links ?? {})) {
    const found = linkOf(view, reader, spec);
    if (found !== null) links[name4] = found;
  }
  return links;
}
function linkOf(view, reader, spec) {
  if (spec.provider !== void 0) return [providerLink2(view, reader, spec, spec.provider)];
  const { resource } = reader;
  const [top = spec.terraform] = spec.terraform.split(".");
  if (resource.mode === "data" && own(resource.values, top) === void 0) return null;
  const slots = slotsAt(resource, spec.terraform);
  const wanted2 = spec.many ? slots.flatMap(unfolded3) : slots.slice(0, 1);
  const unknown4 = [];
  const links = [];
  for (const slot of wanted2) {
    const state = stateOf(slot);
    if (state === "unknown") unknown4.push(slot);
    else if (state === "sensitive") links.push(sensitiveLink(reader, spec));
    else {
      const value2 = textOf3(slot.value);
      if (value2 !== void 0) links.push(knownLink(view, reader, spec, value2));
    }
  }
  if (unknown4.length > 0) links.push(...unknownLinks(view, reader, spec, unknown4));
  return links.length > 0 ? links : [{ state: "absent", attribute: spec.terraform }];
}
function unfolded3(slot) {
  return slot.unknown !== true && (Array.isArray(slot.value) || Array.isArray(slot.unknown)) ? elementsOf2(slot) : [slot];
}
function sensitiveLink({ resource }, { terraform }) {
  return {
    state: "unknown",
    attribute: terraform,
    why: `\`${terraform}\` of \`${resource.address}\` is marked sensitive, so it is not read`,
    settles: "wrap the value in `nonsensitive()`, or write it without a sensitive variable"
  };
}

// lib/read/terraform/parameters.ts
var parameterName = /^[a-z][a-z0-9_.]{0,62}$/;
function parameterRows2(set2) {
  return elementsOf2(set2).map((element2) => {
    const { value: value2, unknown: unknown4, sensitive } = element2;
    const row2 = groupParameter(own(value2, "name"), own(value2, "value"), own(value2, "apply_method"));
    const marked = (key3) => sensitive === true || own(sensitive, key3) === true;
    const open3 = (key3) => unknown4 === true || own(unknown4, key3) === true;
    const name4 = open3("name") || marked("name") && !parameterName.test(row2.name ?? "") ? null : row2.name;
    const applyMethod = marked("apply_method") && row2.applyMethod !== "pending-reboot" && row2.applyMethod !== "immediate" ? null : row2.applyMethod;
    if (open3("value")) return { ...row2, name: name4, applyMethod, value: null, state: "unknown" };
    if (marked("value")) return { ...row2, name: name4, applyMethod, value: null, state: "sensitive" };
    return { ...row2, name: name4, applyMethod };
  });
}

// lib/read/terraform/process-setting.ts
function processSettingOf(terrain, resource, spec, path, slot, step2) {
  if (slot.unknown !== true) return processSetting(spec, evaluatedSlot(slot, 0), step2, marks(slot.sensitive));
  const behind4 = behindUnknown(terrain, resource, path, slot.depth, null);
  if (behind4.is === "unset") return void 0;
  if (behind4.is === "written") return processSetting(spec, literal(behind4.value), step2);
  return unknown(`\`${step2.attribute}\` of \`${step2.subject}\` ${behind4.why}`, behind4.settles, [step2]);
}
var deepest8 = 8;
var later2 = { is: "unknown", why: "is known only after apply", settles: "check the state after apply" };
function evaluatedSlot(slot, depth) {
  const { value: value2, unknown: open3, pointer } = slot;
  if (open3 === true || depth > deepest8) return later2;
  if (Array.isArray(value2) || Array.isArray(open3))
    return { is: "list", items: elementsOf2(slot).map((one2) => evaluatedSlot(one2, depth + 1)) };
  if (!isObject(value2)) return isScalar4(value2) ? { is: "value", value: value2 } : later2;
  const keys = /* @__PURE__ */ new Set([...Object.keys(value2), ...isObject(open3) ? Object.keys(open3) : []]);
  const entries2 = [...keys].map((key3) => {
    const inner = { ...slot, value: own(value2, key3) ?? null, unknown: own(open3, key3) ?? false };
    return [key3, evaluatedSlot({ ...inner, pointer: pointerTo(pointer, key3) }, depth + 1)];
  });
  return { is: "object", entries: table(entries2) };
}
function isScalar4(value2) {
  return typeof value2 !== "object" || value2 === null;
}

// lib/read/terraform/settings.ts
function settingsOf4(terrain, document, resource, kind) {
  const settings = table();
  for (const [name4, spec] of Object.entries(kind.settings)) {
    if (spec.terraform === void 0) continue;
    const setting = atPath(terrain, document, resource, spec, spec.terraform);
    if (setting !== void 0) settings[name4] = setting;
  }
  return settings;
}
function atPath(terrain, document, resource, spec, path) {
  const slots = slotsAt(resource, path);
  const attribute2 = shownPath(path);
  const stepAt = ({ pointer }) => ({
    level: "own",
    subject: resource.address,
    attribute: attribute2,
    text: null,
    location: { document, pointer }
  });
  const said2 = (spec.each === void 0 && !isKeyed(path) ? slots.slice(0, 1) : slots).map((slot) => {
    const step2 = stepAt(slot);
    return { step: step2, setting: settingOf4(terrain, resource, spec, path, slot, step2) };
  });
  const what = `\`${attribute2}\` of \`${resource.address}\``;
  return spec.each === void 0 ? onceAmong(
    said2.flatMap(({ setting }) => setting ?? []),
    what
  ) : ofEachElement(
    spec.each,
    [
      ...said2,
      ...without(resource, path, spec.each.depth, slots.length).map(stepAt).map((step2) => ({ step: step2, setting: void 0 }))
    ],
    what
  );
}
function without(resource, path, depth, having) {
  return slotsAt(resource, `${splitAt(path, depth)[0]}.*`).slice(having);
}
function onceAmong(settings, what) {
  const open3 = settings.find((setting) => setting.state !== "known");
  if (open3 !== void 0 || settings.length < 2) return open3 ?? settings[0];
  const values = settings.flatMap((setting) => candidates(setting) ?? []);
  return oneOf(values, `${what} is written more than once`, "write it once");
}
function isKeyed(path) {
  return pathSteps(path).some(({ where }) => where.length > 0);
}
function settingOf4(terrain, resource, spec, path, slot, step2) {
  const { as } = spec;
  if (!isPlain(as)) return processSettingOf(terrain, resource, { ...spec, as }, path, slot, step2);
  const subject = `\`${step2.attribute}\` of \`${resource.address}\``;
  if (stateOf(slot) === "unknown") {
    const behind4 = behindUnknown(terrain, resource, path, slot.depth, spec.as);
    if (behind4.is === "written") return interpret({ as }, behind4.value, { ...step2, text: written2(behind4.value) });
    if (behind4.is === "unknown") return unknown(`${subject} ${behind4.why}`, behind4.settles, [step2]);
    return spec.as === "parameters" || isKeyed(path) ? unknown(...wholeSet(subject), [step2]) : void 0;
  }
  if (spec.as === "parameters" && Array.isArray(slot.value)) {
    const masked = marks(slot.sensitive) || marks(slot.unknown);
    return known(parameterRows2(slot), masked ? step2 : { ...step2, text: written2(slot.value) });
  }
  switch (stateOf(slot)) {
    case "unset":
      return void 0;
    case "sensitive":
      return unknown(
        `${subject} is marked sensitive, so it is not read`,
        "wrap the value in `nonsensitive()`, or write it without a sensitive variable",
        [step2]
      );
    case "partly":
      return unknown(`parts of ${subject} are known only after apply`, "check the state after apply", [step2]);
    case "known":
    case "unknown":
      return printedDefault(
        interpret({ as }, slot.value, { ...step2, text: written2(slot.value) }),
        spec,
        writtenAt(terrain, resource, path, slot.depth).is === "none"
      );
  }
}
function printedDefault(setting, spec, nobodyWrote) {
  const { default: documented } = spec;
  if (!nobodyWrote || setting.state !== "known" || documented === void 0 || typeof documented === "function")
    return setting;
  if (documented.value !== setting.value) return setting;
  const from = setting.from.map((step2) => ({ ...step2, level: "default", cite: documented.cite }));
  return { ...setting, from };
}
function wholeSet(subject) {
  return [
    `${subject} is known only after apply: its blocks are \`dynamic\` over a value that is not known yet`,
    "check the state after apply, or write the blocks out"
  ];
}

// lib/read/terraform/facts.ts
function factsOf3(document, source3, configured2, resources, kinds2) {
  const terrain = { configured: configured2, inventory: inventoryOf(resources) };
  const byType2 = kindsByType2(kinds2);
  const notes = [];
  const seen2 = /* @__PURE__ */ new Map();
  for (const resource of resources) {
    if (!resource.judged || resource.mode === "data" && !byType2.has(resource.type)) continue;
    const id = `${document}#${resource.address}`;
    if (seen2.has(id)) {
      notes.push(note(document, resource, "the document lists this address twice; the first was read", "unread"));
      continue;
    }
    const found = kindOf(byType2, terrain, resource);
    if (found === "unclear") {
      notes.push(
        note(
          document,
          resource,
          `which kind of ${shortened2(resource.type)} it is depends on an attribute that is not known yet, so its timers were not read`,
          "unread"
        )
      );
    }
    const kind = found === "other" || found === "unclear" ? null : found;
    if (resource.mode === "data" && kind === null) continue;
    seen2.set(id, { id, resource, kind, identity: identityOf2(terrain, resource, kind) });
  }
  const all = [...seen2.values()];
  const view = viewOf(terrain, all);
  const facts = all.map((one2) => {
    const { id, resource, kind, identity } = one2;
    return {
      id,
      kind: kind?.name ?? "other",
      type: resource.type,
      source: source3,
      subject: resource.address,
      names: namesOf3(resource, kind),
      identity,
      tags: tagsOf2(resource),
      settings: kind ? settingsOf4(terrain, document, resource, kind) : table(),
      links: linksOf2(view, one2),
      ...resource.change && { change: changeOf(resource, resource.change, kind) },
      location: { document, pointer: resource.pointer }
    };
  });
  return { facts, notes };
}
function judgedAttributes(kind) {
  const settings = Object.values(kind.settings).flatMap((spec) => spec.terraform ?? []);
  const links = Object.values(kind.links).flatMap((spec) => spec.provider === void 0 ? [spec.terraform] : []);
  return [.../* @__PURE__ */ new Set([...settings, ...links])];
}
function secretAttributes(kind) {
  return Object.values(kind.settings).flatMap((spec) => isPlain(spec.as) ? [] : spec.terraform ?? []);
}
function changeOf(resource, change, kind) {
  const before = table();
  const { action } = change;
  if (kind === null || action === "create" || action === "keep") return { action, before };
  const old = {
    values: isObject(change.before) ? change.before : {},
    unknown: false,
    sensitive: change.sensitive,
    valuesPointer: resource.pointer
  };
  const secret = secretAttributes(kind);
  for (const attribute2 of judgedAttributes(kind).filter((one2) => !secret.includes(one2))) {
    const [slot] = slotsAt(old, attribute2);
    if (slot && stateOf(slot) === "known") before[attribute2] = slot.value;
  }
  return { action, before };
}
function note(document, resource, why2, level2) {
  return { what: resource.address, why: why2, level: level2, location: { document, pointer: resource.pointer } };
}
function shortened2(type) {
  return `\`${type.slice(0, 80)}\``;
}

// lib/read/terraform/plan-rows.ts
function plannedResources(plan) {
  return items(own(plan, "resource_changes")).flatMap((row2, at3) => plannedResource(row2, at3) ?? []);
}
function plannedAddresses(plan) {
  const addresses = /* @__PURE__ */ new Set();
  for (const row2 of items(own(plan, "resource_changes"))) {
    for (const key3 of ["address", "previous_address"]) {
      const address2 = textOf3(own(row2, key3));
      if (address2 !== void 0) addresses.add(address2);
    }
  }
  return addresses;
}
function actionsOf(row2) {
  return items(own(own(row2, "change"), "actions")).filter((one2) => typeof one2 === "string");
}
function plannedResource(row2, at3) {
  const change = own(row2, "change");
  const after2 = own(change, "after");
  const address2 = textOf3(own(row2, "address"));
  const type = textOf3(own(row2, "type"));
  if (address2 === void 0 || type === void 0 || !isObject(after2) || own(row2, "deposed") !== void 0) return null;
  const actions = actionsOf(row2);
  const mode = own(row2, "mode") === "data" ? "data" : "managed";
  const pointer = pointerTo("", "resource_changes", at3);
  return {
    address: address2,
    mode,
    type,
    name: textOf3(own(row2, "name")) ?? "",
    index: indexOf(own(row2, "index")),
    modules: modulesOf(textOf3(own(row2, "module_address"))),
    values: after2,
    unknown: own(change, "after_unknown") ?? false,
    sensitive: own(change, "after_sensitive") ?? false,
    pointer,
    valuesPointer: `${pointer}/change/after`,
    judged: mode === "managed",
    change: {
      action: actionOf2(actions),
      before: own(change, "before") ?? null,
      sensitive: own(change, "before_sensitive") ?? false
    }
  };
}
function actionOf2(actions) {
  if (actions.includes("create"))
    return actions.includes("delete") || actions.includes("forget") ? "replace" : "create";
  return actions.includes("update") ? "update" : "keep";
}
function indexOf(index) {
  return typeof index === "string" || typeof index === "number" ? index : null;
}

// lib/read/terraform/drift.ts
function driftNotes(document, plan, byType2) {
  const drift = items(own(plan, "resource_drift"));
  if (drift.length === 0) return [];
  const planned = new Map(plannedResources(plan).map((one2) => [one2.address, one2.values]));
  return drift.flatMap((row2, at3) => {
    const address2 = textOf3(own(row2, "address"));
    const kinds2 = byType2.get(textOf3(own(row2, "type")) ?? "") ?? [];
    const change = own(row2, "change");
    if (address2 === void 0 || own(row2, "mode") === "data" || own(row2, "deposed") !== void 0) return [];
    const possible2 = kinds2.filter((kind) => mayBe3(kind, change));
    const holdsSecrets = new Set(possible2.flatMap(secretAttributes).map(outermost));
    return topLevel(possible2).flatMap((attribute2) => {
      const [before, after2] = [own(own(change, "before"), attribute2), own(own(change, "after"), attribute2)];
      if (before === void 0 || after2 === void 0 || sameJson(before, after2)) return [];
      const isMasked = ["before_sensitive", "after_sensitive"].some(
        (mask) => own(change, mask) === true || marks(own(own(change, mask), attribute2))
      );
      const values = isMasked || holdsSecrets.has(attribute2) ? "" : ` from ${shown4(before)} to ${shown4(after2)}`;
      return [
        {
          what: address2,
          why: `\`${attribute2}\` was changed outside Terraform${values}; ${outcome(planned.get(address2), attribute2, after2)}`,
          level: "info",
          location: { document, pointer: pointerTo("", "resource_drift", at3) }
        }
      ];
    });
  });
}
function outcome(planned, attribute2, drifted) {
  const after2 = own(planned, attribute2);
  if (planned === void 0) return "the plan does not touch it";
  return after2 !== void 0 && sameJson(after2, drifted) ? "the plan leaves it so" : "the plan changes it again";
}
function mayBe3(kind, change) {
  return kind.terraform?.when?.(table(entries(own(change, "after")))) !== false;
}
function topLevel(kinds2) {
  return [...new Set(kinds2.flatMap(judgedAttributes).map(outermost))];
}
function shown4(value2) {
  if (isObject(value2)) return "one object";
  if (Array.isArray(value2)) return `${value2.length} ${value2.length === 1 ? "element" : "elements"}`;
  const text2 = JSON.stringify(value2);
  return `\`${shortened(text2, 60)}\``;
}

// lib/read/terraform/plan-notes.ts
function extentOf(plan, outside) {
  const rows = items(own(plan, "resource_changes")).filter((row2) => own(row2, "mode") !== "data");
  if (rows.length === 0) return outside > 0 || items(own(plan, "resource_drift")).length > 0 ? "refresh-only" : "empty";
  const left = rows.some((row2) => actionsOf(row2).some((action) => action !== "delete" && action !== "forget"));
  if (!left && outside === 0) return "destroy";
  const complete = own(plan, "complete");
  return complete === false || complete === void 0 && outside > 0 ? "partial" : "whole";
}
function planNotes(document, plan, extent, outside) {
  const incomplete = (why2) => ({ what: document, why: why2, level: "incomplete", location: { document } });
  const notes = [];
  const errored = own(plan, "errored") === true;
  if (errored) {
    notes.push(
      incomplete(
        "the plan ended with an error, so resources are missing from it. Mend the error that `terraform plan` reports and plan again"
      )
    );
  }
  if (extent === "empty" && !errored) {
    notes.push(
      incomplete(
        "the plan holds no managed resource, so there is nothing to judge. Check the plan of the configuration that makes the databases and load balancers"
      )
    );
  }
  if (extent === "refresh-only") {
    notes.push(
      incomplete(
        "a refresh-only plan lists no resources; what the state holds was read instead. Plan without `-refresh-only` to judge what will be"
      )
    );
  }
  if (extent === "destroy") {
    notes.push(
      incomplete(
        "the plan only deletes, so nothing is left to judge. Check the plan that creates or changes the resources"
      )
    );
  }
  if (extent === "partial" && !errored) {
    const rest2 = outside > 0 ? `; ${outside} outside it were read from the prior state` : "";
    notes.push(
      incomplete(
        `the plan covers part of the configuration (\`-target\`, or deferred changes)${rest2}. Plan without \`-target\` to judge all of it`
      )
    );
  }
  for (const one2 of items(own(plan, "deferred_changes"))) {
    const address2 = textOf3(own(own(one2, "resource_change"), "address")) ?? "a resource";
    notes.push({
      what: address2,
      why: "Terraform deferred its change, so the plan does not show it. Apply this plan, then plan again",
      level: "incomplete",
      location: { document }
    });
  }
  return notes;
}

// lib/read/terraform/state-rows.ts
function stateResources(values, pointer) {
  const found = [];
  const pending = [
    { body: own(values, "root_module"), pointer: pointerTo(pointer, "root_module") }
  ];
  for (let next2 = pending.pop(); next2 !== void 0; next2 = pending.pop()) {
    const { body, pointer: here } = next2;
    const module2 = textOf3(own(body, "address"));
    items(own(body, "resources")).forEach((row2, at3) => {
      const one2 = stateResource(row2, module2, pointerTo(here, "resources", at3));
      if (one2) found.push(one2);
    });
    const children = items(own(body, "child_modules"));
    for (let at3 = children.length - 1; at3 >= 0; at3 -= 1) {
      pending.push({ body: children[at3], pointer: pointerTo(here, "child_modules", at3) });
    }
  }
  return found;
}
function stateResource(row2, module2, pointer) {
  const address2 = textOf3(own(row2, "address"));
  const type = textOf3(own(row2, "type"));
  const values = own(row2, "values");
  if (address2 === void 0 || type === void 0 || !isObject(values) || own(row2, "deposed_key") !== void 0)
    return null;
  return {
    address: address2,
    mode: own(row2, "mode") === "data" ? "data" : "managed",
    type,
    name: textOf3(own(row2, "name")) ?? "",
    index: indexOf(own(row2, "index")),
    modules: modulesOf(module2),
    values,
    unknown: false,
    sensitive: own(row2, "sensitive_values") ?? false,
    pointer,
    valuesPointer: `${pointer}/values`,
    judged: true
  };
}

// lib/read/terraform/version-note.ts
function versionNotes(document, body, newestMinor3) {
  const version2 = textOf3(own(body, "format_version")) ?? "";
  const [major, minor = "0"] = version2.split(".");
  if (major === "0") {
    return [
      info(
        document,
        `format version ${version2}, written by Terraform before 1.1: it marks no sensitive values in its oldest form`
      )
    ];
  }
  if (Number(minor) > newestMinor3) {
    return [info(document, `format version ${version2} is newer than this version knows; what it adds was not read`)];
  }
  return [];
}
function info(document, why2) {
  return { what: document, why: why2, level: "info", location: { document } };
}

// lib/read/terraform/plan.ts
var newestMinor = 2;
function readPlan(document, plan, kinds2) {
  const prior = stateResources(own(own(plan, "prior_state"), "values"), "/prior_state/values");
  const addresses = plannedAddresses(plan);
  const outside = prior.filter((one2) => one2.mode === "managed" && !addresses.has(one2.address));
  const extent = extentOf(plan, outside.length);
  const left = extent === "partial" || extent === "refresh-only" ? outside : [];
  const looked = prior.filter((one2) => one2.mode === "data" && !addresses.has(one2.address));
  const resources = [...plannedResources(plan), ...looked, ...left];
  const configuration = configured(plan);
  const { facts, notes } = factsOf3(document, "plan", configuration, resources, kinds2);
  return {
    document,
    source: "plan",
    facts,
    notes: [
      ...versionNotes(document, plan, newestMinor),
      ...planNotes(document, plan, extent, left.length),
      ...driftNotes(document, plan, kindsByType2(kinds2)),
      ...notes
    ],
    modules: moduleSources(configuration)
  };
}

// lib/read/terraform/state.ts
var newestMinor2 = 0;
function readState(document, state, kinds2) {
  const resources = stateResources(own(state, "values"), "/values");
  const { facts, notes } = factsOf3(document, "state", configured(state), resources, kinds2);
  return {
    document,
    source: "state",
    facts,
    notes: [...versionNotes(document, state, newestMinor2), ...extentNotes2(document, facts.length), ...notes]
  };
}
function extentNotes2(document, facts) {
  const location = { document };
  if (facts === 0) {
    return [
      {
        what: document,
        why: "the state is empty, so there is nothing to judge. If a plan was meant: `terraform show -json` reads no standard input, name the plan file",
        level: "incomplete",
        location
      }
    ];
  }
  return [
    { what: document, why: "a state, not a plan: judged is what is there, not what will be", level: "info", location }
  ];
}

// lib/read/documents.ts
function readDocuments(documents, kinds2) {
  const problems = [];
  const attempt = (read5) => {
    try {
      return read5();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  };
  const parsed3 = documents.flatMap(
    (document, at3) => attempt(() => [{ ...parseDocument(document), at: at3, document }])
  );
  const found = [
    ...parsed3.flatMap((one2) => attempt(() => alone(one2, kinds2))),
    ...attempt(() => stacks(parsed3, kinds2)),
    ...attempt(() => templates3(parsed3, kinds2))
  ];
  return { readings: [...found].sort((a, b) => a.at - b.at).map(({ reading }) => reading), problems };
}
function alone({ as, body, at: at3, document: { name: name4 } }, kinds2) {
  switch (as) {
    case "plan":
      return [{ at: at3, reading: readPlan(name4, body, kinds2) }];
    case "state":
      return [{ at: at3, reading: readState(name4, body, kinds2) }];
    case "collection":
      return readCollection(name4, body, kinds2).map((reading) => ({ at: at3, reading }));
    case "stack":
    case "template":
      return [];
  }
}
function stacks(parsed3, kinds2) {
  const mine = parsed3.filter(({ as }) => as === "stack");
  const read5 = readStacks(
    mine.map(({ body, document: { name: name4, stack } }) => ({ document: name4, stack: stack ?? null, body })),
    kinds2
  );
  return read5.map((reading, at3) => ({ at: mine[at3]?.at ?? 0, reading }));
}
function templates3(parsed3, kinds2) {
  const mine = parsed3.filter(({ as }) => as === "template");
  const read5 = readTemplates(
    mine.map(({ body, document: { name: name4, template: { constructs = table(), ...template } = {} } }) => ({
      document: name4,
      body: withConstructPaths(body, constructs),
      ...template
    })),
    kinds2
  );
  return read5.map((reading, at3) => ({ at: mine[at3]?.at ?? 0, reading }));
}

// test/lab/predict.ts
function judged(scenario, catalogs = []) {
  const configuration = readConfiguration(
    { version: 1, declared: scenario.declared ?? {}, workloads: [{ name: scenario.name, ...scenario.workload }] },
    () => ({ document: "scenario" }),
    kinds,
    { policies: [] }
  );
  const graph = buildGraph([...readingsOf(scenario), ...readingsOfCatalogs(catalogs)], configuration, kinds);
  const [workload2] = configuration.workloads;
  if (workload2 === void 0) throw new Error("no workload");
  const { runs, problems } = runWorkload(graph, workload2);
  const [run, ...others3] = runs;
  if (run === void 0 || others3.length > 0 || problems.length > 0)
    throw new Error(`${scenario.name}: ${problems.map((one2) => one2.message).join("; ") || `${String(runs.length)} runs`}`);
  return run;
}
function readingsOf({ resources }) {
  return resources === void 0 ? [] : read4("cdk.tf.json", { resource: byType(resources) });
}
function readingsOfCatalogs(catalogs) {
  if (catalogs.length === 0) return [];
  const collection = {
    format: "holdfast-collection",
    version: 1,
    tool: { name: "holdfast", version: "0.0.0" },
    collectedAt: "2026-01-01T00:00:00Z",
    complete: true,
    regions: [],
    catalogs,
    failedCatalogs: []
  };
  return read4("collection.json", collection);
}
function read4(name4, value2) {
  const { readings, problems } = readDocuments([{ name: name4, bytes: Buffer.from(JSON.stringify(value2)) }], kinds);
  const [problem] = problems;
  if (problem !== void 0) throw new Error(problem.message);
  return readings;
}
function byType(resources) {
  const types = table();
  for (const [address2, attributes] of Object.entries(resources)) {
    const [type = "", name4 = ""] = address2.split(".");
    (types[type] ??= table())[name4] = attributes;
  }
  return types;
}

// .lab/try.ts
var show = (name4, s) => {
  try {
    const run = judged({ name: name4, shows: "", does: "query", ...s });
    console.log("##", name4, run.path.name, "| client:", run.path.client?.node.subject, "| legs", run.path.legs.map((l) => l.layer + ":" + l.callerEnd?.node.subject + ">" + l.hops.map((h) => h.key)).join(" ; "));
    for (const r of run.rows) console.log("   ", r.leg.layer, r.judgement.timer.name, r.judgement.timer.phase, r.judgement.effect, JSON.stringify(r.judgement.at), r.judgement.timer.expiry, r.judgement.caller, r.judgement.server, r.judgement.queryGoesOn);
    if (process.argv.includes("-c")) console.log(JSON.stringify(run.path.client?.node.settings, null, 1), JSON.stringify(run.path.client?.opens, (k, v) => k === "drivers" ? v.map((d) => d.name) : k === "carrier" ? v.subject : v));
  } catch (e) {
    console.log("##", name4, String(e));
  }
};
var db = { database: { name: "database", version: "18.4" } };
show("fn", { workload: { maxQueryDuration: "6s", path: [{ function: { name: "fn", timeout: "3s" } }, db] } });
show("api", { does: "request", workload: { maxQueryDuration: "6s", path: [{ api: { name: "api", timeout: "3s" } }, { client: { name: "c" } }, db] } });
show("cdn", { workload: { maxQueryDuration: "6s", path: [{ cdn: { name: "cdn", readTimeout: "3s", completionTimeout: "5s" } }, { client: { name: "c" } }, db] } });
show("lattice", { workload: { maxQueryDuration: "6s", path: [{ lattice: { name: "l", idleTimeout: "60s" } }, { client: { name: "c" } }, db] } });
show("mesh", { workload: { maxQueryDuration: "6s", path: [{ mesh: { name: "m", requestTimeout: "3s", idleTimeout: "5s" } }, { client: { name: "c" } }, db] } });
show("meshtcp", { workload: { maxQueryDuration: "6s", path: [{ client: { name: "c" } }, { mesh: { name: "m", requestTimeout: 0, idleTimeout: "5s" } }, db] } });
show("pg", { workload: { maxQueryDuration: "6s", path: [{ client: { name: "c", driver: "pg", connection: "postgresql://u:p@h/d?query_timeout=3000&statement_timeout=9000" } }, db] } });
show("psql", { workload: { maxQueryDuration: "6s", path: [{ client: { name: "c", driver: "libpq", connection: "postgresql://u:p@h/d?keepalives_idle=2&keepalives_interval=1" } }, { firewall: { name: "f", idleTimeout: "4s" } }, db] } });
show("nlb", {
  resources: {
    "aws_lb.db": { load_balancer_type: "network", name: "db" },
    "aws_lb_listener.pg": { load_balancer_arn: "${aws_lb.db.arn}", port: 5432, protocol: "TCP", default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.pg.arn}" }] },
    "aws_lb_target_group.pg": { port: 5432, protocol: "TCP", deregistration_delay: 3, connection_termination: true }
  },
  then: [{ after: 1, does: "deregister" }],
  workload: { maxQueryDuration: "6s", path: [{ client: { name: "c" } }, { nlb: "aws_lb.db" }, db] }
});
show("alb", {
  resources: {
    "aws_lb.web": { load_balancer_type: "application", name: "web", idle_timeout: 30 },
    "aws_lb_listener.web": { load_balancer_arn: "${aws_lb.web.arn}", port: 80, protocol: "HTTP", default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }] },
    "aws_lb_target_group.web": { port: 80, protocol: "HTTP", deregistration_delay: 3 },
    "aws_ecs_service.api": { name: "api", task_definition: "${aws_ecs_task_definition.api.arn}", load_balancer: [{ target_group_arn: "${aws_lb_target_group.web.arn}", container_name: "api", container_port: 80 }] },
    "aws_ecs_task_definition.api": { family: "api", container_definitions: JSON.stringify([{ name: "api", essential: true, stopTimeout: 4, environment: [{ name: "DATABASE_URL", value: "postgresql://u:p@h/d?query_timeout=3000" }] }]) }
  },
  then: [{ after: 1, does: "deregister" }],
  workload: { maxQueryDuration: "6s", path: [{ alb: "aws_lb.web" }, { client: "aws_ecs_service.api", driver: "pg" }, db] }
});
/*! Bundled license information:

js-yaml/dist/js-yaml.mjs:
  (*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT *)
*/
