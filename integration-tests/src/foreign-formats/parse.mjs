// Reads one block of a document from standard input and prints {"problems": [...], "value": ...} as JSON.
// Usage: node parse.mjs hcl|dockerfile|ts|jsx
import { readFileSync } from "node:fs";
import hcl2json from "@cdktn/hcl2json";
import dockerfile from "dockerfile-utils";
import typescript from "typescript";

// HashiCorp's own parser, compiled to WebAssembly
async function hcl(text) {
  try {
    return { problems: [], value: await hcl2json.parse("block.tf", text) };
  } catch (refused) {
    return { problems: [String(refused.message ?? refused)] };
  }
}

function script(text, jsx) {
  const { diagnostics } = typescript.transpileModule(text, {
    fileName: jsx ? "block.tsx" : "block.ts",
    reportDiagnostics: true,
    compilerOptions: { jsx: typescript.JsxEmit.Preserve, target: typescript.ScriptTarget.ES2022 },
  });
  return { problems: diagnostics.map((found) => typescript.flattenDiagnosticMessageText(found.messageText, " ")) };
}

const formats = {
  hcl,
  dockerfile: (text) => ({ problems: dockerfile.validate(text).map((found) => found.message) }),
  ts: (text) => script(text, false),
  jsx: (text) => script(text, true),
};

const block = readFileSync(0, "utf8");
console.log(JSON.stringify(await formats[process.argv[2]](block)));
