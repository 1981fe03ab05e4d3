"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// test/lab/client/drivers.ts
var import_node_child_process = require("node:child_process");
var import_pg = require("pg");
async function connect(script, failed) {
  switch (script.driver) {
    case "pg":
      return withPg(script, failed);
    case "postgres":
      return withPostgresJs(script);
    case "psql":
      return withPsql(script, failed);
  }
}
async function withPg({ host, port, user, database, options }, failed) {
  const client = new import_pg.Client({ host, port, user, database, ...options });
  await client.connect();
  client.on("error", failed);
  return { query: async (sql) => void await client.query(sql) };
}
async function withPostgresJs({ host, port, user, database, options }) {
  const { default: postgres } = await import("postgres");
  const sql = postgres({ host, port, user, database, max: 1, onnotice: () => void 0, ...options });
  const one = await sql.reserve();
  return { query: async (text) => void await one.unsafe(text) };
}
async function withPsql({ host, port, user, database, options }, failed) {
  const words = Object.entries({ host, port, user, dbname: database, ...options }).map(
    ([name, value]) => `${name}='${String(value).replace(/[\\']/g, "\\$&")}'`
  );
  const psql = (0, import_node_child_process.spawn)("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=verbose", words.join(" ")], {
    stdio: ["pipe", "pipe", "pipe"]
  });
  let complaint = "";
  let waiting = null;
  psql.stdout.setEncoding("utf8").on("data", (text) => {
    if (text.includes("through")) waiting?.();
  });
  psql.stderr.setEncoding("utf8").on("data", (text) => complaint += text);
  psql.on("exit", (code) => failed({ code: `psql ${String(code)}`, message: complaint.trim() }));
  const query = async (sql) => {
    const done = new Promise((resolve) => waiting = resolve);
    psql.stdin.write(`${sql};
\\echo through
`);
    await done;
  };
  await query("select 1");
  return { query };
}

// test/lab/client/http.ts
var import_node_http = require("node:http");

// test/lab/client/script.ts
function sqlOf(act) {
  switch (act.do) {
    case "sql":
      return act.text;
    case "query":
      return `select pg_sleep(${String(act.seconds)})`;
    case "rows": {
      const count = Math.ceil(act.seconds / act.every);
      return `select repeat('x', ${String(act.bytes)}), pg_sleep(${String(act.every)}) from generate_series(1, ${String(count)})`;
    }
  }
}

// test/lab/client/http.ts
function serve(service, tell2) {
  void connect(service, () => void 0).then((session) => {
    const server = (0, import_node_http.createServer)((_, response) => {
      const statements = service.acts.flatMap((act) => act.do === "pause" ? [] : [sqlOf(act)]);
      void statements.reduce((before, sql) => before.then(() => session.query(sql)), Promise.resolve()).then(
        () => response.end("done"),
        (error) => response.writeHead(500).end(String(error))
      );
    });
    server.requestTimeout = 0;
    server.listen(service.serve, () => tell2({ saw: "connected" }));
  });
}
function call({ call: url, patience }, tell2) {
  setTimeout(() => {
    tell2({ saw: "nothing", act: 0 });
    process.exit(0);
  }, patience * 1e3);
  tell2({ saw: "act", act: 0 });
  const failed = (code, message) => {
    tell2({ saw: "error", act: 0, code, message });
    process.exit(0);
  };
  (0, import_node_http.get)(url, (response) => {
    response.resume();
    response.on("end", () => {
      if (response.statusCode !== 200) return failed(`HTTP ${String(response.statusCode)}`, response.statusMessage ?? "");
      tell2({ saw: "done", act: 0 });
      tell2({ saw: "end" });
      process.exit(0);
    });
  }).on("error", (error) => failed(error.code ?? "", error.message));
}

// test/lab/client/main.ts
function tell(event) {
  process.stdout.write(`${JSON.stringify({ at: Date.now(), ...event })}
`);
}
async function run(script) {
  let act = -1;
  const patience = setTimeout(() => {
    tell({ saw: "nothing", act });
    process.exit(0);
  }, script.patience * 1e3);
  const failed = (error) => {
    const { code = "", message } = error;
    tell({ saw: "error", act, code, message });
    process.exit(0);
  };
  try {
    const session = await connect(script, failed);
    tell({ saw: "connected" });
    for (const one of script.acts) {
      act += 1;
      tell({ saw: "act", act });
      if (one.do === "pause") await new Promise((resolve) => setTimeout(resolve, one.seconds * 1e3));
      else await session.query(sqlOf(one));
      tell({ saw: "done", act });
    }
    tell({ saw: "end" });
    clearTimeout(patience);
    process.exit(0);
  } catch (error) {
    failed(error);
  }
}
var told = JSON.parse(process.argv[2] ?? "");
if ("call" in told) call(told, tell);
else if ("serve" in told) serve(told, tell);
else void run(told);
